import FieldKinds
import Testing

@Suite("A typed identifier")
struct IdentifierScrubTests {
  @Test(arguments: [
    "B58378431", "b58378431", " \t\u{A0}B58378431\u{3000}\r\n", "B-58.378.431", "B 58378431",
    "B\u{2009}58\u{2011}378\u{2212}431", "\u{202F}B\u{A0}58378431",
    "\u{FF22}\u{FF15}\u{FF18}\u{FF13}\u{FF17}\u{FF18}\u{FF14}\u{FF13}\u{FF11}", "\u{FF42}58378431",
  ])
  func `folds spaces, dashes, case and full-width forms`(text: String) {
    #expect(canonical(text, .esNIF) == "B58378431")
  }

  @Test(arguments: ["", "  ", "\t\r\n", "\u{A0}\u{3000}"])
  func `is empty when nothing is left`(text: String) {
    for kind: KindName in [.esNIF, .deVAT, .iban, .deRegister, .leitwegID] {
      #expect(refusal(text, kind) == .empty)
    }
  }

  @Test(arguments: [
    ("1234567\nL", "U+000A", 8), ("1234567\tL", "U+0009", 8), ("B583\u{0}78431", "U+0000", 5),
    (" B5837\u{202E}8431", "U+202E", 6), ("\u{200B}B58378431", "U+200B", 1),
    ("B58378431\u{1B}", "U+001B", 10), ("B58378431\u{7F}", "U+007F", 10),
    ("ß\u{FEFF}", "U+FEFF", 2), ("B5\u{E000}8378431", "U+E000", 3),
    ("B5\u{378}8378431", "U+0378", 3),
    ("#\u{1B}", "U+001B", 2), ("B5\u{2028}8378431", "U+2028", 3), ("B5\u{AD}8378431", "U+00AD", 3),
  ])
  func `names a hostile character and its place before anything else`(
    text: String,
    codePoint: String,
    position: Int
  ) {
    #expect(refusal(text, .esNIF) == .hostile(codePoint: codePoint, position: position))
    if !text.contains("#") {
      #expect(refusal(text, .iban) == .hostile(codePoint: codePoint, position: position))
    }
  }

  @Test(arguments: [
    ("eſB58378431", "ſ", 2), ("B5837843ß", "ß", 9), ("B5837843١", "١", 9), ("B5837843१", "१", 9),
    ("B5837843¹", "¹", 9), ("B5837843𝟏", "𝟏", 9), ("Ñ5837843", "Ñ", 1), ("  B583/78431", "/", 5),
    ("B5837843\u{4E00}", "\u{4E00}", 9), ("É5837843", "É", 1), ("B58378431;", ";", 10),
  ])
  func `shows a wrong character and its place`(text: String, found: String, position: Int) {
    let expected = KindFailure.charset(
      found: found,
      position: position,
      allowed: .digitsAndLetters
    )
    #expect(refusal(text, .esNIF) == expected)
  }

  @Test func `names a letter with the mark that was typed after it`() {
    let expected = KindFailure.charset(
      found: "É",
      position: 1,
      allowed: .digitsAndLetters
    )
    #expect(refusal("E\u{301}5837843", .esNIF) == expected)
  }

  @Test func `points at the letter among digits as it was typed`() {
    let expected = KindFailure.charset(found: "o", position: 8, allowed: .digits)
    #expect(refusal(" DE 1366o5976", .deVAT) == expected)
    #expect(refusal("40123450009z8", .gln)?.code == "charset")
  }

  @Test func `is refused at any length`() {
    let long = String(repeating: "HRB 1 ", count: 2_000)
    for kind in KindName.allCases {
      guard let reading = readIdentifier(long, as: kind) else { continue }
      #expect(reading.refusal != nil)
    }
    #expect(refusal(String(repeating: "9", count: 20_000), .iban) == .structure(.iban))
    #expect(refusal("DE" + String(repeating: "9", count: 20_000), .deVAT)?.code == "length")
  }

  @Test func `is read only as a kind of identifier`() {
    #expect(readIdentifier("x", as: .text) == nil)
    #expect(readIdentifier("86095742719", as: .deTaxID) == nil)
  }
}
