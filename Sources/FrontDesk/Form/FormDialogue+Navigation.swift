import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  /// Goes where the person wants; the answer of the field in focus has been taken.
  mutating func go(_ move: Move) throws(StoreError) -> Reaction {
    switch move {
    case .nextPage: try leavePage()
    case .previousPage: try goBackPage(toEnd: false)
    case .onward, .next, .previous: try goOn(move)
    }
    return .show
  }

  private mutating func goOn(_ move: Move) throws(StoreError) {
    guard focus == .field, case .field(let address) = interview.stop else { return }
    let fields = interview.pageFields
    guard let index = fields.firstIndex(where: { $0.address == address }) else {
      // The answer has taken the field itself away.
      try enterPage()
      return
    }
    if move == .previous {
      if index > 0 { moveFocus(to: fields[index - 1]) } else { try goBackPage(toEnd: true) }
      return
    }
    if move == .onward, interview.returnsToReview, !address.isOfItem {
      // Straight back, but for questions that the change has brought up on this page.
      if let new = interview.takePending(among: fields, after: address) {
        moveFocus(to: new)
      } else {
        try leavePage()
      }
      return
    }
    let rest = fields[(index + 1)...]
    let next =
      interview.isExpress && move == .onward
      ? rest.first { interview.needsVisit(.field($0.address)) } : rest.first
    if let next {
      moveFocus(to: next)
    } else if move == .onward {
      try leavePage()
    } else {
      focus = .action(actions[0])
    }
  }

  private mutating func moveFocus(to field: PlannedField) {
    focus = .field
    interview.move(to: field.address)
    prepareEditor()
  }

  /// Puts the focus where the page of the interview's stop begins.
  mutating func enterPage() throws(StoreError) {
    check = nil
    accepted = nil
    switch interview.stop {
    case .field(let address):
      focus = .field
      if interview.plan.field(at: address) == nil {
        // What was asked here is not asked any more.
        guard let field = interview.pageFields.first else {
          interview.stop = interview.stops.first { interview.needsVisit($0) } ?? .review
          if interview.stop != .field(address) { try enterPage() }
          return
        }
        interview.move(to: field.address)
      }
      prepareEditor()
    case .list(let list):
      focus =
        interview.answers.lists[list].count < wizard.lists[list].minimum
        ? .adding : .action(actions[0])
    case .review:
      check = try FinalCheck(of: interview, loaded: loaded, at: desk)
      focus = .action(actions[0])
    }
  }

  /// Goes to the next page, or to what keeps the person on this one.
  mutating func leavePage() throws(StoreError) {
    guard try pageHolds() else { return }
    kept += collapsedPage
    dropEmptyNewItem()
    interview.advancePage()
    try enterPage()
  }

  /// Judges the page; what keeps the person on it is shown from then on.
  private mutating func pageHolds() throws(StoreError) -> Bool {
    guard let index = interview.stageIndex(of: interview.stop) else { return true }
    let stage = interview.stages[index]
    let isList: Bool
    if case .list = interview.stop { isList = true } else { isList = false }
    let fields = interview.pageFields
    let part = isList ? nil : fields
    let stageCheck = try StageCheck(of: stage, fields: part, in: interview, at: desk)
    let texts = fields.filter { unread[$0.address] != nil }
    guard !stageCheck.holds || !texts.isEmpty else { return true }
    judged.formUnion((part ?? stage.allFields).map(\.address))
    try consultStore()
    let paths =
      stageCheck.problems.map(\.path) + stageCheck.refusals.map(\.path) + texts.map(\.path)
    if isList {
      notice = firstSentence(of: stageCheck)
      let path = stageCheck.firstPath
      if let item = plannedItems.first(where: { $0.fields.contains { $0.path == path } }) {
        focus = .item(item.id)
      } else {
        focus = .adding
      }
      return false
    }
    let count = Set(paths).count
    notice = remark(.problem, .red, wording.text(CountedPhrase.attention, count))
    if let first = fields.first(where: { paths.contains($0.path) }) { moveFocus(to: first) }
    return false
  }

  private func firstSentence(of check: StageCheck) -> FormPage.Remark? {
    let sentence =
      check.problems.first.map {
        speech.sentence(for: $0, in: wizard, answers: interview.answers)
      } ?? check.refusals.first.map(sentence(for:))
    return sentence.map { remark(.problem, .red, $0) }
  }

  /// Goes to the page before, or asks whether to leave where there is none.
  mutating func goBackPage(toEnd: Bool) throws(StoreError) {
    dropEmptyNewItem()
    if interview.goBackPage(toEnd: toEnd) {
      try enterPage()
    } else {
      askToLeave()
    }
  }

  // MARK: Actions

  /// What can be done on the page; the first is what Enter does where nothing is to be answered.
  var actions: [FormAction] {
    switch interview.stop {
    case .review:
      // Finishing is possible from the last stage only; who looked at the answers earlier goes on.
      return [interview.hasReachedEnd ? .finish : .next, .back, .cancel]
    case .field(.item): return [.next, .back, .cancel]
    case .field, .list:
      return interview.isInLastStage && !interview.returnsToReview
        ? [.finish, .back, .cancel] : [.next, .back, .cancel]
    }
  }

  mutating func press(_ key: Key, on action: FormAction) throws(StoreError) -> Reaction {
    let actions = actions
    let index = actions.firstIndex(of: action) ?? 0
    switch key {
    case .enter, .lineBreak, .text(" "): return try perform(action)
    case .right: focus = .action(actions[min(index + 1, actions.count - 1)])
    case .left: focus = .action(actions[max(index - 1, 0)])
    case .tab, .down:
      if index + 1 < actions.count {
        focus = .action(actions[index + 1])
      } else {
        focusFirst()
      }
    case .backTab, .up, .altLeft:
      if index > 0, key != .up { focus = .action(actions[index - 1]) } else { focusLast() }
    case .home: focusFirst()
    case .escape: return try perform(.back)
    default:
      switch interview.stop {
      case .list: return try pressInList(key)
      case .review: return try pressInReview(key)
      case .field: break
      }
    }
    return .show
  }

  private mutating func perform(_ action: FormAction) throws(StoreError) -> Reaction {
    switch action {
    case .back: try goBackPage(toEnd: false)
    case .cancel:
      guard hasAnswers else { return .end(.cancelled) }
      askToLeave()
    case .next:
      if interview.stop == .review {
        interview.leaveReview()
        try enterPage()
      } else {
        try leavePage()
      }
    case .finish:
      if interview.stop == .review { return try finish() }
      try leavePage()
    }
    return .show
  }

  private mutating func focusFirst() {
    switch interview.stop {
    case .field:
      if let field = interview.pageFields.first { moveFocus(to: field) }
    case .list: focus = plannedItems.first.map { .item($0.id) } ?? .adding
    case .review: focus = reviewStops.isEmpty ? .action(actions[0]) : .row(0)
    }
  }

  private mutating func focusLast() {
    switch interview.stop {
    case .field:
      if let field = interview.pageFields.last { moveFocus(to: field) }
    case .list: focus = .adding
    case .review: focus = reviewStops.isEmpty ? focus : .row(reviewStops.count - 1)
    }
  }

  /// Whether there is anything that a draft would keep.
  var hasAnswers: Bool {
    interview.answers.values.contains { $0?.origin == .typed || $0?.origin == .draft }
      || interview.answers.lists.contains { !$0.isEmpty }
  }
}

extension FieldAddress {
  /// Whether the field is one of an entry of a list.
  fileprivate var isOfItem: Bool {
    if case .item = self { return true }
    return false
  }
}
