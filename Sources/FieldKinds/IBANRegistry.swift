import PlainValues

/// The structures of the bank account numbers (BBAN) of the countries in the IBAN registry.
///
/// Countries outside the registry that experiment with IBANs are left out on purpose.
///
/// - SeeAlso: SWIFT, "IBAN Registry", release 101 (the registration authority of ISO 13616).
enum IBANRegistry {
  /// One `CC:structure` each: counts followed by n (digits), a (letters) or c (either).
  private static let written = """
    AD:8n12c AE:19n AL:8n16c AT:16n AZ:4a20c BA:16n BE:12n BG:4a6n8c BH:4a14c BI:23n BR:23n1a1c
    BY:4c4n16c CH:5n12c CR:18n CY:8n16c CZ:20n DE:18n DJ:23n DK:14n DO:4c20n EE:16n EG:25n
    ES:20n FI:14n FK:2a12n FO:14n FR:10n11c2n GB:4a14n GE:2a16n GI:4a15c GL:14n GR:7n16c GT:24c
    HN:4a20n HR:17n HU:24n IE:4a14n IL:19n IQ:4a15n IS:22n IT:1a10n12c JO:4a4n18c KW:4a22c
    KZ:3n13c LB:4n20c LC:4a24c LI:5n12c LT:16n LU:3n13c LV:4a13c LY:21n MC:10n11c2n MD:20c
    ME:18n MK:3n10c2n MN:16n MR:23n MT:4a5n18c MU:4a19n3a NI:4a20n NL:4a10n NO:11n OM:3n16c
    PK:4a16c PL:24n PS:4a21c PT:21n QA:4a21c RO:4a16c RS:18n RU:14n15c SA:2n18c SC:4a20n3a
    SD:14n SE:20n SI:15n SK:20n SM:1a10n12c SO:19n ST:21n SV:4a20n TL:19n TN:20n TR:6n16c
    UA:6n19c VA:18n VG:4a16n XK:16n YE:4a4n18c
    """

  /// The class of every character of the BBAN by country: `n`, `a` or `c`.
  static let structures: [String: [UInt8]] = {
    var structures: [String: [UInt8]] = [:]
    for entry in written.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      var classes: [UInt8] = []
      var count = 0
      for byte in entry.dropFirst(3) {
        if byte.isASCIIDigit {
          count = count * 10 + Int(byte) - 0x30
        } else {
          classes += [UInt8](repeating: byte, count: count)
          count = 0
        }
      }
      structures[entry.prefix(2).spelled] = classes
    }
    return structures
  }()
}
