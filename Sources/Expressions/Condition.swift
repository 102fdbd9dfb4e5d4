/// What an expression asks of the answers, so far as it can be said in words.
package indirect enum Condition: Hashable, Sendable {
  /// All of several hold.
  case all([Condition])
  /// One of several holds.
  case any([Condition])
  /// Something does not hold.
  case not(Condition)
  /// An answer stands to a literal as an operator says; the answer is always the left side.
  case compare(Subject, Comparison, Value)
  /// An answer is one of several literals.
  case isOne(Subject, of: [Value])
  /// A list of answers has a literal among its items.
  case includes(Subject, Value)
  /// An answer is given.
  case isAnswered(Subject)
  /// An answer, itself true or false, is true.
  case isTrue(Subject)
  /// Always, or never.
  case always(Bool)
  /// Something that has no words; a part of the expression as it was written.
  case other(String)

  /// A slot, or a field of the object in it.
  package struct Subject: Hashable, Sendable {
    /// The slot.
    package let slot: Int
    /// The names of the fields on the way into it; mostly empty.
    package let fields: [String]

    /// Makes a subject from its parts.
    package init(slot: Int, fields: [String] = []) {
      self.slot = slot
      self.fields = fields
    }
  }

  /// An operator that compares.
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// The same.
    case equal = "=="
    /// Not the same.
    case notEqual = "!="
    /// Before, or smaller.
    case less = "<"
    /// Not after, not larger.
    case lessOrEqual = "<="
    /// After, or larger.
    case greater = ">"
    /// Not before, not smaller.
    case greaterOrEqual = ">="

    /// The operator that says the same with the sides exchanged.
    var mirrored: Comparison {
      switch self {
      case .equal, .notEqual: self
      case .less: .greater
      case .lessOrEqual: .greaterOrEqual
      case .greater: .less
      case .greaterOrEqual: .lessOrEqual
      }
    }
  }
}

extension Expression {
  /// The expression as a condition.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var condition: Condition {
    condition(program.root)
  }

  /// The texts that the expression compares with what stands in a slot, wherever it does.
  ///
  /// - Returns: The slot, the text and its place; texts of a list have the place of the list.
  /// - Complexity: O(*n*) in the length of the text.
  package var comparedTexts: [(slot: Int, text: String, place: Place)] {
    program.nodes.flatMap { node -> [(slot: Int, text: String, place: Place)] in
      guard case .binary(let joint, let left, let right) = node,
        joint == .in || joint.rawValue == "==" || joint.rawValue == "!="
      else { return [] }
      for (side, other) in [(left, right), (right, left)] {
        guard case .slot(let slot) = program.nodes[side] else { continue }
        let values = literals(other) ?? literal(other).map { [$0] } ?? []
        return values.compactMap { value in
          if case .string(let text) = value { (slot, text, program.places[other]) } else { nil }
        }
      }
      return []
    }
  }

  /// The texts that the expression may come to because they stand in it, each with its place.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var possibleTexts: [(text: String, place: Place)] {
    var texts: [(text: String, place: Place)] = []
    var pending = [program.root]
    while let node = pending.popLast() {
      switch program.nodes[node] {
      case .conditional(_, let first, let second): pending += [second, first]
      case .constant(let position):
        if case .string(let text) = program.constants[position] {
          texts.append((text, program.places[node]))
        }
      default: break
      }
    }
    return texts
  }

  private func condition(_ node: Int) -> Condition {
    switch program.nodes[node] {
    case .row(let isAny, let first, let count):
      let parts = program.children[first..<(first + count)].map { condition($0) }
      return isAny ? .any(parts) : .all(parts)
    case .not(let operand): return .not(condition(operand))
    case .binary(let joint, let left, let right):
      return comparison(joint, left, right) ?? other(node)
    case .isAnswered(let operand): return subject(operand).map(Condition.isAnswered) ?? other(node)
    case .hasField(let operand, _, let name):
      return subject(operand, name).map(Condition.isAnswered) ?? other(node)
    case .constant(let position):
      if case .bool(let value) = program.constants[position] { return .always(value) }
      return other(node)
    case .slot, .field: return subject(node).map(Condition.isTrue) ?? other(node)
    default: return other(node)
    }
  }

  private func other(_ node: Int) -> Condition {
    let place = program.places[node]
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: place.offset)
    let end = text.utf8.index(start, offsetBy: place.length)
    return .other(String(text[start..<end]))
  }

  private func comparison(_ joint: BinaryOperator, _ left: Int, _ right: Int) -> Condition? {
    if joint == .in {
      if let subject = subject(left), let values = literals(right) {
        return .isOne(subject, of: values)
      }
      if let value = literal(left), let subject = subject(right) {
        return .includes(subject, value)
      }
      return nil
    }
    guard let comparison = Condition.Comparison(rawValue: joint.rawValue) else { return nil }
    if let subject = subject(left), let value = literal(right) {
      return .compare(subject, comparison, value)
    }
    if let value = literal(left), let subject = subject(right) {
      return .compare(subject, comparison.mirrored, value)
    }
    return nil
  }

  private func subject(_ node: Int) -> Condition.Subject? {
    switch program.nodes[node] {
    case .slot(let slot): return Condition.Subject(slot: slot)
    case .field(let operand, _, let name): return subject(operand, name)
    default: return nil
    }
  }

  private func subject(_ operand: Int, _ name: Int) -> Condition.Subject? {
    guard let object = subject(operand) else { return nil }
    return Condition.Subject(slot: object.slot, fields: object.fields + [program.names[name]])
  }

  private func literal(_ node: Int) -> Value? {
    if case .constant(let position) = program.nodes[node] { return program.constants[position] }
    return nil
  }

  private func literals(_ node: Int) -> [Value]? {
    guard case .list(let values) = literal(node) else { return nil }
    return values
  }
}
