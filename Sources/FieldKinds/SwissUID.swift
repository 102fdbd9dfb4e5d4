import PlainValues

/// A Swiss enterprise number (UID), perhaps with the word that makes it a VAT or register number.
///
/// - SeeAlso: UIDG (SR 431.03); BFS, "Die Struktur der Unternehmens-Identifikationsnummer (UID)";
///   MWSTG, Art. 66, for the suffix.
package enum SwissUIDKind {
  /// Reads a UID; spaces, hyphens and dots go, and `CHE` may be missing and is always stored.
  ///
  /// The suffix (MWST, TVA, IVA, TPV; HR or RC of the commercial register) is kept as typed, because it
  /// says more than the number: `CHE107787577MWST`, shown as `CHE-107.787.577 MWST`.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .chUID) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let bytes = try ScrubbedText(typed, dropping: .spaceHyphenDot).bytes
    let body = bytes.dropFirst(bytes.starts(with: "CHE".utf8) ? 3 : 0)
    let number = body.prefix(while: \.isASCIIDigit)
    let suffix = body.dropFirst(number.count)
    if number.isEmpty || suffix.contains(where: \.isASCIIDigit) { throw .structure(.chUID) }
    guard let digits = number.numerals, digits.count == 9 else {
      throw .length(.chUID, expected: [9], found: number.count)
    }
    let suffixes = ["", "MWST", "TVA", "IVA", "TPV", "HR", "RC"]
    guard suffixes.contains(suffix.spelled) else { throw .structure(.chUID) }
    let sum = CheckDigits.weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4])
    guard (11 - sum % 11) % 11 == digits[8] else { throw .checksum(.chUID) }
    let groups = [number.prefix(3), number.dropFirst(3).prefix(3), number.suffix(3)]
    let shown = "CHE-" + groups.map(\.spelled).joined(separator: ".")
    return KindReading(
      canonical: "CHE" + body.spelled,
      display: suffix.isEmpty ? shown : shown + " " + suffix.spelled
    )
  }
}
