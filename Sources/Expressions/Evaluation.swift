/// One walk through a program for one set of answers.
struct Evaluation {
  let program: Program
  private var steps: Int
  var locals: [Value?]

  init(_ program: Program, steps: Int) {
    self.program = program
    self.steps = steps
    locals = program.localCount == 0 ? [] : Array(repeating: nil, count: program.localCount)
  }

  // MARK: Errors and limits

  func error(_ reason: EvaluationError.Reason, at node: Int) -> EvaluationError {
    EvaluationError(reason, at: program.places[node])
  }

  /// Takes steps from what is left.
  mutating func spend(_ count: Int, at node: Int) throws(EvaluationError) {
    steps -= count
    if steps < 0 { throw error(.budget, at: node) }
  }

  /// Whether two values are equal, as far as the steps reach.
  mutating func equal(_ left: Value, _ right: Value, at node: Int) throws(EvaluationError) -> Bool {
    let isEqual = left.equals(right, steps: &steps)
    if steps < 0 { throw error(.budget, at: node) }
    return isEqual
  }

  /// Makes sure that a result can be written out.
  ///
  /// A list made of one list many times over is small in memory and endless on paper.
  mutating func measure(_ value: Value) throws(EvaluationError) {
    var count = 0
    guard value.fits(counting: &count) else { throw error(.tooLarge, at: program.root) }
  }

  // MARK: Nodes

