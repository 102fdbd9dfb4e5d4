import PlainValues

extension VATBody {
  /// U and eight digits; the last completes a Luhn sum with a constant of four.
  ///
  /// - SeeAlso: BMF (Austria), "Umsatzsteuer-Identifikationsnummer, Konstruktionsregeln".
  func checkAustria(as kind: KindName = .euVAT) throws(KindFailure) {
    guard bytes.count == 9 else { throw .length(kind, expected: [9], found: bytes.count) }
    guard bytes.first == 0x55, let digits = bytes.dropFirst().numerals else {
      throw .structure(kind)
    }
    guard (CheckDigits.luhnSum(digits.dropLast()) + 4 + digits[7]) % 10 == 0 else {
      throw .checksum(kind)
    }
  }

  /// Ten digits from 0 or 1; the last two are 97 less the remainder by 97 of the others.
  func checkBelgium() throws(KindFailure) {
    try offerLeadingZero(to: 10, as: "BE")
    let digits = try digits(10)
    try structure(digits[0] <= 1)
    let remainder = CheckDigits.number(digits[..<8]) % 97
    try require(CheckDigits.number(digits[8...]) == 97 - remainder)
  }

  /// Nine digits of an entity, or ten of a person: citizen (EGN), foreigner (LNCh), or another.
  func checkBulgaria() throws(KindFailure) {
    let digits = try digits(9, 10)
    guard digits.count == 10 else {
      var check = CheckDigits.weightedSum(digits[..<8], [1, 2, 3, 4, 5, 6, 7, 8]) % 11
      if check == 10 {
        check = CheckDigits.weightedSum(digits[..<8], [3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10
      }
      return try require(check == digits[8])
    }
    let body = digits[..<9]
    let citizen = CheckDigits.weightedSum(body, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
    let foreigner = CheckDigits.weightedSum(body, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
    let other = (11 - CheckDigits.weightedSum(body, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
    let isCitizen = citizen == digits[9] && hasBulgarianBirthDate(digits)
    try require(isCitizen || foreigner == digits[9] || other == digits[9])
  }

  /// Months 1 to 12 are of the 1900s, 21 to 32 of the 1800s, 41 to 52 of the 2000s.
  private func hasBulgarianBirthDate(_ digits: [Int]) -> Bool {
    let month = CheckDigits.number(digits[2..<4])
    let century = [1900, 1800, 2000][min(month / 20, 2)]
    return CivilDate(
      year: century + CheckDigits.number(digits[..<2]),
      month: month - min(month / 20, 2) * 20,
      day: CheckDigits.number(digits[4..<6])
    ) != nil
  }

  /// Eight digits, not from 12, and a letter: the sum by 26 where odd places are translated.
  func checkCyprus() throws(KindFailure) {
    try length([9])
    let digits = try digits(bytes.dropLast())
    guard let letter = bytes.last, letter.isASCIICapital else { throw .structure(.euVAT) }
    try structure(CheckDigits.number(digits[..<2]) != 12)
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
    let sum = digits.enumerated().reduce(0) {
      $0 + ($1.offset % 2 == 0 ? odd[$1.element] : $1.element)
    }
    try require(Int(letter) - 0x41 == sum % 26)
  }

  /// Eight digits of an entity; nine from 6 of a special case; nine or ten of a birth number.
  ///
  /// - SeeAlso: zákon 133/2000 Sb., § 13 (birth numbers).
  func checkCzechia() throws(KindFailure) {
    let digits = try digits(8, 9, 10)
    let weights = [8, 7, 6, 5, 4, 3, 2]
    switch digits.count {
    case 8:
      try structure(digits[0] != 9)
      let check = 11 - CheckDigits.weightedSum(digits, weights) % 11
      try require(check % 10 == digits[7])
    case 9 where digits[0] == 6:
      let missing = 11 - CheckDigits.weightedSum(digits[1...], weights) % 11
      try require((19 - missing) % 10 == digits[8])
    default:
      try structure(hasCzechBirthDate(digits))
      if digits.count == 10 {
        try require(CheckDigits.number(digits[..<9]) % 11 % 10 == digits[9])
      }
    }
  }

  /// Women have 50 added to the month; 20 more is added where a day ran out of numbers.
  ///
  /// Numbers of nine digits were given until 1953, from 1954 on they have ten.
  private func hasCzechBirthDate(_ digits: [Int]) -> Bool {
    let year = CheckDigits.number(digits[..<2])
    let month = CheckDigits.number(digits[2..<4])
    if digits.count == 9, (54..<80).contains(year) { return false }
    let century =
      digits.count == 9 ? (year >= 80 ? 1800 : 1900) : (year >= 54 ? 1900 : 2000)
    return [0, 20, 50, 70].contains { added in
      CivilDate(
        year: century + year,
        month: month - added,
        day: CheckDigits.number(digits[4..<6])
      ) != nil
    }
  }

  /// Eight digits, not from 0, whose weighted sum 11 divides.
  func checkDenmark() throws(KindFailure) {
    let digits = try digits(8)
    try structure(digits[0] != 0)
    try require(CheckDigits.weightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0)
  }

  /// Nine digits whose sum weighted by 3, 7 and 1 ten divides.
  func checkEstonia() throws(KindFailure) {
    let digits = try digits(9)
    try require(CheckDigits.weightedSum(digits, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0)
  }

  /// Nine digits weighted by powers of two, by 11, where ten counts as 0.
  func checkGreece() throws(KindFailure) {
    try offerLeadingZero(to: 9, as: "EL")
    let digits = try digits(9)
    let sum = CheckDigits.weightedSum(digits, [256, 128, 64, 32, 16, 8, 4, 2])
    try require(sum % 11 % 10 == digits[8])
  }

  /// Eight digits whose weighted sum 11 divides.
  func checkFinland() throws(KindFailure) {
    let digits = try digits(8)
    try require(CheckDigits.weightedSum(digits, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 == 0)
  }

  /// Two characters that check the SIREN number after them; Monaco's bodies begin with 000.
  ///
  /// Two digits are the remainder by 97; a letter at either place (never I or O) makes a key of the
  /// newer kind, a remainder by 11 with its quotient.
  func checkFrance() throws(KindFailure) {
    try length([11])
    let siren = try digits(bytes.dropFirst(2))
    let key = try bytes.prefix(2).map { byte throws(KindFailure) in try frenchKeyValue(byte) }
    if siren[..<3] != [0, 0, 0] { try require(CheckDigits.luhnSum(siren) % 10 == 0) }
    let number = CheckDigits.number(siren)
    if key[0] < 10, key[1] < 10 {
      return try require(key[0] * 10 + key[1] == (number * 100 + 12) % 97)
    }
    let value = key[0] < 10 ? key[0] * 24 + key[1] - 10 : key[0] * 34 + key[1] - 100
    try require((number + 1 + value / 11) % 11 == value % 11)
  }

  /// The place of a character among the digits and the letters without I and O.
  private func frenchKeyValue(_ byte: UInt8) throws(KindFailure) -> Int {
    guard let value = Array("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ".utf8).firstIndex(of: byte) else {
      throw .structure(.euVAT)
    }
    return value
  }
}
