import Foundation
import Testing

/// The acceptance examples of invoices by e-mail; the numbers are those of the rules.
@Suite("Queueing invoices by e-mail")
struct InvoiceMailTests {
  let scratch: Scratch

  /// Five invoices of four customers: the second has no address, the third wants paper.
  init() throws {
    scratch = try Scratch()
    for (name, answers) in [
      ("Aceros", ["email1=a@aceros.example", "language=es"]), ("Bauer", ["postalInvoice=no"]),
      ("Chemie", ["email1=c@chemie.example", "postalInvoice=yes"]),
      ("Dachs", ["email1=d@dachs.example", "language=de"]),
    ] {
      try register(
        "register-customer",
        ["companyType=other", "category=retail", "name=\(name)"] + answers
      )
    }
    try register("register-article", ["code=PRG", "name=Programme", "kind=programme", "price=10"])
    try register(
      "register-programme",
      ["code=P", "name=Programme", "kind=bonus", "article=PRG", "months=12"]
    )
    for customer in [1, 1, 2, 3, 4] {
      try register(
        "sell-programme",
        ["customer=CLI-000\(customer)", "programmes.1.programme=P", "unassigned=yes"]
      )
    }
  }

  private func run(_ wizard: String, _ assignments: [String], lang: String = "en") throws
    -> Scratch.Run
  {
    try scratch.alta(
      ["register", wizard, "--yes", "--lang", lang, "--today", "2026-04-01"]
        + assignments.flatMap { ["--set", $0] }
    )
  }

  private func register(_ wizard: String, _ assignments: [String]) throws {
    let run = try run(wizard, assignments)
    #expect(run.status == 0, "\(run.err)")
  }

  private func setUp() throws {
    try register("set-up-mail", ["host=127.0.0.1", "sender=billing@alta.example"])
    try register(
      "register-template",
      ["code=KB-01", "name=Invoice", "body=Dear ${customer.name}, ${total}"]
    )
  }

  private func mail(_ assignments: String..., lang: String = "en") throws -> Scratch.Run {
    try run("mail-invoices", assignments, lang: lang)
  }

  private func codes(of run: Scratch.Run) -> [String] {
    run.err.split(separator: "[").dropFirst().compactMap { part in
      part.split(separator: "]").first.map(String.init)
    }
  }

  @Test func `M1, M9: starts with a server and a template only`() throws {
    let bare = try mail()
    #expect(bare.status == 4 && codes(of: bare) == ["E-NO-SMTP", "E-NO-TEMPLATE"])
    try register("set-up-mail", ["host=127.0.0.1", "sender=billing@alta.example"])
    try register("register-template", ["code=X", "name=X", "kind=other", "body=X"])
    #expect(codes(of: try mail()) == ["E-NO-TEMPLATE"])
    try register("register-template", ["code=KB-01", "name=Invoice", "body=X"])
    let other = try mail("template=X", "dropIneligible=yes")
    #expect(other.status == 3 && codes(of: other) == ["E-TEMPLATE-TYPE"])
  }

