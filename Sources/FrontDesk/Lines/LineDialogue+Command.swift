import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension LineDialogue {
  /// What became of one turn of the person.
  enum Turn {
    /// A line to be understood by who asked.
    case text(String)
    /// A command that left everything where it was; the prompt is there again.
    case again
    /// A command, or the end of the input, that leads elsewhere.
    case step(Step)
  }

  /// Waits for the person, and carries out commands.
  mutating func turn(
    field: Field? = nil,
    planned: PlannedField? = nil
  ) throws(StoreError) -> Turn {
    let read = readLine()
    switch read {
    case .text(let text):
      hadInput = true
      return .text(text)
    case .command(let command):
      switch try perform(command, field: field, planned: planned) {
      case .stay: return .again
      case .moved: return .step(.proceed)
      case .end(let outcome): return .step(.end(outcome))
      }
    case .end, .interrupted, .failed:
      return .step(.end(read.outcome(hadInput: hadInput)))
    }
  }

  /// Where a command leads.
  enum Movement {
    case stay
    case moved
    case end(DialogueOutcome)
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
