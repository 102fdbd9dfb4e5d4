import Expressions
package import PlainValues

extension Wizard {
  /// Says why a stage is on the path, or why it is not.
  ///
  /// - Parameters:
  ///   - position: The position among ``stages``.
  ///   - plan: The plan for the answers in question.
  ///   - today: The day that the plan was made for.
  /// - Returns: What decides, up to what keeps it away.
  package func reason(
    forStage position: Int,
    in plan: Plan,
    on today: CivilDate
  ) -> AskingReason {
    var inquiry = Inquiry(wizard: self, plan: plan, today: today)
    inquiry.ask(aboutStage: position)
    if inquiry.isOpen, !plan.stages.contains(where: { $0.position == position }) {
      inquiry.note(.noFields)
    }
    return inquiry.reason
  }

  /// Says why a field is asked, or why it is not.
  ///
  /// - Parameters:
  ///   - address: The field.
  ///   - plan: The plan for the answers in question.
  ///   - today: The day that the plan was made for.
  /// - Returns: What decides, up to what keeps it away.
  package func reason(
    for address: FieldAddress,
    in plan: Plan,
    on today: CivilDate
  ) -> AskingReason {
    var inquiry = Inquiry(wizard: self, plan: plan, today: today)
    let field = self.field(at: address)
    switch address {
    case .field(let position):
      if let stage = stages.firstIndex(where: { $0.fields.contains(position) }) {
        inquiry.ask(aboutStage: stage)
      }
    case .item(let list, let item, _):
      if let stage = stages.firstIndex(where: { $0.list == list }) {
        inquiry.ask(aboutStage: stage)
      }
      inquiry.enter(item: item, of: lists[list])
    }
    inquiry.ask(about: field.condition)
    if field.computed != nil { inquiry.note(.computed) }
    if case .identifier(let by?, _) = field.type, plan.field(at: address)?.isAsked == false {
      inquiry.note(.drawn(by: by))
    }
    return inquiry.reason
  }

  /// What a condition asks, judged for no answers.
  ///
  /// - Parameters:
  ///   - formula: The condition.
  ///   - list: The position of the list whose entries it is about, if it is one's.
  /// - Returns: The condition in parts; none of them is said to hold or not to hold.
  package func condition(of formula: Formula, inList list: Int? = nil) -> JudgedCondition {
    Inquiry(wizard: self, plan: Plan(stages: []), today: CivilDate(dayNumber: 0), inList: list)
      .judged(formula.expression.condition).unjudged
  }
}

/// Goes through what decides about one thing, until something keeps it away.
private struct Inquiry {
  let wizard: Wizard
  let plan: Plan
  private var scope: FormulaScope
  private var item: (list: Int, id: Int)?
  private var causes: [AskingReason.Cause] = []
  /// Whether nothing has kept it away so far.
  private(set) var isOpen = true

  init(wizard: Wizard, plan: Plan, today: CivilDate, inList list: Int? = nil) {
    self.wizard = wizard
    self.plan = plan
    item = list.map { ($0, 0) }
    scope = FormulaScope(wizard: wizard, plan: plan, today: today)
  }

  var reason: AskingReason { AskingReason(isAsked: isOpen, causes: causes) }

  mutating func note(_ cause: AskingReason.Cause) {
    guard isOpen else { return }
    causes.append(cause)
    isOpen = cause.holds
  }

  mutating func ask(aboutStage position: Int) {
    let stage = wizard.stages[position]
    if let guarding = stage.guarding {
      note(
        .option(
          field: guarding.field,
          codes: guarding.codes,
          chosen: scope.held(.own(guarding.field))
        )
      )
      ask(about: guarding.condition)
    }
    ask(about: stage.condition)
    if let list = stage.list { ask(about: wizard.lists[list].condition) }
  }

  mutating func ask(about formula: Formula?) {
    guard isOpen, let formula else { return }
    let parts = judged(formula.expression.condition)
    let whole = JudgedCondition(content: parts.content, holds: formula.holds(in: scope))
    note(.condition(whole, place: formula.place))
  }

  mutating func enter(item id: Int, of list: ItemList) {
    guard isOpen else { return }
    let planned = plan.stages.lazy.flatMap(\.items).first { candidate in
      candidate.id == id && candidate.belongs(to: list.position)
    }
    guard let planned else { return note(.removed) }
    item = (list.position, id)
    scope.begin(list)
    scope.beginItem(of: list)
    for field in planned.fields {
      guard case .item(_, _, let position) = field.address else { continue }
      if let value = field.value { scope.setItemField(position, to: value) }
    }
  }

  // MARK: Conditions

