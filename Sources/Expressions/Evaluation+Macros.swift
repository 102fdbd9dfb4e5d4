/// What a macro does with each item.
struct MacroParts {
  let kind: Macro
  /// Where the item is kept while the body is evaluated.
  let variable: Int
  let body: Int
  /// The condition of a `map` with three arguments, else -1.
  let filter: Int
}

extension Evaluation {
  /// Evaluates a macro over the items of a list or the keys of a map.
  mutating func run(
    _ macro: MacroParts,
    over range: Int,
    _ answers: (Int) -> Value?,
    at node: Int
  ) throws(EvaluationError) -> Value? {
    let items: [Value]
    switch try value(of: range, answers) {
    case .list(let list): items = list
    case .map(let map): items = map.entries.map(\.key)
    case nil: return macro.kind == .map || macro.kind == .filter ? nil : .bool(macro.kind == .all)
    default: throw error(.noSuchOverload, at: node)
    }
    // A macro over a macro's own variable may come here again; the outer item must survive that.
    let outer = locals[macro.variable]
    defer { locals[macro.variable] = outer }
    switch macro.kind {
    case .all: return .bool(try any(of: items, isAny: false, macro, answers))
    case .exists: return .bool(try any(of: items, isAny: true, macro, answers))
    case .existsOne: return .bool(try filtered(items, macro.body, macro, answers).count == 1)
    case .filter: return .list(try filtered(items, macro.body, macro, answers))
    case .map: return .list(try mapped(items, macro, answers, at: node))
    }
  }

  /// Joins the conditions of all items as `||` does, or as `&&` does.
  private mutating func any(
    of items: [Value],
    isAny: Bool,
    _ macro: MacroParts,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Bool {
    var failure: EvaluationError?
    for item in items {
      locals[macro.variable] = item
      do {
        if try condition(macro.body, answers) == isAny { return isAny }
      } catch {
        if error.isFinal { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return !isAny
  }

  private mutating func filtered(
    _ items: [Value],
    _ condition: Int,
    _ macro: MacroParts,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> [Value] {
    var kept: [Value] = []
    for item in items {
      locals[macro.variable] = item
      if try self.condition(condition, answers) { kept.append(item) }
    }
    return kept
  }

  private mutating func mapped(
    _ items: [Value],
    _ macro: MacroParts,
    _ answers: (Int) -> Value?,
    at node: Int
  ) throws(EvaluationError) -> [Value] {
    let items = macro.filter < 0 ? items : try filtered(items, macro.filter, macro, answers)
    if items.count > Limits.madeItems { throw error(.tooLarge, at: node) }
    var made: [Value] = []
    for item in items {
      locals[macro.variable] = item
      if let value = try value(of: macro.body, answers) { made.append(value) }
    }
    return made
  }
}
