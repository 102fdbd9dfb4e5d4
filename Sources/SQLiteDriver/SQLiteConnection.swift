import CSQLite
import RecordStorage

/// A connection to an SQLite database, closed when its last owner goes.
///
/// Durability rests on `journal_mode=TRUNCATE` with `synchronous=FULL`: SQLite's own default loses
/// acknowledged commits at a power cut, and write-ahead logging has a defect before 3.51.3.
///
/// - SeeAlso: sqlite.org/pragma.html, sqlite.org/security.html, sqlite.org/walreset.html.
@safe
final class SQLiteConnection: SQLConnection {
  /// "alta" in ASCII; marks a file as a store.
  static let applicationID: Int64 = 0x616C_7461

  private let handle: OpaquePointer
  private let path: String
  private let waitLimit: Duration
  private let lock: WriteLock?
  private var statements: [String: SQLiteStatement] = [:]
  private var inserts: [(template: InsertionTemplate, statement: SQLiteStatement)] = []
  private var bytes: [UInt8] = []
  private var fault: StoreError?
  private var isSettled = false
  private var isJournalChosen: Bool

  let dialect = SQLDialect.sqlite

  /// What holds for all connections; settled before the first of them, as the library asks for.
  private static let settings: Int32 = alta_sqlite3_count_no_memory()

  /// Opens a database.
  ///
  /// - Parameters:
  ///   - file: An absolute path of a regular file, or `nil` for a database in memory.
  ///   - waitLimit: How long to wait for others.
  /// - Throws: ``StoreError`` when the file cannot be opened or is not a database.
  init(_ file: String?, waitLimit: Duration) throws(StoreError) {
    _ = SQLiteConnection.settings
    var opened: OpaquePointer?
    let flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE
      | (file == nil ? SQLITE_OPEN_MEMORY : 0)
    let path = file ?? ":memory:"
    let result = unsafe sqlite3_open_v2(path, &opened, flags, nil)
    guard let handle = unsafe opened else { throw .failure(code: Int(SQLITE_NOMEM)) }
    guard result == SQLITE_OK else {
      let fault = unsafe StoreError(result, of: handle, path: path, waitLimit: waitLimit)
      _ = unsafe sqlite3_close_v2(handle)
      throw fault
    }
    unsafe self.handle = unsafe handle
    self.path = path
    self.waitLimit = waitLimit
    self.lock = file.map { WriteLock("\($0).lock") }
    self.isJournalChosen = file == nil
    try configure()
  }

  deinit {
    // Statements must go first: a connection with statements stays open.
    statements = [:]
    inserts = []
    _ = unsafe sqlite3_close_v2(handle)
  }

  var isUsable: Bool {
    fault == nil
  }

  // MARK: Statements

