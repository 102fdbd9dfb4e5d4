import PlainValues

/// The terms that catalogs translate in one way.
package struct Glossary: Sendable {
  /// What the glossary says of a term.
  package enum Kind: String, Sendable, CaseIterable {
    /// One of the words must stand in the translation.
    case must
    /// None of the words may stand in the translation.
    case forbid
    /// The term itself stays.
    case keep
  }

  /// A term of the source's language.
  package struct Term: Sendable, Equatable {
    /// The term in English.
    package let term: String
    /// What it says.
    package let kind: Kind
    /// The words of each language, any of which will do.
    package let words: [String: [String]]

    /// Makes a term.
    package init(term: String, kind: Kind, words: [String: [String]]) {
      self.term = term
      self.kind = kind
      self.words = words
    }
  }

  /// A term in the language of a catalog, ready to be looked for.
  struct Entry: Sendable {
    let term: String
    /// The hashes of the term's words, the last of them in the singular and the plural.
    let source: [UInt64]
    let lastPlural: UInt64
    let kind: Kind
    let words: [String]
    /// Parts of the words that all their inflections have, as search keys; each inner list is one
    /// word or phrase, whose parts must all occur.
    let stems: [[[UInt8]]]
  }

  /// The terms in the order of the file.
  package let terms: [Term]

  /// Makes a glossary.
  package init(_ terms: [Term]) { self.terms = terms }

  /// The entries of a language by the hash of their first word.
  func entries(in language: String) -> [UInt64: [Entry]] {
    var entries: [UInt64: [Entry]] = [:]
    for term in terms {
      let words = term.kind == .keep ? [term.term] : term.words[language] ?? []
      guard !words.isEmpty else { continue }
      let source = Glossary.words(of: term.term)
      guard let first = source.first, let last = source.last else { continue }
      let entry = Entry(
        term: term.term,
        source: source.map { wordHash($0) },
        lastPlural: wordHash(Glossary.plural(of: last)),
        kind: term.kind,
        words: words,
        stems: words.map { word in
          Glossary.words(of: word).map { Array(Glossary.stem(of: $0, in: language).utf8) }
        }
      )
      entries[wordHash(first), default: []].append(entry)
      if source.count == 1 { entries[entry.lastPlural, default: []].append(entry) }
    }
    return entries
  }

  private static func words(of text: String) -> [String] {
    var checked = CheckedText()
    checked.take(text)
    return checked.words.map { checked.string($0.start..<$0.end) }
  }

  /// The regular plural of an English word.
  private static func plural(of word: String) -> String {
    if word.hasSuffix("y"), let before = word.dropLast().last, !"aeiou".contains(before) {
      return word.dropLast() + "ies"
    }
    let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
    return word + (hisses ? "es" : "s")
  }

  /// What the inflections of a word have in common, without case and diacritics.
  ///
  /// German drops endings of adjectives and plurals, and looks into compounds; Spanish drops gender and
  /// number, and the vowel that the plural of `francés` adds.
  private static func stem(of word: String, in language: String) -> String {
    var key = word.searchKey
    let endings =
      language == "es"
      ? ["ciones", "cion", "es", "os", "as", "o", "a", "e", "s"]
      : ["en", "er", "es", "em", "e", "n", "s"]
    for ending in endings where key.hasSuffix(ending) && key.utf8.count - ending.utf8.count >= 4 {
      key.removeLast(ending.count)
      break
    }
    return key
  }
}
