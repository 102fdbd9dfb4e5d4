package import PlainValues
package import WizardEngine

/// Where an interview is and what has been answered: a value that a dialogue drives with answers.
///
/// It never reads or writes anything; line dialogue and form ask it what comes next.
package struct Interview: Sendable {
  /// A place where a person is asked something.
  package enum Stop: Hashable, Sendable {
    /// One field.
    case field(FieldAddress)
    /// The entries of a list, by the list's position.
    case list(Int)
    /// All answers, before finishing.
    case review
  }

  /// The wizard.
  package let wizard: Wizard
  /// The day that counts as today.
  package let today: CivilDate
  /// What was answered so far, parked answers included.
  package private(set) var answers: Answers
  /// The stages and fields that apply to the answers.
  package private(set) var plan: Plan
  /// Where the person is.
  package internal(set) var stop: Stop
  /// Whether only what is required and has no value is asked.
  package let isExpress: Bool
  /// The keys of own fields that may not be changed any more, as when a record is edited.
  package let frozen: Set<String>
  /// Fields that a changed answer added while checking the answers, in path order.
  var pending: [FieldAddress] = []
  /// Whether the review comes next, as it was left for one change.
  var returnsToReview = false
  /// Whether the entry of a list that is being answered was opened from its list.
  private(set) var cameFromList = false
  /// Whether the person has been in the last stage, from which alone finishing is possible.
  package internal(set) var hasReachedEnd = false
  /// Where the person looked at all answers from before the end was reached.
  private var origin: Stop?

  /// Starts at the first question, or where the answers leave off.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - answers: What is known already.
  ///   - today: The day that counts as today.
  ///   - isExpress: Whether only what is required and has no value is asked.
  ///   - frozen: The keys of own fields that may not be changed any more.
  ///   - startsAtReview: Whether to begin with all answers, as when a record is edited.
  package init(
    of wizard: Wizard,
    answers: Answers,
    today: CivilDate,
    isExpress: Bool = false,
    frozen: Set<String> = [],
    startsAtReview: Bool = false
  ) {
    self.wizard = wizard
    self.answers = answers
    self.today = today
    self.isExpress = isExpress
    self.frozen = frozen
    plan = wizard.plan(for: answers, on: today)
    stop = .review
    if startsAtReview {
      returnsToReview = true
      hasReachedEnd = true
    } else {
      stop = stops.first { needsVisit($0) } ?? .review
      noteEnd()
    }
  }

  /// Stands at a place with a plan that is given, for showing it; nothing is answered there.
  init(showing stop: Stop, of wizard: Wizard, answers: Answers, plan: Plan, today: CivilDate) {
    self.wizard = wizard
    self.answers = answers
    self.today = today
    self.plan = plan
    self.stop = stop
    isExpress = false
    frozen = []
    noteEnd()
  }

  // MARK: The path

  /// The stops of the path, review last; fields of list items are visited from their list.
  package var stops: [Stop] {
    var stops: [Stop] = []
    for stage in plan.stages {
      if let list = wizard.stages[stage.position].list {
        if stage.takesItems { stops.append(.list(list)) }
      } else {
        stops += stage.fields.filter(isAsked).map { .field($0.address) }
      }
    }
    return stops + [.review]
  }

  /// Whether a person is asked the field: it is neither computed nor drawn nor frozen.
  package func isAsked(_ field: PlannedField) -> Bool {
    field.isAsked && !frozen.contains(field.path)
  }

  /// The stages of the path that ask something.
  package var stages: [PlannedStage] { stages(of: plan) }

  /// The stages of a plan for this interview that ask something.
  func stages(of plan: Plan) -> [PlannedStage] {
    plan.stages.filter { stage in
      stage.takesItems || stage.fields.contains(where: isAsked)
    }
  }

  /// The index of a stop's stage among ``stages``; `nil` for the review.
  package func stageIndex(of stop: Stop) -> Int? {
    switch stop {
    case .review: return nil
    case .list(let list):
      return stages.firstIndex { wizard.stages[$0.position].list == list }
    case .field(let address):
      return stages.firstIndex { $0.allFields.contains { $0.address == address } }
    }
  }

  /// Whether the stop belongs to the last stage, the only one that can finish.
  package var isInLastStage: Bool {
    guard let index = stageIndex(of: stop) else { return true }
    return index == stages.count - 1
  }

  /// The field at the current stop, as planned; `nil` at a list or the review.
  package var field: PlannedField? {
    guard case .field(let address) = stop else { return nil }
    return plan.field(at: address)
  }

  /// Whether a person must come to a stop: always, unless only what is needed is asked.
  func needsVisit(_ stop: Stop) -> Bool {
    guard isExpress else { return true }
    switch stop {
    case .review: return true
    case .list(let list):
      return answers.lists[list].count < wizard.lists[list].minimum
    case .field(let address):
      guard let field = plan.field(at: address) else { return false }
      return !field.problems.allSatisfy { $0.severity < .error }
    }
  }

  // MARK: Answering

  /// What would happen if the current field were answered so.
  package struct Attempt: Sendable {
    /// The field.
    package let address: FieldAddress
    /// The answers as they would be.
    package let answers: Answers
    /// What is the matter with the answer.
    package let problems: [Problem]
    /// What happens to other answers.
    package let impact: Impact

    /// Whether the answer holds.
    package var holds: Bool { problems.allSatisfy { $0.severity < .error } }
  }

  /// Tries an answer without keeping it.
  ///
  /// - Parameters:
  ///   - answer: The answer; `nil` takes the suggested value, an empty content leaves the field empty.
  ///   - address: The field.
  /// - Returns: What would come of it.
  package func attempt(_ answer: GivenAnswer?, at address: FieldAddress) -> Attempt {
    let changed = wizard.changing(answers, at: address, to: answer)
    let planned = wizard.plan(for: changed, on: today).field(at: address)
    return Attempt(
      address: address,
      answers: changed,
      problems: planned?.problems ?? [],
      impact: wizard.impact(of: address, to: answer, on: answers, today: today)
    )
  }

  /// Keeps an attempted answer.
  package mutating func accept(_ attempt: Attempt) {
    let wasPlanned = Set(plan.fields.map(\.address))
    replaceAnswers(attempt.answers)
    if returnsToReview {
      pending += plan.fields.filter { $0.isAsked && !wasPlanned.contains($0.address) }
        .map(\.address).filter { !pending.contains($0) }
    }
  }

  /// Takes over answers that came from elsewhere, for example from a record that was named.
  package mutating func replaceAnswers(_ answers: Answers) {
    self.answers = answers
    plan = wizard.plan(for: answers, on: today)
  }

  /// Goes to the next stop.
  ///
  /// The caller judges the stage first where ``isAtEndOfStage`` holds.
  package mutating func advance() {
    if case .field(.item(let list, let item, let field)) = stop {
      stop = nextItemField(list: list, item: item, after: field) ?? .list(list)
      return
    }
    if returnsToReview {
      pending.removeAll { plan.field(at: $0) == nil || .field($0) == stop }
      stop = pending.isEmpty ? .review : .field(pending.removeFirst())
      return
    }
    let stops = stops
    guard let index = stops.firstIndex(of: stop) else {
      stop = stops.first { needsVisit($0) } ?? .review
      return
    }
    stop = stops[(index + 1)...].first { needsVisit($0) } ?? .review
    noteEnd()
  }

  mutating func noteEnd() {
    if isInLastStage { hasReachedEnd = true }
  }

  /// Goes back to the questions from a look at all answers that came too early to finish.
  package mutating func leaveReview() {
    returnsToReview = false
    stop = origin.flatMap { stops.contains($0) ? $0 : nil } ?? stops[0]
    origin = nil
  }

  /// Whether the next stop is in another stage.
  package var isAtEndOfStage: Bool {
    var next = self
    next.advance()
    return next.stageIndex(of: next.stop) != stageIndex(of: stop)
  }

  /// Goes to the stop before, whatever is wrong here.
  ///
  /// - Returns: Whether there is one.
  package mutating func goBack() -> Bool {
    if case .field(.item(let list, let item, let field)) = stop {
      let fields = itemFields(list: list, item: item)
      if let index = fields.firstIndex(of: field), index > 0 {
        stop = .field(.item(list: list, item: item, field: fields[index - 1]))
      } else {
        stop = .list(list)
      }
      return true
    }
    let stops = stops
    guard let index = stops.firstIndex(of: stop), index > 0 else { return false }
    returnsToReview = false
    stop = stops[index - 1]
    return true
  }

  /// Goes to a stop, for example to one whose answer is to be changed.
  ///
  /// - Parameters:
  ///   - stop: The stop.
  ///   - returning: Whether to come back to the review afterwards.
  package mutating func go(to stop: Stop, returning: Bool) {
    self.stop = stop
    returnsToReview = returning
    cameFromList = false
    pending = []
  }

  /// Goes to all answers.
  package mutating func goToReview() {
    if case .field(.item(let list, _, _)) = stop {
      origin = .list(list)
    } else if stop != .review {
      origin = stop
    }
    stop = .review
    returnsToReview = true
  }

  // MARK: Lists

  /// Adds an entry and goes to its first field.
  package mutating func addItem(to list: Int) {
    let item = answers.appendItem(to: wizard.lists[list])
    replaceAnswers(answers)
    openItem(item, of: list)
  }

  /// Goes to the first field of an entry.
  package mutating func openItem(_ item: Int, of list: Int) {
    guard let first = itemFields(list: list, item: item).first else { return }
    cameFromList = stop == .list(list)
    stop = .field(.item(list: list, item: item, field: first))
  }

  /// Takes an entry out of its list.
  package mutating func removeItem(_ item: Int, from list: Int) {
    answers.removeItem(item, from: wizard.lists[list])
    replaceAnswers(answers)
  }

  private func itemFields(list: Int, item: Int) -> [Int] {
    plan.fields.compactMap { field in
      guard case .item(list, item, let position) = field.address, field.isAsked else { return nil }
      return position
    }
  }

  private func nextItemField(list: Int, item: Int, after field: Int) -> Stop? {
    itemFields(list: list, item: item).first { $0 > field }.map {
      .field(.item(list: list, item: item, field: $0))
    }
  }
}
