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
    var registration = Registration(of: interview.wizard, plan: interview.plan)
    registration.loaded = loaded
    let problems = interview.plan.problems
    let findings = try desk.findings(of: registration)
    say(problems, interview.answers)
    findings.forEach(say)
    let isBlocked =
      problems.contains { $0.severity == .error }
      || findings.contains { $0.weight != .notice && $0.weight != .question }
    if !isBlocked {
      let set = try desk.changeSet(of: registration)
      if set.changes.isEmpty {
        screen.remark(wording.text(DialoguePhrase.nothingChanges))
      } else {
        screen.title(wording.text(DialoguePhrase.willBeStored))
        screen.lines(
          ChangeSheet(
            of: set,
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
        guard !isBlocked else {
          goToFirstProblem(problems: problems, findings: findings)
          return .proceed
        }
        guard confirm(findings) else {
          screen.prompt()
          continue
        }
        return .end(.finished(registration))
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

  mutating func goToFirstProblem(problems: [Problem], findings: [Finding]) {
    let paths =
      problems.filter { $0.severity == .error }.map(\.path)
      + findings.filter { $0.weight != .notice }.map(\.path)
    guard let path = paths.first else { return }
    if let field = interview.plan.fields.first(where: { $0.path == path && $0.isAsked }) {
      interview.go(to: .field(field.address), returning: true)
    } else if let list = interview.wizard.listPositions[path] {
      interview.go(to: .list(list), returning: true)
    }
  }

  /// Asks every question that needs a yes.
  mutating func confirm(_ findings: [Finding]) -> Bool {
    var questions = findings.filter { $0.weight == .question }.map(\.reason)
    if let confirmation = desk.confirmation { questions.append(confirmation) }
    guard !isConfirmed else { return true }
    for question in questions {
      screen.ask(wording.sentence(for: question), options: yesOrNo(default: nil))
      guard readTruth(default: nil) == true else { return false }
    }
    return true
  }
}
