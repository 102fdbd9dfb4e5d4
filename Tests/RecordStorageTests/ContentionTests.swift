import Foundation
import RecordStorage
import SQLiteDriver
import Testing

@Suite("Two stores on one file")
struct ContentionTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
  }

  @Test func `see what the other wrote, and refuse what it took`() throws {
    let (first, second) = (try workspace.store(), try workspace.store())
    try first.commit(customer("A-1"), provenance())
    #expect(try second.company(identifier: "A-1") != nil)
    #expect(throws: StoreError.conflict(.companyIdentifier)) {
      try second.commit(customer("a-1"), provenance())
    }
    try second.commit(customer("A-2"), provenance())
    #expect(try first.count(of: .companies) == 2)
  }

  @Test func `write in turns and lose nothing`() async throws {
    let path = workspace.database
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for index in 0..<15 {
            #expect(throws: Never.self) {
              let store = try Store(reading: SQLiteFile(path).source)
              try store.commit(customer("W\(writer)-\(index)", contacts: ["a@b.es"]), provenance())
            }
          }
        }
      }
    }
    let store = try workspace.store()
    #expect(try store.count(of: .customers) == 60)
    #expect(try store.records(of: .contacts).map(\.key) == (1...60).map { .integer($0) })
    #expect(try workspace.file().findings().isEmpty)
  }

  @Test func `wait for each other, then say that the store is busy`() throws {
    try workspace.store().commit(customer("A-1"), provenance())
    let holder = try workspace.file().source.creating()
    try holder.begin(.writing)
    let other = try Store(reading: workspace.file(waitLimit: .milliseconds(50)).source)
    let started = ContinuousClock.now
    #expect(throws: StoreError.busy(seconds: 0)) {
      try other.commit(customer("A-2"), provenance())
    }
    #expect(ContinuousClock.now - started >= .milliseconds(50))
    #expect(throws: StoreError.busy(seconds: 0)) {
      try other.rehearse(customer("A-2"), provenance())
    }
    #expect(try other.company(identifier: "A-1") != nil)
    holder.rollback()
    try other.commit(customer("A-2"), provenance())
  }

  @Test func `are not kept from writing by one that has just read`() throws {
    let (reader, writer) = (try workspace.store(), try workspace.store())
    try writer.commit(customer("A-1"), provenance())
    try reader.forEach(of: .companies) { _ in
      #expect(throws: Never.self) { try writer.commit(customer("A-2"), provenance()) }
      return true
    }
    #expect(try reader.count(of: .companies) == 2)
  }

  @Test func `go on with another connection after the file was taken away`() throws {
    let store = try workspace.store()
    try store.commit(customer("A-1"), provenance())
    try FileManager.default.removeItem(atPath: workspace.database)
    #expect(throws: StoreError.self) { try store.commit(customer("A-2"), provenance()) }
    #expect(try store.exists == false)
    try store.commit(customer("A-2"), provenance())
    #expect(try workspace.store().records(of: .companies).map(\.name) == ["A-2"])
  }
}
