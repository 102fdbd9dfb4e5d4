import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension LineDialogue {
  /// Where a command leads.
  enum Movement {
    case stay
    case moved
    case end(Outcome)
  }

  mutating func perform(
    _ command: DialogueCommand,
    field: Field?,
    planned: PlannedField?
  ) throws(StoreError) -> Movement {
    switch command {
    case .help:
      showHelp(field: field, planned: planned)
      screen.prompt()
      return .stay
    case .back:
      guard interview.goBack() else {
        screen.problem(wording.text(DialoguePhrase.nothingBefore))
        screen.prompt()
        return .stay
      }
      return .moved
    case .next:
      interview.advance()
      return .moved
    case .review:
      interview.goToReview()
      return .moved
    case .finish:
      guard interview.isInLastStage else {
        screen.problem("\(wording.text(DialoguePhrase.notLast)) [E-NOT-LAST]")
        screen.prompt()
        return .stay
      }
      interview.goToReview()
      return .moved
    case .language(let tag):
      guard let speech = speaking(tag) else {
        screen.problem(
          wording.text(
            DialoguePhrase.languageUnknown,
            [("tag", tag), ("tags", languages.joined(separator: ", "))]
          )
        )
        screen.prompt()
        return .stay
      }
      self.speech = speech
      screen.remark(wording.text(DialoguePhrase.languageChanged))
      shownStage = nil
      return .moved
    case .save: return .end(.saved)
    case .quit: return .end(.cancelled)
    case .unknown(let text):
      screen.problem(wording.text(DialoguePhrase.unknownCommandInDialogue, [("command", text)]))
      screen.prompt()
      return .stay
    }
  }
}
