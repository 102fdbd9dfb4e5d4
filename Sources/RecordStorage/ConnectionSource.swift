/// Where a store's connections come from.
///
/// A driver makes one for a location; the store decides when which is opened, so that reading from a
/// store that is not there creates nothing.
package struct ConnectionSource {
  /// The location as a person wrote it, for messages; holds no password.
  package let location: String
  /// Opens what is at the location; `nil` when nothing is there.
  package let existing: () throws(StoreError) -> (any SQLConnection)?
  /// Opens what is at the location, and creates it first where nothing is.
  package let creating: () throws(StoreError) -> any SQLConnection
  /// Opens an empty database that is gone with its connection.
  package let temporary: () throws(StoreError) -> any SQLConnection

  /// Makes a source of its three ways to open.
  package init(
    location: String,
    existing: @escaping () throws(StoreError) -> (any SQLConnection)?,
    creating: @escaping () throws(StoreError) -> any SQLConnection,
    temporary: @escaping () throws(StoreError) -> any SQLConnection
  ) {
    self.location = location
    self.existing = existing
    self.creating = creating
    self.temporary = temporary
  }
}
