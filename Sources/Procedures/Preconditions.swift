package import RecordStorage

/// What must be so in the store before a registration is stored.
package struct Preconditions: OptionSet, Sendable {
  package let rawValue: UInt8

  /// Makes a set of its bits.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The settings allow external users.
  package static let externalUsersAllowed = Preconditions(rawValue: 1)

  /// Whether all of them are so now.
  package func hold(in store: Store) throws(StoreError) -> Bool {
    guard contains(.externalUsersAllowed) else { return true }
    return try store.setting(Setting.externalUsersAllowed) != "false"
  }
}
