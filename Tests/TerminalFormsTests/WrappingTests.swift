import Testing

@testable import TerminalForms

@Suite("A wrapped line")
struct WrappingTests {
  private let german =
    "Die Umsatzsteuer-Identifikationsnummer hat nach „DE“ neun Ziffern, hier stehen nur acht."

  @Test func `breaks German at spaces within forty columns`() {
    #expect(
      Line(german).wrapped(on: Page(columns: 40)).map(\.plain) == [
        "Die Umsatzsteuer-Identifikationsnummer",
        "hat nach „DE“ neun Ziffern, hier stehen",
        "nur acht.",
      ]
    )
  }

  @Test func `hangs behind its marker`() {
    let lines = Line(german).wrapped(on: Page(columns: 40), indent: 2, marker: "✗ ")
    #expect(
      lines.map(\.plain) == [
        "  ✗ Die",
        "    Umsatzsteuer-Identifikationsnummer",
        "    hat nach „DE“ neun Ziffern, hier",
        "    stehen nur acht.",
      ]
    )
  }

  @Test(arguments: [
    ("", 10, [""]),
    ("aaaa bbbb", 4, ["aaaa", "bbbb"]),
    ("aaaa bbbb", 9, ["aaaa bbbb"]),
    ("aa    bb", 5, ["aa", "bb"]),
    ("  aa bb", 5, ["  aa", "bb"]),
    ("aa bb   ", 5, ["aa bb"]),
    ("Name: ", 10, ["Name: "]),
    ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("a bcdefgh", 3, ["a", "bcd", "efg", "h"]),
    ("10\u{A0}000 €", 8, ["10\u{A0}000 €"]),
    ("10\u{A0}000 €", 7, ["10\u{A0}000", "€"]),
    ("日本語", 4, ["日本", "語"]),
    ("日本語", 1, ["日", "本", "語"]),
    ("👨‍👩‍👧👨‍👩‍👧", 3, ["👨‍👩‍👧", "👨‍👩‍👧"]),
    ("e\u{301}e\u{301}", 1, ["e\u{301}", "e\u{301}"]),
    ("     ", 2, ["  ", "  ", " "]),
    ("\u{3000}", 1, ["\u{3000}"]),
  ])
  func `cuts only words longer than a line`(text: String, columns: Int, lines: [String]) {
    #expect(Line(text).wrapped(on: Page(columns: columns)).map(\.plain) == lines)
  }

  @Test(arguments: [1, 5, 8, 9, 12, 40])
  func `never exceeds its page however far it is indented`(columns: Int) {
    let lines = Line(german).wrapped(on: Page(columns: columns), indent: 30, marker: "- ")
    #expect(lines.allSatisfy { $0.displayWidth <= max(columns, 2) })
    #expect(lines.map(\.plain).joined().filter { $0 != " " } == "-" + german.filter { $0 != " " })
  }

  @Test func `keeps the styles of its runs`() {
    let line = Line("Name", .bold) + Line(" is missing", .red)
    #expect(
      line.wrapped(on: Page(columns: 8))
        == [Line("Name", .bold) + Line(" is", .red), Line("missing", .red)]
    )
  }

  @Test func `is linear in a long word and a long run of spaces`() {
    let clock = ContinuousClock()
    for text in [String(repeating: "x", count: 100_000), String(repeating: " ", count: 100_000)] {
      #expect(clock.measure { _ = Line(text).wrapped(on: Page(columns: 40)) } < .seconds(2))
    }
  }
}

@Suite("A fitted line")
struct FittedLineTests {
  @Test(arguments: [
    ("Köln", 4, Repertoire.unicode, "Köln"), ("Köln am Rhein", 6, .unicode, "Köln …"),
    ("日本語", 5, .unicode, "日本…"), ("日本語", 4, .unicode, "日…"), ("Köln", 0, .unicode, ""),
    ("Köln am Rhein", 6, .ascii, "Kol..."), ("Köln", 2, .ascii, ""),
  ])
  func `ends in an ellipsis where it was cut`(
    text: String,
    columns: Int,
    repertoire: Repertoire,
    shown: String
  ) {
    #expect(Line(text).truncated(to: columns, in: repertoire).plain == shown)
  }

  @Test(arguments: [
    ("ab", 4, Alignment.leading, "ab  "), ("12", 4, .trailing, "  12"), ("日", 4, .leading, "日  "),
    ("abcdef", 4, .leading, "abcdef"),
  ])
  func `is padded by columns`(text: String, columns: Int, alignment: Alignment, shown: String) {
    #expect(Line(text).padded(to: columns, alignment).plain == shown)
  }
}
