import PlainValues

extension CatalogReview {
  /// C12: line feeds as in the source.
  mutating func reviewLineFeeds() {
    guard source.lineFeeds > 0 || text.lineFeeds > 0 else { return }
    let feed = UInt8(ascii: "\n")
    let isLeading = source.bytes.first == feed
    let isTrailing = source.bytes.last == feed
    if isLeading != (text.bytes.first == feed) || isTrailing != (text.bytes.last == feed) {
      let core = text.string.withoutOuterFeeds
      let mended = (isLeading ? "\n" : "") + core + (isTrailing ? "\n" : "")
      return add(.lineFeeds, .error, .outerLineFeed, replacement: core.isEmpty ? nil : mended)
    }
    guard source.lineFeeds != text.lineFeeds else { return }
    let matter = CatalogFinding.Matter.lineCount(
      source: source.lineFeeds + 1,
      translation: text.lineFeeds + 1
    )
    add(.lineFeeds, .error, matter)
  }

  /// C13: white space as in the source.
  mutating func reviewWhiteSpace() {
    let (first, last) = (text.bytes.first ?? 0, text.bytes.last ?? 0)
    let (sourceFirst, sourceLast) = (source.bytes.first ?? 0, source.bytes.last ?? 0)
    // White space at an end begins with a small byte or with one beyond ASCII.
    if [first, last, sourceFirst, sourceLast].contains(where: { $0 <= 0x20 || $0 >= 0x80 }) {
      if reviewOuterSpace() { return }
    }
    let isShort = text.count <= CatalogReview.longestProse
    let tab = UInt8(ascii: "\t")
    if text.has(tab), !source.has(tab) {
      let place = text.bytes.firstIndex(of: tab) ?? 0
      add(
        .whiteSpace,
        .warning,
        .tab,
        mark: place..<place + 1,
        replacement: isShort ? text.string.replacingEvery("\t", with: " ") : nil
      )
    }
    if text.hasDoubleSpace, !source.hasDoubleSpace, text.string.trimmed.hasDoubleSpace {
      var mended = text.string
      while isShort, mended.hasDoubleSpace { mended = mended.replacingEvery("  ", with: " ") }
      add(
        .whiteSpace,
        .warning,
        .doubleSpace,
        mark: text.place(of: "  "),
        replacement: isShort ? mended : nil
      )
    }
  }

  /// Whether nothing more is to be said about the white space.
  private mutating func reviewOuterSpace() -> Bool {
    let (original, translation) = (source.string, text.string)
    if translation.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      if !original.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
        add(.whiteSpace, .error, .onlySpace)
      }
      return true
    }
    let (wanted, actual) = (original.outerSpace, translation.outerSpace)
    guard wanted != actual else { return false }
    // Line feeds at the ends are another check's; a text with them is mended after that.
    let hasFeeds = text.bytes.first == 0x0A || text.bytes.last == 0x0A
    let core = translation.withoutOuterSpace
    add(
      .whiteSpace,
      .error,
      .outerSpace,
      replacement: hasFeeds ? nil : wanted[0] + core + wanted[1]
    )
    return false
  }
}

extension String {
  /// The white space before and behind the text, line feeds left out.
  fileprivate var outerSpace: [String] {
    let scalars = unicodeScalars
    let leading = scalars.prefix { $0.properties.isWhitespace && $0 != "\n" }
    var start = scalars.endIndex
    while start > scalars.startIndex {
      let before = scalars.index(before: start)
      guard scalars[before].properties.isWhitespace, scalars[before] != "\n" else { break }
      start = before
    }
    return [String(leading), String(scalars[start...])]
  }

  fileprivate var withoutOuterSpace: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  fileprivate var withoutOuterFeeds: String {
    var scalars = Substring(self).unicodeScalars
    while scalars.first == "\n" { scalars.removeFirst() }
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }

  fileprivate var hasDoubleSpace: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x20, previous == 0x20 { return true }
      previous = byte
    }
    return false
  }
}
