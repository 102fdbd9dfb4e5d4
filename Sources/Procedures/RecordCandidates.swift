import PlainValues
package import RecordStorage
import WizardEngine

/// A stored record that may be meant by what somebody is typing.
package struct RecordCandidate: Sendable, Equatable {
  /// What an answer says: an identifier, a number, a code.
  package let name: String
  /// Who or what it is, for example `Ana Ruiz · Aceros del Norte, S.L.`; may be empty.
  package let title: String

  /// Describes a record.
  package init(_ record: Record) {
    name = record.name
    func words(_ keys: String...) -> String {
      keys.compactMap { record[$0].text }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    let parts = [
      words("name"), words("firstName", "lastName"), words("contact.firstName", "contact.lastName"),
      words("companyName"), words("company.name"), words("city"),
    ]
    title = parts.filter { !$0.isEmpty && $0 != record.name }.joined(separator: " · ")
  }
}

extension Procedure {
  /// The records that a text being typed may mean, for a field that refers to a record.
  ///
  /// Companies are found by the beginnings of identifier and name, which are indexed; records that hold
  /// all words of the text anywhere are added from the first 500.
  ///
  /// - Parameters:
  ///   - text: What was typed; nothing finds nothing.
  ///   - key: The key of the field; a company to be made a customer must not be one yet.
  ///   - table: The table of the records.
  ///   - store: The store.
  ///   - limit: The greatest number of candidates.
  /// - Returns: The candidates, the one that is named exactly first.
  /// - Throws: `StoreError`.
  package func candidates(
    matching text: String,
    for key: String,
    of table: Table,
    in store: Store,
    limit: Int = 8
  ) throws(StoreError) -> [RecordCandidate] {
    let typed = text.trimmed
    guard !typed.isEmpty else { return [] }
    let isOpenOnly = self == .registerCustomer && key == "company"
    var found: [Record] = []
    var seen: Set<SQLValue> = []
    func add(_ records: [Record]) throws(StoreError) {
      for record in records where found.count < limit && seen.insert(record.key).inserted {
        if isOpenOnly, try store.record(of: .customers, key: record.key) != nil { continue }
        found.append(record)
      }
    }
    if let record = try store.record(of: table, named: typed) { try add([record]) }
    if table == .companies {
      try add(store.companies(identifierBeginningWith: typed, limit: limit * 4))
      try add(
        store.companies(beginningWith: typed, withoutCustomer: isOpenOnly, limit: limit)
      )
    }
    if found.count < limit {
      try add(store.records(of: table, containing: typed, amongFirst: 500))
    }
    return found.map(RecordCandidate.init)
  }
}
