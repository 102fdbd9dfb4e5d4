/// What an erasure emptied.
package struct Erasure: Equatable, Sendable {
  /// The numbers of the requests that held a copy of the person.
  package let requests: [Int64]
  /// How many rows of the history lost their values.
  package let pastChanges: Int
  /// Why the freed space could not be rewritten, so that remains of the person may still be read
  /// from the file until ``Store/scrub()`` succeeds; `nil` when nothing remains.
  package let remains: StoreError?
}

extension Store {
  /// Erases a contact for good: the record, its copies in requests, and its values in the history.
  ///
  /// What stays is that it was erased, when and by whom. The store is rewritten afterwards: a
  /// database moves rows about when it splits pages, and copies of them stay in the space that is
  /// left, whether deleted rows are overwritten or not. Drafts, answer files and backups are not
  /// looked at.
  ///
  /// - Parameters:
  ///   - number: The contact's number.
  ///   - provenance: Who erases.
  /// - Returns: What was emptied.
  /// - Throws: ``StoreError``, `missing`, or `referenced` while the contact is an external user;
  ///   nothing was erased then.
  /// - Complexity: O(*n*) in the size of the store.
  @discardableResult
  package func eraseContact(
    _ number: Int64,
    _ provenance: Provenance
  ) throws(StoreError) -> Erasure {
    let key = SQLValue.integer(number)
    guard try record(of: .contacts, key: key) != nil else {
      throw .missing(table: .contacts, key: key)
    }
    let (requests, pastChanges) = try writing { connection throws(StoreError) in
      let users = try connection.rows("SELECT 1 FROM external_users WHERE contact = $1", [key])
      guard users.isEmpty else { throw .referenced(by: .externalUsers) }
      let requests = try connection.rows("SELECT no FROM requests WHERE contact = $1", [key])
        .compactMap { $0.first?.integer }
      let emptied = (["contact"] + TableLayout.person.map(\.name)).map { "\($0) = NULL" }
      try connection.execute(
        """
        UPDATE requests SET \(emptied.joined(separator: ", ")), revision = revision + 1
        WHERE contact = $1
        """,
        [key]
      )
      let deleted = try connection.execute("DELETE FROM contacts WHERE no = $1", [key])
      guard deleted > 0 else { throw .missing(table: .contacts, key: key) }

      let history = HistoryWriter(connection: connection, provenance: provenance)
      var pastChanges = try history.empty(.contacts, key.keyText)
      // Also what referred to the contact earlier: users that were removed, calls linked anew.
      let linked = requests.map(String.init)
      for request in try Set(linked + history.keys(.requests, referringTo: number)) {
        pastChanges += try history.empty(.requests, request)
      }
      for user in try Set(history.keys(.externalUsers, referringTo: number)) {
        pastChanges += try history.empty(.externalUsers, user)
      }
      try history.add(.contacts, key, before: nil, after: nil)
      for request in requests {
        try history.add(.requests, .integer(request), before: nil, after: nil)
      }
      return (requests, pastChanges)
    }
    var remains: StoreError?
    do throws(StoreError) { try scrub() } catch { remains = error }
    return Erasure(requests: requests, pastChanges: pastChanges, remains: remains)
  }
}

extension HistoryWriter {
  /// Empties what the history says of a record; gives the number of rows that said something.
  fileprivate func empty(_ table: Table, _ key: String) throws(StoreError) -> Int {
    try connection.execute(
      """
      UPDATE changes SET before = NULL, after = NULL
      WHERE record_table = $1 AND record_key = $2 AND (before IS NOT NULL OR after IS NOT NULL)
      """,
      [.text(table.name), .text(key)]
    )
  }

  /// The keys of records that referred to a contact before a change.
  ///
  /// Quotes inside texts are escaped, so the pattern matches members of the object only.
  fileprivate func keys(
    _ table: Table,
    referringTo contact: Int64
  ) throws(StoreError) -> [String] {
    try connection.rows(
      """
      SELECT record_key FROM changes
      WHERE record_table = $1 AND (before LIKE $2 OR before LIKE $3)
      """,
      [
        .text(table.name), .text("%\"contact\":\(contact),%"), .text("%\"contact\":\(contact)}%"),
      ]
    ).compactMap { $0.first?.text }
  }
}
