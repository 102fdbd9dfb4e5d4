/// Gives every part of an expression a type and a node.
///
/// Faults are collected; a part that is at fault has the type `dyn`, which causes no further ones.
struct Checker {
  /// A part of the expression after its check.
  struct Checked {
    let node: Int
    let type: ValueType
  }

  let declarations: Declarations
  var parts = Program.Parts()
  private(set) var faults: [Fault] = []
  /// What is read of the host, in the order of the text.
  private(set) var reads: [Expression.Read] = []
  private var locals: [(name: String, type: ValueType)] = []

  init(_ declarations: Declarations) {
    self.declarations = declarations
  }

  // MARK: Faults

  var isStrict: Bool { declarations.checking == .strict }

  /// Notes a fault of names or types, which a lenient reading leaves to evaluation.
  mutating func report(_ reason: Fault.Reason, at place: Place) {
    if isStrict { faults.append(Fault(reason, at: place)) }
  }

  /// Notes a fault that no reading can make sense of.
  mutating func refuse(_ reason: Fault.Reason, at place: Place) -> Checked {
    faults.append(Fault(reason, at: place))
    return Checked(node: parts.add(.noSuchOverload, at: place), type: .dyn)
  }

  /// Notes a fault of names, and makes a node that fails for the same reason.
  mutating func fail(
    _ reason: Fault.Reason,
    _ failure: EvaluationError.Reason,
    at place: Place
  ) -> Checked {
    report(reason, at: place)
    return Checked(node: parts.add(failure, at: place), type: .dyn)
  }

  // MARK: Parts

  mutating func check(_ syntax: Syntax) -> Checked {
    let place = syntax.place
    switch syntax.kind {
    case .literal(let value):
      return Checked(node: parts.add(value, at: place), type: Checker.type(of: value))
    case .name, .select: return reference(syntax)
    case .index(let operand, let index): return check(operand, at: index, in: syntax)
    case .call(let name, let receiver, let arguments):
      return check(call: name, of: receiver, arguments, in: syntax)
    case .not(let operand):
      let checked = condition(operand, of: "!")
      return Checked(node: parts.add(.not(checked), at: place), type: .bool)
    case .negation(let operand): return check(negationOf: operand, in: syntax)
    case .binary(let joint, let left, let right): return check(joint, left, right, in: syntax)
    case .all(let rows), .any(let rows):
      var isAny = false
      if case .any = syntax.kind { isAny = true }
      let nodes = rows.map { condition($0, of: isAny ? "||" : "&&") }
      let row = parts.keep(nodes)
      let node = Program.Node.row(isAny: isAny, first: row.first, count: row.count)
      return Checked(node: parts.add(node, at: place), type: .bool)
    case .conditional(let condition, let first, let second):
      return check(condition, then: first, else: second, in: syntax)
    case .list(let items):
      let checked = items.map { check($0) }
      return list(of: checked, at: place)
    case .map(let entries): return check(map: entries, in: syntax)
    }
  }

  static func type(of literal: Value) -> ValueType {
    switch literal {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .date: .date
    case .type: .type
    case .list: .list(.dyn)
    case .map: .map(key: .dyn, value: .dyn)
    case .object(let object): .object(object.shape)
    }
  }

  /// Checks something that must be true or false.
  mutating func condition(_ syntax: Syntax, of symbol: String) -> Int {
    let checked = check(syntax)
    if checked.type != .bool, checked.type != .dyn {
      report(.wrongOperand(operator: symbol, found: checked.type), at: syntax.place)
    }
    return checked.node
  }

  private mutating func check(
    _ condition: Syntax,
    then first: Syntax,
    else second: Syntax,
    in syntax: Syntax
  ) -> Checked {
    let condition = self.condition(condition, of: "?:")
    let first = check(first)
    let second = check(second)
    let type = first.type.unified(with: second.type)
    if type == nil {
      report(
        .typeMismatch(operator: "?:", left: first.type, right: second.type),
        at: syntax.mark
      )
    }
    let node = Program.Node.conditional(condition, first.node, second.node)
    return Checked(node: parts.add(node, at: syntax.place), type: type ?? .dyn)
  }

  /// Makes the list of checked items; items of several types make a list of `dyn`.
  mutating func list(of items: [Checked], at place: Place) -> Checked {
    let type = ValueType.list(Checker.common(items.map(\.type)))
    // A list of literals is made once, not each time it is looked into.
    if let values = parts.constants(at: items.map(\.node)) {
      return Checked(node: parts.add(.list(values), at: place), type: type)
    }
    let row = parts.keep(items.map(\.node))
    let node = parts.add(.list(first: row.first, count: row.count), at: place)
    return Checked(node: node, type: type)
  }

  private mutating func check(
    map entries: [(key: Syntax, value: Syntax)],
    in syntax: Syntax
  ) -> Checked {
    var row: [Int] = []
    var keys: [ValueType] = []
    var values: [ValueType] = []
    for entry in entries {
      let key = check(entry.key)
      let value = check(entry.value)
      switch key.type {
      case .dyn, .bool, .int, .uint, .string: break
      default: report(.wrongOperand(operator: "{}", found: key.type), at: entry.key.place)
      }
      row += [key.node, value.node]
      keys.append(key.type)
      values.append(value.type)
    }
    let kept = parts.keep(row)
    let node = parts.add(.map(first: kept.first, count: kept.count), at: syntax.place)
    return Checked(
      node: node,
      type: .map(key: Checker.common(keys), value: Checker.common(values))
    )
  }

  private static func common(_ types: [ValueType]) -> ValueType {
    guard var type = types.first else { return .dyn }
    for other in types.dropFirst() { type = type.unified(with: other) ?? .dyn }
    return type
  }

  // MARK: Names

  mutating func read(_ slot: Int, at place: Place) -> Int {
    reads.append(Expression.Read(slot: slot, place: place))
    return parts.add(.slot(slot), at: place)
  }

  /// Finds the innermost variable of a macro by its name.
  func local(_ name: String) -> (node: Program.Node, type: ValueType)? {
    guard let position = locals.lastIndex(where: { $0.name == name }) else { return nil }
    return (.local(position), locals[position].type)
  }

  /// Every name that could be meant at this point.
  var namesInReach: [String] {
    locals.map(\.name) + declarations.variables.keys.sorted()
  }

  /// Checks a part in which a variable stands for the items of something.
  mutating func with<Result>(
    _ variable: String,
    of type: ValueType,
    _ check: (inout Checker) -> Result
  ) -> Result {
    locals.append((variable, type))
    parts.localCount = max(parts.localCount, locals.count)
    defer { locals.removeLast() }
    return check(&self)
  }

  /// The position of the innermost variable.
  var innermostLocal: Int { locals.count - 1 }
}
