import PlainValues
import RecordStorage

/// A connection to a PostgreSQL server, closed when its last owner goes.
///
/// One lock of the server keeps writers apart, as one file does where the store is one: what a transaction
/// read it may rely on.
@safe
final class PostgreSQLConnection: SQLConnection {
  /// "alta" in ASCII: the lock that writers of a store hold, beside the name of the schema that it is.
  private static let lock: Int32 = 0x616C_7461
  /// The results of a statement that went well: no rows, or some.
  private static let commandOK: Int32 = 1
  private static let rowsOK: Int32 = 2
  /// The result of a statement that waits for rows to copy.
  private static let copyIn: Int32 = 4

  private let library: LibPQ
  private let handle: OpaquePointer
  private let location: String
  private let waitSeconds: Int
  private var statements: [String: String] = [:]
  private var fault: StoreError?

  let dialect = SQLDialect.postgresql

  /// Connects to a server.
  ///
  /// - Parameters:
  ///   - location: A connection URI.
  ///   - shown: The location for messages, without a password.
  ///   - waitSeconds: How long to wait for others who write.
  /// - Throws: ``StoreError`` where there is no server, or no library to reach one.
  init(_ location: String, shown: String, waitSeconds: Int) throws(StoreError) {
    guard let library = LibPQ.shared else {
      throw .cannotOpen(path: shown, cause: .noDriver("libpq"))
    }
    guard let handle = unsafe library.connect(location) else {
      throw .failure(code: 0)
    }
    guard unsafe library.status(handle) == 0 else {
      let message = unsafe library.message(handle).map { unsafe String(cString: $0) } ?? ""
      unsafe library.finish(handle)
      throw .cannotOpen(path: shown, cause: .server(PostgreSQLConnection.firstLine(of: message)))
    }
    self.library = library
    unsafe self.handle = unsafe handle
    self.location = shown
    self.waitSeconds = waitSeconds
    do throws(StoreError) {
      try run("SET client_min_messages = warning")
      try run("SET client_encoding = 'UTF8'")
      try run("SET lock_timeout = '\(waitSeconds)s'")
      try run("SET idle_in_transaction_session_timeout = 0")
    } catch {
      unsafe library.finish(handle)
      throw error
    }
  }

  deinit { unsafe library.finish(handle) }

  /// The first line of what the server or the library says; it names hosts and accounts, never a password.
  private static func firstLine(of message: String) -> String {
    let line = message.split(separator: "\n").first.map(String.init) ?? ""
    return String(line.prefix(300))
  }

  var isUsable: Bool { fault == nil }

  // MARK: Statements

