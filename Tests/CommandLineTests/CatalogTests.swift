import Foundation
import Testing

@Suite("The catalogs", .enabled(if: hasCatalog("de") && hasCatalog("es")))
struct CatalogTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func path(_ language: String) -> String {
    "\(Scratch.repository)/Localization/\(language).po"
  }

  private func text(_ language: String) throws -> String {
    try String(contentsOfFile: path(language), encoding: .utf8)
  }

  @Test func `have a translation of everything that is said`() throws {
    let run = try scratch.alta(["catalog", "check"])
    #expect(run.status == 0)
    #expect(run.err == "", "\(run.err.prefix(1500))")
    #expect(run.out.matches(of: /no faults/).count == 3, "\(run.out)")
    #expect(try scratch.alta(["catalog", "check", "--format", "json"]).out == "[]\n")
  }

  /// The same from outside: what `catalog extract` lists stands in both.
  @Test(arguments: ["de", "es"])
  func `have an entry for every text that is extracted`(language: String) throws {
    func entries(_ text: String) -> Set<String> {
      Set(
        text.split(separator: "\n\n").compactMap { block in
          let lines = block.split(separator: "\n").filter { !$0.hasPrefix("#") }
          let head = lines.prefix { !$0.hasPrefix("msgstr") }
            .map { $0.replacing("\"\"", with: "") }.joined(separator: "\n")
          // Long texts may be written over several lines.
          return head.replacing("\"\n\"", with: "").replacing(" \n\"", with: " \"")
        }
      )
    }
    let wanted = entries(try scratch.alta(["catalog", "extract"]).out)
    #expect(wanted.count > 400)
    #expect(wanted.subtracting(entries(try text(language))).sorted() == [])
  }

  @Test(arguments: ["de", "es"])
  func `are good to msgfmt, with nothing fuzzy or untranslated`(language: String) throws {
    let run = try scratch.bash(
      "command -v msgfmt > /dev/null || exit 77; LC_ALL=C msgfmt -c --statistics -o /dev/null '\(path(language))'"
    )
    guard run.status != 77 else { return }
    #expect(run.status == 0, "\(run.err)")
    #expect(run.err.contains("translated messages."))
    #expect(!run.err.contains("fuzzy") && !run.err.contains("untranslated"))
  }

  @Test func `are missed where an entry is taken out`() throws {
    let folder = "\(scratch.folder)/po"
    let entry = "msgctxt \"register-customer/contacts/title\""
    let blocks = try text("de").split(separator: "\n\n")
    #expect(blocks.contains { $0.contains(entry) })
    try scratch.file(
      "po/de.po",
      blocks.filter { !$0.contains(entry) }.joined(separator: "\n\n") + "\n"
    )
    let run = try scratch.alta(["catalog", "check"], variables: ["ALTA_CATALOGS": folder])
    #expect(run.err.contains("the translation of “Company contacts” is missing"))
    #expect(run.out.contains("de.po: 1 warning"))
  }

  @Test(arguments: [
    ("de", "Name:", "Unternehmen"), ("es", "Nombre:", "Empresa"), ("de_AT", "Name:", "Unternehmen"),
    ("es-MX", "Nombre:", "Empresa"),
  ])
  func `speak`(tag: String, label: String, word: String) throws {
    #expect(try scratch.alta(["register", "--yes"] + Script.small.options).status == 0)
    let show = try scratch.alta(["show", "customer", "CLI-0001", "--lang", tag])
    #expect(show.out.contains(label) && show.out.contains(word), "\(show.out)")
  }

  @Test(arguments: [
    (["ALTA_LANG": "es"], "Opciones"), (["LC_ALL": "de_DE.UTF-8"], "Optionen"),
    (["LC_ALL": "", "LANG": "es_ES.UTF-8"], "Opciones"),
    (["LC_ALL": "de_DE.UTF-8", "ALTA_LANG": "es"], "Opciones"),
    (["LC_ALL": "en_US.UTF-8"], "Options"), (["LC_ALL": "fr_FR.UTF-8"], "Options"),
  ])
  func `are chosen by the environment`(variables: [String: String], word: String) throws {
    let run = try scratch.alta(["help", "register"], variables: variables)
    #expect(run.out.contains(word), "\(run.out.prefix(200))")
    #expect(run.err == "")
  }

  @Test func `that are missing or broken are said once and stop nothing`() throws {
    let missing = try scratch.alta(["help", "--lang", "fr"])
    #expect(missing.status == 0)
    #expect(missing.err.contains("no catalog for “fr”; using en"))
    try scratch.file("po/fr.po", "msgid \"\"\nmsgstr \"\nmsgctxt nonsense\n")
    let run = try scratch.alta(
      ["register", "--yes", "--lang", "fr"] + Script.small.options,
      variables: ["ALTA_CATALOGS": "\(scratch.folder)/po"]
    )
    #expect(run.status == 0)
    #expect(run.out == "CLI-0001\n")
    #expect(run.err.matches(of: /fr\.po/).count == 1, "\(run.err)")
  }

  @Test func `make a language available by lying there`() throws {
    try scratch.file(
      "po/fr.po",
      """
      msgid ""
      msgstr ""
      "Language: fr\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n > 1);\\n"

      msgctxt "register-customer/title"
      msgid "Register a customer"
      msgstr "Enregistrer un client"

      """
    )
    let run = try scratch.alta(
      ["wizard", "list", "--lang", "fr"],
      variables: ["ALTA_CATALOGS": "\(scratch.folder)/po"]
    )
    #expect(run.out.contains("Enregistrer un client"))
    #expect(run.err == "")
  }

  /// X14: keys, codes and what is stored do not depend on the language.
  @Test func `leave no trace in the store`() throws {
    let example = "\(Scratch.repository)/Wizards/examples/1-gmbh-public.yaml"
    let dumps = try ["en", "de", "es"].map { language in
      let scratch = try Scratch()
      let run = try scratch.alta(["register", "--yes", "--lang", language, "--answers", example])
      #expect(run.status == 0)
      return try scratch.dump().map { $0.replacing(/created_language=\S+/, with: "") }
    }
    #expect(dumps[1] == dumps[0] && dumps[2] == dumps[0])
    let codes = try ["en", "de", "es"].map { language in
      try scratch.alta([
        "register", "--lang", language, "--set", "name= ", "--set", "companyType=gmbh",
      ])
      .err.matches(of: /\[([\w-]+)\]/).map { String($0.1) }
    }
    #expect(codes[0].count > 3)
    #expect(codes[1] == codes[0] && codes[2] == codes[0])
  }

  @Test func `say dates and numbers in their own way, and read them so`() throws {
    let answers = [
      "companyType": "other", "category": "construction", "siteManager": "B", "name": "A",
    ]
    for (language, day) in [("de", "31.12.2027"), ("es", "31/12/2027"), ("en", "2027-12-31")] {
      let scratch = try Scratch()
      let script = Script(answers.merging(["insuranceUntil": day]) { $1 })
      let run = try scratch.alta(["register", "--yes", "--lang", language] + script.options)
      #expect(run.status == 0, "\(run.err)")
      #expect(try scratch.dump().contains { $0.contains("2027-12-31") })
      let show = try scratch.alta(["show", "customer", "CLI-0001", "--lang", language])
      #expect(show.out.contains(day), "\(show.out)")
    }
    let script = Script(answers.merging(["insuranceUntil": "31.12.2027"]) { $1 })
    let run = try scratch.alta(["register", "--yes", "--lang", "en"] + script.options)
    #expect(run.status == 3)
    #expect(run.err.contains("[E-DATE]"))
  }

  // MARK: The translators' commands

  private func folder() throws -> String {
    for name in ["de.po", "es.po", "glossary.csv"] {
      let text = try String(
        contentsOfFile: "\(Scratch.repository)/Localization/\(name)",
        encoding: .utf8
      )
      try scratch.file("po/\(name)", text)
    }
    return "\(scratch.folder)/po"
  }

  @Test func `are held true by the template that is shipped`() throws {
    let shipped = try String(
      contentsOfFile: "\(Scratch.repository)/Localization/alta.pot",
      encoding: .utf8
    )
    #expect(
      try scratch.alta(["catalog", "extract"]).out == shipped,
      "alta catalog extract > Localization/alta.pot"
    )
  }

  @Test func `are mended only where they are wrong`() throws {
    let path = "\(try folder())/de.po"
    let before = try String(contentsOfFile: path, encoding: .utf8)
    let broken = before.replacing("msgstr \"Aufruf:\"", with: "msgstr \"Aufruf :  \"")
    try scratch.file("po/de.po", broken)
    let run = try scratch.alta([
      "catalog", "check", "de", "--fix", "--catalogs", "\(scratch.folder)/po",
    ])
    #expect(run.status == 0, "\(run.err)")
    let after = try String(contentsOfFile: path, encoding: .utf8)
    let lines = zip(before.split(separator: "\n"), after.split(separator: "\n")).filter { $0 != $1 }
    #expect(lines.map { $0.0.prefix(18) } == ["\"PO-Revision-Date:"])
    let again = try scratch.alta([
      "catalog", "check", "de", "--fix", "--catalogs", "\(scratch.folder)/po",
    ])
    #expect(again.err == "")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == after)
  }

  @Test(arguments: ["json", "sarif", "github", "text"])
  func `give their findings in every notation`(notation: String) throws {
    let folder = try folder()
    let text = try String(contentsOfFile: "\(folder)/de.po", encoding: .utf8)
    try scratch.file("po/de.po", text.replacing("msgstr \"Aufruf:\"", with: "msgstr \"Aufruf\""))
    let run = try scratch.alta([
      "catalog", "check", "de", "--catalogs", folder, "--format", notation,
    ])
    #expect(run.status == 0)
    #expect((run.out + run.err).contains("C16"))
    #expect((run.out + run.err).contains("de.po"))
    #expect(
      try scratch.alta(["catalog", "stats", "--format", notation]).status
        == (notation == "json" || notation == "text" ? 0 : 2)
    )
  }

  @Test func `show on request what they ignore`() throws {
    #expect(try scratch.alta(["catalog", "check", "--show-ignored"]).err.contains("[C10]"))
  }

  @Test func `are brought up to date, and not touched again`() throws {
    let folder = try folder()
    let text = try String(contentsOfFile: "\(folder)/de.po", encoding: .utf8)
    try scratch.file("po/de.po", text.replacing("msgid \"Usage:\"", with: "msgid \"Use:\""))
    let first = try scratch.alta(["catalog", "update", "de", "--catalogs", folder])
    #expect(first.status == 0, "\(first.err)")
    #expect(first.out.contains("“Use:” → “Usage:”") || first.out.contains("“Usage:”"))
    let merged = try String(contentsOfFile: "\(folder)/de.po", encoding: .utf8)
    let second = try scratch.alta([
      "catalog", "update", "de", "--catalogs", folder, "--format", "json",
    ])
    #expect(second.out.contains("\"events\":[]"))
    #expect(try String(contentsOfFile: "\(folder)/de.po", encoding: .utf8) == merged)
  }

  @Test func `begin in a new language and are not overwritten`() throws {
    let folder = try folder()
    let run = try scratch.alta(["catalog", "new", "fr", "--catalogs", folder])
    #expect(run.status == 0, "\(run.err)")
    let text = try String(contentsOfFile: "\(folder)/fr.po", encoding: .utf8)
    #expect(text.contains("plural=(n > 1)"))
    #expect(try scratch.alta(["catalog", "new", "fr", "--catalogs", folder]).status == 6)
    let checked = try scratch.alta(["catalog", "check", "fr", "--catalogs", folder])
    #expect(checked.err.components(separatedBy: "is missing [C08]").count == 6, "\(checked.err)")
    #expect(checked.err.contains("further translations are missing."))
    #expect(try String(contentsOfFile: "\(folder)/fr.po", encoding: .utf8) == text)
    let other = "\(scratch.folder)/not/yet"
    #expect(try scratch.alta(["catalog", "new", "fr", "--catalogs", other]).status == 0)
    #expect(try String(contentsOfFile: "\(other)/fr.po", encoding: .utf8).contains("n > 1"))
    #expect(try scratch.alta(["catalog", "new", "qqq", "--catalogs", folder]).status == 4)
    #expect(try scratch.alta(["catalog", "new", "../x", "--catalogs", folder]).status == 2)
    #expect(
      try scratch.alta(["catalog", "stats", "--catalogs", folder, "--require", "de=100,es=100"])
        .status == 0
    )
    let missed = try scratch.alta(["catalog", "stats", "--catalogs", folder, "--require", "fr=1"])
    #expect(missed.status == 3)
    #expect(missed.err.contains("fr: 0 % are translated; 1 % are required."))
    #expect(try scratch.alta(["catalog", "stats", "--require", "fr"]).status == 2)

    func require(_ what: String) throws -> Scratch.Run {
      try scratch.alta(["catalog", "stats", "--catalogs", folder, "--require", what])
    }
    #expect(try require("de/register-customer=100,es/bill=100").status == 0)
    #expect(try require("de/nobody=1").err.contains("de/nobody: 0 % are translated; 1 % are"))
    let paths = try require("fr/register-component=1")
    #expect(paths.status == 3)
    #expect(paths.err.contains("fr/register-component · model=simple: 0 % are translated"))
    #expect(paths.err.contains("fr/register-component · model=priceScale: 0 % are translated"))
  }

  @Test func `are counted on every path`() throws {
    let run = try scratch.alta(["catalog", "stats", "de", "--format", "json"])
    #expect(run.out.contains("\"wizard\":\"register-customer\",\"choices\":\""))
    #expect(run.out.contains("category=public"))
    #expect(!run.out.contains("\"percent\":99"))
  }

  @Test func `are compared string by string, and searched by key`() throws {
    let folder = try folder()
    let text = try String(contentsOfFile: "\(folder)/de.po", encoding: .utf8)
    try scratch.file(
      "po/new.po",
      text.replacing("msgstr \"Aufruf:\"", with: "msgstr \"\"\n\"Verwendung:\"")
    )
    let diff = try scratch.alta(["catalog", "diff", "\(folder)/de.po", "\(folder)/new.po"])
    #expect(diff.out.contains("- Aufruf:") && diff.out.contains("+ Verwendung:"))
    #expect(diff.out.split(separator: "\n").count == 4)
    let found = try scratch.alta(["catalog", "locate", "register-customer/title"])
    #expect(found.out.contains("de.po:") && found.out.contains("Kunden registrieren"))
    #expect(try scratch.alta(["catalog", "locate", "no/such/key"]).status == 4)
  }

  @Test func `cannot wave a demanded coverage through`() throws {
    let scratch = try Scratch()
    try scratch.file(
      "po/fr.po",
      """
      msgid ""
      msgstr ""
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Language: fr\\n"
      "X-Alta-Ignore: C08\\n"

      """
    )
    let command = ["catalog", "check", "fr", "--catalogs", "\(scratch.folder)/po"]
    #expect(try scratch.alta(command + ["--min", "50"]).status == 3)
    #expect(try scratch.alta(command).status == 0)
  }
}
