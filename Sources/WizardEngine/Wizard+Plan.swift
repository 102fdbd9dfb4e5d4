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
    var planner = Planner(
      wizard: self,
      answers: answers,
      scope: FormulaScope(wizard: self, today: today)
    )
    return planner.plan()
  }

  /// Works out a plan in which some conditions are taken to hold, and the values that formulas see.
  func planAndScope(
    for answers: Answers,
    on today: CivilDate,
    assuming assumption: PathAssumption
  ) -> (Plan, FormulaScope) {
    var planner = Planner(
      wizard: self,
      answers: answers,
      scope: FormulaScope(wizard: self, today: today, assuming: assumption)
    )
    return (planner.plan(), planner.scope)
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

/// One walk over a wizard's stages, from first to last, filling in values as it goes.
private struct Planner {
  let wizard: Wizard
  let answers: Answers
  var scope: FormulaScope

  mutating func plan() -> Plan {
    var stages: [PlannedStage] = []
    for (position, stage) in wizard.stages.enumerated()
    where scope.applies(stage, at: position) {
      if let list = stage.list {
        if let planned = planned(wizard.lists[list], at: position) { stages.append(planned) }
      } else {
        let planned = planned(stage, at: position)
        // A stage whose fields have all fallen away asks nothing, so it is not on the path.
        if !planned.fields.isEmpty { stages.append(planned) }
      }
    }
    return Plan(stages: stages)
  }

  private mutating func planned(_ stage: Stage, at position: Int) -> PlannedStage {
    var planned: [PlannedField] = []
    planned.reserveCapacity(stage.fields.count)
    for index in stage.fields {
      let field = wizard.fields[index]
      guard field.condition?.holds(in: scope) ?? true else { continue }
      let result = FieldJudge.planned(
        field,
        given: answers.values[index],
        at: .field(index),
        route: FieldRoute(key: field.key),
        in: scope
      )
      if result.value != nil { scope.setField(index, to: result.value, of: field) }
      planned.append(result)
    }
    return PlannedStage(
      position: position,
      fields: planned,
      items: [],
      problems: [],
      takesItems: false
    )
  }

  /// Plans a list; `nil` where it may have no items at the moment.
  private mutating func planned(_ list: ItemList, at position: Int) -> PlannedStage? {
    guard list.condition?.holds(in: scope) ?? true else {
      scope.setList(list.position, to: [])
      return nil
    }
    var items: [PlannedItem] = []
    var values: [[HeldValue?]] = []
    for (index, item) in answers.lists[list.position].enumerated() {
      scope.beginItem(of: list)
      var planned: [PlannedField] = []
      var held: [HeldValue?] = Array(repeating: nil, count: list.fields.count)
      for field in list.fields where field.condition?.holds(in: scope) ?? true {
        let result = FieldJudge.planned(
          field,
          given: item.values[field.position],
          at: .item(list: list.position, item: item.id, field: field.position),
          route: FieldRoute(key: field.key, list: list.key, number: index + 1),
          in: scope
        )
        if result.value != nil {
          scope.setItemField(field.position, to: result.value, of: field)
          held[field.position] = result.value
        }
        planned.append(result)
      }
      items.append(PlannedItem(id: item.id, fields: planned))
      values.append(held)
    }
    scope.endItems()
    scope.setList(list.position, to: values)
    return PlannedStage(
      position: position,
      fields: [],
      items: markingRepeats(of: list, in: items),
      problems: countProblems(of: list, count: items.count),
      takesItems: true
    )
  }

  private func countProblems(of list: ItemList, count: Int) -> [Problem] {
    if count < list.minimum {
      return [
        Problem(path: list.key, reason: .tooFewItems(minimum: list.minimum, actual: count))
      ]
    }
    if count > list.maximum {
      return [
        Problem(path: list.key, reason: .tooManyItems(maximum: list.maximum, actual: count))
      ]
    }
    return []
  }

  /// Adds a problem to every field that repeats a value which may stand once in the list.
  private func markingRepeats(of list: ItemList, in items: [PlannedItem]) -> [PlannedItem] {
    guard !list.unique.isEmpty, items.count > 1 else { return items }
    var seen: Set<String> = []
    return items.map { item in
      PlannedItem(
        id: item.id,
        fields: item.fields.map { field in
          guard case .item(_, _, let position) = field.address, list.unique.contains(position),
            let value = field.value
          else { return field }
          let isNew = seen.insert("\(position)\u{0}\(value.text.caseKey)").inserted
          return isNew
            ? field
            : field.adding(Problem(path: field.path, reason: .duplicateItem(value.text)))
        }
      )
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
    guard let codes = chosenCodes(of: guarding.field) else { return false }
    return codes.contains(where: guarding.brings)
  }
}

extension PlannedField {
  /// The same field with one more problem.
  fileprivate func adding(_ problem: Problem) -> PlannedField {
    var field = self
    field.problems.append(problem)
    return field
  }
}
