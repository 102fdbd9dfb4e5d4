package import PlainValues

/// The values of answers that hold from first to last, without anything else that a plan knows.
///
/// Of a million rows nearly all hold, and of those nothing but their values is needed.
package struct PlanValues {
  /// The values of the wizard's own fields, by position; `nil` for fields without one.
  package fileprivate(set) var values: [HeldValue?]
  /// The own fields that have a value, by position, in path order.
  package private(set) var order: [Int] = []
  /// The items of each list, by position; `nil` for a list that is off the path.
  package private(set) var lists: [[ItemValues]?]
  /// The masks that identifiers are drawn from, by the position of their field.
  package private(set) var masks: [(position: Int, rule: IdentifierRule)] = []

  private var plannedAnswers = 0
  private var holds = true
  private let answers: Answers
  private let scope: FormulaScope

  fileprivate init(of wizard: Wizard, _ answers: Answers, in scope: FormulaScope) {
    self.answers = answers
    self.scope = scope
    values = []
    lists = Array(nil, times: wizard.lists.count)
    order.reserveCapacity(wizard.fields.count)
  }

  /// Whether nothing that was given is off the path.
  fileprivate var hasAllAnswers: Bool {
    let given = answers.values.count { $0?.content.isEmpty == false }
    let ofItems = answers.lists.reduce(0) { sum, items in
      items.reduce(sum) { $0 + $1.values.count { $0?.content.isEmpty == false } }
    }
    return plannedAnswers == given + ofItems
  }
}

/// The values of one item of a list.
package struct ItemValues: Sendable {
  /// The item's identity.
  package let id: Int
  /// The values by the positions of their fields; `nil` for fields without one.
  package let values: [HeldValue?]
}

extension Wizard {
  /// The values of answers that hold; `nil` where one does not, or does not apply.
  ///
  /// By the same walk as ``plan(for:on:)``, which says what is wrong otherwise.
  ///
  /// - Parameters:
  ///   - answers: What was given.
  ///   - desk: What is worked on; the same one for all answers of a thread.
  /// - Returns: The values.
  package func values(of answers: Answers, at desk: PlanDesk) -> PlanValues? {
    let scope = desk.scope
    scope.reset()
    let planner = Planner(wizard: self, answers: answers, scope: scope)
    var found = planner.walk(PlanValues(of: self, answers, in: scope))
    guard !found.isSettled && found.hasAllAnswers else { return nil }
    found.values = scope.fields
    return found
  }
}

/// What values are worked out on, kept from one row to the next; used by one thread at a time.
package final class PlanDesk {
  fileprivate let scope: FormulaScope

  /// Prepares for a wizard and the day that `today` means in expressions.
  package init(of wizard: Wizard, on today: CivilDate) {
    scope = FormulaScope(wizard: wizard, today: today)
  }
}

extension PlanValues: PlanRecorder {
  var isSettled: Bool { !holds }

  mutating func take(_ field: borrowing FieldJudge, at address: FieldAddress) {
    if field.isGiven { plannedAnswers += 1 }
    if !field.problems.isEmpty, field.problems.contains(where: { $0.severity == .error }) {
      holds = false
    }
    guard case .field(let position) = address else { return }
    if field.value != nil {
      order.append(position)
    } else if field.source == .drawn, let rule = field.identifier {
      masks.append((position, rule))
    }
  }

  mutating func endItem(_ id: Int) {}

  mutating func endStage(at position: Int) {}

  mutating func endList(_ list: ItemList, at position: Int, _ problems: [Problem]) {
    let values = scope.items(ofList: list.position) ?? []
    let given = answers.lists[list.position]
    var items: [ItemValues] = []
    items.reserveCapacity(values.count)
    for index in values.indices {
      items.append(ItemValues(id: given[index].id, values: values[index]))
    }
    if !problems.isEmpty || hasRepeats(list, items) { holds = false }
    lists[list.position] = items
  }

  private func hasRepeats(_ list: ItemList, _ items: [ItemValues]) -> Bool {
    guard !list.unique.isEmpty, items.count > 1 else { return false }
    var seen = RepeatedValues()
    return items.contains { item in
      list.unique.contains { position in
        item.values[position].map {
          seen.repeats($0, of: list.fields[position], at: position)
        } ?? false
      }
    }
  }
}
