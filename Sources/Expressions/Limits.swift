/// The bounds that keep reading and evaluating an expression small, whatever was written in it.
package enum Limits {
  /// The longest expression, in UTF-8 bytes.
  package static let textBytes = 65_536
  /// The deepest nesting, in operators, calls, brackets and parentheses inside one another.
  ///
  /// Long rows of `&&` and `||` are one level. CEL asks for 32. Reading and evaluating at this depth
  /// takes less than 1 MiB of stack, 3 MiB in a debug build.
  package static let nesting = 256
  /// The longest pattern, in UTF-8 bytes.
  package static let patternBytes = 1024
  /// The largest compiled pattern, in bytes of PCRE2 code.
  package static let compiledPatternBytes = 32_768
  /// The steps that a match costs, beside one for each 8 bytes of text.
  static let matchSteps = 500
  /// The most backtracking points that one match may visit.
  package static let matchPoints = 250_000

  /// The backtracking points that a match may visit in a text of so many bytes.
  ///
  /// Far more than an honest pattern needs, and linear, so that twice the text takes twice the time.
  static func matchPoints(forBytes count: Int) -> UInt32 {
    UInt32(min(matchPoints, 20_000 + 32 * min(count, matchPoints)))
  }

  /// The memory that one match may take, in KiB.
  package static let matchKibibytes = 65_536

  /// The steps that one evaluation may take, unless its caller says otherwise.
  ///
  /// A step is one operator or call, one list item visited, or 64 bytes of text looked at.
  package static let steps = 1_000_000
  /// The longest text that an evaluation may make, in UTF-8 bytes.
  package static let madeTextBytes = 1_048_576
  /// The most items that a list or a map made by an evaluation may have.
  package static let madeItems = 100_000
}
