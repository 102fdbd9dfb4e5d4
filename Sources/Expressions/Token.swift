/// The smallest part of an expression that has a meaning.
struct Token {
  enum Kind: Equatable {
    /// After the last part.
    case end
    /// A name, a reserved word included.
    case name(String)
    /// A field name between backquotes.
    case quotedName(String)
    /// A whole number without its sign; up to 2^63, which only a minus makes an `int`.
    case int(UInt)
    case uint(UInt)
    case double(Double)
    case string(String)
    case bytes([UInt8])
    case symbol(Symbol)
  }

  /// A part that is always spelled in one way.
  enum Symbol: String {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case dot = "."
    case comma = ","
    case colon = ":"
    case question = "?"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case remainder = "%"
    case not = "!"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case notEqual = "!="
    case and = "&&"
    case or = "||"
    case `in` = "in"
    case `true` = "true"
    case `false` = "false"
    case null = "null"
  }

  let kind: Kind
  let place: Place
}

extension Token.Symbol {
  /// The words that are part of the grammar and so never a name.
  static func word(_ text: String) -> Token.Symbol? {
    switch text {
    case "in": .in
    case "true": .true
    case "false": .false
    case "null": .null
    default: nil
    }
  }

  /// The words that CEL keeps free for languages around it; they may be fields, not names.
  static let reserved: Set<String> = [
    "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
    "package", "namespace", "return", "var", "void", "while",
  ]

  /// How strongly an operator between two operands binds, from 0; `nil` for anything else.
  var strength: Int? {
    switch self {
    case .or: 0
    case .and: 1
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual, .in: 2
    case .plus, .minus: 3
    case .times, .divide, .remainder: 4
    default: nil
    }
  }
}
