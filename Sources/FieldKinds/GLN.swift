/// A global location number (GLN): thirteen digits, the last one a check digit.
///
/// - SeeAlso: GS1 General Specifications, sections 2.4 (GLN) and 7.9.1 (check digit).
package enum GLNKind {
  /// Reads a GLN; spaces and hyphens go.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .gln) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let scrubbed = try ScrubbedText(typed, dropping: .spaceHyphen, naming: .digits)
    if let wrong = scrubbed.firstNonDigit() { throw wrong }
    guard let digits = scrubbed.bytes.numerals, digits.count == 13 else {
      throw .length(.gln, expected: [13], found: scrubbed.bytes.count)
    }
    guard digits.contains(where: { $0 != 0 }) else { throw .structure(.gln) }
    guard CheckDigits.weightedSum(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 == 0 else {
      throw .checksum(.gln)
    }
    return KindReading(canonical: scrubbed.bytes.spelled)
  }
}
