import PlainValues

/// Where each source text was translated first, and each choice of a field.
struct TextFamilies {
  struct First {
    let entry: Int
    let translation: UInt64
  }

  /// By source text and role.
  var bySource: [UInt64: First] = [:]
  /// By choice text and the list that it is in.
  var byChoice: [UInt64: First] = [:]
}

extension CatalogReview {
  /// C22: a capital or a small letter at the beginning, as in the source.
  mutating func reviewBeginning() {
    guard let wanted = source.words.first, let actual = text.words.first,
      !wanted.isCode, !actual.isCode, !wanted.hasDigit, !actual.hasDigit
    else { return }
    // Names of countries and languages are written as the language writes them.
    guard role != .name, source.beginsWith(wanted), text.beginsWith(actual) else { return }
    if style.language == .spanish, case .smallName = WordTable.spanish[actual.hash] { return }
    if wanted.isCapital, !actual.isCapital {
      // An acronym or a letter begins no sentence.
      if wanted.end - wanted.start < 2 || source.isAllCapitals(wanted) { return }
      guard text.bytes[actual.start].isASCIILetter || text.bytes[actual.start] == 0xC3 else {
        return
      }
      add(.capitals, .warning, .smallBeginning, mark: actual.start..<actual.end)
    } else if !wanted.isCapital, actual.isCapital, style.language == .spanish,
      source.bytes[wanted.start].isASCIILetter, !text.isAllCapitals(actual),
      actual.end - actual.start > 1
    {
      add(.capitals, .warning, .capitalBeginning, mark: actual.start..<actual.end)
    }
  }

  /// C23, C24: texts that are the same.
  mutating func reviewSameness() {
    if text.hash == source.hash { reviewUnchanged() }
    guard form == 0, entry.plural == nil else { return }
    reviewConsistency()
    if role == .option { reviewChoice() }
  }

  private mutating func reviewUnchanged() {
    guard role != .name, text.words.contains(where: { !$0.isCode && $0.end - $0.start > 1 }) else {
      return
    }
    let isName = text.words.allSatisfy { word in
      word.isCode || word.hasDigit || text.isAllCapitals(word)
    }
    if isName || style.sameOk.contains(text.string.trimmed.searchKey) { return }
    if text.words.allSatisfy({ keepsTerm($0) || $0.isCode }) { return }
    add(.unchanged, .note, .unchanged)
  }

  /// Whether the glossary says that the word stays, or is the same in both languages.
  private func keepsTerm(_ word: CheckedText.Word) -> Bool {
    if style.sameWords.contains(word.hash) { return true }
    guard let entries = glossary[word.hash] else { return false }
    return entries.contains { entry in
      entry.kind == .keep || entry.words.contains { $0.searchKey == entry.term.searchKey }
    }
  }

  private mutating func reviewConsistency() {
    var hasher = MessageKey(seed: source.hash)
    hasher.add(role)
    // In a family of sentences or names no text stands twice.
    if role == .phrase || role == .name, let context = entry.context {
      hasher.add(Array(scan.string(context).utf8).span)
    }
    let key = hasher.wideHash
    guard let first = families.bySource[key] else {
      families.bySource[key] = .init(entry: position, translation: text.hash)
      return
    }
    guard first.translation != text.hash, source.words.count > 0 else { return }
    let other = scan.string(scan.entries[first.entry].forms.lowerBound)
    add(.consistency, .note, .inconsistent(other: other, line: 0), other: first.entry)
  }

  private mutating func reviewChoice() {
    guard let context = entry.context.map(scan.string) else { return }
    var key = MessageKey(seed: text.hash)
    // `company-types/gmbh/label`: all but the code and what follows it.
    let list = context.split(separator: "/").dropLast(2).joined(separator: "/")
    key.add(Array(list.utf8).span)
    guard let first = families.byChoice[key.wideHash] else {
      families.byChoice[key.wideHash] = .init(entry: position, translation: source.hash)
      return
    }
    guard first.translation != source.hash else { return }
    add(.consistency, .error, .sameChoice(line: 0), other: first.entry)
  }
}

extension MessageKey {
  fileprivate mutating func add(_ role: MessageRole) {
    let number: UInt8 =
      switch role {
      case .title: 1
      case .label: 2
      case .option: 3
      case .hint: 4
      case .help: 5
      case .rule: 6
      case .item: 7
      case .name: 8
      case .phrase: 9
      case .other: 10
      }
    add([number].span)
  }
}

extension CheckedText {
  /// Whether nothing but quotation marks and brackets stands before a word.
  fileprivate func beginsWith(_ word: Word) -> Bool {
    bytes[..<word.start].allSatisfy { $0 >= 0x80 || "\"'( ".utf8.contains($0) }
  }

  /// Whether a word has no small letter.
  func isAllCapitals(_ word: Word) -> Bool {
    let part = bytes[word.start..<word.end]
    if part.allSatisfy({ $0 < 0x80 }) {
      return !part.contains { $0.isASCIILetter && !$0.isASCIICapital }
    }
    let string = string(word.start..<word.end)
    return string == string.uppercased()
  }
}
