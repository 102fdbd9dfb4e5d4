import PlainValues

extension CatalogReview {
  /// C27: the words of the glossary.
  mutating func reviewGlossary() {
    guard !glossary.isEmpty, role != .name else { return }
    // A term that stands there several times is looked for once, in a key that is made once.
    var seen: Set<String> = []
    var key: [UInt8]?
    for index in source.words.indices where !source.words[index].isCode {
      guard let entries = glossary[source.words[index].hash] else { continue }
      for term in entries where source.has(term, at: index) {
        // A longer term that begins or ends with this one has a word of its own.
        if isCovered(term, at: index) || !seen.insert(term.kind.rawValue + term.term).inserted {
          continue
        }
        let known = key ?? Array(text.string.searchKey.utf8)
        key = known
        review(term, key: known)
      }
    }
  }

  private func isCovered(_ term: Glossary.Entry, at index: Int) -> Bool {
    for start in max(0, index - 3)...index {
      for other in glossary[source.words[start].hash] ?? []
      where other.source.count > term.source.count && start + other.source.count > index
        && source.has(other, at: start)
      {
        return true
      }
    }
    return false
  }

  private mutating func review(_ term: Glossary.Entry, key: [UInt8]) {
    switch term.kind {
    case .keep:
      if text.place(of: term.term) == nil, source.place(of: term.term) != nil {
        add(.glossary, .warning, .missingTerm(term.term, expected: term.term))
      }
    case .must:
      // The source's own word stays where it is a word to type, like the name of a command.
      let isThere =
        term.stems.contains { parts in parts.allSatisfy { key.mentions($0) } }
        || text.words.contains { $0.hash == term.lastPlural || term.source == [$0.hash] }
      if !isThere {
        let expected = term.words.joined(separator: " / ")
        add(.glossary, .warning, .missingTerm(term.term, expected: expected))
      }
    case .forbid:
      for (word, parts) in zip(term.words, term.stems) where parts.allSatisfy({ key.mentions($0) })
      {
        add(.glossary, .warning, .forbiddenWord(word, term: term.term), mark: text.place(of: word))
      }
    }
  }
}

extension CheckedText {
  /// Whether a term stands at a word, in the singular or the plural.
  fileprivate func has(_ term: Glossary.Entry, at index: Int) -> Bool {
    guard index + term.source.count <= words.count else { return false }
    // `register-customer` is a name of which no part is a term.
    let (start, end) = (words[index].start, words[index + term.source.count - 1].end)
    let hyphen = UInt8(ascii: "-")
    if start > 0 && bytes[start - 1] == hyphen || end < bytes.count && bytes[end] == hyphen {
      return false
    }
    for (offset, hash) in term.source.enumerated() {
      let word = words[index + offset]
      let isLast = offset == term.source.count - 1
      guard !word.isCode, word.hash == hash || isLast && word.hash == term.lastPlural else {
        return false
      }
      if offset > 0 {
        let gap = bytes[words[index + offset - 1].end..<word.start]
        guard gap.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") || $0 == 0x0A }) else {
          return false
        }
      }
    }
    return true
  }
}

extension [UInt8] {
  /// Whether a part occurs.
  fileprivate func mentions(_ part: [UInt8]) -> Bool {
    guard let first = part.first, part.count <= count else { return part.isEmpty }
    for start in 0...(count - part.count) where self[start] == first {
      var index = 1
      while index < part.count, self[start + index] == part[index] { index += 1 }
      if index == part.count { return true }
    }
    return false
  }
}
