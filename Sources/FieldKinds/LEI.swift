/// A legal entity identifier (LEI): eighteen letters or digits and two check digits.
///
/// - SeeAlso: ISO 17442-1:2020; ISO/IEC 7064, MOD 97-10, whose check digits are 02 to 98.
package enum LEIKind {
  /// Reads an LEI; spaces and hyphens go.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .lei) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let bytes = try ScrubbedText(typed, dropping: .spaceHyphen).bytes
    guard bytes.count == 20 else { throw .length(.lei, expected: [20], found: bytes.count) }
    guard let check = bytes.suffix(2).numerals.map(CheckDigits.number) else {
      throw .structure(.lei)
    }
    guard (2...98).contains(check), CheckDigits.remainderBy97(bytes) == 1 else {
      throw .checksum(.lei)
    }
    return KindReading(canonical: bytes.spelled)
  }
}
