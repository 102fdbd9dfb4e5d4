/// The German personal tax ID (IdNr.), which is recognised in order to be refused, never collected.
enum GermanTaxID {
  /// Whether a text is a personal tax ID.
  ///
  /// Eleven digits, the first not 0; among the first ten exactly one digit stands twice or three times
  /// and the others at most once; the last is the check digit.
  ///
  /// - SeeAlso: § 139b AO; StIdV § 1; ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer",
  ///   section 2.
  static func isWritten(as typed: String) -> Bool {
    guard let scrubbed = try? ScrubbedText(typed, dropping: .spaceHyphenDotSlashComma),
      scrubbed.bytes.count == 11, let digits = scrubbed.bytes.numerals, digits[0] != 0
    else { return false }
    var counts = [Int](repeating: 0, count: 10)
    for digit in digits.dropLast() { counts[digit] += 1 }
    let repeated = counts.filter { $0 > 1 }
    return (repeated == [2] || repeated == [3]) && CheckDigits.holdsMod11And10(digits)
  }
}
