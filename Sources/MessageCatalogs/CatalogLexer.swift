import PlainValues

/// Splits the bytes of a catalog into the words of the PO grammar.
///
/// No string is made: a string token is a range of bytes and three facts about it.
///
/// - SeeAlso: GNU gettext manual, "The Format of PO Files"; verdicts as msgfmt 0.21.
struct CatalogLexer {
  enum Token: Equatable {
    case end, comment, domain, context, id, plural, translation
    case previousContext, previousID, previousPlural
    case string, previousString, number, opening, closing, junk
  }

  let bytes: [UInt8]
  let encoding: TextEncoding
  private(set) var faults = FaultList()
  /// Whether faults are passed over, because the entry around them is given up already.
  var isSkipping = false

  /// The token read last.
  private(set) var token = Token.end
  private(set) var start = 0
  /// Where it begins with the `#~` or `#|` before it, if it is the first behind one.
  private(set) var outerStart = 0
  private(set) var end = 0
  /// Whether that token stands behind `#~`.
  private(set) var isObsolete = false
  /// The number, if it is one that fits.
  private(set) var number: Int?
  /// What the string token holds.
  private(set) var facts: StoredText.Facts = []
  /// Whether a fault was found in the string token.
  private(set) var stringIsFaulty = false

  /// Where a line first ended with CR LF, and with LF alone.
  private(set) var firstCRLF: Int?
  private(set) var firstLF: Int?

  private var position = 0
  private var marker: Int?
  private var lineIsObsolete = false
  private var lineIsPrevious = false

  init(bytes: [UInt8], encoding: TextEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    if bytes.starts(with: byteOrderMark) {
      position = byteOrderMark.count
      faults.add(.byteOrderMark, at: 0)
    }
  }

  mutating func report(_ reason: CatalogFault.Reason, at offset: Int) {
    if !isSkipping { faults.add(reason, at: offset) }
  }

  /// Reads the next token.
  mutating func advance() {
    while true {
      skipContinuations()
      start = position
      isObsolete = lineIsObsolete
      guard position < bytes.count else { return finish(.end) }
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        noteLineEnd(at: position)
        lineIsObsolete = false
        lineIsPrevious = false
        marker = nil
        position += 1
      case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x0D:
        position += 1
      case UInt8(ascii: "#"):
        position += 1
        skipContinuations()
        if take("~") {
          lineIsObsolete = true
          marker = marker ?? start
          skipContinuations()
          if take("|") { lineIsPrevious = true }
        } else if take("|") {
          lineIsPrevious = true
          marker = marker ?? start
        } else {
          readComment()
          return finish(.comment)
        }
      case UInt8(ascii: "\""):
        readString()
        return finish(lineIsPrevious ? .previousString : .string)
      case let byte where isNameStart(byte):
        return finish(word())
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        readNumber()
        return finish(.number)
      case UInt8(ascii: "["):
        position += 1
        return finish(.opening)
      case UInt8(ascii: "]"):
        position += 1
        return finish(.closing)
      default:
        position += max(1, encoding.length(at: position, in: bytes.span))
        return finish(.junk)
      }
    }
  }

  /// Goes on at the beginning of a line; what stands before it was read without the lexer.
  mutating func resume(at offset: Int) {
    position = offset
    lineIsObsolete = false
    lineIsPrevious = false
    marker = nil
    advance()
  }

  /// Notes a line that ends with LF alone.
  mutating func noteLineFeed(at offset: Int) {
    if firstLF == nil { firstLF = offset }
  }

  /// The text of the token, for a fault: at most 32 characters.
  var spelling: String {
    let slice = bytes[start..<min(end, start + 128)]
    return String(encoding.text(slice).unicodeScalars.prefix(32).map(Character.init))
  }

  private mutating func finish(_ token: Token) {
    self.token = token
    end = position
    outerStart = marker ?? start
    marker = nil
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Passes over backslash and line feed, which PO removes wherever they stand.
  private mutating func skipContinuations() {
    while position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "\n")
    {
      position += 2
    }
  }

  private mutating func noteLineEnd(at offset: Int) {
    if offset > 0, bytes[offset - 1] == 0x0D {
      if firstCRLF == nil { firstCRLF = offset - 1 }
    } else {
      noteLineFeed(at: offset)
    }
  }

  private mutating func readComment() {
    position = bytes.span.endOfLine(from: position)
    while position < bytes.count, bytes[position - 1] == UInt8(ascii: "\\") {
      position = bytes.span.endOfLine(from: position + 1)
    }
    // A comment ends the reach of `#~` on its line, as in GNU gettext.
    lineIsObsolete = false
  }

  private mutating func readNumber() {
    var value: Int? = 0
    while position < bytes.count, bytes[position].isASCIIDigit {
      let digit = Int(bytes[position] - UInt8(ascii: "0"))
      value = value.flatMap { $0 > 1_000_000 ? nil : $0 * 10 + digit }
      position += 1
      skipContinuations()
    }
    number = value
  }

  private mutating func word() -> Token {
    let first = position
    while position < bytes.count, isNameStart(bytes[position]) || bytes[position].isASCIIDigit {
      position += 1
    }
    let plainEnd = position
    skipContinuations()
    if position > plainEnd, position < bytes.count,
      isNameStart(bytes[position]) || bytes[position].isASCIIDigit
    {
      return splicedWord(from: first)
    }
    position = plainEnd
    return keyword(bytes[first..<plainEnd], from: first)
  }

  /// Reads a word that goes on behind a backslash at the end of a line.
  private mutating func splicedWord(from first: Int) -> Token {
    var name: [UInt8] = []
    position = first
    while position < bytes.count, isNameStart(bytes[position]) || bytes[position].isASCIIDigit {
      name.append(bytes[position])
      position += 1
      skipContinuations()
    }
    return keyword(name[...], from: first)
  }

  private mutating func keyword(_ name: ArraySlice<UInt8>, from first: Int) -> Token {
    switch Keyword(name) {
    case .id: return lineIsPrevious ? .previousID : .id
    case .translation where !lineIsPrevious: return .translation
    case .domain where !lineIsPrevious: return .domain
    case .context: return lineIsPrevious ? .previousContext : .context
    case .plural: return lineIsPrevious ? .previousPlural : .plural
    case .translation, .domain, nil: break
    }
    report(.unknownKeyword(encoding.text(bytes[first..<min(position, first + 32)])), at: first)
    return .junk
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }
}

