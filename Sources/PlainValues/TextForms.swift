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
    if utf8.allSatisfy({ $0 < 0xCC }) { return self }
    var scalars = UnicodeScalarView()
    scalars.append(contentsOf: _nfc)
    return String(scalars)
  }

  /// The text that two spellings of one key share: NFC, lower case, without outer white space.
  ///
  /// Used for uniqueness (identifiers, e-mail addresses), never shown.
  package var caseKey: String {
    nfc.trimmed.lowercased().nfc
  }

  /// The text as a search sees it: lower case, without diacritics, `ß` as `ss`.
  ///
  /// "koln" finds "Köln" and "muller" finds "Müller".
  package var searchKey: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var scalars = String.UnicodeScalarView()
    for scalar in lowercased()._nfd {
      switch scalar {
      case "ß": scalars.append(contentsOf: "ss".unicodeScalars)
      case "æ": scalars.append(contentsOf: "ae".unicodeScalars)
      case "ø": scalars.append("o")
      case "ł": scalars.append("l")
      case "ı": scalars.append("i")
      default:
        if scalar.properties.generalCategory != .nonspacingMark { scalars.append(scalar) }
      }
    }
    return String(scalars)
  }

  /// The text without the white space that people paste around a value.
  ///
  /// Space, tab, line feed, carriage return, and the Unicode spaces U+00A0, U+2000–200A, U+202F, U+3000.
  package var trimmed: String {
    let view = unicodeScalars
    guard let first = view.firstIndex(where: { !$0.isOuterSpace }) else { return "" }
    guard let last = view.lastIndex(where: { !$0.isOuterSpace }) else { return "" }
    if first == view.startIndex && view.index(after: last) == view.endIndex { return self }
    return String(view[first...last])
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
  /// Control characters (tab and line feed included; a memo allows those two itself), bidirectional
  /// controls, zero-width characters, line and paragraph separators, tags, private-use, surrogate and
  /// unassigned scalars. U+200D is not hostile where it joins emoji, but an answer never needs one.
  package var isHostile: Bool {
    if value >= 0x20 && value < 0x7F { return false }
    if value >= 0xC0 && value < 0x250 { return false }
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: return true
    case 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F: return true
    case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0: return true
    case 0xFFF0...0xFFFB, 0xFFFD, 0xE0000...0xE0FFF: return true
    default: break
    }
    switch properties.generalCategory {
    case .control, .privateUse, .surrogate, .unassigned: return true
    default: return false
    }
  }

  /// The scalar's name as problems print it, for example `U+202E`.
  package var codePointName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
