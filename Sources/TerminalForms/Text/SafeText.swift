import PlainValues

/// One line of text that cannot drive a terminal: the choke point for everything that is shown.
///
/// Answers, file names, catalog entries and database values all become this before they are laid out.
/// What could move the cursor, change the terminal's state, reorder or hide text is spelled visibly:
///
/// - U+0000–1F and U+007F in caret notation, as `^[` for escape and `^M` for carriage return;
/// - a line feed as `⏎` (``lines(of:)`` breaks there instead), a tab as four spaces;
/// - U+0080–9F, separators, bidirectional controls, zero-width characters, tags, format characters,
///   private-use and unassigned scalars as `\u{202E}`.
///
/// U+200D stays between two emoji, U+FE0E and U+FE0F stay after one.
package struct SafeText: Hashable, Sendable {
  /// The text, without any control character or line break.
  package let string: String

  /// Makes any text safe to show on one line.
  ///
  /// - Complexity: O(*n*); printable ASCII is taken as it is.
  package init(_ text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      string = text
    } else {
      string = SafeText.spellingOut(text.unicodeScalars)
    }
  }

  /// Makes a part of any text safe to show on one line.
  package init(_ part: Substring) {
    self.init(String(part))
  }

  /// Makes any text safe to show, broken at its line feeds.
  ///
  /// - Returns: At least one line; the last is empty where the text ends in a line feed.
  package static func lines(of text: String) -> [SafeText] {
    // By scalar: "\r\n" is one Character, and its carriage return must be shown.
    text.unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { SafeText(Substring($0)) }
  }

  /// Takes a text that was cut or joined from safe texts.
  init(cutFromSafe string: String) {
    self.string = string
  }

  private static func spellingOut(_ scalars: String.UnicodeScalarView) -> String {
    // As bytes: a view of scalars copies all of itself when several are appended at once.
    var spelled: [UInt8] = []
    var last: Unicode.Scalar?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      let next = index < scalars.endIndex ? scalars[index] : nil
      switch scalar.value {
      case 0x09: spelled.append(contentsOf: "    ".utf8)
      case 0x0A: spelled.append(contentsOf: Symbol.lineBreak.unicode.utf8)
      case 0x00...0x1F, 0x7F: spelled += [0x5E, UInt8(scalar.value) ^ 0x40]
      case 0x20..<0x7F: spelled.append(UInt8(scalar.value))
      default:
        if scalar.isShowable(after: last, before: next) {
          spelled.append(contentsOf: UTF8.encode(scalar) ?? .init())
        } else {
          spelled.append(contentsOf: scalar.escaped.utf8)
        }
      }
      last = scalar
    }
    return String(decoding: spelled, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  fileprivate func isShowable(after last: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    switch value {
    case 0x200D: return last?.endsEmoji == true && next?.beginsEmoji == true
    case 0xFE0E, 0xFE0F: return last?.properties.isEmoji == true
    default: break
    }
    if isHostile || properties.isDefaultIgnorableCodePoint { return false }
    return properties.generalCategory != .format
  }

  /// Digits, `#` and `*` are Emoji to Unicode, but nothing is ever joined to them.
  private var beginsEmoji: Bool { value > 0xFF && properties.isEmoji }

  private var endsEmoji: Bool { beginsEmoji || value == 0xFE0F }
}
