import Foundation
import RecordStorage
import SQLiteDriver
import Testing

@Suite("The history")
struct HistoryTests {
  @Test(arguments: [
    "DELETE FROM changes", "UPDATE changes SET who = 'eve'", "UPDATE changes SET after = '{}'",
    "UPDATE changes SET before = NULL, after = NULL, at = 'x'",
  ])
  func `cannot be rewritten`(statement: String) throws {
    let workspace = try Workspace()
    let store = try workspace.store()
    try store.commit(call(lastName: "Canary", contact: true), provenance())
    try store.commit(changes(store, to: "Bonn"), provenance())
    let connection = try #require(try workspace.file().source.existing())
    #expect(throws: StoreError.self) { try connection.execute(statement, []) }
    #expect(try store.history(of: .contacts, key: .integer(1)).first?.by == "ana")
  }

  func changes(_ store: Store, to city: String) throws -> ChangeSet {
    let contact = try #require(try store.record(of: .contacts, numbered: "CT-0001"))
    var altered = AlteredRow(contact)
    altered.set(.text(city), for: "city")
    var set = ChangeSet()
    set.update(altered)
    return set
  }
}

@Suite("An erasure")
struct ErasureTests {
  let workspace: Workspace
  let store: Store

  init() throws {
    workspace = try Workspace()
    store = try workspace.store()
  }

  func update(_ record: Record?, _ cells: [String: Cell]) throws {
    var altered = AlteredRow(try #require(record))
    for (key, cell) in cells { altered.set(cell, for: key) }
    var set = ChangeSet()
    set.update(altered)
    try store.commit(set, provenance())
  }

  /// The files in which a text is found.
  func files(containing text: String) throws -> [String] {
    try workspace.bytes().filter { $0.value.range(of: Data(text.utf8)) != nil }.map(\.key)
  }

  @Test func `leaves no byte of the person in any file`() throws {
    // Neighbours before and after, in every index, so that pages were split around the person.
    func others(_ range: Range<Int>) throws {
      for number in range {
        let name = "Person\(number * 7919 % 1000)"
        try store.commit(call(lastName: name, email: "\(name)@x.de", contact: true), provenance())
      }
    }
    try others(0..<40)
    let set = call(lastName: "Canary", email: "Canary@x.de", contact: true)
    let names = try store.commit(set, provenance()).rows.map(\.name)
    try others(40..<120)
    try update(try store.record(of: .contacts, numbered: names[0]), ["lastName": .text("Canary2")])
    try update(try store.record(of: .requests, numbered: names[1]), ["notes": .text("Canary3")])
    try others(120..<180)
    #expect(try files(containing: "Canary") == ["alta.db"])
    let contact = try #require(RecordNumber.number(names[0], of: .contacts))
    let erasure = try store.eraseContact(contact, provenance())
    #expect(erasure.requests == [41])
    #expect(erasure.remains == nil)
    #expect(erasure.pastChanges == 2)
    for text in ["Canary", "canary"] { #expect(try files(containing: text).isEmpty) }
    let request = try #require(try store.record(of: .requests, numbered: names[1]))
    #expect(request["lastName"] == .null)
    #expect(request["contact"] == .null)
    #expect(request["status"] == .text("open"))
    let history = try store.history(of: .contacts, key: .integer(contact))
    #expect(history.count == 2)
    #expect(history.allSatisfy { $0.before.isEmpty && $0.after.isEmpty })
    #expect(try workspace.file().findings().isEmpty)
  }

  @Test func `is refused for an external user, and reaches one that was removed`() throws {
    let set = customer("A-1", contacts: ["canary@x.es"], areExternal: true)
    try store.commit(set, provenance())
    #expect(throws: StoreError.referenced(by: .externalUsers)) {
      try store.eraseContact(1, provenance())
    }
    #expect(try store.record(of: .contacts, numbered: "CT-0001") != nil)
    try update(try store.externalUser(email: "canary@x.es"), ["email": .text("canary2@x.es")])
    var removal = ChangeSet()
    removal.delete(try #require(try store.externalUser(email: "canary2@x.es")))
    try store.commit(removal, provenance())
    try store.eraseContact(1, provenance())
    #expect(try files(containing: "canary").isEmpty)
    #expect(throws: StoreError.missing(table: .contacts, key: .integer(1))) {
      try store.eraseContact(1, provenance())
    }
  }

  @Test func `reaches what a call said before it was linked to somebody else`() throws {
    try store.commit(call(lastName: "Canary", contact: true), provenance())
    let linked = try store.commit(call(lastName: "Otto", contact: true), provenance())
    try update(
      try store.record(of: .requests, numbered: "CR-0001"),
      ["contact": .value(linked.rows[0].key), "lastName": .text("Otto")]
    )
    try store.eraseContact(1, provenance())
    #expect(try files(containing: "Canary").isEmpty)
    #expect(try store.record(of: .requests, numbered: "CR-0001")?["lastName"] == .text("Otto"))
  }
}
