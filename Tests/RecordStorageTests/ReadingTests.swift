import RecordStorage
import SQLiteDriver
import Testing

@Suite("A look-up")
struct LookupTests {
  let workspace: Workspace
  let store: Store

  init() throws {
    workspace = try Workspace()
    store = try workspace.store()
    try store.commit(
      customer("A-1", name: "Köln AG", contacts: ["ana@x.es"], areExternal: true),
      provenance()
    )
    try store.commit(customer("A-2", name: "koln ag"), provenance())
    try store.commit(inserting(company("X-1", "Kölner Rad")), provenance())
    try store.commit(call(lastName: "Müller", email: "m@x.de", contact: true), provenance())
    try store.commit(inserting(row(in: .employees, ["code": "Ab1", "name": "Eva"])), provenance())
  }

  @Test func `finds names by their search key and by their beginning`() throws {
    #expect(try store.companies(named: " KÖLN ag").map(\.name) == ["A-1", "A-2"])
    #expect(try store.companies(named: "koln ag", limit: 1).count == 1)
    #expect(try store.companies(beginningWith: "köln").map(\.name) == ["A-1", "A-2", "X-1"])
    #expect(try store.companies(beginningWith: "kolner").map(\.name) == ["X-1"])
    #expect(
      try store.companies(beginningWith: "", withoutCustomer: true).map(\.name) == ["X-1"]
    )
    #expect(try store.hasCompanyWithoutCustomer)
    #expect(try store.companies(beginningWith: "oln").isEmpty)
  }

  @Test func `finds by identifier, address, number, code and setting`() throws {
    #expect(try store.customer(identifier: "x-1") == nil)
    #expect(try store.customer(identifier: "a-2")?.contacts.isEmpty == true)
    let user = try #require(try store.externalUser(email: " ANA@x.es "))
    #expect(user["company.identifier"] == .text("A-1"))
    #expect(try store.externalUser(ofContact: 1) == user)
    #expect(try store.externalUser(ofContact: 2) == nil)
    #expect(try store.employee(code: "aB1")?["name"] == .text("Eva"))
    #expect(try store.record(of: .requests, numbered: "CR-0001")?["lastName"] == .text("Müller"))
    #expect(try store.record(of: .companies, numbered: "CT-0001") == nil)
    #expect(try store.setting("nothing") == nil)
  }

  @Test(
    arguments: [
      ("M@X.DE", "Otto", nil, ["CT-0002"]), (nil, "MULLER", "+49301111", ["CT-0002"]),
      (nil, "Meier", "+49301111", []), (nil, "", "+49301111", []), ("", "", "", []),
      ("ana@x.es", "müller", "+49301111", ["CT-0001", "CT-0002"]),
    ] as [(String?, String, String?, [String])]
  )
  func `finds contacts that may be the same person`(
    email: String?,
    lastName: String,
    phone: String?,
    numbers: [String]
  ) throws {
    let found = try store.contacts(
      likeEmail: email,
      firstName: nil,
      lastName: lastName,
      phone: phone
    )
    #expect(found.map(\.name) == numbers)
  }

  @Test(arguments: [
    (Table.contacts, "mull", ["CT-0002"]), (.contacts, "KOLN ruiz", ["CT-0001"]),
    (.contacts, "ruiz nobody", []), (.contacts, " ", ["CT-0001", "CT-0002"]),
    (.companies, "rad", ["X-1"]),
  ])
  func `finds records by words`(table: Table, text: String, names: [String]) throws {
    #expect(try store.records(of: table, containing: text).map(\.name) == names)
  }

  @Test func `lists by company, state, wizard and order`() throws {
    let user = try #require(try store.externalUser(email: "ana@x.es"))
    var disabled = AlteredRow(user)
    disabled.set(.text("inactive"), for: "status")
    var set = ChangeSet()
    set.update(disabled)
    try store.commit(set, provenance())
    let active = Selection(isActiveOnly: true)
    #expect(try store.records(of: .externalUsers, where: active).isEmpty)
    #expect(try store.count(of: .externalUsers, where: active) == 0)
    #expect(try store.count(of: .externalUsers, where: Selection(company: 1)) == 1)
    #expect(try store.records(of: .requests, where: active).count == 1)
    #expect(try store.records(of: .employees, where: active).count == 1)
    for (table, count) in [(Table.companies, 1), (.customers, 1), (.contacts, 1), (.entries, 0)] {
      #expect(try store.records(of: table, where: Selection(company: 1)).count == count)
    }
    #expect(try store.records(of: .companies, where: Selection(wizard: "other")).isEmpty)
    let byName = Selection(sortedBy: "company.name", isDescending: true, limit: 1)
    #expect(try store.records(of: .customers, where: byName).map(\.name) == ["A-2"])
    let unknown = Selection(sortedBy: "1; DROP TABLE companies")
    #expect(try store.records(of: .companies, where: unknown).map(\.name) == ["A-1", "A-2", "X-1"])
  }

  @Test func `reads every row once, over several pages`() throws {
    var set = ChangeSet()
    for index in 0..<1203 {
      set.insert(row(in: .entries, ["answers": "{\"n\":\(index)}"]))
      set.insert(row(in: .employees, ["code": "E\(index)", "name": "E"]))
    }
    try store.commit(set, provenance(wizard: "survey"))
    for (table, count) in [(Table.entries, 1203), (.employees, 1204)] {
      var keys: [SQLValue] = []
      try store.forEach(of: table) { record in
        keys.append(record.key)
        return true
      }
      #expect(keys.count == count)
      #expect(Set(keys).count == count)
    }
    var seen = 0
    try store.forEach(of: .entries, where: Selection(wizard: "survey")) { _ in
      seen += 1
      return seen < 700
    }
    #expect(seen == 700)
    #expect(try store.count(of: .entries, where: Selection(wizard: "survey")) == 1203)
  }

  @Test func `reads the same pages again, and nothing behind them`() throws {
    let store = try Workspace().store()
    var empty = RecordPages(of: .entries, in: store)
    #expect(try empty.next() == nil)
    empty.rewind()
    #expect(try empty.next() == nil)
    func add(_ count: Int) throws {
      var set = ChangeSet()
      for index in 0..<count { set.insert(row(in: .entries, ["answers": "{\"n\":\(index)}"])) }
      try store.commit(set, provenance(wizard: "survey"))
    }
    try add(1200)
    var pages = RecordPages(of: .entries, in: store)
    func keys() throws -> [SQLValue] {
      var keys: [SQLValue] = []
      while let page = try pages.next() { keys += page.map(\.key) }
      return keys
    }
    let first = try keys()
    #expect(first.count == 1200)
    try add(10)
    pages.rewind()
    #expect(try keys() == first)
    #expect(try pages.next() == nil)
  }
}

