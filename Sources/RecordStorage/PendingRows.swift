import PlainValues

/// What is unique about a record, as it is compared.
package struct UniqueKey: Equatable, Sendable {
  /// What must be unique.
  package let rule: UniqueRule
  /// The key: lower case, without outer white space.
  package let text: String

  /// Makes the key of a text as it was given.
  package init(_ rule: UniqueRule, of text: String) {
    self.rule = rule
    self.text = text.caseKey
  }
}

/// Records that wait to be copied into a server's tables in one go.
///
/// A server takes thousands of rows in one copy in the time of a few single inserts. What makes that safe is
/// that every unique key is looked up first: a row of which a key is taken is not copied but refused, as the
/// insert would have refused it. The transaction holds the store's lock, so nobody takes a key in between.
struct PendingRows {
  /// The rows of each table as `COPY` reads them, by the table's number on a tape.
  private var copies = [[UInt8]](repeating: [], count: tapeTables.count)
  /// The keys that are known to be taken, by stored or by waiting records.
  private var taken: [UniqueRule: Set<String>] = [:]
  /// The keys that were looked up.
  private var known: [UniqueRule: Set<String>] = [:]
  /// The keys of the records that wait.
  private var waiting: [UniqueRule: Set<String>] = [:]
  private var count = 0

  /// How many sets may wait, so that memory does not depend on how long a batch is.
  private static let most = 4_096

  /// Whether nothing waits.
  var isEmpty: Bool { count == 0 }

  /// Whether so much waits that it should be copied.
  var isFull: Bool { count >= PendingRows.most }

  /// Whether a record waits that has one of the keys.
  func hold(_ keys: [UniqueKey]) -> Bool {
    keys.contains { waiting[$0.rule]?.contains($0.text) == true }
  }

  /// Looks up the unique keys of sets on a tape, all at once.
  mutating func look(
    _ tape: InsertionTape,
    _ ranges: [Range<Int>],
    with connection: any SQLConnection
  ) throws(StoreError) {
    var wanted: [UniqueRule: Set<String>] = [:]
    for range in ranges {
      for insert in tape.inserts(range).inserts {
        guard let (rule, key) = PendingRows.key(of: insert, tape),
          known[rule]?.contains(key) != true
        else { continue }
        wanted[rule, default: []].insert(key)
      }
    }
    for (rule, keys) in wanted {
      guard let (table, column) = PendingRows.place(of: rule) else { continue }
      let rows = try connection.rows(
        "SELECT \(column) FROM \(table.name) WHERE \(column) = ANY(string_to_array($1, chr(31)))",
        [.text(keys.joined(separator: "\u{1F}"))]
      )
      known[rule, default: []].formUnion(keys)
      taken[rule, default: []].formUnion(rows.compactMap { $0.first?.text })
    }
  }

  /// Adds the records of a set on a tape.
  ///
  /// - Throws: ``StoreError``, `conflict` where a key is taken; nothing is added then.
  mutating func add(
    _ tape: InsertionTape,
    _ inserts: [TapedInsert],
    _ figures: [Int64]
  ) throws(StoreError) {
    let keys = inserts.compactMap { PendingRows.key(of: $0, tape) }
    for (rule, key) in keys where taken[rule]?.contains(key) == true { throw .conflict(rule) }
    for (rule, key) in keys {
      taken[rule, default: []].insert(key)
      waiting[rule, default: []].insert(key)
    }
    for insert in inserts {
      let values = tape.parameters(of: insert, figures)
      copies[Int(insert.table.tapeNumber)].append(copying: values)
    }
    count += 1
  }

  /// Copies what waits into the tables, those first that others refer to.
  mutating func flush(to connection: any SQLConnection) throws(StoreError) {
    guard count > 0 else { return }
    for (table, rows) in zip(tapeTables, copies) where !rows.isEmpty {
      let columns = table.layout.columns.map(\.name).joined(separator: ", ")
      try connection.copy("COPY \(table.name)(\(columns)) FROM STDIN", rows)
    }
    for place in copies.indices { copies[place].removeAll(keepingCapacity: true) }
    waiting = [:]
    count = 0
  }

  /// Notes the keys of a record that was inserted in another way; one that is taken back again may stay noted,
  /// and is then looked into.
  mutating func note(_ values: [SQLValue], in table: Table) {
    guard let place = PendingRows.keyPlaces.first(where: { $0.table == table }),
      let key = values[place.position].text
    else { return }
    taken[place.rule, default: []].insert(key)
  }

  /// Forgets which keys are taken: records were altered or removed.
  mutating func forgetKeys() {
    taken = [:]
    known = [:]
  }

  /// Where the keys of a rule are stored, for those that new records can break.
  private static func place(of rule: UniqueRule) -> (table: Table, column: String)? {
    switch rule {
    case .companyIdentifier: (.companies, "id_key")
    case .externalUserEmail: (.externalUsers, "email_key")
    default: nil
    }
  }

  private static let keyPlaces: [(rule: UniqueRule, table: Table, position: Int)] =
    [UniqueRule.companyIdentifier, .externalUserEmail].compactMap { rule in
      place(of: rule).flatMap { table, column in
        table.layout.columns.firstIndex { $0.name == column }.map { (rule, table, $0) }
      }
    }

  private static func key(of insert: TapedInsert, _ tape: InsertionTape) -> (UniqueRule, String)? {
    guard let place = keyPlaces.first(where: { $0.table == insert.table }),
      let text = tape.text(at: place.position, of: insert)
    else { return nil }
    return (place.rule, text)
  }
}

extension [UInt8] {
  /// Appends a row in the text format of `COPY`.
  ///
  /// - SeeAlso: PostgreSQL 15 documentation, COPY, "Text Format".
  fileprivate mutating func append(copying values: [SQLValue]) {
    for (place, value) in values.enumerated() {
      if place > 0 { append(0x09) }
      switch value {
      case .null: append(contentsOf: [0x5C, 0x4E])
      case .integer(let number): append(contentsOf: String(number).utf8)
      case .text(let text):
        for byte in text.utf8 {
          switch byte {
          case 0x5C: append(contentsOf: [0x5C, 0x5C])
          case 0x09: append(contentsOf: [0x5C, 0x74])
          case 0x0A: append(contentsOf: [0x5C, 0x6E])
          case 0x0D: append(contentsOf: [0x5C, 0x72])
          default: append(byte)
          }
        }
      }
    }
    append(0x0A)
  }
}
