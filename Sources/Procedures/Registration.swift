package import RecordStorage
package import WizardEngine

/// A complete set of answers that hold, by key: what finishing works with.
package struct Registration: Sendable {
  /// The wizard that asked.
  package let wizard: Wizard
  /// The values of the wizard's own fields on the path, by key.
  package let values: [String: HeldValue]
  /// The items of each list on the path, by the list's key.
  package let items: [String: [RegistrationItem]]
  /// The masks that identifiers are drawn from, by the key of their field.
  package let drawn: [String: IdentifierRule]
  /// The own fields on the path that have a value, in path order.
  package let order: [Int]
  /// The records that filled the form, as they were then; empty where nothing was loaded.
  package var loaded: [Record] = []

  /// Takes the values out of a plan; problems are the caller's to judge first.
  package init(of wizard: Wizard, plan: Plan) {
    var values: [String: HeldValue] = [:]
    var items: [String: [RegistrationItem]] = [:]
    var drawn: [String: IdentifierRule] = [:]
    var order: [Int] = []
    for stage in plan.stages {
      for planned in stage.fields {
        guard case .field(let position) = planned.address else { continue }
        let key = wizard.fields[position].key
        if let value = planned.value {
          values[key] = value
          order.append(position)
        } else if planned.source == .drawn {
          drawn[key] = planned.identifier
        }
      }
      guard let list = wizard.stages[stage.position].list else { continue }
      items[wizard.lists[list].key] = stage.items.map { item in
        RegistrationItem(item, of: wizard.lists[list])
      }
    }
    self.wizard = wizard
    self.values = values
    self.items = items
    self.drawn = drawn
    self.order = order
  }

  /// The canonical text of a field; `nil` where it is off the path or unanswered.
  package subscript(key: String) -> String? { values[key]?.text }

  /// Whether a yes/no field is answered with yes.
  func isYes(_ key: String) -> Bool { values[key]?.text == "true" }

  /// The values and lists of certain keys, in path order, for a record's `attributes`.
  func attributes(where isIncluded: (String) -> Bool) -> Attributes {
    var attributes = Attributes()
    for position in order {
      let key = wizard.fields[position].key
      if isIncluded(key), let value = values[key] { attributes.add(key, value) }
    }
    for list in wizard.lists where isIncluded(list.key) {
      attributes.add(list.key, items[list.key] ?? [])
    }
    return attributes
  }
}

/// One item of a list.
package struct RegistrationItem: Sendable {
  /// The item's identity in the answers.
  package let id: Int
  /// The values by key.
  package let values: [String: HeldValue]
  /// The keys that have a value, in the order of the definition.
  package let order: [String]

  init(_ item: PlannedItem, of list: ItemList) {
    id = item.id
    var values: [String: HeldValue] = [:]
    var order: [String] = []
    for field in item.fields {
      guard case .item(_, _, let position) = field.address, let value = field.value else {
        continue
      }
      values[list.fields[position].key] = value
      order.append(list.fields[position].key)
    }
    self.values = values
    self.order = order
  }

  /// The canonical text of a field; `nil` where it is off the path or unanswered.
  package subscript(key: String) -> String? { values[key]?.text }

  /// Whether a yes/no field is answered with yes.
  func isYes(_ key: String) -> Bool { values[key]?.text == "true" }
}

/// One answer as answer files spell it: a path and a text.
package struct SpelledAnswer: Hashable, Sendable {
  /// The path, for example `contacts.1.email`; items are counted from 1.
  package let path: String
  /// The canonical text; several values are joined with commas.
  package let text: String

  /// Joins a path and a text.
  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}
