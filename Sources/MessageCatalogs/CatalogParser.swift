/// Reads the entries of a catalog as the grammar of GNU gettext has them.
///
/// After a fault it goes on at the next entry, so that one slip costs one message.
///
/// - SeeAlso: GNU gettext manual, "The Format of PO Files"; verdicts as msgfmt 0.21.
struct CatalogParser {
  var entries: [StoredEntry] = []
  var texts: [StoredText] = []
  private(set) var header: Int?
  private(set) var trailingComments: Range<Int>?
  /// The encoding that the header names, where it is another one than was read with.
  private(set) var otherEncoding: TextEncoding?

  var lexer: CatalogLexer
  private let mayChangeEncoding: Bool

  /// Where the comments of the coming entry begin and end.
  private(set) var comments: Range<Int>?
  private var commentsAreFuzzy = false
  private var lastStringEnd = 0

  init(bytes: [UInt8], encoding: TextEncoding) {
    lexer = CatalogLexer(bytes: bytes, encoding: encoding)
    mayChangeEncoding = encoding == .utf8
    // Measured on catalogs of one sentence per message; only a first guess.
    entries.reserveCapacity(bytes.count / 100)
    texts.reserveCapacity(bytes.count / 33)
  }

  var encoding: TextEncoding { lexer.encoding }
  var faults: FaultList { lexer.faults }
  var usesCRLF: Bool { lexer.firstCRLF != nil && lexer.firstLF == nil }

  mutating func parse() {
    lexer.advance()
    while lexer.token != .end, otherEncoding == nil {
      if parsePlainEntries() { continue }
      switch lexer.token {
      case .comment:
        noteComment()
        lexer.advance()
      case .domain:
        parseDomain()
      case .context, .id, .previousContext, .previousID:
        parseEntry()
      default:
        unexpected()
        recover()
      }
    }
    trailingComments = comments
    if let crlf = lexer.firstCRLF, let lf = lexer.firstLF {
      lexer.report(.mixedLineEndings, at: max(crlf, lf))
    }
  }

  private mutating func noteComment() {
    comments = (comments?.lowerBound ?? lexer.outerStart)..<lexer.end
    if CommentLine(lexer.bytes[lexer.start..<lexer.end]).saysFuzzy { commentsAreFuzzy = true }
  }

  private mutating func forgetComments() {
    comments = nil
    commentsAreFuzzy = false
  }

  private mutating func parseDomain() {
    let start = lexer.start
    lexer.advance()
    guard lexer.token == .string else {
      unexpected()
      return recover()
    }
    let name = lexer.spelling.drop { $0 == "\"" }.prefix { $0 != "\"" }
    lexer.report(.domain(String(name)), at: start)
    lexer.advance()
    forgetComments()
  }

  /// Reports the token, unless it is a word whose spelling was reported already.
  private mutating func unexpected() {
    let isReported = lexer.token == .junk && lexer.faults.lastOffset == lexer.start
    if !isReported { lexer.report(.unexpected(lexer.spelling), at: lexer.start) }
  }

  /// Passes over what cannot be understood, up to where an entry may begin.
  private mutating func recover() {
    forgetComments()
    lexer.isSkipping = true
    while true {
      switch lexer.token {
      case .end, .comment, .context, .id, .previousContext, .previousID, .domain:
        lexer.isSkipping = false
        return
      default:
        lexer.advance()
      }
    }
  }
}

extension CatalogParser {
  /// What is known of the entry being read.
  private struct Draft {
    var traits: StoredEntry.Traits
    let start: Int
    var keyword: Int
    let isObsolete: Bool
    var isMixed = false
    var previous: [StoredText] = []
    var formCount = 0
  }

  private mutating func parseEntry() {
    var draft = Draft(
      traits: lexer.isObsolete ? .isObsolete : [],
      start: comments?.lowerBound ?? lexer.outerStart,
      keyword: lexer.start,
      isObsolete: lexer.isObsolete
    )
    if commentsAreFuzzy { draft.traits.insert(.isFuzzy) }
    let firstText = texts.count
    let isComplete = parsePrevious(&draft) && parseSource(&draft) && parseTranslation(&draft)
    guard isComplete else {
      texts.removeSubrange(firstText...)
      return recover()
    }
    texts.append(contentsOf: draft.previous)
    let entry = StoredEntry(
      start: UInt32(draft.start),
      end: UInt32(lastStringEnd),
      keyword: UInt32(draft.keyword),
      firstText: UInt32(firstText),
      formCount: UInt32(draft.formCount),
      traits: draft.traits
    )
    entries.append(entry)
    forgetComments()
    let isHeader = entry.context == nil && texts[entry.id].isEmpty && !draft.isObsolete
    if isHeader, header == nil {
      header = entries.count - 1
      readEncoding(of: entry)
    }
  }

