import Foundation
import Testing

/// Sending, against a real server with TLS and AUTH; the numbers are those of the rules.
@Suite("Sending invoices by e-mail")
struct MailRunTests {
  let scratch: Scratch

  /// Two customers, of whom the first has two invoices.
  init() throws {
    scratch = try Scratch()
    for (name, email, language) in [
      ("Müller & Söhne", "bad@mueller.example", "de"),
      ("Aceros del Norte", "a@aceros.example", "es"),
    ] {
      try register(
        "register-customer",
        [
          "companyType=other", "category=retail", "name=\(name)", "email1=\(email)",
          "language=\(language)",
        ]
      )
    }
    try register(
      "register-article",
      ["code=PRG", "name=Programme", "kind=programme", "price=1989"]
    )
    try register(
      "register-programme",
      ["code=P", "name=Programme", "kind=bonus", "article=PRG", "months=12"]
    )
    for customer in [1, 1, 2] {
      try register(
        "sell-programme",
        ["customer=CLI-000\(customer)", "programmes.1.programme=P", "unassigned=yes"]
      )
    }
    try register(
      "register-template",
      ["code=KB", "name=KB", "subject=Größe ${invoice.numbers}", "body=${customer.name}: ${total}"]
    )
  }

  private func register(_ wizard: String, _ assignments: [String]) throws {
    let run = try scratch.alta(
      ["register", wizard, "--yes", "--lang", "en", "--today", "2026-04-01"]
        + assignments.flatMap { ["--set", $0] }
    )
    #expect(run.status == 0, "\(run.err)")
  }

  /// Queues all invoices and sends them through a server.
  private func send(
    through server: MailServer,
    password: String? = nil,
    trusting ca: String? = nil
  ) throws -> Scratch.Run {
    try register(
      "set-up-mail",
      [
        "host=127.0.0.1", "port=\(server.port)", "sender=billing@alta.example", "user=alta",
        "caFile=\(ca ?? "\(server.folder)/ca.crt")",
      ]
    )
    if try scratch.count("mails") == 0 { try register("mail-invoices", ["template=KB"]) }
    return try run(password: password ?? "\(server.folder)/password")
  }

  private func run(password: String) throws -> Scratch.Run {
    try scratch.alta(
      ["mail", "run", "--lang", "en"],
      variables: ["ALTA_SMTP_PASSWORD_FILE": password]
    )
  }

  private var states: [String] {
    get throws { try scratch.texts("SELECT mail_state, attempts FROM mails ORDER BY no") }
  }

