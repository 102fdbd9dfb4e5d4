import FieldKinds
import Testing

@Suite("An identifier mask")
struct IdentifierMaskTests {
  @Test(arguments: [
    ("CLI-000X", 1, "CLI-0001"), ("CLI-000X", 9999, "CLI-9999"), ("CLI-000X", 10_000, "CLI-10000"),
    ("000X", 7, "0007"), ("X", 7, "7"), ("K0X/2026", 42, "K42/2026"), ("EXP-00X", 5, "EXP-005"),
    ("2000-0X", 3, "2000-03"), ("Kd\u{2013}00X", 1, "Kd\u{2013}001"), (" CLI-000X ", 1, "CLI-0001"),
    ("CLI-000X", Int.max, "CLI-9223372036854775807"), ("Mu\u{308}-X", 1, "Mü-1"),
  ])
  func `writes a number and finds it again`(mask: String, number: Int, written: String) throws {
    let mask = try IdentifierMask(mask)
    #expect(Array(mask.identifier(number).utf8) == Array(written.utf8))
    #expect(mask.number(in: written) == number)
  }

  @Test(arguments: [
    "CLI-001", "CLI-00001", "CLI-", "CLI-12A4", "XLI-0001", "CLI-0001x", "", "cli-0001",
    "CLI-99999999999999999999", "CLI-٠٠٠١", "CLI--001",
  ])
  func `does not fit another text`(text: String) throws {
    #expect(try IdentifierMask("CLI-000X").number(in: text) == nil)
  }

  @Test(arguments: [
    ("", IdentifierMask.Fault.empty), (" ", .empty), ("CLI-000", .counterMissing),
    ("CLI-000x", .counterMissing), ("00X-00X", .counterRepeated), ("X-X", .counterRepeated),
    ("C\u{202E}-00X", .hostile(codePoint: "U+202E", position: 2)),
    ("0000000000000000000X", .counterTooLong(limit: 18, found: 20)),
  ])
  func `of no use says why`(text: String, fault: IdentifierMask.Fault) {
    #expect(throws: fault) { try IdentifierMask(text) }
  }

  @Test func `keeps overlapping ends apart`() throws {
    #expect(try IdentifierMask("A0X0").number(in: "A0") == nil)
    #expect(try IdentifierMask("1X1").number(in: "11") == nil)
  }
}
