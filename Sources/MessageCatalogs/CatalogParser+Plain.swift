extension CatalogParser {
  /// Reads entries in the shape that nearly all have, as long as one follows another.
  ///
  /// That is: comments, `msgctxt`, `msgid` and `msgstr`, each on a line of its own that ends with a
  /// line feed, with one string without escapes. What is read this way is read as the grammar has it,
  /// in a fifth of the time; whatever differs in the least is left to the lexer.
  ///
  /// - Returns: Whether an entry was read; the lexer is at the token behind the last one then.
  mutating func parsePlainEntries() -> Bool {
    switch lexer.token {
    case .comment, .context, .id: break
    default: return false
    }
    guard comments == nil, !lexer.isObsolete, lexer.outerStart == lexer.start else { return false }
    let first = lexer.start
    var position = first
    while let entry = PlainEntry(in: lexer.bytes, from: position, encoding: encoding) {
      append(entry, from: position)
      position = entry.next
    }
    guard position > first else { return false }
    lexer.resume(at: position)
    return true
  }

  private mutating func append(_ entry: PlainEntry, from start: Int) {
    if lexer.firstLF == nil { lexer.noteLineFeed(at: lexer.bytes.span.endOfLine(from: start)) }
    entries.append(
      StoredEntry(
        start: UInt32(start),
        end: entry.translation.end,
        keyword: UInt32(entry.keyword),
        firstText: UInt32(texts.count),
        formCount: 1,
        traits: entry.traits
      )
    )
    if let context = entry.context { texts.append(context) }
    texts.append(entry.id)
    texts.append(entry.translation)
  }
}

/// An entry in the plainest shape.
private struct PlainEntry {
  private(set) var traits: StoredEntry.Traits = []
  /// Where its `msgid` stands.
  let keyword: Int
  let context: StoredText?
  let id: StoredText
  let translation: StoredText
  /// Where the line of the next token begins.
  let next: Int

  /// Reads the entry whose first line begins at a place; `nil` where it has another shape.
  init?(in file: [UInt8], from start: Int, encoding: TextEncoding) {
    let bytes = file.span
    var position = start
    while position < bytes.count, bytes[position] == UInt8(ascii: "#") {
      guard let end = bytes.endOfPlainComment(from: position) else { return nil }
      if bytes.mayHaveFlags(at: position), CommentLine(file[position..<end]).saysFuzzy {
        traits.insert(.isFuzzy)
      }
      position = end + 1
    }
    func text(behind keyword: PlainKeyword) -> StoredText? {
      guard let text = bytes.plainText(behind: keyword, at: position, encoding: encoding) else {
        return nil
      }
      position = Int(text.end) + 1
      return text
    }
    context = text(behind: .context)
    if context != nil { traits.insert(.hasContext) }
    keyword = position
    // An empty id may be the header's, which decides how all that follows is read.
    guard let id = text(behind: .id), context != nil || !id.isEmpty,
      let translation = text(behind: .translation)
    else { return nil }
    while position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    guard bytes.endsStrings(at: position) else { return nil }
    self.id = id
    self.translation = translation
    next = position
  }
}

/// A keyword and the blank behind it, as the number that its bytes make, the first of them lowest.
private struct PlainKeyword {
  let word: UInt64
  let length: Int

  var mask: UInt64 { UInt64.max >> (64 - 8 * UInt64(length)) }

  /// `msgctxt `.
  static var context: PlainKeyword { PlainKeyword(word: 0x2074_7874_6367_736D, length: 8) }
  /// `msgid `.
  static var id: PlainKeyword { PlainKeyword(word: 0x2064_6967_736D, length: 6) }
  /// `msgstr `.
  static var translation: PlainKeyword { PlainKeyword(word: 0x20_7274_7367_736D, length: 7) }
}

extension Span<UInt8> {
  /// The string of a line that is a keyword, a blank, the string and a line feed.
  fileprivate func plainText(
    behind keyword: PlainKeyword,
    at line: Int,
    encoding: TextEncoding
  ) -> StoredText? {
    guard let word = word(at: line), word & keyword.mask == keyword.word else { return nil }
    let start = line + keyword.length
    guard start < count, self[start] == UInt8(ascii: "\"") else { return nil }
    var end = endOfPlainText(from: start + 1)
    while end < count, self[end] >= 0x80 {
      let length = encoding.length(at: end, in: self)
      if length == 0 { return nil }
      end = endOfPlainText(from: end + length)
    }
    guard end + 1 < count, self[end] == UInt8(ascii: "\""), self[end + 1] == UInt8(ascii: "\n")
    else { return nil }
    let facts: StoredText.Facts = end > start + 1 ? [.isPlain, .hasText] : .isPlain
    return StoredText(start: UInt32(start), end: UInt32(end + 1), facts: facts)
  }

  /// The line feed that ends a comment; `nil` where the line is none, or ends in another way.
  fileprivate func endOfPlainComment(from start: Int) -> Int? {
    guard isPlainComment(at: start) else { return nil }
    let end = endOfLine(from: start)
    guard end < count, self[end - 1] != UInt8(ascii: "\\"), self[end - 1] != 0x0D else {
      return nil
    }
    return end
  }

  /// Whether a comment may be one of flags: not what most comments are, words for translators and references.
  fileprivate func mayHaveFlags(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    switch self[index + 1] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: " "): return false
    default: return true
    }
  }

  /// Whether no more strings follow the last one: a comment, a keyword or nothing does.
  fileprivate func endsStrings(at index: Int) -> Bool {
    index == count || self[index] == UInt8(ascii: "m") || isPlainComment(at: index)
  }

  /// Whether a comment begins that is neither `#~` nor `#|`.
  private func isPlainComment(at index: Int) -> Bool {
    guard index + 1 < count, self[index] == UInt8(ascii: "#") else { return false }
    switch self[index + 1] {
    case UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "\\"): return false
    default: return true
    }
  }
}