  mutating func value(
    of node: Int,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Value? {
    try spend(1, at: node)
    switch program.nodes[node] {
    case .constant(let position): return program.constants[position]
    case .slot(let slot): return answers(slot)
    case .local(let position): return locals[position]
    case .failure(let position): throw error(program.failures[position], at: node)
    case .binary(let joint, let left, let right):
      let first = try value(of: left, answers)
      let second = try value(of: right, answers)
      return try result(of: joint, first, second, at: node)
    case .row(let isAny, let first, let count):
      return .bool(try row(isAny: isAny, first..<(first + count), answers))
    case .not(let operand): return .bool(try !condition(operand, answers))
    case .field(let operand, let position, _): return try field(position, of: operand, answers)
    case .isAnswered(let operand): return .bool(try value(of: operand, answers) != nil)
    case .matches(let operand, let pattern):
      guard let value = try value(of: operand, answers) else { return .bool(false) }
      guard case .string(let text) = value else { throw error(.noSuchOverload, at: node) }
      return .bool(try matches(text, program.patterns[pattern], at: node))
    case .conditional(let condition, let first, let second):
      return try value(of: self.condition(condition, answers) ? first : second, answers)
    default: return try rarer(node, answers)
    }
  }

  /// Evaluates the nodes that most expressions do without, apart to keep the frames of the others small.
  private mutating func rarer(
    _ node: Int,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Value? {
    switch program.nodes[node] {
    case .select(let operand, let name):
      guard let operand = try value(of: operand, answers) else { return nil }
      return try item(.string(program.names[name]), of: operand, isField: true, at: node)
    case .index(let operand, let index):
      let operand = try value(of: operand, answers)
      let index = try value(of: index, answers)
      guard let operand, let index else { return nil }
      return try item(index, of: operand, isField: false, at: node)
    case .hasField(let operand, let position, _):
      return .bool(try field(position, of: operand, answers) != nil)
    case .hasName(let operand, let name):
      guard let operand = try value(of: operand, answers) else { return .bool(false) }
      return .bool(try has(program.names[name], in: operand, at: node))
    case .negation(let operand):
      guard let number = try value(of: operand, answers) else { return nil }
      return try negation(of: number, at: node)
    case .list(let first, let count): return try list(first..<(first + count), answers, at: node)
    case .map(let first, let count): return try map(first..<(first + count), answers, at: node)
    case .call(let function, let first, let count):
      let argument = try value(of: program.children[first], answers)
      guard count == 2 else { return try call(function, argument, at: node) }
      let second = try value(of: program.children[first + 1], answers)
      return .bool(try test(function, argument, second, at: node))
    case .macro(let macro, let range, let variable, let body, let filter):
      let macro = MacroParts(kind: macro, variable: variable, body: body, filter: filter)
      return try run(macro, over: range, answers, at: node)
    default: return nil
    }
  }

  // MARK: Conditions

  /// Evaluates something that must be true or false; unanswered is false.
  mutating func condition(
    _ node: Int,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Bool {
    switch try value(of: node, answers) {
    case .bool(let value): return value
    case nil: return false
    default: throw error(.noSuchOverload, at: node)
    }
  }

  /// Evaluates a row of `&&` or `||`: a part that decides the row hides the errors of all others.
  ///
  /// - SeeAlso: CEL language definition, "Logical Operators".
  private mutating func row(
    isAny: Bool,
    _ run: Range<Int>,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Bool {
    var failure: EvaluationError?
    for position in run {
      do {
        if try condition(program.children[position], answers) == isAny { return isAny }
      } catch {
        if error.isFinal { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return !isAny
  }

  // MARK: Fields and items

  private mutating func field(
    _ position: Int,
    of operand: Int,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Value? {
    switch try value(of: operand, answers) {
    case .object(let object): return object.value(at: position)
    case nil: return nil
    // The host gave a value of another type than it declared.
    default: throw error(.noSuchOverload, at: operand)
    }
  }

  /// Finds an item of a list, map or object whose type is not known before.
  private func item(
    _ key: Value,
    of operand: Value,
    isField: Bool,
    at node: Int
  ) throws(EvaluationError) -> Value? {
    switch (operand, key) {
    case (.map(let map), _):
      guard let value = map[key] else { throw error(.noSuchKey, at: node) }
      return value
    case (.object(let object), .string(let name)):
      guard let position = object.shape.position(of: name) else {
        throw error(.noSuchKey, at: node)
      }
      return object.value(at: position)
    case (.list(let items), _) where !isField:
      var index: Int?
      switch key {
      case .int(let value): index = value
      case .uint(let value): index = Int(exactly: value)
      case .double(let value): index = value.wholeInt
      default: throw error(.noSuchOverload, at: node)
      }
      guard let index, items.indices.contains(index) else {
        throw error(.indexOutOfRange, at: node)
      }
      return items[index]
    default: throw error(.noSuchOverload, at: node)
    }
  }

  private func has(_ name: String, in operand: Value, at node: Int) throws(EvaluationError) -> Bool
  {
    switch operand {
    case .map(let map): return map[.string(name)] != nil
    case .object(let object):
      guard let position = object.shape.position(of: name) else {
        throw error(.noSuchKey, at: node)
      }
      return object.value(at: position) != nil
    default: throw error(.noSuchOverload, at: node)
    }
  }

  // MARK: Literals

  private mutating func list(
    _ run: Range<Int>,
    _ answers: (Int) -> Value?,
    at node: Int
  ) throws(EvaluationError) -> Value? {
    var items: [Value] = []
    items.reserveCapacity(run.count)
    for position in run {
      if let item = try value(of: program.children[position], answers) { items.append(item) }
    }
    return .list(items)
  }

  private mutating func map(
    _ run: Range<Int>,
    _ answers: (Int) -> Value?,
    at node: Int
  ) throws(EvaluationError) -> Value? {
    var map = MapValue()
    for position in stride(from: run.lowerBound, to: run.upperBound, by: 2) {
      let key = try value(of: program.children[position], answers)
      let value = try value(of: program.children[position + 1], answers)
      guard let key, let value else { continue }
      switch map.insert(value, for: key) {
      case .invalidKey: throw error(.invalidKey, at: program.children[position])
      case .duplicateKey: throw error(.duplicateKey, at: program.children[position])
      case nil: break
      }
    }
    return .map(map)
  }
}

extension Value {
  /// Whether the value, written out, stays within ``Limits/madeItems`` and ``Limits/madeTextBytes``.
  fileprivate func fits(counting count: inout Int) -> Bool {
    // A text counts by its length, so that many of them are bounded as one is.
    let share = Limits.madeTextBytes / Limits.madeItems
    count += 1
    switch self {
    case .string(let text): count += text.utf8.count / share
    case .bytes(let bytes): count += bytes.count / share
    case .list(let items):
      for item in items where !item.fits(counting: &count) { return false }
    case .map(let map):
      for entry in map.entries {
        guard entry.key.fits(counting: &count), entry.value.fits(counting: &count) else {
          return false
        }
      }
    case .object(let object):
      for value in object.values {
        if let value, !value.fits(counting: &count) { return false }
      }
    default: break
    }
    return count <= 2 * Limits.madeItems
  }
}
