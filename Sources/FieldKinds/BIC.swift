import PlainValues

/// A business identifier code (BIC) of eight or eleven characters.
///
/// - SeeAlso: ISO 9362:2022, which lets digits into the first four characters; ISO 3166-1.
package enum BICKind {
  /// Reads a BIC; spaces go, and a missing branch is not made up.
  ///
  /// A digit among the first four characters is allowed and warned of, because SWIFT assigns none.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .bic) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let bytes = try ScrubbedText(typed, dropping: .space).bytes
    guard bytes.count == 8 || bytes.count == 11 else {
      throw .length(.bic, expected: [8, 11], found: bytes.count)
    }
    guard bytes[4..<6].allSatisfy(\.isASCIICapital) else { throw .structure(.bic) }
    let country = bytes[4..<6].spelled
    guard Countries.have(alpha2: country) else {
      throw .component(.country, found: country, suggestions: [])
    }
    let hasDigits = bytes.prefix(4).contains(where: \.isASCIIDigit)
    return KindReading(
      canonical: bytes.spelled,
      warnings: hasDigits ? [.bicPrefixWithDigits] : []
    )
  }
}
