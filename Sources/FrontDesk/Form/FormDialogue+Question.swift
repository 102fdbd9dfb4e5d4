import PlainValues
import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  /// The answers to the question that is asked; the first one is what Enter takes at first.
  var choices: [FormQuestion.Choice] {
    switch question {
    case .confirmation(let reasons) where reasons.first?.isIrreversible == true: [.no, .yes]
    case .impact, .confirmation: [.yes, .no]
    case .removal: [.no, .yes]
    case .leaving:
      desk.subject == nil && hasAnswers ? [.stay, .keepDraft, .leave] : [.stay, .leave]
    case .similar(let companies): companies.indices.map { .company($0) } + [.no]
    case nil: []
    }
  }

  mutating func askToLeave() {
    question = .leaving
  }

  mutating func pressInQuestion(_ key: Key) throws(StoreError) -> Reaction {
    let choices = choices
    switch key {
    case .right, .tab, .down: markedChoice = min(markedChoice + 1, choices.count - 1)
    case .left, .backTab, .up: markedChoice = max(markedChoice - 1, 0)
    case .home: markedChoice = 0
    case .end: markedChoice = choices.count - 1
    case .enter, .lineBreak, .text(" "):
      return try answer(choices[min(markedChoice, choices.count - 1)])
    case .escape: return try answer(choices.contains(.stay) ? .stay : .no)
    case .text(let text):
      if choices.contains(.yes), let truth = speech.truth(text) {
        return try answer(truth ? .yes : .no)
      }
      if let place = FormDialogue.place(named: text, among: choices.count) {
        return try answer(choices[place])
      }
    default: break
    }
    return .show
  }

  private mutating func answer(_ choice: FormQuestion.Choice) throws(StoreError) -> Reaction {
    guard let question else { return .show }
    self.question = nil
    markedChoice = 0
    switch (question, choice) {
    case (.impact(let attempt, let move), .yes):
      try accept(attempt)
      editor.isTouched = false
      return try go(move)
    case (.impact, _):
      prepareEditor()
      notice = remark(.remark, .dim, wording.text(DialoguePhrase.impactKept))
    case (.removal(let item, let number, let list), .yes):
      try remove(item, of: list)
      notice = remark(
        .remark,
        .dim,
        wording.text(DialoguePhrase.itemRemoved, [("number", "\(number)")])
      )
    case (.removal, _): notice = remark(.remark, .dim, wording.text(DialoguePhrase.itemKept))
    case (.leaving, .keepDraft): return .end(.saved)
    case (.leaving, .leave): return .end(.cancelled)
    case (.confirmation(let reasons), .yes):
      let rest = Array(reasons.dropFirst())
      guard rest.isEmpty else {
        self.question = .confirmation(rest)
        return .show
      }
      if let check { return .end(check.outcome(at: desk)) }
    case (.similar(let companies), .company(let index)):
      try register(from: companies[index].company)
    case (.leaving, _), (.confirmation, _), (.similar, _): break
    }
    return .show
  }

  /// Answers what makes a customer of a stored company, and goes on from there.
  private mutating func register(from company: Record) throws(StoreError) {
    for answer in desk.procedure.answers(registeringFrom: company) {
      guard let position = wizard.fieldPositions[answer.path] else { continue }
      let attempt = interview.attempt(GivenAnswer(answer.text), at: .field(position))
      try accept(attempt)
    }
    judged = []
    interview.stop =
      interview.stops.first { stop in
        guard case .field(let address) = stop else { return true }
        let planned = interview.plan.field(at: address)
        return planned?.value == nil && planned?.isRequired == true
      } ?? .review
    interview.noteEnd()
    try enterPage()
  }
}
