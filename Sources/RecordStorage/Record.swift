/// A row of a table, with what it shows of the records it refers to.
package struct Record: Equatable, Sendable {
  /// The table it is of.
  package let table: Table
  /// One value per column of the table's layout, own columns first, then linked ones.
  package let values: [SQLValue]

  /// A record as it will be, as far as that is known before it is stored; it has no key yet.
  package init(pending row: NewRow) {
    let layout = row.table.layout
    let own = row.cells.map { cell in
      if case .value(let value) = cell { value } else { SQLValue.null }
    }
    self.init(table: row.table, values: own + layout.linked.map { _ in .null })
  }

  init(table: Table, values: [SQLValue]) {
    self.table = table
    self.values = values
  }

  /// The value of a column; nothing when the table has no column with this key.
  ///
  /// - Parameter key: The column's name in answer files, for example `postalCode`.
  package subscript(_ key: String) -> SQLValue {
    table.layout.position(of: key).map { values[$0] } ?? .null
  }

  /// The key that other records refer to it by.
  package var key: SQLValue {
    values[table.layout.keyPosition]
  }

  /// How often it was stored; 1 for a record that was never changed.
  package var revision: Int64 {
    values[table.layout.revisionPosition].integer ?? 0
  }

  /// What people call it: `CT-0001`, an identifier, an e-mail address, a code.
  package var name: String {
    let layout = table.layout
    if layout.numberPrefix != nil { return layout.name(ofKey: key) ?? "" }
    return self[layout.nameKey].text ?? key.keyText
  }
}