  @discardableResult
  func execute(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> Int {
    try run(sql, bindings) { _ in }
    return Int(unsafe sqlite3_changes64(handle))
  }

  func insert(
    _ insert: TapedInsert,
    on tape: InsertionTape,
    _ figures: [Int64]
  ) throws(StoreError) {
    if let fault { throw fault }
    let prepared: SQLiteStatement
    // Of few tables, and asked for all the time: comparing is quicker than hashing.
    if let known = inserts.first(where: { $0.template === insert.template }) {
      prepared = known.statement
    } else {
      prepared = try statement(insert.template.sql)
      inserts.removeAll { $0.template.sql == insert.template.sql }
      inserts.append((insert.template, prepared))
    }
    let result = prepared.run(insert, on: tape.bytes, figures)
    guard result == SQLITE_DONE else { throw refusal(result) }
  }

  /// SQLite has no copies; it takes single inserts as fast.
  func copy(_ sql: String, _ rows: [UInt8]) throws(StoreError) {
    throw .failure(code: Int(SQLITE_MISUSE))
  }

  func rows(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try run(sql, bindings) { rows.append($0) }
    return rows
  }

  private func run(
    _ sql: String,
    _ bindings: [SQLValue],
    row: ([SQLValue]) -> Void
  ) throws(StoreError) {
    if let fault { throw fault }
    let result = try statement(sql).run(bindings, bytes: &bytes, row: row)
    guard result == SQLITE_DONE else { throw refusal(result) }
  }

  private func statement(_ sql: String) throws(StoreError) -> SQLiteStatement {
    if let statement = statements[sql] { return statement }
    var prepared: OpaquePointer?
    let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
    let result = unsafe sqlite3_prepare_v3(handle, sql, -1, flags, &prepared, nil)
    guard result == SQLITE_OK, let prepared = unsafe prepared else { throw refusal(result) }
    // The texts of statements follow from the tables; the bound is for a caller's many sort orders.
    if statements.count >= 256 { statements = [:] }
    let statement = unsafe SQLiteStatement(owning: prepared)
    statements[sql] = statement
    return statement
  }

  /// Describes a failure, and gives the connection up where the file is in doubt.
  private func refusal(_ result: Int32) -> StoreError {
    let refusal = unsafe StoreError(result, of: handle, path: path, waitLimit: waitLimit)
    switch refusal {
    case .io, .corrupt, .notAStore: fault = refusal
    default: break
    }
    return refusal
  }

  // MARK: Transactions

  func begin(_ purpose: TransactionPurpose) throws(StoreError) {
    if let fault { throw fault }
    try settle()
    switch purpose {
    case .writing: try prepareWriting(for: .single)
    case .importing: try prepareWriting(for: .oneOfMany)
    case .rehearsing: break
    }
    do throws(StoreError) {
      try execute("BEGIN IMMEDIATE", [])
    } catch {
      lock?.release()
      throw error
    }
  }

  func commit() throws(StoreError) {
    try execute("COMMIT", [])
    lock?.release()
  }

  func rollback() {
    // SQLite rolls back by itself after some failures, and then has nothing to roll back.
    if unsafe sqlite3_get_autocommit(handle) == 0 {
      _ = unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
    }
    lock?.release()
  }

  func claim(_ right: StoreRight) throws(StoreError) -> Bool { try lock?.claim(right) ?? true }

  var isWantedByOthers: Bool { lock?.isWantedByOthers ?? false }

  func scrub() throws(StoreError) {
    if let fault { throw fault }
    try settle()
    try prepareWriting(for: .single)
    defer { lock?.release() }
    // The new file is built as an attached database; nothing else may attach one.
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1)
    defer { _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0) }
    try execute("VACUUM", [])
  }

  /// Takes the lock and chooses the journal, once.
  private func prepareWriting(for turn: WriteLock.Turn) throws(StoreError) {
    try lock?.take(within: waitLimit, for: turn)
    guard !isJournalChosen else { return }
    do throws(StoreError) {
      _ = try rows("PRAGMA journal_mode = TRUNCATE", [])
      isJournalChosen = true
    } catch {
      lock?.release()
      throw error
    }
  }

  // MARK: Marks

  func mark() throws(StoreError) -> SchemaMark {
    let application = try number("PRAGMA application_id")
    let version = try number("PRAGMA user_version")
    if application == SQLiteConnection.applicationID { return .version(Int(version)) }
    guard application == 0, version == 0 else { return .foreign }
    return try number("SELECT count(*) FROM sqlite_schema") == 0 ? .empty : .foreign
  }

  func setMark(version: Int) throws(StoreError) {
    try execute("PRAGMA application_id = \(SQLiteConnection.applicationID)", [])
    try execute("PRAGMA user_version = \(version)", [])
  }

  private func number(_ sql: String) throws(StoreError) -> Int64 {
    try rows(sql, []).first?.first?.integer ?? 0
  }

  // MARK: Settings

  private func configure() throws(StoreError) {
    // Before anything else: whatever waits for a lock fails at once without it.
    let (seconds, attoseconds) = waitLimit.components
    let milliseconds =
      seconds.multipliedReportingOverflow(by: 1000).partialValue
      + attoseconds / 1_000_000_000_000_000
    _ = unsafe sqlite3_busy_timeout(handle, Int32(clamping: milliseconds))
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1_000_000)
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 100_000)
    _ = unsafe sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0)
    for (option, on) in [
      (SQLITE_DBCONFIG_DEFENSIVE, true), (SQLITE_DBCONFIG_ENABLE_FKEY, true),
      (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false), (SQLITE_DBCONFIG_DQS_DML, false),
      (SQLITE_DBCONFIG_DQS_DDL, false),
    ] {
      _ = unsafe alta_sqlite3_db_switch(handle, Int32(option), on ? 1 : 0)
    }
    try set("cell_size_check = ON", "mmap_size = 0", "secure_delete = ON")
  }

  /// Makes the settings that only changes need, once, before the first of them.
  ///
  /// SQLite reads the whole schema for these. Whoever opens a store and asks nothing of it yet does
  /// not wait for that, and the schema of a file that is no store is never read.
  private func settle() throws(StoreError) {
    guard !isSettled else { return }
    try set("synchronous = FULL", "cache_size = -65536")
    isSettled = true
  }

  private func set(_ settings: String...) throws(StoreError) {
    for setting in settings {
      let result = unsafe sqlite3_exec(handle, "PRAGMA \(setting)", nil, nil, nil)
      guard result == SQLITE_OK else { throw refusal(result) }
    }
  }
}

// MARK: Whole databases

extension SQLiteConnection {
  /// Copies the whole database into another one, as of one moment.
  func copy(to target: SQLiteConnection) throws(StoreError) {
    try target.settle()
    guard let backup = unsafe sqlite3_backup_init(target.handle, "main", handle, "main") else {
      throw target.refusal(unsafe sqlite3_errcode(target.handle))
    }
    let stepped = unsafe sqlite3_backup_step(backup, -1)
    let finished = unsafe sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE, finished == SQLITE_OK else {
      throw target.refusal(stepped == SQLITE_DONE ? finished : stepped)
    }
  }
}
