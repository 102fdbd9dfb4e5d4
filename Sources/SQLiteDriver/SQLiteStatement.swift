import CSQLite
import PlainValues
import RecordStorage

/// A prepared statement, finalized when its last owner goes.
///
/// Owned by one ``SQLiteConnection``, which outlives it.
@safe
final class SQLiteStatement {
  private let handle: OpaquePointer
  private let columnCount: Int32
  /// What the parameters are bound to that no insert gives; `nil` where nothing is to stay bound.
  private var template: InsertionTemplate?
  /// The positions that the last insert gave, and room for those of the next.
  private var (unusual, given): ([UInt8], [UInt8]) = ([], [])

  /// Takes over a statement that `sqlite3_prepare_v3` made.
  init(owning handle: OpaquePointer) {
    unsafe self.handle = unsafe handle
    self.columnCount = unsafe sqlite3_column_count(handle)
  }

  deinit {
    _ = unsafe sqlite3_finalize(handle)
  }

  /// Binds the values, steps through all rows, and leaves the statement ready for the next time.
  ///
  /// - Parameters:
  ///   - bindings: The values; texts are brought into Normalization Form C.
  ///   - bytes: A buffer that the texts are laid out in; it is reused between statements.
  ///   - row: Receives each row.
  /// - Returns: The result code of the last step or binding: `SQLITE_DONE` when all went well.
  func run(_ bindings: [SQLValue], bytes: inout [UInt8], row: ([SQLValue]) -> Void) -> Int32 {
    template = nil
    bytes.removeAll(keepingCapacity: true)
    var ends: [Int] = []
    ends.reserveCapacity(bindings.count)
    for value in bindings {
      if case .text(let text) = value { bytes.append(contentsOf: text.nfc.utf8) }
      ends.append(bytes.count)
    }
    // One byte more, so that an empty text has an address too.
    bytes.append(0)
    // SQLite reads the texts where they are: the buffer stays until the statement is reset.
    return unsafe bytes.withUnsafeBytes { buffer in
      defer {
        _ = unsafe sqlite3_reset(handle)
        _ = unsafe sqlite3_clear_bindings(handle)
      }
      var start = 0
      for (index, value) in bindings.enumerated() {
        let length = ends[index] - start
        let result = unsafe bind(
          value,
          at: Int32(truncatingIfNeeded: index + 1),
          buffer.baseAddress?.advanced(by: start),
          length
        )
        start = ends[index]
        guard result == SQLITE_OK else { return result }
      }
      while true {
        let result = unsafe sqlite3_step(handle)
        guard result == SQLITE_ROW else { return result }
        row((0..<columnCount).map { value(at: $0) })
      }
    }
  }

  /// Binds the parameters of an insert on a tape, steps, and leaves the statement ready for the next time.
  ///
  /// Parameters that are as usual stay bound from one insert to the next.
  ///
  /// - Returns: The result code of the step or of a binding: `SQLITE_DONE` when all went well.
  func run(_ insert: TapedInsert, on tape: [UInt8], _ figures: [Int64]) -> Int32 {
    if template !== insert.template {
      template = nil
      for position in insert.template.usual.indices {
        let result = bindUsual(position, of: insert.template)
        guard result == SQLITE_OK else { return result }
      }
      template = insert.template
      unusual = []
    }
    var result = SQLITE_OK
    if let row = insert.template.sourceRow {
      result = unsafe sqlite3_bind_int64(handle, Int32(truncatingIfNeeded: row + 1), figures[0])
    }
    given.removeAll(keepingCapacity: true)
    unsafe tape.withUnsafeBytes { tape in
      guard let start = tape.baseAddress else { return }
      var place = insert.parameters.lowerBound
      while place < insert.parameters.upperBound, result == SQLITE_OK {
        given.append(unsafe tape[place])
        let position = Int32(unsafe tape[place]) + 1
        switch unsafe InsertionTape.Tag(rawValue: tape[place + 1]) {
        case .integer:
          let number = unsafe tape.loadUnaligned(fromByteOffset: place + 2, as: Int64.self)
          result = unsafe sqlite3_bind_int64(handle, position, Int64(littleEndian: number))
          place += 10
        case .text:
          let length = unsafe Int32(
            truncatingIfNeeded: UInt32(
              littleEndian: tape.loadUnaligned(fromByteOffset: place + 2, as: UInt32.self)
            )
          )
          let text = unsafe (start + place + 6).assumingMemoryBound(to: CChar.self)
          result = unsafe alta_sqlite3_bind_text_in_place(handle, position, text, length)
          place += 6 + Int(length)
        case .figure:
          let figure = figures[Int(unsafe tape[place + 2])]
          result = unsafe sqlite3_bind_int64(handle, position, figure)
          place += 3
        case nil: result = SQLITE_MISUSE
        }
      }
      for position in unusual where result == SQLITE_OK && !given.contains(position) {
        result = bindUsual(Int(position), of: insert.template)
      }
      swap(&unusual, &given)
      guard result == SQLITE_OK else { return }
      result = unsafe sqlite3_step(handle)
      // The texts stay where they are only until here; the next time binds all of them anew.
      _ = unsafe sqlite3_reset(handle)
    }
    return result
  }

  private func bindUsual(_ position: Int, of template: InsertionTemplate) -> Int32 {
    guard case .value(let value) = template.usual[position] else { return SQLITE_OK }
    let place = Int32(truncatingIfNeeded: position + 1)
    guard case .text(let text) = value else { return unsafe bind(value, at: place, nil, 0) }
    let bytes = Array(text.nfc.utf8)
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe alta_sqlite3_bind_copied_text(
        handle,
        place,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? nil,
        Int32(truncatingIfNeeded: bytes.count)
      )
    }
  }

  private func bind(
    _ value: SQLValue,
    at position: Int32,
    _ bytes: UnsafeRawPointer?,
    _ length: Int
  ) -> Int32 {
    switch value {
    case .null: return unsafe sqlite3_bind_null(handle, position)
    case .integer(let number): return unsafe sqlite3_bind_int64(handle, position, number)
    case .text:
      guard let length = Int32(exactly: length) else { return SQLITE_TOOBIG }
      return unsafe alta_sqlite3_bind_text_in_place(
        handle,
        position,
        bytes?.assumingMemoryBound(to: CChar.self),
        length
      )
    }
  }

  /// Reads a column of the current row; what is not UTF-8 in a text is replaced by U+FFFD.
  private func value(at column: Int32) -> SQLValue {
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(handle, column))
    default:
      // The text first: asking for it may convert the value, which changes its length.
      guard let start = unsafe sqlite3_column_text(handle, column) else { return .text("") }
      let count = Int(unsafe sqlite3_column_bytes(handle, column))
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return .text(unsafe String(decoding: bytes, as: UTF8.self))
    }
  }
}
