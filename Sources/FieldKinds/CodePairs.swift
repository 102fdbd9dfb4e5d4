/// What has a code of two characters and one of three, such as the countries.
struct CodePairs: Sendable {
  /// The codes of two characters, in ascending order.
  let short: [String]
  private let known: Set<String>
  private let shortByLong: [String: String]

  /// Reads a table of both codes written together, between spaces and line breaks.
  ///
  /// A code of two may come again with another one of three.
  init(_ written: String) {
    let pairs = written.split(whereSeparator: { $0 == " " || $0 == "\n" })
      .map { (String($0.dropFirst(2)), String($0.prefix(2))) }
    shortByLong = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    known = Set(shortByLong.values)
    short = known.sorted()
  }

  /// Whether something has this code of two characters.
  func contains(short code: String) -> Bool { known.contains(code) }

  /// The code of two characters for one of three; `nil` if nothing has it.
  func short(for long: String) -> String? { shortByLong[long] }
}
