package import Procedures
package import RecordStorage
package import TerminalForms

/// How a dialogue with a person ended, line by line or on a form.
package enum DialogueOutcome {
  /// The person finished, with a yes to these questions, having seen what would be written.
  case finished(Registration, confirmed: [Finding.Reason], seen: ChangeSet?)
  /// The person cancelled.
  case cancelled
  /// The person left with a draft to be kept.
  case saved
  /// The input ended; whether anything had been answered.
  case ended(hadInput: Bool)
  /// A signal came, or the key that stands for it.
  case interrupted(StopSignal)
  /// What the dialogue is about has changed, and it shall begin again.
  case outdated
  /// Reading failed with this `errno`.
  case failed(code: Int32)
}
