import PlainValues

/// A German VAT number (USt-IdNr.) or economic ID (W-IdNr.), which share their first nine digits.
///
/// - SeeAlso: § 27a UStG and BZSt, "Aufbau der USt-IdNr."; § 139c AO and BZSt on the W-IdNr.;
///   ISO/IEC 7064, MOD 11,10.
package enum GermanVATKind {
  /// Reads either number; `sort` says which it was.
  ///
  /// The suffix `-00001` makes a W-IdNr. and is never cut. `DE` may be missing and is always stored.
  /// Spaces, hyphens, dots, slashes and commas go, except the hyphen before the suffix. A personal
  /// tax ID or a tax number typed here is named in the failure.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .deVAT) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let scrubbed = try ScrubbedText(typed, dropping: .spaceDotSlashComma, keeping: "-")
    if let prefix = EUVATKind.prefix(of: scrubbed.bytes), prefix != "DE" {
      throw .prefix(found: prefix, expected: "DE")
    }
    let body = scrubbed.bytes.dropFirst(scrubbed.bytes.starts(with: "DE".utf8) ? 2 : 0)
    if let letter = body.firstIndex(where: \.isASCIICapital) {
      throw scrubbed.wrongCharacter(at: letter, allowed: .digits)
    }
    let digits = body.filter(\.isASCIIDigit)
    guard digits.count == 14 else {
      try check(digits[...], as: .deVAT)
      return KindReading(canonical: "DE" + digits.spelled, sort: .deVAT)
    }
    // Of all hyphens only the one before the suffix means something, and without it nothing does.
    guard body.dropLast(5).last == 0x2D, let suffix = body.suffix(5).numerals,
      CheckDigits.number(suffix) != 0
    else { throw .structure(.deEconomicID) }
    try check(digits.prefix(9), as: .deEconomicID)
    let canonical = "DE" + digits.prefix(9).spelled + "-" + digits.suffix(5).spelled
    return KindReading(canonical: canonical, sort: .deEconomicID)
  }

  /// Checks the nine digits that both numbers share.
  static func check(_ body: ArraySlice<UInt8>, as kind: KindName) throws(KindFailure) {
    guard body.count == 9 else { throw .length(kind, expected: [9], found: body.count) }
    guard let digits = body.numerals, digits.first != 0 else { throw .structure(kind) }
    guard CheckDigits.holdsMod11And10(digits) else { throw .checksum(kind) }
  }
}
