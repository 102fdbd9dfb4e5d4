import PlainValues

/// A reading of a pattern that lets pass only what RE2 has too.
///
/// PCRE2 would take more: back references, look-around, atomic groups and possessive repetition. Those
/// make a match's time escape its limits (what they skip is not counted), and CEL does not have them.
///
/// - SeeAlso: CEL language definition, "Regular Expressions"; RE2 wiki, "Syntax".
struct PatternScan {
  private let bytes: [UInt8]
  private var position = 0
  /// Whether the last thing read was a repetition, after which `+` would be possessive.
  private var repeats = false

  /// Checks a pattern.
  ///
  /// - Throws: ``PatternFault`` at the first construct that RE2 does not have.
  static func check(_ bytes: [UInt8]) throws(PatternFault) {
    var scan = PatternScan(bytes)
    try scan.run()
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() throws(PatternFault) {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\\"):
        try escape()
        repeats = false
      case UInt8(ascii: "["):
        try characterClass()
        repeats = false
      case UInt8(ascii: "("):
        try group()
        repeats = false
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "}"):
        if byte == UInt8(ascii: "+"), repeats { throw unsupported(from: position, count: 1) }
        position += 1
        repeats = true
      default:
        position += 1
        repeats = false
      }
    }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private func unsupported(from start: Int, count: Int) -> PatternFault {
    let end = min(start + count, bytes.count)
    return PatternFault(
      reason: .unsupported(String(decoding: bytes[start..<end], as: UTF8.self)),
      offset: start
    )
  }

  /// Reads a backslash and what it makes special; `\Q…\E` as a whole.
  private mutating func escape() throws(PatternFault) {
    let start = position
    position += 2
    // A backslash at the end is PCRE2's to refuse.
    guard start + 1 < bytes.count else { return }
    switch bytes[start + 1] {
    case UInt8(ascii: "Q"):
      while position < bytes.count {
        if peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "E") {
          position += 2
          return
        }
        position += 1
      }
    case UInt8(ascii: "p"), UInt8(ascii: "P"), UInt8(ascii: "x"):
      // The closing brace of a name or a number is no repetition.
      guard peek() == UInt8(ascii: "{") else { return }
      while let byte = peek(), byte != UInt8(ascii: "}") {
        position += 1
      }
      position += 1
    case let letter where PatternScan.plainEscapes.contains(letter): return
    case let byte where byte.isASCIILetter || byte.isASCIIDigit:
      throw unsupported(from: start, count: 2)
    default: return
    }
  }

  /// The letters and digits that mean the same after a backslash in RE2 and in PCRE2.
  private static let plainEscapes = Set("0aftnrvdDsSwWbBAzE".utf8)

  private mutating func characterClass() throws(PatternFault) {
    position += 1
    if peek() == UInt8(ascii: "^") { position += 1 }
    // A bracket that comes first stands for itself.
    if peek() == UInt8(ascii: "]") { position += 1 }
    while let byte = peek(), byte != UInt8(ascii: "]") {
      if byte == UInt8(ascii: "\\") {
        try escape()
      } else if byte == UInt8(ascii: "["), peek(1) == UInt8(ascii: ":") {
        position += 2
        while let inner = peek(), inner != UInt8(ascii: "]") {
          position += 1
        }
        position += 1
      } else {
        position += 1
      }
    }
    position += 1
  }

  /// Reads the start of a group: `(`, `(?:`, `(?flags)`, `(?flags:`, `(?P<name>` or `(?<name>`.
  private mutating func group() throws(PatternFault) {
    let start = position
    position += 1
    if peek() == UInt8(ascii: "*") { throw unsupported(from: start, count: 2) }
    guard peek() == UInt8(ascii: "?") else { return }
    position += 1
    if peek() == UInt8(ascii: "P") { position += 1 }
    if peek() == UInt8(ascii: "<"), let letter = peek(1), letter.isASCIILetter { return }
    position = start + 2
    while let byte = peek(), PatternScan.flags.contains(byte) { position += 1 }
    guard peek() == UInt8(ascii: ":") || peek() == UInt8(ascii: ")") else {
      // A look-behind is known only by the character after `<`.
      let length = position - start + (peek() == UInt8(ascii: "<") ? 2 : 1)
      throw unsupported(from: start, count: length)
    }
    position += 1
  }

  private static let flags = Set("imsU-".utf8)
}
