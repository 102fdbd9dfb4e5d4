package import PlainValues
import Procedures
package import RecordStorage
package import WizardEngine

/// Judges rows by the same plan as the dialogue, as far as that needs no store.
package struct RowJudge: Sendable {
  /// How the inserts of rows are spelled.
  let tapeFormat: TapeFormat
  private let now: String
  private let wizard: Wizard
  private let procedure: Procedure
  private let mapping: CustomerMapping
  private let today: CivilDate

  /// Prepares for a wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - today: The day that counts as today.
  ///   - provenance: How the records come to be; row and case are those of each row.
  package init(of wizard: Wizard, today: CivilDate, _ provenance: Provenance) {
    self.wizard = wizard
    tapeFormat = TapeFormat(provenance)
    now = provenance.at
    procedure = Procedure(wizard.ending)
    mapping = CustomerMapping(of: wizard)
    self.today = today
  }

  /// What rows are worked on by one thread.
  func makeDesk() -> PlanDesk { PlanDesk(of: wizard, on: today) }

  /// Judges a row.
  ///
  /// - Parameters:
  ///   - reading: Its answers.
  ///   - desk: What it is worked on.
  ///   - tape: Receives what storing it does, where nothing is wrong with it.
  /// - Returns: What the row turned out to be.
  func content(
    of reading: AnswerReading,
    at desk: PlanDesk,
    _ tape: inout InsertionTape
  ) -> ImportRow.Content {
    guard reading.problems.isEmpty, reading.isConfirmed != false, reading.caseKey == nil,
      !procedure.readsBeforeJudging
    else { return .answers(reading) }
    guard let values = wizard.values(of: reading.answers, at: desk) else {
      return .answers(reading)
    }
    let registration = Registration(of: wizard, values: values)
    guard let preconditions = procedure.preconditions(of: registration, mapping),
      let changes = procedure.changeSet(of: registration, mapping, now: now),
      let range = tape.append(changes)
    else { return .answers(reading) }
    return .ready(range, preconditions)
  }
}
