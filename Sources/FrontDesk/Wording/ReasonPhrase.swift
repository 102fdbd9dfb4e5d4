/// Why something is asked, in words; the raw value is the English source.
enum ReasonPhrase: String, Phrase {
  case because = "Reason: {clause}."
  case onlyIf = "Only if: {clause}."
  case always = "It is asked in every registration."
  case computed = "The value is computed and never asked."
  case drawn = "The number is generated, because {clause}."
  case nothingApplies = "None of its questions applies."

  case equal = "{field} is “{value}”"
  case notEqual = "{field} is not “{value}”"
  case less = "{field} is below {value}"
  case lessOrEqual = "{field} is at most {value}"
  case greater = "{field} is above {value}"
  case greaterOrEqual = "{field} is at least {value}"
  case oneOf = "{field} is one of: {values}"
  case includes = "“{value}” is chosen in {field}"
  case answered = "{field} is answered"
  case notAnswered = "{field} is not answered"
  case isYes = "{field} is answered with yes"
  case isNo = "{field} is not answered with yes"
  case both = "{first} and {second}"
  case either = "{first} or {second}"
  case notAll = "not: {clause}"
  case condition = "the condition “{condition}” holds"
  case today = "today"

  static let context = "alta/reason"
}
