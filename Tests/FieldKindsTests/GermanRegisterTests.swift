import FieldKinds
import Testing

@Suite("A German register entry")
struct GermanRegisterTests {
  @Test(arguments: [
    ("München HRB 12345", "München HRB 12345"),
    ("Amtsgericht München HRB 12345", "München HRB 12345"),
    ("HRB 12345 AG München", "München HRB 12345"), ("AG Muenchen, HRB12345", "München HRB 12345"),
    ("MUNCHEN hrb 12345", "München HRB 12345"), ("Mu\u{308}nchen HRB 12345", "München HRB 12345"),
    ("HRB12345 B (Berlin-Charlottenburg)", "Berlin (Charlottenburg) HRB 12345 B"),
    ("Berlin HRB 12345b", "Berlin (Charlottenburg) HRB 12345 B"),
    ("Registergericht: Hamburg, HR B Nr. 1234", "Hamburg HRB 1234"), ("HRB 5 Ulm", "Ulm HRB 5"),
    ("HRB 5 Hof", "Hof HRB 5"), ("Flensburg HRB 4057 FL", "Flensburg HRB 4057 FL"),
    ("HRB 4057 KI Kiel", "Kiel HRB 4057 KI"), ("Köln GsR 77", "Köln GsR 77"),
    ("Pinneberg GNR 1 IZ", "Pinneberg GnR 1 IZ"), ("Straubing PR 8", "Straubing PR 8"),
    ("Giessen VR 9", "Gießen VR 9"), ("Frankfurt a.M. HRA 1", "Frankfurt am Main HRA 1"),
    ("Frankfurt (Oder) HRA 1", "Frankfurt/Oder HRA 1"),
    ("Sankt Ingbert HRA 1", "St. Ingbert HRA 1"),
    ("Koeln\u{A0}HRB\u{2009}\u{FF11}\u{FF12}", "Köln HRB 12"),
  ])
  func `is read from one text`(text: String, stored: String) {
    #expect(canonical(text, .deRegister) == stored)
  }

  @Test(arguments: [
    ("Amtsgericht Köln", "hrb", "123", "Köln HRB 123"),
    ("Charlottenburg", "HRB", "12345 B", "Berlin (Charlottenburg) HRB 12345 B"),
    ("AG Kiel", "GsR", "7KI", "Kiel GsR 7 KI"),
  ])
  func `is read from three texts`(court: String, type: String, number: String, stored: String) {
    #expect(GermanRegisterKind.read(court: court, type: type, number: number).canonical == stored)
  }

  @Test(arguments: [
    ("Köln", "HRC", "123", "component"), ("Wien", "HRB", "123", "component"),
    ("Köln", "HRB", "", "empty"), ("Köln", "HRB", "0123", "structure"),
    ("Köln", "HRB", "123 Ulm Hof", "structure"), ("Amtsgericht", "HRB", "1", "structure"),
    ("Kö\u{202E}ln", "HRB", "1", "hostile"),
  ])
  func `fails with one of three texts`(court: String, type: String, number: String, code: String) {
    #expect(GermanRegisterKind.read(court: court, type: type, number: number).refusal?.code == code)
  }

  @Test(arguments: [
    ("HRB 12345", KindFailure.structure(.deRegister)), ("München", .structure(.deRegister)),
    ("München HRB", .structure(.deRegister)), ("München HRB 0123", .structure(.deRegister)),
    ("München HRB 1234567", .structure(.deRegister)),
    ("München HRB 1 BBBB", .structure(.deRegister)),
    ("München HRB 1 Hof", .structure(.deRegister)), ("München HRB 1 B", .structure(.deRegister)),
    ("HRB ١٢٣ Köln", .charset(found: "١", position: 5, allowed: .digits)),
    ("HRB\u{0} 1 Köln", .hostile(codePoint: "U+0000", position: 4)),
    ("Mnchen HRB 1", .component(.court, found: "Mnchen", suggestions: ["München", "Aachen"])),
    (
      "Frankfurt HRB 1",
      .component(
        .court,
        found: "Frankfurt",
        suggestions: ["Frankfurt/Oder", "Frankfurt am Main", "Erfurt"]
      )
    ),
    (
      "HRC 44 Aachen",
      .component(
        .registerType,
        found: "HRC",
        suggestions: ["HRA", "HRB", "GnR", "GsR", "PR", "VR"]
      )
    ),
  ])
  func `fails at its first wrong step`(text: String, expected: KindFailure) {
    #expect(refusal(text, .deRegister) == expected)
  }

  @Test(arguments: [
    "Freiburg", "Weiden i. d. OPf.", "Ludwigshafen a.Rhein (Ludwigshafen)", "Bad Homburg v.d.H.",
    "Oldenburg (Oldenburg)", "Limburg a. d. Lahn", "Rudolstadt Zweigstelle Saalfeld", "Stendal",
  ])
  func `reads back what it stores`(court: String) throws {
    let stored = try #require(canonical("\(court) HRB 1", .deRegister))
    #expect(canonical(stored, .deRegister) == stored)
    #expect(canonical("HRB 1 " + stored.dropLast(6), .deRegister) == stored)
  }
}

@Suite("A German register court")
struct GermanCourtTests {
  @Test(arguments: [
    ("München", "München"), ("Amtsgericht Muenchen", "München"), ("AG KOELN", "Köln"),
    ("Charlottenburg", "Berlin (Charlottenburg)"), ("Frankfurt a. M.", "Frankfurt am Main"),
    ("Bad Homburg v. d. Höhe", "Bad Homburg v.d.H."), (" Hof\u{A0}(Saale) ", "Hof"),
    ("Königstein", "Königstein"), ("Ludwigshafen a. Rhein", "Ludwigshafen am Rhein"),
  ])
  func `is known by any of its names`(text: String, court: String) {
    #expect(GermanCourtKind.read(text).canonical == court)
  }

  @Test(arguments: [
    ("Amtsgericht", KindFailure.structure(.deCourt)), ("", .empty),
    ("Kölnn", .component(.court, found: "Kölnn", suggestions: ["Köln", "Bonn", "Koblenz"])),
    ("Köln 5", .component(.court, found: "Köln 5", suggestions: ["Köln", "Koblenz", "Kiel"])),
    ("Köln HRB 5", .component(.court, found: "Köln HRB 5", suggestions: ["Köln"])),
    ("Köln & Co", .component(.court, found: "Köln & Co", suggestions: ["Köln"])),
    ("\u{202E}Köln", .hostile(codePoint: "U+202E", position: 1)),
    ("Köln ٣", .charset(found: "٣", position: 6, allowed: .digits)),
  ])
  func `is nothing else`(text: String, failure: KindFailure) {
    #expect(GermanCourtKind.read(text).refusal == failure)
  }
}
