import RecordStorage
import Testing

@Suite("A commit")
struct CommitTests {
  let workspace: Workspace
  let store: Store

  init() throws {
    workspace = try Workspace()
    store = try workspace.store()
  }

  @Test func `writes linked records with keys, initial values and provenance`() throws {
    let set = customer("M-2001", contacts: ["Ana@Aceros.es"], areExternal: true)
    let receipt = try store.commit(set, provenance(case: "7"))
    #expect(receipt.rows.map(\.name) == ["M-2001", "M-2001", "CT-0001", "Ana@Aceros.es"])
    #expect(receipt.mainRow?.table == .customers)
    let file = try #require(try store.customer(identifier: "m-2001"))
    #expect(file.company["status"] == .text("active"))
    #expect(file.customer["company.name"] == .text("Müller GmbH"))
    #expect(file.customer["postalInvoice"] == .integer(0))
    #expect(file.contacts.map(\.name) == ["CT-0001"])
    #expect(file.externalUsers.first?["contact.lastName"] == .text("Ruiz"))
    #expect(file.externalUsers.first?["maxConnections"] == .integer(1))
    for record in [file.company, file.customer] + file.contacts + file.externalUsers {
      #expect(record["createdAt"] == .text(now))
      #expect(record["createdBy"] == .text("ana"))
      #expect(record["wizard"] == .text("register-customer"))
      #expect(record["wizardVersion"] == .integer(1))
      #expect(record["createdLanguage"] == .text("es"))
      #expect(record["source"] == .text("dialogue"))
      #expect(record["case"] == .text("7"))
      #expect(record.revision == 1)
    }
  }

  @Test(arguments: Table.allCases)
  func `fills every table and finds the row by its key`(table: Table) throws {
    var set = customer("A-1", contacts: ["a@b.es"], areExternal: true)
    set.insert(row(in: .employees, ["code": "E1", "name": "Eva"]))
    set.insert(row(in: .requests, ["openedAt": now], ["contact": .row(2)]))
    set.insert(row(in: .entries, ["answers": "{}"]))
    set.insert(row(in: .settings, ["key": "externalUsers.allowed", "value": "no"]))
    for row in sale(to: .row(0), from: 8) + billing(of: .row(0), from: 17)
      + mailing(to: .row(0), of: .row(14), from: 25)
    {
      set.insert(row)
    }
    let receipt = try store.commit(set, provenance())
    let written = try #require(receipt.rows.first { $0.table == table })
    let record = try #require(try store.record(of: table, key: written.key))
    #expect(record.name == written.name)
    #expect(try store.count(of: table) == 1)
    #expect(try store.records(of: table) == [record])
  }

  @Test func `leaves nothing when its last change fails`() throws {
    try store.commit(customer("A-1", contacts: ["a@b.es"], areExternal: true), provenance())
    let before = try workspace.bytes()
    #expect(throws: StoreError.conflict(.externalUserEmail)) {
      try store.commit(customer("A-2", contacts: ["A@B.ES"], areExternal: true), provenance())
    }
    #expect(try store.company(identifier: "A-2") == nil)
    #expect(try workspace.bytes()["alta.db"] == before["alta.db"])
    let next = try store.commit(call(lastName: "Meier", contact: true), provenance())
    #expect(next.rows.map(\.name) == ["CT-0002", "CR-0001"])
  }

  @Test func `refuses a reference to a row that is not inserted before`() throws {
    #expect(throws: StoreError.malformed(change: 0)) {
      try store.commit(
        inserting(row(in: .customers, ["category": "x"], ["company": .row(0)])),
        provenance()
      )
    }
    #expect(try store.exists == false)
  }

  @Test func `draws numbers of a counter`() throws {
    var set = ChangeSet()
    for email in ["a@b.es", "c@d.es"] {
      let contact = set.insert(row(in: .contacts, ["lastName": "Ruiz"]))
      set.insert(
        row(
          in: .externalUsers,
          ["email": email, "language": "es"],
          ["contact": .row(contact), "maxConnections": .drawn(counter: "seats")]
        )
      )
    }
    try store.commit(set, provenance())
    let users = try store.records(of: .externalUsers)
    #expect(users.map { $0["maxConnections"] } == [.integer(1), .integer(2)])
  }

  @Test func `keeps texts in Normalization Form C and compares them so`() throws {
    try store.commit(customer("Mu\u{308}ller", name: "Mu\u{308}ller"), provenance())
    let found = try #require(try store.company(identifier: "MÜLLER"))
    #expect(found["name"].text.map { Array($0.utf8) } == Array("Müller".utf8))
  }

  @Test(arguments: [
    "'; DROP TABLE companies; --", "\"", "a\u{0}b", "\u{1B}[2J", "\u{202E}abc", "$1 ?1 :x", "%_\\",
    "{\"contact\":1}", "🧑‍🔧", "", String(repeating: "ä", count: 20_000),
  ])
  func `stores hostile text as it is`(text: String) throws {
    var set = inserting(company("X" + text, text))
    set.insert(row(in: .settings, ["key": text, "value": text]))
    try store.commit(set, provenance(case: text))
    let found = try #require(try store.company(identifier: "x" + text))
    #expect(found["name"].text == text)
    #expect(try store.setting(text) == text)
    var update = AlteredRow(found)
    update.set(.text("plain"), for: "name")
    var change = ChangeSet()
    change.update(update)
    try store.commit(change, provenance())
    #expect(
      try store.history(of: .companies, key: found.key).first?.before == ["name": .text(text)]
    )
    #expect(throws: StoreError.conflict(.caseKey)) {
      try store.commit(ChangeSet(), provenance(case: text))
    }
    #expect(try store.records(of: .companies, containing: text).count <= 1)
  }

  @Test(arguments: [
    (Table.companies, ["status": Cell.text("gone")], ConstraintKind.check),
    (.companies, ["name": .empty], .required),
    (.contacts, ["company": .integer(99)], .reference),
    (.contacts, ["company": .text("x")], .type),
    (.contacts, ["employeeCode": .text("nobody")], .reference),
    (.contacts, ["default": .integer(2)], .check),
  ])
  func `refuses values that do not fit the schema`(
    table: Table,
    cells: [String: Cell],
    kind: ConstraintKind
  ) throws {
    var texts: [String: String] = [:]
    if table == .companies { texts = ["identifier": "A", "name": "A", "companyType": "gmbh"] }
    let error = #expect(throws: StoreError.self) {
      try store.commit(inserting(row(in: table, texts, cells)), provenance())
    }
    guard case .constraint(kind, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: [0, 100])
  func `allows 1 to 99 connections`(connections: Int64) throws {
    var set = inserting(row(in: .contacts, ["lastName": "Ruiz"]))
    set.insert(
      row(
        in: .externalUsers,
        ["email": "a@b.es", "language": "es"],
        ["contact": .row(0), "maxConnections": .integer(connections)]
      )
    )
    #expect(throws: StoreError.constraint(.check, place: "max_connections BETWEEN 1 AND 99")) {
      try store.commit(set, provenance())
    }
  }

  @Test func `refuses a value longer than the store takes`() throws {
    let long = String(repeating: "x", count: 1_000_001)
    #expect(throws: StoreError.tooLarge) {
      try store.commit(inserting(company("A", long)), provenance())
    }
    #expect(throws: Never.self) { try store.commit(customer("A"), provenance()) }
  }

  @Test func `discards the draft that it finishes`() throws {
    try store.save(draft("d1"))
    try store.save(draft("d2"))
    try store.commit(customer("A-1"), provenance(draft: "d1"))
    #expect(try store.drafts().map(\.id) == ["d2"])
  }
}

