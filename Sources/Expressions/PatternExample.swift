import PlainValues

extension Pattern {
  /// Texts that match the pattern as a whole, made up; the shortest come first.
  ///
  /// - Returns: A few; empty where none was found, which does not mean that there is none.
  /// - Complexity: O(*n*) in the pattern and in ``PatternExample/mostBytes``.
  package var examples: [String] {
    var found: [String] = []
    for repeats in [0, 1, 3] {
      for alternative in 0..<3 {
        var example = PatternExample(text, repeats: repeats, alternative: alternative)
        guard let candidate = example.made(), !found.contains(candidate),
          (try? matches(whole: candidate)) == true
        else { continue }
        found.append(candidate)
      }
    }
    return found
  }
}

/// Makes up one text for a pattern by reading it from left to right.
///
/// What it makes need not match: assertions are passed over, and of classes only what is common is
/// known. Whoever uses it tries the pattern.
struct PatternExample {
  /// The most bytes that are made.
  static let mostBytes = 1_000
  /// The deepest nesting of groups that is read.
  private static let deepest = 50

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  /// How often something is repeated beyond what the pattern needs.
  private let repeats: Int
  /// Which alternative is taken, the first counted as 0; the last where there are fewer.
  private let alternative: Int

  init(_ pattern: String, repeats: Int, alternative: Int) {
    bytes = Array(pattern.utf8)
    self.repeats = repeats
    self.alternative = alternative
  }

  /// The text; `nil` where the pattern has something that is not understood.
  mutating func made() -> String? {
    guard let made = choice(), position == bytes.count else { return nil }
    return String(decoding: made, as: UTF8.self)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Alternatives up to the end or the closing parenthesis.
  private mutating func choice() -> [UInt8]? {
    var alternatives: [[UInt8]] = []
    repeat {
      guard let sequence = sequence() else { return nil }
      alternatives.append(sequence)
    } while take("|")
    return alternatives[min(alternative, alternatives.count - 1)]
  }

  private mutating func sequence() -> [UInt8]? {
    var made: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let piece = piece(), let times = times() else { return nil }
      guard made.count + piece.count * times <= Self.mostBytes else { return nil }
      for _ in 0..<times { made += piece }
    }
    return made
  }

  /// One character, class or group, without its repetition.
  private mutating func piece() -> [UInt8]? {
    guard let byte = next else { return nil }
    position += 1
    switch Unicode.Scalar(byte) {
    case "(": return group()
    case "[": return characterClass()
    case "\\": return escape().map { $0.map { [$0] } ?? [] }
    case ".": return [UInt8(ascii: "x")]
    case "^", "$": return []
    default: return [byte]
    }
  }

  private mutating func group() -> [UInt8]? {
    guard depth < Self.deepest else { return nil }
    if take("?") {
      if take("P") || next == UInt8(ascii: "<") {
        while let byte = next, byte != UInt8(ascii: ">") { position += 1 }
        position += 1
      } else {
        while let byte = next, byte != UInt8(ascii: ":"), byte != UInt8(ascii: ")") {
          position += 1
        }
        // Flags alone, `(?i)`, are a group of nothing.
        if take(")") { return [] }
        position += 1
      }
    }
    depth += 1
    defer { depth -= 1 }
    guard position <= bytes.count, let made = choice(), take(")") else { return nil }
    return made
  }

  /// What stands behind a backslash: a byte that matches, nothing for an assertion.
  private mutating func escape() -> UInt8?? {
    guard let byte = next else { return nil }
    position += 1
    switch Unicode.Scalar(byte) {
    case "d": return UInt8(ascii: "1")
    case "w", "S", "D": return UInt8(ascii: "A")
    case "s", "W": return UInt8(ascii: " ")
    case "t": return 0x09
    case "b", "B", "A", "z": return .some(nil)
    case "p", "P":
      guard take("{") else { return nil }
      var name: [UInt8] = []
      while let byte = next, byte != UInt8(ascii: "}") {
        name.append(byte)
        position += 1
      }
      position += 1
      if byte == UInt8(ascii: "P") { return UInt8(ascii: "1") }
      if name.first == UInt8(ascii: "N") { return UInt8(ascii: "1") }
      return name == Array("Ll".utf8) ? UInt8(ascii: "a") : UInt8(ascii: "A")
    default: return byte.isASCIILetter || byte.isASCIIDigit ? nil : byte
    }
  }

  /// The first character of a class; of one that excludes, the first usual character that it leaves.
  private mutating func characterClass() -> [UInt8]? {
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt8>] = []
    var isFirst = true
    while let byte = next, isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      position += 1
      var low = byte
      if byte == UInt8(ascii: "\\") {
        guard case .some(.some(let escaped)) = escape() else { return nil }
        low = escaped
      } else if byte == UInt8(ascii: "["), next == UInt8(ascii: ":") {
        return nil
      }
      var high = low
      if next == UInt8(ascii: "-"), position + 1 < bytes.count,
        bytes[position + 1] != UInt8(ascii: "]")
      {
        position += 1
        high = bytes[position]
        position += 1
      }
      if low <= high { ranges.append(low...high) }
    }
    guard take("]") else { return nil }
    guard isNegated else {
      // A letter of more bytes is not taken apart.
      return ranges.first { $0.lowerBound < 0x80 }.map { [$0.lowerBound] }
    }
    return "xA1 -".utf8.first { byte in !ranges.contains { $0.contains(byte) } }.map { [$0] }
  }

  /// How often the piece before is made.
  private mutating func times() -> Int? {
    var bounds: (least: Int, most: Int) = (1, 1)
    if take("*") {
      bounds = (0, Self.mostBytes)
    } else if take("+") {
      bounds = (1, Self.mostBytes)
    } else if take("?") {
      bounds = (0, 1)
    } else if take("{") {
      guard let least = number() else { return nil }
      bounds = (least, least)
      if take(",") { bounds.most = number() ?? Self.mostBytes }
      guard take("}") else { return nil }
    } else {
      return 1
    }
    // A lazy repetition matches the same texts.
    _ = take("?")
    return min(bounds.least + repeats, max(bounds.least, bounds.most))
  }

  private mutating func number() -> Int? {
    var number: Int?
    while let byte = next, byte.isASCIIDigit, (number ?? 0) <= Self.mostBytes {
      number = (number ?? 0) * 10 + Int(byte) - 0x30
      position += 1
    }
    return number
  }
}
