import PlainValues

extension Checker {
  /// Checks a name, or a name with fields after it.
  ///
  /// The variable of a macro comes first, then the declared name with the most parts, then the name of
  /// a type, for `type(x) == int`.
  mutating func reference(_ syntax: Syntax) -> Checked {
    guard let chain = Checker.chain(syntax) else { return select(syntax) }
    let first = chain[0]
    if let local = local(first.name) {
      let node = parts.add(local.node, at: first.place)
      return select(chain.dropFirst(), of: Checked(node: node, type: local.type))
    }
    if let (variable, count) = variable(chain.map(\.name)) {
      let place = chain[count - 1].place
      let node = read(variable.slot, at: place)
      return select(chain.dropFirst(count), of: Checked(node: node, type: variable.type))
    }
    if chain.count == 1, let kind = Checker.denotations[first.name] {
      return Checked(node: parts.add(.type(kind), at: first.place), type: .type)
    }
    let nearest = nearest(first.name, in: namesInReach)
    return fail(
      .unknownName(first.name, nearest: nearest),
      .undeclaredReference(first.name),
      at: first.place
    )
  }

  /// The name that was probably meant; looked for a few times only, because each look compares it with
  /// every name in reach, and whoever mends the first faults checks again.
  func nearest(_ name: String, in names: @autoclosure () -> some Sequence<String>) -> String? {
    faults.count < 8 ? PlainValues.nearest(name, in: names()) : nil
  }

  /// The types that have a name; an object's kind has none.
  private static let denotations: [String: ValueKind] = Dictionary(
    uniqueKeysWithValues: ValueKind.allCases.filter { $0 != .object }.map { ($0.rawValue, $0) }
  )

  /// One name in a row joined by dots.
  struct Link {
    let name: String
    /// The place from the first name of the row to the end of this one.
    let place: Place
    /// The place of this name alone.
    let mark: Place
  }

  /// Takes `a.b.c` apart; `nil` where something other than a name stands first.
  private static func chain(_ syntax: Syntax) -> [Link]? {
    var links: [Link] = []
    var rest = syntax
    while true {
      switch rest.kind {
      case .select(let operand, let field):
        links.append(Link(name: field, place: rest.place, mark: rest.mark))
        rest = operand
      case .name(let name):
        links.append(Link(name: name, place: rest.place, mark: rest.mark))
        return links.reversed()
      default: return nil
      }
    }
  }

  private func variable(_ names: [String]) -> (Declarations.Variable, count: Int)? {
    for count in stride(from: min(names.count, declarations.longestName), to: 0, by: -1) {
      let name = count == 1 ? names[0] : names.prefix(count).joined(separator: ".")
      if let variable = declarations.variables[name] { return (variable, count) }
    }
    return nil
  }

  private mutating func select(_ links: ArraySlice<Link>, of operand: Checked) -> Checked {
    links.reduce(operand) { operand, link in select(link, of: operand) }
  }

  private mutating func select(_ syntax: Syntax) -> Checked {
    guard case .select(let operand, let field) = syntax.kind else { return check(syntax) }
    let link = Link(name: field, place: syntax.place, mark: syntax.mark)
    // What stands before the dot is no name, or it would have been part of the chain.
    return select(link, of: check(operand))
  }

  private mutating func select(_ link: Link, of operand: Checked) -> Checked {
    if let known = knownField(link, of: operand) {
      let name = parts.keep(link.name)
      let node = Program.Node.field(operand.node, position: known.position, name: name)
      return Checked(node: parts.add(node, at: link.place), type: known.type)
    }
    let node = Program.Node.select(operand.node, name: parts.keep(link.name))
    var type = ValueType.dyn
    if case .map(_, let value) = operand.type { type = value }
    return Checked(node: parts.add(node, at: link.place), type: type)
  }

  /// Finds a field of a known shape, and reports one that cannot be there.
  private mutating func knownField(
    _ link: Link,
    of operand: Checked
  ) -> (position: Int, type: ValueType)? {
    switch operand.type {
    case .dyn: return nil
    case .map(let key, _) where key.isComparable(with: .string): return nil
    case .object(let shape):
      if let position = shape.position(of: link.name) {
        return (position, shape.fields[position].type)
      }
      let nearest = nearest(link.name, in: shape.fields.map(\.name))
      report(.unknownField(link.name, nearest: nearest), at: link.mark)
      return nil
    default:
      report(.noFields(operand.type), at: link.mark)
      return nil
    }
  }

  // MARK: Presence

  /// Checks `has(x.y)`, and `has(x)`, which is not CEL's: whether a field is answered.
  mutating func check(presenceOf syntax: Syntax, in call: Syntax) -> Checked {
    switch syntax.kind {
    case .select(let operand, let field):
      if let chain = Checker.chain(syntax), local(chain[0].name) == nil,
        let (variable, count) = variable(chain.map(\.name)), count == chain.count
      {
        let node = read(variable.slot, at: syntax.place)
        return Checked(node: parts.add(.isAnswered(node), at: call.place), type: .bool)
      }
      let operand = check(operand)
      let link = Link(name: field, place: syntax.place, mark: syntax.mark)
      let name = parts.keep(field)
      let node: Program.Node =
        if let known = knownField(link, of: operand) {
          .hasField(operand.node, position: known.position, name: name)
        } else {
          .hasName(operand.node, name: name)
        }
      return Checked(node: parts.add(node, at: call.place), type: .bool)
    case .name(let name):
      if !isStrict, local(name) == nil, declarations.variables[name] == nil {
        return Checked(node: parts.add(.bool(false), at: call.place), type: .bool)
      }
      let operand = reference(syntax)
      return Checked(node: parts.add(.isAnswered(operand.node), at: call.place), type: .bool)
    default: return refuse(.notAsked, at: syntax.place)
    }
  }
}
