import PlainValues

internal import PlainValues

extension CatalogReview {
  /// Judges the translation of one message.
  mutating func review(_ entry: CatalogEntry, source: SourceMessage?) {
    reviewForms(of: entry)
    reviewPlaceholders(of: entry, source: source)
    for form in entry.forms.indices where !entry.forms[form].isEmpty {
      // Every form but that of exactly one is written after the plural.
      let original = form > 0 || entry.forms.count == 1 ? entry.plural ?? entry.id : entry.id
      reviewLineFeeds(of: entry, form: form, original: original)
      reviewWhiteSpace(of: entry, form: form, original: original)
      reviewCharacters(of: entry, form: form, original: original)
    }
  }

  private mutating func reviewForms(of entry: CatalogEntry) {
    guard entry.plural != nil else { return }
    if let expected = frequencies?.count, expected != entry.forms.count {
      add(.pluralRule, .error, .formCount(expected: expected, actual: entry.forms.count), entry)
    }
    for form in entry.forms.indices where entry.forms[form].isEmpty {
      add(.emptyForms, .error, .emptyForm(form), entry, form: form)
    }
  }

  private mutating func reviewLineFeeds(of entry: CatalogEntry, form: Int, original: String) {
    let source = original.utf8
    let translation = entry.forms[form].utf8
    let feed = UInt8(ascii: "\n")
    if (source.first == feed) != (translation.first == feed)
      || (source.last == feed) != (translation.last == feed)
    {
      return add(.lineFeeds, .error, .outerLineFeed, entry, form: form)
    }
    let expected = source.reduce(1) { $0 + ($1 == feed ? 1 : 0) }
    let actual = translation.reduce(1) { $0 + ($1 == feed ? 1 : 0) }
    if expected != actual {
      let matter = CatalogFinding.Matter.lineCount(source: expected, translation: actual)
      add(.lineFeeds, .error, matter, entry, form: form)
    }
  }

  private mutating func reviewWhiteSpace(of entry: CatalogEntry, form: Int, original: String) {
    let translation = entry.forms[form]
    if translation.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
      if !original.unicodeScalars.allSatisfy({ $0.properties.isWhitespace }) {
        add(.whiteSpace, .error, .onlySpace, entry, form: form)
      }
      return
    }
    if original.outerSpace != translation.outerSpace {
      add(.whiteSpace, .error, .outerSpace, entry, form: form)
    }
    let tab = UInt8(ascii: "\t")
    if translation.utf8.contains(tab), !original.utf8.contains(tab) {
      add(.whiteSpace, .warning, .tab, entry, form: form)
    }
    if translation.hasDoubleSpace, translation.trimmed.hasDoubleSpace,
      !original.trimmed.hasDoubleSpace
    {
      add(.whiteSpace, .warning, .doubleSpace, entry, form: form)
    }
  }

  private mutating func reviewCharacters(of entry: CatalogEntry, form: Int, original: String) {
    let translation = entry.forms[form]
    if translation.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return }
    var reported: Set<Unicode.Scalar> = []
    var previous: Unicode.Scalar = " "
    for scalar in translation.unicodeScalars {
      defer { previous = scalar }
      if (previous == "Ã" || previous == "Â"), (0x80...0xBF).contains(scalar.value) {
        let pair = String(String.UnicodeScalarView([previous, scalar]))
        if !original.mentions(pair), reported.insert(previous).inserted {
          add(.hostileCharacters, .error, .mojibake(pair), entry, form: form)
        }
      }
      guard scalar.isHostile, scalar != "\n", scalar != "\t" else { continue }
      // Joiners belong to the spelling of Persian, Hindi and others, and to emoji.
      if scalar.value == 0x200C || scalar.value == 0x200D, previous.value > 0x24F { continue }
      if scalar.value == 0xFE0E || scalar.value == 0xFE0F, previous.properties.isEmoji { continue }
      if reported.insert(scalar).inserted, !original.unicodeScalars.contains(scalar) {
        let matter = CatalogFinding.Matter.hostileCharacter(scalar.codePointName)
        add(.hostileCharacters, .error, matter, entry, form: form)
      }
    }
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

  fileprivate var hasDoubleSpace: Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0x20, previous == 0x20 { return true }
      previous = byte
    }
    return false
  }
}
