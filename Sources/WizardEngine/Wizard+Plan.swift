package import PlainValues

extension Wizard {
  /// Works out which stages and fields apply to these answers, and which of them hold.
  ///
  /// - Parameters:
  ///   - answers: What was given, parked answers included.
  ///   - today: The day that `today` means in expressions.
  /// - Returns: The plan; the same for the same answers and day.
  /// - Complexity: O(*n*) in the fields of the wizard and the items of its lists.
  package func plan(for answers: Answers, on today: CivilDate) -> Plan {
    let scope = FormulaScope(wizard: self, today: today)
    return Planner(wizard: self, answers: answers, scope: scope).walk(PlanRecord()).plan
  }

  /// Works out a plan in which some conditions are taken to hold, and the values that formulas see.
  func planAndScope(
    for answers: Answers,
    on today: CivilDate,
    assuming assumption: PathAssumption
  ) -> (Plan, FormulaScope) {
    let scope = FormulaScope(wizard: self, today: today, assuming: assumption)
    return (Planner(wizard: self, answers: answers, scope: scope).walk(PlanRecord()).plan, scope)
  }

  /// The path of a field as answer files spell it.
  ///
  /// - Parameters:
  ///   - address: The field.
  ///   - answers: The answers that say which place an item has; places are counted from 1.
  /// - Returns: For example `name` or `contacts.2.email`.
  package func path(of address: FieldAddress, in answers: Answers) -> String {
    switch address {
    case .field(let position):
      return fields[position].key
    case .item(let list, let item, let field):
      let index = answers.lists[list].firstIndex { $0.id == item } ?? 0
      return "\(lists[list].key).\(index + 1).\(lists[list].fields[field].key)"
    }
  }

  /// The field at an address.
  package func field(at address: FieldAddress) -> Field {
    switch address {
    case .field(let position): fields[position]
    case .item(let list, _, let field): lists[list].fields[field]
    }
  }
}

extension FormulaScope {
  /// Whether a stage is on the path as far as its own conditions go.
  func applies(_ stage: Stage, at position: Int) -> Bool {
    if let guarding = stage.guarding {
      guard isChosen(guarding, ofStage: position) else { return false }
      if let condition = guarding.condition, !condition.holds(in: self) { return false }
    }
    return stage.condition?.holds(in: self) ?? true
  }

  /// Whether an option is chosen that brings the stage along.
  func isChosen(_ guarding: StageGuard, ofStage position: Int) -> Bool {
    if assumesOption(ofStage: position) { return true }
    switch content(of: guarding.field) {
    case .text(let code): return guarding.brings(code)
    case .texts(let codes): return codes.contains(where: guarding.brings)
    case nil: return false
    }
  }
}
