/// How one German federal state writes its tax numbers.
///
/// A printed number is office, district, taxpayer and check digit; the 13 digits that tax offices
/// exchange put the state's key before and a 0 after the office.
///
/// - SeeAlso: ELSTER, "Prüfung der Steuer- und Steueridentifikationsnummer", sections 3 to 7.
struct GermanTaxState {
  /// The ISO 3166-2 code without `DE-`.
  let code: String
  /// What the 13 digits begin with.
  let key: [UInt8]
  /// What the printed number begins with in the place of the key.
  let printedKey: [UInt8]
  /// How many digits of the office follow either key.
  let officeCount: Int
  /// How the printed number looks, `#` being a digit.
  let shape: String
  /// How the check digit is computed.
  let procedure: Procedure

  /// The ways to compute a check digit over the first twelve of the 13 digits.
  enum Procedure {
    /// The weighted sum filled up to a multiple of 11; ten is not given out; any of these weights holds.
    case elevens([[Int]])
    /// The weighted sum by 11 (Nordrhein-Westfalen); ten is not given out.
    case remainder([Int])
    /// Sums of digits, doubled at every other place, filled up to a multiple of 10 (Rheinland-Pfalz).
    case tens
    /// Digits moved by their place and weighted by powers of two, summed to one digit each, by 10.
    case twos
  }

  private init(
    _ code: String,
    _ key: String,
    _ printedKey: String,
    _ officeCount: Int,
    _ shape: String,
    _ procedure: Procedure
  ) {
    self.code = code
    self.key = Array(key.utf8)
    self.printedKey = Array(printedKey.utf8)
    self.officeCount = officeCount
    self.shape = shape
    self.procedure = procedure
  }

  private static let south = Procedure.elevens([[0, 5, 4, 3, 0, 2, 7, 6, 5, 4, 3, 2]])
  private static let hanse = Procedure.elevens([[0, 0, 4, 3, 0, 2, 7, 6, 5, 4, 3, 2]])
  private static let lowerSaxony = [0, 0, 2, 9, 0, 8, 7, 6, 5, 4, 3, 2]
  private static let berlin = Procedure.elevens([
    [0, 0, 0, 0, 0, 7, 6, 5, 8, 4, 3, 2], lowerSaxony,
  ])
  private static let rhine = Procedure.remainder([0, 3, 2, 1, 0, 7, 6, 5, 4, 3, 2, 1])

  /// All sixteen, in the order of their German names.
  static let all = [
    GermanTaxState("BW", "28", "", 2, "#####/#####", .twos),
    GermanTaxState("BY", "9", "", 3, "###/###/#####", south),
    GermanTaxState("BE", "11", "", 2, "##/###/#####", berlin),
    GermanTaxState("BB", "30", "0", 2, "###/###/#####", south),
    GermanTaxState("HB", "24", "", 2, "## ### #####", hanse),
    GermanTaxState("HH", "22", "", 2, "##/###/#####", hanse),
    GermanTaxState("HE", "26", "0", 2, "### ### #####", .twos),
    GermanTaxState("MV", "40", "0", 2, "###/###/#####", south),
    GermanTaxState("NI", "23", "", 2, "##/###/#####", .elevens([lowerSaxony])),
    GermanTaxState("NW", "5", "", 3, "###/####/####", rhine),
    GermanTaxState("RP", "27", "", 2, "##/###/#####", .tens),
    GermanTaxState("SL", "10", "0", 2, "###/###/#####", south),
    GermanTaxState("SN", "32", "2", 2, "###/###/#####", south),
    GermanTaxState("ST", "31", "1", 2, "###/###/#####", south),
    GermanTaxState("SH", "21", "", 2, "##/###/#####", .twos),
    GermanTaxState("TH", "41", "1", 2, "###/###/#####", south),
  ]

  /// Whether the state shares the programs of Bavaria, whose districts begin at 100.
  var sharesBavarianPrograms: Bool {
    ["BY", "BB", "MV", "SL", "SN", "ST", "TH"].contains(code)
  }

  /// How many digits the state prints: 10 or 11.
  var printedCount: Int { printedKey.count + officeCount + 8 }

  /// Whether the check digit of 13 digits holds.
  func holds(_ digits: [Int]) -> Bool {
    let body = digits.prefix(12)
    switch procedure {
    case .elevens(let alternatives):
      return alternatives.contains { weights in
        (11 - CheckDigits.weightedSum(body, weights) % 11) % 11 == digits[12]
      }
    case .remainder(let weights):
      return CheckDigits.weightedSum(body, weights) % 11 == digits[12]
    case .tens:
      let sum = zip(body, [0, 0, 1, 2, 0, 1, 2, 1, 2, 1, 2, 1]).reduce(0) {
        $0 + digitalRoot($1.0 * $1.1)
      }
      return (sum + digits[12]) % 10 == 0
    case .twos:
      let moves = [0, 0, 9, 8, 0, 7, 6, 5, 4, 3, 2, 1]
      let weights = [0, 0, 512, 256, 0, 128, 64, 32, 16, 8, 4, 2]
      let sum = body.indices.reduce(0) {
        $0 + digitalRoot((body[$1] + moves[$1]) % 10 * weights[$1])
      }
      return (sum + digits[12]) % 10 == 0
    }
  }

  /// The sum of digits, repeated until one digit is left.
  private func digitalRoot(_ number: Int) -> Int {
    number == 0 ? 0 : (number - 1) % 9 + 1
  }
}
