import PlainValues

extension CatalogReview {
  /// C14, C15: no characters that harm, composed letters, words in one script.
  mutating func reviewCharacters() {
    guard text.isBeyondASCII || text.hasControl else { return }
    // German and Spanish letters and the usual punctuation harm nobody.
    guard !text.isHarmlessLatin else { return }
    reviewHarm()
    reviewNormalForm()
    reviewScripts()
  }

  private mutating func reviewHarm() {
    let original = source.string
    var reported: Set<Unicode.Scalar> = []
    var previous: Unicode.Scalar = " "
    var place = 0
    for scalar in text.string.unicodeScalars {
      let length = String(scalar).utf8.count
      defer {
        previous = scalar
        place += length
      }
      let mark = place..<place + length
      if previous == "Ã" || previous == "Â", (0x80...0xBF).contains(scalar.value) {
        let pair = String(String.UnicodeScalarView([previous, scalar]))
        if !original.mentions(pair), reported.insert(previous).inserted {
          add(.hostileCharacters, .error, .mojibake(pair), mark: mark)
        }
      }
      guard scalar.isHostile, scalar != "\n", scalar != "\t" else { continue }
      // Joiners belong to the spelling of Persian, Hindi and others, and to emoji.
      if scalar.value == 0x200C || scalar.value == 0x200D, previous.value > 0x24F { continue }
      if scalar.value == 0xFE0E || scalar.value == 0xFE0F, previous.properties.isEmoji { continue }
      if reported.insert(scalar).inserted, !original.unicodeScalars.contains(scalar) {
        add(.hostileCharacters, .error, .hostileCharacter(scalar.codePointName), mark: mark)
      }
    }
  }

  private mutating func reviewNormalForm() {
    // Below U+0300, whose first byte is 0xCC, everything is composed.
    guard text.most >= 0xCC else { return }
    let string = text.string
    let composed = string.nfc
    if !composed.utf8.elementsEqual(string.utf8) {
      add(.normalForm, .warning, .decomposed, replacement: composed)
    }
  }

  private mutating func reviewScripts() {
    guard text.bytes.contains(where: { (0xCD...0xD4).contains($0) }) else { return }
    for word in text.words where !word.isCode {
      let part = text.bytes[word.start..<word.end]
      let hasLatin = part.contains(where: \.isASCIILetter)
      // Greek and Cyrillic; the units of Greek letters stand alone.
      let others = part.count { (0xCD...0xD4).contains($0) }
      if hasLatin, others > 0, part.count > 3 {
        let range = word.start..<word.end
        add(.normalForm, .warning, .mixedScripts(text.string(range)), mark: range)
      }
    }
  }
}

extension CheckedText {
  /// Whether all that is beyond ASCII are letters of Latin-1 and the signs that German and Spanish use.
  fileprivate var isHarmlessLatin: Bool {
    guard !hasControl || lineFeeds > 0 else { return false }
    var index = 0
    let span = bytes.span
    while index < span.count {
      switch span[index] {
      case 0x0A, 0x20...0x7E: index += 1
      case 0xC2:
        // ¡ « ª º · » ¿ § and the space that does not break.
        guard index + 1 < span.count, span[index + 1] >= 0xA0, span[index + 1] != 0xAD else {
          return false
        }
        index += 2
      case 0xC3:
        // After Ã and Â comes what UTF-8 read as Latin-1 looks like.
        guard index + 1 < span.count, span[index + 1] != 0x83, span[index + 1] != 0x82 else {
          return false
        }
        index += 2
      case 0xE2:
        // Dashes, quotation marks, the ellipsis, the euro sign, arrows.
        guard index + 2 < span.count else { return false }
        switch (span[index + 1], span[index + 2]) {
        case (0x80, 0x90...0xA7), (0x82, 0xAC), (0x86, 0x90...0x9F): index += 3
        default: return false
        }
      default: return false
      }
    }
    return true
  }
}
