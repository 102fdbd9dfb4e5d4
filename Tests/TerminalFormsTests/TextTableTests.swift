import Testing

@testable import TerminalForms

@Suite("A table")
struct TextTableTests {
  private let table = TextTable(
    columns: [.init("Firma"), .init("Ort"), .init("Kunden", .trailing)],
    rows: [
      ["Müller & Söhne GmbH, Werkzeuge und Maschinen", "Köln", "12"],
      ["日本商事", "San Sebastián de los Reyes", "1.204"],
      ["Ana"],
    ]
  )

  @Test func `is as wide as its widest cells`() {
    let lines = [
      "Firma                                         Ort                         Kunden",
      "────────────────────────────────────────────  ──────────────────────────  ──────",
      "Müller & Söhne GmbH, Werkzeuge und Maschinen  Köln                            12",
      "日本商事                                      San Sebastián de los Reyes   1.204",
      "Ana",
    ]
    #expect(table.lines(on: Page(columns: 100)).map(\.plain) == lines)
    #expect(table.lines(on: Page(columns: .max)).map(\.plain) == lines)
  }

  @Test func `wraps the widest columns of text to fit`() {
    let lines = [
      "Firma                 Ort                   Kunden",
      "────────────────────  ────────────────────  ──────",
      "Müller & Söhne GmbH,  Köln                      12",
      "Werkzeuge und",
      "Maschinen",
      "日本商事              San Sebastián de los   1.204",
      "                      Reyes",
      "Ana",
    ]
    #expect(table.lines(on: Page(columns: 50)).map(\.plain) == lines)
  }

  @Test func `becomes blocks where columns would be too narrow`() {
    let lines = [
      "Firma:   Müller & Söhne",
      "         GmbH, Werkzeuge",
      "         und Maschinen",
      "Ort:     Köln",
      "Kunden:  12",
      "",
      "Firma:   日本商事",
      "Ort:     San Sebastián de",
      "         los Reyes",
      "Kunden:  1.204",
      "",
      "Firma:   Ana",
      "Ort:",
      "Kunden:",
    ]
    #expect(table.lines(on: Page(columns: 27)).map(\.plain) == lines)
  }

  @Test(arguments: 1...120)
  func `fits every page`(columns: Int) {
    let lines = table.lines(on: Page(columns: columns))
    #expect(lines.allSatisfy { $0.displayWidth <= max(2, columns) && $0.plain.last != " " })
  }

  @Test func `is laid out by the width of its ASCII spelling`() {
    let table = TextTable(columns: [.init("A"), .init("B")], rows: [["…", "x"], ["ß", "y"]])
    let lines = table.lines(on: Page(columns: 40, repertoire: .ascii))
    #expect(lines.map(\.plain) == ["A    B", "---  -", "...  x", "ss   y"])
  }

  @Test func `without columns shows nothing`() {
    #expect(TextTable(columns: [], rows: [[], ["x"]]).lines(on: Page(columns: 40)).isEmpty)
  }
}

@Suite("A list of labelled values")
struct LabelledValuesTests {
  private let values = LabelledValues([
    .init("Name", "Müller & Söhne GmbH, Werkzeuge und Maschinen"),
    .init("Anschrift", ["Hauptstraße 1", "50667 Köln"]),
    .init("Umsatzsteuer-Identifikationsnummer", "DE123456789"),
    .init("Telefon", ""),
  ])

  @Test func `aligns and wraps its values at forty columns`() {
    #expect(
      values.lines(on: Page(columns: 40), indent: 2).map(\.plain) == [
        "  Name:       Müller & Söhne GmbH,",
        "              Werkzeuge und Maschinen",
        "  Anschrift:  Hauptstraße 1",
        "              50667 Köln",
        "  Umsatzsteuer-Identifikationsnummer:",
        "              DE123456789",
        "  Telefon:",
      ]
    )
  }

  @Test func `puts values under labels where they have no room`() {
    #expect(
      values.lines(on: Page(columns: 20)).map(\.plain) == [
        "Name:",
        "  Müller & Söhne",
        "  GmbH, Werkzeuge",
        "  und Maschinen",
        "Anschrift:",
        "  Hauptstraße 1",
        "  50667 Köln",
        "Umsatzsteuer-",
        "Identifikationsnumme",
        "r:",
        "  DE123456789",
        "Telefon:",
      ]
    )
  }

  @Test(arguments: [1, 7, 19, 20, 41, .max])
  func `fits every page`(columns: Int) {
    let lines = values.lines(on: Page(columns: columns), indent: 4)
    #expect(lines.allSatisfy { $0.displayWidth <= columns })
  }

  @Test func `can go without a mark`() {
    let options = LabelledValues([.init("--lang TAG", "the language")], mark: "")
    #expect(options.lines(on: Page(columns: 80)).map(\.plain) == ["--lang TAG  the language"])
  }
}