@Suite("A draft")
struct DraftTests {
  @Test func `is kept, replaced, listed and discarded`() throws {
    let store = try Workspace().store()
    #expect(try store.drafts().isEmpty)
    #expect(try store.discardDraft("d1") == false)
    #expect(try store.exists == false)
    try store.save(draft("d1"))
    try store.save(draft("d2", savedAt: "2026-03-06T00:00:00Z"))
    var changed = draft("d1")
    changed.answers = "{}"
    changed.language = nil
    try store.save(changed)
    #expect(try store.draft("d1") == changed)
    #expect(try store.drafts(ofWizard: "register-customer").map(\.id) == ["d2", "d1"])
    #expect(try store.drafts(ofWizard: "other").isEmpty)
    #expect(try store.otherCounts() == (2, 0, 0))
    #expect(try store.discardDraft("d1"))
    #expect(try store.draft("d1") == nil)
  }
}

@Suite("The tables")
struct TableTests {
  @Test(arguments: Table.allCases)
  func `are described as they are stored`(table: Table) throws {
    let workspace = try Workspace()
    let store = try workspace.store()
    try store.save(draft("d"))
    let connection = try #require(try workspace.file().source.existing())
    let stored = try connection.rows("SELECT * FROM pragma_table_info($1)", [.text(table.name)])
    #expect(stored.map { $0[1].text } == table.layout.columns.map(\.name))
    for (row, column) in zip(stored, table.layout.columns) {
      let isInteger: Bool
      switch column.kind {
      case .integer, .boolean: isInteger = true
      case .reference(let target):
        isInteger = ![
          .employees, .articles, .programmes, .plans, .components, .coupons, .templates,
        ].contains(target)
      case .text, .memo, .decimal, .amount, .code, .date, .time, .json: isInteger = false
      }
      #expect(row[2] == .text(isInteger ? "INTEGER" : "TEXT"), "\(column.name)")
      let isRequired = row[3] == .integer(1) || row[5] == .integer(1)
      #expect(isRequired == column.isRequired, "\(column.name)")
    }
    #expect(stored[table.layout.keyPosition][5] == .integer(1))
    let strict = try connection.rows(
      "SELECT strict FROM pragma_table_list WHERE name = $1",
      [.text(table.name)]
    )
    #expect(strict == [[.integer(1)]])
  }

  @Test(arguments: Table.allCases)
  func `have keys that are found again`(table: Table) {
    let layout = table.layout
    for (position, column) in (layout.columns + layout.linked).enumerated() {
      #expect(layout.position(of: column.key) == position)
      #expect(layout.column(at: position) == column)
    }
    for key in layout.listed + [layout.nameKey] { #expect(layout.position(of: key) != nil) }
  }

  @Test func `have the keys of answer files`() {
    let keys = Set(Table.contacts.layout.columns.map(\.key))
    #expect(keys.isSuperset(of: ["postalCode", "email1", "employeeCode", "default", "firstName"]))
    #expect(Table.companies.layout.columns.filter(\.isFrozen).map(\.key).contains("companyType"))
  }
}
