import Expressions
import FieldKinds
import PlainValues

extension WizardChecker {
  // MARK: Limits

  mutating func limits(of field: FieldDefinition, type: FieldType) -> Limits {
    guard type.hasValueLimits else {
      let shortest = field.minimum.flatMap { count($0) }
      let longest = field.maximum.flatMap { count($0) }
      if let shortest, let longest, longest < shortest { reportCrossed(field) }
      return Limits(minimum: nil, maximum: nil, shortest: shortest, longest: longest)
    }
    let minimum = field.minimum.flatMap { limit($0, type: type) }
    let maximum = field.maximum.flatMap { limit($0, type: type) }
    if let minimum, let maximum, minimum != "today", maximum != "today",
      type.isOrdered(maximum, before: minimum)
    {
      reportCrossed(field)
    }
    return Limits(minimum: minimum, maximum: maximum, shortest: nil, longest: nil)
  }

  /// Reports limits that no value can keep.
  private mutating func reportCrossed(_ field: FieldDefinition) {
    guard let maximum = field.maximum else { return }
    report(.badLimit(maximum.value), at: maximum.place)
  }

  private mutating func count(_ limit: Placed<String>) -> Int? {
    if let count = Int(limit.value), count >= 0, count <= 1_000_000 { return count }
    report(.badLimit(limit.value), at: limit.place)
    return nil
  }

  private mutating func limit(_ limit: Placed<String>, type: FieldType) -> String? {
    guard case .plain(let kind) = type else { return nil }
    if kind == .date && limit.value == "today" { return limit.value }
    switch FieldKinds.read(limit.value, as: kind) {
    case .success(let reading): return reading.canonical
    case .failure:
      report(.badLimit(limit.value), at: limit.place)
      return nil
    }
  }

  // MARK: Defaults

  mutating func suggestion(of field: FieldDefinition) -> Suggestion? {
    guard let suggested = field.suggested, !suggested.value.isEmpty else { return nil }
    guard suggested.value.hasPrefix("=") else { return .constant(suggested.value) }
    return formula(suggested.afterFirst, expecting: nil).map(Suggestion.expression)
  }

  /// Whether a constant could ever hold; one that could not is a fault of the definition, not of
  /// whoever accepts it.
  func isValue(
    _ text: String,
    of type: FieldType,
    options: CheckedOptions,
    limits: Limits,
    pattern: Pattern?
  ) -> Bool {
    let value: String
    switch type {
    case .choice: return options.index[text] != nil
    case .choices:
      let codes = text.split(separator: ",").map { String($0).trimmed }
      return codes.allSatisfy { options.index[$0] != nil }
    case .plain(let kind):
      guard case .success(let reading) = FieldKinds.read(text, as: kind) else { return false }
      value = reading.canonical
    case .record, .postalCode, .phone, .taxNumber, .identifier: return true
    }
    if let minimum = limits.minimum, minimum != "today", type.isOrdered(value, before: minimum) {
      return false
    }
    if let maximum = limits.maximum, maximum != "today", type.isOrdered(maximum, before: value) {
      return false
    }
    if let longest = limits.longest, value.count > longest { return false }
    if let shortest = limits.shortest, value.count < shortest { return false }
    guard let pattern else { return true }
    return (try? pattern.matches(whole: value)) ?? true
  }
}
