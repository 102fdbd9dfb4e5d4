import PlainValues

extension Lexer {
  /// Reads a text or bytes literal whose opening quote comes next.
  mutating func text(from start: Int, isRaw: Bool, isBytes: Bool) throws(Fault) -> Token {
    let quote = bytes[position]
    let isTriple = peek(1) == quote && peek(2) == quote
    position += isTriple ? 3 : 1
    var content: [UInt8] = []
    while true {
      guard let byte = peek(), isTriple || (byte != 0x0A && byte != 0x0D) else {
        throw Fault(.unclosedText, at: place(from: start))
      }
      if byte == quote, !isTriple || (peek(1) == quote && peek(2) == quote) {
        position += isTriple ? 3 : 1
        break
      }
      if byte == UInt8(ascii: "\\"), !isRaw {
        try escape(isBytes: isBytes, into: &content)
      } else {
        content.append(byte)
        position += 1
      }
    }
    let kind =
      isBytes ? .bytes(content) : Token.Kind.string(String(decoding: content, as: UTF8.self))
    return token(kind, from: start)
  }

  /// Reads one backslash sequence.
  ///
  /// In bytes `\x` and octal sequences are octets and `\u` does not exist; in text all are code points.
  private mutating func escape(isBytes: Bool, into content: inout [UInt8]) throws(Fault) {
    let start = position
    position += 1
    guard let mark = peek() else { throw badEscape(from: start) }
    position += 1
    switch mark {
    case UInt8(ascii: "a"): content.append(0x07)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "v"): content.append(0x0B)
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "`"):
      content.append(mark)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      let value = try digits(2, from: start)
      try append(value, isBytes: isBytes, to: &content, from: start)
    case UInt8(ascii: "u") where !isBytes:
      let value = try codeUnits(from: start)
      try append(value, isBytes: false, to: &content, from: start)
    case UInt8(ascii: "U") where !isBytes:
      let value = try digits(8, from: start)
      try append(value, isBytes: false, to: &content, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      guard let second = octalDigit(), let third = octalDigit() else {
        throw badEscape(from: start)
      }
      let value = UInt32(mark - 0x30) * 64 + second * 8 + third
      try append(value, isBytes: isBytes, to: &content, from: start)
    default: throw badEscape(from: start)
    }
  }

  private mutating func octalDigit() -> UInt32? {
    guard let byte = peek(), byte >= 0x30, byte <= 0x37 else { return nil }
    position += 1
    return UInt32(byte - 0x30)
  }

  private mutating func digits(_ count: Int, from start: Int) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = peek()?.hexadecimalDigit else { throw badEscape(from: start) }
      position += 1
      // Eight digits fill the 32 bits exactly.
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Reads the digits of a `\u`, and of a second one where both are a surrogate pair.
  private mutating func codeUnits(from start: Int) throws(Fault) -> UInt32 {
    let first = try digits(4, from: start)
    guard first >= 0xD800, first < 0xDC00 else { return first }
    guard peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else {
      throw badEscape(from: start)
    }
    position += 2
    let second = try digits(4, from: start)
    guard second >= 0xDC00, second < 0xE000 else { throw badEscape(from: start) }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private func append(
    _ value: UInt32,
    isBytes: Bool,
    to content: inout [UInt8],
    from start: Int
  ) throws(Fault) {
    if isBytes {
      content.append(UInt8(truncatingIfNeeded: value))
      return
    }
    guard let scalar = Unicode.Scalar(value) else { throw badEscape(from: start) }
    content.append(contentsOf: Character(scalar).utf8)
  }

  private func badEscape(from start: Int) -> Fault {
    // The sequence is shown whole, with the character that spoils it.
    var end = min(max(position, start + 2), bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    let written = String(decoding: bytes[start..<end], as: UTF8.self)
    return Fault(.badEscape(written), at: Place(offset: start, length: end - start))
  }
}
