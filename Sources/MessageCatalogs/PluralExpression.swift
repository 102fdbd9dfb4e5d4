/// A C expression in `n` that picks a plural form, ready to be evaluated.
///
/// Arithmetic is that of C's `unsigned long` of 64 bits: it wraps, and nothing in it can trap.
///
/// - SeeAlso: GNU gettext manual, "Additional functions for plural forms".
struct PluralExpression: Sendable {
  enum Operation: Sendable {
    case or, and, equal, unequal, less, greater, notGreater, notLess
    case plus, minus, times, over, remainder
  }

  indirect enum Node: Sendable {
    case count
    case number(UInt64)
    case not(Node)
    case binary(Operation, Node, Node)
    case choice(Node, Node, Node)
  }

  let root: Node

  /// The value for a count; `nil` for a division by zero.
  ///
  /// - Complexity: O(*n*) in the operators; their nesting is bounded by the parser.
  func value(_ count: UInt64) -> UInt64? { PluralExpression.value(root, count) }

  private static func value(_ node: Node, _ count: UInt64) -> UInt64? {
    switch node {
    case .count: return count
    case .number(let number): return number
    case .not(let operand): return value(operand, count).map { $0 == 0 ? 1 : 0 }
    case .choice(let condition, let yes, let no):
      return value(condition, count).flatMap { value($0 != 0 ? yes : no, count) }
    case .binary(.or, let left, let right):
      guard let first = value(left, count) else { return nil }
      return first != 0 ? 1 : value(right, count).map { $0 != 0 ? 1 : 0 }
    case .binary(.and, let left, let right):
      guard let first = value(left, count) else { return nil }
      return first == 0 ? 0 : value(right, count).map { $0 != 0 ? 1 : 0 }
    case .binary(let operation, let left, let right):
      guard let first = value(left, count), let second = value(right, count) else { return nil }
      return result(operation, first, second)
    }
  }

  private static func result(_ operation: Operation, _ left: UInt64, _ right: UInt64) -> UInt64? {
    switch operation {
    case .or: left != 0 || right != 0 ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .unequal: left != right ? 1 : 0
    case .less: left < right ? 1 : 0
    case .greater: left > right ? 1 : 0
    case .notGreater: left <= right ? 1 : 0
    case .notLess: left >= right ? 1 : 0
    case .plus: left &+ right
    case .minus: left &- right
    case .times: left &* right
    case .over: right == 0 ? nil : left / right
    case .remainder: right == 0 ? nil : left % right
    }
  }
}
