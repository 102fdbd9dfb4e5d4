/// The numbers that a transaction draws; written back once, at its end.
///
/// Counters are rows, not sequences of the database: a number of a transaction that was rolled back
/// is given out again.
struct Counters {
  private let connection: any SQLConnection
  /// Few, so that looking through them is quicker than hashing.
  private var values: [(name: String, value: Int64)] = []

  init(_ connection: any SQLConnection) {
    self.connection = connection
  }

  /// Draws the next number, from 1.
  ///
  /// - Throws: ``StoreError``, `corrupt` for a counter at the end of its range.
  mutating func draw(_ name: String) throws(StoreError) -> Int64 {
    let place = try place(of: name)
    let (next, overflow) = values[place].value.addingReportingOverflow(1)
    guard !overflow else { throw .corrupt }
    values[place].value = next
    return next
  }

  /// Stores the counters that were drawn from.
  func save() throws(StoreError) {
    for (name, value) in values.sorted(by: { $0.name < $1.name }) {
      try connection.execute(
        "UPDATE counters SET value = $1 WHERE name = $2",
        [.integer(value), .text(name)]
      )
    }
  }

  // The upsert locks the row where a server lets several transactions write at once.
  private mutating func place(of name: String) throws(StoreError) -> Int {
    if let place = values.firstIndex(where: { $0.name == name }) { return place }
    let rows = try connection.rows(
      """
      INSERT INTO counters(name, value) VALUES ($1, 0)
      ON CONFLICT (name) DO UPDATE SET value = counters.value RETURNING value
      """,
      [.text(name)]
    )
    let value = rows.first?.first?.integer ?? 0
    values.append((name, value))
    return values.count - 1
  }
}
