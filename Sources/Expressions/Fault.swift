/// A place where the text of an expression is not a usable expression.
package struct Fault: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Reason: Hashable, Sendable {
    /// The text is longer than ``Limits/textBytes``.
    case tooLong(bytes: Int)
    /// More is nested than ``Limits/nesting``.
    case tooDeep
    /// The text has nothing but white space and comments.
    case empty
    /// A character that begins nothing.
    case unexpectedCharacter(Character)
    /// Something stands where something else is needed; `found` is as written, empty at the end.
    case unexpectedToken(found: String)
    /// A word that CEL keeps for other languages and that cannot be a name.
    case reservedWord(String)
    /// A number that is not one, or that no 64-bit type holds.
    case badNumber(String)
    /// A text or bytes literal without its closing quotes.
    case unclosedText
    /// A backslash sequence that means nothing in this literal.
    case badEscape(String)
    /// A name that nothing declares, and the nearest one that is declared.
    case unknownName(String, nearest: String?)
    /// A field that the object on its left does not have, and the nearest one that it has.
    case unknownField(String, nearest: String?)
    /// A function that does not exist, and the nearest one that does.
    case noSuchFunction(String, nearest: String?)
    /// A function that is written `value.name(…)`, not `name(value, …)`.
    case mustBeMethod(String)
    /// A function that is written `name(value)`, not `value.name()`.
    case mustNotBeMethod(String)
    /// A call with too few or too many arguments, a receiver not counted.
    case wrongArgumentCount(String, expected: ClosedRange<Int>, found: Int)
    /// An argument of a type that the function does not take; a receiver is argument 0.
    case wrongArgument(String, index: Int, found: ValueType)
    /// An operator between types that it does not join.
    case typeMismatch(operator: String, left: ValueType, right: ValueType)
    /// An operator before a type that it does not take.
    case wrongOperand(operator: String, found: ValueType)
    /// A value without fields on the left of a dot.
    case noFields(ValueType)
    /// A value that brackets cannot follow.
    case noItems(ValueType)
    /// An argument of `has` that is neither a name nor a field.
    case notAsked
    /// The first argument of a macro is not a plain name.
    case notAVariable(macro: String)
    /// A text literal compared with a date that is no date of the calendar.
    case badDate(String)
    /// A literal pattern that is not one; the offset is in bytes of the pattern.
    case badPattern(PatternFault.Reason, offset: Int)
    /// The whole expression has another type than is asked for here.
    case wrongResult(expected: ValueType, found: ValueType)
  }

  /// What is wrong.
  package let reason: Reason
  /// Where it is.
  package let place: Place

  /// Makes a fault from its parts.
  package init(_ reason: Reason, at place: Place) {
    self.reason = reason
    self.place = place
  }
}

/// Everything that is wrong with one expression, in order of place; never empty.
///
/// After a fault of grammar nothing more is looked for; faults of names and types come together.
package struct Faults: Error, Hashable, Sendable {
  /// The faults.
  package let faults: [Fault]
}