  func judged(_ condition: Condition) -> JudgedCondition {
    switch condition {
    case .all(let parts):
      let parts = parts.map { judged($0) }
      let fails = parts.contains { $0.holds == false }
      return JudgedCondition(
        content: .all(parts),
        holds: fails ? false : parts.allSatisfy { $0.holds == true } ? true : nil
      )
    case .any(let parts):
      let parts = parts.map { judged($0) }
      let holds = parts.contains { $0.holds == true }
      return JudgedCondition(
        content: .any(parts),
        holds: holds ? true : parts.allSatisfy { $0.holds == false } ? false : nil
      )
    case .not(let part):
      let part = judged(part)
      return JudgedCondition(content: .not(part), holds: part.holds.map { !$0 })
    case .compare(let subject, let comparison, let literal):
      return judged(.compare(named(subject), comparison, text(of: literal)), subject) {
        $0?.stands(comparison, to: literal) ?? false
      }
    case .isOne(let subject, let literals):
      return judged(.isOne(named(subject), of: literals.map { text(of: $0) }), subject) { value in
        literals.contains { value?.equals($0) ?? false }
      }
    case .includes(let subject, let literal):
      return judged(.includes(named(subject), text(of: literal)), subject) { value in
        guard case .list(let items)? = value else { return false }
        return items.contains { $0.equals(literal) }
      }
    case .isAnswered(let subject):
      return judged(.isAnswered(named(subject)), subject) { $0 != nil }
    case .isTrue(let subject):
      return judged(.isTrue(named(subject)), subject) { $0 == .bool(true) }
    case .always(let truth): return JudgedCondition(content: .always(truth), holds: truth)
    case .other(let text): return JudgedCondition(content: .other(text), holds: nil)
    }
  }

  /// Judges what is asked of one subject; a part of a subject is judged as part of the whole only.
  private func judged(
    _ content: JudgedCondition.Content,
    _ subject: Condition.Subject,
    _ holds: (Value?) -> Bool
  ) -> JudgedCondition {
    JudgedCondition(
      content: content,
      holds: subject.fields.isEmpty ? holds(value(of: subject)) : nil
    )
  }

  private func text(of literal: Value) -> String { FormulaScope.text(of: literal) ?? "" }

  private func value(of subject: Condition.Subject) -> Value? {
    subject.fields.isEmpty ? scope.value(at: subject.slot, own: nil) : nil
  }

  private func named(_ subject: Condition.Subject) -> JudgedSubject {
    let source: JudgedSubject.Source
    switch FormulaScope.meaning(of: subject.slot) {
    case _ where !subject.fields.isEmpty: source = .part(subject.fields)
    case .today: source = .today
    case .field(let position): source = .field(.field(position))
    case .list(let position): source = .list(position)
    case .itemField(let position):
      source =
        item.map { .field(.item(list: $0.list, item: $0.id, field: position)) } ?? .part([])
    case .own, .item: source = .part([])
    }
    return JudgedSubject(
      source: source,
      text: value(of: subject).flatMap { FormulaScope.text(of: $0) }
    )
  }
}

extension JudgedCondition {
  /// The condition without what it comes to.
  fileprivate var unjudged: JudgedCondition {
    let content: Content =
      switch content {
      case .all(let parts): .all(parts.map(\.unjudged))
      case .any(let parts): .any(parts.map(\.unjudged))
      case .not(let part): .not(part.unjudged)
      default: self.content
      }
    return JudgedCondition(content: content, holds: nil)
  }
}

extension PlannedItem {
  fileprivate func belongs(to list: Int) -> Bool {
    guard case .item(list, _, _)? = fields.first?.address else { return false }
    return true
  }
}

extension FormulaScope {
  /// The values that formulas see once a plan is made; fields read earlier ones only, so it is the
  /// same at every place.
  fileprivate init(wizard: Wizard, plan: Plan, today: CivilDate) {
    self.init(wizard: wizard, today: today)
    for stage in plan.stages {
      for planned in stage.fields {
        guard case .field(let position) = planned.address else { continue }
        if let value = planned.value { setField(position, to: value) }
      }
      guard let position = wizard.stages[stage.position].list else { continue }
      let list = wizard.lists[position]
      begin(list)
      for item in stage.items {
        beginItem(of: list)
        for field in item.fields {
          guard case .item(_, _, let position) = field.address, let value = field.value else {
            continue
          }
          setItemField(position, to: value)
        }
        endItem()
      }
      end(list)
    }
  }
}

extension Value {
  /// Whether the value stands to a literal as an operator says.
  fileprivate func stands(_ comparison: Condition.Comparison, to literal: Value) -> Bool {
    switch comparison {
    case .equal: return comparable(to: literal).map { equals($0) } ?? false
    case .notEqual: return comparable(to: literal).map { !equals($0) } ?? false
    case .less: return isBefore(literal) ?? false
    case .greaterOrEqual: return isBefore(literal).map { !$0 } ?? false
    case .greater: return isAfter(literal) ?? false
    case .lessOrEqual: return isAfter(literal).map { !$0 } ?? false
    }
  }

  /// The literal as a day, where this is one.
  private func comparable(to literal: Value) -> Value? {
    guard case .date = self, case .string(let text) = literal else { return literal }
    return CivilDate(iso: text).map(Value.date)
  }

  private func isAfter(_ literal: Value) -> Bool? {
    guard let literal = comparable(to: literal) else { return nil }
    return literal.isBefore(self)
  }

  /// Whether this stands before another; `nil` where the two stand in no order.
  private func isBefore(_ literal: Value) -> Bool? {
    guard let literal = comparable(to: literal) else { return nil }
    switch (self, literal) {
    case (.int(let left), .int(let right)): return left < right
    case (.date(let left), .date(let right)): return left < right
    case (.string(let left), .string(let right)):
      return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars)
    case (.bool(let left), .bool(let right)): return !left && right
    default:
      guard let left = number, let right = literal.number else { return nil }
      return left < right
    }
  }

  private var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }
}
