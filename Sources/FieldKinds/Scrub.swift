import PlainValues

/// What every answer goes through before its own rule looks at it, in this order.
///
/// Outer white space goes; a scalar that hides, reorders or drives a terminal is refused; Unicode
/// spaces, dashes and full-width forms fold to ASCII. Other digits and letters do not: an Arabic
/// digit is a wrong character, and `ſ` must never become `S`.
///
/// Positions count the Unicode scalars of the trimmed text as it was typed, from 1. No step before
/// the one that drops separators changes that count, so a position found later is still right.
package enum Scrub {
  /// Trims a text and refuses it where nothing or something hostile is left.
  ///
  /// - Parameters:
  ///   - text: The text as typed.
  ///   - keepsLines: Whether line feeds and tabs are let pass, as in a memo.
  /// - Returns: The text between the outer white space, otherwise as typed.
  /// - Throws: `KindFailure.empty` or `KindFailure.hostile`.
  /// - Complexity: O(*n*); printable ASCII is not copied.
  package static func safe(
    _ text: String,
    keepsLines: Bool = false
  ) throws(KindFailure) -> String {
    let trimmed = text.trimmed
    if trimmed.isEmpty { throw .empty }
    if trimmed.isPrintableLatin { return trimmed }
    var position = 0
    for scalar in trimmed.unicodeScalars {
      position += 1
      if scalar.isHostile, !(keepsLines && (scalar == "\n" || scalar == "\t")) {
        throw .hostile(codePoint: scalar.codePointName, position: position)
      }
    }
    return trimmed
  }

  /// Trims a text, refuses hostile ones, and folds spaces, dashes and full-width forms to ASCII.
  ///
  /// - Throws: `KindFailure.empty` or `KindFailure.hostile`.
  /// - Complexity: O(*n*); printable ASCII is not copied.
  package static func clean(_ text: String) throws(KindFailure) -> String {
    let safe = try safe(text)
    if safe.isASCII { return safe }
    var folded = String.UnicodeScalarView()
    for scalar in safe.unicodeScalars { folded.append(fold(scalar)) }
    return String(folded)
  }

  /// The ASCII character that a space, dash or full-width form stands for; any other scalar as it is.
  static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: " "
    case 0x2010...0x2015, 0x2212: "-"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }

  /// The text with the letters a to z as A to Z, and every other character as it is.
  ///
  /// `uppercased()` would make `S` of `ſ` and `SS` of `ß`, and so let wrong characters pass.
  package static func upperASCII(_ text: String) -> String {
    String(decoding: text.utf8.map(\.asciiCapital), as: UTF8.self)
  }

  /// The text with the letters A to Z as a to z, and every other character as it is.
  package static func lowerASCII(_ text: String) -> String {
    text.asciiLower
  }

  /// The text without the separators of a kind, which are ASCII characters such as `" -."`.
  package static func dropping(_ separators: String, from text: String) -> String {
    let dropped = Array(separators.utf8)
    return String(decoding: text.utf8.filter { !dropped.contains($0) }, as: UTF8.self)
  }

  /// Refuses a text with a character that its kind does not have.
  ///
  /// - Parameters:
  ///   - text: A clean text, its separators still in it.
  ///   - alphabet: What the failure says is allowed.
  ///   - offset: How many scalars stand before the text in what was typed.
  ///   - isAllowed: Whether the kind has a scalar.
  /// - Throws: `KindFailure.charset` for the first scalar that is not allowed.
  package static func require(
    _ text: some StringProtocol,
    in alphabet: KindAlphabet,
    offset: Int = 0,
    where isAllowed: (Unicode.Scalar) -> Bool
  ) throws(KindFailure) {
    if text.utf8.allSatisfy({ $0 < 0x80 && isAllowed(Unicode.Scalar($0)) }) { return }
    let scalars = text.unicodeScalars
    guard let bad = scalars.firstIndex(where: { !isAllowed($0) }) else { return }
    throw wrongCharacter(at: bad, in: text, allowed: alphabet, offset: offset)
  }

  /// The failure that points at a scalar of a clean text as a wrong character.
  ///
  /// A letter and the marks typed after it are named together, so that a decomposed `ü` reads `ü`.
  static func wrongCharacter(
    at index: String.Index,
    in text: some StringProtocol,
    allowed alphabet: KindAlphabet,
    offset: Int = 0
  ) -> KindFailure {
    let scalars = text.unicodeScalars
    var start = index
    if scalars[index].isMark, index > scalars.startIndex { start = scalars.index(before: index) }
    // Three marks are more than any letter has; a text of a million must not come back in a failure.
    var found = String.UnicodeScalarView()
    found.append(scalars[start])
    found.append(contentsOf: scalars[start...].dropFirst().prefix(3).prefix(while: \.isMark))
    return .charset(
      found: String(found).nfc,
      position: offset + scalars.distance(from: scalars.startIndex, to: start) + 1,
      allowed: alphabet
    )
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is written on the one before it.
  var isMark: Bool {
    if value < 0x300 { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
