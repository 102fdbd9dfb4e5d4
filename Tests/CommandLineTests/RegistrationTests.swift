import Foundation
import Testing

/// The acceptance examples of registering a customer, with the keys of today's definitions.
@Suite("Registering a customer")
struct RegistrationTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func steps(_ run: Scratch.Run) -> [String] {
    run.err.matches(of: /Step (\d) of (?:about )?(\d)/).map { "\($0.1)/\($0.2)" }
  }

  @Test func `with nothing special has three stages, one company and one customer`() throws {
    let script = Script([
      "companyType": "public-body", "category": "retail", "identifier": "M-2001",
      "name": "Müller GmbH",
    ])
    let run = try scratch.alta(["register"], lines: script.allLines)
    #expect(run.status == 0)
    #expect(run.out == "M-2001\n")
    #expect(steps(run).map { $0.first } == ["1", "2", "3"])
    #expect(steps(run).last == "3/3")
    let counts = try ["companies", "customers", "contacts", "external_users"].map(scratch.count)
    #expect(counts == [1, 1, 0, 0])
  }

  @Test(arguments: [
    (["companyType": "gmbh", "category": "public"], 5),
    (["companyType": "ag", "category": "health"], 5),
    (["companyType": "gmbh", "category": "retail"], 4),
    (["companyType": "sl", "category": "public"], 4),
    (["companyType": "other", "category": "retail"], 3),
    (["mode": "existing", "category": "retail"], 1),
    (["mode": "existing", "category": "public"], 2),
  ])
  func `has as many stages as type and category bring`(
    answers: [String: String],
    count: Int
  ) throws {
    let wizards = ["register", "register-company", "--set", "companyType=other", "--set", "name=X"]
    #expect(try scratch.alta(wizards).status == 0)
    let given = [
      "company": "CLI-0001", "name": "A", "registerCourt": "München", "registerNumber": "12345",
      "buyerReference": "04011000-1234512345-06", "licenceNumber": "BE-204711",
      "identifier": answers["companyType"] == "sl" ? "B58378431" : "DE136695976",
    ]
    let script = Script(answers.merging(given) { $1 })
    let run = try scratch.alta(["register"], lines: script.allLines)
    #expect(run.status == 0, "\(run.err.suffix(600))")
    #expect(steps(run).count == count)
    // The first stage is announced before anything is known.
    if count > 1 { #expect(steps(run).last == "\(count)/\(count)") }
  }

  @Test func `keeps a stage until its answers hold`() throws {
    let head = ["", "gmbh", "public", "München", "", "12-X", "12345", "", "0401-1-1", ":quit"]
    let run = try scratch.alta(["register"], lines: head)
    #expect(run.status == 7)
    #expect(run.err.contains("“12-X” does not match the expected form"))
    #expect(steps(run) == ["1/3", "2/5", "3/5"])
    #expect(try scratch.files().isEmpty)
  }

  @Test func `is cancelled at the confirmation without using up a number`() throws {
    let script = Script.small
    #expect(try scratch.alta(["register"], lines: script.allLines).out == "CLI-0001\n")
    let before = try #require(scratch.bytes)
    let run = try scratch.alta(["register"], lines: script.lines + ["", "n", ":quit"])
    #expect(run.status == 7)
    #expect(run.err.contains("Cancelled; nothing was stored."))
    #expect(run.out == "")
    #expect(scratch.bytes == before)
    #expect(try scratch.alta(["register"], lines: script.allLines).out == "CLI-0002\n")
  }

  @Test func `refuses an e-mail address that an external user has, whatever its case`() throws {
    func register(_ name: String, _ kind: String, _ email: String) throws -> Scratch.Run {
      let script = Script(
        ["companyType": "other", "category": "retail", "name": name],
        contacts: [["kind": kind, "lastName": "Ruiz", "email": email]]
      )
      return try scratch.alta(["register", "--yes"] + script.options)
    }
    #expect(try register("A", "external", "ana@aceros.es").status == 0)
    let refused = try register("B", "external", "Ana@Aceros.ES")
    #expect(refused.status == 6)
    #expect(refused.err.contains("[E-EXTERNAL-TAKEN]"))
    #expect(refused.err.contains("Ruiz"))
    #expect(try scratch.count("companies") == 1)
    #expect(try register("C", "contact", "ana@aceros.es").status == 0)
    #expect(
      try scratch.alta(["disable", "external-user", "ANA@aceros.es", "--yes"]).status == 0
    )
    #expect(try register("D", "external", "ana@aceros.es").status == 6)
    #expect(try scratch.count("external_users") == 1)
  }

  @Test func `refuses an address twice among its own external users`() throws {
    let user = ["kind": "external", "lastName": "Ruiz", "email": "ana@aceros.es"]
    let script = Script(
      Script.small.answers,
      contacts: [user, user.merging(["email": "ANA@aceros.es"]) { $1 }]
    )
    let run = try scratch.alta(["register", "--yes"] + script.options)
    #expect(run.status == 3)
    #expect(run.err.contains("[E-DUPLICATE-ROW]"))
  }

  @Test func `takes a company that is there, once`() throws {
    let company = [
      "register", "register-company", "--set", "companyType=sl", "--set", "name=Acme",
      "--set", "identifier=B58378431",
    ]
    #expect(try scratch.alta(company).status == 0)
    let register = ["register", "--from-company", "b58378431", "--set", "category=retail", "--yes"]
    let run = try scratch.alta(register)
    #expect(run.status == 0)
    #expect(run.out == "B58378431\n")
    #expect(try scratch.count("companies") == 1)
    #expect(try scratch.count("customers") == 1)
    let again = try scratch.alta(register)
    // With no other company left, that is what is missing first.
    #expect(again.status == 4)
    #expect(again.err.contains("[E-NO-COMPANY]"))
    let other = ["register", "register-company", "--set", "companyType=other", "--set", "name=B"]
    #expect(try scratch.alta(other).status == 0)
    let taken = try scratch.alta(register)
    #expect(taken.status == 6)
    #expect(taken.err.contains("[E-ALREADY-CUSTOMER]"))
    let unknown = try scratch.alta([
      "register", "--from-company", "X", "--set", "category=retail", "--yes",
    ])
    #expect(unknown.status == 4)
    #expect(unknown.err.contains("[E-COMPANY]"))
  }

  @Test func `names the company whose identifier is taken, and the way to use it`() throws {
    let answers = ["companyType": "sl", "name": "Acme", "identifier": "B58378431"]
    let options = answers.flatMap { ["--set", "\($0)=\($1)"] }
    #expect(try scratch.alta(["register", "register-company"] + options).status == 0)
    let run = try scratch.alta(["register", "--yes", "--set", "category=retail"] + options)
    #expect(run.status == 6)
    #expect(run.err.contains("[E-ID-TAKEN]") && run.err.contains("Acme"))
    #expect(run.err.contains("--from-company B58378431"))
  }

  @Test func `freezes type and category, and keeps a history of the rest`() throws {
    #expect(try scratch.alta(["register", "--yes"] + Script.small.options).status == 0)
    let before = try #require(scratch.bytes)
    for assignment in ["companyType=sl", "category=public", "identifier=CLI-0009"] {
      let run = try scratch.alta(["edit", "customer", "CLI-0001", "--set", assignment])
      #expect(run.status == 6, "\(assignment)")
      #expect(run.out == "")
      #expect(run.err.contains("[E-FROZEN]"))
    }
    #expect(scratch.bytes == before)
    let run = try scratch.alta(["edit", "customer", "CLI-0001", "--set", "name=Kiosk Süd"])
    #expect(run.status == 0, "\(run.err)")
    let history = try scratch.alta(["history", "customer", "CLI-0001"])
    #expect(history.out.contains("Kiosk → Kiosk Süd"))
    #expect(try scratch.texts("SELECT name FROM companies") == ["Kiosk Süd"])
    #expect(try scratch.count("changes") == 1)
  }

  @Test func `lists the external users of all customers, disabled ones when asked`() throws {
    for (name, email) in [("A", "eva@a.es"), ("B", "ana@b.es")] {
      let script = Script(
        ["companyType": "other", "category": "retail", "name": name],
        contacts: [["kind": "external", "lastName": "Ruiz", "email": email]]
      )
      #expect(try scratch.alta(["register", "--yes"] + script.options).status == 0)
    }
    func emails(_ words: String...) throws -> [String] {
      try scratch.alta(["list", "external-users", "--lang", "es"] + words).out
        .matches(of: /\w+@\w\.es/).map { String($0.0) }
    }
    #expect(try emails() == ["ana@b.es", "eva@a.es"])
    let refused = try scratch.alta(["disable", "external-user", "eva@a.es"])
    #expect(refused.status == 5)
    #expect(try emails().count == 2)
    #expect(try scratch.alta(["disable", "external-user", "eva@a.es", "--yes"]).status == 0)
    #expect(try emails() == ["ana@b.es"])
    #expect(try emails("--all") == ["ana@b.es", "eva@a.es"])
    #expect(try scratch.alta(["enable", "external-user", "eva@a.es", "--yes"]).status == 0)
    #expect(try emails().count == 2)
    let json = try scratch.alta(["list", "external-users", "--format", "json"])
    #expect(json.out.hasPrefix("[{") && json.out.contains("\"company.identifier\":\"CLI-0001\""))
  }

  @Test func `does a case once`() throws {
    let file = try scratch.file("a.yaml", "case: k-1\n" + Script.small.yaml)
    let words = ["register", "--yes", "--answers", file]
    #expect(try scratch.alta(words).status == 0)
    let before = try #require(scratch.bytes)
    let again = try scratch.alta(words)
    #expect(again.status == 6)
    #expect(again.out == "")
    #expect(again.err.contains("[E-CASE-DONE]"))
    #expect(scratch.bytes == before)
  }

  @Test func `stores the good rows of a file and ends with the worst`() throws {
    let file = try scratch.file(
      "a.csv",
      "companyType;category;name\nother;retail;A\nother;nix;B\nother;retail;C\n"
    )
    let run = try scratch.alta(["register", "--yes", "--answers", file])
    #expect(run.status == 3)
    #expect(run.out == "CLI-0001\nCLI-0002\n")
    #expect(run.err.contains("a.csv:3: "))
    #expect(try scratch.texts("SELECT name FROM companies ORDER BY no") == ["A", "C"])
    let json = try scratch.alta(["register", "--yes", "--answers", file, "--format", "json"])
    let reports = try JSONDecoder().decode([Report].self, from: json.outBytes)
    #expect(reports.map(\.status) == ["stored", "rejected", "stored"])
    #expect(reports.map(\.row) == [1, 2, 3])
    #expect(reports[0].records?.map(\.table) == ["companies", "customers"])
  }

  @Test func `can be switched to without external users`() throws {
    let setting = [
      "register", "register-setting", "--set", "key=externalUsers.allowed", "--set", "value=no",
    ]
    #expect(try scratch.alta(setting).status == 0)
    let script = Script(
      Script.small.answers,
      contacts: [["kind": "external", "lastName": "R", "email": "a@b.es"]]
    )
    let run = try scratch.alta(["register", "--yes"] + script.options)
    #expect(run.status == 3)
    #expect(run.err.contains("[E-EXTERNAL-OFF]"))
    let dialogue = try scratch.alta(
      ["register"],
      lines: Script.small.lines.dropLast() + ["a", "?", ":quit"]
    )
    #expect(!dialogue.err.contains("External user\n"))
  }
}
