import PlainValues

extension Lexer {
  /// Reads a whole number in decimal or hexadecimal digits, an unsigned one, or a double.
  mutating func number() throws(Fault) -> Token {
    let start = position
    if peek() == UInt8(ascii: "0"), let mark = peek(1), mark | 0x20 == UInt8(ascii: "x") {
      position += 2
      while let byte = peek(), byte.hexadecimalDigit != nil { position += 1 }
      let digits = String(decoding: bytes[(start + 2)..<position], as: UTF8.self)
      return try whole(UInt(digits, radix: 16), from: start)
    }
    skipDigits()
    let isFraction = peek() == UInt8(ascii: ".") && peek(1)?.isASCIIDigit == true
    if isFraction {
      position += 1
      skipDigits()
    }
    let isScientific = skipExponent()
    guard isFraction || isScientific else {
      return try whole(UInt(written(from: start)), from: start)
    }
    let text = written(from: start)
    guard endsCleanly, let value = Double(text), value.isFinite else {
      throw badNumber(from: start)
    }
    return token(.double(value), from: start)
  }

  private mutating func skipDigits() {
    while let byte = peek(), byte.isASCIIDigit { position += 1 }
  }

  /// Reads `e`, a sign and digits, if all that is there.
  private mutating func skipExponent() -> Bool {
    guard let mark = peek(), mark | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
    guard peek(hasSign ? 2 : 1)?.isASCIIDigit == true else { return false }
    position += hasSign ? 2 : 1
    skipDigits()
    return true
  }

  private mutating func whole(_ value: UInt?, from start: Int) throws(Fault) -> Token {
    let isUnsigned = peek().map { $0 | 0x20 == UInt8(ascii: "u") } ?? false
    if isUnsigned { position += 1 }
    guard endsCleanly, let value else { throw badNumber(from: start) }
    if isUnsigned { return token(.uint(value), from: start) }
    guard value <= Int.min.magnitude else { throw badNumber(from: start) }
    return token(.int(value), from: start)
  }

  /// Whether no letter or digit hangs on to the number.
  private var endsCleanly: Bool {
    guard let byte = peek() else { return true }
    return !(byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_"))
  }

  private mutating func badNumber(from start: Int) -> Fault {
    skipNameBytes()
    return Fault(.badNumber(written(from: start)), at: place(from: start))
  }
}
