extension Store {
  /// Why an import cannot be taken back.
  package enum UndoRefusal: Error, Equatable, Sendable {
    /// A record was changed since, or others need it.
    case inUse(Table, key: SQLValue)
    /// A document was issued or cancelled, or a contract ended, which is final.
    case final(Table, key: SQLValue)
  }

  /// Takes an import back: what it inserted is removed, what it changed gets its former values.
  ///
  /// - Parameters:
  ///   - run: The import.
  ///   - provenance: Who does it.
  /// - Returns: How many records were removed or set back; or which one was changed since, and nothing was
  ///   done then.
  /// - Throws: ``StoreError``; nothing was done then.
  /// - Complexity: O(*n*) in the records of the import, during which others wait.
  package func undo(
    _ run: ImportRun,
    _ provenance: Provenance
  ) throws(StoreError) -> Result<Int, UndoRefusal> {
    try writing(
      { connection throws(StoreError) in
        try ImportUndo(of: run, self, connection, provenance).perform()
      },
      isKept: { if case .success = $0 { true } else { false } }
    )
  }
}

/// The way back from an import, inside one transaction.
private struct ImportUndo {
  private let run: ImportRun
  private let store: Store
  private let connection: any SQLConnection
  private let provenance: Provenance
  private let ranges: [(table: String, first: String, last: String)]

  init(
    of run: ImportRun,
    _ store: Store,
    _ connection: any SQLConnection,
    _ provenance: Provenance
  ) throws(StoreError) {
    self.run = run
    self.store = store
    self.connection = connection
    self.provenance = provenance
    ranges = try connection.rows(
      "SELECT record_table, first, last FROM import_records WHERE run = $1",
      [.integer(run.number)]
    ).map { ($0[0].text ?? "", $0[1].text ?? "", $0[2].text ?? "") }
  }

  /// Records that others refer to come after those.
  private static let order: [Table] = [
    .dispatches, .mails, .templates, .usages, .subscriptions, .entitlements, .invoiceLines,
    .invoices, .contracts, .quotas, .tiers,
    .coupons, .plans, .components, .offerLines, .offers, .cards, .processes, .programmes,
    .articles, .externalUsers, .requests, .contacts, .customers, .companies, .employees, .settings,
    .entries,
  ]

  func perform() throws(StoreError) -> Result<Int, Store.UndoRefusal> {
    var count = 0
    if let documents = ranges.first(where: { $0.table == Table.invoices.name }) {
      return .failure(
        .final(.invoices, key: Table.invoices.layout.key(spelled: documents.first) ?? .null)
      )
    }
    if let refusal = try setBack(&count) { return .failure(refusal) }
    for table in ImportUndo.order {
      for range in ranges where range.table == table.name {
        if let refusal = try remove(table, range.first, range.last, &count) {
          return .failure(refusal)
        }
      }
    }
    var undone = run
    undone.state = .undone
    undone.endedAt = provenance.at
    try ImportBatch(connection, provenance).note(undone)
    return .success(count)
  }

  // MARK: Changes

  /// The places of the import's own changes in the history.
  private var changeRanges: [ClosedRange<Int64>] {
    ranges.filter { $0.table == ImportBatch.changes }.compactMap { range in
      guard let first = Int64(range.first), let last = Int64(range.last), first <= last else {
        return nil
      }
      return first...last
    }
  }

  private func setBack(_ count: inout Int) throws(StoreError) -> Store.UndoRefusal? {
    var commit = Commit(connection, provenance)
    for range in changeRanges.sorted(by: { $0.lowerBound > $1.lowerBound }) {
      let rows = try connection.rows(
        """
        SELECT record_table, record_key, before, after FROM changes
        WHERE seq BETWEEN $1 AND $2 ORDER BY seq DESC
        """,
        [.integer(range.lowerBound), .integer(range.upperBound)]
      )
      for row in rows {
        guard let table = Table.allCases.first(where: { $0.name == row[0].text }),
          let key = table.layout.key(spelled: row[1].text ?? ""),
          let before = row[2].text.flatMap(FlatJSON.members),
          let after = row[3].text.flatMap(FlatJSON.members)
        else { continue }
        if [.invoices, .contracts].contains(table), after.contains(where: { $0.key == "state" }) {
          return .final(table, key: key)
        }
        guard let record = try store.record(of: table, key: key),
          after.allSatisfy({ record[$0.key] == $0.value })
        else { return .inUse(table, key: key) }
        var altered = AlteredRow(record)
        for member in before { altered.set(.value(member.value), for: member.key) }
        var set = ChangeSet()
        set.update(altered)
        _ = try commit.perform(set)
        count += 1
      }
    }
    try commit.finish()
    return nil
  }

  // MARK: Inserts

  private func remove(
    _ table: Table,
    _ first: String,
    _ last: String,
    _ count: inout Int
  ) throws(StoreError) -> Store.UndoRefusal? {
    let layout = table.layout
    let column = layout.columns[layout.keyPosition].name
    guard let from = layout.key(spelled: first), let to = layout.key(spelled: last) else {
      return nil
    }
    let altered = try connection.rows(
      "SELECT \(column) FROM \(layout.name) WHERE \(column) BETWEEN $1 AND $2 AND revision > 1",
      [from, to]
    )
    for row in altered where try isChangedByOthers(table, row[0]) {
      return .inUse(table, key: row[0])
    }
    try connection.execute(
      """
      DELETE FROM cases WHERE wizard = $1 AND record_table = $2
        AND record_key IN (
          SELECT CAST(\(column) AS TEXT) FROM \(layout.name) WHERE \(column) BETWEEN $3 AND $4)
      """,
      [.text(run.identity.wizard), .text(layout.name), from, to]
    )
    do throws(StoreError) {
      count += try connection.execute(
        "DELETE FROM \(layout.name) WHERE \(column) BETWEEN $1 AND $2",
        [from, to]
      )
      return nil
    } catch .constraint(.reference, _) {
      return .inUse(table, key: from)
    }
  }

  private func isChangedByOthers(_ table: Table, _ key: SQLValue) throws(StoreError) -> Bool {
    let own = changeRanges
    let rows = try connection.rows(
      """
      SELECT seq FROM changes WHERE record_table = $1 AND record_key = $2 AND command <> $3
      """,
      [.text(table.name), .text(key.keyText), .text(provenance.command)]
    )
    return rows.contains { row in
      !own.contains { $0.contains(row[0].integer ?? 0) }
    }
  }
}

extension TableLayout {
  /// The key of a record as the history spells it; `nil` for none.
  fileprivate func key(spelled text: String) -> SQLValue? {
    columns[keyPosition].kind == .text ? .text(text) : Int64(text).map(SQLValue.integer)
  }
}
