extension Commit {
  /// Performs the inserts of a set on a tape, all or none.
  ///
  /// - Parameters:
  ///   - tape: The bytes of an ``InsertionTape``.
  ///   - range: Where the set is.
  ///   - row: The row of the source.
  ///   - noted: Receives the key of each record.
  /// - Throws: ``StoreError``; nothing of the set is there then.
  mutating func perform(
    _ tape: [UInt8],
    _ range: Range<Int>,
    row: Int64,
    noted: (Table, Int64) -> Void
  ) throws(StoreError) {
    let before = counters
    let hasSavepoint = !connection.dialect.survivesRefusals
    if hasSavepoint { try connection.execute("SAVEPOINT one_set", []) }
    done.removeAll(keepingCapacity: true)
    do throws(StoreError) {
      var place = range.lowerBound
      figures.removeAll(keepingCapacity: true)
      figures.append(row)
      let count = Int(tape[place])
      for number in tape[place + 1...place + count] {
        figures.append(try counters.draw(tapeTables[Int(number)].layout.name))
      }
      place += 1 + count
      while place < range.upperBound {
        let table = tapeTables[Int(tape[place])]
        let key = figures[Int(tape[place + 1])]
        let length = (0..<4).reduce(0) { $0 | Int(tape[place + 2 + $1]) << (8 * $1) }
        let parameters = place + 6..<place + 6 + length
        try connection.insert(table.layout.insertion, tape, parameters, figures)
        done.append((table, key))
        place = parameters.upperBound
      }
    } catch {
      guard connection.isUsable else { throw error }
      if hasSavepoint {
        try connection.execute("ROLLBACK TO one_set", [])
        try connection.execute("RELEASE one_set", [])
      } else {
        for (table, key) in done.reversed() { try remove(table, .integer(key)) }
      }
      counters = before
      throw error
    }
    if hasSavepoint { try connection.execute("RELEASE one_set", []) }
    for (table, key) in done { noted(table, key) }
  }
}
