/// What is wrong with a text that is not JSON.
package enum JSONProblem: Error, Equatable, Sendable {
  /// The text ends too early.
  case unexpectedEnd
  /// A character stands where no value, key, comma, colon or bracket like it can.
  case unexpectedCharacter
  /// Something follows the value.
  case trailingText
  /// A string is not closed; the place is that of its opening quote.
  case unclosedString
  /// A control character stands in a string unescaped.
  case controlCharacter
  /// A backslash begins no escape.
  case badEscape
  /// Half a surrogate pair is escaped.
  case loneSurrogate
  /// A number is not spelled as JSON asks.
  case badNumber
}
