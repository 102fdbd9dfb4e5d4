/// One kind of mapping in definition files: which keys it has and what they hold.
///
/// The reader, the JSON Schema and the reference are made of these tables, so that a key is in all or none.
package struct DefinitionShape: Sendable {
  /// The kinds of mapping.
  package enum Name: String, CaseIterable, Sendable {
    /// A wizard's file.
    case wizard
    /// The file of an option list.
    case optionList
    /// A stage.
    case stage
    /// What makes a stage repeat.
    case list
    /// The place where an option's stages come in.
    case include
    /// A field.
    case field
    /// A rule of the author.
    case rule
    /// An option.
    case option
    /// A number that is drawn.
    case mask
    /// Characters that are dropped.
    case strip

    /// The keys of the mapping.
    package var shape: DefinitionShape {
      switch self {
      case .wizard: .wizard
      case .optionList: .optionList
      case .stage: .stage
      case .list: .list
      case .include: .include
      case .field: .field
      case .rule: .rule
      case .option: .option
      case .mask: .mask
      case .strip: .strip
      }
    }
  }

  /// What the mapping is, in one English sentence.
  package let summary: String
  /// The keys, in the order in which people mostly write them.
  package let keys: [DefinitionKey]
  /// The names of the keys.
  let names: [String]
  /// The names of the keys that must be there.
  let required: [String]

  init(_ summary: String, _ keys: [DefinitionKey]) {
    self.summary = summary
    self.keys = keys
    names = keys.map(\.name)
    required = keys.filter(\.isRequired).map(\.name)
  }
}

/// A key of a mapping.
package struct DefinitionKey: Sendable {
  /// How files spell it.
  package let name: String
  /// What it holds.
  package let value: DefinitionValue
  /// Whether it must be there.
  package let isRequired: Bool
  /// What it means, in English.
  package let summary: String

  init(
    _ name: String,
    _ value: DefinitionValue,
    isRequired: Bool = false,
    _ summary: String
  ) {
    self.name = name
    self.value = value
    self.isRequired = isRequired
    self.summary = summary
  }
}

/// What a key may hold.
package indirect enum DefinitionValue: Sendable {
  /// Any text.
  case text
  /// An expression; its result is a truth, or of any type.
  case expression(isCondition: Bool)
  /// A name of letters and digits that begins with a small letter.
  case name(allowsHyphen: Bool)
  /// The key of a field, which is no word of expressions.
  case fieldName
  /// A code of an option.
  case code
  /// The name of a field, or the path of one in a list.
  case reference
  /// A whole number from a smallest one on.
  case number(from: Int)
  /// A limit: a whole number, or a value of the field's type.
  case limit
  /// `true` or `false`.
  case boolean
  /// A field type.
  case type
  /// A kind of identifier.
  case kind
  /// `error`, `warning` or `info`.
  case severity
  /// A procedure that a wizard may end with.
  case procedure
  /// A kind of records.
  case record
  /// A list of values, of so many at least.
  case list(DefinitionValue, least: Int = 0)
  /// A mapping.
  case shape(DefinitionShape.Name)
  /// A mapping whose keys are the author's: names of fields, or codes of countries.
  case entries(isByCountry: Bool, DefinitionValue)
  /// One of several words.
  case word([String])
  /// One of several.
  case either([DefinitionValue])
}
