/// Why a well-formed expression has no value for these answers.
///
/// Never holds an answer: an error may end in a log.
package struct EvaluationError: Error, Hashable, Sendable {
  /// What happened.
  package enum Reason: Hashable, Sendable {
    /// A name without a declaration; only of a lenient reading.
    case undeclaredReference(String)
    /// A function that does not exist; only of a lenient reading.
    case noSuchFunction(String)
    /// An operator or function does not take values of these kinds.
    case noSuchOverload
    /// A map without the key, or an object without the field.
    case noSuchKey
    /// A list without the position.
    case indexOutOfRange
    /// A whole number divided by zero.
    case divisionByZero
    /// A remainder by zero.
    case modulusByZero
    /// A result outside 64 bits, or a date outside the years 1 to 9999.
    case overflow
    /// A text or number that the conversion cannot read.
    case invalidConversion(to: ValueKind)
    /// A map key of a kind that is none: keys are bool, int, uint and string.
    case invalidKey
    /// The same key twice in one map literal.
    case duplicateKey
    /// A pattern, made during evaluation, that is none.
    case invalidPattern
    /// A match that visited more points than ``Limits/matchPoints``; it is not known to fail.
    case patternLimit
    /// More steps than the evaluation may take.
    case budget
    /// A text, list or map larger than an evaluation may make.
    case tooLarge
  }

  /// What happened.
  package let reason: Reason
  /// The part of the expression that it happened in.
  package let place: Place

  /// Makes an error from its parts.
  package init(_ reason: Reason, at place: Place) {
    self.reason = reason
    self.place = place
  }

  /// Whether not even `&&`, `||`, `all` and `exists` may pass over it.
  ///
  /// Errors of exhaustion end the evaluation, or a macro could meet one for each of its items.
  var isFinal: Bool {
    switch reason {
    case .patternLimit, .budget, .tooLarge: true
    default: false
    }
  }
}
