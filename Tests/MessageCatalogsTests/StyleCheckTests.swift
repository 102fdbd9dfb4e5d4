import MessageCatalogs
import Testing

/// A catalog of one entry below a sound header.
private func verdict(
  _ id: String,
  _ translation: String,
  language: String = "de",
  header: [String] = [],
  context: String? = nil,
  sources: [SourceMessage]? = nil,
  glossary: Glossary = Glossary([])
) -> [CatalogFinding] {
  let entry =
    (context.map { "msgctxt \"\($0)\"\n" } ?? "") + "msgid \"\(id)\"\nmsgstr \"\(translation)\"\n"
  return verdict(
    of: entry,
    language: language,
    header: header,
    sources: sources,
    glossary: glossary
  )
}

private func verdict(
  of entries: String,
  language: String = "de",
  header: [String] = [],
  sources: [SourceMessage]? = nil,
  glossary: Glossary = Glossary([]),
  coverage: Int? = nil
) -> [CatalogFinding] {
  let fields = [
    "Project-Id-Version: alta 1", "PO-Revision-Date: 2026-01-01 00:00+0100", "Last-Translator: Ana",
    "Language-Team: x", "Language: \(language)", "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit",
    "Plural-Forms: nplurals=2; plural=(n != 1);",
  ]
  let text =
    "msgid \"\"\nmsgstr \"\"\n" + (fields + header).map { "\"\($0)\\n\"\n" }.joined() + "\n"
  return CatalogVerdict(
    of: Array((text + entries).utf8),
    settings: CheckSettings(
      sources: sources,
      language: LanguageTag(language),
      glossary: glossary,
      coverage: coverage
    )
  ).findings
}

extension [CatalogFinding] {
  fileprivate func of(_ check: CatalogCheck) -> [CatalogFinding] { filter { $0.check == check } }
}

@Suite("The checks of style")
struct StyleCheckTests {
  typealias Matter = CatalogFinding.Matter

  @Test(arguments: [
    ("1", "1", true), ("eins", "viele", false), ("", "", false),
  ])
  func `C10 compares the forms for one and for many`(one: String, many: String, isFound: Bool) {
    let found = verdict(
      of: "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"\(one)\"\nmsgstr[1] \"\(many)\"\n"
    )
    #expect(found.of(.equalForms).isEmpty == !isFound)
  }

  @Test func `C10 leaves languages alone whose forms often are the same`() {
    let text = "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[1] \"x\"\n"
    #expect(verdict(of: text, language: "hu").of(.equalForms).isEmpty)
  }

