import PlainValues
package import RecordStorage

/// A store in a database of a PostgreSQL server.
package struct PostgreSQLServer: Sendable {
  /// The location as a person wrote it.
  package let location: String

  /// How long to wait for others who write.
  private static let waitSeconds = 10

  /// Names a store; nothing is opened.
  package init(_ location: String) {
    self.location = location
  }

  /// Whether a location names a server.
  package static func isNamed(by location: String) -> Bool {
    location.hasPrefix("postgresql://") || location.hasPrefix("postgres://")
  }

  /// The location for messages: without a password.
  package var shown: String {
    guard let start = location.firstPlace(of: "://")?.upperBound,
      let at = location[start...].firstIndex(of: "@")
    else { return location }
    let account = location[start..<at].prefix { $0 != ":" }
    return "\(location[..<start])\(account)\(location[at...])"
  }

  /// Where the store's connections come from.
  ///
  /// - Parameter temporary: What opens an empty database that is gone with its connection.
  /// - Returns: The source.
  package func source(
    temporary: @escaping () throws(StoreError) -> any SQLConnection
  ) -> ConnectionSource {
    @Sendable func connect() throws(StoreError) -> any SQLConnection {
      try PostgreSQLConnection(location, shown: shown, waitSeconds: Self.waitSeconds)
    }
    return ConnectionSource(
      location: shown,
      existing: { () throws(StoreError) -> (any SQLConnection)? in try connect() },
      creating: connect,
      temporary: temporary
    )
  }
}
