import PlainValues

extension VATBody {
  /// Seven digits, a check letter and perhaps one more letter; before 1991 the second was no digit.
  ///
  /// - SeeAlso: Revenue (Ireland), Tax and Duty Manual, "VAT registration numbers".
  func checkIreland() throws(KindFailure) {
    try length([8, 9])
    let body = Array(bytes)
    let alphabet = Array("WABCDEFGHIJKLMNOPQRSTUV".utf8)
    guard let check = alphabet.firstIndex(of: body[7]) else { throw .structure(.euVAT) }
    var counted: [UInt8]
    var last = 0
    if body[1].isASCIIDigit {
      counted = Array(body[..<7])
      if body.count == 9 {
        guard let value = alphabet.prefix(10).firstIndex(of: body[8]) else {
          throw .structure(.euVAT)
        }
        last = value
      }
    } else {
      try structure(body.count == 8)
      counted = [0x30] + body[2..<7] + [body[0]]
    }
    let digits = try digits(counted[...])
    try require((CheckDigits.weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * last) % 23 == check)
  }

  /// Eleven digits under Luhn; seven of the taxpayer, then the office, 001 to 100 and a few more.
  ///
  /// - SeeAlso: DPR 633/1972, articolo 35; DM 23 December 1976.
  func checkItaly() throws(KindFailure) {
    let digits = try digits(11)
    let office = CheckDigits.number(digits[7..<10])
    try structure(CheckDigits.number(digits[..<7]) != 0)
    try structure((1...100).contains(office) || [120, 121, 888, 999].contains(office))
    try require(CheckDigits.luhnSum(digits) % 10 == 0)
  }

  /// Nine digits of an entity or twelve of a temporary registration, with a 1 before the last.
  func checkLithuania() throws(KindFailure) {
    let digits = try digits(9, 12)
    let body = digits.dropLast()
    try structure(body.last == 1)
    func sum(from weight: Int) -> Int {
      CheckDigits.weightedSum(body, body.indices.map { ($0 + weight - 1) % 9 + 1 }) % 11
    }
    let first = sum(from: 1)
    try require((first == 10 ? sum(from: 3) % 10 : first) == digits.last)
  }

  /// Eight digits; the last two are the remainder by 89 of the others.
  func checkLuxembourg() throws(KindFailure) {
    let digits = try digits(8)
    try require(CheckDigits.number(digits[..<6]) % 89 == CheckDigits.number(digits[6...]))
  }

