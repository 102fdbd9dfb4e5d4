import Testing

@testable import TerminalForms

@Suite("A text being typed")
struct TextEditorTests {
  /// The text after some keys, `|` standing where the cursor is.
  private func edited(_ keys: [Key], from text: String = "", isMultiline: Bool = false) -> String {
    var editor = TextEditor(text, isMultiline: isMultiline)
    for key in keys { _ = editor.press(key) }
    return String(editor.before) + "|" + String(editor.after.reversed())
  }

  @Test(
    arguments: [
      ([.text("ab"), .left, .text("c")], "ac|b"), ([.text("ab"), .home, .delete], "|b"),
      ([.text("ab"), .control("a"), .control("k")], "|"), ([.text("ab"), .control("u")], "|"),
      ([.text("eins zwei"), .control("w")], "eins |"),
      ([.text("eins zwei "), .control("w")], "eins |"),
      ([.text("eins zwei"), .wordLeft, .wordLeft, .deleteWordRight], "| zwei"),
      ([.text("eins zwei"), .control("w"), .home, .control("y")], "zwei|eins "),
      ([.text("ab"), .right, .backspace, .backspace, .backspace], "|"),
      ([.paste("a\nb\n")], "a b|"), ([.paste("\u{1B}[1m")], "\u{1B}[1m|"),
    ] as [([Key], String)]
  )
  func `is edited by keys`(keys: [Key], expected: String) {
    #expect(edited(keys) == expected)
  }

  /// What a person sees as one character is one step, however many scalars it has.
  @Test(arguments: ["ü", "u\u{308}", "👩‍👩‍👧", "🇩🇪", "각", "नि"])
  func `goes by what people see as characters`(character: String) {
    #expect(edited([.text("a\(character)b"), .left, .left], from: "") == "a|\(character)b")
    #expect(edited([.text("a\(character)b"), .left, .backspace]) == "a|b")
    // Scalars may come one by one.
    let keys = character.unicodeScalars.map { Key.text(String(Character($0))) }
    #expect(edited(keys + [.backspace]) == "|")
  }

  @Test func `joins what comes to stand together`() {
    #expect(edited([.text("🇩x🇪"), .left, .backspace, .backspace]) == "|")
    #expect(edited([.text("\u{301}"), .home, .text("e")]) == "e\u{301}|")
  }

  @Test func `has lines where it may`() {
    #expect(edited([.text("a"), .enter, .text("b")], isMultiline: true) == "a\nb|")
    #expect(edited([.enter], from: "a") == "a|")
    #expect(
      edited([.home, .control("k"), .control("k")], from: "a\nbc", isMultiline: true) == "a\n|"
    )
    var editor = TextEditor("lang\nk\nlänger", isMultiline: true)
    var befores: [String] = []
    for up in [true, true, true, false, false, false] {
      let hasMoved = editor.moveLine(up: up)
      befores.append(hasMoved ? String(editor.before) : "-")
    }
    #expect(befores == ["lang\nk", "l", "-", "lang\nk", "lang\nk\nl", "-"])
  }

  /// The cursor is always inside what is seen, and what is seen fits.
  @Test(arguments: [Repertoire.unicode, .ascii])
  func `shows the part with the cursor`(repertoire: Repertoire) {
    var random = RandomNumbers(seed: 7)
    let pieces = ["a", "ü", "東", "👩‍👩‍👧", "e\u{301}", " ", "\u{1B}", "\u{202E}", "🇩🇪", "\n"]
    for _ in 0..<1500 {
      let isMultiline = Bool.random(using: &random)
      var editor = TextEditor("", isMultiline: isMultiline)
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        _ = editor.press(.text(pieces.randomElement(using: &random) ?? ""))
        if Int.random(in: 0..<4, using: &random) == 0 { _ = editor.press(.left) }
      }
      let columns = Int.random(in: 1...30, using: &random)
      let height = Int.random(in: 1...6, using: &random)
      let view =
        isMultiline
        ? editor.rows(columns: columns, height: height, repertoire: repertoire)
        : editor.line(columns: columns, repertoire: repertoire)
      #expect(view.rows.indices.contains(view.cursorRow))
      #expect(view.rows.count <= (isMultiline ? height : 1))
      #expect(view.cursorColumn < max(2, columns))
      for row in view.rows {
        #expect(row.displayWidth <= max(2, columns), "\(editor.text.debugDescription)")
      }
    }
  }

  @Test func `changes one place of what is seen with most keys`() {
    var editor = TextEditor()
    var moves = 0
    var last = editor.line(columns: 20, repertoire: .unicode).rows[0]
    for _ in 0..<100 {
      _ = editor.press(.text("x"))
      let next = editor.line(columns: 20, repertoire: .unicode).rows[0]
      if next.difference(from: last).column < last.displayWidth { moves += 1 }
      last = next
    }
    #expect(moves <= 10)
  }
}

/// Numbers that look random and are the same in every run.
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
