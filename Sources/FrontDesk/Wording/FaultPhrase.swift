// swift-format-ignore-file: LineLength
// A sentence is one literal, as catalogs know it.

/// A sentence about a fault of a definition, or about a file; the raw value is the English source.
enum FaultPhrase: String, Phrase {
  case error = "error"
  case warning = "warning"
  case note = "note"
  case didYouMean = "did you mean “{name}”?"

  // YAML
  case tooLarge = "the file is too large (at most 1 MiB)"
  case tooDeep = "the file is nested too deeply (at most 32 levels)"
  case tooManyNodes = "the file has too many parts; aliases count as often as they repeat"
  case badEncoding = "the file is not UTF-8 text"
  case fileEmpty = "the file is empty"
  case malformed = "this is not valid YAML; check indentation, quotes and brackets here"
  case malformedJSON = "this is not valid JSON"
  case duplicateKey = "the key “{name}” stands twice"
  case duplicateKeyPlain = "the same key stands twice"
  case keyNotText = "a key must be a text"
  case mergeKey = "merging with << is not supported"
  case tag = "tags that change a type are not supported"
  case unknownAlias = "this alias refers to an anchor that does not stand before it"
  case recursiveAlias = "this alias stands inside what it refers to"
  case severalDocuments = "only one document is possible in this file"
  case notMapping = "keys and values are needed here"

  // Structure
  case unknownKey = "unknown key “{name}”"
  case missingKey = "the key “{name}” is missing"
  case shapeText = "“{name}” needs a text"
  case shapeList = "“{name}” needs a list"
  case shapeMapping = "“{name}” needs keys and values"
  case shapeBoolean = "“{name}” needs true or false"
  case shapeNumber = "“{name}” needs a whole number"
  case shapeSeverity = "“{name}” needs error, warning or info"
  case badName =
    "“{name}” is no usable name: letters a–z and digits, beginning with a small letter, at most 63"
  case duplicate = "“{name}” is defined twice"
  case unknownField = "unknown field “{name}”"
  case laterField = "the field “{name}” stands later; only earlier fields can be used here"
  case unknownType = "unknown type “{name}”"
  case unknownOptions = "there is no option list “{name}” ({name}.yaml)"
  case unknownProcedure = "unknown procedure “{name}”"
  case unknownRecord = "unknown record “{name}”"
  case noOptions = "a choice needs “options” or “from”"
  case needless = "“{name}” has no effect with the type {type}"
  case needlessBeside = "“{name}” has no effect beside “{other}”"
  case sameLabel = "another option is called “{name}” too, or has it as its code"
  case unknownOption = "no option of the field has the code “{name}”"
  case stillThere = "“{name}” is still the key of a field; its answers would be lost"
  case badPattern = "this pattern cannot be used: {pattern}"
  case badMask = "“{name}” is no mask; a mask has one run such as 000X"
  case badLimit = "“{name}” is no possible limit for this type"
  case badDefault = "the default “{name}” is no possible answer"
  case includeNeedsChoice = "“{name}” is not a choice, so no option can bring stages along"
  case stageDiffers =
    "the stage “{name}” is defined differently for two options; write it once and refer to it with an alias"
  case tooManyFields = "a wizard has at most {limit} fields"
  case tooManyOptions = "a wizard has at most {limit} options"
  case tooManyStages = "a wizard has at most {limit} stages"
  case nameDiffers = "the wizard is called “{name}”, its file “{file}”"

  // Paths
  case stageNeverAppears = "no answers ever lead to the stage “{name}”"
  case alwaysTrue = "this condition always holds: {condition}"
  case alwaysFalse = "this condition never holds: {condition}"
  case fieldNeverAsked = "no answers ever lead to the field “{name}”"
  case fieldUnanswerable =
    "the field “{name}” needs an answer, and on some path no option is offered"
  case textTooWide =
    "this text takes {columns} columns; a window of 80 has {limit} for it"
  case tooManyPaths = "there are more than {limit} paths; not all were walked"

  // Against an earlier definition
  case wizardGone = "the wizard “{name}” is gone"
  case keyGone =
    "answers to “{name}” are refused now; name its new key under “renamed”, or list it under “removed”"
  case optionGone =
    "the option “{name}” of “{field}” is gone, and earlier answers may have chosen it"
  case typeChanged = "the type of “{name}” was {before} and is {now} now"
  case newlyRequired =
    "“{name}” is needed now, and earlier answers do not have it; give it a default"
  case newlyRequiredAtTimes =
    "“{name}” is needed now under some conditions, and earlier answers do not have it; give it a default"
  case moreItemsNeeded = "“{name}” needs at least {least} entries now"
  case versionNotRaised =
    "earlier answers may be refused, so raise the version: it is {version}, and was {before}"

  // Expressions
  case expressionTooLong = "the expression is too long"
  case expressionTooDeep = "the expression is nested too deeply"
  case expressionEmpty = "an expression is missing"
  case unexpectedCharacter = "“{name}” cannot stand here"
  case unexpectedToken = "“{name}” is not expected here"
  case unexpectedEnd = "the expression ends too early"
  case reservedWord = "“{name}” is a reserved word"
  case badNumber = "“{name}” is not a number"
  case unclosedText = "the closing quotation mark is missing"
  case badEscape = "“{name}” means nothing in a text"
  case noSuchFunction = "unknown function “{name}”"
  case mustBeMethod = "write the function as value.{name}(…)"
  case mustNotBeMethod = "write the function as {name}(value)"
  case wrongArgumentCount = "the function “{name}” takes another number of arguments"
  case wrongArgument = "the function “{name}” cannot take a value of type {type}"
  case typeMismatch = "“{name}” cannot join the types {left} and {right}"
  case wrongOperand = "“{name}” cannot be applied to the type {type}"
  case noFields = "a value of type {type} has no fields"
  case noItems = "a value of type {type} has no items"
  case notAsked = "has(…) needs the name of a field"
  case notAVariable = "the first argument of “{name}” must be a plain name"
  case badDate = "“{name}” is no date of the calendar"
  case wrongResult = "the result must be of type {expected}, not {type}"

  // Evaluating
  case undeclared = "there is no answer called “{name}”"
  case noSuchOverload = "the values do not fit this operation"
  case noSuchKey = "there is no such key"
  case indexOutOfRange = "the list has no such place"
  case divisionByZero = "division by zero"
  case overflow = "the result is too large"
  case invalidConversion = "this cannot be converted to {type}"
  case invalidKey = "this cannot be a key"
  case patternLimit = "the pattern is too costly for this text"
  case budget = "the expression takes too many steps"
  case resultTooLarge = "the result is too large to keep"

  static let context = "alta/fault"
}
