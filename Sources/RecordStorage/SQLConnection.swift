/// The database that SQL text is written for.
package enum SQLDialect: Sendable {
  /// SQLite 3.37 or newer (STRICT tables).
  case sqlite
  /// PostgreSQL 12 or newer.
  case postgresql

  /// Whether a transaction goes on after a statement that was refused.
  var survivesRefusals: Bool { self == .sqlite }
}

/// What a database says it is.
package enum SchemaMark: Equatable, Sendable {
  /// Nothing is in it: no table, no mark.
  case empty
  /// It holds something that is not alta's.
  case foreign
  /// It is a store with this version of the schema.
  case version(Int)
}

/// What a transaction is for.
package enum TransactionPurpose: Sendable {
  /// Its changes are to be kept.
  case writing
  /// Its changes are to be kept; it is one of very many, so that others may go first.
  case importing
  /// It is rolled back in any case; no file may differ afterwards.
  case rehearsing
}

/// What one process at a time does with a store.
package enum StoreRight: Int64, Sendable {
  /// Sending mails.
  case mailing = 3
}

/// An open connection to a database, used by one thread at a time.
///
/// Statements are prepared once and kept. Parameters are written `$1`, `$2`, … and appear first in
/// ascending order, which SQLite and PostgreSQL read alike. After a failed read or write of the
/// device the connection is not usable any more, because what a transaction left is unknown: every
/// call throws, and the owner opens another one.
package protocol SQLConnection: AnyObject {
  /// The dialect to write statements in.
  var dialect: SQLDialect { get }

  /// Whether the connection may be used further; false after an input or output failure.
  var isUsable: Bool { get }

  /// Runs a statement that gives no rows.
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - bindings: The values of `$1`, `$2`, …
  /// - Returns: The number of rows inserted, updated or deleted.
  /// - Throws: ``StoreError``; the statement then had no effect.
  @discardableResult
  func execute(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> Int

  /// Runs an insert of an ``InsertionTape``.
  ///
  /// - Parameters:
  ///   - insert: The insert.
  ///   - tape: The tape.
  ///   - figures: The whole numbers that parameters refer to.
  /// - Throws: ``StoreError``; the statement then had no effect.
  func insert(
    _ insert: TapedInsert,
    on tape: InsertionTape,
    _ figures: [Int64]
  ) throws(StoreError)

  /// Runs a statement that copies many rows into a table.
  ///
  /// - Parameters:
  ///   - sql: A `COPY … FROM STDIN`.
  ///   - rows: The rows in its text format.
  /// - Throws: ``StoreError``; also where the database has no such statement.
  func copy(_ sql: String, _ rows: [UInt8]) throws(StoreError)

  /// Runs a statement and gives all its rows.
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - bindings: The values of `$1`, `$2`, …
  /// - Returns: The rows in the statement's order, each with one value per column.
  /// - Throws: ``StoreError``.
  func rows(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> [[SQLValue]]

  /// Starts a transaction that may write, waiting for other writers up to the connection's limit.
  ///
  /// - Parameter purpose: Whether its changes are to be kept.
  /// - Throws: ``StoreError``, `busy` when others wrote for the whole time; nothing is started then.
  func begin(_ purpose: TransactionPurpose) throws(StoreError)

  /// Keeps the transaction's changes; when this returns they are on the disk.
  ///
  /// - Throws: ``StoreError``; the transaction is still to be rolled back.
  func commit() throws(StoreError)

  /// Whether others wait for the open transaction to end.
  var isWantedByOthers: Bool { get }

  /// Takes a right that one process at a time has, until the connection is closed, however it is.
  ///
  /// - Parameter right: The right.
  /// - Returns: Whether it is this connection's now; `false` where another one has it.
  /// - Throws: ``StoreError``.
  func claim(_ right: StoreRight) throws(StoreError) -> Bool

  /// Undoes the transaction, if one is open.
  func rollback()

  /// Rewrites what is stored, so that nothing that was deleted can be read from the files.
  ///
  /// - Throws: ``StoreError``; what is stored is the same in any case.
  /// - Complexity: O(*n*) in the size of the store, during which others wait.
  func scrub() throws(StoreError)

  /// Reads what the database says it is.
  func mark() throws(StoreError) -> SchemaMark

  /// Marks the database as a store with a version of the schema, as part of the open transaction.
  func setMark(version: Int) throws(StoreError)
}
