/// Something in a definition that is wrong or that can never matter.
package struct DefinitionFault: Hashable, Sendable {
  /// Where it is.
  package let place: Place
  /// What is wrong.
  package let reason: Reason

  /// Names a fault at a place.
  package init(_ reason: Reason, at place: Place) {
    self.reason = reason
    self.place = place
  }

  /// Whether the wizard can run nevertheless.
  package var isWarning: Bool {
    switch reason {
    case .stageNeverAppears, .alwaysTrue, .alwaysFalse, .fieldNeverAsked, .fieldUnanswerable,
      .tooManyPaths, .sameLabel, .unknownOption, .textTooWide, .versionNotRaised:
      true
    case .typeChanged(_, _, _, let isWider): isWider
    case .newlyRequired(_, let isConditional): isConditional
    default: false
    }
  }

  /// What can be wrong with a definition.
  package enum Reason: Hashable, Sendable {
    /// The text is not YAML, or breaks a bound; the short word is for logs and `--format json`.
    case syntax(SyntaxReason)
    /// A mapping has a key that does not belong there.
    case unknownKey(String, nearest: String?)
    /// A mapping lacks a key.
    case missingKey(String)
    /// The key needs another shape of value.
    case wrongShape(key: String, expected: Shape)
    /// A name is not `[a-z][A-Za-z0-9]*`, at most 63 characters.
    case badName(String)
    /// Two things of one scope share a key.
    case duplicate(String)
    /// There is no such field; where it is used.
    case unknownField(String, nearest: String?)
    /// The field stands later on the path.
    case laterField(String)
    /// There is no such field type.
    case unknownType(String, nearest: String?)
    /// There is no file with that option list.
    case unknownOptions(String)
    /// There is no such procedure.
    case unknownProcedure(String, nearest: String?)
    /// There is no such table of records.
    case unknownRecord(String, nearest: String?)
    /// A choice has neither options nor `from`.
    case noOptions
    /// The key has no meaning for the field's type.
    case needless(key: String, type: String)
    /// The key has no meaning beside another one.
    case needlessBeside(key: String, other: String)
    /// Two options of a field are called the same, or one is called what another's code is.
    case sameLabel(String)
    /// A choice is compared with a code that none of its options has.
    case unknownOption(String, nearest: String?)
    /// A key that is renamed or removed is still there.
    case stillThere(String)
    /// An expression cannot be read or does not fit its place.
    case expression(FormulaFault)
    /// A pattern cannot be compiled, or is too large.
    case badPattern(String)
    /// A mask is not literals around one run of noughts and an `X`.
    case badMask(String)
    /// A limit is not a value of the field's type.
    case badLimit(String)
    /// A default is not a value of the field's type.
    case badDefault(String)
    /// `include` names a field that is not a choice.
    case includeNeedsChoice(String)
    /// Two options bring different stages of the same key.
    case stageDiffers(String)
    /// A definition has more of something than its bound.
    case tooMany(Bounded, limit: Int)
    /// The file's name and the wizard's name differ.
    case nameDiffers(file: String, name: String)
    /// No path leads to the stage.
    case stageNeverAppears(String)
    /// The condition holds on every path.
    case alwaysTrue(String)
    /// The condition holds on no path.
    case alwaysFalse(String)
    /// No path asks the field.
    case fieldNeverAsked(String)
    /// On some path a required choice offers no option.
    case fieldUnanswerable(String)
    /// There are more paths than are walked.
    case tooManyPaths(limit: Int)
    /// A text takes more columns than a window of 80 has for it.
    case textTooWide(columns: Int, limit: Int)
    /// There is no such wizard any more.
    case wizardGone(String)
    /// A field or list is gone whose answers earlier files have.
    case keyGone(String)
    /// An option is gone that earlier files may have chosen.
    case optionGone(String, field: String)
    /// A field has another type; a wider one takes all earlier answers.
    case typeChanged(String, from: String, to: String, isWider: Bool)
    /// An answer is needed that earlier files do not have, always or under conditions.
    case newlyRequired(String, isConditional: Bool)
    /// A list needs more entries than before.
    case moreItemsNeeded(String, least: Int)
    /// Answers break, or the version falls, and the version says nothing of it.
    case versionNotRaised(Int, from: Int)
  }

  /// Why a text is not a definition's YAML.
  package enum SyntaxReason: String, Hashable, Sendable, CaseIterable {
    /// The file has more bytes than its bound.
    case tooLarge
    /// The file is nested deeper than its bound.
    case tooDeep
    /// The file has more parts than its bound, aliases expanded.
    case tooManyNodes
    /// The bytes are not text.
    case badEncoding
    /// The file holds nothing.
    case empty
    /// The text is not YAML.
    case malformed
    /// A mapping has a key twice.
    case duplicateKey
    /// A key is a list or a mapping.
    case keyNotText
    /// A mapping asks to merge another one.
    case mergeKey
    /// A tag would change a type.
    case tag
    /// An alias refers to nothing before it.
    case unknownAlias
    /// An alias stands inside what it refers to.
    case recursiveAlias
    /// The file has more than one document.
    case severalDocuments
    /// The file does not hold keys and values.
    case notMapping
  }

  /// A shape of YAML value.
  package enum Shape: String, Hashable, Sendable, CaseIterable {
    /// A single text.
    case text
    /// A list.
    case list
    /// Keys and values.
    case mapping
    /// `true` or `false`.
    case boolean
    /// A whole number.
    case number
    /// `error`, `warning` or `info`.
    case severity
  }

  /// What a definition has a bounded number of.
  package enum Bounded: String, Hashable, Sendable, CaseIterable {
    /// Fields, those of options and lists included.
    case fields
    /// Options of all fields.
    case options
    /// Stages, those of options included.
    case stages
  }

  /// The stable code that scripts and tests see.
  package var code: String { check.rawValue }
}
