extension Store {
  /// Performs all changes of a set, or none.
  ///
  /// Numbers are drawn and identifiers generated here, so that what is never committed leaves no gap.
  /// When this returns, the records are on the disk.
  ///
  /// - Parameters:
  ///   - set: The changes.
  ///   - provenance: How they came to be; a case that was carried out before is refused.
  /// - Returns: What was written.
  /// - Throws: ``StoreError``; nothing was written then.
  @discardableResult
  package func commit(
    _ set: ChangeSet,
    _ provenance: Provenance
  ) throws(StoreError) -> Receipt {
    try writing { connection throws(StoreError) in
      var commit = Commit(connection, provenance)
      let receipt = try commit.perform(set)
      try commit.finish()
      return receipt
    }
  }

  /// Performs all changes of a set and undoes them, so that it is judged exactly as a commit is.
  ///
  /// - Parameters:
  ///   - set: The changes.
  ///   - provenance: How they would come to be.
  /// - Returns: What a commit would write at this moment.
  /// - Throws: ``StoreError``, as ``commit(_:_:)`` would.
  package func dryRun(
    _ set: ChangeSet,
    _ provenance: Provenance
  ) throws(StoreError) -> Receipt {
    try rehearsing { connection throws(StoreError) in
      var commit = Commit(connection, provenance)
      return try commit.perform(set)
    }
  }
}
