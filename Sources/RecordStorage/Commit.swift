/// Change sets on their way into the open transaction, one after the other.
struct Commit {
  let connection: any SQLConnection
  private var provenance: Provenance
  var counters: Counters
  /// The whole numbers that a set on a tape refers to; kept for its room.
  var figures: [Int64] = []
  /// What waits to be copied, where the database takes many records in one go.
  var pending = PendingRows()
  /// What was inserted of a set on a tape; kept for its room.
  var done: [(Table, Int64)] = []
  private var rows: [Receipt.Row] = []

  init(_ connection: any SQLConnection, _ provenance: Provenance) {
    self.connection = connection
    self.provenance = provenance
    self.counters = Counters(connection)
  }

  private var history: HistoryWriter {
    HistoryWriter(connection: connection, provenance: provenance)
  }

  /// Performs the changes of a set in order.
  ///
  /// - Parameter set: The changes.
  /// - Returns: What was written; ``finish()`` is still to be called.
  /// - Throws: ``StoreError``; what was done of the set is still there.
  mutating func perform(_ set: ChangeSet) throws(StoreError) -> Receipt {
    rows.removeAll(keepingCapacity: true)
    try refuseRepetition()
    for change in set.changes {
      switch change {
      case .insert(let row): try insert(row)
      case .update(let row): try update(row)
      case .delete(let table, let key, let revision): try delete(table, key, revision)
      }
    }
    let receipt = Receipt(rows: rows, main: set.main)
    try noteCase(of: receipt)
    if let mended = provenance.mended {
      try connection.execute(
        "DELETE FROM import_rejects WHERE run = $1 AND row = $2",
        [.integer(mended.run), .integer(mended.row)]
      )
      try connection.execute(
        "UPDATE imports SET rejected = rejected - 1, stored = stored + 1 WHERE run = $1",
        [.integer(mended.run)]
      )
    }
    if let draft = provenance.draft {
      try connection.execute("DELETE FROM drafts WHERE id = $1", [.text(draft)])
    }
    return receipt
  }

  /// Performs the changes of one of many sets, all or none.
  ///
  /// - Parameters:
  ///   - set: The changes.
  ///   - row: The row of the source that they come from.
  ///   - caseKey: The caller's key of the case.
  /// - Returns: What was written.
  /// - Throws: ``StoreError``; nothing of the set is there then.
  mutating func perform(
    _ set: ChangeSet,
    row: Int64,
    caseKey: String?
  ) throws(StoreError) -> Receipt {
    provenance.sourceRow = row
    provenance.caseKey = caseKey
    try settle()
    // Taking back inserts by hand costs nothing where they succeed; a savepoint would have every
    // page that they touch copied.
    let isPlain =
      connection.dialect.survivesRefusals
      && set.changes.allSatisfy { if case .insert = $0 { true } else { false } }
    let before = counters
    if !isPlain { try connection.execute("SAVEPOINT one_set", []) }
    do throws(StoreError) {
      let receipt = try perform(set)
      if !isPlain { try connection.execute("RELEASE one_set", []) }
      return receipt
    } catch {
      guard connection.isUsable else { throw error }
      if isPlain {
        try removeInserted()
      } else {
        try connection.execute("ROLLBACK TO one_set", [])
        try connection.execute("RELEASE one_set", [])
      }
      // Numbers that were drawn are given out again.
      counters = before
      throw error
    }
  }

  /// Copies what waits, so that whatever is read or written next finds it.
  mutating func settle() throws(StoreError) {
    try pending.flush(to: connection)
  }

  /// Stores the numbers that were drawn; the last thing before the transaction is committed.
  mutating func finish() throws(StoreError) {
    try settle()
    try counters.save()
  }

  /// Takes back the inserts of a set that failed, the last first.
  private func removeInserted() throws(StoreError) {
    for row in rows.reversed() { try remove(row.table, row.key) }
  }

