/// A text being typed, with a cursor between two of its characters.
///
/// Everything goes by grapheme cluster: what a person sees as one character is one step, one deletion,
/// and never cut. Control characters of a paste stay in the text, so that it can be judged; shown, they
/// are spelled out.
package struct TextEditor: Sendable {
  /// The characters left of the cursor.
  private(set) var before: [Character]
  /// The characters right of the cursor, the nearest last.
  private(set) var after: [Character]
  /// Whether Enter and pasted line breaks stay in the text.
  package let isMultiline: Bool
  /// What was cut last, for Ctrl-Y.
  private var cut: [Character] = []

  /// Begins with a text and the cursor at its end.
  ///
  /// - Parameters:
  ///   - text: The text; its line breaks are line feeds.
  ///   - isMultiline: Whether line breaks stay in the text.
  package init(_ text: String = "", isMultiline: Bool = false) {
    before = []
    after = []
    self.isMultiline = isMultiline
    insert(text)
  }

  /// The whole text.
  ///
  /// - Complexity: O(*n*).
  package var text: String { String(before) + String(after.reversed()) }

  /// How many characters there are.
  package var count: Int { before.count + after.count }

  /// Whether there is no text.
  package var isEmpty: Bool { before.isEmpty && after.isEmpty }

  /// What a key did to the text.
  package enum Reaction: Sendable {
    /// The key means nothing in a text.
    case ignored
    /// The cursor moved, or was at the end already.
    case moved
    /// The text changed.
    case changed
  }

  /// Takes a key.
  ///
  /// - Complexity: O(*k*) in the characters that are inserted, deleted or passed.
  package mutating func press(_ key: Key) -> Reaction {
    switch key {
    case .text(let text), .paste(let text):
      insert(text)
      return .changed
    case .left, .control("b"): move(1, toTheLeft: true)
    case .right, .control("f"): move(1, toTheLeft: false)
    case .wordLeft: move(wordBefore, toTheLeft: true)
    case .wordRight: move(wordAfter, toTheLeft: false)
    case .home, .control("a"): move(lineBefore, toTheLeft: true)
    case .end, .control("e"): move(lineAfter, toTheLeft: false)
    case .backspace: return delete(1, toTheLeft: true)
    case .delete, .control("d"): return delete(1, toTheLeft: false)
    case .deleteWordLeft, .control("w"): return delete(wordBefore, toTheLeft: true, isCut: true)
    case .deleteWordRight: return delete(wordAfter, toTheLeft: false, isCut: true)
    case .control("u"): return delete(lineBefore, toTheLeft: true, isCut: true)
    case .control("k"): return delete(max(1, lineAfter), toTheLeft: false, isCut: true)
    case .control("y"):
      insert(String(cut))
      return .changed
    case .enter, .lineBreak:
      guard isMultiline else { return .ignored }
      insert("\n")
      return .changed
    default: return .ignored
    }
    return .moved
  }

  /// Puts the cursor at a character, counted from 0; beyond the end, at the end.
  mutating func moveCursor(to index: Int) {
    move(max(0, before.count - index), toTheLeft: true)
    move(max(0, index - before.count), toTheLeft: false)
  }

  // MARK: Changing

  private mutating func insert(_ text: String) {
    guard !text.isEmpty else { return }
    // A mark joins the character before it, and the next character may join the text.
    let joined = (before.popLast().map(String.init) ?? "") + line(text)
    before.append(contentsOf: joined)
    joinAtCursor()
  }

  /// Makes one character of two that stand together now and are one, such as the halves of a flag.
  private mutating func joinAtCursor() {
    guard let last = before.last, let next = after.last else { return }
    let pair = String(last) + String(next)
    guard pair.count == 1 else { return }
    after.removeLast()
    before[before.count - 1] = Character(pair)
  }

  /// The text on one line, where there is only one: a line break at its ends goes, others become spaces.
  private func line(_ text: String) -> String {
    guard !isMultiline, text.unicodeScalars.contains("\n") else { return text }
    var scalars = text.unicodeScalars[...]
    while scalars.last == "\n" { scalars.removeLast() }
    while scalars.first == "\n" { scalars.removeFirst() }
    var line = String.UnicodeScalarView()
    for scalar in scalars { line.append(scalar == "\n" ? " " : scalar) }
    return String(line)
  }

  private mutating func delete(
    _ count: Int,
    toTheLeft: Bool,
    isCut: Bool = false
  ) -> Reaction {
    let count = min(count, toTheLeft ? before.count : after.count)
    guard count > 0 else { return .moved }
    if isCut { cut = toTheLeft ? before.suffix(count) : after.suffix(count).reversed() }
    if toTheLeft { before.removeLast(count) } else { after.removeLast(count) }
    joinAtCursor()
    return .changed
  }

  private mutating func move(_ count: Int, toTheLeft: Bool) {
    for _ in 0..<count {
      guard let character = toTheLeft ? before.popLast() : after.popLast() else { return }
      if toTheLeft { after.append(character) } else { before.append(character) }
    }
  }

  // MARK: Places

  private var wordBefore: Int { TextEditor.word(in: before.reversed()) }

  private var wordAfter: Int { TextEditor.word(in: after.reversed()) }

  /// The characters up to the far end of the next word: what is no word first, then the word.
  private static func word(in characters: ReversedCollection<[Character]>) -> Int {
    let gap = characters.prefix { !$0.isOfWord }.count
    return gap + characters.dropFirst(gap).prefix(while: \.isOfWord).count
  }

  /// The characters between the cursor and the beginning of its line.
  var lineBefore: Int { before.reversed().prefix { $0 != "\n" }.count }

  /// The characters between the cursor and the end of its line.
  var lineAfter: Int { after.reversed().prefix { $0 != "\n" }.count }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}
