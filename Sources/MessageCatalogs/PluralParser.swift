import PlainValues

/// Reads the C expression of a `Plural-Forms` field.
///
/// - SeeAlso: GNU gettext manual, "Additional functions for plural forms".
struct PluralParser {
  /// Why an expression cannot be read, and at which of its bytes.
  struct Failure: Error {
    let offset: Int
  }

  /// Deeper nesting than any language needs, and far from the end of the stack.
  private static let deepest = 100
  /// Long chains of one operator make deep trees too.
  private static let mostNodes = 1000

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  private var nodes = 0

  /// Reads an expression, which ends at `;`, a line feed or the end.
  static func expression(_ bytes: some Collection<UInt8>) throws(Failure) -> PluralExpression {
    var parser = PluralParser(bytes: Array(bytes.prefix { $0 != 0x3B && $0 != 0x0A && $0 != 0 }))
    let root = try parser.choice()
    parser.skipBlanks()
    guard parser.position == parser.bytes.count else { throw parser.failure }
    return PluralExpression(root: root)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var failure: Failure { Failure(offset: position) }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    skipBlanks()
    let word = text.description.utf8
    guard bytes[position...].starts(with: word) else { return false }
    position += word.count
    return true
  }

  private mutating func made(
    _ node: PluralExpression.Node
  ) throws(Failure) -> PluralExpression.Node {
    nodes += 1
    guard nodes <= PluralParser.mostNodes else { throw failure }
    return node
  }

  private mutating func choice() throws(Failure) -> PluralExpression.Node {
    depth += 1
    defer { depth -= 1 }
    guard depth <= PluralParser.deepest else { throw failure }
    let condition = try operation(level: 0)
    guard take("?") else { return condition }
    let yes = try choice()
    guard take(":") else { throw failure }
    let no = try choice()
    return try made(.choice(condition, yes, no))
  }

  /// The binary operators, loosest first; of one level the longer spelling first.
  private static let levels: [[(spelling: StaticString, PluralExpression.Operation)]] = [
    [("||", .or)],
    [("&&", .and)],
    [("==", .equal), ("!=", .unequal)],
    [("<=", .notGreater), (">=", .notLess), ("<", .less), (">", .greater)],
    [("+", .plus), ("-", .minus)],
    [("*", .times), ("/", .over), ("%", .remainder)],
  ]

  private mutating func operation(level: Int) throws(Failure) -> PluralExpression.Node {
    guard level < PluralParser.levels.count else { return try operand() }
    var left = try operation(level: level + 1)
    while let operation = takeOperator(PluralParser.levels[level]) {
      let right = try self.operation(level: level + 1)
      left = try made(.binary(operation, left, right))
    }
    return left
  }

  private mutating func takeOperator(
    _ operators: [(spelling: StaticString, PluralExpression.Operation)]
  ) -> PluralExpression.Operation? {
    for (spelling, operation) in operators where take(spelling) { return operation }
    return nil
  }

  private mutating func operand() throws(Failure) -> PluralExpression.Node {
    if take("!") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= PluralParser.deepest else { throw failure }
      let operand = try operand()
      return try made(.not(operand))
    }
    if take("n") { return .count }
    if take("(") {
      let inner = try choice()
      guard take(")") else { throw failure }
      return inner
    }
    return try number()
  }

  private mutating func number() throws(Failure) -> PluralExpression.Node {
    let first = position
    var value: UInt64 = 0
    while position < bytes.count, bytes[position].isASCIIDigit {
      let (tens, tooLong) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooLarge) = tens.addingReportingOverflow(UInt64(bytes[position] - 0x30))
      guard !tooLong, !tooLarge else { throw failure }
      value = sum
      position += 1
    }
    guard position > first else { throw failure }
    return .number(value)
  }
}
