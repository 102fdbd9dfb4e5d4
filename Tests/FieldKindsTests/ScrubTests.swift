import FieldKinds
import PlainValues
import Testing

@Suite("Any kind")
struct AnyKindTests {
  @Test(arguments: ReadableKind.all)
  func `finds nothing in white space`(kind: ReadableKind) {
    for text in ["", " ", "\t\r\n", "\u{A0}\u{2003}\u{202F}\u{3000}"] {
      #expect(kind.read(text).failure == .empty)
    }
  }

  @Test(arguments: ReadableKind.all)
  func `refuses hostile characters before anything else`(kind: ReadableKind) {
    let hostile = [
      "\u{0}": "U+0000", "\u{1B}": "U+001B", "\u{202E}": "U+202E", "\u{200B}": "U+200B",
      "\u{2066}": "U+2066", "\u{FEFF}": "U+FEFF", "\u{AD}": "U+00AD", "\u{E000}": "U+E000",
      "\u{E0041}": "U+E0041", "\u{85}": "U+0085", "\u{2028}": "U+2028", "\u{7F}": "U+007F",
    ]
    for (scalar, name) in hostile {
      #expect(
        kind.read("  ab\(scalar)ß ").failure == .hostile(codePoint: name, position: 3)
      )
    }
  }

  @Test(arguments: ReadableKind.all.filter { $0.testDescription != "memo" })
  func `refuses a line break inside`(kind: ReadableKind) {
    #expect(kind.read("1\n2").failure == .hostile(codePoint: "U+000A", position: 2))
    #expect(kind.read("1\r\n2").failure == .hostile(codePoint: "U+000D", position: 2))
    #expect(kind.read("1\t2").failure == .hostile(codePoint: "U+0009", position: 2))
  }

  @Test(arguments: ReadableKind.all)
  func `reads long texts in linear time`(kind: ReadableKind) {
    let clock = ContinuousClock()
    for unit in ["1", "a", "ü", ".", "@", "e\u{301}", "١", "<a@"] {
      let text = String(repeating: unit, count: 150_000 / unit.utf8.count)
      let time = clock.measure { _ = kind.read(text) }
      #expect(time < .seconds(2), "\(unit)")
    }
  }

  @Test(arguments: ReadableKind.all)
  func `reads its canonical form as itself`(kind: ReadableKind) {
    let texts = [
      "Mu\u{308}ller", "a\r\nb", "007", "-0", "1.50", ".5", "2026-02-28", "YES", "Max@BÜCHER.de",
      "030 123456 x5", "example.com/ü?q=[1]", "prt", "DE_at", "sw1a1aa", "ab  12-3",
    ]
    for text in texts {
      guard let once = kind.read(text).value else { continue }
      #expect(kind.read(once.canonical).value?.canonical == once.canonical)
      #expect(kind.read(once.canonical).value?.display == once.display)
    }
  }
}

@Suite("Scrubbing")
struct ScrubTests {
  static let folds: [(String, String)] = [
    ("\u{A0} a\u{2009}b ", "a b"), ("1\u{2011}2\u{2212}3\u{2013}4", "1-2-3-4"),
    ("ＡＢ１２＠", "AB12@"), ("ſßé１", "ſßé1"), ("٣", "٣"),
  ]

  @Test(arguments: folds)
  func `folds spaces, dashes and full-width forms`(text: String, clean: String) throws {
    #expect(try Array(Scrub.clean(text).utf8) == Array(clean.utf8))
  }

  @Test func `changes the case of ASCII letters only`() {
    #expect(Scrub.upperASCII("eſßéaz{`") == "EſßéAZ{`")
    #expect(Scrub.lowerASCII("EÉAZ[@\u{212A}") == "eÉaz[@\u{212A}")
  }

  @Test func `drops the separators of a kind`() {
    #expect(Scrub.dropping(" -.", from: "1-2. 3/é") == "123/é")
  }

  static let refusals: [(String, KindFailure)] = [
    ("12a", .charset(found: "a", position: 3, allowed: .digits)),
    ("1ü", .charset(found: "ü", position: 2, allowed: .digits)),
    ("1u\u{308}2", .charset(found: "ü", position: 2, allowed: .digits)),
    ("12\u{308}3", .charset(found: "2\u{308}", position: 2, allowed: .digits)),
    ("\u{308}1", .charset(found: "\u{308}", position: 1, allowed: .digits)),
    ("1🙂", .charset(found: "🙂", position: 2, allowed: .digits)),
  ]

  @Test(arguments: refusals)
  func `names the first character that is not allowed`(text: String, failure: KindFailure) {
    #expect(throws: failure) { try Scrub.require(text, in: .digits) { $0.isASCIIDigit } }
  }

  @Test func `names no more than a letter with three marks`() {
    let text = "a" + String(repeating: "\u{301}", count: 1000)
    guard
      case .charset(let found, 1, .digits) = IntegerKind.read(text).failure
    else {
      Issue.record("no charset failure")
      return
    }
    #expect(found.unicodeScalars.count <= 4)
  }
}
