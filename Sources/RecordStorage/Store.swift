/// The records, wherever they are kept.
///
/// Reading from a store that is not there finds nothing and creates nothing; the first commit or
/// draft creates it. Used by one thread at a time; other threads and processes have stores of their
/// own on the same location.
package final class Store {
  private let source: ConnectionSource
  private let schema: Schema
  private var connection: (any SQLConnection)?
  // What changes are rehearsed on while nothing is at the location.
  private var standIn: (any SQLConnection)?

  /// Opens a store for reading; it may not be there yet.
  ///
  /// An older schema is brought to the current version, in one transaction.
  ///
  /// - Parameters:
  ///   - source: Where its connections come from.
  ///   - schema: The schema to expect; another one than the current is for tests.
  /// - Throws: ``StoreError`` when something is there that cannot be read as a store.
  package init(reading source: ConnectionSource, schema: Schema = .current) throws(StoreError) {
    self.source = source
    self.schema = schema
    _ = try opened()
  }

  /// Where it is, as a person wrote it.
  package var location: String {
    source.location
  }

  /// Whether there is anything at the location.
  package var exists: Bool {
    get throws(StoreError) { try opened() != nil }
  }

  /// The version of its schema.
  package var schemaVersion: Int {
    schema.version
  }

  /// Reads all rows of a statement from what is at the location; none where nothing is.
  func rows(_ sql: String, _ bindings: [SQLValue] = []) throws(StoreError) -> [[SQLValue]] {
    try opened()?.rows(sql, bindings) ?? []
  }

  /// Runs a body inside a transaction that is kept if the body returns, and undone if it throws.
  ///
  /// - Parameters:
  ///   - body: What is done.
  ///   - purpose: What the transaction is for.
  ///   - isKept: Whether the transaction is kept, by what the body returned.
  /// - Returns: What the body returned.
  /// - Throws: ``StoreError``; nothing is changed then.
  @discardableResult
  func writing<Result>(
    _ body: (any SQLConnection) throws(StoreError) -> Result,
    purpose: TransactionPurpose = .writing,
    isKept: (Result) -> Bool = { _ in true }
  ) throws(StoreError) -> Result {
    let writer: any SQLConnection
    if let open = try opened() { writer = open } else { writer = try source.creating() }
    try writer.begin(purpose)
    // Whoever reads from within the body finds what it wrote.
    let before = connection
    connection = writer
    do throws(StoreError) {
      try schema.migrate(writer, path: location)
      let result = try body(writer)
      guard isKept(result) else {
        writer.rollback()
        connection = before
        return result
      }
      try writer.commit()
      standIn = nil
      return result
    } catch {
      writer.rollback()
      connection = before
      throw error
    }
  }

  /// Takes a right that one process at a time has, for as long as it lives.
  ///
  /// - Parameter right: The right.
  /// - Returns: Whether this process has it now; also where nothing is at the location.
  /// - Throws: ``StoreError``.
  package func claim(_ right: StoreRight) throws(StoreError) -> Bool {
    try opened()?.claim(right) ?? true
  }

  /// Rewrites what is stored, so that nothing that was deleted can be read from the files.
  ///
  /// An erasure does this itself; this repeats it where it could not, for lack of space for example.
  ///
  /// - Throws: ``StoreError``; no record is lost by it.
  /// - Complexity: O(*n*) in the size of the store, during which others wait.
  package func scrub() throws(StoreError) {
    try opened()?.scrub()
  }

  /// Runs a body inside a transaction that is undone in any case.
  func rehearsing<Result>(
    _ body: (any SQLConnection) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    let stage: any SQLConnection
    if let found = try opened() { stage = found } else { stage = try emptyStore() }
    try stage.begin(.rehearsing)
    let before = connection
    connection = stage
    defer {
      stage.rollback()
      connection = before
    }
    return try body(stage)
  }

  private func emptyStore() throws(StoreError) -> any SQLConnection {
    if let standIn { return standIn }
    let empty = try source.temporary()
    try empty.begin(.writing)
    try schema.migrate(empty, path: location)
    try empty.commit()
    standIn = empty
    return empty
  }

  /// The connection to what is at the location; `nil` when nothing is there.
  ///
  /// A connection that failed at input or output is not used again: what it believes the file to
  /// hold may not be so.
  private func opened() throws(StoreError) -> (any SQLConnection)? {
    if let connection, connection.isUsable { return connection }
    connection = nil
    guard let found = try source.existing() else { return nil }
    switch try schema.standing(of: found, path: location) {
    case .empty: return nil
    case .current: break
    case .behind:
      try found.begin(.writing)
      do throws(StoreError) {
        try schema.migrate(found, path: location)
        try found.commit()
      } catch {
        found.rollback()
        throw error
      }
    }
    connection = found
    return found
  }
}
