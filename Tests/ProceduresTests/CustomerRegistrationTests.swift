import Procedures
import RecordStorage
import Testing
import WizardEngine

@Suite("Registering a customer")
struct CustomerRegistrationTests {
  let office: Office

  init() throws { office = try Office() }

  private func plain(_ name: String, contacts: KeyValuePairs<String, String> = [:]) throws
    -> Office.Outcome
  {
    let given: KeyValuePairs = [
      "companyType": "other", "category": "retail", "name": name, "country": "ES",
    ]
    return try office.register(
      try Office.wizard("register-customer"),
      Array(given) + Array(contacts)
    )
  }

  // MARK: Acceptance examples of domain.md 5.7

  @Test func `writes one company and one customer with the same key`() throws {
    let outcome = try office.register(
      "register-customer",
      [
        "companyType": "sl", "category": "retail", "identifier": "B58378431",
        "name": "Aceros del Norte",
      ]
    )
    #expect(outcome.said == [])
    #expect(try office.counts() == [1, 1, 0, 0, 0])
    #expect(outcome.names(.companies) == ["B58378431"])
    #expect(outcome.receipt?.mainRow?.table == .customers)
    let file = try #require(try office.store.customer(identifier: "b58378431"))
    #expect(
      file.company.texts("name", "companyType", "country", "origin", "status")
        == ["Aceros del Norte", "sl", "ES", "registration", "active"]
    )
    #expect(file.customer.texts("category", "language", "postalInvoice") == ["retail", "es", "1"])
  }

  @Test func `keeps what the type and the category bring along beside its owner`() throws {
    let outcome = try office.register(
      "register-customer",
      [
        "companyType": "gmbh", "category": "health", "registerCourt": "München",
        "registerNumber": "12345", "licenceNumber": "be-204711", "identifier": "DE136695976",
        "name": "Müller GmbH",
      ]
    )
    #expect(outcome.said == [])
    let file = try #require(try office.store.customer(identifier: "DE136695976"))
    #expect(
      file.company["attributes"].text
        == #"{"registerCourt":"München","registerType":"HRB","registerNumber":"12345"}"#
    )
    #expect(file.customer["attributes"].text == #"{"licenceNumber":"BE-204711"}"#)
  }

  @Test func `refuses what does not hold, and writes nothing`() throws {
    let outcome = try office.register(
      "register-customer",
      [
        "companyType": "sl", "category": "health", "licenceNumber": "204711",
        "identifier": "B58378431", "name": "A",
      ]
    )
    #expect(outcome.said == ["licenceNumber E-PATTERN"])
    #expect(try office.counts() == [0, 0, 0, 0, 0])
  }

  @Test func `draws identifiers from a mask, in turn and without gaps`() throws {
    let wizard = try Office.wizard("register-customer")
    #expect(try plain("First").names(.companies) == ["CLI-0001"])
    // A registration that is never committed draws nothing.
    let (registration, _) = try office.judge(
      wizard,
      ["companyType": "other", "category": "retail", "name": "Never"]
    )
    let set = try Procedure(wizard.ending)
      .changeSet(of: registration, at: occasion, in: office.store)
    _ = try office.store.commit(isRehearsal: true) { (set, office.provenance(wizard)) }
    #expect(try plain("Second").names(.companies) == ["CLI-0002"])
    #expect(
      try office.register(
        "register-customer",
        ["companyType": "public-body", "category": "retail", "name": "Own", "identifier": "X-9"]
      ).names(.companies) == ["X-9"]
    )
    #expect(
      try office.register(
        "register-customer",
        ["companyType": "public-body", "category": "retail", "name": "Drawn"]
      ).names(.companies) == ["PUB-0001"]
    )
    #expect(
      try office.register(
        "register-customer",
        ["companyType": "other", "category": "retail", "name": "N", "identifier": "CLI-0009"]
      ).said == ["identifier E-ID-LOCKED"]
    )
  }

  @Test func `takes an identifier once, without case, and names who has it`() throws {
    try office.register(
      "register-customer",
      ["companyType": "public-body", "category": "retail", "name": "First", "identifier": "Ab-1"]
    )
    let second = try office.judge(
      try Office.wizard("register-customer"),
      ["companyType": "public-body", "category": "retail", "name": "Other", "identifier": "aB-1"]
    ).0
    let findings = try Procedure.registerCustomer.findings(
      of: second,
      at: occasion,
      in: office.store
    )
    #expect(
      findings.map(\.reason) == [
        .identifierTaken(identifier: "Ab-1", name: "First", isCustomer: true)
      ]
    )
    #expect(findings.map(\.weight) == [.conflict])
  }

  @Test func `says that a name is there already, without blocking`() throws {
    _ = try plain("Müller")
    let second = try plain("muller ")
    #expect(second.said == ["name N-SAME-NAME"])
    #expect(second.receipt != nil)
  }

  @Test(arguments: [("sl", "A58818501", ["identifier N-ENTITY-TYPE"]), ("sa", "A58818501", [])])
  func `says when a Spanish NIF is of another entity`(
    type: String,
    nif: String,
    said: [String]
  ) throws {
    #expect(
      try office.register(
        "register-customer",
        ["companyType": type, "category": "retail", "name": "A", "identifier": nif]
      ).said == said
    )
  }

  // MARK: External users

  @Test func `registers contacts and external users`() throws {
    let outcome = try plain(
      "Aceros",
      contacts: [
        "contacts.1.kind": "external", "contacts.1.firstName": "Ana", "contacts.1.lastName": "Ruiz",
        "contacts.1.email": "Ana@Aceros.es", "contacts.1.default": "yes",
        "contacts.1.maxConnections": "2", "contacts.2.lastName": "Pérez",
      ]
    )
    #expect(outcome.said == [])
    #expect(try office.counts() == [1, 1, 2, 1, 0])
    let user = try #require(try office.store.externalUser(email: "ana@aceros.es"))
    #expect(
      user.texts("email", "language", "maxConnections", "status", "contact.lastName")
        == ["Ana@aceros.es", "es", "2", "active", "Ruiz"]
    )
    let contact = try #require(try office.contact("CT-0001"))
    #expect(
      contact.texts("firstName", "email1", "default", "company.name")
        == ["Ana", "Ana@aceros.es", "1", "Aceros"]
    )
    #expect(contact["attributes"].isNull)
  }

  @Test func `takes an external user's address once in the whole system`() throws {
    let external: KeyValuePairs = [
      "contacts.1.kind": "external", "contacts.1.lastName": "Ruiz",
      "contacts.1.email": "ana@aceros.es",
    ]
    _ = try plain("First", contacts: external)
    let second = try plain(
      "Second",
      contacts: [
        "contacts.1.kind": "external", "contacts.1.lastName": "R",
        "contacts.1.email": "ANA@Aceros.ES",
      ]
    )
    #expect(second.said == ["contacts.1.email E-EXTERNAL-TAKEN"])
    #expect(second.receipt == nil)
    let asContact = try plain(
      "Third",
      contacts: ["contacts.1.lastName": "R", "contacts.1.email": "ana@aceros.es"]
    )
    #expect(asContact.said == [])
    let twice = try plain(
      "Fourth",
      contacts: [
        "contacts.1.kind": "external", "contacts.1.lastName": "A", "contacts.1.email": "x@y.es",
        "contacts.2.kind": "external", "contacts.2.lastName": "B", "contacts.2.email": "X@y.es",
      ]
    )
    #expect(twice.said.contains("contacts.2.email E-DUPLICATE-ROW"))
  }

  @Test func `knows that a company has one default contact`() throws {
    let outcome = try plain(
      "A",
      contacts: [
        "contacts.1.lastName": "A", "contacts.1.default": "yes", "contacts.2.lastName": "B",
        "contacts.2.default": "yes",
      ]
    )
    #expect(outcome.said == ["contacts.2.default E-DUPLICATE-ROW"])
  }

  @Test func `has no external users where they are not allowed`() throws {
    try office.register("register-setting", ["key": "externalUsers.allowed", "value": "no"])
    let outcome = try plain(
      "A",
      contacts: [
        "contacts.1.kind": "external", "contacts.1.lastName": "A", "contacts.1.email": "a@b.es",
      ]
    )
    #expect(outcome.said == ["contacts.1.kind E-EXTERNAL-OFF"])
    let (registration, _) = try office.judge(try Office.wizard("register-customer"), [:])
    #expect(
      try Procedure.registerCustomer.withheldOptions(registration, in: office.store)
        == [SpelledAnswer("contacts.kind", "external")]
    )
    try office.register("register-setting", ["key": "externalUsers.allowed", "value": "yes"])
    #expect(try Procedure.registerCustomer.withheldOptions(registration, in: office.store) == [])
  }

  // MARK: From an existing company

  @Test func `makes a customer of a stored company`() throws {
    try office.register(
      "register-company",
      ["companyType": "public-body", "identifier": "X-1", "name": "Xavier"]
    )
    try office.register(
      "register-contact",
      ["company": "X-1", "lastName": "Ruiz", "email1": "r@x.es"]
    )
    #expect(try office.counts() == [1, 0, 1, 0, 0])
    let outcome = try office.register(
      "register-customer",
      [
        "mode": "existing", "company": "x-1", "category": "health", "licenceNumber": "BE-204711",
      ]
    )
    #expect(outcome.said == [])
    #expect(outcome.receipt?.mainRow?.name == "X-1")
    #expect(try office.counts() == [1, 1, 1, 0, 0])
    let file = try #require(try office.store.customer(identifier: "X-1"))
    #expect(file.contacts.map { $0.texts("lastName") } == [["Ruiz"]])
    #expect(file.customer["attributes"].text == #"{"licenceNumber":"BE-204711"}"#)
    let again = try office.register(
      "register-customer",
      ["mode": "existing", "company": "X-1", "category": "retail"]
    )
    #expect(again.said == ["company E-ALREADY-CUSTOMER"])
    let unknown = try office.register(
      "register-customer",
      ["mode": "existing", "company": "X-2", "category": "retail"]
    )
    #expect(unknown.said == ["company E-COMPANY"])
  }

  @Test func `needs types, categories and companies before it starts`() throws {
    let wizard = try Office.wizard("register-customer")
    func missing(_ mode: String?) throws -> [String] {
      try Procedure.registerCustomer.prerequisites(of: wizard, mode: mode, in: office.store)
        .map(\.code)
    }
    #expect(try missing(nil) == [])
    #expect(try missing("existing") == ["E-NO-COMPANY"])
    try office.register(
      "register-company",
      ["companyType": "public-body", "identifier": "X-1", "name": "Xavier"]
    )
    #expect(try missing("existing") == [])
    #expect(Procedure.registerCustomer.confirmation == .confirmFreeze)
  }

  // MARK: All or nothing

  @Test func `writes nothing when somebody was quicker`() throws {
    let wizard = try Office.wizard("register-customer")
    let given: KeyValuePairs = [
      "companyType": "other", "category": "retail", "name": "A", "contacts.1.kind": "external",
      "contacts.1.lastName": "A", "contacts.1.email": "ana@aceros.es",
    ]
    let (registration, _) = try office.judge(wizard, given)
    let set = try Procedure.registerCustomer.changeSet(
      of: registration,
      at: occasion,
      in: office.store
    )
    try office.register(wizard, Array(given))
    let before = try office.counts()
    var reason: Finding.Reason?
    do throws(StoreError) {
      try office.store.commit(set, office.provenance(wizard))
    } catch {
      reason = Finding.Reason(error, registration: registration, caseKey: nil)
    }
    #expect(reason == .externalUserTaken(email: "ana@aceros.es", holder: ""))
    #expect(try office.counts() == before)
    #expect(try plain("Next").names(.companies) == ["CLI-0002"])
  }

  @Test func `carries out a case once`() throws {
    let given: KeyValuePairs = ["companyType": "other", "category": "retail", "name": "A"]
    try office.register("register-customer", given, case: "1")
    #expect(throws: StoreError.conflict(.caseKey)) {
      try office.register("register-customer", given, case: "1")
    }
    #expect(try office.counts() == [1, 1, 0, 0, 0])
    #expect(Finding.Reason(.conflict(.caseKey), registration: nil, caseKey: "1") == .caseDone("1"))
  }

  @Test func `stores the same for the same answers`() throws {
    let wizard = try Office.wizard("register-customer")
    let given: KeyValuePairs = [
      "companyType": "sl", "category": "construction", "siteManager": "A",
      "insuranceUntil": "2027-01-01", "identifier": "B58378431", "name": "N", "phone1": "944000111",
      "contacts.1.lastName": "R",
    ]
    let sets = try (0..<3).map { _ in
      try Procedure.registerCustomer.changeSet(
        of: try office.judge(wizard, given).0,
        at: occasion,
        in: office.store
      )
    }
    #expect(sets[0] == sets[1])
    #expect(sets[1] == sets[2])
  }
}
