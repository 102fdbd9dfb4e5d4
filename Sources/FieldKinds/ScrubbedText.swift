import PlainValues

/// What is left of a typed identifier after trimming, folding and dropping separators.
///
/// The steps, in this order, for every identifier: outer white space goes; a scalar that hides,
/// reorders or drives a terminal is refused; Unicode spaces, dashes and full-width forms fold to
/// ASCII, other digits and letters do not (an Arabic digit is a wrong character, and `ſ` must never
/// become `S`); ASCII letters become capitals; the separators of the kind go.
///
/// - Complexity: O(*n*); ASCII text, the common case of an import, is only ever seen as bytes.
struct ScrubbedText {
  /// ASCII capitals, digits and the marks that the kind keeps.
  let bytes: [UInt8]
  private let source: String
  private let dropped: ASCIISet

  /// Scrubs a text.
  ///
  /// - Parameters:
  ///   - source: The text as typed.
  ///   - dropped: The separators of the kind.
  ///   - kept: What the kind is written with beyond letters and digits.
  ///   - alphabet: What a sentence about a wrong character should call the characters of the kind.
  /// - Throws: `empty`, `hostile` or `charset`; a hostile scalar anywhere comes before any wrong
  ///   character.
  init(
    _ source: String,
    dropping dropped: ASCIISet,
    keeping kept: ASCIISet = [],
    naming alphabet: KindAlphabet = .digitsAndLetters
  ) throws(KindFailure) {
    self.source = source
    self.dropped = dropped
    let allowed = kept.union(.digitsAndLetters).union(dropped)
    let typed = Array(source.utf8)
    let folded =
      typed.allSatisfy { $0 < 0x80 }
      ? try Self.foldedBytes(typed, allowed: allowed, naming: alphabet)
      : try Self.foldedScalars(source, allowed: allowed, naming: alphabet)
    bytes = folded.filter { !dropped.contains($0) }
  }

  private static func foldedBytes(
    _ typed: [UInt8],
    allowed: ASCIISet,
    naming alphabet: KindAlphabet
  ) throws(KindFailure) -> [UInt8] {
    guard let first = typed.firstIndex(where: { !isOuterSpace($0) }),
      let last = typed.lastIndex(where: { !isOuterSpace($0) })
    else { throw .empty }
    let folded = typed[first...last].map(capital)
    guard !folded.allSatisfy(allowed.contains) else { return folded }
    return try foldedScalars(typed.spelled, allowed: allowed, naming: alphabet)
  }

  private static func foldedScalars(
    _ source: String,
    allowed: ASCIISet,
    naming alphabet: KindAlphabet
  ) throws(KindFailure) -> [UInt8] {
    let trimmed = source.trimmed.unicodeScalars
    guard !trimmed.isEmpty else { throw .empty }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(trimmed.count)
    var wrong: KindFailure?
    for (index, scalar) in trimmed.enumerated() {
      if scalar.isHostile {
        throw .hostile(codePoint: scalar.codePointName, position: index + 1)
      }
      if let byte = folded(scalar), allowed.contains(byte) {
        bytes.append(byte)
      } else {
        wrong = wrong ?? .charset(found: shown(scalar), position: index + 1, allowed: alphabet)
      }
    }
    if let wrong { throw wrong }
    return bytes
  }

  /// The failure that points at one of the bytes as a wrong character, at its place in the trimmed text.
  func wrongCharacter(at index: Int, allowed: KindAlphabet) -> KindFailure {
    var left = index
    for (place, scalar) in source.trimmed.unicodeScalars.enumerated() {
      if let byte = folded(scalar), dropped.contains(byte) { continue }
      if left == 0 { return .charset(found: shown(scalar), position: place + 1, allowed: allowed) }
      left -= 1
    }
    return .empty
  }

  /// The ASCII character that a space, dash or full-width form folds to; any other scalar as it is.
  static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.value < 0x80 ? scalar : folded(scalar).map { Unicode.Scalar($0) } ?? scalar
  }

  /// The failure that points at the first byte that is no digit; `nil` if there is none.
  func firstNonDigit() -> KindFailure? {
    guard let index = bytes.firstIndex(where: { !$0.isNumeral }) else { return nil }
    return wrongCharacter(at: index, allowed: .digits)
  }
}

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

  static let digitsAndLetters: ASCIISet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
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

/// The ASCII capital that a scalar folds to; `nil` where it folds to nothing ASCII has.
private func folded(_ scalar: Unicode.Scalar) -> UInt8? {
  switch scalar.value {
  case 0x20..<0x7F: capital(UInt8(truncatingIfNeeded: scalar.value))
  case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: 0x20
  case 0x2010...0x2015, 0x2212: 0x2D
  case 0xFF01...0xFF5E: capital(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
  default: nil
  }
}

private func capital(_ byte: UInt8) -> UInt8 {
  byte >= 0x61 && byte <= 0x7A ? byte - 0x20 : byte
}

private func isOuterSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

/// A wrong character as a sentence may show it: a mark that would join its neighbour goes by its name.
private func shown(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .spacingMark: scalar.codePointName
  default: String(scalar)
  }
}
