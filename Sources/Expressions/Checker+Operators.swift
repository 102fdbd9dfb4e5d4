import PlainValues

extension Checker {
  mutating func check(
    _ joint: BinaryOperator,
    _ left: Syntax,
    _ right: Syntax,
    in syntax: Syntax
  ) -> Checked {
    let (first, second) = operands(joint, left, right)
    let type = Checker.result(of: joint, first.type, second.type)
    if type == nil {
      report(
        .typeMismatch(operator: joint.rawValue, left: first.type, right: second.type),
        at: syntax.mark
      )
    }
    let node = parts.add(.binary(joint, first.node, second.node), at: syntax.place)
    return Checked(node: node, type: type ?? .dyn)
  }

  /// Checks both sides; where one is a date, the text literals of the other are read as dates.
  private mutating func operands(
    _ joint: BinaryOperator,
    _ left: Syntax,
    _ right: Syntax
  ) -> (Checked, Checked) {
    guard joint.isRelation else { return (check(left), check(right)) }
    if case .literal(.string) = left.kind {
      let second = check(right)
      let isDate = second.type == .date || (joint == .in && second.type == .list(.date))
      return (isDate ? date(left) : check(left), second)
    }
    let first = check(left)
    return (first, first.type == .date ? date(right) : check(right))
  }

  /// Checks something that stands beside a date: a text literal is a date there, also in a list.
  private mutating func date(_ syntax: Syntax) -> Checked {
    switch syntax.kind {
    case .literal(.string(let text)):
      guard let date = CivilDate(iso: text) else {
        return fail(.badDate(text), .invalidConversion(to: .date), at: syntax.place)
      }
      return Checked(node: parts.add(.date(date), at: syntax.place), type: .date)
    case .list(let items):
      let checked = items.map { date($0) }
      return list(of: checked, at: syntax.place)
    default: return check(syntax)
    }
  }

  /// The type of an operator's result; `nil` where it does not join the types.
  private static func result(
    of joint: BinaryOperator,
    _ left: ValueType,
    _ right: ValueType
  ) -> ValueType? {
    switch joint {
    case .equal, .notEqual: return left.isComparable(with: right) ? .bool : nil
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      return left.isOrdered && right.isOrdered && left.isComparable(with: right) ? .bool : nil
    case .in:
      switch right {
      case .dyn: return .bool
      case .list(let item): return left.isComparable(with: item) ? .bool : nil
      case .map(let key, _): return left.isComparable(with: key) ? .bool : nil
      default: return nil
      }
    case .add, .subtract, .multiply, .divide, .remainder:
      return arithmetic(joint, left, right)
    }
  }

  private static func arithmetic(
    _ joint: BinaryOperator,
    _ left: ValueType,
    _ right: ValueType
  ) -> ValueType? {
    switch (left, right) {
    case (.dyn, _), (_, .dyn): .dyn
    case (.int, .int), (.uint, .uint): left
    case (.double, .double): joint == .remainder ? nil : left
    case (.string, .string), (.bytes, .bytes): joint == .add ? left : nil
    case (.list(let left), .list(let right)):
      joint == .add ? .list(left.unified(with: right) ?? .dyn) : nil
    case (.date, .int): joint == .add || joint == .subtract ? .date : nil
    case (.int, .date): joint == .add ? .date : nil
    case (.date, .date): joint == .subtract ? .int : nil
    default: nil
    }
  }

  mutating func check(negationOf operand: Syntax, in syntax: Syntax) -> Checked {
    let checked = check(operand)
    var type = ValueType.dyn
    switch checked.type {
    case .int, .double, .dyn: type = checked.type
    default: report(.wrongOperand(operator: "-", found: checked.type), at: syntax.mark)
    }
    return Checked(node: parts.add(.negation(checked.node), at: syntax.place), type: type)
  }

  mutating func check(_ operand: Syntax, at index: Syntax, in syntax: Syntax) -> Checked {
    let operand = check(operand)
    let position = check(index)
    var type = ValueType.dyn
    switch operand.type {
    case .dyn: break
    case .list(let item):
      type = item
      if ![.int, .uint, .dyn].contains(position.type) {
        report(
          .typeMismatch(operator: "[]", left: operand.type, right: position.type),
          at: index.place
        )
      }
    case .map(let key, let value):
      type = value
      if !key.isComparable(with: position.type) {
        report(
          .typeMismatch(operator: "[]", left: operand.type, right: position.type),
          at: index.place
        )
      }
    default: report(.noItems(operand.type), at: syntax.mark)
    }
    let node = parts.add(.index(operand.node, position.node), at: syntax.place)
    return Checked(node: node, type: type)
  }
}
