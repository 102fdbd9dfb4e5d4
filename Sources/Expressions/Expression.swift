/// An expression that has been read, ready to be evaluated any number of times.
///
/// A subset of CEL, Google's Common Expression Language: no messages, timestamps, durations, optional
/// values or extension libraries. Beyond CEL it knows days (`date("2026-12-31")`, `today` where the host
/// declares it), compares numbers across their types without `dyn`, and knows unanswered fields:
///
/// - `has(name)` asks whether a field is answered, as `has(object.field)` does.
/// - A comparison or `in` with an unanswered operand is false; so are `!=` and the text functions.
/// - As a condition (`&&`, `||`, `!`, `?:`, the body of a macro) unanswered is false.
/// - Anything else computed from an unanswered value is unanswered: fields, items, sums, conversions,
///   `size`. In a list or map literal, and as the result of a `map` body, it is left out.
/// - A macro over an unanswered list goes over no items; `map` and `filter` of it are unanswered.
/// - An error outlives it: `unanswered + 1 / 0` is the error.
///
/// - SeeAlso: https://github.com/google/cel-spec, "Language Definition".
package struct Expression: Sendable {
  /// One place where a slot is read.
  package struct Read: Hashable, Sendable {
    /// The slot.
    package let slot: Int
    /// The name in the text.
    package let place: Place
  }

  /// The text that was read.
  package let text: String
  /// The type of its value, `dyn` where that is known only when evaluated.
  package let type: ValueType
  /// The places where slots are read, in the order of the text.
  package let reads: [Read]
  let program: Program

  /// Reads and checks the text of an expression.
  ///
  /// - Parameters:
  ///   - text: The expression.
  ///   - declarations: The names that it may use.
  ///   - expected: The type that its value must have; `nil` for any.
  /// - Throws: ``Faults``, everything that is wrong with it.
  /// - Complexity: O(*n*) in the length of the text, but for the names that are looked for in vain.
  package init(
    _ text: String,
    _ declarations: Declarations,
    expecting expected: ValueType? = nil
  ) throws(Faults) {
    let syntax: Syntax
    do {
      syntax = try Parser.read(text)
    } catch {
      throw Faults(faults: [error])
    }
    var checker = Checker(declarations)
    let checked = checker.check(syntax)
    if let expected, checked.type.unified(with: expected) == nil {
      checker.report(.wrongResult(expected: expected, found: checked.type), at: syntax.place)
    }
    guard checker.faults.isEmpty else {
      throw Faults(faults: checker.faults.sorted { $0.place.offset < $1.place.offset })
    }
    self.text = text
    type = checked.type
    reads = checker.reads.sorted { $0.place.offset < $1.place.offset }
    program = Program(checker.parts, root: checked.node)
  }

  /// The slots that the expression reads.
  package var slots: Set<Int> {
    Set(reads.map(\.slot))
  }

  /// Computes the value.
  ///
  /// - Parameters:
  ///   - steps: How many steps it may take; see ``Limits/steps``.
  ///   - answers: Finds the value of a slot; `nil` where the field is unanswered. Asked again each time
  ///     the slot is read.
  /// - Returns: The value; `nil` where the expression is unanswered.
  /// - Throws: ``EvaluationError``, also when a limit is met.
  package func value(
    steps: Int = Limits.steps,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Value? {
    var evaluation = Evaluation(program, steps: steps)
    guard let value = try evaluation.value(of: program.root, answers) else { return nil }
    try evaluation.measure(value)
    return value
  }

  /// Whether the expression is true.
  ///
  /// - Parameters:
  ///   - steps: How many steps it may take; see ``Limits/steps``.
  ///   - answers: Finds the value of a slot; `nil` where the field is unanswered.
  /// - Returns: `false` also where the expression is unanswered.
  /// - Throws: ``EvaluationError``; `noSuchOverload` for a value that is neither true nor false.
  package func holds(
    steps: Int = Limits.steps,
    _ answers: (Int) -> Value?
  ) throws(EvaluationError) -> Bool {
    var evaluation = Evaluation(program, steps: steps)
    return try evaluation.condition(program.root, answers)
  }
}