  private mutating func parsePrevious(_ draft: inout Draft) -> Bool {
    if lexer.token == .previousContext {
      guard let text = takeStrings(.previousString, &draft) else { return false }
      draft.previous.append(text)
      draft.traits.insert(.hasPreviousContext)
      guard lexer.token == .previousID else { return refuse() }
    }
    guard lexer.token == .previousID else { return true }
    guard let text = takeStrings(.previousString, &draft) else { return false }
    draft.previous.append(text)
    draft.traits.insert(.hasPreviousID)
    if lexer.token == .previousPlural {
      guard let text = takeStrings(.previousString, &draft) else { return false }
      draft.previous.append(text)
      draft.traits.insert(.hasPreviousPlural)
    }
    return true
  }

  private mutating func parseSource(_ draft: inout Draft) -> Bool {
    if lexer.token == .context {
      guard let text = takeStrings(.string, &draft) else { return false }
      texts.append(text)
      draft.traits.insert(.hasContext)
    }
    guard lexer.token == .id else { return refuse() }
    draft.keyword = lexer.start
    guard let text = takeStrings(.string, &draft) else { return false }
    texts.append(text)
    return true
  }

  private mutating func parseTranslation(_ draft: inout Draft) -> Bool {
    if lexer.token == .plural {
      guard let text = takeStrings(.string, &draft) else { return false }
      texts.append(text)
      draft.traits.insert(.hasPlural)
      guard lexer.token == .translation else { return refuse(.missingForms, draft) }
    }
    guard lexer.token == .translation else { return refuse(.missingTranslation, draft) }
    let keyword = lexer.start
    check(&draft)
    lexer.advance()
    if lexer.token == .opening {
      return parseForms(&draft, from: keyword)
    }
    guard !draft.traits.contains(.hasPlural) else { return refuse() }
    guard let text = takeMoreStrings(.string, &draft) else { return false }
    texts.append(text)
    draft.formCount = 1
    return true
  }

  /// Reads `[0] "…"`, and `msgstr[1] "…"` and so on behind it.
  private mutating func parseForms(_ draft: inout Draft, from first: Int) -> Bool {
    var keyword = first
    while true {
      guard lexer.token == .opening else { return refuse() }
      lexer.advance()
      guard lexer.token == .number else { return refuse() }
      if lexer.number != draft.formCount {
        lexer.report(.formOutOfOrder(expected: draft.formCount), at: keyword)
        draft.traits.insert(.isFaulty)
      }
      lexer.advance()
      guard lexer.token == .closing else { return refuse() }
      guard let text = takeStrings(.string, &draft) else { return false }
      texts.append(text)
      draft.formCount += 1
      guard lexer.token == .translation else { break }
      keyword = lexer.start
      check(&draft)
      lexer.advance()
    }
    if draft.traits.contains(.hasPlural) { return true }
    return refuse(.missingPlural, draft)
  }

  private mutating func refuse() -> Bool {
    unexpected()
    return false
  }

  private mutating func refuse(_ reason: CatalogFault.Reason, _ draft: Draft) -> Bool {
    // What an unclosed string has swallowed is not missing.
    if !draft.traits.contains(.isFaulty) { lexer.report(reason, at: draft.keyword) }
    return false
  }

  /// Compares the token's `#~` with the first one of the entry.
  private mutating func check(_ draft: inout Draft) {
    guard lexer.isObsolete != draft.isObsolete, !draft.isMixed else { return }
    draft.isMixed = true
    draft.traits.insert(.isFaulty)
    lexer.report(.partlyObsolete, at: lexer.start)
  }

  /// Passes the keyword and reads the strings behind it.
  private mutating func takeStrings(
    _ kind: CatalogLexer.Token,
    _ draft: inout Draft
  ) -> StoredText? {
    check(&draft)
    lexer.advance()
    return takeMoreStrings(kind, &draft)
  }

  private mutating func takeMoreStrings(
    _ kind: CatalogLexer.Token,
    _ draft: inout Draft
  ) -> StoredText? {
    guard lexer.token == kind else {
      unexpected()
      return nil
    }
    let start = lexer.start
    var facts = lexer.facts
    var isFaulty = false
    check(&draft)
    while true {
      isFaulty = isFaulty || lexer.stringIsFaulty
      lastStringEnd = lexer.end
      lexer.advance()
      guard lexer.token == kind else { break }
      check(&draft)
      facts.formUnion(lexer.facts)
      facts.remove(.isPlain)
    }
    let text = StoredText(start: UInt32(start), end: UInt32(lastStringEnd), facts: facts)
    if facts.contains(.hasNumericBytes), !isFaulty,
      !encoding.accepts(text.decodedBytes(of: lexer.bytes).span)
    {
      lexer.report(.invalidBytes, at: start)
      isFaulty = true
    }
    if isFaulty { draft.traits.insert(.isFaulty) }
    return text
  }

  /// Takes the encoding from the header, to start over with it where it is another one.
  private mutating func readEncoding(of entry: StoredEntry) {
    guard let form = entry.forms.first else { return }
    let bytes = texts[form].decodedBytes(of: lexer.bytes)
    let header = CatalogHeader(String(decoding: bytes, as: UTF8.self))
    guard let name = header.charset else { return }
    guard let named = TextEncoding(charset: name) else {
      lexer.report(.unknownEncoding(name), at: Int(texts[form].start))
      return
    }
    if mayChangeEncoding, named != encoding { otherEncoding = named }
  }
}