  @Test func `C11 says what a fuzzy entry was about`() {
    let found = verdict(of: "#, fuzzy\n#| msgid \"Old\"\nmsgid \"New\"\nmsgstr \"Alt\"\n")
    #expect(found.map(\.matter) == [.fuzzy(previous: "Old")])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test(arguments: [
    ("a", "u\u{308}ber", true), ("a", "über", false), ("a", "Wert\u{430}", true),
    ("a", "µm", false),
    ("a", "Привет", false), ("a", "5 Ω", false),
  ])
  func `C15 wants composed letters and one script a word`(id: String, text: String, isFound: Bool) {
    #expect(verdict(id, text).of(.normalForm).isEmpty == !isFound)
  }

  @Test(arguments: [
    ("Stop.", "Halt", ".", ""), ("Wait", "Warte!", "", "!"), ("Name:", "Name", ":", ""),
    ("Really?", "Wirklich.", "?", "."), ("Loading...", "Laden.", "…", "."),
    ("See “x”.", "Siehe „x“", ".", ""), ("Done {name}.", "Fertig {name}", ".", ""),
  ])
  func `C16 compares the marks at the end`(id: String, text: String, wanted: String, actual: String)
  {
    #expect(
      verdict(id, text).of(.finalPunctuation).map(\.matter) == [
        .finalPunctuation(source: wanted, translation: actual)
      ]
    )
  }

  @Test(arguments: [
    ("Loading...", "Wird geladen…"), ("Stop.", "Halt."), ("(See below.)", "(Siehe unten.)"),
    ("first", "1."), ("Maximum", "Max."), ("number", "eine Nummer (USt-IdNr.)"), (".", ","),
    ("Say “no”.", "Sagen Sie „nein“."), ("Done.", "完了。"), ("Ready", "準備完了"),
  ])
  func `C16 passes over what only looks different`(id: String, text: String) {
    #expect(verdict(id, text).of(.finalPunctuation).isEmpty)
  }

  @Test(arguments: [
    ("Continue?", "Seguir?", "¿", "¿Seguir?"), ("Done. Continue?", "Hecho. Seguir?", "¿", nil),
    ("Leave “x”?", "Dejar «x»?", "¿", nil), ("Stop!", "Alto!", "¡", "¡Alto!"),
    ("Register {name}?", "Registrar {name}?", "¿", "¿Registrar {name}?"),
  ])
  func `C17 asks for opening marks`(id: String, text: String, mark: String, mended: String?) {
    let found = verdict(id, text, language: "es").of(.openingMarks)
    #expect(found.map(\.matter) == [.missingOpeningMark(mark)])
    #expect(found.first?.replacement == mended)
    #expect(found.first?.severity == (mark == "¿" ? .warning : .note))
  }

  @Test(arguments: [
    ("Continue?", "¿Seguir?"), ("What?!", "¿Qué?!"), ("? shows help", "? muestra ayuda"),
    ("see http://x.org/?a=b", "vea http://x.org/?a=b"), ("Remove “{title}”?", "¿Quitar «{title}»?"),
    ("A? B?", "¿A? ¿B?"), ("Key ?", "Tecla ?"),
  ])
  func `C17 finds marks that are opened, and keys that are none`(id: String, text: String) {
    #expect(verdict(id, text, language: "es").of(.openingMarks).isEmpty)
    #expect(verdict(id, "Weiter?").of(.openingMarks).isEmpty)
  }

  @Test func `C17 finds marks that nothing closes`() {
    let found = verdict("Continue", "¿Seguir", language: "es").of(.openingMarks)
    #expect(found.map(\.matter) == [.unclosedMark("¿")])
  }

  @Test(arguments: [
    ("Really?", "Wirklich ?", "Wirklich?"), ("Name:", "Name\u{A0}:", "Name:"),
    ("a; b", "a ; b", nil),
  ])
  func `C18 wants no space before a mark`(id: String, text: String, mended: String?) {
    let found = verdict(id, text).of(.spacedPunctuation)
    #expect(found.count == 1)
    #expect(found.first?.replacement == mended)
  }

  @Test(arguments: [
    ("Press ?", "Drücken Sie ?"), ("“:quit” ends", "Mit :quit beenden"), ("a :b", "a :b"),
    ("x", "10:30"),
  ])
  func `C18 passes over keys and commands`(id: String, text: String) {
    #expect(verdict(id, text).of(.spacedPunctuation).isEmpty)
    #expect(verdict("Really?", "Vraiment ?", language: "fr").of(.spacedPunctuation).isEmpty)
  }

  @Test(arguments: [
    ("de", "„“", "“x”", "a „x“", "a \\\"x\\\"", "a „x“"), ("de", "„“", "“x”", "„x“", "„x”", "„x“"),
    ("es", "«»", "“x”", "«x»", "“x”", "«x»"),
  ])
  func `C19 wants the marks of the catalog`(
    language: String,
    style: String,
    id: String,
    good: String,
    bad: String,
    mended: String
  ) {
    let header = ["X-Alta-Quotes: \(style)"]
    #expect(verdict(id, good, language: language, header: header).of(.quotes).isEmpty)
    let found = verdict(id, bad, language: language, header: header).of(.quotes)
    #expect(found.count == 1)
    #expect(found.first?.replacement == mended)
  }

  @Test(arguments: [
    ("“x”", "„x", "„"), ("“x”", "x“", "“"), ("“x” “y”", "„x“ „y", "„"),
  ])
  func `C19 wants marks in pairs`(id: String, text: String, mark: String) {
    let found = verdict(id, text, header: ["X-Alta-Quotes: „“"]).of(.quotes)
    #expect(found.map(\.matter) == [.unbalancedQuote(mark)])
  }

  @Test func `C19 knows without a header that German closes with another mark than English`() {
    #expect(verdict("“x”", "„x”").of(.quotes).map(\.replacement) == ["„x“"])
    #expect(verdict("“x”", "„x“").of(.quotes).isEmpty)
    #expect(verdict("“x”", "»x«").of(.quotes).isEmpty)
    #expect(
      verdict("<a href=\\\"x\\\">", "<a href=\\\"x\\\">", header: ["X-Alta-Quotes: „“"]).of(.quotes)
        .isEmpty
    )
  }

  @Test(arguments: [
    ("formal", "Gib deine Adresse ein.", ["Gib", "deine"]),
    ("formal", "Geben Sie Ihre Adresse ein.", []),
    ("informal", "Geben Sie Ihre Adresse ein.", ["Sie", "Ihre"]),
    ("informal", "Gib deine Adresse ein.", []),
    ("neutral", "Bitte Ihre Adresse eingeben.", ["Ihre"]),
    ("formal", "Setzt Dir::Cache zurück", []),
    ("formal", "Versuche", []), ("informal", "Sie wird gespeichert.", []),
    ("formal", "Datei „du“", ["du"]),
  ])
  func `C20 compares the way of addressing Germans`(address: String, text: String, words: [String])
  {
    let found = verdict("Enter your address.", text, header: ["X-Alta-Address: \(address)"])
    #expect(
      found.of(.germanAddress).map(\.matter)
        == words.map {
          .otherAddress($0, isFormalWanted: address != "informal" && !["Sie", "Ihre"].contains($0))
        }
    )
  }

  @Test func `C20 takes the side of most without a header`() {
    let text = ["Wollen Sie gehen", "Haben Sie Zeit", "Hast du Zeit"].map {
      "msgid \"\($0.utf8.count)\"\nmsgstr \"\($0)\"\n"
    }.joined()
    #expect(
      verdict(of: text).of(.germanAddress).map(\.matter) == [
        .otherAddress("du", isFormalWanted: true)
      ]
    )
  }

  @Test(arguments: [
    ("formal", "¿Quieres seguir con tu pedido?", ["Quieres", "tu"]),
    ("formal", "Seleccione su pedido.", []),
    ("informal", "Seleccione su pedido.", ["Seleccione"]), ("formal", "Podéis seguir.", ["Podéis"]),
    ("formal", "Guarda el pedido y elige otro.", []), ("formal", "Para ti", ["ti"]),
  ])
  func `C21 compares the way of addressing Spaniards`(
    address: String,
    text: String,
    words: [String]
  ) {
    let found = verdict("Go on.", text, language: "es", header: ["X-Alta-Address: \(address)"])
    #expect(
      found.of(.spanishAddress).map(\.matter)
        == words.map { .otherAddress($0, isFormalWanted: address == "formal") }
    )
  }

  @Test(arguments: [
    ("de", "Save all", "alles sichern", Matter.smallBeginning),
    ("es", "save all", "Guardar todo", .capitalBeginning),
    ("es", "On Monday", "El Lunes", .capitalWord("Lunes")),
    ("es", "in German", "en Alemán", .capitalWord("Alemán")),
    ("de", "the bill", "die rechnung", .smallNoun("rechnung")),
    ("de", "On Monday", "Am montag", .smallNoun("montag")),
  ])
  func `C22 compares capitals`(language: String, id: String, text: String, matter: Matter) {
    #expect(verdict(id, text, language: language).of(.capitals).map(\.matter) == [matter])
  }

  @Test(arguments: [
    ("de", "save all", "Alles sichern"), ("de", "{name} is here", "hier ist {name}"),
    ("de", "PDF file", "eine PDF-Datei"),
    ("es", "On Monday", "El lunes"), ("es", "Monday", "Lunes"), ("es", "German", "alemán"),
    ("de", "x", "Rechnungs-kunde"),
    ("de", "A", "b"),
  ])
  func `C22 passes over what the language wants`(language: String, id: String, text: String) {
    #expect(verdict(id, text, language: language).of(.capitals).isEmpty)
  }

  @Test(arguments: [
    ("Save all", "Save all", true), ("PDF", "PDF", false), ("--lang {tag}", "--lang {tag}", false),
    ("Name", "Name", false), ("Plan", "Plan", true), ("Save", "Sichern", false),
  ])
  func `C23 notes what was not translated`(id: String, text: String, isFound: Bool) {
    let found = verdict(id, text, header: ["X-Alta-Same-Ok: Name, E-Mail"]).of(.unchanged)
    #expect(found.isEmpty == !isFound)
    #expect(found.allSatisfy { $0.severity == .note })
  }

  @Test func `C24 tells apart what is chosen from`() {
    func choices(_ first: String, _ second: String) -> [CatalogFinding] {
      verdict(
        of: """
          msgctxt "types/a/label"
          msgid "Cancel"
          msgstr "\(first)"
          msgctxt "types/b/label"
          msgid "Abort"
          msgstr "\(second)"
          msgctxt "others/b/label"
          msgid "Break"
          msgstr "\(first)"
          """
      ).of(.consistency)
    }
    #expect(choices("Abbrechen", "Beenden").isEmpty)
    #expect(choices("Abbrechen", "Abbrechen").map(\.severity) == [.error])
  }

  @Test func `C24 notes two translations of one source in one role only`() {
    func found(_ context: String) -> [CatalogFinding] {
      verdict(
        of: """
          msgctxt "a/b/c/label"
          msgid "State"
          msgstr "Land"
          msgctxt "\(context)"
          msgid "State"
          msgstr "Zustand"
          """
      ).of(.consistency)
    }
    #expect(found("a/b/d/label").map(\.matter) == [.inconsistent(other: "Land", line: 14)])
    #expect(found("a/b/d/help").isEmpty)
  }

  @Test(arguments: [
    (10, true, Matter.tooWide(columns: 11, room: 10)), (11, true, nil),
    (10, false, .tooWide(columns: 11, room: 10)),
  ])
  func `C25 measures what has bounded room`(columns: Int, isStrict: Bool, matter: Matter?) {
    let source = SourceMessage(
      context: "a/b/c/label",
      id: "Next",
      room: .init(columns: columns, isStrict: isStrict)
    )
    let found = verdict("Next", "Weitergehen", context: "a/b/c/label", sources: [source]).of(.width)
    #expect(found.map(\.matter) == [matter].compactMap(\.self))
    #expect(found.allSatisfy { $0.severity == (isStrict ? .error : .warning) })
  }

  @Test(arguments: [
    ("~Save", "~Sichern", []), ("~Save", "Sichern", [Matter.missingHotKey(marker: "~")]),
    ("~Save", "~ßichern", [.badHotKey("ß")]), ("Save", "Sichern", []), ("a~~b", "a~~b", []),
    ("~Quit", "~Quit", [.badHotKey("Q")]),
  ])
  func `C26 looks for hot-keys where the catalog has a marker`(
    id: String,
    text: String,
    matters: [Matter]
  ) {
    let header = ["X-Accelerator-Marker: ~", "X-Alta-Reserved-Keys: qx"]
    #expect(verdict(id, text, header: header).of(.hotKeys).map(\.matter) == matters)
    #expect(verdict(id, text).of(.hotKeys).isEmpty)
  }

  @Test func `C26 wants a hot-key once a page`() {
    func found(_ key: String, _ page: String) -> [CatalogFinding] {
      verdict(
        of: """
          msgctxt "a/page/save/label"
          msgid "~Save"
          msgstr "~Sichern"
          msgctxt "a/\(page)/send/label"
          msgid "S~end"
          msgstr "\(key)"
          """,
        header: ["X-Accelerator-Marker: ~"]
      ).of(.hotKeys)
    }
    #expect(found("S~enden", "page").isEmpty)
    #expect(found("~Senden", "page").map(\.matter) == [.sameHotKey("S", line: 15)])
    #expect(found("~Senden", "other").isEmpty)
  }

  private static let glossary = Glossary([
    .init(term: "contract", kind: .must, words: ["de": ["Vertrag"], "es": ["contrato"]]),
    .init(term: "customer", kind: .must, words: ["de": ["Kunde"]]),
    .init(term: "customer category", kind: .must, words: ["de": ["Kundenkategorie"]]),
    .init(term: "offer", kind: .forbid, words: ["es": ["cotización"]]),
    .init(term: "external user", kind: .must, words: ["de": ["Externer Benutzer"]]),
    .init(term: "IBAN", kind: .keep, words: [:]),
  ])

  @Test(arguments: [
    ("de", "The contract", "Das Abkommen", Matter.missingTerm("contract", expected: "Vertrag")),
    ("de", "Two contracts", "Zwei Abkommen", .missingTerm("contract", expected: "Vertrag")),
    ("es", "An offer", "Una cotización", .forbiddenWord("cotización", term: "offer")),
    ("de", "Your IBAN", "Ihre Kontonummer", .missingTerm("IBAN", expected: "IBAN")),
    (
      "de", "Customer category", "Kunde",
      .missingTerm("customer category", expected: "Kundenkategorie")
    ),
  ])
  func `C27 finds other words than the glossary's`(
    language: String,
    id: String,
    text: String,
    matter: Matter
  ) {
    let found = verdict(id, text, language: language, glossary: Self.glossary).of(.glossary)
    #expect(found.map(\.matter) == [matter])
  }

  @Test(arguments: [
    ("de", "Two contracts", "Zwei Verträge"), ("de", "A contract", "Ein Wartungsvertrag"),
    ("es", "contracts", "los contratos"), ("de", "Customer category", "Kundenkategorie"),
    ("de", "An external user", "einen externen Benutzer"),
    ("de", "register-customer runs", "register-customer läuft"),
    ("de", "{customer} is new", "{customer} ist neu"), ("es", "An offer", "Un presupuesto"),
    ("de", "Your IBAN", "Ihre IBAN"),
    ("de", "contracting", "Auftrag"),
  ])
  func `C27 knows inflections and compounds`(language: String, id: String, text: String) {
    #expect(verdict(id, text, language: language, glossary: Self.glossary).of(.glossary).isEmpty)
  }

  @Test(arguments: [
    (
      "Use --yes", "Verwenden Sie --ja", Matter.missingLiteral("--yes"),
      CatalogFinding.Severity.warning
    ),
    ("See https://x.org/a.", "Siehe https://x.de/a.", .missingLiteral("https://x.org/a"), .warning),
    ("Press F10", "F1 drücken", .missingLiteral("F10"), .warning),
    ("At most 50", "Höchstens fünfzig", .missingNumbers("50"), .note),
    ("Write to a@b.org", "Schreiben Sie an a@c.org", .missingLiteral("a@b.org"), .warning),
  ])
  func `C28 wants what is no prose as it is`(
    id: String,
    text: String,
    matter: Matter,
    severity: CatalogFinding.Severity
  ) {
    let found = verdict(id, text).of(.literals)
    #expect(found.map(\.matter) == [matter])
    #expect(found.map(\.severity) == [severity])
  }

  @Test(arguments: [
    ("1,000.5 km", "1.000,5 km"), ("Use --yes.", "Mit --yes."),
    ("2026-12-31", "31.12.2026 (2026-12-31)"),
    ("a@b.example", "x@y.example"),
  ])
  func `C28 reads numbers as the language writes them`(id: String, text: String) {
    #expect(verdict(id, text).of(.literals).isEmpty)
  }

  @Test func `C29 wants the limit in the text of a rule`() {
    let context = "w/stage/field/rule/too-long"
    #expect(
      verdict("At most 50 signs.", "Zu lang.", context: context).of(.limits).map(\.severity) == [
        .error
      ]
    )
    #expect(
      verdict("At most 50 signs.", "Höchstens 50 Zeichen.", context: context).of(.limits).isEmpty
    )
    #expect(
      verdict("At most 50 signs.", "Zu lang.", context: "w/stage/field/hint").of(.limits).isEmpty
    )
  }

  @Test(arguments: [
    ("de", "YYYY-MM-DD", "YYYY-MM-TT", Matter.foreignPattern("YYYY", expected: "JJJJ")),
    ("es", "YYYY-MM-DD", "YYYY-MM-DD", .foreignPattern("YYYY", expected: "AAAA")),
    ("de", "for example 1.25", "zum Beispiel 12.5", .decimalPoint("12.5")),
  ])
  func `C30 notes patterns of English`(language: String, id: String, text: String, matter: Matter) {
    #expect(verdict(id, text, language: language).of(.patterns).map(\.matter) == [matter])
  }

  @Test(arguments: [
    ("YYYY-MM-DD", "JJJJ-MM-TT"), ("1.25", "1,25"), ("version 1.2.3", "Version 1.2.3"),
  ])
  func `C30 passes over patterns of the language`(id: String, text: String) {
    #expect(verdict(id, text).of(.patterns).isEmpty)
  }

  @Test(arguments: [
    ("de", "a file", "eine eine Datei", Matter.doubledWord("eine")),
    ("es", "a file", "un un archivo", .doubledWord("un")),
    ("de", "one, two", "eins,zwei", .missingSpace(",")),
  ])
  func `C31 finds slips`(language: String, id: String, text: String, matter: Matter) {
    #expect(verdict(id, text, language: language).of(.slips).map(\.matter) == [matter])
  }

  @Test(arguments: [
    ("those that", "die, die da sind"), ("register", "alta register register-card"),
    ("those that", "Leute, welche die die Tür öffnen"),
    ("very very good", "sehr sehr gut"),
    ("a,c,r", "a,c,r"), ("if they", "wenn Sie sie sehen"), ("a", "x.y,z=1"),
  ])
  func `C31 passes over what is right`(id: String, text: String) {
    #expect(verdict(id, text).of(.slips).isEmpty)
  }

  @Test func `C32 notes what is much longer or shorter`() {
    let long = String(repeating: "lang und länger ", count: 10)
    #expect(verdict("Short", long + "x").of(.length).count == 1)
    #expect(verdict(long + "x", "Kurz").of(.length).count == 1)
    #expect(verdict("Short", "Kurzfassung").of(.length).isEmpty)
  }

  @Test(arguments: [
    ("de", "Der Schluessel", Matter.plainSpelling("Schluessel", right: "Schlüssel")),
    ("de", "fuer alle", .plainSpelling("fuer", right: "für")),
    ("es", "Su telefono", .plainSpelling("telefono", right: "teléfono")),
    ("es", "la informacion", .plainSpelling("informacion", right: "información")),
  ])
  func `C33 finds spellings without umlauts and accents`(
    language: String,
    text: String,
    matter: Matter
  ) {
    #expect(verdict("x", text, language: language).of(.spelling).map(\.matter) == [matter])
  }

  @Test(arguments: [
    ("de", "GROSSE neue Steuer {fuer} --fuer"), ("es", "El teléfono"), ("es", "mail@telefono.org"),
  ])
  func `C33 passes over names and what is right`(language: String, text: String) {
    #expect(verdict("x", text, language: language).of(.spelling).isEmpty)
  }

  @Test(arguments: [
    ("#. x\nmsgid \"{n} files\"", Matter.shortPlaceholder("{n}")),
    ("msgid \"saved to \"", .fragment),
    ("msgid \"{count} file(s)\"", .optionalPlural), ("msgid \"None\"", .loneWord),
  ])
  func `C34 finds source texts that are hard to translate`(entry: String, matter: Matter) {
    let verdict = CatalogVerdict(
      of: Array((entry + "\nmsgstr \"\"\n").utf8),
      settings: CheckSettings(isTemplate: true)
    )
    #expect(verdict.findings.map(\.matter) == [matter])
    #expect(verdict.findings.map(\.check) == [.source])
  }

  @Test(arguments: [
    "#. Label\nmsgid \"None\"", "msgid \"Two words\"", "msgid \"f(s) is {count}\"",
    "msgid \"--lang\"",
  ])
  func `C34 passes over good ones`(entry: String) {
    let verdict = CatalogVerdict(
      of: Array((entry + "\nmsgstr \"\"\n").utf8),
      settings: CheckSettings(isTemplate: true)
    )
    #expect(verdict.findings.isEmpty)
  }

  @Test func `C08 compares nothing with a catalog of another program, and asks for enough`() {
    let sources = [SourceMessage(context: "a", id: "A"), SourceMessage(context: "b", id: "B")]
    let text = "msgid \"x\"\nmsgstr \"y\"\n"
    #expect(verdict(of: text, sources: sources).map(\.matter) == [.foreignCatalog])
    let half = "msgctxt \"a\"\nmsgid \"A\"\nmsgstr \"y\"\n"
    #expect(verdict(of: half, sources: sources, coverage: 50).map(\.matter) == [.missingMessage])
    let found = verdict(of: half, sources: sources, coverage: 51)
    #expect(
      found.contains { $0.matter == .coverage(actual: 50, wanted: 51) && $0.severity == .error }
    )
  }

  @Test func `point at the very place, whatever escapes stand before it`() throws {
    let found = try #require(verdict("a\\n\\\"b c\\\"", "ä\\n\\\"eine eine\\\"").of(.slips).first)
    #expect(found.line == 14)
    #expect(found.column == 14)
    let mark = try #require(found.mark)
    let text = try #require(found.translation)
    #expect(String(decoding: Array(text.utf8)[mark], as: UTF8.self) == "eine eine")
  }

  @Test func `keep at most so many findings and count the rest`() {
    let entries = (0..<12_000).map { "msgid \"a\($0)\"\nmsgstr \" a\"\n" }.joined()
    let verdict = CatalogVerdict(
      of: Array(entries.utf8),
      settings: CheckSettings(language: LanguageTag("de"))
    )
    #expect(verdict.findings.count == 10_000)
    #expect(verdict.furtherCount > 2_000)
  }
}
