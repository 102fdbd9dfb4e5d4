package import RecordStorage

/// A store in one SQLite file.
package struct SQLiteFile: Sendable {
  /// The path as a person wrote it.
  package let path: String
  /// How long to wait for others who write.
  package let waitLimit: Duration

  /// Names a store; nothing is opened.
  ///
  /// - Parameters:
  ///   - path: The file's path; it may not be there yet, nor its directories.
  ///   - waitLimit: How long to wait for others who write.
  package init(_ path: String, waitLimit: Duration = .seconds(10)) {
    self.path = path
    self.waitLimit = waitLimit
  }

  /// Where the store's connections come from.
  ///
  /// A file of no bytes counts as not there: that is what a first commit leaves that was cut short.
  package var source: ConnectionSource {
    ConnectionSource(
      location: path,
      existing: { () throws(StoreError) -> (any SQLConnection)? in
        try existing().map { file throws(StoreError) in
          try SQLiteConnection(file, waitLimit: waitLimit)
        }
      },
      creating: { () throws(StoreError) -> any SQLConnection in
        let place = try FilePlace.creatingDirectories(path)
        if try place.kind() == .nothing {
          do throws(StoreError) {
            try place.create()
          } catch .cannotOpen(_, .exists) {
            // Another process was quicker; the transaction sorts out who makes the tables.
          }
        }
        return try SQLiteConnection(place.path, waitLimit: waitLimit)
      },
      temporary: { () throws(StoreError) -> any SQLConnection in
        try SQLiteConnection(nil, waitLimit: waitLimit)
      }
    )
  }

  /// Copies the store, as of one moment, into a new file that only the owner may read.
  ///
  /// Others may write meanwhile. The copy gets its name when it is complete and on the disk.
  ///
  /// - Parameter target: The path of the copy; nothing may be there.
  /// - Throws: ``StoreError``, `cannotOpen` when the store is not there or the target is.
  package func backup(to target: String) throws(StoreError) {
    let connection = try opened()
    let place = try FilePlace.inExistingDirectory(target)
    guard try place.kind() == .nothing else {
      throw .cannotOpen(path: target, cause: .exists)
    }
    let partial = place.partial()
    try partial.create()
    do throws(StoreError) {
      try connection.copy(to: SQLiteConnection(partial.path, waitLimit: waitLimit))
      try partial.rename(to: place)
    } catch {
      partial.remove()
      throw error
    }
  }

  /// Looks for contradictions in the whole file.
  ///
  /// - Returns: What was found, at most 100 findings; empty for a sound store.
  /// - Throws: ``StoreError`` when the store is not there or cannot be read.
  /// - Complexity: O(*n* log *n*) in the size of the file.
  package func findings() throws(StoreError) -> [SQLiteFinding] {
    let connection = try opened()
    let damages = try connection.rows("PRAGMA integrity_check(100)", [])
      .compactMap { $0.first?.text }
      .filter { $0 != "ok" }
      .map { SQLiteFinding.damage($0) }
    guard damages.isEmpty else { return damages }
    return try connection.rows("SELECT * FROM pragma_foreign_key_check LIMIT 100", []).map { row in
      .danglingReference(table: row[0].keyText, row: row[1].integer, target: row[2].keyText)
    }
  }

  private func existing() throws(StoreError) -> String? {
    guard let place = try FilePlace.ifPossible(path) else { return nil }
    return try place.kind() == .file(isEmpty: false) ? place.path : nil
  }

  private func opened() throws(StoreError) -> SQLiteConnection {
    guard let file = try existing() else {
      throw .opening(path, FilePlace.notThere)
    }
    let connection = try SQLiteConnection(file, waitLimit: waitLimit)
    guard case .version = try connection.mark() else { throw .notAStore(path: path) }
    return connection
  }
}

/// A contradiction in a file.
package enum SQLiteFinding: Equatable, Sendable {
  /// Pages or indexes contradict each other; the text is SQLite's, in English, without values.
  case damage(String)
  /// A row refers to a row that is not there.
  case danglingReference(table: String, row: Int64?, target: String)
}