  /// Removes a record that was inserted a moment ago.
  func remove(_ table: Table, _ key: SQLValue) throws(StoreError) {
    let layout = table.layout
    try connection.execute(
      "DELETE FROM \(layout.name) WHERE \(layout.columns[layout.keyPosition].name) = $1",
      [key]
    )
  }

  /// Refuses a case that was carried out before: as such, not for the identifier that it took itself.
  private func refuseRepetition() throws(StoreError) {
    guard let key = provenance.caseKey else { return }
    let done = try connection.rows(
      "SELECT 1 FROM cases WHERE wizard = $1 AND case_key = $2",
      [.text(provenance.wizard ?? ""), .text(key)]
    )
    guard done.isEmpty else { throw .conflict(.caseKey) }
  }

  private func noteCase(of receipt: Receipt) throws(StoreError) {
    guard let key = provenance.caseKey else { return }
    try connection.execute(
      """
      INSERT INTO cases(wizard, case_key, record_table, record_key, done_at)
      VALUES ($1, $2, $3, $4, $5)
      """,
      [
        .text(provenance.wizard ?? ""), .text(key), SQLValue(receipt.mainRow?.table.name),
        SQLValue(receipt.mainRow?.key.keyText), .text(provenance.at),
      ]
    )
  }

  // MARK: Inserting

  private mutating func insert(_ row: NewRow) throws(StoreError) {
    let layout = row.table.layout
    var values: [SQLValue] = []
    values.reserveCapacity(layout.columns.count)
    for (position, column) in layout.columns.enumerated() {
      switch column.origin {
      case .given:
        let value = try value(of: row.cell(at: position), for: position, of: row.table)
        values.append(value.isNull ? column.standIn.map(provenance.value) ?? column.initial : value)
      case .number: values.append(.integer(try counters.draw(layout.name)))
      case .provenance(let part): values.append(provenance.value(of: part))
      case .revision: values.append(.integer(1))
      case .caseKey, .searchKey, .linked: values.append(.null)
      }
    }
    for derivation in layout.derivations {
      values[derivation.target] = SQLValue(values[derivation.source].text.map(derivation.key))
    }
    try connection.execute(layout.insertion, values)
    if !connection.dialect.survivesRefusals { pending.note(values, in: row.table) }
    let key = values[layout.keyPosition]
    let name = layout.position(of: layout.nameKey).flatMap {
      $0 < values.count ? values[$0].text : nil
    }
    try note(row.table, key, name: name)
  }

  // MARK: Altering and removing

  private mutating func update(_ row: AlteredRow) throws(StoreError) {
    let (table, layout, key) = (row.table, row.table.layout, row.record.key)
    var values = try current(table, key, expected: row.isStrict ? row.record.revision : nil)
    var changed: [Int] = []
    for alteration in row.alterations {
      guard values[alteration.position] == alteration.before else {
        throw .stale(table: table, key: key)
      }
      values[alteration.position] = try value(
        of: alteration.after,
        for: alteration.position,
        of: table
      )
      if values[alteration.position] != alteration.before { changed.append(alteration.position) }
    }
    guard !changed.isEmpty else { return try note(table, key, name: row.record.name) }
    pending.forgetKeys()
    let told = changed
    for derivation in layout.derivations where changed.contains(derivation.source) {
      values[derivation.target] = SQLValue(values[derivation.source].text.map(derivation.key))
      changed.append(derivation.target)
    }
    let assignments = changed.enumerated().map { "\(layout.columns[$1].name) = $\($0 + 1)" }
    try connection.execute(
      """
      UPDATE \(layout.name) SET \(assignments.joined(separator: ", ")), revision = revision + 1
      WHERE \(layout.columns[layout.keyPosition].name) = $\(changed.count + 1)
      """,
      changed.map { values[$0] } + [key]
    )
    try history.add(
      table,
      key,
      before: told.map { (layout.columns[$0].key, row.record.values[$0]) },
      after: told.map { (layout.columns[$0].key, values[$0]) }
    )
    let renamed = layout.position(of: layout.nameKey).flatMap {
      told.contains($0) ? values[$0].text : nil
    }
    try note(table, key, name: renamed ?? row.record.name)
  }

