import Expressions
import FieldKinds

/// A key of a field that has a meaning for some types only.
package enum TypedKey: String, CaseIterable, Sendable {
  /// The table of a reference.
  case of
  /// Where the country comes from.
  case country
  /// Where the federal state comes from.
  case state
  /// The choice that decides what an identifier is.
  case by
  /// An option list.
  case from
  /// Options written in place.
  case options
  /// The smallest value or the fewest characters.
  case min
  /// The largest value or the most characters.
  case max

  /// The types that the key belongs to.
  package var types: [String] { FieldType.names.filter(belongs) }

  /// Whether the key has a meaning for a type.
  func belongs(to type: String) -> Bool {
    switch self {
    case .of: type == "record"
    case .country: type == "postal-code" || type == "phone" || type == "identifier"
    case .state: type == "de-stnr"
    case .by: type == "identifier"
    case .from: type == "choice" || type == "choices"
    case .options: type == "choice" || type == "choices" || type == "record"
    case .min, .max: type != "choice" && type != "boolean"
    }
  }
}

extension FieldType {
  /// The names that definitions may give as a field's type.
  package static let names: [String] = KindName.fieldTypes.map(\.rawValue) + ["identifier"]

  /// The kinds that an identifier may be: those that read one text on their own.
  static let identifierKinds: [KindName] = KindName.fieldTypes.filter { kind in
    switch kind {
    case .memo, .boolean, .choice, .choices, .record, .date, .decimal: false
    default: true
    }
  }

  /// The names of those kinds, as definitions spell them.
  package static let identifierKindNames: [String] = identifierKinds.map(\.rawValue)

  /// Names that mean something else in expressions, so that no field can have them.
  package static let takenNames: [String] = [
    "today", "self", "item", "true", "false", "null", "in",
  ]
}

/// A type of field in English, for the reference.
package struct FieldTypeSummary: Sendable {
  /// The name that definitions use.
  package let name: String
  /// What an answer is.
  package let summary: String
  /// The type that expressions know its value by.
  package let valueType: String
  /// An answer, made up; `nil` where options or records decide.
  package let example: String?

  /// All types, in the order of ``FieldType/names``.
  package static var all: [FieldTypeSummary] {
    KindName.fieldTypes.map { kind in
      let type: FieldType =
        switch kind {
        case .choice: .choice
        case .choices: .choices
        default: .plain(kind)
        }
      return FieldTypeSummary(
        name: kind.rawValue,
        summary: kind.summary,
        valueType: type.valueType.name,
        example: kind.example(1)
      )
    } + [
      FieldTypeSummary(
        name: "identifier",
        summary:
          "What an option of another field says: a kind, a kind by country, or a number drawn from a mask.",
        valueType: FieldType.identifier(by: nil, country: nil).valueType.name,
        example: nil
      )
    ]
  }
}
