package import PlainValues

extension Wizard {
  /// The answers after one of them has changed, with what depends on it by `reset-on` dropped.
  ///
  /// What is dropped counts as changed, so that a chain of `reset-on` is dropped as a whole. Giving
  /// what was suggested anyway changes nothing.
  ///
  /// - Parameters:
  ///   - answers: The answers so far.
  ///   - address: The field that changes.
  ///   - answer: What it changes to; `nil` takes the answer away.
  /// - Returns: The answers as they are then.
  package func changing(
    _ answers: Answers,
    at address: FieldAddress,
    to answer: GivenAnswer?
  ) -> Answers {
    var changed = answers
    let before = answers[address]?.content ?? constantSuggestion(of: field(at: address))
    let after = answer?.content ?? constantSuggestion(of: field(at: address))
    changed[address] = answer
    guard before != after else { return changed }
    // A field can only name earlier ones, so one pass in order follows every chain.
    switch address {
    case .field(let position):
      var dropped: Set<Int> = [position]
      for field in fields[(position + 1)...]
      where changed.values[field.position] != nil && !dropped.isDisjoint(with: field.resetOn) {
        changed.values[field.position] = nil
        dropped.insert(field.position)
      }
    case .item(let list, let item, let position):
      var dropped: Set<Int> = [position]
      for field in lists[list].fields[(position + 1)...] where !field.resetOn.isEmpty {
        let dependent = FieldAddress.item(list: list, item: item, field: field.position)
        guard !dropped.isDisjoint(with: field.resetOn), changed[dependent] != nil else { continue }
        changed[dependent] = nil
        dropped.insert(field.position)
      }
    }
    return changed
  }

  private func constantSuggestion(of field: Field) -> AnswerContent? {
    guard case .constant(let text)? = field.suggestion, field.type != .choices else { return nil }
    return .text(text)
  }

  /// What a change of one answer would do to the others.
  ///
  /// - Parameters:
  ///   - address: The field that would change.
  ///   - answer: What it would change to.
  ///   - answers: The answers so far.
  ///   - today: The day that `today` means in expressions.
  /// - Returns: What is dropped, asked beside, and to be checked again, in field order.
  package func impact(
    of address: FieldAddress,
    to answer: GivenAnswer?,
    on answers: Answers,
    today: CivilDate
  ) -> Impact {
    let changed = changing(answers, at: address, to: answer)
    let (planBefore, planAfter) = (plan(for: answers, on: today), plan(for: changed, on: today))
    let (before, after) = (planBefore.fields, planAfter.fields)
    let beforeByAddress = Dictionary(before.map { ($0.address, $0) }) { first, _ in first }
    let afterByAddress = Dictionary(after.map { ($0.address, $0) }) { first, _ in first }
    var impact = Impact()
    for field in before where field.address != address && field.isGiven {
      if afterByAddress[field.address]?.isGiven != true { impact.dropped.append(field.address) }
    }
    for field in after where field.address != address {
      guard let earlier = beforeByAddress[field.address] else {
        if field.isAsked { impact.added.append(field.address) }
        continue
      }
      if field.isAsked && !earlier.isAsked {
        impact.added.append(field.address)
      } else if field.isGiven, let held = earlier.value, held != field.value {
        impact.rechecked.append(field.address)
      }
    }
    let listsBefore = planBefore.listPositions(in: self)
    impact.addedLists = planAfter.listPositions(in: self).filter { !listsBefore.contains($0) }
    return impact
  }

  /// The answers that were given for fields which do not apply.
  ///
  /// - Returns: Their addresses in the order of the definition.
  package func parked(in answers: Answers, plan: Plan) -> [FieldAddress] {
    var parked: [FieldAddress] = []
    var isPlanned = Array(repeating: false, count: fields.count)
    var planned: [[PlannedItem]] = Array(repeating: [], count: lists.count)
    for stage in plan.stages {
      for case .field(let position) in stage.fields.lazy.map(\.address) {
        isPlanned[position] = true
      }
      if let list = stages[stage.position].list { planned[list] = stage.items }
    }
    for position in fields.indices where !isPlanned[position] {
      if let answer = answers.values[position], !answer.content.isEmpty {
        parked.append(.field(position))
      }
    }
    for (list, items) in answers.lists.enumerated() {
      for (index, item) in items.enumerated() {
        // A list that is on the path has all its items there, in their order.
        let own = planned[list].indices.contains(index) ? planned[list][index].fields : []
        for (position, answer) in item.values.enumerated() {
          guard let answer, !answer.content.isEmpty else { continue }
          let address = FieldAddress.item(list: list, item: item.id, field: position)
          if !own.contains(where: { $0.address == address }) { parked.append(address) }
        }
      }
    }
    return parked
  }
}

/// What a change of one answer does to the others.
package struct Impact: Hashable, Sendable {
  /// Answers that no longer count: they fall off the path, `reset-on` drops them, or a number is
  /// drawn in their place.
  package var dropped: [FieldAddress] = []
  /// Fields that are asked only after the change.
  package var added: [FieldAddress] = []
  /// Lists that take entries only after the change, by position.
  package var addedLists: [Int] = []
  /// Answers that do not hold any more, or that are read as another value.
  package var rechecked: [FieldAddress] = []

  /// Whether the change leaves all other answers as they are.
  package var isEmpty: Bool {
    dropped.isEmpty && added.isEmpty && addedLists.isEmpty && rechecked.isEmpty
  }
}

extension Plan {
  /// The lists on the path, by position.
  fileprivate func listPositions(in wizard: Wizard) -> [Int] {
    stages.compactMap { wizard.stages[$0.position].list }
  }
}

extension PlannedField {
  /// Whether somebody gave the value, and nothing suggested or computed it.
  package var isGiven: Bool {
    if case .given = source { return true }
    return false
  }
}
