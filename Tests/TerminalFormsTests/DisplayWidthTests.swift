import Testing

@testable import TerminalForms

@Suite("The display width")
struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Straße", 6), ("e\u{301}", 1), ("Mu\u{308}ller", 6), ("\u{301}", 0),
    ("日本", 4), ("ｱ", 1), ("Ａ", 2), ("각", 2), ("\u{1100}\u{1161}\u{11A8}", 2), ("한국어", 6),
    ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("🏳️‍🌈", 2), ("🇩🇪", 2), ("🇩🇪🇪🇸", 4), ("🇩", 2), ("1️⃣", 2),
    ("❤", 1), ("❤️", 2), ("⌚", 2), ("⌚\u{FE0E}", 2), ("…", 1), ("●", 1), ("±", 1), ("が", 2),
    ("か\u{3099}", 2), ("क्ष", 2), ("கா", 2), ("ก็", 1), ("\u{1B}", 0), ("a\nb", 2), ("\u{9B}", 0),
  ])
  func `counts columns by grapheme cluster`(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test func `is looked up in bounds that rise and close`() {
    #expect(wideScalarBounds.count.isMultiple(of: 2))
    #expect(zip(wideScalarBounds, wideScalarBounds.dropFirst()).allSatisfy { $0 < $1 })
  }
}
