#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The functions of libpq that alta uses, loaded when a store on a server is opened.
///
/// Linked in, the library would bring two dozen others to every start of alta, also where nobody uses it.
///
/// - SeeAlso: PostgreSQL 15 documentation, chapter 34.
@safe
final class LibPQ: Sendable {
  typealias Text = UnsafePointer<CChar>
  typealias Connect = @convention(c) (Text?) -> OpaquePointer?
  typealias OfConnection = @convention(c) (OpaquePointer?) -> Int32
  typealias Message = @convention(c) (OpaquePointer?) -> Text?
  typealias Finish = @convention(c) (OpaquePointer?) -> Void
  typealias Execute = @convention(c) (OpaquePointer?, Text?) -> OpaquePointer?
  typealias Prepare =
    @convention(c) (OpaquePointer?, Text?, Text?, Int32, UnsafePointer<UInt32>?) -> OpaquePointer?
  typealias ExecutePrepared =
    @convention(c) (
      OpaquePointer?, Text?, Int32, UnsafePointer<Text?>?, UnsafePointer<Int32>?,
      UnsafePointer<Int32>?, Int32
    ) -> OpaquePointer?
  typealias Field = @convention(c) (OpaquePointer?, Int32) -> Text?
  typealias Cell = @convention(c) (OpaquePointer?, Int32, Int32) -> Int32
  typealias CellText = @convention(c) (OpaquePointer?, Int32, Int32) -> Text?
  typealias ColumnType = @convention(c) (OpaquePointer?, Int32) -> UInt32
  typealias PutData = @convention(c) (OpaquePointer?, Text?, Int32) -> Int32
  typealias PutEnd = @convention(c) (OpaquePointer?, Text?) -> Int32
  typealias Next = @convention(c) (OpaquePointer?) -> OpaquePointer?

  let putCopyData: PutData
  let putCopyEnd: PutEnd
  let nextResult: Next
  let connect: Connect
  let status: OfConnection
  let message: Message
  let finish: Finish
  let execute: Execute
  let prepare: Prepare
  let executePrepared: ExecutePrepared
  let resultStatus: OfConnection
  let errorField: Field
  let rowCount: OfConnection
  let columnCount: OfConnection
  let isNull: Cell
  let length: Cell
  let text: CellText
  let type: ColumnType
  let affected: Message
  let clear: Finish

  /// Loads the library; `nil` where the system has none.
  init?() {
    let names = ["libpq.so.5", "libpq.5.dylib", "/opt/homebrew/opt/libpq/lib/libpq.5.dylib"]
    var library: UnsafeMutableRawPointer?
    for name in names where unsafe library == nil { unsafe library = dlopen(name, RTLD_NOW) }
    guard let library = unsafe library else { return nil }
    func find<Function>(_ name: String, as type: Function.Type) -> Function? {
      unsafe dlsym(library, name).map { unsafe unsafeBitCast($0, to: type) }
    }
    guard let connect = unsafe find("PQconnectdb", as: Connect.self),
      let status = unsafe find("PQstatus", as: OfConnection.self),
      let message = unsafe find("PQerrorMessage", as: Message.self),
      let finish = unsafe find("PQfinish", as: Finish.self),
      let execute = unsafe find("PQexec", as: Execute.self),
      let prepare = unsafe find("PQprepare", as: Prepare.self),
      let executePrepared = unsafe find("PQexecPrepared", as: ExecutePrepared.self),
      let resultStatus = unsafe find("PQresultStatus", as: OfConnection.self),
      let errorField = unsafe find("PQresultErrorField", as: Field.self),
      let rowCount = unsafe find("PQntuples", as: OfConnection.self),
      let columnCount = unsafe find("PQnfields", as: OfConnection.self),
      let isNull = unsafe find("PQgetisnull", as: Cell.self),
      let length = unsafe find("PQgetlength", as: Cell.self),
      let text = unsafe find("PQgetvalue", as: CellText.self),
      let type = unsafe find("PQftype", as: ColumnType.self),
      let affected = unsafe find("PQcmdTuples", as: Message.self),
      let clear = unsafe find("PQclear", as: Finish.self)
    else { return nil }
    guard let putCopyData = unsafe find("PQputCopyData", as: PutData.self),
      let putCopyEnd = unsafe find("PQputCopyEnd", as: PutEnd.self),
      let nextResult = unsafe find("PQgetResult", as: Next.self)
    else { return nil }
    unsafe self.putCopyData = putCopyData
    unsafe self.putCopyEnd = putCopyEnd
    unsafe self.nextResult = nextResult
    unsafe self.connect = connect
    unsafe self.status = status
    unsafe self.message = message
    unsafe self.finish = finish
    unsafe self.execute = execute
    unsafe self.prepare = prepare
    unsafe self.executePrepared = executePrepared
    unsafe self.resultStatus = resultStatus
    unsafe self.errorField = errorField
    unsafe self.rowCount = rowCount
    unsafe self.columnCount = columnCount
    unsafe self.isNull = isNull
    unsafe self.length = length
    unsafe self.text = text
    unsafe self.type = type
    unsafe self.affected = affected
    unsafe self.clear = clear
  }

  /// The library, once for the process; `nil` where the system has none.
  static let shared = LibPQ()
}
