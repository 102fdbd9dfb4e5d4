package import RecordStorage

/// A record that is there already.
package enum StandingRecord: Sendable {
  /// A customer with company, contacts and users.
  case customer(CustomerFile)
  /// A record of another table.
  case record(Record)
}
