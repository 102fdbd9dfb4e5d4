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
  private let isRehearsal: Bool
  private var mark: Instalment.Mark?
  /// Whether everything is stored.
  private(set) var isDone = false
  /// What is worth knowing when all is stored, and could not be said before.
  private(set) var notices: [Finding] = []

  /// How often others may be faster in a row.
  private static let mostAttempts = 100

  /// Prepares for storing.
  ///
  /// - Parameters:
  ///   - registration: The answers.
  ///   - desk: Wizard and store.
  ///   - provenance: How the records come to be; a case, a draft or a row of an import is dealt with when all is stored.
  ///   - isRehearsal: Whether everything is undone at once.
  init(
    _ registration: Registration,
    at desk: Desk,
    _ provenance: Provenance,
    isRehearsal: Bool = false
  ) {
    self.registration = registration
    self.desk = desk
    self.provenance = provenance
    self.isRehearsal = isRehearsal
  }

  /// Stores what comes next; `nil` where nothing is left, or nothing was to be done at all.
  ///
  /// - Throws: `StoreError`; what was stored before stays.
  mutating func next() throws(StoreError) -> Stored? {
    var attempts = 0
    while !isDone {
      let instalment = try desk.instalment(of: registration, after: mark)
      let isLast = instalment.next == nil
      let isWhole = isLast && mark == nil
      if !instalment.changes.changes.isEmpty || (!isWhole && isLast) {
        do throws(StoreError) {
          let receipt = try store(instalment.changes, isLast: isLast)
          settle(instalment, isWhole: isWhole)
          return Stored(changes: instalment.changes, receipt: receipt)
        } catch {
          // Somebody else has done some of it: what is left is worked out anew.
          guard case .stale = error, !isWhole, attempts < Self.mostAttempts else { throw error }
          attempts += 1
        }
      } else {
        settle(instalment, isWhole: isWhole)
      }
    }
    return nil
  }

  private func store(_ changes: ChangeSet, isLast: Bool) throws(StoreError) -> Receipt {
    var provenance = provenance
    if !isLast {
      provenance.caseKey = nil
      provenance.draft = nil
      provenance.mended = nil
    }
    return isRehearsal
      ? try desk.store.dryRun(changes, provenance) : try desk.store.commit(changes, provenance)
  }

  private mutating func settle(_ instalment: Instalment, isWhole: Bool) {
    mark = instalment.next
    isDone = instalment.next == nil
    // What there is to know of the only instalment was said with the answers.
    if !isWhole { notices = instalment.notices }
  }
}
