import PlainValues

/// The procedures for check digits that several identifiers share.
enum CheckDigits {
  /// The number that digits write; exact for up to 18 of them.
  static func number(_ digits: some Sequence<Int>) -> Int {
    digits.reduce(0) { ($0 &* 10) &+ $1 }
  }

  /// The sum of products of digits with their weights, as far as both go.
  static func weightedSum(_ digits: some Sequence<Int>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The Luhn sum of digits, of which the last one counts once; a multiple of ten where it holds.
  ///
  /// - SeeAlso: ISO/IEC 7812-1, Annex B.
  static func luhnSum(_ digits: some Collection<Int>) -> Int {
    var sum = 0
    var doubles = digits.count % 2 == 0
    for digit in digits {
      let product = doubles ? digit * 2 : digit
      sum += product > 9 ? product - 9 : product
      doubles.toggle()
    }
    return sum
  }

  /// Whether digits with their check digit hold under MOD 11,10.
  ///
  /// - SeeAlso: ISO/IEC 7064:2003, hybrid systems.
  static func holdsMod11And10(_ digits: [Int]) -> Bool {
    guard let check = digits.last else { return false }
    var product = 10
    for digit in digits.dropLast() {
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (product + check) % 10 == 1
  }

  /// The remainder by 97 of the number that digits and capitals (A = 10 … Z = 35) write.
  ///
  /// - SeeAlso: ISO/IEC 7064:2003, MOD 97-10.
  static func remainderBy97(_ bytes: some Sequence<UInt8>) -> Int {
    var remainder = 0
    for byte in bytes {
      remainder =
        byte.isASCIIDigit
        ? (remainder * 10 + Int(byte) - 0x30) % 97
        : (remainder * 100 + Int(byte) - 0x37) % 97
    }
    return remainder
  }
}

extension Collection<UInt8> {
  /// The text that ASCII bytes spell.
  var spelled: String { String(decoding: self, as: UTF8.self) }

  /// The values of bytes that are all digits; `nil` where one is not.
  var numerals: [Int]? {
    var values: [Int] = []
    values.reserveCapacity(count)
    for byte in self {
      guard byte.isASCIIDigit else { return nil }
      values.append(Int(byte) - 0x30)
    }
    return values
  }

  /// The bytes in groups of a size, between spaces, as a person reads long numbers.
  func grouped(by size: Int) -> String {
    var result: [UInt8] = []
    for (index, byte) in enumerated() {
      if index > 0, index % size == 0 { result.append(0x20) }
      result.append(byte)
    }
    return result.spelled
  }
}
