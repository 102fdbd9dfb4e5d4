#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The password for the server: from a file, from systemd's credentials, or from a command; never from the
/// command line or the store.
enum MailPassword {
  /// Reads the password; `nil` where there is none.
  static func read() -> String? {
    if let path = variable("ALTA_SMTP_PASSWORD_FILE") { return unsafe text(from: fopen(path, "r")) }
    if let folder = variable("CREDENTIALS_DIRECTORY"),
      let password = unsafe text(from: fopen("\(folder)/alta-smtp-password", "r"))
    {
      return password
    }
    guard let command = variable("ALTA_SMTP_PASSWORD_COMMAND"),
      let stream = unsafe popen(command, "r")
    else { return nil }
    var bytes = Array(repeating: UInt8(0), count: 4096)
    let count = unsafe fread(&bytes, 1, bytes.count, stream)
    return unsafe pclose(stream) == 0 ? line(of: bytes[..<count]) : nil
  }

  private static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  private static func text(from stream: UnsafeMutablePointer<FILE>?) -> String? {
    guard let stream = unsafe stream else { return nil }
    defer { unsafe fclose(stream) }
    var bytes = Array(repeating: UInt8(0), count: 4096)
    let count = unsafe fread(&bytes, 1, bytes.count, stream)
    return line(of: bytes[..<count])
  }

  /// The first line.
  private static func line(of bytes: ArraySlice<UInt8>) -> String? {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D && $0 != 0 }
    return line.isEmpty ? nil : String(validating: line, as: UTF8.self)
  }
}
