/// What the store could not do.
///
/// Carries places and figures, never a bound value: those are personal data. Whatever was asked for
/// had no effect.
package enum StoreError: Error, Equatable, Sendable {
  /// The path cannot be opened or created.
  case cannotOpen(path: String, cause: OpeningFault)
  /// The file is there, but it is not a store of alta: garbage, or another program's database.
  case notAStore(path: String)
  /// A newer alta wrote the store.
  case newerSchema(found: Int, known: Int)
  /// Others kept the store locked for the whole waiting time.
  case busy(seconds: Int)
  /// The disk or the quota is full.
  case full
  /// The store may be read, not written.
  case readOnly
  /// The device failed to read, write or sync; the numbers are the driver's and the system's.
  case io(code: Int, errno: Int)
  /// The database contradicts itself.
  case corrupt
  /// A record with the same key is there already.
  case conflict(UniqueRule)
  /// A value does not fit the schema; the place is a column, or a check's name, of the schema.
  case constraint(ConstraintKind, place: String)
  /// The record was changed since it was read.
  case stale(table: Table, key: SQLValue)
  /// The record is not there, or not any more.
  case missing(table: Table, key: SQLValue)
  /// The record is still needed by records of another table.
  case referenced(by: Table)
  /// A row or a value is longer than the store takes.
  case tooLarge
  /// A change refers to a row that is not inserted before it; counted from 0.
  case malformed(change: Int)
  /// Anything else; the number is the driver's.
  case failure(code: Int)
}

/// Why a path cannot be opened.
package enum OpeningFault: Equatable, Sendable {
  /// It is a symbolic link, which could lead anywhere.
  case symbolicLink
  /// It is a directory.
  case directory
  /// It is neither a file nor a directory: a device, a pipe, a socket.
  case special
  /// The name is empty or holds U+0000.
  case badName
  /// A file is there already and would have been overwritten.
  case exists
  /// The system refused; see `errno(3)`.
  case system(errno: Int)
  /// The library that reaches such a store is not installed; its name.
  case noDriver(String)
  /// The server refused, or there is none; what it or its library says.
  case server(String)
}

/// The sort of rule that a value broke.
package enum ConstraintKind: Equatable, Sendable {
  /// A value is missing that must be there.
  case required
  /// A value is outside its set or range.
  case check
  /// A referred record is not there, or a record to delete is still referred to.
  case reference
  /// A value has another type than its column.
  case type
  /// What is there may not be changed or removed.
  case appendOnly
  /// A unique rule that has no name in ``UniqueRule``.
  case unique
}
