package import PlainValues
import Procedures
package import WizardEngine

/// Judges rows by the same plan as the dialogue, as far as that needs no store.
package struct RowJudge: Sendable {
  private let wizard: Wizard
  private let procedure: Procedure
  private let today: CivilDate
  private let now: String

  /// Prepares for a wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - today: The day that counts as today.
  ///   - now: The moment, in UTC as ISO 8601 with seconds.
  package init(of wizard: Wizard, today: CivilDate, now: String) {
    self.wizard = wizard
    procedure = Procedure(wizard.ending)
    self.today = today
    self.now = now
  }

  /// What a row becomes where nothing is wrong with its answers and the changes follow from them.
  package func finished(_ reading: AnswerReading) -> FinishedRow? {
    guard reading.problems.isEmpty, reading.isConfirmed != false, !procedure.readsBeforeJudging
    else { return nil }
    let plan = wizard.plan(for: reading.answers, on: today)
    guard plan.holds, wizard.parked(in: reading.answers, plan: plan).isEmpty else { return nil }
    let registration = Registration(of: wizard, plan: plan)
    guard let changes = procedure.changeSet(of: registration, now: now) else { return nil }
    return FinishedRow(registration: registration, changes: changes)
  }
}
