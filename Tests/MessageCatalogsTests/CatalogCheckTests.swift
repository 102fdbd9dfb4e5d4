import MessageCatalogs
import Testing

private let completeHeader = """
  msgid ""
  msgstr ""
  "Project-Id-Version: alta 1\\n"
  "PO-Revision-Date: 2026-01-01 00:00+0100\\n"
  "Last-Translator: Ana\\n"
  "Language-Team: de\\n"
  "Language: de\\n"
  "MIME-Version: 1.0\\n"
  "Content-Type: text/plain; charset=UTF-8\\n"
  "Content-Transfer-Encoding: 8bit\\n"
  "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

  """

private func findings(
  _ entries: String,
  header: String = completeHeader,
  sources: [SourceMessage]? = nil
) -> [CatalogFinding] {
  CatalogVerdict(
    of: Array((header + entries).utf8),
    settings: CheckSettings(sources: sources, language: LanguageTag("de"))
  ).findings
}

/// An entry from source and translation, as written between quotes.
private func entry(_ id: String, _ translation: String) -> String {
  "msgid \"\(id)\"\nmsgstr \"\(translation)\"\n"
}

@Suite("The checks of a catalog")
struct CatalogCheckTests {
  typealias Matter = CatalogFinding.Matter

  @Test(arguments: [
    ("Hello {name}", "Hallo {name}", []),
    ("Hello {name}", "Hallo", [Matter.missingPlaceholder("name", suggestion: nil)]),
    (
      "Hello {name}", "Hallo {nome}",
      [
        .missingPlaceholder("name", suggestion: "nome"),
        .unknownPlaceholder("nome", suggestion: "name"),
      ]
    ),
    ("Hello", "Hallo {name}", [.unknownPlaceholder("name", suggestion: nil)]),
    (
      "Hello {name}", "Hallo { name }",
      [.missingPlaceholder("name", suggestion: nil), .malformedPlaceholder("{ name }")]
    ),
    ("{{x}}", "{{x}}", []), ("Hello", "Hallo %s", [.foreignPlaceholder("%s")]),
    ("100 %", "100 %", []),
    ("a %d", "b %d", []), ("all", "100 %der %%s", []),
    ("a", "b %1$s", [.foreignPlaceholder("%1$s")]),
    ("a\\n", "b", [.outerLineFeed]), ("a", "\\nb", [.outerLineFeed]),
    ("a\\nb", "a b", [.lineCount(source: 2, translation: 1)]), ("a\\nb\\n", "c\\nd\\n", []),
    ("a ", "b", [.outerSpace]), ("a", " b", [.outerSpace]), ("a", "  ", [.onlySpace]),
    ("a b", "c  d", [.doubleSpace]), ("a  b", "c  d", []), ("a b", "c\\td", [.tab]),
    ("a", "b\\x1b[31m", [.hostileCharacter("U+001B")]),
    ("a", "b\u{202E}c", [.hostileCharacter("U+202E")]),
    ("a", "b\u{200B}\u{200B}c", [.hostileCharacter("U+200B")]),
    ("a", "b\u{FFFD}", [.hostileCharacter("U+FFFD")]),
    ("a", "b\u{A0}c\u{202F}d – „x“", []), ("a", "fÃ¼r", [.mojibake("Ã¼")]),
    ("a", "می\u{200C}خواهم", []),
  ])
  func `judge a translation`(id: String, translation: String, matters: [Matter]) {
    #expect(findings(entry(id, translation)).map(\.matter) == matters)
  }

  @Test(arguments: [
    ("Eine Datei", "{count} Dateien", []),
    ("Eine Datei", "Dateien", [Matter.missingNumber(placeholder: "count", form: 1)]),
    ("", "{count} Dateien", [.emptyForm(0)]), ("{count} Datei", "", [.emptyForm(1)]),
    ("{anzahl} Datei", "{count} Dateien", [.unknownPlaceholder("anzahl", suggestion: nil)]),
  ])
  func `judge plural forms`(one: String, many: String, matters: [Matter]) {
    let text = """
      msgid "One file"
      msgid_plural "{count} files"
      msgstr[0] "\(one)"
      msgstr[1] "\(many)"
      """
    #expect(findings(text).map(\.matter) == matters)
  }

  @Test func `count forms`() {
    let text = "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\n"
    #expect(findings(text).map(\.matter) == [.formCount(expected: 2, actual: 1)])
  }

