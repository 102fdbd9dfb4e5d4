/// Reads the grammar of CEL by recursive descent.
///
/// What nests is counted and bounded twice: the calls of this parser inside one another, and the height
/// of the tree, which rows such as `1 + 1 + 1` and `a.b.c` build without any nesting in the text.
///
/// - SeeAlso: CEL language definition, "Syntax".
struct Parser {
  private var lexer: Lexer
  private var token: Token
  private var depth = 0

  /// Reads a whole text.
  ///
  /// - Throws: The first ``Fault`` of the grammar.
  static func read(_ text: String) throws(Fault) -> Syntax {
    let count = text.utf8.count
    guard count <= Limits.textBytes else {
      throw Fault(.tooLong(bytes: count), at: Place(offset: Limits.textBytes, length: 0))
    }
    var parser = try Parser(text)
    if parser.token.kind == .end { throw Fault(.empty, at: parser.token.place) }
    let syntax = try parser.expression()
    guard parser.token.kind == .end else { throw parser.unexpected() }
    return syntax
  }

  private init(_ text: String) throws(Fault) {
    lexer = Lexer(text)
    token = try lexer.next()
  }

  // MARK: Tokens

  private mutating func advance() throws(Fault) {
    token = try lexer.next()
  }

  private func isAt(_ symbol: Token.Symbol) -> Bool {
    if case .symbol(let found) = token.kind { found == symbol } else { false }
  }

  /// Passes over a symbol that must come next, and finds its place.
  @discardableResult
  private mutating func take(_ symbol: Token.Symbol) throws(Fault) -> Place {
    guard isAt(symbol) else { throw unexpected() }
    let place = token.place
    try advance()
    return place
  }

  private func unexpected() -> Fault {
    let end = token.place.end
    let found = String(decoding: lexer.bytes[token.place.offset..<end], as: UTF8.self)
    return Fault(.unexpectedToken(found: found), at: token.place)
  }

  private func node(
    _ kind: Syntax.Kind,
    _ place: Place,
    mark: Place? = nil,
    over children: [Syntax] = []
  ) throws(Fault) -> Syntax {
    let height = 1 + (children.lazy.map(\.height).max() ?? 0)
    guard height <= Limits.nesting else { throw Fault(.tooDeep, at: mark ?? place) }
    return Syntax(kind: kind, place: place, mark: mark ?? place, height: height)
  }

  // MARK: Operators

  // The functions that call one another for each parenthesis hold next to nothing; what builds nodes
  // is apart from them. A frame of theirs costs stack a few hundred times over.

