extension Commit {
  /// Performs the inserts of a set on a tape, all or none.
  ///
  /// - Parameters:
  ///   - tape: The tape.
  ///   - range: Where the set is.
  ///   - row: The row of the source.
  ///   - noted: Receives the key of each record.
  /// - Throws: ``StoreError``; nothing of the set is there then.
  mutating func perform(
    _ tape: InsertionTape,
    _ range: Range<Int>,
    row: Int64,
    noted: (Table, Int64) -> Void
  ) throws(StoreError) {
    let before = counters
    done.removeAll(keepingCapacity: true)
    do throws(StoreError) {
      let (drawn, inserts) = tape.inserts(range)
      figures.removeAll(keepingCapacity: true)
      figures.append(row)
      for table in drawn { figures.append(try counters.draw(table.layout.name)) }
      if connection.dialect.survivesRefusals {
        for insert in inserts {
          try connection.insert(insert, on: tape, figures)
          done.append((insert.table, figures[insert.keyFigure]))
        }
      } else {
        try pending.look(tape, [range], with: connection)
        try pending.add(tape, inserts, figures)
        if pending.isFull { try settle() }
        for insert in inserts { done.append((insert.table, figures[insert.keyFigure])) }
      }
    } catch {
      guard connection.isUsable else { throw error }
      for (table, key) in done.reversed() { try remove(table, .integer(key)) }
      counters = before
      throw error
    }
    for (table, key) in done { noted(table, key) }
  }
}
