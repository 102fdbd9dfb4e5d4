// swift-format-ignore-file: LineLength
// A table reads best with a check on a line.

/// A check of definitions by its stable name, which scripts, reports and the reference know it by.
package enum DefinitionCheck: String, CaseIterable, Sendable {
  // The form
  /// The file is not YAML in UTF-8, is larger than 1 MiB, nests deeper than 32 levels, has a key twice, or uses what is not supported.
  case syntax
  /// A mapping has a key that does not belong there.
  case unknownKey = "unknown-key"
  /// A mapping lacks a key that it needs, or a list its first element.
  case missingKey = "missing-key"
  /// A key needs another shape.
  case wrongShape = "wrong-shape"
  /// A key, a name or a code has characters that it cannot have, or is a word of expressions such as `today`.
  case badName = "bad-name"
  /// The name in the file and the name of the file differ.
  case nameDiffers = "name-differs"
  /// A wizard has more than 2,000 fields, 10,000 options or 1,000 stages.
  case tooMany = "too-many"
  // Names
  /// Two things of one scope share a key.
  case duplicate
  /// There is no field of this name.
  case unknownField = "unknown-field"
  /// The field stands later on the path, so it has no value here yet.
  case laterField = "later-field"
  /// There is no such type of field or kind of identifier.
  case unknownType = "unknown-type"
  /// There is no file with this option list in the folder.
  case unknownOptions = "unknown-options"
  /// A condition compares a choice with a code that none of its options has.
  case unknownOption = "unknown-option"
  /// There is no such procedure.
  case unknownProcedure = "unknown-procedure"
  /// There are no such records.
  case unknownRecord = "unknown-record"
  /// The field is no choice, so no option can bring stages along or say what an identifier is.
  case includeNeedsChoice = "include-needs-choice"
  /// Two options bring different stages with the same key.
  case stageDiffers = "stage-differs"
  /// A key under `renamed` or `removed` is still that of a field, whose answers would be lost.
  case stillThere = "still-there"
  // Fields and options
  /// A choice has neither `options` nor `from`.
  case noOptions = "no-options"
  /// The key has no effect with the field's type, or beside another key.
  case needlessKey = "needless-key"
  /// A regular expression cannot be read, or is too large.
  case badPattern = "bad-pattern"
  /// A mask is not fixed characters around one run such as `000X`.
  case badMask = "bad-mask"
  /// A limit is no value of the field's type, or the smallest is above the largest.
  case badLimit = "bad-limit"
  /// A default that is a constant is no possible answer to the field.
  case badDefault = "bad-default"
  /// Two options of a field are called the same, or one is called what another's code is, so that they cannot be told apart.
  case sameLabel = "same-label"
  /// A title, a label or an option takes more columns than a window of 80 has for it.
  case textTooWide = "text-too-wide"
  // Expressions
  /// An expression cannot be read.
  case expression
  /// An expression is too long or nested too deeply.
  case expressionTooLarge = "expression-too-large"
  /// The types of an expression do not fit each other, or its result does not fit its place.
  case type
  /// There is no such function, or it is written as a method (or not).
  case unknownFunction = "unknown-function"
  /// A function takes other arguments.
  case wrongArgument = "wrong-argument"
  // Paths
  /// No answers lead to the stage.
  case stageNeverAppears = "stage-never-appears"
  /// No answers lead to the field.
  case fieldNeverAsked = "field-never-asked"
  /// An answer is needed on some path where no option is offered, so that nobody gets past the field.
  case fieldUnanswerable = "field-unanswerable"
  /// The condition holds on every path, so it could be left out.
  case alwaysTrue = "always-true"
  /// The condition holds on no path.
  case alwaysFalse = "always-false"
  /// There are more combinations of answers than are walked (20,000 for one group of conditions), so not everything was judged.
  case tooManyPaths = "too-many-paths"
  // Against an earlier definition
  /// The earlier folder has a wizard that this one does not have.
  case wizardGone = "wizard-gone"
  /// A field or a list is gone.
  case keyGone = "key-gone"
  /// An option is gone that earlier answers may have chosen.
  case optionGone = "option-gone"
  /// A field has another type.
  case typeChanged = "type-changed"
  /// An answer is needed that earlier files do not have.
  case newlyRequired = "newly-required"
  /// A list needs more entries than before.
  case moreItemsNeeded = "more-items-needed"
  /// Earlier answers break, and `version` has not been raised.
  case versionNotRaised = "version-not-raised"

  /// The weights that findings of the check can have.
  package enum Weight: String, Sendable {
    /// The wizard cannot run, or answers are refused that were right.
    case error
    /// Probably a slip.
    case warning
    /// Either, as the summary says.
    case either
  }

  /// How much a finding weighs.
  package var weight: Weight {
    switch self {
    case .stageNeverAppears, .fieldNeverAsked, .fieldUnanswerable, .alwaysTrue, .alwaysFalse,
      .tooManyPaths, .sameLabel, .unknownOption, .textTooWide, .versionNotRaised:
      .warning
    case .typeChanged, .newlyRequired: .either
    default: .error
    }
  }

  /// What is wrong and how to mend it, in English, for the reference.
  package var summary: String {
    switch self {
    case .syntax:
      "The file is not YAML in UTF-8, is larger than 1 MiB, nests deeper than 32 levels, has a key twice, or uses what is not supported: tags, merging with `<<`, several documents."
    case .unknownKey:
      "A mapping has a key that does not belong there; the nearest known one is named."
    case .missingKey: "A mapping lacks a key that it needs, or a list its first element."
    case .wrongShape:
      "A key needs another shape: a text, a list, keys and values, a whole number, `true` or `false`."
    case .badName:
      "A key, a name or a code has characters that it cannot have, or is a word of expressions such as `today`."
    case .nameDiffers: "The name in the file and the name of the file differ."
    case .tooMany: "A wizard has more than 2,000 fields, 10,000 options or 1,000 stages."
    case .duplicate:
      "Two things of one scope share a key: fields of a wizard or of a list, stages, options of a field."
    case .unknownField:
      "There is no field of this name; inside a list, fields of the same entry are written `item.NAME`."
    case .laterField: "The field stands later on the path, so it has no value here yet."
    case .unknownType: "There is no such type of field or kind of identifier."
    case .unknownOptions: "There is no file with this option list in the folder."
    case .unknownOption: "A condition compares a choice with a code that none of its options has."
    case .unknownProcedure: "There is no such procedure."
    case .unknownRecord: "There are no such records."
    case .includeNeedsChoice:
      "The field is no choice, so no option can bring stages along or say what an identifier is."
    case .stageDiffers:
      "Two options bring different stages with the same key; write the stage once and repeat it with an alias."
    case .stillThere:
      "A key under `renamed` or `removed` is still that of a field, whose answers would be lost."
    case .noOptions: "A choice has neither `options` nor `from`."
    case .needlessKey: "The key has no effect with the field's type, or beside another key."
    case .badPattern: "A regular expression cannot be read, or is too large. The syntax is RE2's."
    case .badMask: "A mask is not fixed characters around one run such as `000X`."
    case .badLimit: "A limit is no value of the field's type, or the smallest is above the largest."
    case .badDefault: "A default that is a constant is no possible answer to the field."
    case .sameLabel:
      "Two options of a field are called the same, or one is called what another's code is, so that they cannot be told apart."
    case .textTooWide:
      "A title, a label or an option takes more columns than a window of 80 has for it."
    case .expression: "An expression cannot be read."
    case .expressionTooLarge: "An expression is too long or nested too deeply."
    case .type:
      "The types of an expression do not fit each other, or its result does not fit its place."
    case .unknownFunction: "There is no such function, or it is written as a method (or not)."
    case .wrongArgument: "A function takes other arguments."
    case .stageNeverAppears: "No answers lead to the stage."
    case .fieldNeverAsked: "No answers lead to the field."
    case .fieldUnanswerable:
      "An answer is needed on some path where no option is offered, so that nobody gets past the field."
    case .alwaysTrue: "The condition holds on every path, so it could be left out."
    case .alwaysFalse: "The condition holds on no path; an option or a rule under it never counts."
    case .tooManyPaths:
      "There are more combinations of answers than are walked (20,000 for one group of conditions), so not everything was judged."
    case .wizardGone: "The earlier folder has a wizard that this one does not have."
    case .keyGone:
      "A field or a list is gone. Name its new key under `renamed`, or list the old one under `removed`."
    case .optionGone: "An option is gone that earlier answers may have chosen."
    case .typeChanged:
      "A field has another type. A warning where every earlier answer is one of the new type too."
    case .newlyRequired:
      "An answer is needed that earlier files do not have; give it a `default`. A warning where it is needed under conditions only."
    case .moreItemsNeeded: "A list needs more entries than before."
    case .versionNotRaised:
      "Earlier answers break, and `version` has not been raised; or it has fallen."
    }
  }
}

