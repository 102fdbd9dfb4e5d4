import Foundation
import RecordStorage
import Testing

/// Nothing that comes from outside may drive the terminal.
@Suite("Hostile text")
struct HostileTextTests {
  /// Escape sequences in both spellings, a carriage return, reordering, line separators, DEL, BEL.
  private static let text =
    "a\u{1B}[31m\u{1B}]0;t\u{7}\u{9B}31m\r\u{202E}\u{2028}\u{85}\u{7F}\u{8}\u{FEFF}z"

  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The scalars of an output that have no place on a terminal.
  private func strays(_ data: Data) -> [String] {
    guard let text = String(validating: data, as: UTF8.self) else { return ["not UTF-8"] }
    return text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
        true
      default: false
      }
    }.map { "U+" + String($0.value, radix: 16) }
  }

  /// Expects neither escapes nor a crash; in JSON (`isJSON`) its own escapes are enough.
  private func expectClean(_ run: Scratch.Run, _ comment: Comment, isJSON: Bool = false) {
    let harmless = isJSON ? ["U+202e", "U+2028", "U+feff"] : []
    #expect(strays(run.outBytes).filter { !harmless.contains($0) } == [], comment)
    #expect(strays(run.errBytes) == [], comment)
    #expect(run.status >= 0 && run.status != 1, comment)
  }

  @Test func `on the command line is shown as what it is`() throws {
    let hostile = Self.text
    let lines: [[String]] = [
      [hostile], ["--\(hostile)"], ["--\(hostile)=x"], ["help", hostile], ["register", hostile],
      ["list", hostile], ["list", "customers", "--format", hostile], ["help", "--lang", hostile],
      ["list", "customers", "--today", hostile], ["list", "customers", "--color", hostile],
      ["register", "--set", hostile], ["register", "--set", "\(hostile)=x"],
      ["register", "--set", "name=\(hostile)"], ["register", "--set", "companyType=\(hostile)"],
      ["register", "--set", "email1=\(hostile)"], ["register", "--set", "country=\(hostile)"],
      ["register", "--set", "companyType=gmbh", "--set", "identifier=\(hostile)"],
      ["register", "--from-company", hostile, "--set", "category=retail"],
      ["register", "--answers", hostile], ["register", "--answers", "/\(hostile)/a.yaml"],
      ["list", "customers", "--store", "/proc/\(hostile)"],
      ["register", "--yes", "--store", "/proc/\(hostile)"] + Script.small.options,
      ["wizard", "list", "--wizards", hostile], ["register", "--wizards", hostile],
      ["help", "--catalogs", hostile], ["show", "customer", hostile], ["show", hostile, "x"],
      ["edit", "customer", hostile], ["history", "contact", hostile],
      ["erase", "contact", hostile],
      ["disable", "external-user", hostile], ["draft", "resume", hostile],
      ["draft", "discard", hostile], ["wizard", "check", hostile], ["wizard", "eval", hostile],
      ["wizard", "eval", "'\(hostile)' + x"], ["wizard", "explain", "register-customer", hostile],
      ["catalog", "check", hostile], ["completions", hostile], ["form", hostile],
      ["export", "customers", "--output", "/proc/\(hostile)"], ["store", "backup", hostile],
      ["list", "contacts", "--customer", hostile], ["register", "--set", "case=\(hostile)"],
    ]
    for words in lines {
      expectClean(try scratch.alta(words), "\(words)")
    }
    expectClean(try scratch.alta(["help"], variables: ["ALTA_LANG": hostile]), "ALTA_LANG")
    expectClean(
      try scratch.alta(["list", "customers"], variables: ["ALTA_STORE": "/proc/\(hostile)"]),
      "store"
    )
  }

  @Test func `typed in a dialogue, or in files and their names, is shown as what it is`() throws {
    let hostile = Self.text
    let lines = [
      hostile, ":\(hostile)", ":lang \(hostile)", "\0", "", hostile, "other", "retail", hostile, "",
      hostile, "Kiosk", ":review", hostile, ":save",
    ]
    expectClean(try scratch.alta(["register"], lines: lines), "dialogue")
    for (name, text) in [
      ("\(hostile)1.yaml", "name: [\n"), ("\(hostile)2.json", "{\"\(hostile)\": }"),
      ("3.yaml", "name: \"a\\e[31m\\x9b\\0\"\n\"k\\e[31m\": x\n\(hostile): [\n"),
      ("4.json", "{\"na\\u001bme\": \"\\u001b[31m\\u0000\\u009b\", \"name\": \"\\u001b[31m\"}"),
      ("5.csv", "name,k\u{1B}[31m\r\n\"x\u{1B}[31m\0\",\(hostile)\r\n"),
      ("\(hostile)6.csv", "\"name\u{1B}[31m\n"),
    ] {
      let file = try scratch.file(name, text)
      for format in ["text", "json"] {
        let words = ["register", "--answers", file, "--yes", "--format", format]
        expectClean(try scratch.alta(words), "\(name) \(format)", isJSON: format == "json")
      }
    }
  }

  @Test func `in definitions is shown as what it is`() throws {
    let escape = "\\e[31m\\x9b\\r\\u202e"
    try scratch.file(
      "w/form.yaml",
      """
      wizard: form
      version: 1
      title: "T\(escape)"
      help: "H\(escape)"
      stages:
        - stage: a
          title: "S\(escape)"
          fields:
            - field: one
              label: "L\(escape)"
              hint: "I\(escape)"
              type: choice
              options: [{code: x, label: "X\(escape)"}, {code: y, label: "Y\(escape)"}]
              required: true
            - field: two
              label: "M\(escape)"
              type: text
              pattern: "[a-z\(escape)]+"
              rules: [{code: r, check: "self != 'b'", message: "R\(escape)"}]

      """
    )
    try scratch.file("w/bad.yaml", "wizard: bad\nversion: 1\n\"ti\(escape)\": x\u{1B}[31m\n")
    let variables = ["ALTA_WIZARDS": "\(scratch.folder)/w"]
    for words in [
      ["wizard", "list"], ["wizard", "check"], ["wizard", "check", "--format", "json"],
      ["wizard", "explain", "form"], ["form", "form"], ["form", "form", "--format", "csv"],
      ["register", "form", "--set", "one=z", "--set", "two=B"], ["register", "bad"],
      ["catalog", "extract"],
    ] {
      let isJSON = words.last == "json"
      expectClean(try scratch.alta(words, variables: variables), "\(words)", isJSON: isJSON)
    }
    expectClean(
      try scratch.alta(
        ["register", "form"],
        lines: ["?", "z", "1", "B", "b", "a", ""],
        variables: variables
      ),
      "dialogue"
    )
    expectClean(try scratch.alta(["list", "entries"], variables: variables), "entries")
  }

  @Test func `in a catalog is shown as what it is`() throws {
    try scratch.file(
      "po/de.po",
      """
      msgid ""
      msgstr ""
      "Language: de\\n"
      "Content-Type: text/plain; charset=UTF-8\\n"
      "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

      msgctxt "register-customer/title"
      msgid "Register a customer"
      msgstr "Kunde\\033[31m\\x1b]0;t\\a\\r\u{9B}31m\u{202E}"

      msgctxt "alta/help"
      msgid "Usage"
      msgstr "Auf\u{1B}[31mruf"

      """
    )
    let variables = ["ALTA_CATALOGS": "\(scratch.folder)/po", "ALTA_LANG": "de"]
    for words in [
      ["wizard", "list"], ["help"], ["register"], ["catalog", "check"], ["register", "-h"],
    ] {
      expectClean(try scratch.alta(words, variables: variables), "\(words)")
    }
  }

  @Test func `that got into the store is shown as what it is`() throws {
    let hostile = SQLValue.text(Self.text.replacing("\r", with: "") + "\r")
    let script = Script(
      Script.small.answers,
      contacts: [["kind": "external", "lastName": "R", "email": "a@b.es"]]
    )
    #expect(try scratch.alta(["register", "--yes"] + script.options).status == 0)
    let call = ["register", "enter-contact", "--set", "lastName=M", "--set", "save=new"]
    #expect(try scratch.alta(call).status == 0)
    #expect(try scratch.alta(["edit", "customer", "CLI-0001", "--set", "name=B"]).status == 0)
    #expect(try scratch.alta(["register"], lines: ["", "other", ":save"]).status == 0)
    for sql in [
      "UPDATE companies SET name = $1, city = $1, country = $1, created_by = $1, type = $1",
      "UPDATE companies SET attributes = json_object($1, $1)",
      "UPDATE customers SET category = $1, language = $1",
      "UPDATE contacts SET first_name = $1, last_name = $1, phone1 = $1, notes = $1",
      "UPDATE external_users SET email = $1, language = $1",
      "UPDATE requests SET last_name = $1, site_address = $1, notes = $1, opened_at = $1",
      """
      INSERT INTO changes(at, who, command, record_table, record_key, before, after)
      VALUES ($1, $1, $1, 'companies', '1', json_object('name', $1), json_object($1, $1))
      """,
      "UPDATE drafts SET wizard = $1, saved_at = $1, position = $1",
    ] {
      try scratch.execute(sql, [hostile])
    }
    for words in [
      ["list", "companies"], ["list", "customers"], ["list", "contacts"], ["list", "requests"],
      ["list", "external-users"], ["show", "customer", "CLI-0001"], ["show", "contact", "CT-0001"],
      ["show", "request", "CR-0001"], ["history", "customer", "CLI-0001"], ["draft", "list"],
      ["edit", "customer", "CLI-0001", "--set", "name=C"], ["disable", "external-user", "a@b.es"],
      ["register", "--yes", "--set", "companyType=public-body", "--set", "identifier=CLI-0001"]
        + ["--set", "category=retail", "--set", "name=X"],
    ] {
      expectClean(try scratch.alta(words), "\(words)")
    }
    expectClean(
      try scratch.alta(["edit", "customer", "CLI-0001"], lines: ["1", "?", ":quit"]),
      "dialogue"
    )
    let id = try scratch.texts("SELECT id FROM drafts")[0]
    expectClean(try scratch.alta(["draft", "resume", id]), "draft")
  }

  /// Results for programs are exact in a pipe and safe on a terminal.
  @Test(
    .enabled(if: Terminal.isThere),
    arguments: [
      "export companies", "list companies --format json", "list companies --format csv",
      "export customers --format jsonl",
    ]
  )
  func `that is exported cannot drive a terminal`(command: String) throws {
    #expect(try scratch.alta(["register", "--yes"] + Script.small.options).status == 0)
    try scratch.execute("UPDATE companies SET name = $1", [.text(Self.text)])
    let run = try Terminal.talk(
      scratch,
      "\(command) --color never",
      "",
      variables: ["LC_ALL": "C.UTF-8"]
    )
    let shown = run.out.replacing("\r\n", with: "\n")
    #expect(shown.contains("^[[31m") || shown.lowercased().contains("\\u001b"), "\(shown)")
    #expect(strays(Data(shown.utf8)) == [])
  }
}
