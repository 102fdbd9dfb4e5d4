import PlainValues

extension Checker {
  mutating func check(
    call name: String,
    of receiver: Syntax?,
    _ arguments: [Syntax],
    in syntax: Syntax
  ) -> Checked {
    if receiver == nil, name == "has" {
      guard arguments.count == 1 else {
        return refuse(
          .wrongArgumentCount(name, expected: 1...1, found: arguments.count),
          at: syntax.mark
        )
      }
      return check(presenceOf: arguments[0], in: syntax)
    }
    if let receiver, let macro = Macro(rawValue: name) {
      return check(macro, over: receiver, arguments, in: syntax)
    }
    guard let function = Function(rawValue: name) else {
      return check(unknown: name, of: receiver, arguments, in: syntax)
    }
    return check(function, of: receiver, arguments, in: syntax)
  }

  private mutating func check(
    unknown name: String,
    of receiver: Syntax?,
    _ arguments: [Syntax],
    in syntax: Syntax
  ) -> Checked {
    // The faults inside the call are worth knowing too, unless a macro may be meant: what its
    // arguments mean is not known then.
    for part in receiver.map({ [$0] }) ?? arguments { _ = check(part) }
    let functions = Function.allCases.filter { receiver == nil ? $0.isPlain : $0.isMethod }
    let macros = receiver == nil ? ["has"] : Macro.allCases.map(\.rawValue)
    let nearest = nearest(name, in: functions.map(\.rawValue) + macros)
    return fail(.noSuchFunction(name, nearest: nearest), .noSuchFunction(name), at: syntax.mark)
  }

  private mutating func check(
    _ function: Function,
    of receiver: Syntax?,
    _ arguments: [Syntax],
    in syntax: Syntax
  ) -> Checked {
    let name = function.rawValue
    let operands = (receiver.map { [$0] } ?? []) + arguments
    let checked = operands.map { check($0) }
    if receiver == nil, !function.isPlain {
      return fail(.mustBeMethod(name), .noSuchOverload, at: syntax.mark)
    }
    if receiver != nil, !function.isMethod {
      return fail(.mustNotBeMethod(name), .noSuchOverload, at: syntax.mark)
    }
    guard checked.count == function.arity else {
      let expected = function.arity - (receiver == nil ? 0 : 1)
      return fail(
        .wrongArgumentCount(name, expected: expected...expected, found: arguments.count),
        .noSuchOverload,
        at: syntax.mark
      )
    }
    for (index, argument) in checked.enumerated() where !function.takes(argument.type) {
      report(
        .wrongArgument(name, index: receiver == nil ? index + 1 : index, found: argument.type),
        at: operands[index].place
      )
    }
    if function == .matches, case .literal(.string(let text)) = operands[1].kind {
      return check(pattern: text, written: operands[1], of: checked[0], in: syntax)
    }
    let row = parts.keep(checked.map(\.node))
    let node = Program.Node.call(function, first: row.first, count: row.count)
    return Checked(node: parts.add(node, at: syntax.place), type: function.result)
  }

  /// Reads a pattern now, so that its faults are found now and each match is quick.
  private mutating func check(
    pattern text: String,
    written literal: Syntax,
    of operand: Checked,
    in syntax: Syntax
  ) -> Checked {
    do {
      let pattern = try Pattern(text)
      return Checked(node: parts.add(pattern, of: operand.node, at: syntax.place), type: .bool)
    } catch {
      return fail(
        .badPattern(error.reason, offset: error.offset),
        .invalidPattern,
        at: literal.place
      )
    }
  }

  private mutating func check(
    _ macro: Macro,
    over receiver: Syntax,
    _ arguments: [Syntax],
    in syntax: Syntax
  ) -> Checked {
    let expected = macro == .map ? 2...3 : 2...2
    guard expected.contains(arguments.count) else {
      return refuse(
        .wrongArgumentCount(macro.rawValue, expected: expected, found: arguments.count),
        at: syntax.mark
      )
    }
    guard case .name(let variable) = arguments[0].kind else {
      return refuse(.notAVariable(macro: macro.rawValue), at: arguments[0].place)
    }
    let range = check(receiver)
    var item = ValueType.dyn
    switch range.type {
    case .list(let type): item = type
    case .map(let key, _): item = key
    case .dyn: break
    default: report(.wrongArgument(macro.rawValue, index: 0, found: range.type), at: receiver.place)
    }
    return with(variable, of: item) { checker in
      var filter = -1
      if arguments.count == 3 { filter = checker.condition(arguments[1], of: macro.rawValue) }
      let last = arguments[arguments.count - 1]
      let body: Checked
      if macro == .map {
        body = checker.check(last)
      } else {
        body = Checked(node: checker.condition(last, of: macro.rawValue), type: .bool)
      }
      let node = Program.Node.macro(
        macro,
        range: range.node,
        variable: checker.innermostLocal,
        body: body.node,
        filter: filter
      )
      let type: ValueType =
        switch macro {
        case .all, .exists, .existsOne: .bool
        case .map: .list(body.type)
        case .filter: .list(item)
        }
      return Checked(node: checker.parts.add(node, at: syntax.place), type: type)
    }
  }
}

extension Function {
  /// The type of what it returns.
  fileprivate var result: ValueType {
    switch self {
    case .size, .int: .int
    case .startsWith, .endsWith, .contains, .matches, .bool: .bool
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .date: .date
    case .dyn: .dyn
    case .type: .type
    }
  }

  /// Whether an argument may be of a type; all arguments of a function take the same ones.
  fileprivate func takes(_ type: ValueType) -> Bool {
    switch (self, type) {
    case (.dyn, _), (.type, _), (_, .dyn): true
    case (.size, .string), (.size, .bytes), (.size, .list), (.size, .map): true
    case (.startsWith, .string), (.endsWith, .string), (.contains, .string): true
    case (.matches, .string): true
    case (.int, .string), (.uint, .string), (.double, .string): true
    case (.int, _), (.uint, _), (.double, _): type.isNumber
    case (.string, .bool), (.string, .string), (.string, .bytes), (.string, .date): true
    case (.string, _): type.isNumber
    case (.bool, .bool), (.bool, .string): true
    case (.bytes, .bytes), (.bytes, .string): true
    case (.date, .date), (.date, .string): true
    default: false
    }
  }
}
