import Foundation
import Testing

/// One customer through all five procedures, as the domain tells it.
@Suite("One customer, five procedures")
struct StoryTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func run(_ wizard: String, on today: String, _ assignments: [String]) throws
    -> Scratch.Run
  {
    try scratch.alta(
      ["register", wizard, "--yes", "--lang", "de", "--today", today]
        + assignments.flatMap { ["--set", $0] }
    )
  }

  /// Registers, and expects the names of what was made.
  private func register(
    _ wizard: String,
    on today: String = "2026-04-01",
    _ assignments: String...,
    makes name: String? = nil
  ) throws {
    let run = try run(wizard, on: today, assignments)
    #expect(run.status == 0, "\(run.err)")
    if let name { #expect(run.out == "\(name)\n") }
  }

  @Test func `is told to its end`() throws {
    let server = try MailServer()
    try register("register-article", "code=PRG", "name=Programm", "kind=programme", "price=89")
    try register(
      "register-programme",
      "code=GAR24",
      "name=Garantie",
      "kind=voucher",
      "article=PRG",
      "months=24"
    )
    try register(
      "register-component",
      "code=USER",
      "name=Benutzer",
      "kind=quantity",
      "unitPrice=10"
    )
    try register("register-plan", "code=BASIS", "name=Basis", "baseFee=49")
    try register("register-template", "code=KB-01", "name=Rechnung", "body=${invoice.numbers}")
    try register(
      "set-up-mail",
      "host=127.0.0.1",
      "port=\(server.port)",
      "sender=billing@alta.example",
      "user=alta",
      "caFile=\(server.folder)/ca.crt"
    )
    // 1: the company is a customer, and its contact an external user.
    try register(
      "register-customer",
      "companyType=other",
      "category=industry",
      "name=Aceros del Norte",
      "email1=info@aceros.example",
      "language=es",
      "contacts.1.kind=external",
      "contacts.1.firstName=Ana",
      "contacts.1.lastName=Ruiz",
      "contacts.1.email=ana@aceros.example",
      makes: "CLI-0001"
    )
    #expect(
      try scratch.texts("SELECT email, contact FROM external_users") == ["ana@aceros.example|1"]
    )
    // 2: a call makes a request and a contact, and no company.
    try register(
      "enter-contact",
      "firstName=Erika",
      "lastName=Mustermann",
      "country=DE",
      "phone1=+49 30 111111",
      "save=new",
      makes: "CR-0001"
    )
    #expect(try scratch.count("contacts") == 2 && scratch.count("companies") == 1)
    // 3: what is kept in the request changes no contact.
    try register("enter-contact", "request=CR-0001", "phone1=+49 30 222222", "save=request")
    #expect(try scratch.texts("SELECT phone1 FROM contacts WHERE no = 2") == ["+4930111111"])
    #expect(try scratch.texts("SELECT phone1 FROM requests") == ["+4930222222"])
    // 4: a programme goes to the only card without a question.
    try register("register-card", "customer=CLI-0001", "cardNumber=0815")
    try register(
      "sell-programme",
      "customer=CLI-0001",
      "programmes.1.programme=GAR24",
      makes: "RE-2026-0001"
    )
    #expect(try scratch.texts("SELECT net FROM invoices") == ["89.00"])
    #expect(
      try scratch.texts("SELECT card, starts_on, ends_on, status FROM entitlements")
        == ["1|2026-04-01|2028-04-01|active"]
    )
    // 5: a contract with three users is billed in advance.
    try register("register-contract", "customer=CLI-0001", "plan=BASIS", "startsOn=2026-04-01")
    try register(
      "book-component",
      "contract=V-0001",
      "component=USER",
      "action=add",
      "quantity=3",
      "startDate=2026-04-01"
    )
    try register("bill", "until=2026-04-01", makes: "RE-2026-0002")
    #expect(try scratch.texts("SELECT net FROM invoices WHERE no = 2") == ["79.00"])
    #expect(try scratch.texts("SELECT next_billing FROM contracts") == ["2026-05-01"])
    // 6: five users from the middle of the month: a credit note and a new invoice.
    try register(
      "book-component",
      on: "2026-04-16",
      "contract=V-0001",
      "component=USER",
      "action=change",
      "quantity=5",
      "validFrom=2026-04-16"
    )
    #expect(
      try scratch.texts("SELECT id, net FROM invoices WHERE no > 2 ORDER BY id")
        == ["GU-2026-0001|-15.00", "RE-2026-0003|25.00"]
    )
    try mailInvoices(through: server)
    // 8: what is frozen stays as it is.
    let frozen = try scratch.alta([
      "edit", "customer", "CLI-0001", "--set", "category=retail", "--yes",
    ])
    #expect(frozen.status == 6 && frozen.err.contains("[E-FROZEN]"), "\(frozen.err)")
    // 9: a customer is one once; that another company could be one is no reason.
    try register("register-company", "companyType=other", "name=Andere")
    let again = try run(
      "register-customer",
      on: "2026-04-16",
      ["mode=existing", "company=CLI-0001", "category=retail"]
    )
    #expect(again.status == 6 && again.err.contains("[E-ALREADY-CUSTOMER]"), "\(again.err)")
    // 10: without the invoice there is no entitlement.
    try register("cancel-invoice", on: "2026-04-16", "invoice=RE-2026-0001")
    #expect(
      try scratch.texts("SELECT status, ends_on FROM entitlements WHERE customer = 1") == [
        "ended|2026-04-16"
      ]
    )
  }

  /// 7: a customer who wants paper is in the way until it is taken off the list; then all documents of the
  /// other one go out in one mail.
  private func mailInvoices(through server: MailServer) throws {
    try register(
      "register-customer",
      "companyType=other",
      "category=retail",
      "name=Papier",
      "email1=p@papier.example",
      "postalInvoice=yes"
    )
    try register(
      "sell-programme",
      "customer=CLI-0002",
      "programmes.1.programme=GAR24",
      "unassigned=yes"
    )
    let refused = try run("mail-invoices", on: "2026-04-16", ["template=KB-01"])
    #expect(refused.status == 3 && refused.err.contains("[E-POSTAL]"), "\(refused.err)")
    try register("mail-invoices", on: "2026-04-16", "template=KB-01", "remove=CLI-0002")
    let sent = try scratch.alta(
      ["mail", "run"],
      variables: ["ALTA_SMTP_PASSWORD_FILE": "\(server.folder)/password"]
    )
    #expect(sent.status == 0, "\(sent.err)")
    try #require(server.mails.count == 1)
    let documents = try server.documents(of: server.mails[0])
    let titles = documents.compactMap { document in
      document.split(separator: "\n").first { $0.contains("-2026-") }.map(String.init)
    }
    #expect(
      titles.sorted() == [
        "Factura RE-2026-0001", "Factura RE-2026-0002", "Factura RE-2026-0003",
        "Factura rectificativa GU-2026-0001",
      ]
    )
  }
}
