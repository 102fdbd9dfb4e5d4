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
    let country = bytes[4..<6]
    guard country.allSatisfy(\.isCapital) else { throw .structure(.bic) }
    guard countries.contains(country.spelled) else {
      throw .component(.country, found: country.spelled, suggestions: [])
    }
    let hasDigits = bytes.prefix(4).contains(where: \.isNumeral)
    return KindReading(
      canonical: bytes.spelled,
      warnings: hasDigits ? [.bicPrefixWithDigits] : []
    )
  }

  /// The countries of ISO 3166-1, and XK, which stands for Kosovo by agreement.
  private static let countries = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM
    ZW XK
    """
    .split(whereSeparator: \.isWhitespace).map(String.init)
  )
}
