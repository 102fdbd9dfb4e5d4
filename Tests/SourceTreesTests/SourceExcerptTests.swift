import SourceTrees
import Testing

@Suite("A source excerpt")
struct SourceExcerptTests {
  private func excerpt(_ text: String, _ offset: Int, _ length: Int, width: Int = 40) -> [String] {
    let place = SourcePlace(line: 1, column: 1, offset: offset, length: length)
    let excerpt = SourceExcerpt(of: SourceText(text), at: place, width: width)
    return [excerpt.line, excerpt.caret]
  }

  @Test(arguments: [
    ("a: b\n  when: categry == 'x'\nc", 13, 7, ["  when: categry == 'x'", "        ^~~~~~~"]),
    ("\ta: b", 4, 1, ["    a: b", "       ^"]), ("ab\tc", 3, 1, ["ab  c", "    ^"]),
    ("日本: x", 8, 1, ["日本: x", "      ^"]), ("日本", 0, 2, ["日本", "^~~~"]),
    ("e\u{301}: x", 5, 1, ["e\u{301}: x", "   ^"]),
    ("a: \u{1B}[31m", 4, 2, ["a: \\u{1B}[31m", "         ^~"]),
    ("\u{202E}a", 3, 1, ["\\u{202E}a", "        ^"]), ("a\r\nb", 3, 1, ["b", "^"]),
    ("a: b", 4, 1, ["a: b", "    ^"]), ("", 0, 5, ["", "^"]), ("a", 99, 5, ["a", " ^"]),
    ("a\n", 2, 1, ["", "^"]),
  ])
  func `shows the line and marks the place`(text: String, offset: Int, length: Int, lines: [String])
  {
    #expect(excerpt(text, offset, length) == lines)
  }

  @Test func `clips a long line around the place`() {
    let text = String(repeating: "x", count: 100) + "HERE" + String(repeating: "y", count: 100)
    let lines = excerpt(text, 100, 4)
    #expect(
      lines == [
        "…" + String(repeating: "x", count: 19) + "HERE" + String(repeating: "y", count: 15) + "…",
        String(repeating: " ", count: 20) + "^~~~",
      ]
    )
    #expect(
      excerpt(text, 0, 1000) == [
        String(repeating: "x", count: 39) + "…", "^" + String(repeating: "~", count: 38),
      ]
    )
    #expect(
      excerpt(text, 204, 1) == [
        "…" + String(repeating: "y", count: 39), String(repeating: " ", count: 40) + "^",
      ]
    )
  }

  @Test func `never breaks a character and never exceeds its width`() {
    let text = String(repeating: "é👩‍👩‍👧本", count: 200)
    for offset in stride(from: 0, through: text.utf8.count, by: 7) {
      let lines = excerpt(text, offset, 3)
      #expect(!lines[0].contains("\u{FFFD}"))
      #expect(lines.allSatisfy { $0.count <= 41 })
    }
  }
}