  private mutating func expression() throws(Fault) -> Syntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { throw Fault(.tooDeep, at: token.place) }
    let condition = try operation(0)
    return isAt(.question) ? try conditional(condition) : condition
  }

  @inline(never)
  private mutating func conditional(_ condition: Syntax) throws(Fault) -> Syntax {
    let mark = try take(.question)
    let first = try operation(0)
    try take(.colon)
    let second = try expression()
    let place = condition.place.through(second.place)
    let kind = Syntax.Kind.conditional(condition, first, second)
    return try node(kind, place, mark: mark, over: [condition, first, second])
  }

  /// Reads operands joined by operators that bind at least so strongly.
  private mutating func operation(_ strength: Int) throws(Fault) -> Syntax {
    var left = isAt(.not) || isAt(.minus) ? try prefixed() : try member(sign: nil)
    while case .symbol(let symbol) = token.kind, let found = symbol.strength, found >= strength {
      left = try operation(symbol, left, found + 1)
    }
    return left
  }

  /// Reads an operator and its right side, whose own operators bind at least so strongly.
  @inline(never)
  private mutating func operation(
    _ symbol: Token.Symbol,
    _ left: Syntax,
    _ strength: Int
  ) throws(Fault) -> Syntax {
    let mark = token.place
    var parts = [left]
    repeat {
      try advance()
      parts.append(try operation(strength))
      // A row of one of these is one node, however long.
    } while (symbol == .or || symbol == .and) && isAt(symbol)
    let place = left.place.through(parts[parts.count - 1].place)
    let kind: Syntax.Kind
    if let joint = BinaryOperator(rawValue: symbol.rawValue) {
      kind = .binary(joint, left, parts[1])
    } else {
      kind = symbol == .or ? .any(parts) : .all(parts)
    }
    return try node(kind, place, mark: mark, over: parts)
  }

  @inline(never)
  private mutating func prefixed() throws(Fault) -> Syntax {
    let symbol: Token.Symbol = isAt(.not) ? .not : .minus
    var marks: [Place] = []
    while isAt(symbol) {
      marks.append(token.place)
      try advance()
    }
    var sign: Place?
    switch token.kind {
    // The last minus is part of the number, or the least `int` could not be written.
    case .int, .double: sign = symbol == .minus ? marks.removeLast() : nil
    default: break
    }
    var operand = try member(sign: sign)
    for mark in marks.reversed() {
      let kind: Syntax.Kind = symbol == .not ? .not(operand) : .negation(operand)
      operand = try node(kind, mark.through(operand.place), mark: mark, over: [operand])
    }
    return operand
  }

  // MARK: Members

  private mutating func member(sign: Place?) throws(Fault) -> Syntax {
    var operand = try primary(sign: sign)
    while true {
      if isAt(.dot) {
        operand = try selection(from: operand)
      } else if isAt(.leftBracket) {
        operand = try item(of: operand)
      } else {
        return operand
      }
    }
  }

  @inline(never)
  private mutating func item(of operand: Syntax) throws(Fault) -> Syntax {
    let mark = try take(.leftBracket)
    let index = try expression()
    let place = operand.place.through(try take(.rightBracket))
    return try node(.index(operand, index), place, mark: mark, over: [operand, index])
  }

  @inline(never)
  private mutating func selection(from operand: Syntax) throws(Fault) -> Syntax {
    try take(.dot)
    let mark = token.place
    let field: String
    switch token.kind {
    case .name(let name):
      try advance()
      if isAt(.leftParenthesis) { return try call(name, at: mark, receiver: operand) }
      field = name
    case .quotedName(let name):
      try advance()
      field = name
    default: throw unexpected()
    }
    let place = operand.place.through(mark)
    return try node(.select(operand, field: field), place, mark: mark, over: [operand])
  }

  @inline(never)
  private mutating func call(
    _ name: String,
    at mark: Place,
    receiver: Syntax?
  ) throws(Fault) -> Syntax {
    try take(.leftParenthesis)
    var arguments: [Syntax] = []
    while !isAt(.rightParenthesis) {
      if !arguments.isEmpty { try take(.comma) }
      arguments.append(try expression())
    }
    let place = (receiver?.place ?? mark).through(try take(.rightParenthesis))
    let kind = Syntax.Kind.call(name, receiver: receiver, arguments: arguments)
    return try node(kind, place, mark: mark, over: (receiver.map { [$0] } ?? []) + arguments)
  }

  private mutating func primary(sign: Place?) throws(Fault) -> Syntax {
    if isAt(.leftParenthesis) { return try parenthesized() }
    if isAt(.leftBracket) { return try list() }
    if isAt(.leftBrace) { return try map() }
    if case .name = token.kind { return try name() }
    return try literal(sign: sign)
  }

  private mutating func parenthesized() throws(Fault) -> Syntax {
    let start = try take(.leftParenthesis)
    let inner = try expression()
    // The parentheses belong to the place, so that the text at a place is always an expression.
    let whole = start.through(try take(.rightParenthesis))
    return Syntax(kind: inner.kind, place: whole, mark: inner.mark, height: inner.height)
  }

  @inline(never)
  private mutating func literal(sign: Place?) throws(Fault) -> Syntax {
    let start = token.place
    let value: Value
    switch token.kind {
    case .int(let magnitude):
      // 2^63 is an `int` only behind a minus.
      let number = sign == nil ? Int(exactly: magnitude) : Int(truncatingIfNeeded: 0 &- magnitude)
      guard let number else { throw Fault(.badNumber(String(magnitude)), at: start) }
      value = .int(number)
    case .double(let number): value = .double(sign == nil ? number : -number)
    case .uint(let number): value = .uint(number)
    case .string(let text): value = .string(text)
    case .bytes(let bytes): value = .bytes(bytes)
    case .symbol(.true): value = .bool(true)
    case .symbol(.false): value = .bool(false)
    case .symbol(.null): value = .null
    case .symbol(.dot):
      // `.name` is a name of the outermost scope, and there is only that one.
      try advance()
      return try name()
    case .end, .name, .quotedName, .symbol: throw unexpected()
    }
    try advance()
    return try node(.literal(value), sign?.through(start) ?? start)
  }

  @inline(never)
  private mutating func name() throws(Fault) -> Syntax {
    guard case .name(let name) = token.kind else { throw unexpected() }
    let place = token.place
    if Token.Symbol.reserved.contains(name) { throw Fault(.reservedWord(name), at: place) }
    try advance()
    if isAt(.leftParenthesis) { return try call(name, at: place, receiver: nil) }
    return try node(.name(name), place)
  }

  @inline(never)
  private mutating func list() throws(Fault) -> Syntax {
    let start = try take(.leftBracket)
    var items: [Syntax] = []
    while !isAt(.rightBracket) {
      items.append(try expression())
      // A comma may also follow the last item.
      if !isAt(.rightBracket) { try take(.comma) }
    }
    let place = start.through(try take(.rightBracket))
    return try node(.list(items), place, over: items)
  }

  @inline(never)
  private mutating func map() throws(Fault) -> Syntax {
    let start = try take(.leftBrace)
    var entries: [(key: Syntax, value: Syntax)] = []
    while !isAt(.rightBrace) {
      let key = try expression()
      try take(.colon)
      entries.append((key, try expression()))
      if !isAt(.rightBrace) { try take(.comma) }
    }
    let place = start.through(try take(.rightBrace))
    return try node(.map(entries), place, over: entries.flatMap { [$0.key, $0.value] })
  }
}
