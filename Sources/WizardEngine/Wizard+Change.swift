package import PlainValues

extension Wizard {
  /// The answers after one of them has changed, with what depends on it by `reset-on` dropped.
  ///
  /// - Parameters:
  ///   - answers: The answers so far.
  ///   - address: The field that changes.
  ///   - answer: What it changes to; `nil` takes the answer away.
  package func changing(
    _ answers: Answers,
    at address: FieldAddress,
    to answer: GivenAnswer?
  ) -> Answers {
    var changed = answers
    let isSame = answers[address]?.content == answer?.content
    changed[address] = answer
    guard !isSame else { return changed }
    switch address {
    case .field(let position):
      for field in fields where field.resetOn.contains(position) {
        changed.values[field.position] = nil
      }
    case .item(let list, let item, let position):
      for field in lists[list].fields where field.resetOn.contains(position) {
        changed[.item(list: list, item: item, field: field.position)] = nil
      }
    }
    return changed
  }

  /// What a change of one answer would do to the others.
  ///
  /// - Parameters:
  ///   - address: The field that would change.
  ///   - answer: What it would change to.
  ///   - answers: The answers so far.
  ///   - today: The day that `today` means in expressions.
  package func impact(
    of address: FieldAddress,
    to answer: GivenAnswer?,
    on answers: Answers,
    today: CivilDate
  ) -> Impact {
    let changed = changing(answers, at: address, to: answer)
    let before = plan(for: answers, on: today).fields
    let after = plan(for: changed, on: today).fields
    let beforeByAddress = Dictionary(before.map { ($0.address, $0) }) { first, _ in first }
    let afterByAddress = Dictionary(after.map { ($0.address, $0) }) { first, _ in first }
    var impact = Impact()
    for field in before where field.address != address && field.isGiven {
      if afterByAddress[field.address] == nil || changed[field.address] == nil {
        impact.dropped.append(field.address)
      }
    }
    for field in after where field.address != address {
      let earlier = beforeByAddress[field.address]
      if earlier == nil, field.isAsked {
        impact.added.append(field.address)
      } else if earlier?.value != nil, field.value == nil, changed[field.address] != nil {
        impact.rechecked.append(field.address)
      }
    }
    return impact
  }

  /// The answers that were given for fields which do not apply.
  ///
  /// - Returns: Their addresses in the order of the definition.
  package func parked(in answers: Answers, plan: Plan) -> [FieldAddress] {
    let planned = Set(plan.fields.map(\.address))
    var parked: [FieldAddress] = []
    for (position, answer) in answers.values.enumerated() {
      guard let answer, !answer.content.isEmpty else { continue }
      let address = FieldAddress.field(position)
      if !planned.contains(address) { parked.append(address) }
    }
    for (list, items) in answers.lists.enumerated() {
      for item in items {
        for (position, answer) in item.values.enumerated() {
          guard let answer, !answer.content.isEmpty else { continue }
          let address = FieldAddress.item(list: list, item: item.id, field: position)
          if !planned.contains(address) { parked.append(address) }
        }
      }
    }
    return parked
  }
}

/// What a change of one answer does to the others.
package struct Impact: Hashable, Sendable {
  /// Answers that fall off the path, or that `reset-on` drops.
  package var dropped: [FieldAddress] = []
  /// Fields that are asked only after the change.
  package var added: [FieldAddress] = []
  /// Answers that held before the change and do not hold after it.
  package var rechecked: [FieldAddress] = []

  /// Whether the change leaves all other answers as they are.
  package var isEmpty: Bool { dropped.isEmpty && added.isEmpty && rechecked.isEmpty }
}

extension PlannedField {
  /// Whether somebody gave the value, and nothing suggested or computed it.
  package var isGiven: Bool {
    if case .given = source { return true }
    return false
  }
}
