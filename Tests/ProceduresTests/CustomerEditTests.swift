import Procedures
import RecordStorage
import Testing
import WizardEngine

@Suite("Editing a customer")
struct CustomerEditTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.register(
      "register-customer",
      [
        "companyType": "public-body", "category": "health", "licenceNumber": "BE-204711",
        "identifier": "M-2001", "name": "Müller", "country": "DE", "phone1": "030 123456",
        "postalInvoice": "yes", "contacts.1.kind": "external", "contacts.1.firstName": "Ana",
        "contacts.1.lastName": "Ruiz", "contacts.1.email": "ana@aceros.es",
        "contacts.1.default": "yes", "contacts.1.licence": "L-1", "contacts.2.lastName": "Pérez",
        "contacts.2.email": "perez@aceros.es", "contacts.2.role": "Buyer",
      ]
    )
  }

  private func file() throws -> CustomerFile {
    try #require(try office.store.customer(identifier: "M-2001"))
  }

  private func written(_ outcome: Office.Outcome) -> [String] {
    outcome.receipt?.rows.map { "\($0.table) \($0.name)" } ?? []
  }

  @Test func `shows the form as it was filled in, and changes nothing by itself`() throws {
    let wizard = try Office.wizard("register-customer")
    let answers = CustomerEdit.answers(of: try file(), in: wizard)
    let spelled = Dictionary(answers.map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    #expect(spelled["licenceNumber"] == "BE-204711")
    #expect(spelled["postalInvoice"] == "true")
    #expect(spelled["phone1"] == "+4930123456")
    #expect(spelled["contacts.1.kind"] == "external")
    #expect(spelled["contacts.1.licence"] == "L-1")
    #expect(spelled["contacts.2.kind"] == "contact")
    #expect(spelled["contacts.2.email"] == "perez@aceros.es")
    let outcome = try office.editCustomer("M-2001")
    #expect(outcome.said == [])
    #expect(outcome.receipt?.rows.isEmpty == true)
  }

  @Test func `changes company and customer, and keeps a history`() throws {
    let outcome = try office.editCustomer(
      "M-2001",
      ["name": "Müller & Co", "postalInvoice": "no", "licenceNumber": "BY-000001", "phone1": ""]
    )
    #expect(outcome.said == [])
    #expect(written(outcome) == ["companies M-2001", "customers M-2001"])
    let file = try file()
    #expect(file.company.texts("name", "phone1") == ["Müller & Co", ""])
    #expect(file.customer["attributes"].text == #"{"licenceNumber":"BY-000001"}"#)
    let history = try office.store.history(of: .companies, key: file.company.key)
    #expect(history.map { $0.before["name"] } == [.text("Müller")])
    #expect(history.map { $0.after["name"] } == [.text("Müller & Co")])
  }

  @Test(arguments: [
    (["companyType": "other"], "companyType E-FROZEN"),
    (["category": "retail"], "category E-FROZEN"),
    (["mode": "existing", "company": "M-2001"], "mode E-FROZEN"),
  ])
  func `refuses what is frozen`(given: [String: String], said: String) throws {
    let wizard = try Office.wizard("register-customer")
    var answers = Answers(to: wizard)
    for answer in CustomerEdit.answers(of: try file(), in: wizard) {
      wizard.give(answer.text, to: answer.path, in: &answers, from: .record)
    }
    for (path, text) in given { wizard.give(text, to: path, in: &answers, from: .set) }
    let plan = wizard.plan(for: answers, on: today)
    let edit = CustomerEdit(of: try file(), to: Registration(of: wizard, plan: plan))
    #expect(try edit.findings(in: office.store).map(\.spelled).contains(said))
  }

  @Test func `keeps a drawn identifier, and refuses another`() throws {
    try office.register(
      "register-customer",
      ["companyType": "other", "category": "retail", "name": "Drawn"]
    )
    let renamed = try office.editCustomer("CLI-0001", ["name": "Other"])
    #expect(renamed.said == [])
    #expect(written(renamed) == ["companies CLI-0001"])
    #expect(
      try office.editCustomer("CLI-0001", ["identifier": "CLI-0002"]).said
        == ["identifier E-ID-LOCKED"]
    )
    #expect(
      written(try office.editCustomer("M-2001", ["identifier": "M-2002"])) == ["companies M-2002"]
    )
  }

  @Test func `adds, changes and removes contacts`() throws {
    let added = try office.editCustomer(
      "M-2001",
      ["contacts.3.lastName": "Neu", "contacts.2.role": "Head"]
    )
    #expect(written(added) == ["contacts CT-0002", "contacts CT-0003"])
    #expect(try office.contact("CT-0002")?.texts("role", "company.name") == ["Head", "Müller"])
    let removed = try office.editCustomer("M-2001", removing: [2])
    #expect(removed.said == [])
    #expect(try office.contact("CT-0002")?.texts("status") == ["inactive"])
    // What stays keeps its record, though its place in the form is another one.
    let moved = try office.editCustomer("M-2001", ["contacts.2.role": "Chief"])
    #expect(written(moved) == ["contacts CT-0003"])
  }

  @Test func `disables the user of a contact that goes or is a plain one now`() throws {
    let plain = try office.editCustomer("M-2001", ["contacts.1.kind": "contact"])
    #expect(plain.said == ["N-USER-DISABLED"])
    #expect(try office.store.externalUser(email: "ana@aceros.es")?.texts("status") == ["inactive"])
    #expect(try office.contact("CT-0001")?.texts("status") == ["active"])
    // The address stays reserved, but its own contact may use it again.
    let other = try office.editCustomer(
      "M-2001",
      [
        "contacts.2.kind": "external", "contacts.2.email": "ana@aceros.es",
        "contacts.2.language": "es", "contacts.1.email": "a@b.es",
      ]
    )
    #expect(other.said == ["contacts.2.email E-EXTERNAL-TAKEN"])
    let back = try office.editCustomer(
      "M-2001",
      ["contacts.1.kind": "external", "contacts.1.language": "es"]
    )
    #expect(back.said == [])
    #expect(try office.store.externalUser(email: "ana@aceros.es")?.texts("status") == ["active"])
    let removed = try office.editCustomer("M-2001", removing: [1])
    #expect(removed.said == ["N-USER-DISABLED"])
    #expect(try office.contact("CT-0001")?.texts("status", "default") == ["inactive", "0"])
  }

  @Test func `hands the default from one contact to another`() throws {
    let outcome = try office.editCustomer(
      "M-2001",
      ["contacts.1.default": "no", "contacts.2.default": "yes"]
    )
    #expect(outcome.said == [])
    let back = try office.editCustomer(
      "M-2001",
      ["contacts.1.default": "yes", "contacts.2.default": "no"]
    )
    #expect(back.said == [])
    let replaced = try office.editCustomer(
      "M-2001",
      ["contacts.2.default": "yes"],
      removing: [1]
    )
    #expect(replaced.said == ["N-USER-DISABLED"])
    #expect(try office.contact("CT-0002")?.texts("default") == ["1"])
  }

  @Test func `checks the address of a user again`() throws {
    try office.register(
      "register-customer",
      [
        "companyType": "other", "category": "retail", "name": "Second",
        "contacts.1.kind": "external", "contacts.1.lastName": "B", "contacts.1.email": "b@b.es",
      ]
    )
    #expect(
      try office.editCustomer("M-2001", ["contacts.1.email": "B@b.es"]).said
        == ["contacts.1.email E-EXTERNAL-TAKEN"]
    )
    let moved = try office.editCustomer("M-2001", ["contacts.1.email": "new@aceros.es"])
    #expect(moved.said == [])
    #expect(try office.store.externalUser(email: "new@aceros.es") != nil)
    #expect(try office.store.externalUser(email: "ana@aceros.es") == nil)
  }

  @Test func `does not trouble users who are there when no new ones are allowed`() throws {
    try office.register("register-setting", ["key": "externalUsers.allowed", "value": "no"])
    #expect(try office.editCustomer("M-2001", ["name": "Other"]).said == [])
    #expect(
      try office.editCustomer(
        "M-2001",
        ["contacts.2.kind": "external", "contacts.2.language": "es"]
      ).said == ["contacts.2.kind E-EXTERNAL-OFF"]
    )
  }

  @Test func `notices that somebody else was quicker`() throws {
    let wizard = try Office.wizard("register-customer")
    let stored = try file()
    var answers = Answers(to: wizard)
    for answer in CustomerEdit.answers(of: stored, in: wizard) {
      wizard.give(answer.text, to: answer.path, in: &answers, from: .record)
    }
    wizard.give("Mine", to: "name", in: &answers, from: .set)
    let registration = Registration(of: wizard, plan: wizard.plan(for: answers, on: today))
    let set = CustomerEdit(of: stored, to: registration).changeSet
    _ = try office.editCustomer("M-2001", ["name": "Theirs"])
    #expect(throws: StoreError.stale(table: .companies, key: stored.company.key)) {
      try office.store.commit(set, office.provenance(wizard))
    }
  }

  @Test func `keeps what the wizard does not know`() throws {
    let wizard = try Office.wizard("register-customer")
    let stored = try file()
    var row = AlteredRow(stored.customer)
    row.set(
      .text(#"{"old":["a","b"],"licenceNumber":"BE-204711","deep":{"x":1.50}}"#),
      for: "attributes"
    )
    var set = ChangeSet()
    set.update(row)
    try office.store.commit(set, office.provenance(wizard))
    #expect(try office.editCustomer("M-2001").receipt?.rows.isEmpty == true)
    _ = try office.editCustomer("M-2001", ["licenceNumber": "BY-000001"])
    #expect(
      try file().customer["attributes"].text
        == #"{"old":["a","b"],"licenceNumber":"BY-000001","deep":{"x":1.50}}"#
    )
  }

  @Test func `registers the same customer anew from its answers`() throws {
    let wizard = try Office.wizard("register-customer")
    try office.register(
      "register-customer",
      ["companyType": "other", "category": "retail", "name": "Drawn"]
    )
    let drawn = try #require(try office.store.customer(identifier: "CLI-0001"))
    let answers = CustomerEdit.answers(of: drawn, in: wizard, isForFile: true)
    #expect(!answers.contains { $0.path == "identifier" })
    let again = try office.register(wizard, answers.map { (key: $0.path, value: $0.text) })
    #expect(again.said == ["name N-SAME-NAME"])
    #expect(again.names(.companies) == ["CLI-0002"])
  }
}
