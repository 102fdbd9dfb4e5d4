import Testing

@testable import TerminalForms

@Suite("Safe text")
struct SafeTextTests {
  @Test(arguments: [
    ("Müller & Söhne", "Müller & Söhne"),
    ("\u{1B}[2J", "^[[2J"),
    ("a\u{1B}]0;title\u{07}b", "a^[]0;title^Gb"),
    ("\0\u{7F}", "^@^?"),
    ("paid\rfree", "paid^Mfree"),
    ("a\r\nb", "a^M⏎b"),
    ("a\nb", "a⏎b"),
    ("a\tb", "a    b"),
    ("\u{9B}31m", "\\u{9B}31m"),
    ("\u{85}", "\\u{85}"),
    ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
    ("a\u{202E}txt.exe", "a\\u{202E}txt.exe"),
    ("\u{61C}\u{200E}\u{200F}\u{2066}\u{2069}", "\\u{61C}\\u{200E}\\u{200F}\\u{2066}\\u{2069}"),
    ("\u{FEFF}id", "\\u{FEFF}id"),
    ("a\u{200B}b\u{200C}c\u{2060}", "a\\u{200B}b\\u{200C}c\\u{2060}"),
    ("x\u{E0041}", "x\\u{E0041}"),
    ("\u{E000}\u{F0000}", "\\u{E000}\\u{F0000}"),
    ("\u{378}", "\\u{378}"),
    ("\u{1D173}\u{13430}", "\\u{1D173}\\u{13430}"),
  ])
  func `spells out what could drive a terminal or hide`(text: String, shown: String) {
    #expect(SafeText(text).string == shown)
  }

  @Test(arguments: ["👨‍👩‍👧", "🏳️‍🌈", "❤️", "❤\u{FE0E}", "1️⃣", "🇩🇪", "👍🏽", "e\u{301}", "नमस्ते", "日本語"])
  func `keeps sequences that make one character`(text: String) {
    #expect(Array(SafeText(text).string.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(arguments: [
    ("a\u{200D}b", "a\\u{200D}b"),
    ("1\u{200D}2", "1\\u{200D}2"),
    ("👨\u{200D}", "👨\\u{200D}"),
    ("👨\u{200D}\u{200D}👩", "👨\\u{200D}\\u{200D}👩"),
    ("x\u{FE0F}", "x\\u{FE0F}"),
    ("❤\u{FE0F}\u{FE0F}", "❤\u{FE0F}\\u{FE0F}"),
  ])
  func `spells out joiners and selectors that stand astray`(text: String, shown: String) {
    #expect(Array(SafeText(text).string.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `holds no control or format character whatever goes in`() {
    let scalars = [0...0x2FFF, 0xD7A0...0xFFFF, 0x1BC90...0x1BCB0, 0xE0000...0xE0200]
      .joined().compactMap { Unicode.Scalar(UInt32($0)) }
    let unsafe = scalars.filter { scalar in
      SafeText(String(Character(scalar))).string.unicodeScalars.contains {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: true
        case .surrogate, .unassigned: true
        default: false
        }
      }
    }
    #expect(unsafe.isEmpty)
  }

  @Test(arguments: [
    ("", [""]), ("a", ["a"]), ("a\n", ["a", ""]), ("a\n\nb", ["a", "", "b"]),
    ("a\r\nb", ["a^M", "b"]),
  ])
  func `breaks at line feeds`(text: String, lines: [String]) {
    #expect(SafeText.lines(of: text).map(\.string) == lines)
  }
}
