extension String {
  /// The columns that the text takes on a terminal.
  ///
  /// The sum over its grapheme clusters (see ``Character/displayWidth``); control characters take none.
  ///
  /// - Complexity: O(*n*); printable ASCII is only counted.
  package var displayWidth: Int { columns }
}

extension Substring {
  /// The columns that the part takes on a terminal.
  package var displayWidth: Int { columns }
}

extension StringProtocol {
  // Not itself for other modules: code for any kind of string starts slowly.
  fileprivate var columns: Int {
    if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }
}

extension Character {
  /// The columns that the grapheme cluster takes on a terminal: 0, 1 or 2.
  ///
  /// Wide and Fullwidth scalars take two columns, ambiguous ones take one. A cluster is as wide as its
  /// scalars together but never wider than two, so flags, emoji sequences and syllables come out as
  /// terminals that follow grapheme clusters draw them. U+FE0F makes an emoji two columns wide; U+FE0E
  /// changes nothing, as terminals disagree.
  ///
  /// - SeeAlso: Unicode Standard Annex #11 (East Asian Width), #29 (grapheme clusters), Unicode
  ///   Technical Standard #51 (emoji presentation).
  package var displayWidth: Int {
    var sum = 0
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      if scalar == "\u{FE0F}", last?.properties.isEmoji == true { return 2 }
      sum += scalar.displayWidth
      last = scalar
    }
    return min(2, sum)
  }
}

extension Unicode.Scalar {
  /// The columns that the scalar adds to its cluster.
  fileprivate var displayWidth: Int {
    if value < 0x7F { return value < 0x20 ? 0 : 1 }
    if value < 0x300 { return value < 0xA0 || value == 0xAD ? 0 : 1 }
    switch value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0  // medial and final letters of Hangul syllables
    case 0x1F1E6...0x1F1FF: return 2  // regional indicators: a flag in pairs, a boxed letter alone
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide ? 2 : 1
    }
  }

  /// Whether the scalar stands in ``wideScalarBounds``: an odd number of bounds is not above it.
  private var isWide: Bool {
    guard value >= wideScalarBounds[0] else { return false }
    var low = 0
    var high = wideScalarBounds.count
    while low < high {
      let middle = (low + high) / 2
      if wideScalarBounds[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low % 2 == 1
  }
}
