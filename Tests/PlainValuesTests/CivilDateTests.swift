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
