/// An expression as it was written, before any name or type is looked at.
struct Syntax {
  indirect enum Kind {
    case literal(Value)
    case name(String)
    case select(Syntax, field: String)
    case index(Syntax, Syntax)
    /// A call; the receiver is `nil` for `name(…)`.
    case call(String, receiver: Syntax?, arguments: [Syntax])
    case not(Syntax)
    case negation(Syntax)
    case binary(BinaryOperator, Syntax, Syntax)
    /// A row of `&&`.
    case all([Syntax])
    /// A row of `||`.
    case any([Syntax])
    case conditional(Syntax, Syntax, Syntax)
    case list([Syntax])
    case map([(key: Syntax, value: Syntax)])
  }

  let kind: Kind
  /// The whole of it, with the parentheses around it.
  let place: Place
  /// What a fault of this node itself points at: an operator, or the name after a dot.
  let mark: Place
  /// How many nodes are on the longest way down, itself included.
  let height: Int
}

/// An operator between two values.
enum BinaryOperator: String {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case `in` = "in"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// Whether it compares, so that its result is true or false.
  var isRelation: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in: true
    case .add, .subtract, .multiply, .divide, .remainder: false
    }
  }
}
