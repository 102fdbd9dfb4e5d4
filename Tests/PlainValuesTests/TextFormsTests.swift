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
    "\u{1B}", "\u{202E}", "\u{200B}", "\u{0}", "\u{E0041}", "\u{FEFF}", "\u{E000}", "\u{378}",
  ])
  func `knows hostile scalars`(text: String) {
    let hostile = text.unicodeScalars.filter { $0.isHostile }.count
    #expect(hostile == text.unicodeScalars.count)
  }

  @Test func `leaves letters of all scripts alone`() {
    let hostile = "aé ñ漢🙂ßЖ".unicodeScalars.filter { $0.isHostile }
    #expect(hostile.isEmpty)
  }

  @Test func `loses only outer white space`() {
    #expect("\u{A0} a b\u{3000}\n".trimmed == "a b")
    #expect(" \t ".trimmed == "")
  }
}