  @Test func `M11: the acceptance example, step by step`() throws {
    try setUp()
    let bare = try mail("select=all")
    #expect(bare.status == 3)
    #expect(codes(of: bare) == ["E-NO-TEMPLATE-CHOSEN", "E-MAIL-MISSING", "E-POSTAL"])
    let chosen = try mail("template=KB-01")
    #expect(chosen.status == 3 && codes(of: chosen) == ["E-MAIL-MISSING", "E-POSTAL"])
    #expect(chosen.err.contains("CLI-0002") && chosen.err.contains("CLI-0003"))
    #expect(try scratch.count("mails") == 0)
    let before = try scratch.texts("SELECT company, postal_invoice, revision FROM customers")
    let sent = try mail("template=KB-01", "dropIneligible=yes")
    #expect(sent.status == 0 && sent.out == "ML-0001\n", "\(sent.err)")
    #expect(
      try scratch.texts("SELECT customer, email, mail_state FROM mails ORDER BY no") == [
        "1|a@aceros.example|queued", "4|d@dachs.example|queued",
      ]
    )
    // M8, M17: each invoice goes with its customer's mail.
    #expect(
      try scratch.texts("SELECT mail, invoice FROM dispatches ORDER BY no")
        == ["1|1", "1|2", "2|5"]
    )
    #expect(
      try scratch.texts("SELECT no FROM invoices WHERE delivery = 'email' ORDER BY no")
        == ["1", "2", "5"]
    )
    #expect(try scratch.texts("SELECT company, postal_invoice, revision FROM customers") == before)
    // M14: nothing of the cleaning is remembered.
    #expect(codes(of: try mail("template=KB-01")) == ["E-MAIL-MISSING", "E-POSTAL"])
    // M2, M13: the data mended, nobody has to be taken off.
    for (customer, change) in [
      ("CLI-0002", "email1=b@bauer.example"), ("CLI-0003", "postalInvoice=no"),
    ] {
      let edit = try scratch.alta(["edit", "customer", customer, "--set", change, "--yes"])
      #expect(edit.status == 0, "\(edit.err)")
    }
    let rest = try mail("template=KB-01")
    #expect(rest.status == 0, "\(rest.err)")
    #expect(try scratch.count("mails") == 4)
  }

  @Test func `M3: both reasons are told of one customer`() throws {
    try setUp()
    let edit = try scratch.alta([
      "edit", "customer", "CLI-0002", "--set", "postalInvoice=yes", "--yes",
    ])
    #expect(edit.status == 0)
    let run = try mail("template=KB-01", "customer=CLI-0002")
    #expect(codes(of: run) == ["E-MAIL-MISSING", "E-POSTAL"])
  }

  @Test func `M4: who has no e-mail address gets paper, unless it is said otherwise`() throws {
    for (name, email) in [("Ohne", ""), ("Mit", "x@mit.example")] {
      try register(
        "register-customer",
        ["companyType=other", "category=retail", "name=\(name)", "email1=\(email)"]
      )
    }
    #expect(
      try scratch.texts("SELECT postal_invoice FROM customers WHERE company > 4 ORDER BY company")
        == ["1", "0"]
    )
  }

  @Test func `M5, M6: what the filter finds can be selected`() throws {
    try setUp()
    let none = try mail("template=KB-01", "from=2027-01-01")
    #expect(none.status == 3 && codes(of: none) == ["E-NOTHING-SELECTED"])
    let foreign = try mail("template=KB-01", "customer=CLI-0001", "select=RE-2026-0005")
    #expect(foreign.status == 3 && codes(of: foreign) == ["E-NOT-LOADED"])
    let one = try mail("template=KB-01", "select=re-2026-0002")
    #expect(one.status == 0, "\(one.err)")
    #expect(try scratch.texts("SELECT invoice FROM dispatches") == ["2"])
  }

  @Test func `M15, M16: takes off customers and ranges, but not everybody`() throws {
    try setUp()
    let unknown = try mail("template=KB-01", "remove=CLI-0009,CLI-0002..CLI-0003")
    #expect(unknown.status == 3 && codes(of: unknown) == ["E-NOT-LISTED"])
    let empty = try mail("template=KB-01", "remove=CLI-0001..CLI-0004")
    #expect(empty.status == 3 && codes(of: empty) == ["E-NOTHING-TO-SEND"])
    let range = try mail("template=KB-01", "remove=CLI-0004, CLI-0002..CLI-0003")
    #expect(range.status == 0, "\(range.err)")
    #expect(try scratch.texts("SELECT customer FROM mails") == ["1"])
  }

  @Test func `M16: sends nothing before somebody says yes`() throws {
    try setUp()
    let run = try scratch.alta([
      "register", "mail-invoices", "--no-input", "--set", "template=KB-01", "--set",
      "dropIneligible=yes", "--lang", "de",
    ])
    #expect(run.status == 5 && codes(of: run) == ["Q-CONFIRM-SEND"])
    #expect(try scratch.count("mails") == 0)
  }

  @Test func `M19, M20: cancelled invoices are passed over, sent ones are marked`() throws {
    try setUp()
    try register("cancel-invoice", ["invoice=RE-2026-0001"])
    let first = try mail("template=KB-01", "customer=CLI-0001")
    #expect(first.status == 0 && first.err.contains("RE-2026-0001. [N-SKIPPED]"), "\(first.err)")
    #expect(try scratch.texts("SELECT invoice FROM dispatches") == ["2"])
    #expect(
      codes(of: try mail("template=KB-01", "customer=CLI-0001")).contains("E-NOTHING-SELECTED")
    )
    let again = try mail("template=KB-01", "customer=CLI-0001", "state=any")
    #expect(again.status == 0 && again.err.contains("RE-2026-0002. [N-ALREADY-QUEUED]"))
  }

  @Test func `M10: shows the text as the customer will read it, before anything is queued`() throws
  {
    try setUp()
    try register(
      "register-template",
      ["code=PRE", "name=Pre", "subject=S", "body=${customer.name}: ${total}, ${invoice.numbers}"]
    )
    let run = try scratch.alta([
      "register", "mail-invoices", "--set", "template=PRE", "--set", "customer=CLI-0001",
      "--dry-run",
      "--lang", "de",
    ])
    #expect(run.status == 0, "\(run.err)")
    #expect(!run.out.contains("${") && run.out.contains("RE-2026-0001, RE-2026-0002"), "\(run.out)")
    #expect(try scratch.count("mails") == 0)
  }

  @Test func `M21: an unknown placeholder is found when the template is registered`() throws {
    let run = try run(
      "register-template",
      ["code=T", "name=T", "body=Hola ${cliente}"],
      lang: "es"
    )
    #expect(run.status == 3 && codes(of: run) == ["E-PLACEHOLDER"])
    #expect(run.err.contains("${cliente}") && run.err.contains("${customer.name}"))
  }

  @Test func `M22: the text in the customer's language is taken`() throws {
    try setUp()
    for language in ["de", "es"] {
      try register(
        "register-template",
        ["code=KB-\(language)", "name=Invoice", "language=\(language)", "body=\(language)"]
      )
    }
    let run = try mail("template=KB-01", "dropIneligible=yes")
    #expect(run.status == 0)
    #expect(
      try scratch.texts("SELECT template, subject FROM mails ORDER BY no") == [
        "KB-es|Factura ${invoice.numbers}", "KB-de|Rechnung ${invoice.numbers}",
      ]
    )
  }
}
