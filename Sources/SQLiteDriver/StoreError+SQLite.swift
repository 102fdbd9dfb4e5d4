import CSQLite
import RecordStorage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension StoreError {
  /// Translates a result code of SQLite.
  ///
  /// The message of a broken constraint names columns or the constraint, never values; of other
  /// failures the message is not used.
  ///
  /// - Parameters:
  ///   - result: The extended result code.
  ///   - handle: The connection that gave it.
  ///   - path: The file's path.
  ///   - waitLimit: How long the connection waits for others.
  /// - SeeAlso: sqlite.org/rescode.html.
  init(_ result: Int32, of handle: OpaquePointer, path: String, waitLimit: Duration) {
    let errno = Int(unsafe sqlite3_system_errno(handle))
    switch result & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
      self = .busy(seconds: Int(waitLimit.components.seconds))
    case SQLITE_FULL: self = .full
    case SQLITE_READONLY where result == SQLITE_READONLY | (4 << 8):
      // The file was moved or removed under the connection.
      self = .io(code: Int(result), errno: errno)
    case SQLITE_READONLY: self = .readOnly
    case SQLITE_IOERR where result == SQLITE_IOERR | (12 << 8):
      self = .failure(code: Int(SQLITE_NOMEM))
    case SQLITE_IOERR where errno == Int(ENOSPC) || errno == Int(EDQUOT): self = .full
    case SQLITE_IOERR: self = .io(code: Int(result), errno: errno)
    case SQLITE_CORRUPT: self = .corrupt
    case SQLITE_NOTADB: self = .notAStore(path: path)
    case SQLITE_TOOBIG: self = .tooLarge
    case SQLITE_CANTOPEN where result == SQLITE_CANTOPEN | (6 << 8):
      self = .cannotOpen(path: path, cause: .symbolicLink)
    case SQLITE_CANTOPEN, SQLITE_PERM:
      self = .cannotOpen(path: path, cause: .system(errno: errno))
    case SQLITE_CONSTRAINT:
      let message = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? ""
      self = StoreError.broken(result >> 8, place: StoreError.place(in: message))
    default: self = .failure(code: Int(result))
    }
  }

  /// What follows the first ": " of a message.
  private static func place(in message: String) -> String {
    guard let colon = message.firstIndex(of: ":") else { return "" }
    return String(message[colon...].dropFirst().drop { $0 == " " })
  }

  /// The rule that was broken.
  ///
  /// - Parameters:
  ///   - kind: The upper bytes of the extended result code.
  ///   - place: The columns, or the name or text of the check.
  /// - Returns: `conflict` for a unique rule with a name, `constraint` for all others.
  private static func broken(_ kind: Int32, place: String) -> StoreError {
    switch kind {
    case 6, 8, 10:
      if let rule = UniqueRule(columns: place) { return .conflict(rule) }
      return .constraint(.unique, place: place)
    case 3: return .constraint(.reference, place: place)
    case 5: return .constraint(.required, place: place)
    case 7: return .constraint(.appendOnly, place: place)
    case 12: return .constraint(.type, place: "")
    default: return .constraint(.check, place: place)
    }
  }
}
