import RecordStorage
import Testing

func draft(_ id: String, savedAt: String = now) -> Draft {
  Draft(
    id: id,
    wizard: "register-customer",
    wizardVersion: 1,
    answers: "{\"name\":\"Ü\"}",
    position: "contacts/2",
    language: "de",
    savedAt: savedAt
  )
}

@Suite("An update")
struct UpdateTests {
  let workspace: Workspace
  let store: Store
  let company: Record

  init() throws {
    workspace = try Workspace()
    store = try workspace.store()
    try store.commit(customer("A-1", contacts: ["a@b.es"]), provenance())
    company = try #require(try store.company(identifier: "A-1"))
  }

  func update(_ record: Record, strictly: Bool = true, _ texts: [String: String]) -> ChangeSet {
    var row = AlteredRow(record, isStrict: strictly)
    for (key, text) in texts { row.set(.text(text), for: key) }
    var set = ChangeSet()
    set.update(row)
    return set
  }

  @Test func `changes columns, their search keys, the revision and the history`() throws {
    try store.commit(update(company, ["name": "Łódź Maße", "city": "Köln"]), provenance())
    let now = try #require(try store.company(identifier: "A-1"))
    #expect(now["city"] == .text("Köln"))
    #expect(now.revision == 2)
    #expect(try store.companies(named: "lodz masse").map(\.key) == [company.key])
    #expect(try store.companies(named: "Müller GmbH").isEmpty)
    let history = try store.history(of: .companies, key: company.key)
    #expect(history.count == 1)
    #expect(history.first?.before == ["name": .text("Müller GmbH"), "city": .null])
    #expect(history.first?.after == ["name": .text("Łódź Maße"), "city": .text("Köln")])
    #expect(history.first?.command == "register")
  }

  @Test func `that alters nothing leaves revision and history alone`() throws {
    try store.commit(update(company, ["name": "Müller GmbH"]), provenance())
    #expect(try store.company(identifier: "A-1")?.revision == 1)
    #expect(try store.history(of: .companies, key: company.key).isEmpty)
  }

  @Test func `is stale after another one`() throws {
    try store.commit(update(company, ["city": "Bonn"]), provenance())
    let stale = StoreError.stale(table: .companies, key: company.key)
    #expect(throws: stale) { try store.commit(update(company, ["name": "B"]), provenance()) }
    #expect(throws: stale) {
      try store.commit(update(company, strictly: false, ["city": "Ulm"]), provenance())
    }
    try store.commit(update(company, strictly: false, ["name": "B"]), provenance())
    #expect(try store.company(identifier: "a-1")?["name"] == .text("B"))
    #expect(try store.company(identifier: "a-1")?["city"] == .text("Bonn"))
  }

  @Test func `keeps identifiers unique`() throws {
    try store.commit(customer("A-2"), provenance())
    #expect(throws: StoreError.conflict(.companyIdentifier)) {
      try store.commit(update(company, ["identifier": "a-2"]), provenance())
    }
    let receipt = try store.commit(update(company, ["identifier": "Z-9"]), provenance())
    #expect(receipt.rows.map(\.name) == ["Z-9"])
    #expect(try store.company(identifier: "z-9")?.key == company.key)
  }

  @Test func `may refer to a row of its own set`() throws {
    try store.commit(call(lastName: "Muster", contact: false), provenance())
    let request = try #require(try store.record(of: .requests, numbered: "CR-0001"))
    var set = ChangeSet()
    let contact = set.insert(row(in: .contacts, ["lastName": "Muster"]))
    var linked = AlteredRow(request)
    linked.set(.row(contact), for: "contact")
    set.update(linked)
    let receipt = try store.commit(set, provenance())
    #expect(try store.record(of: .requests, numbered: "cr-1")?["contact"] == receipt.rows[0].key)
  }

  @Test func `cannot touch what the store keeps itself`() {
    var row = AlteredRow(company)
    for key in ["no", "revision", "createdAt", "idKey", "nope", "company.name"] {
      #expect(row.set(.text("x"), for: key) == false)
    }
    #expect(row.alterations.isEmpty)
  }

  @Test func `of a removed record finds none; a removal is in the history`() throws {
    let contact = try #require(try store.record(of: .contacts, numbered: "CT-0001"))
    var removal = ChangeSet()
    removal.delete(contact)
    try store.commit(removal, provenance())
    #expect(throws: StoreError.missing(table: .contacts, key: contact.key)) {
      try store.commit(update(contact, ["city": "x"]), provenance())
    }
    let history = try store.history(of: .contacts, key: contact.key)
    #expect(history.first?.before["lastName"] == .text("Ruiz"))
    #expect(history.first?.after == [:])
    let next = try store.commit(call(lastName: "Neu", contact: true), provenance())
    #expect(next.rows.first?.name == "CT-0002")
    var company = ChangeSet()
    company.delete(self.company)
    let error = #expect(throws: StoreError.self) { try store.commit(company, provenance()) }
    #expect(error == .constraint(.reference, place: ""))
  }
}

@Suite("A generated identifier")
struct MaskTests {
  let workspace: Workspace
  let store: Store
  let mask = Mask(prefix: "CLI-", width: 4, suffix: "", counter: "mask:CLI-000X")

  init() throws {
    workspace = try Workspace()
    store = try workspace.store()
  }

  func generate() throws -> String? {
    let row = row(
      in: .companies,
      ["name": "A", "companyType": "other"],
      ["identifier": .masked(mask)]
    )
    return try store.commit(inserting(row), provenance()).rows.first?.name
  }

  @Test func `counts, skips taken ones and leaves no gap`() throws {
    #expect(try generate() == "CLI-0001")
    try store.commit(customer("cli-0002"), provenance())
    try store.commit(customer("CLI-0003"), provenance())
    let row = row(
      in: .companies,
      ["name": "A", "companyType": "other"],
      ["identifier": .masked(mask)]
    )
    #expect(try store.rehearse(inserting(row), provenance())?.rows.first?.name == "CLI-0004")
    #expect(throws: StoreError.conflict(.companyIdentifier)) {
      try store.commit(inserting(row, company("CLI-0004")), provenance())
    }
    #expect(try generate() == "CLI-0004")
    let two = try store.commit(inserting(row, row), provenance())
    #expect(two.rows.map(\.name) == ["CLI-0005", "CLI-0006"])
  }

  @Test(arguments: [
    (4, Int64(9), "CLI-0009"), (4, 9999, "CLI-9999"), (4, 10000, "CLI-10000"), (0, 7, "CLI-7"),
    (Int.max, 1, "CLI-000000000000000001"),
  ])
  func `is filled with zeros and grows beyond its width`(
    width: Int,
    number: Int64,
    expected: String
  ) {
    let mask = Mask(prefix: "CLI-", width: width, suffix: "", counter: "c")
    #expect(mask.identifier(number) == expected)
  }

  @Test(arguments: [
    ("CT-0001", Int64(1)), ("ct-1", 1), (" CT-10000 ", 10000), ("CT-", nil), ("CT-0", nil),
    ("CT--1", nil), ("CR-1", nil), ("CT-١", nil), ("CT-99999999999999999999", nil), ("", nil),
  ])
  func `of a contact is read back`(text: String, number: Int64?) {
    #expect(RecordNumber.number(text, of: .contacts) == number)
  }
}
