/// What takes the records that finishing makes, one after the other.
///
/// A ``ChangeSet`` keeps them, to be shown and committed; a ``TapedSet`` spells them for a tape, a million times over.
package protocol RecordTaker {
  /// Begins a record.
  mutating func begin(_ table: Table)
  /// Gives a column of the record its cell.
  ///
  /// - Parameters:
  ///   - cell: What to store.
  ///   - position: The position of a column that can be given.
  mutating func give(_ cell: Cell, at position: Int)
  /// Ends the record.
  ///
  /// - Returns: Its position, for ``Cell/row(_:)``.
  mutating func end() -> Int
}

extension ChangeSet: RecordTaker {
  package mutating func begin(_ table: Table) {
    begun = NewRow(in: table)
  }

  package mutating func give(_ cell: Cell, at position: Int) {
    begun?.set(cell, at: position)
  }

  package mutating func end() -> Int {
    guard let row = begun else { return changes.count }
    begun = nil
    return insert(row)
  }

  /// Gives all records to another taker.
  ///
  /// - Returns: Whether the set does nothing else; what the taker has is of no use otherwise.
  package func give(to taker: inout some RecordTaker) -> Bool {
    for change in changes {
      guard case .insert(let row) = change else { return false }
      taker.begin(row.table)
      for given in row.given { taker.give(given.cell, at: given.position) }
      _ = taker.end()
    }
    return true
  }
}
