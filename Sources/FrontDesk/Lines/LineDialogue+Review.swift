import PlainValues
import Procedures
import RecordStorage
import WizardEngine

extension LineDialogue {
  mutating func askReview() throws(StoreError) -> Step {
    shownStage = nil
    let sheet = AnswerSheet(of: interview, speech: speech)
    screen.title(wording.text(DialoguePhrase.reviewTitle))
    screen.sheet(sheet)
    let check = try FinalCheck(of: interview, loaded: loaded, at: desk)
    say(check.problems, interview.answers)
    check.findings.forEach(say)
    if let set = check.changes {
      if set.changes.isEmpty {
        screen.remark(wording.text(DialoguePhrase.nothingChanges))
      } else {
        screen.title(wording.text(DialoguePhrase.willBeStored))
        screen.lines(
          ChangeSheet(
            of: try MailPreview(at: desk, wording: wording, speaking: speaking).shown(set),
            wording: wording,
            names: ValueNames(of: interview.wizard, wording: wording)
          ).lines(on:)
        )
      }
    }
    let prompt: DialoguePhrase =
      !interview.hasReachedEnd
      ? .reviewPromptEarly : desk.subject == nil ? .reviewPrompt : .reviewPromptEditing
    screen.ask(wording.text(prompt), options: "")
    while true {
      let text: String
      switch try turn() {
      case .text(let line): text = line
      case .again: continue
      case .step(let step): return step
      }
      let typed = text.trimmed
      if typed.isEmpty {
        guard interview.hasReachedEnd else {
          interview.leaveReview()
          return .proceed
        }
        guard !check.isBlocked else {
          if let stop = check.firstStop(in: interview) { interview.go(to: stop, returning: true) }
          return .proceed
        }
        guard confirm(check.questions(at: desk)) else {
          screen.prompt()
          continue
        }
        return .end(check.outcome(at: desk))
      }
      guard let number = Int(typed), let stop = sheet.stop(numbered: number) else {
        screen.problem(
          wording.text(DialoguePhrase.unknownCommandInDialogue, [("command", typed)])
        )
        screen.prompt()
        continue
      }
      interview.go(to: stop, returning: true)
      return .proceed
    }
  }

  /// Asks every question that needs a yes.
  mutating func confirm(_ questions: [Finding.Reason]) -> Bool {
    guard !isConfirmed else { return true }
    for question in questions {
      screen.ask(wording.sentence(for: question), options: yesOrNo(default: nil))
      guard readTruth(default: nil) == true else { return false }
    }
    return true
  }
}
