/// What follows the prefix of a VAT number, checked by the rules of one state.
///
/// - SeeAlso: VIES, "VAT identification number structure", for lengths and patterns; for check digits
///   the states' own procedures as collected by the Commission (TAXUD, "VIES – VAT number algorithms").
struct VATBody {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// Checks length, pattern and check digits.
  ///
  /// - Parameter prefix: One of ``EUVATKind/prefixes``; any other passes nothing.
  /// - Throws: `length`, `structure` or `checksum`; for Spain and Germany those of their own kinds.
  func check(as prefix: String) throws(KindFailure) {
    switch prefix {
    case "AT": try checkAustria()
    case "BE": try checkBelgium()
    case "BG": try checkBulgaria()
    case "CY": try checkCyprus()
    case "CZ": try checkCzechia()
    case "DE": try GermanVATKind.check(bytes, as: .deVAT)
    case "DK": try checkDenmark()
    case "EE": try checkEstonia()
    case "EL": try checkGreece()
    case "ES": _ = try SpanishNIFKind.sort(ofBody: bytes)
    case "FI": try checkFinland()
    case "FR": try checkFrance()
    case "HR": try require(CheckDigits.holdsMod11And10(try digits(11)))
    case "HU":
      try require(CheckDigits.weightedSum(try digits(8), [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0)
    case "IE": try checkIreland()
    case "IT": try checkItaly()
    case "LT": try checkLithuania()
    case "LU": try checkLuxembourg()
    case "LV": try checkLatvia()
    case "MT": try checkMalta()
    case "NL": try checkNetherlands()
    case "PL": try checkPoland()
    case "PT": try checkPortugal()
    case "RO": try checkRomania()
    case "SE": try checkSweden()
    case "SI": try checkSlovenia()
    case "SK": try checkSlovakia()
    case "XI": try checkNorthernIreland()
    default: throw .structure(.euVAT)
    }
  }

  /// The digits of a body that is all digits, in one of these counts and not all zero.
  func digits(_ counts: Int...) throws(KindFailure) -> [Int] {
    try length(counts)
    return try digits(bytes)
  }

  /// The digits of a part that is all digits and not all zero.
  func digits(_ part: ArraySlice<UInt8>) throws(KindFailure) -> [Int] {
    guard let digits = part.numerals, digits.contains(where: { $0 != 0 }) else {
      throw .structure(.euVAT)
    }
    return digits
  }

  func length(_ counts: [Int]) throws(KindFailure) {
    guard counts.contains(bytes.count) else {
      throw .length(.euVAT, expected: counts, found: bytes.count)
    }
  }

  func structure(_ holds: Bool) throws(KindFailure) {
    guard holds else { throw .structure(.euVAT) }
  }

  func require(_ holds: Bool) throws(KindFailure) {
    guard holds else { throw .checksum(.euVAT) }
  }

  /// Offers the number with a leading zero where it is one digit short and holds with it.
  func offerLeadingZero(to count: Int, as prefix: String) throws(KindFailure) {
    guard bytes.count == count - 1 else { return }
    let padded = [0x30] + bytes
    guard (try? VATBody(padded[...]).check(as: prefix)) != nil else { return }
    throw .rule(.missingLeadingZero(suggestion: padded.spelled))
  }
}