  private mutating func delete(
    _ table: Table,
    _ key: SQLValue,
    _ revision: Int64
  ) throws(StoreError) {
    let layout = table.layout
    pending.forgetKeys()
    let values = try current(table, key, expected: revision)
    try connection.execute(
      "DELETE FROM \(layout.name) WHERE \(layout.columns[layout.keyPosition].name) = $1",
      [key]
    )
    let told = zip(layout.columns, values).filter { $0.origin == .given && !$1.isNull }
    try history.add(table, key, before: told.map { ($0.key, $1) }, after: nil)
    let name = layout.position(of: layout.nameKey).flatMap {
      $0 < values.count ? values[$0].text : nil
    }
    try note(table, key, name: name)
  }

  /// The row as it is now; judged inside the transaction, so that nobody changes it in between.
  private func current(
    _ table: Table,
    _ key: SQLValue,
    expected revision: Int64?
  ) throws(StoreError) -> [SQLValue] {
    let layout = table.layout
    let rows = try connection.rows(
      "\(layout.ownSelection) WHERE \(layout.columns[layout.keyPosition].name) = $1",
      [key]
    )
    guard let values = rows.first else { throw .missing(table: table, key: key) }
    if let revision, values[layout.revisionPosition] != .integer(revision) {
      throw .stale(table: table, key: key)
    }
    return values
  }

  // MARK: Cells

  private mutating func value(
    of cell: Cell,
    for position: Int,
    of table: Table
  ) throws(StoreError) -> SQLValue {
    switch cell {
    case .value(let value): return value
    case .row(let index):
      guard rows.indices.contains(index) else { throw .malformed(change: rows.count) }
      return rows[index].key
    case .drawn(let counter): return .integer(try counters.draw(counter))
    case .digits(let count): return .text(try digits(count, for: position, of: table))
    case .masked(let mask): return .text(try identifier(mask, for: position, of: table))
    }
  }

  /// Draws numbers until an identifier is free; typed ones may have taken some.
  private mutating func identifier(
    _ mask: Mask,
    for position: Int,
    of table: Table
  ) throws(StoreError) -> String {
    let layout = table.layout
    let derivation = layout.derivations.first { $0.source == position }
    let column = layout.columns[derivation?.target ?? position].name
    let question = "SELECT 1 FROM \(layout.name) WHERE \(column) = $1"
    while true {
      let identifier = mask.identifier(try counters.draw(mask.counter))
      let compared = derivation?.key(identifier) ?? identifier
      if try connection.rows(question, [.text(compared)]).isEmpty { return identifier }
    }
  }

  /// Draws digits until no other record has them.
  private func digits(
    _ count: Int,
    for position: Int,
    of table: Table
  ) throws(StoreError) -> String {
    let layout = table.layout
    let question = "SELECT 1 FROM \(layout.name) WHERE \(layout.columns[position].name) = $1"
    while true {
      let drawn = (0..<max(1, count)).map { _ in String(Int.random(in: 0...9)) }.joined()
      if try connection.rows(question, [.text(drawn)]).isEmpty { return drawn }
    }
  }

  /// Notes a row for the receipt; a customer is called by the company's identifier.
  private mutating func note(_ table: Table, _ key: SQLValue, name: String?) throws(StoreError) {
    let layout = table.layout
    var called = name ?? layout.name(ofKey: key)
    if called == nil, table == .customers {
      let found = try connection.rows("SELECT id FROM companies WHERE no = $1", [key])
      called = found.first?.first?.text
    }
    rows.append(Receipt.Row(table: table, key: key, name: called ?? key.keyText))
  }
}