extension CatalogLexer {
  /// The words that the grammar knows.
  private enum Keyword: String, CaseIterable {
    case id = "msgid"
    case translation = "msgstr"
    case context = "msgctxt"
    case plural = "msgid_plural"
    case domain

    private static let bytes = allCases.map { (keyword: $0, spelling: Array($0.rawValue.utf8)) }

    init?(_ word: ArraySlice<UInt8>) {
      // Arrays are compared as memory, which matters here: every third token is a keyword.
      guard let found = Keyword.bytes.first(where: { $0.spelling[...] == word }) else { return nil }
      self = found.keyword
    }
  }

  /// Reads from the opening quote to behind the closing one, or to the end of the line.
  private mutating func readString() {
    let first = position
    var index = position + 1
    // Bytes between the quotes that stand for nothing: backslash and line feed.
    var continuations = 0
    facts = .isPlain
    stringIsFaulty = false
    let count = bytes.count
    while index < count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        if index - first - 1 > continuations { facts.insert(.hasText) }
        position = index + 1
        return
      case UInt8(ascii: "\n"):
        return failString(.endOfLineInString, at: first, upTo: index)
      case UInt8(ascii: "\\"):
        facts.remove(.isPlain)
        let escape = StringEscape(at: index, in: bytes.span)
        if case .nothing = escape.meaning { continuations += escape.end - index }
        judge(escape, at: index)
        index = escape.end
      case 0x80...:
        let length = encoding.length(at: index, in: bytes.span)
        if length == 0 { failCharacter(.invalidBytes, at: index) }
        index += max(1, length)
      case 0x04:
        failCharacter(.separatorInString, at: index)
        index += 1
      case 0x00:
        failCharacter(.nullInString, at: index)
        index += 1
      default:
        index = bytes.span.endOfPlainText(from: index + 1)
      }
    }
    failString(.endOfFileInString, at: first, upTo: count)
  }

  private mutating func judge(_ escape: StringEscape, at index: Int) {
    switch escape.meaning {
    case .nothing: break
    case .byte(0x04): failCharacter(.separatorInString, at: index)
    case .byte(0x00): failCharacter(.nullInString, at: index)
    case .byte(0x80...): facts.insert(.hasNumericBytes)
    case .byte: break
    case .invalid(let place):
      let length = place < bytes.count ? max(1, encoding.length(at: place, in: bytes.span)) : 0
      failCharacter(.invalidEscape(encoding.text(bytes[place..<place + length])), at: place)
    }
  }

  private mutating func failString(_ reason: CatalogFault.Reason, at first: Int, upTo index: Int) {
    failCharacter(reason, at: first)
    facts.remove(.isPlain)
    facts.insert(.hasText)
    position = index
  }

  private mutating func failCharacter(_ reason: CatalogFault.Reason, at index: Int) {
    report(reason, at: index)
    stringIsFaulty = true
  }
}
