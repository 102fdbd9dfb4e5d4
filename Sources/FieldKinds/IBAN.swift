import PlainValues

/// An international bank account number (IBAN) of a country in the registry.
///
/// - SeeAlso: ISO 13616-1:2020; SWIFT, "IBAN Registry"; ISO/IEC 7064, MOD 97-10.
package enum IBANKind {
  /// Reads an IBAN; spaces, hyphens and dots go, and the display form has groups of four.
  ///
  /// Check digits are 02 to 98: 00, 01 and 99 would pass the sum and are never given out. A Spanish
  /// number must hold its two inner check digits too, because they are part of the account format.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .iban) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let bytes = try ScrubbedText(typed, dropping: .spaceHyphenDot).bytes
    guard bytes.count >= 2, bytes[0].isASCIICapital, bytes[1].isASCIICapital else {
      throw .structure(.iban)
    }
    let country = bytes.prefix(2).spelled
    guard let classes = IBANRegistry.structures[country] else {
      throw .component(.country, found: country, suggestions: [])
    }
    guard bytes.count == classes.count + 4 else {
      throw .length(.iban, expected: [classes.count + 4], found: bytes.count)
    }
    let body = bytes.dropFirst(4)
    guard let check = bytes[2..<4].numerals.map(CheckDigits.number),
      zip(body, classes).allSatisfy({ fits($0, $1) })
    else { throw .structure(.iban) }
    guard (2...98).contains(check),
      CheckDigits.remainderBy97(body + bytes.prefix(4)) == 1,
      country != "ES" || holdsSpanishDigits(body)
    else { throw .checksum(.iban) }
    return KindReading(canonical: bytes.spelled, display: bytes.grouped(by: 4))
  }

  private static func fits(_ byte: UInt8, _ letter: UInt8) -> Bool {
    switch letter {
    case 0x6E: byte.isASCIIDigit
    case 0x61: byte.isASCIICapital
    default: byte.isASCIIDigit || byte.isASCIICapital
    }
  }

  /// Whether the two inner check digits of a Spanish account hold: of bank with branch, and of account.
  ///
  /// - SeeAlso: Banco de España, "Código Cuenta Cliente (CCC)".
  private static func holdsSpanishDigits(_ body: ArraySlice<UInt8>) -> Bool {
    guard let digits = body.numerals, digits.count == 20 else { return false }
    func check(_ block: [Int]) -> Int {
      let rest = 11 - CheckDigits.weightedSum(block, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11
      return rest == 11 ? 0 : rest == 10 ? 1 : rest
    }
    return check([0, 0] + digits[..<8]) == digits[8] && check(Array(digits[10...])) == digits[9]
  }
}
