@_spi(_Unicode) import Swift

extension String {
  /// The text in Normalization Form C, the only form alta stores and compares.
  ///
  /// Swift's `==` calls NFC and NFD equal while their bytes differ, so an index that compares bytes
  /// would disagree with it; normalising once at the edge keeps both on one side.
  ///
  /// - Complexity: O(*n*); text of Latin letters is returned as it is.
  /// - SeeAlso: Unicode Standard Annex #15.
  package var nfc: String {
    // Below U+0300 nothing combines and everything is composed; its UTF-8 has no byte from 0xCC.
    if byteBounds.most < 0xCC { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// The text that two spellings of one key share: NFC, lower case, without outer white space.
  ///
  /// Used for uniqueness (identifiers, e-mail addresses), never shown.
  package var caseKey: String {
    // Of ASCII every step is known: most keys are, and many are small already.
    if isASCII {
      let text = trimmed
      return text.hasASCIICapital ? text.asciiLower : text
    }
    return nfc.trimmed.lowercased().nfc
  }

  /// The text as a search sees it: lower case, without diacritics, `ß` as `ss`.
  ///
  /// "koln" finds "Köln" and "muller" finds "Müller".
  package var searchKey: String {
    let most = byteBounds.most
    if most < 0x80 { return asciiLower }
    if most < LatinSearchKeys.leadByteBehind { return LatinSearchKeys.key(of: self) }
    return scalarSearchKey
  }

  /// The search key, scalar by scalar.
  fileprivate var scalarSearchKey: String {
    var scalars = String.UnicodeScalarView()
    for scalar in lowercased()._nfd {
      switch scalar {
      case "ß": scalars.append(contentsOf: "ss".unicodeScalars)
      case "æ": scalars.append(contentsOf: "ae".unicodeScalars)
      case "ø": scalars.append("o")
      case "ł": scalars.append("l")
      case "ı": scalars.append("i")
      default:
        // Below U+0300 there is no mark; looking a category up takes longer than all the rest.
        if scalar.value < 0x300 || scalar.properties.generalCategory != .nonspacingMark {
          scalars.append(scalar)
        }
      }
    }
    return String(scalars)
  }

  /// The text without the white space that people paste around a value.
  ///
  /// Space, tab, line feed, carriage return, and the Unicode spaces U+00A0, U+2000–200A, U+202F, U+3000.
  package var trimmed: String {
    let bytes = utf8.span
    guard !bytes.isEmpty else { return self }
    let (start, end) = (bytes[0], bytes[bytes.count - 1])
    // Most texts begin and end with a letter or a digit.
    if start > 0x20 && start < 0x80 && end > 0x20 && end < 0x80 { return self }
    let view = unicodeScalars
    guard let first = view.firstIndex(where: { !$0.isOuterSpace }) else { return "" }
    guard let last = view.lastIndex(where: { !$0.isOuterSpace }) else { return "" }
    if first == view.startIndex && view.index(after: last) == view.endIndex { return self }
    return String(view[first...last])
  }
}

/// The search keys of all characters below U+0180: what German, Spanish and most of Europe write.
///
/// None of them depends on its neighbours, so a text's key is that of its characters one after the other.
private enum LatinSearchKeys {
  /// The first byte of UTF-8 that begins a character from U+0180 on.
  static let leadByteBehind: UInt8 = 0xC6

  private static let keys: [[UInt8]] = (0..<0x180).map { value in
    Unicode.Scalar(UInt32(value)).map { Array(String($0).scalarSearchKey.utf8) } ?? []
  }

  static func key(of text: String) -> String {
    let source = text.utf8.span
    // No key is longer than the two bytes of its character.
    let bytes = [UInt8](capacity: source.count) { bytes in
      var lead = 0
      for index in source.indices {
        let byte = source[index]
        if byte < 0x80 {
          bytes.append(byte.asciiLower)
        } else if byte >= 0xC0 {
          lead = Int(byte & 0x1F) << 6
        } else {
          let key = keys[lead | Int(byte & 0x3F)]
          for index in key.indices { bytes.append(key[index]) }
        }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is white space that may be trimmed from the ends of an answer.
  package var isOuterSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: true
    default: false
    }
  }

  /// Whether the scalar may never stand in an answer: it hides, reorders or drives a terminal.
  ///
  /// Control characters (tab and line feed included; a memo allows those two itself), line and
  /// paragraph separators, private-use, surrogate and unassigned scalars, all of category Format (Cf:
  /// bidirectional controls, zero-width characters, tags …), whatever else shows nothing by default,
  /// and U+FFFD, which stands for text that was lost. So U+200D and U+FE0F are hostile too: after an
  /// emoji they are not, but no answer needs them there.
  ///
  /// - SeeAlso: Unicode Standard, 4.5 (General Category) and 5.21 (default-ignorable code points).
  package var isHostile: Bool {
    switch value {
    // Latin, Cyrillic, Han and Hangul: looking a property up costs some 30 ns.
    case 0x20..<0x7F, 0xC0..<0x250, 0x400..<0x530, 0x4E00...0x9FFF, 0xAC00...0xD7A3: return false
    default: break
    }
    if value == 0xFFFD || properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    case .privateUse, .surrogate, .unassigned: return true
    default: return false
    }
  }

  /// The scalar's number in Swift's notation, which shows what cannot be shown, for example `\u{202E}`.
  package var escaped: String {
    "\\u{\(String(value, radix: 16, uppercase: true))}"
  }

  /// The scalar's name as problems print it, for example `U+202E`.
  package var codePointName: String {
    "U+" + String(value, radix: 16, uppercase: true).zeroPadded(to: 4)
  }
}