  @discardableResult
  func execute(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> Int {
    let result = unsafe try result(of: sql, bindings.map(PostgreSQLConnection.parameter))
    defer { unsafe library.clear(result) }
    return unsafe library.affected(result).flatMap { unsafe Int(String(cString: $0)) } ?? 0
  }

  func rows(_ sql: String, _ bindings: [SQLValue]) throws(StoreError) -> [[SQLValue]] {
    let result = unsafe try result(of: sql, bindings.map(PostgreSQLConnection.parameter))
    defer { unsafe library.clear(result) }
    let (rows, columns) = unsafe (library.rowCount(result), library.columnCount(result))
    let isNumber = (0..<columns).map { column in
      // int2, int4, int8, oid, numeric: what alta's columns and counts are.
      [21, 23, 20, 26, 1700].contains(unsafe library.type(result, column))
    }
    return (0..<rows).map { row in
      (0..<columns).map { column in
        guard unsafe library.isNull(result, row, column) == 0,
          let start = unsafe library.text(result, row, column)
        else { return SQLValue.null }
        let text = unsafe String(cString: start)
        return isNumber[Int(column)] ? SQLValue(Int64(text)) : .text(text)
      }
    }
  }

  func insert(
    _ insert: TapedInsert,
    on tape: InsertionTape,
    _ figures: [Int64]
  ) throws(StoreError) {
    let values = tape.parameters(of: insert, figures)
    unsafe library.clear(
      try result(of: insert.template.sql, values.map(PostgreSQLConnection.parameter))
    )
  }

  func copy(_ sql: String, _ rows: [UInt8]) throws(StoreError) {
    if let fault { throw fault }
    guard let started = unsafe library.execute(handle, sql) else { throw broken() }
    let isReady = unsafe library.resultStatus(started) == PostgreSQLConnection.copyIn
    guard isReady else {
      _ = try unsafe checked(started)
      throw broken()
    }
    unsafe library.clear(started)
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + 1 << 20)
      let isTaken = unsafe rows[start..<end].withUnsafeBytes { piece in
        unsafe library.putCopyData(
          handle,
          piece.baseAddress?.assumingMemoryBound(to: CChar.self),
          Int32(piece.count)
        )
      }
      guard isTaken == 1 else { throw broken() }
      start = end
    }
    guard unsafe library.putCopyEnd(handle, nil) == 1 else { throw broken() }
    var refusal: StoreError?
    while let result = unsafe library.nextResult(handle) {
      do throws(StoreError) {
        unsafe library.clear(try unsafe checked(result))
      } catch {
        refusal = error
      }
    }
    if let refusal { throw refusal }
  }

  private static func parameter(_ value: SQLValue) -> String? {
    switch value {
    case .null: nil
    case .integer(let number): String(number)
    case .text(let text): text.nfc
    }
  }

  /// Runs a statement, which is prepared the first time.
  private func result(of sql: String, _ parameters: [String?]) throws(StoreError) -> OpaquePointer {
    if let fault { throw fault }
    let name = try prepared(sql)
    let copies = parameters.map { text in
      text.map { ContiguousArray($0.utf8CString) }
    }
    var result: OpaquePointer?
    unsafe PostgreSQLConnection.withPointers(to: copies) { pointers in
      unsafe result = library.executePrepared(
        handle,
        name,
        Int32(pointers.count),
        pointers.baseAddress,
        nil,
        nil,
        0
      )
    }
    return try unsafe checked(result)
  }

  private func prepared(_ sql: String) throws(StoreError) -> String {
    if let name = statements[sql] { return name }
    if statements.count >= 256 {
      statements = [:]
      try run("DEALLOCATE ALL")
    }
    let name = "s\(statements.count)"
    unsafe library.clear(try unsafe checked(library.prepare(handle, name, sql, 0, nil)))
    statements[sql] = name
    return name
  }

  /// Runs a statement without parameters.
  private func run(_ sql: String) throws(StoreError) {
    if let fault { throw fault }
    unsafe library.clear(try unsafe checked(library.execute(handle, sql)))
  }

  private func checked(_ result: OpaquePointer?) throws(StoreError) -> OpaquePointer {
    guard let result = unsafe result else { throw broken() }
    let status = unsafe library.resultStatus(result)
    if status == PostgreSQLConnection.commandOK || status == PostgreSQLConnection.rowsOK {
      return unsafe result
    }
    defer { unsafe library.clear(result) }
    func field(_ code: Character) -> String {
      let number = Int32(code.asciiValue ?? 0)
      return unsafe library.errorField(result, number).map { unsafe String(cString: $0) } ?? ""
    }
    // C: SQLSTATE; n: constraint; t: table; c: column.
    let state = field("C")
    guard unsafe library.status(handle) == 0, !state.isEmpty else { throw broken() }
    throw StoreError(
      sqlState: state,
      constraint: field("n"),
      place: [field("t"), field("c")].filter { !$0.isEmpty }.joined(separator: "."),
      waitSeconds: waitSeconds
    )
  }

  /// The connection is gone, and with it the transaction.
  private func broken() -> StoreError {
    let broken = StoreError.io(code: 0, errno: 0)
    fault = broken
    return broken
  }

  private static func withPointers(
    to copies: [ContiguousArray<CChar>?],
    _ body: (UnsafeBufferPointer<LibPQ.Text?>) -> Void
  ) {
    var pointers: [LibPQ.Text?] = unsafe []
    unsafe pointers.reserveCapacity(copies.count)
    func add(_ index: Int) {
      guard index < copies.count else {
        unsafe pointers.withUnsafeBufferPointer { unsafe body($0) }
        return
      }
      guard let copy = copies[index] else {
        unsafe pointers.append(nil)
        return add(index + 1)
      }
      unsafe copy.withUnsafeBufferPointer { buffer in
        unsafe pointers.append(buffer.baseAddress)
        add(index + 1)
      }
    }
    add(0)
  }

  // MARK: Transactions

  func begin(_ purpose: TransactionPurpose) throws(StoreError) {
    try run("BEGIN")
    guard purpose != .rehearsing else { return }
    do throws(StoreError) {
      // A plan that reads the whole of an empty table would be kept while that grows by a million rows.
      if purpose == .importing { try run("SET LOCAL enable_seqscan = off") }
      try run(
        """
        SELECT pg_advisory_xact_lock(\(PostgreSQLConnection.lock), hashtext(current_schema()))
        """
      )
    } catch {
      rollback()
      throw error
    }
  }

  func commit() throws(StoreError) { try run("COMMIT") }

  func claim(_ right: StoreRight) throws(StoreError) -> Bool {
    let found = try rows(
      """
      SELECT CAST(pg_try_advisory_lock(
        \(Int64(PostgreSQLConnection.lock) + right.rawValue), hashtext(current_schema())) AS integer)
      """,
      []
    )
    return found.first?.first?.integer == 1
  }

  func rollback() {
    guard fault == nil else { return }
    try? run("ROLLBACK")
  }

  /// The server keeps no file of its own for a store; freed space is its administrator's to rewrite.
  func scrub() throws(StoreError) {}

  /// Who waits is let in by the server at the end of the transaction, in the order of coming.
  var isWantedByOthers: Bool {
    let waiting = try? rows(
      """
      SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
        AND classid = \(PostgreSQLConnection.lock)
        AND objid::bigint = hashtext(current_schema())::bigint & 4294967295 LIMIT 1
      """,
      []
    )
    return waiting?.isEmpty == false
  }

  // MARK: Marks

  func mark() throws(StoreError) -> SchemaMark {
    let tables = try rows(
      "SELECT count(*), count(*) FILTER (WHERE tablename = 'alta_store') FROM pg_tables WHERE schemaname = current_schema()",
      []
    )
    guard let count = tables.first?.first?.integer, count > 0 else { return .empty }
    guard tables.first?.last?.integer == 1 else { return .foreign }
    let version = try rows("SELECT version FROM alta_store", []).first?.first?.integer
    return version.map { .version(Int($0)) } ?? .foreign
  }

  func setMark(version: Int) throws(StoreError) {
    try run("CREATE TABLE IF NOT EXISTS alta_store(version INTEGER NOT NULL)")
    try run("DELETE FROM alta_store")
    try run("INSERT INTO alta_store VALUES (\(version))")
  }
}
