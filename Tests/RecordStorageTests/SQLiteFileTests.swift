import Foundation
import RecordStorage
import SQLiteDriver
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite("A store's file")
struct SQLiteFileTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `is created by the first commit and by nothing before`() throws {
    let store = try workspace.store()
    #expect(try store.exists == false)
    #expect(try store.company(identifier: "A-1") == nil)
    #expect(try store.count(of: .companies) == 0)
    #expect(try store.rehearse(customer("A-1"), provenance())?.rows.count == 2)
    #expect(try workspace.bytes().isEmpty)
    try store.commit(customer("A-1"), provenance())
    #expect(try store.exists)
    #expect(try store.company(identifier: "A-1") != nil)
    #expect(try workspace.store().company(identifier: "A-1") != nil)
  }

  @Test func `that is not there is read as empty without opening anything`() throws {
    let failure = StoreError.failure(code: 1)
    let store = try Store(
      reading: ConnectionSource(
        location: workspace.database,
        existing: workspace.file().source.existing,
        creating: { () throws(StoreError) in throw failure },
        temporary: { () throws(StoreError) in throw failure }
      )
    )
    for table in Table.allCases {
      #expect(try store.records(of: table).isEmpty)
      #expect(try store.records(of: table, containing: "a").isEmpty)
      #expect(try store.count(of: table) == 0)
      #expect(try store.history(of: table, key: .integer(1)).isEmpty)
    }
    #expect(try store.otherCounts() == (0, 0, 0))
    #expect(try store.outcome(ofCase: "c", wizard: "w").isDone == false)
    #expect(try store.drafts().isEmpty)
    #expect(try store.discardDraft("d") == false)
    #expect(throws: failure) { try store.rehearse(customer("A-1"), provenance()) }
    // Another process makes the store meanwhile.
    try workspace.store().commit(customer("A-1"), provenance())
    #expect(try store.count(of: .companies) == 1)
  }

  @Test func `is the owner's alone, and so are new directories`() throws {
    let path = workspace.path + "/share/alta/alta.db"
    try Store(reading: SQLiteFile(path).source).save(draft("d"))
    for name in ["", ".lock", "-journal"] { #expect(try mode(path + name) == 0o600) }
    for name in ["/share", "/share/alta"] { #expect(try mode(workspace.path + name) == 0o700) }
  }

  @Test func `is not changed by one byte by a dry run`() throws {
    let store = try workspace.store()
    try store.commit(customer("A-1"), provenance())
    let before = try workspace.bytes()
    let other = try workspace.store()
    for store in [store, other] {
      _ = try store.rehearse(customer("A-2", contacts: ["a@b.es"], areExternal: true), provenance())
      #expect(throws: StoreError.conflict(.companyIdentifier)) {
        _ = try store.rehearse(customer("a-1"), provenance())
      }
    }
    let after = try workspace.bytes()
    #expect(after["alta.db"] == before["alta.db"])
    #expect(after.filter { !$0.value.isEmpty } == before.filter { !$0.value.isEmpty })
    #expect(try store.company(identifier: "A-2") == nil)
  }

  @Test(arguments: [
    ("garbage", Data(repeating: 0x41, count: 5000)), ("short", Data("SQLite format 3\0".utf8)),
    ("text", Data("hello".utf8)),
  ])
  func `that is not a database is refused and left alone`(name: String, bytes: Data) throws {
    try bytes.write(to: URL(filePath: workspace.database))
    #expect(throws: StoreError.notAStore(path: workspace.database)) { try workspace.store() }
    #expect(throws: StoreError.self) { try workspace.file().findings() }
    #expect(try workspace.bytes() == ["alta.db": bytes])
  }

  @Test func `of no bytes is a store that was never finished`() throws {
    try Data().write(to: URL(filePath: workspace.database))
    let store = try workspace.store()
    #expect(try store.exists == false)
    try store.commit(customer("A-1"), provenance())
    #expect(try workspace.store().company(identifier: "A-1") != nil)
  }

  @Test(arguments: ["CREATE TABLE t(x)", "PRAGMA application_id = 7", "PRAGMA user_version = 1"])
  func `of another program is refused and left alone`(statement: String) throws {
    let connection = try workspace.file().source.creating()
    try connection.execute(statement, [])
    let before = try workspace.bytes()["alta.db"]
    #expect(throws: StoreError.notAStore(path: workspace.database)) { try workspace.store() }
    #expect(try workspace.bytes()["alta.db"] == before)
  }

  @Test func `of a newer schema is refused and left alone`() throws {
    let newer = Schema.current.adding { _ in ["CREATE TABLE more(x INTEGER) STRICT"] }
    let store = try Store(reading: workspace.file().source, schema: newer)
    try store.commit(customer("A-1"), provenance())
    let before = try workspace.bytes()["alta.db"]
    #expect(
      throws: StoreError.newerSchema(
        found: Schema.current.version + 1,
        known: Schema.current.version
      )
    ) { try workspace.store() }
    #expect(try workspace.bytes()["alta.db"] == before)
  }

  @Test func `of an older schema is brought forward whole or not at all`() throws {
    try workspace.store().commit(customer("A-1"), provenance())
    let before = try workspace.bytes()["alta.db"]
    let broken = Schema.current.adding { _ in ["CREATE TABLE more(x INTEGER) STRICT", "nonsense"] }
    #expect(throws: StoreError.self) {
      try Store(reading: workspace.file().source, schema: broken)
    }
    #expect(try workspace.bytes()["alta.db"] == before)
    let newer = Schema.current.adding { _ in ["CREATE TABLE more(x INTEGER) STRICT"] }
    let store = try Store(reading: workspace.file().source, schema: newer)
    #expect(try store.company(identifier: "A-1") != nil)
    #expect(
      throws: StoreError.newerSchema(
        found: Schema.current.version + 1,
        known: Schema.current.version
      )
    ) { try workspace.store() }
  }

  @Test func `may not be a link, a directory or a device, nor have a bad name`() throws {
    try workspace.store().commit(customer("A-1"), provenance())
    let link = workspace.path + "/link.db"
    try FileManager.default.createSymbolicLink(
      atPath: link,
      withDestinationPath: workspace.database
    )
    let dangling = workspace.path + "/dangling.db"
    try FileManager.default.createSymbolicLink(
      atPath: dangling,
      withDestinationPath: workspace.path + "/nothing"
    )
    let pipe = workspace.path + "/pipe"
    #expect(unsafe mkfifo(pipe, 0o600) == 0)
    let faults: [(String, OpeningFault)] = [
      (link, .symbolicLink), (dangling, .symbolicLink), (workspace.path, .directory),
      (pipe, .special), ("/dev/zero", .special), ("", .badName), ("a\u{0}b", .badName),
      (workspace.path + "/", .badName), (workspace.path + "/..", .directory),
      (workspace.database + "/x", .system(errno: Int(ENOTDIR))),
      (workspace.path + "/" + String(repeating: "n", count: 300), .system(errno: 36)),
    ]
    for (path, fault) in faults {
      let error = #expect(throws: StoreError.self) {
        try Store(reading: SQLiteFile(path).source).save(draft("d"))
      }
      guard case .cannotOpen(_, fault) = error else {
        Issue.record("\(path): \(String(describing: error))")
        continue
      }
    }
  }

  @Test(arguments: ["file:x.db?mode=memory", ":memory:", "a?b#c%20d.db", "-ü 💾.db"])
  func `may have any name in a linked directory`(name: String) throws {
    let home = workspace.path + "/home"
    try FileManager.default.createDirectory(
      atPath: workspace.path + "/real",
      withIntermediateDirectories: false
    )
    try FileManager.default.createSymbolicLink(atPath: home, withDestinationPath: "real")
    let file = SQLiteFile(home + "/" + name)
    try Store(reading: file.source).commit(customer("A-1"), provenance())
    #expect(FileManager.default.fileExists(atPath: workspace.path + "/real/" + name))
    #expect(try Store(reading: file.source).company(identifier: "A-1") != nil)
  }

  @Test func `is copied while in use, and never over something`() throws {
    let store = try workspace.store()
    try store.commit(customer("A-1", contacts: ["a@b.es"]), provenance())
    let target = workspace.path + "/copy.db"
    try workspace.file().backup(to: target)
    #expect(try mode(target) == 0o600)
    let copy = try Store(reading: SQLiteFile(target).source)
    #expect(try copy.records(of: .contacts) == store.records(of: .contacts))
    #expect(try SQLiteFile(target).findings().isEmpty)
    #expect(throws: StoreError.cannotOpen(path: target, cause: .exists)) {
      try workspace.file().backup(to: target)
    }
    #expect(throws: StoreError.self) {
      try SQLiteFile(workspace.path + "/none.db").backup(to: workspace.path + "/x.db")
    }
    #expect(try workspace.bytes().keys.filter { $0.contains("part") || $0 == "x.db" }.isEmpty)
  }

  @Test(arguments: [
    ("PRAGMA max_page_count = 30", StoreError.full), ("PRAGMA query_only = ON", .readOnly),
  ])
  func `that cannot grow or be written says so, and stays readable`(
    setting: String,
    expected: StoreError
  ) throws {
    try workspace.store().commit(customer("A-1"), provenance())
    let file = workspace.file().source
    let limited = ConnectionSource(
      location: file.location,
      existing: { () throws(StoreError) -> (any SQLConnection)? in
        let connection = try file.existing()
        _ = try connection?.rows(setting, [])
        return connection
      },
      creating: file.creating,
      temporary: file.temporary
    )
    let store = try Store(reading: limited)
    let long = customer("A-2", name: String(repeating: "x", count: 200_000))
    #expect(throws: expected) { try store.commit(long, provenance()) }
    #expect(try store.count(of: .companies) == 1)
    try workspace.store().commit(long, provenance())
    #expect(try store.count(of: .companies) == 2)
  }

  @Test func `that is damaged is an error or a finding, never a crash`() throws {
    let store = try workspace.store()
    for number in 0..<60 { try store.commit(customer("A-\(number)"), provenance()) }
    let sound = try #require(try workspace.bytes()["alta.db"])
    #expect(try workspace.file().findings().isEmpty)
    var noticed = 0
    for page in 0..<(sound.count / 4096) {
      var damaged = sound
      for offset in stride(from: 0, to: 4096, by: 64) { damaged[page * 4096 + offset] ^= 0x55 }
      let path = "\(workspace.path)/damaged\(page).db"
      try damaged.write(to: URL(filePath: path))
      do {
        let other = try Store(reading: SQLiteFile(path).source)
        _ = try Table.allCases.map { try other.records(of: $0) }
        _ = try? other.commit(customer("B-1"), provenance())
        if try !SQLiteFile(path).findings().isEmpty { noticed += 1 }
      } catch is StoreError {
        noticed += 1
      }
    }
    #expect(noticed == sound.count / 4096)
  }
}
