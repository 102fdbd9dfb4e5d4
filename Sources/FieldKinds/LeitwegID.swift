/// A Leitweg-ID, the address of a German public buyer: coarse, perhaps fine, check digits.
///
/// The coarse part is 2 to 12 digits from the key of a federal state (01 to 16) or 99 for the
/// federation; the fine part up to 30 letters or digits. Hyphens separate the parts and are part of
/// the value; the check digits go over both parts with letters as numbers.
///
/// - SeeAlso: KoSIT, "Leitweg-ID Format-Spezifikation" 2.0.2, section 2; ISO/IEC 7064, MOD 97-10.
package enum LeitwegIDKind {
  /// Reads a Leitweg-ID; spaces go.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .leitwegID) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let bytes = try ScrubbedText(typed, dropping: .space, keeping: "-").bytes
    guard (5...46).contains(bytes.count) else {
      throw .length(.leitwegID, expected: Array(5...46), found: bytes.count)
    }
    let parts = bytes.split(separator: 0x2D, omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let coarse = parts.first, let check = parts.last,
      let key = coarse.numerals, (2...12).contains(key.count),
      let checkDigits = check.numerals, checkDigits.count == 2,
      parts.count == 2 || (1...30).contains(parts[1].count)
    else { throw .structure(.leitwegID) }
    let state = CheckDigits.number(key[..<2])
    guard (1...16).contains(state) || state == 99 else {
      throw .component(.federalState, found: coarse.prefix(2).spelled, suggestions: [])
    }
    guard (2...98).contains(CheckDigits.number(checkDigits)),
      CheckDigits.remainderBy97(parts.joined()) == 1
    else { throw .checksum(.leitwegID) }
    return KindReading(canonical: bytes.spelled)
  }
}
