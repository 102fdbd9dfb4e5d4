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

  /// Decides on changes and performs them, or none, while nobody else writes.
  ///
  /// What the decision has read of the store is still so when its changes are made.
  ///
  /// - Parameters:
  ///   - isRehearsal: Whether the changes are undone, so that they are judged exactly as if they were kept.
  ///   - decide: Reads the store and gives the changes and how they come to be; `nil` for no changes at all.
  /// - Returns: What was written; `nil` where nothing was to be.
  /// - Throws: ``StoreError``; nothing was written then.
  package func commit(
    isRehearsal: Bool = false,
    _ decide: () throws(StoreError) -> (set: ChangeSet, provenance: Provenance)?
  ) throws(StoreError) -> Receipt? {
    func work(_ connection: any SQLConnection) throws(StoreError) -> Receipt? {
      guard let decision = try decide() else { return nil }
      var commit = Commit(connection, decision.provenance)
      let receipt = try commit.perform(decision.set)
      try commit.finish()
      return receipt
    }
    return isRehearsal ? try rehearsing(work) : try writing(work, isKept: { $0 != nil })
  }
}
