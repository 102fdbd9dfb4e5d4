/// A mail as bytes, ready for a server (RFC 5322, RFC 2045).
///
/// Every text is encoded, so that no name, subject or line of a body can end a header or the mail, or give
/// the server a command.
package struct MailMessage {
  /// The bytes, with CRLF at the ends of lines.
  package private(set) var bytes: [UInt8] = []

  /// Between the parts; neither base64 nor a header of ours has such a line.
  private static let boundary = "=_alta_part"

  /// Writes a mail.
  ///
  /// - Parameters:
  ///   - order: What is in it.
  ///   - files: The names of the files that go with it, and their bytes.
  package init(_ order: MailOrder, files: [(name: String, bytes: [UInt8])]) {
    add("Date: \(Self.plain(order.date))")
    let name =
      order.senderName.isEmpty ? "" : Self.encodedWords(order.senderName, isPhrase: true) + " "
    add("From: \(name)<\(Self.plain(order.sender))>")
    add("To: <\(Self.plain(order.recipient))>")
    add("Subject: \(Self.encodedWords(order.subject))")
    add("Message-ID: \(Self.plain(order.messageID))")
    add("MIME-Version: 1.0")
    add("Content-Type: multipart/mixed; boundary=\"\(Self.boundary)\"")
    add("")
    add("--\(Self.boundary)")
    add("Content-Type: text/plain; charset=utf-8")
    add(body: Array(Self.lines(order.body).utf8))
    for file in files {
      let name = Self.fileName(file.name)
      add("--\(Self.boundary)")
      add("Content-Type: application/pdf; name=\"\(name)\"")
      add("Content-Disposition: attachment; filename=\"\(name)\"")
      add(body: file.bytes)
    }
    add("--\(Self.boundary)--")
  }

  private mutating func add(_ line: String) {
    bytes += Array(line.utf8)
    bytes += [0x0D, 0x0A]
  }

  private mutating func add(body: [UInt8]) {
    add("Content-Transfer-Encoding: base64")
    add("")
    let encoded = Self.base64(body)
    // RFC 2045 §6.8: lines of 76 characters at most.
    for start in stride(from: 0, to: encoded.count, by: 76) {
      bytes += encoded[start..<min(start + 76, encoded.count)]
      bytes += [0x0D, 0x0A]
    }
  }

  /// Whether an address can stand in a mail and in a command of SMTP as it is.
  package static func isPlainAddress(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let isPlain = bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E }
    return isPlain && bytes.count <= 254 && bytes.contains(UInt8(ascii: "@"))
  }

  /// A text of printable ASCII; anything else is left out.
  private static func plain(_ text: String) -> String {
    String(decoding: text.utf8.filter { (0x20...0x7E).contains($0) }, as: UTF8.self)
  }

  /// A name of a file of letters, digits, points and hyphens.
  private static func fileName(_ text: String) -> String {
    let kept = plain(text).map { character in
      character.isLetter || character.isNumber || "-._".contains { $0 == character }
        ? character : "-"
    }
    return String(kept)
  }

  /// A text whose lines end as mails want it.
  private static func lines(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: "\r\n") + "\r\n"
  }

  /// A subject as encoded words where it has more than plain ASCII (RFC 2047 §2).
  ///
  /// What looks like an encoded word is encoded too, so that it is shown and not decoded.
  static func encodedWords(_ text: String, isPhrase: Bool = false) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
      scalars.append(isControl ? " " : scalar)
    }
    let subject = String(scalars)
    // In front of an address, quotes, commas and brackets would mean something.
    let isPlain = subject.utf8.allSatisfy { byte in
      isPhrase
        ? byte == 0x20 || (0x30...0x39).contains(byte)
          || (0x41...0x5A).contains(byte & 0xDF) && byte < 0x80
        : (0x20...0x7E).contains(byte) && byte != 0x3D
    }
    if isPlain && subject.utf8.count <= 60 { return subject }
    var words: [String] = []
    var piece: [UInt8] = []
    func close() {
      guard !piece.isEmpty else { return }
      words.append("=?utf-8?B?\(String(decoding: base64(piece), as: UTF8.self))?=")
      piece = []
    }
    // 45 bytes are 60 characters, so that a word has 75 at most; no character is cut in two.
    for character in subject {
      let bytes = Array(String(character).utf8)
      if piece.count + bytes.count > 45 { close() }
      for scalar in String(character).unicodeScalars {
        let part = Array(String(scalar).utf8)
        if piece.count + part.count > 45 { close() }
        piece += part
      }
    }
    close()
    return words.joined(separator: "\r\n ")
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// Bytes as base64 (RFC 4648 §4).
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let rest = bytes.count - start
      var group = UInt32(bytes[start]) << 16
      if rest > 1 { group |= UInt32(bytes[start + 1]) << 8 }
      if rest > 2 { group |= UInt32(bytes[start + 2]) }
      encoded.append(alphabet[Int(group >> 18)])
      encoded.append(alphabet[Int(group >> 12 & 63)])
      encoded.append(rest > 1 ? alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
      encoded.append(rest > 2 ? alphabet[Int(group & 63)] : UInt8(ascii: "="))
    }
    return encoded
  }
}
