import FieldKinds
import PlainValues

/// One walk over a wizard's stages, from first to last, filling in values as it goes.
struct Planner {
  let wizard: Wizard
  let answers: Answers
  let scope: FormulaScope

  /// Walks, as long as the recorder wants to know more.
  ///
  /// - Returns: The recorder with all that it took.
  func walk<Recorder: PlanRecorder>(_ start: Recorder) -> Recorder {
    var recorder = start
    for position in wizard.stages.indices where !recorder.isSettled {
      let stage = wizard.stages[position]
      guard scope.applies(stage, at: position) else { continue }
      if let list = stage.list {
        walk(wizard.lists[list], at: position, &recorder)
      } else {
        walk(stage, &recorder)
        recorder.endStage(at: position)
      }
    }
    return recorder
  }

  private func walk(_ stage: Stage, _ recorder: inout some PlanRecorder) {
    for index in stage.fields {
      let field = wizard.fields[index]
      guard field.condition?.holds(in: scope) ?? true else { continue }
      let judge = FieldJudge(
        given: answers.values[index],
        route: FieldRoute(field: field),
        in: scope
      )
      recorder.take(judge, at: .field(index))
      if let value = judge.value { scope.setField(index, to: value) }
    }
  }

  private func walk(_ list: ItemList, at position: Int, _ recorder: inout some PlanRecorder) {
    guard list.condition?.holds(in: scope) ?? true else {
      scope.begin(list)
      scope.end(list)
      return
    }
    let items = answers.lists[list.position]
    scope.begin(list)
    for (index, item) in items.enumerated() {
      scope.beginItem(of: list)
      for field in list.fields where field.condition?.holds(in: scope) ?? true {
        let judge = FieldJudge(
          given: item.values[field.position],
          route: FieldRoute(field: field, list: list, number: index + 1),
          in: scope
        )
        recorder.take(
          judge,
          at: .item(list: list.position, item: item.id, field: field.position)
        )
        if let value = judge.value { scope.setItemField(field.position, to: value) }
      }
      scope.endItem()
      recorder.endItem(item.id)
    }
    scope.end(list)
    recorder.endList(list, at: position, list.problems(ofCount: items.count))
  }
}

/// What takes down what a walk finds.
protocol PlanRecorder {
  /// Whether nothing more needs to be known.
  var isSettled: Bool { get }
  /// Takes a field of the stage, or of the item.
  mutating func take(_ field: borrowing FieldJudge, at address: FieldAddress)
  /// Ends an item.
  mutating func endItem(_ id: Int)
  /// Ends a stage of fields.
  mutating func endStage(at position: Int)
  /// Ends a list, with what is the matter with it as a whole.
  mutating func endList(_ list: ItemList, at position: Int, _ problems: [Problem])
}

/// Takes down everything: the plan.
struct PlanRecord: PlanRecorder {
  private var stages: [PlannedStage] = []
  private var fields: [PlannedField] = []
  private var items: [PlannedItem] = []
  private var itemFields: [PlannedField] = []

  let isSettled = false

  /// What was taken down.
  var plan: Plan { Plan(stages: stages) }

  mutating func take(_ field: borrowing FieldJudge, at address: FieldAddress) {
    let planned = field.planned(at: address)
    if case .field = address { fields.append(planned) } else { itemFields.append(planned) }
  }

  mutating func endItem(_ id: Int) {
    items.append(PlannedItem(id: id, fields: itemFields))
    itemFields = []
  }

  mutating func endStage(at position: Int) {
    // A stage whose fields have all fallen away asks nothing, so it is not on the path.
    guard !fields.isEmpty else { return }
    stages.append(
      PlannedStage(position: position, fields: fields, items: [], problems: [], takesItems: false)
    )
    fields = []
  }

  mutating func endList(_ list: ItemList, at position: Int, _ problems: [Problem]) {
    stages.append(
      PlannedStage(
        position: position,
        fields: [],
        items: markingRepeats(of: list),
        problems: problems,
        takesItems: true
      )
    )
    items = []
  }

  /// Adds a problem to every field that repeats a value which may stand once in the list.
  private func markingRepeats(of list: ItemList) -> [PlannedItem] {
    guard !list.unique.isEmpty, items.count > 1 else { return items }
    var seen = RepeatedValues()
    return items.map { item in
      PlannedItem(
        id: item.id,
        fields: item.fields.map { field in
          guard case .item(_, _, let position) = field.address, list.unique.contains(position),
            let value = field.value, seen.repeats(value, of: list.fields[position], at: position)
          else { return field }
          var marked = field
          marked.problems.append(
            Problem(path: field.path, reason: .duplicateItem(value.text))
          )
          return marked
        }
      )
    }
  }
}

/// The values of a list that may stand in it once.
struct RepeatedValues {
  private var seen: Set<String> = []

  /// Whether a value of a field was there before; 2.0 is 2.
  mutating func repeats(_ value: HeldValue, of field: Field, at position: Int) -> Bool {
    var text = value.text.caseKey
    if case .plain(.decimal) = field.type, text.utf8.contains(0x2E) {
      while text.utf8.last == 0x30 { text.removeLast() }
      if text.utf8.last == 0x2E { text.removeLast() }
    }
    return !seen.insert("\(position)\u{0}\(text)").inserted
  }
}

extension ItemList {
  /// What is the matter with a list of so many items.
  fileprivate func problems(ofCount count: Int) -> [Problem] {
    if count < minimum {
      return [Problem(path: key, reason: .tooFewItems(minimum: minimum, actual: count))]
    }
    if count > maximum {
      return [Problem(path: key, reason: .tooManyItems(maximum: maximum, actual: count))]
    }
    return []
  }
}
