extension Store {
  /// Works on an import inside one transaction; records, rejects and progress are kept together.
  ///
  /// - Parameters:
  ///   - provenance: How the records come to be; row and case are given with each set.
  ///   - isRehearsal: Whether all of it is undone at the end.
  ///   - body: What is done; whether it shall be kept.
  /// - Throws: ``StoreError``; nothing of this transaction is there then.
  package func importing(
    _ provenance: Provenance,
    isRehearsal: Bool = false,
    _ body: (ImportBatch) throws(StoreError) -> Bool
  ) throws(StoreError) {
    func work(_ connection: any SQLConnection) throws(StoreError) -> Bool {
      let batch = ImportBatch(connection, provenance)
      let isKept = try body(batch)
      try batch.finish()
      return isKept
    }
    if isRehearsal {
      _ = try rehearsing(work)
    } else {
      try writing(work, purpose: .importing, isKept: { $0 })
    }
  }

  /// Finds the imports of the same rows, the latest first.
  package func imports(like identity: ImportIdentity) throws(StoreError) -> [ImportRun] {
    try runs(
      """
      WHERE digest = $1 AND size = $2 AND wizard = $3 AND wizard_version = $4 AND settings = $5
      """,
      [
        .text(identity.digest), .integer(identity.size), .text(identity.wizard),
        .integer(identity.wizardVersion), .text(identity.settings),
      ]
    )
  }

  /// Reads all imports, the latest first.
  package func imports() throws(StoreError) -> [ImportRun] {
    try runs("", [])
  }

  /// Finds an import by its number.
  package func importRun(_ number: Int64) throws(StoreError) -> ImportRun? {
    try runs("WHERE run = $1", [.integer(number)]).first
  }

  /// Reads the rows that an import refused, in the order of the input, piece by piece.
  ///
  /// - Parameters:
  ///   - run: The import's number.
  ///   - row: The row after which to begin.
  ///   - limit: The greatest number of rows.
  /// - Returns: The rows.
  /// - Throws: ``StoreError``.
  package func rejects(
    ofImport run: Int64,
    after row: Int64 = 0,
    limit: Int = 1_000
  ) throws(StoreError) -> [RejectedRow] {
    try rows(
      """
      SELECT row, line, problems, content FROM import_rejects
      WHERE run = $1 AND row > $2 ORDER BY row LIMIT \(limit)
      """,
      [.integer(run), .integer(row)]
    ).map { values in
      RejectedRow(
        row: values[0].integer ?? 0,
        line: values[1].integer ?? 0,
        problems: values[2].text ?? "",
        content: values[3].text ?? ""
      )
    }
  }

  private func runs(_ condition: String, _ bindings: [SQLValue]) throws(StoreError) -> [ImportRun] {
    try rows(
      """
      SELECT run, wizard, wizard_version, source, size, digest, settings, state, stored, updated,
        unchanged, rejected, skipped, started_at, started_by, ended_at, format, header
      FROM imports \(condition) ORDER BY run DESC
      """,
      bindings
    ).map { row in
      func count(_ position: Int) -> Int { Int(row[position].integer ?? 0) }
      var run = ImportRun(
        ImportIdentity(
          wizard: row[1].text ?? "",
          wizardVersion: row[2].integer ?? 0,
          size: row[4].integer ?? 0,
          digest: row[5].text ?? "",
          settings: row[6].text ?? ""
        ),
        source: row[3].text ?? "",
        startedAt: row[13].text ?? "",
        startedBy: row[14].text ?? ""
      )
      run.number = row[0].integer ?? 0
      run.state = row[7].text.flatMap(ImportRun.State.init) ?? .open
      run.counts.stored = count(8)
      run.counts.updated = count(9)
      run.counts.unchanged = count(10)
      run.counts.rejected = count(11)
      run.counts.skipped = count(12)
      run.endedAt = row[15].text
      run.format = row[16].text ?? ""
      run.header = row[17].text ?? ""
      return run
    }
  }
}