extension DefinitionFault {
  /// The check that found the fault.
  package var check: DefinitionCheck {
    switch reason {
    case .syntax: .syntax
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .wrongShape: .wrongShape
    case .badName: .badName
    case .duplicate: .duplicate
    case .unknownField: .unknownField
    case .laterField: .laterField
    case .unknownType: .unknownType
    case .unknownOptions: .unknownOptions
    case .unknownProcedure: .unknownProcedure
    case .unknownRecord: .unknownRecord
    case .noOptions: .noOptions
    case .unknownOption: .unknownOption
    case .needless, .needlessBeside: .needlessKey
    case .sameLabel: .sameLabel
    case .stillThere: .stillThere
    case .expression(let fault): fault.check
    case .badPattern: .badPattern
    case .badMask: .badMask
    case .badLimit: .badLimit
    case .badDefault: .badDefault
    case .includeNeedsChoice: .includeNeedsChoice
    case .stageDiffers: .stageDiffers
    case .tooMany: .tooMany
    case .nameDiffers: .nameDiffers
    case .stageNeverAppears: .stageNeverAppears
    case .alwaysTrue: .alwaysTrue
    case .alwaysFalse: .alwaysFalse
    case .fieldNeverAsked: .fieldNeverAsked
    case .fieldUnanswerable: .fieldUnanswerable
    case .tooManyPaths: .tooManyPaths
    case .textTooWide: .textTooWide
    case .wizardGone: .wizardGone
    case .keyGone: .keyGone
    case .optionGone: .optionGone
    case .typeChanged: .typeChanged
    case .newlyRequired: .newlyRequired
    case .moreItemsNeeded: .moreItemsNeeded
    case .versionNotRaised: .versionNotRaised
    }
  }
}
