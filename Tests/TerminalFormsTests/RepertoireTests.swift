import Testing

@testable import TerminalForms

@Suite("The ASCII repertoire")
struct RepertoireTests {
  @Test(arguments: [
    ("Müller & Söhne", "Muller & Sohne"), ("Straße", "Strasse"), ("¿Está?", "Esta?"),
    ("Mu\u{308}ller", "Muller"), ("Łódź", "Lodz"), ("„DE“ – 5 €", "\"DE\" - 5 EUR"),
    ("✓ ✗ › ● … ⏎", "+ x > (*) ... \\n"), ("10\u{A0}000", "10 000"), ("日", "\\u{65E5}"),
    ("가", "\\u{AC00}"), ("≠", "\\u{2260}"), ("5\u{338}", "5\\u{338}"),
    ("👍🏽", "\\u{1F44D}\\u{1F3FD}"),
    ("Σ", "\\u{3A3}"),
  ])
  func `shows twins, base letters and numbers`(text: String, shown: String) {
    let spelled = Line(text).spelled(in: .ascii)
    #expect(spelled.plain == shown)
    #expect(spelled.spelled(in: .ascii) == spelled)
  }

  @Test(arguments: Symbol.allCases)
  func `has a twin for each symbol`(symbol: Symbol) {
    #expect(symbol.unicode.displayWidth == 1)
    #expect(symbol.ascii.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(Line(symbol).spelled(in: .ascii).plain == symbol.ascii)
  }

  @Test func `leaves nothing else over`() {
    let text = String(String.UnicodeScalarView((0x20...0x3100).compactMap { Unicode.Scalar($0) }))
    #expect(Line(text).spelled(in: .ascii).plain.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
  }
}
