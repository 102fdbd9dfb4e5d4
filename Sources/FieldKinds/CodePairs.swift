/// What has a code of two characters and one of three, such as the countries.
///
/// Looked up where it is written: an index would cost more, at every start, than all look-ups do.
struct CodePairs: Sendable {
  private let written: String

  /// Takes a table of both codes written together, each with one space or line break behind it.
  ///
  /// A code of two may come again with another one of three.
  init(_ written: String) {
    self.written = written
  }

  /// The codes of two characters, in ascending order.
  var short: [String] {
    let bytes = written.utf8.span
    return Set(entries(of: bytes).map { short(at: $0, in: bytes) }).sorted()
  }

  /// Whether something has this code of two characters.
  func contains(short code: String) -> Bool {
    guard code.utf8.count == 2 else { return false }
    return entry(with: code, at: 0) != nil
  }

  /// The code of two characters for one of three; `nil` if nothing has it.
  func short(for long: String) -> String? {
    guard long.utf8.count == 3 else { return nil }
    return entry(with: long, at: 2).map { short(at: $0, in: written.utf8.span) }
  }

  /// Where the first entry begins that has a code at this place in it.
  private func entry(with code: String, at place: Int) -> Int? {
    let bytes = written.utf8.span
    let code = Array(code.utf8)
    return entries(of: bytes).first { entry in
      code.indices.allSatisfy { bytes[entry + place + $0] == code[$0] }
    }
  }

  private func entries(of bytes: Span<UInt8>) -> StrideTo<Int> {
    stride(from: 0, to: bytes.count, by: 6)
  }

  private func short(at entry: Int, in bytes: Span<UInt8>) -> String {
    String(decoding: [bytes[entry], bytes[entry + 1]], as: UTF8.self)
  }
}
