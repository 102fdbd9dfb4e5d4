/// A German tax number (Steuernummer), which every federal state writes in its own way.
///
/// Stored as the 13 digits that tax offices exchange, from which the state can be read; shown as the
/// state prints it. Whether the office exists is not checked: lists of offices age.
///
/// - SeeAlso: ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer", sections 3 to 6.
package enum GermanTaxNumberKind {
  /// Reads a printed number of 10 or 11 digits, or its 13 digits; spaces, hyphens, dots, slashes and
  /// commas go.
  ///
  /// A printed number that fits several states needs the state; the failure lists those it fits. In
  /// Berlin either of the two procedures for the check digit will do.
  ///
  /// - Parameters:
  ///   - text: The text as typed.
  ///   - state: The federal state as an ISO 3166-2 code, with or without `DE-`; `nil` if not known.
  /// - Returns: The 13 digits and the printed form, or the first step that fails.
  package static func read(
    _ text: String,
    state: String? = nil
  ) -> Result<KindReading, KindFailure> {
    identified(text, as: .deTaxNumber) { text throws(KindFailure) in
      try parse(text, state: state)
    }
  }

  /// The federal state of a tax number, as an ISO 3166-2 code without `DE-`.
  ///
  /// - Parameter canonical: A tax number as ``read(_:state:)`` stores it.
  /// - Returns: `nil` where the text does not begin with the key of a state.
  package static func state(of canonical: String) -> String? {
    GermanTaxState.all.first { canonical.utf8.starts(with: $0.key) }?.code
  }

  static func parse(_ typed: String, state code: String?) throws(KindFailure) -> KindReading {
    let scrubbed = try ScrubbedText(typed, dropping: .spaceHyphenDotSlashComma, naming: .digits)
    if let wrong = scrubbed.firstNonDigit() { throw wrong }
    let bytes = scrubbed.bytes
    let candidates = try candidates(for: code)
    let counts = Set(candidates.map(\.printedCount)).union([13]).sorted()
    guard counts.contains(bytes.count) else {
      throw .length(.deTaxNumber, expected: counts, found: bytes.count)
    }
    let fitting = candidates.compactMap { state in
      number(bytes, in: state).map { (state: state, number: $0) }
    }
    guard fitting.count == 1, let (state, number) = fitting.first else {
      let possible = fitting.isEmpty ? statesFitting(bytes) : fitting.map(\.state.code)
      guard !possible.isEmpty else { throw .structure(.deTaxNumber) }
      throw .state(found: bytes.spelled, possible: possible)
    }
    guard let digits = number.numerals, hasDistrict(digits, in: state) else {
      throw .structure(.deTaxNumber)
    }
    guard state.holds(digits) else { throw .checksum(.deTaxNumber) }
    return KindReading(canonical: number.spelled, display: printed(number, in: state))
  }

  /// The states to try: all, or the one that is given.
  private static func candidates(for code: String?) throws(KindFailure) -> [GermanTaxState] {
    guard let code else { return GermanTaxState.all }
    let capitals = code.uppercased()
    let short = capitals.hasPrefix("DE-") ? String(capitals.dropFirst(3)) : capitals
    guard let state = GermanTaxState.all.first(where: { $0.code == short }) else {
      throw .state(found: code, possible: GermanTaxState.all.map(\.code))
    }
    return [state]
  }

  private static func statesFitting(_ bytes: [UInt8]) -> [String] {
    GermanTaxState.all.filter { number(bytes, in: $0) != nil }.map(\.code)
  }

  /// The 13 digits of a number that is written as the state writes it; `nil` where it is not.
  private static func number(_ bytes: [UInt8], in state: GermanTaxState) -> [UInt8]? {
    let isLong = bytes.count == 13
    let key = isLong ? state.key : state.printedKey
    guard isLong || bytes.count == state.printedCount, bytes.starts(with: key) else { return nil }
    let office = bytes.dropFirst(key.count).prefix(state.officeCount)
    // Three-digit offices begin at 101; a 0 there belongs to a state that prints one.
    guard state.officeCount == 2 || office.first != 0x30 else { return nil }
    if isLong { return bytes[4] == 0x30 ? bytes : nil }
    return state.key + office + [0x30] + bytes.suffix(8)
  }

  /// Whether the district is one that is given out.
  ///
  /// 000, 998 and 999 never are; the states that share Bavaria's programs begin at 100; Nordrhein-Westfalen
  /// has districts of four digits, and a taxpayer's number with its check digit above 0009.
  private static func hasDistrict(_ digits: [Int], in state: GermanTaxState) -> Bool {
    if state.code == "NW" {
      let district = CheckDigits.number(digits[5..<9])
      return ![0, 998, 999].contains(district) && CheckDigits.number(digits[9...]) > 9
    }
    let district = CheckDigits.number(digits[5..<8])
    return state.sharesBavarianPrograms
      ? (100...997).contains(district) : (1...997).contains(district)
  }

  private static func printed(_ number: [UInt8], in state: GermanTaxState) -> String {
    var digits = (state.printedKey + number[state.key.count..<4] + number[5...])[...]
    let shown = state.shape.utf8.map { $0 == 0x23 ? digits.popFirst() ?? $0 : $0 }
    return shown.spelled
  }
}
