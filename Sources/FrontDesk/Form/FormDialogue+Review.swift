import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  /// The places that the numbered lines of the review lead to, in their order.
  var reviewStops: [Interview.Stop] { AnswerSheet(of: interview, speech: speech).stops }

  mutating func pressInReview(_ key: Key) throws(StoreError) -> Reaction {
    let stops = reviewStops
    let before = typedNumber
    typedNumber = ""
    let row: Int? = if case .row(let row) = focus { row } else { nil }
    switch key {
    case .enter, .lineBreak, .text(" "), .right:
      if let row, stops.indices.contains(row) { try change(stops[row]) }
    case .text("s"): return try press(.control("s"))
    case .text(let text):
      // Digits typed one after the other name a line; Enter changes it.
      let place =
        FormDialogue.place(named: before + text, among: stops.count)
        ?? FormDialogue.place(named: text, among: stops.count)
      guard let place else { break }
      typedNumber = String(place + 1)
      focus = .row(place)
    case .up, .backTab, .altLeft:
      if let row, row > 0 {
        focus = .row(row - 1)
      } else if row == nil, !stops.isEmpty {
        focus = .row(stops.count - 1)
      } else if key != .up {
        try goBackPage(toEnd: true)
      }
    case .down, .tab:
      if let row { focus = row + 1 < stops.count ? .row(row + 1) : .action(actions[0]) }
    case .pageUp: if !stops.isEmpty { focus = .row(max(0, (row ?? stops.count) - 10)) }
    case .pageDown:
      if let row { focus = row + 10 < stops.count ? .row(row + 10) : .action(actions[0]) }
    case .home: if !stops.isEmpty { focus = .row(0) }
    case .end: focus = .action(actions[0])
    case .escape: try goBackPage(toEnd: false)
    default: break
    }
    return .show
  }

  /// Goes to an answer that is to be changed; the review comes next.
  private mutating func change(_ stop: Interview.Stop) throws(StoreError) {
    interview.go(to: stop, returning: true)
    try enterPage()
  }

  /// Finishes, or goes to the first thing that keeps from it.
  mutating func finish() throws(StoreError) -> Reaction {
    let check = try FinalCheck(of: interview, loaded: loaded, at: desk)
    self.check = check
    // A text that could mean two things is in no answer, so no check knows of it.
    if let field = interview.plan.fields.first(where: { unread[$0.address] != nil }) {
      try change(.field(field.address))
      return .show
    }
    guard !check.isBlocked else {
      judged.formUnion(interview.plan.fields.map(\.address))
      if let stop = check.firstStop(in: interview) { try change(stop) }
      notice = remark(
        .problem,
        .red,
        wording.text(CountedPhrase.attention, blockingCount(of: check))
      )
      return .show
    }
    let hasWarnings = check.problems.contains { $0.severity == .warning }
    if hasWarnings, accepted != .review {
      accepted = .review
      notice = remark(.warning, .yellow, wording.text(DialoguePhrase.warningAgain))
      return .show
    }
    let questions = isConfirmed ? [] : check.questions(at: desk)
    guard questions.isEmpty else {
      question = .confirmation(questions)
      return .show
    }
    return .end(check.outcome(at: desk))
  }

  private func blockingCount(of check: FinalCheck) -> Int {
    let paths =
      check.problems.filter { $0.severity == .error }.map(\.path)
      + check.findings.filter(\.blocks).map(\.path)
    return max(1, Set(paths).count)
  }
}