  @Test(arguments: [
    (
      "PO-Revision-Date: 2026-01-01 00:00+0100\\n", "PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n",
      CatalogCheck.header, Matter.templateValue(field: "PO-Revision-Date")
    ),
    ("Last-Translator: Ana\\n", "", .header, .missingField("Last-Translator")),
    ("Language: de\\n", "Language: es\\n", .header, .otherLanguage(header: "es", file: "de")),
    ("charset=UTF-8", "charset=ISO-8859-1", .header, .notUTF8("ISO-8859-1")),
    ("n != 1", "n > 1 ||", .pluralRule, .pluralRule(.invalidExpression(column: 10))),
    ("n != 1", "10/n", .pluralRule, .pluralRule(.divisionByZero(count: 0))),
    (
      "n != 1", "n > 1", .pluralMeaning,
      .pluralMeaning(count: 0, form: 0, expected: 1, header: "nplurals=2; plural=(n != 1);")
    ),
  ])
  func `judge the header`(old: String, new: String, check: CatalogCheck, matter: Matter) {
    let found = findings("", header: completeHeader.replacing(old, with: new))
    #expect(found.map(\.matter) == [matter])
    #expect(found.map(\.check) == [check])
  }

  @Test func `ask for a header`() {
    #expect(findings(entry("a", "b"), header: "").map(\.matter) == [.missingHeader])
  }

  @Test func `report what the reader found`() {
    let found = findings(entry("a", "b") + entry("a", "b") + "msgid \"c\\q\" msgstr \"d\"\n")
    #expect(found.map(\.check) == [.duplicates, .syntax])
    #expect(found.map(\.line) == [14, 16])
  }

  @Test func `compare with the messages of the source`() {
    let sources = [
      SourceMessage(context: "x/name", id: "Name"), SourceMessage(context: "x/city", id: "City"),
      SourceMessage(context: "x/mail", id: "E-mail"), SourceMessage(context: nil, id: "Done"),
    ]
    let text = """
      msgctxt "x/name"
      msgid "Full name"
      msgstr "Ganzer Name"
      msgctxt "y/city"
      msgid "City"
      msgstr "Ort"
      msgctxt "x/mail"
      msgid "E-mail"
      msgstr "E-Mail"
      #, fuzzy
      msgid "Done"
      msgstr "Fertig"
      msgid "Never"
      msgstr "Nie"
      """
    let found = findings(text, sources: sources)
    #expect(
      found.map(\.matter) == [
        .changedSource(current: "Name"), .unknownMessage(movedTo: "x/city"),
        .fuzzy(previous: nil), .unknownMessage(movedTo: nil),
        .missingMessage, .missingMessage, .missingMessage,
      ]
    )
    #expect(found.suffix(3).map(\.id) == ["Name", "City", "Done"])
    #expect(
      found.map(\.severity) == [.warning, .error, .warning, .error, .warning, .warning, .warning]
    )
  }

  @Test func `let a translation use what the source declares`() {
    let source = SourceMessage(context: nil, id: "Saved.", placeholders: ["name"])
    #expect(findings(entry("Saved.", "{name} gespeichert."), sources: [source]).isEmpty)
  }

  @Test func `are switched off by a comment or for the whole catalog`() {
    let one = findings("# alta: ignore C13, C06\n" + entry("a ", "b"))
    #expect(one.map(\.isIgnored) == [true])
    let header = completeHeader + "\"X-Alta-Ignore: C13 C99\\n\"\n"
    #expect(findings(entry("a ", "b"), header: header).map(\.isIgnored) == [true])
    #expect(findings("# alta: ignore C12\n" + entry("a ", "b")).map(\.isIgnored) == [false])
  }

  @Test func `leave alone what is never shown`() {
    #expect(findings("#, fuzzy\n" + entry("a ", "b")).map(\.check) == [.fuzzy])
    #expect(findings("#~ msgid \"a \"\n#~ msgstr \"b\"\n").isEmpty)
    #expect(findings(entry("a ", "")).isEmpty)
  }

  @Test func `point at the string`() {
    let found = findings("msgid \"a\"\nmsgstr   \"b \"\n")
    #expect(found.map(\.line) == [13])
    #expect(found.map(\.column) == [10])
    #expect(found.first?.translation == "b ")
  }
}
