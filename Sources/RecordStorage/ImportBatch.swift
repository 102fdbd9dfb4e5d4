/// One transaction of an import: the sets of many rows, the rows that are refused, and how far it came.
///
/// Belongs to one transaction and is of no use after it.
package final class ImportBatch {
  private let connection: any SQLConnection
  private var commit: Commit
  /// The keys of the records of each table, by its number on a tape.
  private var inserted = [KeyRanges](repeating: KeyRanges(), count: tapeTables.count)

  /// The history before the first change of this batch; `nil` where it changed nothing yet.
  private var historyBefore: Int64?
  /// How changes are named among the records of an import.
  static let changes = "changes"

  init(_ connection: any SQLConnection, _ provenance: Provenance) {
    self.connection = connection
    commit = Commit(connection, provenance)
  }

  /// Performs the changes of a row's set, all or none.
  ///
  /// - Parameters:
  ///   - set: The changes.
  ///   - row: The row of the input, counted from 1.
  ///   - caseKey: The caller's key of the case.
  /// - Returns: What was written.
  /// - Throws: ``StoreError``; nothing of the set is there then, and the batch goes on unless the
  ///   store itself is in trouble.
  @discardableResult
  package func perform(
    _ set: ChangeSet,
    row: Int,
    caseKey: String?
  ) throws(StoreError) -> Receipt {
    let isPlain = set.changes.allSatisfy { if case .insert = $0 { true } else { false } }
    if !isPlain, historyBefore == nil { historyBefore = try lastOfHistory() }
    let receipt = try commit.perform(set, row: Int64(row), caseKey: caseKey)
    for (change, row) in zip(set.changes, receipt.rows) {
      if case .insert = change { inserted[Int(row.table.tapeNumber)].add(row.key) }
    }
    return receipt
  }

  /// Performs the inserts of a row's set, all or none.
  ///
  /// - Parameters:
  ///   - tape: The tape.
  ///   - range: Where the set is.
  ///   - row: The row of the input, counted from 1.
  /// - Throws: ``StoreError``, as ``perform(_:row:caseKey:)`` does.
  package func perform(_ tape: InsertionTape, _ range: Range<Int>, row: Int) throws(StoreError) {
    try commit.perform(tape, range, row: Int64(row)) { table, key in
      inserted[Int(table.tapeNumber)].add(key)
    }
  }

  /// Looks up at once what is unique about the sets of many rows, where that is quicker than row by row.
  ///
  /// - Parameters:
  ///   - tape: The tape.
  ///   - ranges: Where the sets are.
  /// - Throws: ``StoreError``.
  package func prepare(_ tape: InsertionTape, _ ranges: [Range<Int>]) throws(StoreError) {
    guard !connection.dialect.survivesRefusals else { return }
    try commit.pending.look(tape, ranges, with: connection)
  }

  /// Writes what waits, so that what is read from the store next is complete.
  ///
  /// - Parameter keys: What is unique about what is looked for; `nil` where it may be anything.
  /// - Throws: ``StoreError``.
  package func settle(_ keys: [UniqueKey]? = nil) throws(StoreError) {
    if keys.map(commit.pending.hold) ?? true { try commit.settle() }
  }

  /// Keeps a row that was refused.
  package func reject(_ row: RejectedRow, of run: ImportRun) throws(StoreError) {
    try connection.execute(
      "INSERT INTO import_rejects(run, row, line, problems, content) VALUES ($1, $2, $3, $4, $5)",
      [
        .integer(run.number), .integer(row.row), .integer(row.line), .text(row.problems),
        .text(row.content),
      ]
    )
  }

  /// Whether others wait for this batch to end.
  package var isWantedByOthers: Bool { connection.isWantedByOthers }

  /// Keeps an import that begins.
  ///
  /// - Returns: The import with its number.
  package func begin(_ run: ImportRun) throws(StoreError) -> ImportRun {
    var begun = run
    let identity = run.identity
    begun.number = try commit.counters.draw("imports")
    try connection.execute(
      """
      INSERT INTO imports(run, wizard, wizard_version, source, size, digest, settings, format,
        header, started_at, started_by, state, rows, stored, updated, unchanged, rejected, skipped)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open', 0, 0, 0, 0, 0, 0)
      """,
      [
        .integer(begun.number), .text(identity.wizard), .integer(identity.wizardVersion),
        .text(run.source),
        .integer(identity.size), .text(identity.digest), .text(identity.settings),
        .text(run.format), .text(run.header), .text(run.startedAt), .text(run.startedBy),
      ]
    )
    return begun
  }

  /// Keeps how far an import came, and which records are its own.
  package func note(_ run: ImportRun) throws(StoreError) {
    let counts = run.counts
    try connection.execute(
      """
      UPDATE imports SET state = $1, rows = $2, stored = $3, updated = $4, unchanged = $5,
        rejected = $6, skipped = $7, ended_at = $8 WHERE run = $9
      """,
      [
        .text(run.state.rawValue), .integer(Int64(counts.read)), .integer(Int64(counts.stored)),
        .integer(Int64(counts.updated)), .integer(Int64(counts.unchanged)),
        .integer(Int64(counts.rejected)), .integer(Int64(counts.skipped)), SQLValue(run.endedAt),
        .integer(run.number),
      ]
    )
    if let before = historyBefore {
      let last = try lastOfHistory()
      if last > before { try note(ImportBatch.changes, "\(before + 1)", "\(last)", in: run) }
      historyBefore = nil
    }
    for (table, keys) in zip(tapeTables, inserted) {
      for range in keys.numbers {
        try note(table.name, String(range.lowerBound), String(range.upperBound), in: run)
      }
      for code in keys.codes { try note(table.name, code, code, in: run) }
    }
    inserted = [KeyRanges](repeating: KeyRanges(), count: tapeTables.count)
  }

  func finish() throws(StoreError) {
    try commit.finish()
  }

  private func lastOfHistory() throws(StoreError) -> Int64 {
    try connection.rows("SELECT max(seq) FROM changes", []).first?.first?.integer ?? 0
  }

  private func note(
    _ table: String,
    _ first: String,
    _ last: String,
    in run: ImportRun
  ) throws(StoreError) {
    try connection.execute(
      "INSERT INTO import_records(run, record_table, first, last) VALUES ($1, $2, $3, $4)",
      [.integer(run.number), .text(table), .text(first), .text(last)]
    )
  }
}

/// The keys of records, numbers as unbroken sequences.
private struct KeyRanges {
  var numbers: [ClosedRange<Int64>] = []
  var codes: [String] = []

  mutating func add(_ key: SQLValue) {
    if let number = key.integer { add(number) } else { codes.append(key.keyText) }
  }

  mutating func add(_ number: Int64) {
    if let last = numbers.last, last.upperBound + 1 == number {
      numbers[numbers.count - 1] = last.lowerBound...number
    } else {
      numbers.append(number...number)
    }
  }
}
