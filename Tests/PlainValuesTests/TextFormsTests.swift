import PlainValues
import Testing

@Suite("A text")
struct TextFormsTests {
  @Test func `has one normal form`() {
    #expect(Array("Mu\u{308}ller".nfc.utf8) == Array("Müller".utf8))
  }

  @Test(arguments: [
    ("Köln", "koln"), ("Straße", "strasse"), ("ÑANDÚ", "nandu"), ("plain", "plain"),
  ])
  func `folds for search`(text: String, key: String) {
    #expect(text.searchKey == key)
  }

  @Test(arguments: [
    "", "abc", "Müller", "a\r\nb", "ä\r\n", "a\rb\nc", "e\u{301}", "漢字", "👩‍👩‍👧", "Ÿ\u{AD}ſ",
    "\u{2FF}\u{300}",
  ])
  func `counts characters as a person does`(text: String) {
    #expect(text.characterCount == text.count)
    var bytes: [UInt8] = [1]
    bytes.append(utf8Of: text)
    #expect(bytes == [1] + Array(text.utf8))
  }

  /// Latin letters are looked up in a table; what follows them makes alta go scalar by scalar.
  @Test func `folds Latin letters alike in both ways`() {
    for value in 0x20..<0x180 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = "a\(Character(scalar))b"
      #expect("\(text)Ж".searchKey == text.searchKey + "ж", "\(scalar.codePointName)")
    }
  }

  @Test(
    arguments: [
      0x00...0x1F, 0x7F...0x9F, 0xAD...0xAD, 0x34F...0x34F, 0x378...0x378, 0x600...0x605,
      0x61C...0x61C, 0x6DD...0x6DD, 0x70F...0x70F, 0x115F...0x1160, 0x17B4...0x17B5,
      0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164...0x3164,
      0xE000...0xF8FF, 0xFE00...0xFE0F, 0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF0...0xFFFB,
      0xFFFD...0xFFFF, 0x110BD...0x110BD, 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF, 0xF0000...0xF00FF,
    ] as [ClosedRange<UInt32>]
  )
  func `knows hostile scalars`(values: ClosedRange<UInt32>) {
    let harmless = values.compactMap(Unicode.Scalar.init).filter { !$0.isHostile }
    #expect(harmless.map(\.codePointName) == [])
  }

  @Test(arguments: [
    "aé ñßſ", "\u{A0}\u{2007}\u{202F}\u{3000}", "ЖΩא", "ع١", "ि\u{301}", "漢かガ한", "🙂❤1⃣",
    "«…»–—€№", "\u{FFFC}", "𓀀", "𝄞",
  ])
  func `leaves letters and signs of all scripts alone`(text: String) {
    #expect(text.unicodeScalars.filter(\.isHostile).map(\.codePointName) == [])
  }

  @Test func `leaves assigned letters and marks alone but those that show nothing`() {
    let values: ClosedRange<UInt32> = 0...0x2FFFF
    for scalar in values.compactMap(Unicode.Scalar.init) {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.isDiacritic
      guard isLetter, !scalar.properties.isDefaultIgnorableCodePoint else { continue }
      #expect(!scalar.isHostile, "\(scalar.codePointName)")
    }
  }

  @Test(arguments: [("\u{9}", "U+0009"), ("\u{202E}", "U+202E"), ("\u{E0041}", "U+E0041")])
  func `names a scalar`(scalar: Unicode.Scalar, name: String) {
    #expect(scalar.codePointName == name)
    #expect(scalar.escaped == "\\u{\(String(scalar.value, radix: 16).uppercased())}")
  }

  @Test func `loses only outer white space`() {
    #expect("\u{A0} a b\u{3000}\n".trimmed == "a b")
    #expect(" \t ".trimmed == "")
  }
}