  @Test func `M8, M17, M21: one mail for each customer, with its invoices, in its language`() throws
  {
    let server = try MailServer()
    let run = try send(through: server)
    #expect(run.status == 0, "\(run.err)")
    #expect(try states == ["sent|1", "sent|1"])
    let mails = server.mails
    try #require(mails.count == 2)
    #expect(mails[0].contains("To: <bad@mueller.example>") && mails[0].contains("=?utf-8?B?"))
    let documents = try server.documents(of: mails[0]) + server.documents(of: mails[1])
    try #require(documents.count == 3)
    #expect(documents[0].contains("Rechnung RE-2026-0001"))
    #expect(documents[0].contains("Müller & Söhne") && documents[0].contains("2.366,91 €"))
    #expect(documents[1].contains("Rechnung RE-2026-0002"))
    #expect(documents[2].contains("Factura RE-2026-0003") && documents[2].contains("2366,91 €"))
    #expect(
      try scratch.texts("SELECT body FROM mails ORDER BY no")
        == ["Müller & Söhne: 4.733,82 €", "Aceros del Norte: 2366,91 €"]
    )
    #expect(try scratch.texts("SELECT count(*) FROM invoices WHERE last_sent_at IS NULL") == ["0"])
    // What was sent is not sent again.
    #expect(try self.run(password: "\(server.folder)/password").status == 0)
    #expect(server.mails.count == 2)
    let again = try scratch.alta([
      "register", "mail-invoices", "--set", "template=KB", "--set", "state=any", "--dry-run",
    ])
    #expect(
      again.status == 0 && again.err.contains("RE-2026-0003. [N-ALREADY-SENT]"),
      "\(again.err)"
    )
  }

  @Test func `M18: one refusal does not stop the others, and can be repeated alone`() throws {
    let refusing = try MailServer(mode: "refuse")
    let run = try send(through: refusing)
    #expect(run.status == 8 && run.err.contains("ML-0001") && run.err.contains("550"), "\(run.err)")
    #expect(try states == ["failed|1", "sent|1"])
    try register("mail-invoices", ["template=KB", "state=failed"])
    #expect(
      try scratch.texts("SELECT invoice FROM dispatches WHERE mail = 3 ORDER BY no") == ["1", "2"]
    )
    let server = try MailServer()
    #expect(try send(through: server).status == 0)
    #expect(try states == ["failed|1", "sent|1", "sent|1"])
  }

  @Test func `a mail refused for now is tried again later`() throws {
    let server = try MailServer(mode: "later")
    let run = try send(through: server)
    #expect(run.status == 8)
    #expect(try states == ["queued|1", "queued|1"])
    #expect(
      try self.run(password: "\(server.folder)/password").err.contains("Nothing is sent before")
    )
    #expect(server.mails.isEmpty)
  }

  @Test func `a mail that nobody knows of is listed, and sent again only when somebody says so`()
    throws
  {
    let server = try MailServer(mode: "vanish")
    let run = try send(through: server)
    #expect(run.status == 8 && run.err.contains("mail resolve ML-0001 sent"), "\(run.err)")
    #expect(try states == ["unknown|1", "unknown|1"])
    #expect(try self.run(password: "\(server.folder)/password").status == 0)
    #expect(server.mails.count == 2)
    #expect(try scratch.alta(["mail", "resolve", "ML-0001", "sent"]).status == 0)
    #expect(try scratch.alta(["mail", "resolve", "ML-0001", "sent"]).status == 6)
    #expect(try scratch.alta(["mail", "resolve", "ML-0002", "perhaps"]).status == 2)
    #expect(try scratch.alta(["mail", "resolve", "ML-0002", "again"]).status == 0)
    #expect(try states == ["sent|1", "queued|1"])
    let good = try MailServer()
    #expect(try send(through: good).status == 0)
    #expect(try states == ["sent|1", "sent|2"])
  }

  @Test(arguments: [
    "plain", "other-name", "stranger", "unknown-authority", "expired", "injected",
  ])
  func `never says who it is over a line that is not safe`(mode: String) throws {
    let server = try MailServer(mode: mode == "unknown-authority" ? "ok" : mode)
    let run = try send(
      through: server,
      trusting: mode == "unknown-authority" ? "/etc/ssl/certs/ca-certificates.crt" : nil
    )
    #expect(run.status == 9, "\(run.err)")
    #expect(server.log.isEmpty)
    #expect(try states == ["queued|0", "queued|0"])
  }

  /// As if somebody had written it into the store, as no answer may have such texts.
  @Test func `no text of any record ends a header or a mail, or says anything to the server`()
    throws
  {
    let evil =
      "x\r\n.\r\nMAIL FROM:<evil@x.example>\r\nRCPT TO:<evil@x.example>\r\nDATA\r\nBcc: evil@x.example"
    let columns = [
      "companies": ["name", "address1", "address2", "postal_code", "city"],
      "invoice_lines": ["text"], "templates": ["subject", "body"],
    ]
    for (table, columns) in columns {
      for column in columns {
        _ = try scratch.texts("UPDATE \(table) SET \(column) = '\(evil)' RETURNING 1")
      }
    }
    let server = try MailServer()
    let run = try send(through: server)
    #expect(run.status == 0, "\(run.err)")
    let words = server.log.map { $0.split(separator: " ")[0] }
    #expect(words.count { $0 == "MAIL" } == 2 && words.count { $0 == "ACCEPT" } == 2)
    #expect(!server.log.contains { $0.contains("evil") }, "\(server.log)")
    #expect(server.mails.count == 2)
    for mail in server.mails {
      let head = mail.components(separatedBy: "\r\n\r\n")[0]
      #expect(!head.lowercased().contains("\nbcc:"))
    }
    // An address is no word for the server either.
    try register("mail-invoices", ["template=KB", "state=any"])
    _ = try scratch.texts("UPDATE mails SET email = '\(evil)' WHERE no > 2 RETURNING 1")
    #expect(try self.run(password: "\(server.folder)/password").status == 8)
    #expect(server.mails.count == 2 && !server.log.contains { $0.contains("evil") })
  }

  @Test func `M19: an invoice that is cancelled while it waits is not sent`() throws {
    let server = try MailServer()
    try register("set-up-mail", ["host=127.0.0.1", "port=\(server.port)", "sender=b@alta.example"])
    try register("mail-invoices", ["template=KB"])
    for number in [1, 3] { try register("cancel-invoice", ["invoice=RE-2026-000\(number)"]) }
    let run = try send(through: server)
    #expect(run.status == 8 && run.err.contains("cancelled"), "\(run.err)")
    #expect(try states == ["sent|1", "failed|0"])
    try #require(server.mails.count == 1)
    #expect(try server.documents(of: server.mails[0]).count == 1)
    #expect(
      try scratch.texts("SELECT body FROM mails ORDER BY no LIMIT 1") == [
        "Müller & Söhne: 2.366,91 €"
      ]
    )
    // Nothing says that it was sent.
    #expect(try scratch.texts("SELECT invoice FROM dispatches") == ["2"])
    #expect(
      try scratch.texts("SELECT no FROM invoices WHERE delivery IS NOT NULL ORDER BY no") == ["2"]
    )
  }

  @Test func `documents say who issues them, for which time, and until when to pay`() throws {
    try register(
      "set-up-issuer",
      [
        "name=Alta, GmbH", "address1=Musterweg 12", "postalCode=10115", "city=Berlin", "country=DE",
        "taxNumber=30/123/45678", "paymentDays=14", "iban=DE89370400440532013000",
      ]
    )
    // What is set stays set, where nothing else is said.
    try register("set-up-issuer", ["vatId=DE136695976"])
    try register("set-up-issuer", ["phone=+49301234567"])
    try register("set-up-issuer", ["phone=-"])
    #expect(try scratch.texts("SELECT value FROM settings WHERE key = 'issuer.phone'") == [""])
    let server = try MailServer()
    let run = try send(through: server)
    #expect(run.status == 0, "\(run.err)")
    let mail = try #require(server.mails.first)
    #expect(!mail.contains("From: Alta, GmbH") && mail.contains("<billing@alta.example>"))
    let document = try #require(try server.documents(of: mail).first)
    for text in [
      "Alta, GmbH", "Musterweg 12", "10115 Berlin", "USt-IdNr.: DE136695976",
      "Steuernummer: 30/123/45678", "IBAN: DE89 3704 0044 0532 0130 00", "Leistungsdatum",
      "15.04.2026",
    ] {
      #expect(document.contains(text), "\(document)")
    }
  }

  @Test func `only one run sends at a time`() throws {
    let server = try MailServer(mode: "ok")
    let first = try send(through: server)
    #expect(first.status == 0)
    try register("mail-invoices", ["template=KB", "state=any"])
    let run = try scratch.bash(
      "for _ in 1 2 3 4; do alta mail run --lang en & done; wait",
      variables: ["ALTA_SMTP_PASSWORD_FILE": "\(server.folder)/password"]
    )
    #expect(run.status == 0, "\(run.err)")
    #expect(server.mails.count == 4)
    #expect(try states == ["sent|1", "sent|1", "sent|1", "sent|1"])
  }

  @Test func `a wrong or missing password stops the run, and nothing is lost`() throws {
    let server = try MailServer(mode: "wrong-password")
    let wrong = try send(through: server)
    #expect(wrong.status == 9 && !wrong.all.contains("s3cret"), "\(wrong.err)")
    #expect(try run(password: "/nowhere").status == 9)
    #expect(try states == ["queued|0", "queued|0"])
    #expect(server.mails.isEmpty)
  }
}
