/// The versions of the schema, and the way from each to the next.
///
/// Migrations go forward only and inside one transaction: a store is at a version or at the next,
/// never between.
package struct Schema: Sendable {
  /// The statements that lead from version *i* to *i* + 1, at position *i*, for a dialect.
  let steps: [@Sendable (SQLDialect) -> [String]]

  /// The version that this alta writes.
  package var version: Int {
    steps.count
  }

  /// Makes a schema of its steps; tests make older and newer ones.
  package init(steps: [@Sendable (SQLDialect) -> [String]]) {
    self.steps = steps
  }

  /// The same schema with one more version.
  ///
  /// - Parameter step: The statements that lead from the last version to the new one.
  /// - Returns: A schema whose version is one higher.
  package func adding(_ step: @escaping @Sendable (SQLDialect) -> [String]) -> Schema {
    Schema(steps: steps + [step])
  }

  /// The schema of this alta.
  package static let current = Schema(steps: [
    { dialect in
      switch dialect {
      case .sqlite: SQLiteSchema.version1
      case .postgresql: PostgreSQLSchema.version1
      }
    },
    { dialect in
      switch dialect {
      case .sqlite: SQLiteSchema.version2
      case .postgresql: PostgreSQLSchema.version2
      }
    },
    { dialect in
      switch dialect {
      case .sqlite: SQLiteSchema.version3
      case .postgresql: PostgreSQLSchema.version3
      }
    },
  ])

  /// Where a database stands.
  enum Standing: Equatable {
    /// Nothing is in it yet.
    case empty
    /// It has an older version.
    case behind
    /// It has this version.
    case current
  }

  /// Reads where a database stands.
  ///
  /// - Throws: ``StoreError``, `newerSchema` or `notAStore` for what this alta must not touch.
  func standing(of connection: any SQLConnection, path: String) throws(StoreError) -> Standing {
    switch try connection.mark() {
    case .empty: return .empty
    case .version(let found) where found > version:
      throw .newerSchema(found: found, known: version)
    case .version(let found) where found > 0: return found < version ? .behind : .current
    case .version, .foreign: throw .notAStore(path: path)
    }
  }

  /// Brings a database to the current version, as part of the open transaction.
  ///
  /// - Throws: ``StoreError``, `newerSchema` or `notAStore` among others.
  func migrate(_ connection: any SQLConnection, path: String) throws(StoreError) {
    guard try standing(of: connection, path: path) != .current else { return }
    var found = 0
    if case .version(let version) = try connection.mark() { found = version }
    for step in steps[found...] {
      for statement in step(connection.dialect) { try connection.execute(statement, []) }
    }
    try connection.setMark(version: version)
  }
}
