#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What alta reads.
enum StandardOutput {
  /// Writes a text at once; alta waits for it.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(1, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { end(1) }
      rest = rest.dropFirst(count)
    }
  }

  /// Ends the program.
  static func end(_ status: Int32) -> Never { exit(status) }
}
