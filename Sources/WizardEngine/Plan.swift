package import FieldKinds

/// The stages and fields that apply to given answers, and which of them hold.
///
/// Worked out afresh from the answers every time and never stored.
package struct Plan: Sendable {
  /// The stages of the path, in order.
  package let stages: [PlannedStage]

  /// All problems and warnings in the order of the fields.
  package var problems: [Problem] { stages.flatMap(\.allProblems) }

  /// Whether nothing blocks finishing.
  package var holds: Bool { stages.allSatisfy(\.holds) }

  /// All planned fields in order, those of items included.
  package var fields: [PlannedField] { stages.flatMap(\.allFields) }

  /// The planned field at an address; `nil` where it is off the path.
  ///
  /// - Complexity: O(*n*) in the fields of the path.
  package func field(at address: FieldAddress) -> PlannedField? {
    for stage in stages {
      switch address {
      case .field:
        if let field = stage.fields.first(where: { $0.address == address }) { return field }
      case .item(_, let id, _):
        for item in stage.items where item.id == id {
          if let field = item.fields.first(where: { $0.address == address }) { return field }
        }
      }
    }
    return nil
  }
}

/// One stage of the path.
package struct PlannedStage: Sendable {
  /// The position among the wizard's stages.
  package let position: Int
  /// The fields that apply, in order; empty for a list.
  package let fields: [PlannedField]
  /// The items of a list.
  package let items: [PlannedItem]
  /// What is the matter with the list as a whole.
  package let problems: [Problem]
  /// Whether the stage is a list; one that may have no items at the moment is not on the path.
  package let takesItems: Bool

  /// The fields of the stage and of its items, in order.
  package var allFields: [PlannedField] { items.isEmpty ? fields : items.flatMap(\.fields) }

  /// Everything that is the matter with the stage, in the order of its fields.
  package var allProblems: [Problem] { allFields.flatMap(\.problems) + problems }

  /// Whether nothing blocks leaving the stage forwards.
  package var holds: Bool { allProblems.allSatisfy { $0.severity < .error } }
}

/// One item of a list on the path.
package struct PlannedItem: Sendable {
  /// The item's identity.
  package let id: Int
  /// The fields that apply to the item, in order.
  package let fields: [PlannedField]
}

/// One field on the path.
package struct PlannedField: Sendable {
  /// Which field it is.
  package let address: FieldAddress
  /// Where the field's path begins and ends.
  let route: FieldRoute
  /// Whether an answer is needed.
  package let isRequired: Bool
  /// Whether a person is asked; computed fields and locked identifiers are not.
  package let isAsked: Bool
  /// The positions of the options that are offered at the moment.
  package let offered: [Int]
  /// The value that holds; `nil` where there is none or it does not hold.
  package let value: HeldValue?
  /// Where the value comes from.
  package let source: ValueSource
  /// What an identifier is at the moment, for a field of that type.
  package let identifier: IdentifierRule?
  /// What is the matter with the answer.
  package internal(set) var problems: [Problem]

  /// The path as answer files spell it, for example `contacts.2.email`.
  package var path: String { route.path }
}

/// What a path is made of, which is spelled only where somebody reads it.
struct FieldRoute: Sendable {
  /// The field.
  let field: Field
  /// Its list; `nil` for a field of the wizard itself.
  var list: ItemList?
  /// The place of its item, counted from 1.
  var number = 0

  var path: String { list.map { "\($0.key).\(number).\(field.key)" } ?? field.key }
}

/// Where the value of a planned field comes from.
package enum ValueSource: Hashable, Sendable {
  /// Somebody gave it.
  case given(AnswerOrigin)
  /// The definition suggests it.
  case suggested
  /// The definition computes it.
  case computed
  /// The number is drawn when the registration is stored.
  case drawn
  /// There is no value.
  case none
}

/// A value that holds, in the form that is stored.
package struct HeldValue: Hashable, Sendable {
  /// The canonical value.
  package let content: AnswerContent
  /// The form that a person is shown; `nil` where that is the canonical text.
  private let ownDisplay: String?
  /// What the value turned out to be, where its kind has several sorts.
  package let sort: KindName?

  /// Joins a canonical value and its display, for kinds that have one of their own.
  package init(_ content: AnswerContent, display: String? = nil, sort: KindName? = nil) {
    self.content = content
    ownDisplay = display
    self.sort = sort
  }

  /// The form that a person is shown.
  package var display: String { ownDisplay ?? text }

  /// The canonical text; several values are joined with commas.
  package var text: String {
    switch content {
    case .text(let text): text
    case .texts(let texts): texts.joined(separator: ",")
    }
  }
}