@Suite("A unique rule")
struct UniqueRuleTests {
  /// The same record once more, referring to the records with these keys.
  private func again(_ row: NewRow, _ keys: [SQLValue]) -> NewRow {
    var again = NewRow(in: row.table)
    for (position, cell) in row.cells.enumerated() where cell != .empty {
      if case .row(let index) = cell {
        again.set(.value(keys[index]), at: position)
      } else {
        again.set(cell, at: position)
      }
    }
    return again
  }

  @Test func `refuses a second record, each by its own name`() throws {
    let workspace = try Workspace()
    let store = try workspace.store()
    var first = customer("Ab-1", contacts: ["a@b.es"], areExternal: true, isDefault: true)
    first.insert(row(in: .employees, ["code": "e1", "name": "Eva"]))
    first.insert(row(in: .settings, ["key": "k"]))
    let sold = sale(to: .row(0), from: 6)
    for row in sold { first.insert(row) }
    let keys = try store.commit(first, provenance(case: "1")).rows.map(\.key)
    let attempts: [(UniqueRule, NewRow)] =
      [
        (.companyIdentifier, company("aB-1")),
        (.customerOfCompany, row(in: .customers, ["category": "x"], ["company": .value(keys[0])])),
        (
          .defaultContact,
          row(in: .contacts, [:], ["company": .value(keys[0]), "default": .truth(true)])
        ),
        (
          .contactOfExternalUser,
          row(
            in: .externalUsers,
            ["email": "c@d.es", "language": "de"],
            ["contact": .value(keys[2])]
          )
        ),
        (.employeeCode, row(in: .employees, ["code": "E1", "name": "Eva"])),
        (.employeeCode, row(in: .employees, ["code": "e1", "name": "Eva"])),
        (.settingKey, row(in: .settings, ["key": "k"])),
      ]
      + [
        (.recordCode, 0), (.recordCode, 1), (.documentNumber, 2), (.cardNumber, 3),
        (.documentNumber, 4), (.documentNumber, 6), (.voucherNumber, 8),
      ].map { ($0, again(sold[$1], keys)) }
    for (rule, row) in attempts {
      #expect(throws: StoreError.conflict(rule)) {
        try store.commit(inserting(row), provenance())
      }
    }
    var user = inserting(row(in: .contacts, ["lastName": "Ruiz"]))
    user.insert(
      row(in: .externalUsers, ["email": "A@b.es", "language": "de"], ["contact": .row(0)])
    )
    #expect(throws: StoreError.conflict(.externalUserEmail)) {
      try store.commit(user, provenance())
    }
    #expect(throws: StoreError.conflict(.caseKey)) {
      try store.commit(customer("Ab-1"), provenance(case: "1"))
    }
    let tested = attempts.map(\.0) + [.externalUserEmail, .caseKey]
    #expect(UniqueRule.allCases.allSatisfy(tested.contains))
  }

  @Test func `lets other wizards use the same case, and other companies have a default`() throws {
    let workspace = try Workspace()
    let store = try workspace.store()
    try store.commit(customer("A", contacts: ["a@b.es"], isDefault: true), provenance(case: "1"))
    try store.commit(
      customer("B", contacts: ["a@b.es", "c@d.es"].dropLast(1), isDefault: true),
      provenance(case: "1", wizard: "other")
    )
    let (isDone, record) = try store.outcome(ofCase: "1", wizard: "register-customer")
    #expect(isDone)
    #expect(record?.name == "A")
    #expect(try store.outcome(ofCase: "2", wizard: "other").isDone == false)
  }
}
