import PlainValues
@_spi(_Unicode) import Swift

/// The characters that a terminal can show.
package enum Repertoire: Hashable, Sendable {
  /// Everything, as UTF-8.
  case unicode
  /// U+0020–7E only.
  case ascii
}

extension SafeText {
  /// The text in the characters of a repertoire.
  ///
  /// In ASCII, a ``Symbol`` becomes its twin, punctuation its plain form, a Latin letter its base letter
  /// (`ä` → `a`: the language of a name is not known, so never `ae`), and anything else its number, as
  /// `\u{4E2D}`. Spelling a text again changes nothing.
  ///
  /// - Complexity: O(*n*); ASCII text is returned as it is.
  func spelled(in repertoire: Repertoire) -> SafeText {
    if repertoire == .unicode || string.utf8.allSatisfy({ $0 < 0x80 }) { return self }
    var spelled = ""
    var isAfterLetter = false
    for scalar in string.unicodeScalars {
      if isAfterLetter && scalar.properties.generalCategory == .nonspacingMark { continue }
      let plain = scalar.plainForm
      spelled += plain ?? scalar.escaped
      isAfterLetter = plain?.last?.isLetter == true
    }
    return SafeText(cutFromSafe: spelled)
  }
}

extension Unicode.Scalar {
  /// The ASCII text that stands for the scalar; `nil` where there is none.
  fileprivate var plainForm: String? {
    if isASCII { return String(Character(self)) }
    if let symbol = Symbol.allCases.first(where: { $0.unicode.unicodeScalars.first == self }) {
      return symbol.ascii
    }
    switch self {
    case "ß": return "ss"
    case "ẞ": return "SS"
    case "æ": return "ae"
    case "Æ": return "AE"
    case "œ": return "oe"
    case "Œ": return "OE"
    case "ø": return "o"
    case "Ø": return "O"
    case "ł": return "l"
    case "Ł": return "L"
    case "đ", "ð": return "d"
    case "Đ", "Ð": return "D"
    case "þ": return "th"
    case "Þ": return "Th"
    case "ı": return "i"
    case "„", "“", "”", "«", "»": return "\""
    case "‚", "‘", "’": return "'"
    case "‹": return "<"
    case "‐", "‑", "‒", "–", "—", "−": return "-"
    case "·": return "-"
    case "×": return "x"
    case "→": return "->"
    case "←": return "<-"
    case "¡", "¿": return ""  // as in Spanish typed without them
    case "€": return "EUR"
    case "£": return "GBP"
    case "ª": return "a"
    case "º", "°": return "o"
    case "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}": return " "
    default: return baseLetter
    }
  }

  /// The letter of a Latin letter with marks; not the base of `≠`, which must not become `=`.
  private var baseLetter: String? {
    guard let base = String(Character(self))._nfd.first(where: { _ in true }) else { return nil }
    return base.isASCII && base.properties.isAlphabetic ? String(Character(base)) : nil
  }
}
