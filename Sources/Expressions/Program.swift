/// An expression ready to be evaluated: nodes that name one another by position.
///
/// A node holds numbers only, so that walking the program counts no references.
final class Program: Sendable {
  enum Node: Sendable {
    /// A value of ``Program/constants``.
    case constant(Int)
    /// The value that the host has for a slot.
    case slot(Int)
    /// The variable of a macro, by how many macros are around it.
    case local(Int)
    /// One of ``Program/failures``, whenever it is reached.
    case failure(Int)
    /// The field at a position of an object whose shape is known.
    case field(Int, position: Int, name: Int)
    /// The field or key of that name, a text of ``Program/names``.
    case select(Int, name: Int)
    case index(Int, Int)
    /// Whether the operand, a slot or a local, is answered.
    case isAnswered(Int)
    case hasField(Int, position: Int, name: Int)
    case hasName(Int, name: Int)
    case not(Int)
    case negation(Int)
    case binary(BinaryOperator, Int, Int)
    /// A row of `&&`, or of `||` where `isAny`; its parts are a run of ``Program/children``.
    case row(isAny: Bool, first: Int, count: Int)
    case conditional(Int, Int, Int)
    case list(first: Int, count: Int)
    /// Keys and values in turn.
    case map(first: Int, count: Int)
    case call(Function, first: Int, count: Int)
    /// Whether the operand matches one of ``Program/patterns``.
    case matches(Int, pattern: Int)
    /// The body, and the filter of a `map` with three arguments or -1, see `variable`.
    case macro(Macro, range: Int, variable: Int, body: Int, filter: Int)
  }

  let nodes: [Node]
  /// The places of the nodes.
  let places: [Place]
  let children: [Int]
  let constants: [Value]
  let names: [String]
  let failures: [EvaluationError.Reason]
  let patterns: [Pattern]
  /// How many variables of macros are in use at once.
  let localCount: Int
  let root: Int

  init(_ parts: Parts, root: Int) {
    nodes = parts.nodes
    places = parts.places
    children = parts.children
    constants = parts.constants
    names = parts.names
    failures = parts.failures
    patterns = parts.patterns
    localCount = parts.localCount
    self.root = root
  }

  /// A program while it grows.
  struct Parts {
    private(set) var nodes: [Node] = []
    private(set) var places: [Place] = []
    private(set) var children: [Int] = []
    private(set) var constants: [Value] = []
    private(set) var names: [String] = []
    private(set) var failures: [EvaluationError.Reason] = []
    private(set) var patterns: [Pattern] = []
    var localCount = 0

    mutating func add(_ node: Node, at place: Place) -> Int {
      nodes.append(node)
      places.append(place)
      return nodes.count - 1
    }

    mutating func add(_ value: Value, at place: Place) -> Int {
      constants.append(value)
      return add(.constant(constants.count - 1), at: place)
    }

    mutating func add(_ failure: EvaluationError.Reason, at place: Place) -> Int {
      failures.append(failure)
      return add(.failure(failures.count - 1), at: place)
    }

    mutating func add(_ pattern: Pattern, of operand: Int, at place: Place) -> Int {
      patterns.append(pattern)
      return add(.matches(operand, pattern: patterns.count - 1), at: place)
    }

    /// The values of nodes that are constants; `nil` where one is not.
    func constants(at row: [Int]) -> [Value]? {
      var values: [Value] = []
      for node in row {
        guard case .constant(let position) = nodes[node] else { return nil }
        values.append(constants[position])
      }
      return values
    }

    /// Keeps a name; the same name twice is two, expressions are short.
    mutating func keep(_ name: String) -> Int {
      names.append(name)
      return names.count - 1
    }

    /// Keeps the nodes of a row together.
    mutating func keep(_ row: [Int]) -> (first: Int, count: Int) {
      children.append(contentsOf: row)
      return (children.count - row.count, row.count)
    }
  }
}

/// A function that an expression can call.
enum Function: String, CaseIterable, Sendable {
  case size
  case startsWith
  case endsWith
  case contains
  case matches
  case int
  case uint
  case double
  case string
  case bool
  case bytes
  case date
  case dyn
  case type

  /// How many arguments it takes, a receiver counted.
  var arity: Int {
    switch self {
    case .startsWith, .endsWith, .contains, .matches: 2
    default: 1
    }
  }

  /// Whether it can be written `value.name(…)`.
  var isMethod: Bool { self == .size || arity == 2 }

  /// Whether it can be written `name(value, …)`.
  var isPlain: Bool { self == .matches || arity == 1 }
}

/// A call that evaluates its last arguments once for each item of its receiver.
enum Macro: String, CaseIterable, Sendable {
  case all
  case exists
  case existsOne = "exists_one"
  case map
  case filter
}
