import PlainValues
import Testing

@Suite("A civil date")
struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11_016), ("2026-11-22", 20_779), ("0001-01-01", -719_162),
    ("9999-12-31", 2_932_896),
  ])
  func `counts days from 1970 and back`(iso: String, dayNumber: Int) {
    #expect(CivilDate(iso: iso)?.dayNumber == dayNumber)
    #expect(CivilDate(dayNumber: dayNumber).iso == iso)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "20260101", "２０２６-01-01", "",
  ])
  func `refuses what the calendar does not have`(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }
}

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
    #expect(text.unicodeScalars.allSatisfy(\.isHostile))
    #expect(!"aé ñ漢🙂ß".unicodeScalars.contains(where: \.isHostile))
  }

  @Test func `loses only outer white space`() {
    #expect("\u{A0} a b\u{3000}\n".trimmed == "a b")
    #expect(" \t ".trimmed == "")
  }
}