  /// Eleven digits: from 4 on of an entity, else of a person, by birth date or, from 32 on, without.
  func checkLatvia() throws(KindFailure) {
    let digits = try digits(11)
    if digits[0] > 3 {
      let sum = CheckDigits.weightedSum(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1])
      return try require(sum % 11 == 3)
    }
    if CheckDigits.number(digits[..<2]) < 32 {
      let birth = CivilDate(
        year: 1800 + digits[6] * 100 + CheckDigits.number(digits[4..<6]),
        month: CheckDigits.number(digits[2..<4]),
        day: CheckDigits.number(digits[..<2])
      )
      try structure(digits[6] <= 2 && birth != nil)
    }
    let sum = 1 + CheckDigits.weightedSum(digits, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])
    try require(sum % 11 % 10 == digits[10])
  }

  /// Eight digits, not from 0; the last two are 37 less the remainder by 37.
  func checkMalta() throws(KindFailure) {
    let digits = try digits(8)
    try structure(digits[0] != 0)
    let remainder = CheckDigits.weightedSum(digits, [3, 4, 6, 7, 8, 9]) % 37
    try require(CheckDigits.number(digits[6...]) == 37 - remainder)
  }

  /// Nine digits, B, two digits: the elevens test of the citizen service number, or MOD 97-10.
  ///
  /// Since 2020 sole traders have numbers of the second kind, which do not hold a service number.
  ///
  /// - SeeAlso: Belastingdienst, "Btw-identificatienummer".
  func checkNetherlands() throws(KindFailure) {
    try length([12])
    let digits = try digits(bytes.prefix(9))
    try structure(bytes.dropFirst(9).first == 0x42)
    _ = try self.digits(bytes.suffix(2))
    let sum = CheckDigits.weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) - digits[8]
    try require(sum % 11 == 0 || CheckDigits.remainderBy97(Array("NL".utf8) + bytes) == 1)
  }

  /// Ten digits; the last is the weighted sum by 11, and ten does not occur.
  func checkPoland() throws(KindFailure) {
    let digits = try digits(10)
    let check = CheckDigits.weightedSum(digits, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11
    try require(check == digits[9])
  }

  /// Nine digits, not from 0; 11 less the weighted sum by 11, where ten and eleven count as 0.
  func checkPortugal() throws(KindFailure) {
    let digits = try digits(9)
    try structure(digits[0] != 0)
    let sum = CheckDigits.weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2])
    try require((11 - sum % 11) % 11 % 10 == digits[8])
  }

  /// Two to ten digits, not from 0, weighted from the right; or a person's code (CNP) of thirteen.
  ///
  /// - SeeAlso: Legea 207/2015 (Codul de procedură fiscală), art. 82, by which a person's tax code is
  ///   the CNP.
  func checkRomania() throws(KindFailure) {
    let digits = try digits(2, 3, 4, 5, 6, 7, 8, 9, 10, 13)
    try structure(digits[0] != 0)
    guard digits.count < 13 else { return try checkRomanianPerson(digits) }
    let sum = CheckDigits.weightedSum(digits.dropLast().reversed(), [2, 3, 5, 7, 1, 2, 3, 5, 7])
    try require(sum * 10 % 11 % 10 == digits.last)
  }

  /// A sex and century, a birth date, a county, a number, and a check digit, where ten counts as 1.
  private func checkRomanianPerson(_ digits: [Int]) throws(KindFailure) {
    let century = [3, 4].contains(digits[0]) ? 1800 : [5, 6].contains(digits[0]) ? 2000 : 1900
    let birth = CivilDate(
      year: century + CheckDigits.number(digits[1..<3]),
      month: CheckDigits.number(digits[3..<5]),
      day: CheckDigits.number(digits[5..<7])
    )
    let county = CheckDigits.number(digits[7..<9])
    let isCounty = (1...48).contains(county) || [51, 52, 70, 80, 81, 82, 83].contains(county)
    try structure(birth != nil && isCounty)
    let check = CheckDigits.weightedSum(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
    try require((check == 10 ? 1 : check) == digits[12])
  }

  /// The ten digits of the organisation under Luhn, then 01 to 94.
  func checkSweden() throws(KindFailure) {
    let digits = try digits(12)
    try structure((1...94).contains(CheckDigits.number(digits[10...])))
    try require(CheckDigits.luhnSum(digits[..<10]) % 10 == 0)
  }

  /// Eight digits, not from 0; 11 less the weighted sum by 11, where ten counts as 0.
  func checkSlovenia() throws(KindFailure) {
    let digits = try digits(8)
    try structure(digits[0] != 0)
    let check = 11 - CheckDigits.weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) % 11
    try require((check == 10 ? 0 : check) == digits[7])
  }

  /// Ten digits that 11 divides, not from 0, the third one of 2, 3, 4, 7, 8, 9.
  func checkSlovakia() throws(KindFailure) {
    let digits = try digits(10)
    try structure(digits[0] != 0 && [2, 3, 4, 7, 8, 9].contains(digits[2]))
    try require(CheckDigits.number(digits) % 11 == 0)
  }

  /// Nine digits by 97, or by 97 with 55 added; three more for a branch; or GD and HA of authorities.
  ///
  /// - SeeAlso: HMRC, VAT Registration Manual, "VRN check digit calculation" (modulus 97 and 9755).
  func checkNorthernIreland() throws(KindFailure) {
    try length([5, 9, 12])
    if bytes.count == 5 {
      guard let part = bytes.suffix(3).numerals.map(CheckDigits.number) else {
        throw .structure(.euVAT)
      }
      let office = bytes.prefix(2)
      return try structure(
        office.elementsEqual("GD".utf8) && part < 500
          || office.elementsEqual("HA".utf8) && part >= 500
      )
    }
    let digits = try digits(5, 9, 12)
    let sum = CheckDigits.weightedSum(digits, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97
    // Numbers of the second series begin at 100 0000 xx.
    try require(sum == 0 || sum == 42 && digits[0] != 0)
  }
}
