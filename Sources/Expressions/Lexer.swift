import PlainValues

/// Splits the text of an expression into tokens, one at a time.
///
/// - SeeAlso: CEL language definition, "Syntax".
struct Lexer {
  let bytes: [UInt8]
  var position = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Reads the next token, white space and comments before it left out.
  mutating func next() throws(Fault) -> Token {
    skipSpace()
    let start = position
    guard let byte = peek() else { return token(.end, from: start) }
    if byte.isASCIIDigit { return try number() }
    if byte == UInt8(ascii: "."), let digit = peek(1), digit.isASCIIDigit { return try number() }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      return try text(from: start, isRaw: false, isBytes: false)
    }
    if byte == UInt8(ascii: "`") { return try quotedName() }
    if byte.isASCIILetter || byte == UInt8(ascii: "_") { return try word() }
    return try symbol()
  }

  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  func token(_ kind: Token.Kind, from start: Int) -> Token {
    Token(kind: kind, place: place(from: start))
  }

  func place(from start: Int) -> Place {
    Place(offset: start, length: position - start)
  }

  func written(from start: Int) -> String {
    String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while let byte = peek() {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"):
        while let byte = peek(), byte != 0x0A {
          position += 1
        }
      default: return
      }
    }
  }

  private mutating func word() throws(Fault) -> Token {
    let start = position
    // A letter may be the prefix of a text: r, b or br in any case.
    var prefix = 0
    var isBytes = false
    var isRaw = false
    if let byte = peek(), byte | 0x20 == UInt8(ascii: "b") {
      isBytes = true
      prefix = 1
    }
    if let byte = peek(prefix), byte | 0x20 == UInt8(ascii: "r") {
      isRaw = true
      prefix += 1
    }
    if prefix > 0, let quote = peek(prefix),
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    {
      position += prefix
      return try text(from: start, isRaw: isRaw, isBytes: isBytes)
    }
    skipNameBytes()
    let name = written(from: start)
    return token(Token.Symbol.word(name).map(Token.Kind.symbol) ?? .name(name), from: start)
  }

  mutating func skipNameBytes() {
    while let byte = peek(), byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") {
      position += 1
    }
  }

  private mutating func quotedName() throws(Fault) -> Token {
    let start = position
    position += 1
    while let byte = peek(), byte.isASCIILetter || byte.isASCIIDigit || "_.-/ ".utf8.contains(byte)
    {
      position += 1
    }
    guard peek() == UInt8(ascii: "`"), position > start + 1 else {
      throw Fault(.unexpectedCharacter("`"), at: Place(offset: start, length: 1))
    }
    position += 1
    let name = String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
    return token(.quotedName(name), from: start)
  }

  private mutating func symbol() throws(Fault) -> Token {
    let start = position
    for length in [2, 1] where start + length <= bytes.count {
      let text = String(decoding: bytes[start..<(start + length)], as: UTF8.self)
      guard let symbol = Token.Symbol(rawValue: text) else { continue }
      position += length
      return token(.symbol(symbol), from: start)
    }
    let rest = String(decoding: bytes[start..<min(start + 64, bytes.count)], as: UTF8.self)
    let character = rest.first ?? "\u{FFFD}"
    let length = character.utf8.count
    throw Fault(.unexpectedCharacter(character), at: Place(offset: start, length: length))
  }
}
