package import Expressions
import FieldKinds

/// One thing asked for.
///
/// A class, so that every plan and every judge shares one object; nothing in it changes.
package final class Field: Sendable {
  /// The key, as answer files spell it.
  package let key: String
  /// The position among its wizard's or its list's fields.
  package let position: Int
  /// What the field is called.
  package let label: Message
  /// One line shown with the field.
  package let hint: Message?
  /// A longer explanation.
  package let help: Message?
  /// What kind of answer it takes.
  package let type: FieldType
  /// The options of a choice, in order; empty for other types.
  package let options: [Option]
  /// What finds an option by its code.
  let optionIndex: OptionIndex
  /// The name of the option list, where the options have a file of their own.
  package let optionList: String?
  /// What makes a text regular before it is judged.
  package let normalization: [NormalizationStep]
  /// The limits of length or value.
  package let limits: Limits
  /// A pattern that the whole text must match.
  package let pattern: Pattern?
  /// What is suggested until the person says otherwise.
  package let suggestion: Suggestion?
  /// What computes the field, which then is never asked.
  package let computed: Formula?
  /// Whether an answer is needed.
  package let requirement: Requirement
  /// The condition under which the field is asked.
  package let condition: Formula?
  /// Further rules of the author.
  package let rules: [Rule]
  /// The positions of fields, in the same scope, whose change drops this answer.
  package let resetOn: [Int]
  /// Whether the answer may never enter a draft, an answer file or a log.
  package let isSecret: Bool
  /// Where the field is written.
  package let place: Place
  /// Whether the field is nothing but empty where nothing is given: no suggestion, no option, no need.
  let mayBeEmpty: Bool
  /// Whether every value of the type holds: no limits, no pattern, no rules.
  let takesAnyValue: Bool

  init(
    key: String,
    position: Int,
    label: Message,
    hint: Message?,
    help: Message?,
    type: FieldType,
    options: [Option],
    optionIndex: OptionIndex,
    optionList: String?,
    normalization: [NormalizationStep],
    limits: Limits,
    pattern: Pattern?,
    suggestion: Suggestion?,
    computed: Formula?,
    requirement: Requirement,
    condition: Formula?,
    rules: [Rule],
    resetOn: [Int],
    isSecret: Bool,
    place: Place
  ) {
    self.key = key
    self.position = position
    self.label = label
    self.hint = hint
    self.help = help
    self.type = type
    self.options = options
    self.optionIndex = optionIndex
    self.optionList = optionList
    self.normalization = normalization
    self.limits = limits
    self.pattern = pattern
    self.suggestion = suggestion
    self.computed = computed
    self.requirement = requirement
    self.condition = condition
    self.rules = rules
    self.resetOn = resetOn
    self.isSecret = isSecret
    self.place = place
    let isPlain: Bool
    switch (type, requirement) {
    case (.identifier, _), (.choice, _), (.choices, _): isPlain = false
    case (_, .never): isPlain = suggestion == nil && computed == nil
    default: isPlain = false
    }
    mayBeEmpty = isPlain
    takesAnyValue = limits == Limits.none && pattern == nil && rules.isEmpty
  }

  /// Whether an option has this code, spelled the same.
  package func hasOption(_ code: String) -> Bool { optionIndex[code] != nil }
}
