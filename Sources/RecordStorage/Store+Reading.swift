extension Store {
  /// Reads records of a table.
  ///
  /// Texts are sorted by their bytes; an order that follows a language is the caller's. Records that
  /// are equal in the sorted column come in the order of their keys.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - selection: Which records, and in which order; an unknown key sorts by the table's key.
  /// - Returns: The records, all at once; ``forEach(of:where:perform:)`` holds one page only.
  /// - Throws: ``StoreError``.
  package func records(
    of table: Table,
    where selection: Selection = Selection()
  ) throws(StoreError) -> [Record] {
    let layout = table.layout
    let direction = selection.isDescending ? "DESC" : "ASC"
    let position = selection.sortedBy.flatMap(layout.position(of:)) ?? layout.keyPosition
    return try records(
      of: table,
      selection.condition(on: table),
      """
      ORDER BY \(layout.expression(at: position)) \(direction), \(layout.keyExpression)
      \(selection.limit.map { "LIMIT \(max(0, $0))" } ?? "")
      """
    )
  }

  /// Reads records of a table one after the other in the order of their keys, page by page.
  ///
  /// No lock is held between two pages, so that a long export keeps nobody from writing: each record
  /// is whole, and records that others add or change meanwhile may or may not be seen so.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - selection: Which records; its order and limit are not used.
  ///   - body: What to do with each; returns whether to go on.
  /// - Throws: ``StoreError``.
  package func forEach(
    of table: Table,
    where selection: Selection = Selection(),
    perform body: (Record) -> Bool
  ) throws(StoreError) {
    var pages = RecordPages(of: table, where: selection, in: self)
    while let page = try pages.next() {
      for record in page {
        guard body(record) else { return }
      }
    }
  }

  /// Counts the records of a table.
  package func count(
    of table: Table,
    where selection: Selection = Selection()
  ) throws(StoreError) -> Int {
    let condition = selection.condition(on: table)
    let joined = table == .externalUsers ? " JOIN contacts AS p ON p.no = t.contact" : ""
    return try number(
      "SELECT count(*) FROM \(table.name) AS t\(joined) \(condition.sql)",
      condition.bindings
    )
  }

  /// Counts what the store holds beside records.
  ///
  /// - Returns: The number of drafts, of changes in the history, and of cases carried out.
  /// - Throws: ``StoreError``.
  package func otherCounts() throws(StoreError) -> (drafts: Int, changes: Int, cases: Int) {
    (
      try number("SELECT count(*) FROM drafts", []), try number("SELECT count(*) FROM changes", []),
      try number("SELECT count(*) FROM cases", [])
    )
  }

  /// Reads the record with a key; `nil` when there is none.
  package func record(of table: Table, key: SQLValue) throws(StoreError) -> Record? {
    try record(of: table, "\(table.layout.keyExpression) = $", key)
  }

  /// Reads the first record that a term holds of; `$` stands for the value.
  func record(of table: Table, _ term: String, _ value: SQLValue) throws(StoreError) -> Record? {
    var condition = Condition()
    condition.add(term, value)
    return try records(of: table, condition, "LIMIT 1").first
  }

  /// Reads records that a condition holds of.
  func records(
    of table: Table,
    _ condition: Condition,
    _ ending: String
  ) throws(StoreError) -> [Record] {
    try rows("\(table.layout.selection) \(condition.sql) \(ending)", condition.bindings)
      .map { Record(table: table, values: $0) }
  }

  private func number(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> Int {
    try rows(sql, bindings).first?.first?.integer.map { Int($0) } ?? 0
  }
}

extension TableLayout {
  /// The key as a statement writes it.
  var keyExpression: String {
    expression(at: keyPosition)
  }

  /// A column, own or linked, as a statement writes it.
  func expression(at position: Int) -> String {
    let column = column(at: position)
    return column.origin == .linked ? column.name : "t.\(column.name)"
  }
}
