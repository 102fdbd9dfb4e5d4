import FrontDesk
import Procedures
import RecordStorage
import WizardEngine

/// A registration on its way into the store: in one transaction, or in several where it makes that much.
struct Storing {
  /// What one transaction did, or would do.
  struct Stored {
    let changes: ChangeSet
    let receipt: Receipt
  }

  private let desk: Desk
  private let registration: Registration
  private let provenance: Provenance
  private let confirmed: [Finding.Reason]?
  private let seen: ChangeSet?
  private let isRehearsal: Bool
  private var mark: Instalment.Mark?
  /// Whether everything is stored.
  private(set) var isDone = false
  /// What is worth knowing when all is stored, and could not be said before.
  private(set) var notices: [Finding] = []
  /// What keeps the registration from being stored, because the store has changed since its answers were judged.
  private(set) var refusals: [Finding] = []

  /// Prepares for storing.
  ///
  /// - Parameters:
  ///   - registration: The answers.
  ///   - desk: Wizard and store.
  ///   - provenance: How the records come to be; a case, a draft or a row of an import is dealt with when all is stored.
  ///   - confirmed: The questions that were answered with yes; `nil` where all are, whatever they may be.
  ///   - seen: What somebody has seen that would be written, and agreed to; `nil` for no matter what.
  ///   - isRehearsal: Whether everything is undone at once.
  init(
    _ registration: Registration,
    at desk: Desk,
    _ provenance: Provenance,
    confirmed: [Finding.Reason]?,
    seen: ChangeSet? = nil,
    isRehearsal: Bool = false
  ) {
    self.registration = registration
    self.desk = desk
    self.provenance = provenance
    self.confirmed = confirmed
    self.seen = seen
    self.isRehearsal = isRehearsal
  }

  /// Stores what comes next; `nil` where nothing is left, nothing was to be done at all, or something is in the way.
  ///
  /// Answers are judged once more while nobody else writes, so that what was true when they were given still is.
  ///
  /// - Throws: `StoreError`; what was stored before stays.
  mutating func next() throws(StoreError) -> Stored? {
    while !isDone {
      var refusals: [Finding] = []
      var instalment = Instalment()
      let (mark, desk, registration, seen) = (mark, desk, registration, seen)
      let receipt = try desk.store.commit(isRehearsal: isRehearsal) {
        () throws(StoreError) -> (ChangeSet, Provenance)? in
        if mark == nil {
          refusals = try desk.findings(of: registration).filter(isInTheWay)
          guard refusals.isEmpty else { return nil }
        }
        instalment = try desk.instalment(of: registration, after: mark)
        if mark == nil, let seen, seen != instalment.changes {
          refusals = [Finding(.changedMeanwhile)]
          return nil
        }
        let isLast = instalment.next == nil
        // The last of several may have nothing left to do but to say that the case is closed.
        guard !instalment.changes.changes.isEmpty || (isLast && mark != nil) else { return nil }
        return (instalment.changes, provenance(isLast: isLast))
      }
      self.refusals = refusals
      guard refusals.isEmpty else { return nil }
      // What there is to know of the only instalment was said with the answers.
      if mark != nil { notices = instalment.notices }
      self.mark = instalment.next
      isDone = instalment.next == nil
      if let receipt { return Stored(changes: instalment.changes, receipt: receipt) }
    }
    return nil
  }

  private func isInTheWay(_ finding: Finding) -> Bool {
    if finding.weight == .question { return confirmed?.contains(finding.reason) == false }
    return finding.blocks
  }

  private func provenance(isLast: Bool) -> Provenance {
    guard !isLast else { return provenance }
    var provenance = provenance
    provenance.caseKey = nil
    provenance.draft = nil
    provenance.mended = nil
    return provenance
  }
}
