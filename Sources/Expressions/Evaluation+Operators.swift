import PlainValues

extension Evaluation {
  mutating func result(
    of joint: BinaryOperator,
    _ left: Value?,
    _ right: Value?,
    at node: Int
  ) throws(EvaluationError) -> Value? {
    guard let left, let right else { return joint.isRelation ? .bool(false) : nil }
    switch joint {
    case .equal: return .bool(try equal(left, right, at: node))
    case .notEqual: return .bool(try !equal(left, right, at: node))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return .bool(try isOrdered(left, joint, right, at: node))
    case .in: return .bool(try contains(right, left, at: node))
    case .add, .subtract, .multiply, .divide, .remainder:
      return try arithmetic(joint, left, right, at: node)
    }
  }

  private mutating func isOrdered(
    _ left: Value,
    _ joint: BinaryOperator,
    _ right: Value,
    at node: Int
  ) throws(EvaluationError) -> Bool {
    if case .string(let text) = left { try spend(text.utf8.count / 64, at: node) }
    switch left.order(comparedTo: right) {
    case .less: return joint == .less || joint == .lessOrEqual
    case .equal: return joint == .lessOrEqual || joint == .greaterOrEqual
    case .greater: return joint == .greater || joint == .greaterOrEqual
    case .unordered: return false
    case .incomparable: throw error(.noSuchOverload, at: node)
    }
  }

  private mutating func contains(
    _ whole: Value,
    _ value: Value,
    at node: Int
  ) throws(EvaluationError) -> Bool {
    switch whole {
    case .list(let items):
      for item in items {
        try spend(1, at: node)
        if try equal(item, value, at: node) { return true }
      }
      return false
    case .map(let map): return map[value] != nil
    default: throw error(.noSuchOverload, at: node)
    }
  }

  // MARK: Arithmetic

  private mutating func arithmetic(
    _ joint: BinaryOperator,
    _ left: Value,
    _ right: Value,
    at node: Int
  ) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.int(let left), .int(let right)): return .int(try whole(joint, left, right, at: node))
    case (.uint(let left), .uint(let right)): return .uint(try whole(joint, left, right, at: node))
    case (.double(let left), .double(let right)):
      switch joint {
      case .add: return .double(left + right)
      case .subtract: return .double(left - right)
      case .multiply: return .double(left * right)
      case .divide: return .double(left / right)
      default: throw error(.noSuchOverload, at: node)
      }
    case (.date(let date), .int(let days)) where joint == .add:
      return .date(try day(date.dayNumber.addingReportingOverflow(days), at: node))
    case (.int(let days), .date(let date)) where joint == .add:
      return .date(try day(date.dayNumber.addingReportingOverflow(days), at: node))
    case (.date(let date), .int(let days)) where joint == .subtract:
      return .date(try day(date.dayNumber.subtractingReportingOverflow(days), at: node))
    case (.date(let left), .date(let right)) where joint == .subtract:
      return .int(left.dayNumber - right.dayNumber)
    default:
      guard joint == .add else { throw error(.noSuchOverload, at: node) }
      return try joined(left, right, at: node)
    }
  }

  private func whole<Number: FixedWidthInteger>(
    _ joint: BinaryOperator,
    _ left: Number,
    _ right: Number,
    at node: Int
  ) throws(EvaluationError) -> Number {
    let result: (partialValue: Number, overflow: Bool)
    switch joint {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .divide:
      guard right != 0 else { throw error(.divisionByZero, at: node) }
      result = left.dividedReportingOverflow(by: right)
    default:
      guard right != 0 else { throw error(.modulusByZero, at: node) }
      result = left.remainderReportingOverflow(dividingBy: right)
    }
    if result.overflow { throw error(.overflow, at: node) }
    return result.partialValue
  }

  /// The days that a date may be: the years 1 to 9999.
  private static let days = -719_162...2_932_896

  private func day(
    _ number: (partialValue: Int, overflow: Bool),
    at node: Int
  ) throws(EvaluationError) -> CivilDate {
    guard !number.overflow, Evaluation.days.contains(number.partialValue) else {
      throw error(.overflow, at: node)
    }
    return CivilDate(dayNumber: number.partialValue)
  }

  private mutating func joined(
    _ left: Value,
    _ right: Value,
    at node: Int
  ) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.string(let left), .string(let right)):
      try reserve(left.utf8.count + right.utf8.count, unit: 64, Limits.madeTextBytes, at: node)
      return .string(left + right)
    case (.bytes(let left), .bytes(let right)):
      try reserve(left.count + right.count, unit: 64, Limits.madeTextBytes, at: node)
      return .bytes(left + right)
    case (.list(let left), .list(let right)):
      try reserve(left.count + right.count, unit: 1, Limits.madeItems, at: node)
      return .list(left + right)
    default: throw error(.noSuchOverload, at: node)
    }
  }

  /// Makes sure that something of a size may be made, and pays for it.
  mutating func reserve(
    _ size: Int,
    unit: Int,
    _ limit: Int,
    at node: Int
  ) throws(EvaluationError) {
    if size > limit { throw error(.tooLarge, at: node) }
    try spend(size / unit, at: node)
  }

  func negation(of value: Value, at node: Int) throws(EvaluationError) -> Value {
    switch value {
    case .int(let number):
      guard number != Int.min else { throw error(.overflow, at: node) }
      return .int(-number)
    case .double(let number): return .double(-number)
    default: throw error(.noSuchOverload, at: node)
    }
  }
}
