import Procedures
import RecordStorage
import Testing
import WizardEngine

@Suite("A plain record")
struct PlainRecordTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func `is stored under its code or number`() throws {
    #expect(
      try office.register("register-employee", ["code": "E1", "name": "Meier"]).names(.employees)
        == ["E1"]
    )
    #expect(
      try office.register("register-contact", ["lastName": "Ruiz"]).names(.contacts) == ["CT-0001"]
    )
    #expect(
      try office.register(
        "register-company",
        ["companyType": "other", "name": "A", "country": "ES"]
      ).names(.companies) == ["CLI-0001"]
    )
  }

  @Test func `of a setting replaces the one that is there`() throws {
    try office.register("register-setting", ["key": "externalUsers.allowed", "value": "no"])
    try office.register("register-setting", ["key": "externalUsers.allowed", "value": "yes"])
    #expect(try office.store.count(of: .settings) == 1)
    #expect(try office.store.setting("externalUsers.allowed") == "true")
  }

  @Test func `cannot take what is taken`() throws {
    try office.register("register-employee", ["code": "E1", "name": "Meier"])
    #expect(
      try office.register("register-employee", ["code": "e1", "name": "Other"]).said
        == ["code E-ID-TAKEN"]
    )
    try office.register(
      "register-company",
      ["companyType": "public-body", "identifier": "X", "name": "Xavier"]
    )
    #expect(
      try office.register(
        "register-company",
        ["companyType": "public-body", "identifier": "x", "name": "xavier"]
      ).said == ["identifier E-ID-TAKEN", "name N-SAME-NAME"]
    )
  }

  @Test func `of a contact needs a name, an address or an employee`() throws {
    #expect(
      try office.register("register-contact", ["phone1": "+49301111111"]).said == [
        "E-CONTACT-EMPTY"
      ]
    )
    #expect(try office.register("register-contact", ["address1": "Jägerstr. 1"]).said == [])
    #expect(
      try office.register("register-contact", ["lastName": "A", "employeeCode": "E9"]).said
        == ["employeeCode E-EMPLOYEE"]
    )
  }

  @Test func `of a contact is a company's default once`() throws {
    try office.register(
      "register-company",
      ["companyType": "public-body", "identifier": "X", "name": "Xavier"]
    )
    let given: KeyValuePairs = ["company": "X", "lastName": "A", "default": "yes"]
    #expect(try office.register("register-contact", given).said == [])
    #expect(try office.register("register-contact", given).said == ["default E-DUPLICATE-ROW"])
    // Without a company there is nobody to be the default of.
    #expect(try office.register("register-contact", ["lastName": "A"]).said == [])
  }

  // MARK: From contact to external user

  @Test func `makes a stored contact an external user`() throws {
    try office.register("register-contact", ["lastName": "Ruiz", "email1": "ana@x.es"])
    let outcome = try office.register(
      "register-external-user",
      ["contact": "ct-1", "email": "Ana@X.es", "maxConnections": "3"]
    )
    #expect(outcome.said == [])
    let user = try #require(try office.store.externalUser(email: "ana@x.es"))
    #expect(
      user.texts("contact.lastName", "language", "maxConnections", "status")
        == ["Ruiz", "en", "3", "active"]
    )
    let again = try office.register(
      "register-external-user",
      ["contact": "CT-0001", "email": "ANA@x.es"]
    )
    #expect(again.said == ["contact E-EXTERNAL-TAKEN", "email E-EXTERNAL-TAKEN"])
    #expect(
      try office.register("register-external-user", ["contact": "CT-7", "email": "b@x.es"]).said
        == ["contact E-CONTACT"]
    )
    #expect(throws: StoreError.referenced(by: .externalUsers)) {
      try office.store.eraseContact(1, office.provenance(try Office.wizard("register-contact")))
    }
    #expect(
      Finding.Reason(.referenced(by: .externalUsers), registration: nil, caseKey: nil)
        == .inUse(record: "external-user")
    )
    try office.register("register-setting", ["key": "externalUsers.allowed", "value": "no"])
    try office.register("register-contact", ["lastName": "B"])
    #expect(
      try office.register("register-external-user", ["contact": "CT-0002", "email": "b@x.es"]).said
        == ["E-EXTERNAL-OFF"]
    )
  }

  // MARK: Editing

  private func edit(
    _ name: String,
    _ table: Table,
    _ record: Record,
    _ spelled: KeyValuePairs<String, String>
  ) throws -> Office.Outcome {
    let wizard = try Office.wizard(name)
    var answers = Answers(to: wizard)
    for answer in try PlainRecord.answers(of: record, in: wizard, store: office.store) {
      wizard.give(answer.text, to: answer.path, in: &answers, from: .record)
    }
    for (path, text) in spelled { wizard.give(text, to: path, in: &answers, from: .set) }
    let plan = wizard.plan(for: answers, on: today)
    let plain = PlainRecord(Registration(of: wizard, plan: plan), in: table)
    let findings = try plain.findings(in: office.store, editing: record)
    let problems = plan.problems.filter { $0.severity == .error }
    var outcome = Office.Outcome(
      said: problems.map { "\($0.path) \($0.code)" } + findings.map(\.spelled)
    )
    guard problems.isEmpty, !findings.contains(where: \.blocks) else { return outcome }
    let set = try plain.changeSet(editing: record, in: office.store)
    outcome.receipt = try office.store.commit(set, office.provenance(wizard))
    return outcome
  }

  @Test func `is changed with the form that registered it`() throws {
    try office.register(
      "register-company",
      ["companyType": "other", "name": "Aceros", "country": "ES"]
    )
    let company = try #require(try office.store.company(identifier: "CLI-0001"))
    let outcome = try edit("register-company", .companies, company, ["name": "Hierros"])
    #expect(outcome.said == [])
    #expect(
      try office.store.company(identifier: "CLI-0001")?.texts("name", "country", "companyType")
        == ["Hierros", "ES", "other"]
    )
    #expect(
      try edit("register-company", .companies, company, ["companyType": "public-body"]).said
        == ["companyType E-FROZEN"]
    )
  }

  @Test func `refers to other records by what people call them`() throws {
    try office.register(
      "register-company",
      ["companyType": "public-body", "identifier": "X", "name": "Xavier"]
    )
    try office.register("register-employee", ["code": "E1", "name": "Meier"])
    try office.register(
      "register-contact",
      ["company": "x", "employeeCode": "e1", "lastName": "Ruiz"]
    )
    let contact = try #require(try office.contact("CT-0001"))
    #expect(contact.texts("company.identifier", "employeeCode") == ["X", "E1"])
    #expect(try edit("register-contact", .contacts, contact, [:]).receipt?.rows.isEmpty == true)
    #expect(
      try edit("register-contact", .contacts, contact, ["company": "Y"]).said
        == ["company E-COMPANY"]
    )
    _ = try edit("register-contact", .contacts, contact, ["company": ""])
    #expect(try office.contact("CT-0001")?["company"].isNull == true)
    try office.register("register-contact", ["lastName": "Other"])
    try office.register("register-external-user", ["contact": "CT-0001", "email": "a@b.es"])
    let user = try #require(try office.store.externalUser(email: "a@b.es"))
    #expect(
      try edit("register-external-user", .externalUsers, user, ["contact": "CT-0002"]).said
        .contains("contact E-FROZEN")
    )
  }

  @Test func `has room for what an author adds, or says so`() throws {
    let fields = """
      stages:
        - stage: a
          title: A
          fields:
            - {field: lastName, type: text}
            - {field: code, type: text}
            - {field: name, type: text}
            - {field: colours, type: choices, options: [{code: red}, {code: blue}]}
        - stage: cars
          title: Cars
          list: {}
          fields: [{field: plate, type: text}]
      """
    let given = [
      ("lastName", "R"), ("code", "E1"), ("name", "N"), ("colours", "red,blue"),
      ("cars.1.plate", "007"),
    ].map { (key: $0.0, value: $0.1) }
    let contacts = try Office.wizard(yaml: "wizard: a\ntitle: A\nrecord: contact\n\(fields)")
    #expect(try office.register(contacts, given).said == [])
    let contact = try #require(try office.contact("CT-0001"))
    #expect(
      contact["attributes"].text
        == #"{"code":"E1","name":"N","colours":["red","blue"],"cars":[{"plate":"007"}]}"#
    )
    let answers = try PlainRecord.answers(of: contact, in: contacts, store: office.store)
    #expect(Set(answers) == Set(given.map { SpelledAnswer($0.key, $0.value) }))
    let employees = try Office.wizard(yaml: "wizard: a\ntitle: A\nrecord: employee\n\(fields)")
    #expect(
      try office.register(employees, given).said == [
        "lastName E-CONSTRAINT", "colours E-CONSTRAINT", "cars E-CONSTRAINT",
      ]
    )
  }

  @Test func `without a table is an entry with its answers as JSON`() throws {
    let wizard = try Office.wizard(
      yaml: """
        wizard: feedback
        title: Feedback
        stages:
          - stage: a
            title: A
            fields:
              - {field: company, type: record, of: company}
              - {field: score, type: integer}
              - {field: hidden, type: text, when: score < 3}
          - stage: notes
            title: Notes
            list: {}
            fields: [{field: text, type: memo}]
        """
    )
    let outcome = try office.register(
      wizard,
      [("score", "007"), ("hidden", "x"), ("notes.1.text", "a\"b"), ("notes.2.text", "c")]
    )
    #expect(outcome.receipt?.mainRow?.name == "EN-0001")
    let entry = try #require(try office.store.record(of: .entries, numbered: "EN-0001"))
    #expect(
      entry["answers"].text == #"{"score":"7","notes":[{"text":"a\"b"},{"text":"c"}]}"#
    )
    #expect(entry["wizard"].text == "feedback")
    #expect(try office.register(wizard, [("company", "X")]).said == ["company E-COMPANY"])
    #expect(Procedure(.record("entry")) == .entry)
  }
}
