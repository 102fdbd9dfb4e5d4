/// A set of ASCII characters, as two words.
struct ASCIISet: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(stringLiteral characters: StaticString) {
    for byte in "\(characters)".utf8 { insert(byte) }
  }

  init(arrayLiteral bytes: UInt8...) {
    for byte in bytes { insert(byte) }
  }

  static let space: ASCIISet = " "
  static let spaceHyphen: ASCIISet = " -"
  static let spaceHyphenDot: ASCIISet = " -."
  static let spaceHyphenDotSlash: ASCIISet = " -./"
  static let spaceDotSlashComma: ASCIISet = " ./,"
  static let spaceHyphenDotSlashComma: ASCIISet = " -./,"
  static let vatSeparators: ASCIISet = " -./,:()"

  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low & (1 << UInt64(byte)) != 0 }
    return byte < 128 && high & (1 << UInt64(byte - 64)) != 0
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && contains(UInt8(truncatingIfNeeded: scalar.value))
  }

  func union(_ other: ASCIISet) -> ASCIISet {
    var both = self
    both.low |= other.low
    both.high |= other.high
    return both
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 { low |= 1 << UInt64(byte) } else if byte < 128 { high |= 1 << UInt64(byte - 64) }
  }
}
