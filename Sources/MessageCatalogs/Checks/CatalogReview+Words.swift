import PlainValues

/// Words that address the reader, kept until it is known which way the catalog has.
struct AddressHits {
  struct Hit {
    let entry: Int
    let form: Int
    let mark: Range<Int>
    let word: String
    let isFormal: Bool
  }

  /// How many of each kind are kept.
  static let most = 1_000

  private(set) var formal: [Hit] = []
  private(set) var informal: [Hit] = []

  mutating func add(_ hit: Hit) {
    if hit.isFormal {
      if formal.count < AddressHits.most { formal.append(hit) }
    } else if informal.count < AddressHits.most {
      informal.append(hit)
    }
  }
}

extension CatalogReview {
  private var table: WordTable {
    switch style.language {
    case .german: .german
    case .spanish: .spanish
    case .other: .none
    }
  }

  /// C20, C21, C22, C31, C33: the words one by one.
  mutating func reviewWords() {
    let table = table
    var repeats = false
    for index in text.words.indices where !text.words[index].isCode {
      let word = text.words[index]
      // One of a text is enough to make somebody look.
      if !repeats, index > 0, text.words[index - 1].hash == word.hash {
        repeats = reviewRepetition(at: index, table)
      }
      guard let fact = table[word.hash] else { continue }
      review(word, at: index, fact)
    }
  }

  private mutating func review(_ word: CheckedText.Word, at index: Int, _ fact: WordTable.Fact) {
    let range = word.start..<word.end
    switch fact {
    case .formal:
      // German "sie" is "they" too, and at the beginning of a sentence it is either.
      if style.language == .german, !word.isCapital || text.beginsSentence(index) { return }
      addAddress(range, isFormal: true)
    case .informal, .informalPlural:
      // "Dir::Cache", "DU 5": names and commands.
      if word.isCapital, style.language == .german, !text.beginsSentence(index) { return }
      if text.isBeforeCode(word.end) { return }
      addAddress(range, isFormal: false)
    case .imperative:
      // "Prüfe Zeile 3" is one; "Prüfe Sie" is none, and a word alone may be a noun.
      if word.isCapital, index + 1 < text.words.count, text.beginsSentence(index) {
        addAddress(range, isFormal: false)
      }
    case .noun:
      if !word.isCapital, !text.isPartOfWord(word) {
        add(.capitals, .warning, .smallNoun(text.string(range)), mark: range)
      }
    case .smallName:
      if word.isCapital, !text.beginsSentence(index), !text.isInQuotes(word.start) {
        add(.capitals, .warning, .capitalWord(text.string(range)), mark: range)
      }
    case .plain(let right):
      let written = text.string(range)
      // Only what differs in its letters; "Größe" and "GRÖSSE" are both right.
      if written.utf8.count > 2, written != written.uppercased() {
        add(.spelling, .warning, .plainSpelling(written, right: right), mark: range)
      }
    case .mayRepeat: break
    }
  }

  /// Whether a word stands there twice by mistake.
  private mutating func reviewRepetition(at index: Int, _ table: WordTable) -> Bool {
    let (first, second) = (text.words[index - 1], text.words[index])
    guard text.bytes[first.end..<second.start].allSatisfy({ $0 == 0x20 || $0 == 0x0A }),
      second.end - second.start > 1, !second.hasDigit, !text.isPartOfWord(second),
      text.bytes[first.start..<first.end].elementsEqual(text.bytes[second.start..<second.end])
    else { return false }
    switch table[second.hash] {
    case .mayRepeat, .formal: return false
    default: break
    }
    // Where the source repeats, the translation may.
    let repeatsInSource = zip(source.words, source.words.dropFirst()).contains {
      $0.hash == $1.hash
    }
    if repeatsInSource { return true }
    let range = first.start..<second.end
    add(.slips, .warning, .doubledWord(text.string(second.start..<second.end)), mark: range)
    return true
  }

  private mutating func addAddress(_ range: Range<Int>, isFormal: Bool) {
    let hit = AddressHits.Hit(
      entry: position,
      form: form,
      mark: range,
      word: text.string(range),
      isFormal: isFormal
    )
    addresses.add(hit)
  }

  /// C20, C21: what does not go with the catalog's way of addressing the reader.
  mutating func reviewAddresses() {
    let check = style.language == .german ? CatalogCheck.germanAddress : .spanishAddress
    let others: [AddressHits.Hit]
    var severity = CatalogFinding.Severity.warning
    switch style.address {
    case .formal: others = addresses.informal
    case .informal: others = addresses.formal
    case .neutral: others = addresses.formal + addresses.informal
    case nil:
      // Without a rule the fewer are probably the slips.
      severity = style.language == .german ? .warning : .note
      guard !addresses.formal.isEmpty, !addresses.informal.isEmpty else { return }
      others =
        addresses.formal.count < addresses.informal.count ? addresses.formal : addresses.informal
    }
    for hit in others {
      add(
        Draft(
          check: check,
          severity: severity,
          matter: .otherAddress(hit.word, isFormalWanted: !hit.isFormal),
          entry: hit.entry,
          form: hit.form,
          mark: hit.mark
        )
      )
    }
  }
}

extension CheckedText {
  /// Whether a word is the first of a sentence, or of what stands in brackets, quotes or behind a colon.
  func beginsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let between = bytes[words[index - 1].end..<words[index].start]
    return between.contains { ".:!?;(\n\"/|·–—[{}".utf8.contains($0) || $0 == 0xE2 || $0 == 0xC2 }
  }

  /// Whether a bracket or colons follow, as in commands.
  fileprivate func isBeforeCode(_ end: Int) -> Bool {
    guard end < bytes.count else { return false }
    return "(<".utf8.contains(bytes[end])
      || end + 1 < bytes.count && bytes[end] == 0x3A && bytes[end + 1] == 0x3A
  }

  /// Whether hyphens make the word a part of a longer one.
  fileprivate func isPartOfWord(_ word: Word) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return word.start > 0 && bytes[word.start - 1] == hyphen
      || word.end < bytes.count && bytes[word.end] == hyphen
  }

  fileprivate func isInQuotes(_ start: Int) -> Bool {
    start > 0 && (bytes[start - 1] >= 0x80 || bytes[start - 1] == UInt8(ascii: "\""))
  }
}
