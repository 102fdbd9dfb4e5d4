import PlainValues
package import RecordStorage

/// What one transaction does of all that finishing does.
///
/// All there is for most registrations; billing every contract takes as many as there is work for.
package struct Instalment: Sendable {
  /// The changes; none where nothing is left to do.
  package var changes: ChangeSet
  /// What is worth knowing of the whole when the last one is stored.
  package var notices: [Finding] = []
  /// Where the next one begins; `nil` behind the last one.
  package var next: Mark?

  /// Describes an instalment; the only one, where nothing else is said.
  package init(_ changes: ChangeSet = ChangeSet()) { self.changes = changes }

  /// How far the instalments have come.
  package struct Mark: Sendable {
    /// The billing day of the last contract; contracts are billed in the order of these days and their numbers.
    var day = ""
    /// The key of the last contract.
    var key = SQLValue.integer(0)
    /// What was lost of free quotas so far, by component.
    var lapsed: [String: FixedDecimal] = [:]
  }
}
