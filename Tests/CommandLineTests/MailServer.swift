import Foundation

/// The mail server of `Tests/Scripts/mail-server`, running until its owner is gone.
final class MailServer {
  /// What it keeps: mails as `N.eml`, and a log.
  let folder: String
  let port: Int
  private let process = Process()
  private let hold = Pipe()

  /// Starts the server in one of its modes.
  init(mode: String = "ok") throws {
    folder = "\(NSTemporaryDirectory())/alta-mail-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "s3cret pass\n".write(toFile: "\(folder)/password", atomically: true, encoding: .utf8)
    let out = Pipe()
    process.executableURL = URL(filePath: "\(Scratch.repository)/Tests/Scripts/mail-server")
    process.arguments = [folder, mode]
    process.standardInput = hold
    process.standardOutput = out
    try process.run()
    var text = ""
    while !text.hasSuffix("\n") {
      let bytes = out.fileHandleForReading.availableData
      if bytes.isEmpty { break }
      text += String(decoding: bytes, as: UTF8.self)
    }
    guard let port = Int(text.trimmingCharacters(in: .newlines)) else {
      throw CocoaError(.fileReadUnknown)
    }
    self.port = port
  }

  deinit {
    try? hold.fileHandleForWriting.close()
    process.waitUntilExit()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The lines of the log.
  var log: [String] {
    let text = try? String(contentsOfFile: "\(folder)/log", encoding: .utf8)
    return (text ?? "").split(separator: "\n").map(String.init)
  }

  /// The mails that were accepted, in their order.
  var mails: [String] {
    var mails: [String] = []
    while let text = try? String(contentsOfFile: "\(folder)/\(mails.count).eml", encoding: .utf8) {
      mails.append(text)
    }
    return mails
  }

  /// The documents of a mail, as text with its layout.
  func documents(of mail: String) throws -> [String] {
    try mail.components(separatedBy: "--=_alta_part").filter { $0.contains("application/pdf") }
      .map { part in
        let body = part.components(separatedBy: "\r\n\r\n").dropFirst().joined()
        let data = Data(base64Encoded: body, options: .ignoreUnknownCharacters) ?? Data()
        let path = "\(folder)/document.pdf"
        try data.write(to: URL(filePath: path))
        let reader = Process()
        let out = Pipe()
        reader.executableURL = URL(filePath: "/usr/bin/env")
        reader.arguments = ["pdftotext", "-layout", path, "-"]
        reader.standardOutput = out
        try reader.run()
        let text = out.fileHandleForReading.readDataToEndOfFile()
        reader.waitUntilExit()
        return String(decoding: text, as: UTF8.self)
      }
  }
}
