package import RecordStorage
package import WizardEngine

/// A complete set of answers that hold: what finishing works with.
package struct Registration: Sendable {
  /// The wizard that asked.
  package let wizard: Wizard
  /// The own fields on the path that have a value, by position, in path order.
  package let order: [Int]
  /// The records that filled the form, as they were then; empty where nothing was loaded.
  package var loaded: [Record] = []

  /// The values of the wizard's own fields on the path, by position.
  private let values: [HeldValue?]
  /// The items of each list, by position; `nil` for a list that is off the path.
  private let lists: [[RegistrationItem]?]
  /// The masks that identifiers are drawn from, by the position of their field.
  private let masks: [(position: Int, rule: IdentifierRule)]

  /// Takes the values out of a plan; problems are the caller's to judge first.
  package init(of wizard: Wizard, plan: Plan) {
    var values: [HeldValue?] = Array(repeating: nil, count: wizard.fields.count)
    var lists: [[RegistrationItem]?] = Array(repeating: nil, count: wizard.lists.count)
    var masks: [(position: Int, rule: IdentifierRule)] = []
    var order: [Int] = []
    order.reserveCapacity(wizard.fields.count)
    for stage in plan.stages {
      for planned in stage.fields {
        guard case .field(let position) = planned.address else { continue }
        if let value = planned.value {
          values[position] = value
          order.append(position)
        } else if planned.source == .drawn, let rule = planned.identifier {
          masks.append((position, rule))
        }
      }
      guard let list = wizard.stages[stage.position].list else { continue }
      lists[list] = stage.items.map { RegistrationItem($0, of: wizard.lists[list]) }
    }
    self.wizard = wizard
    self.values = values
    self.lists = lists
    self.masks = masks
    self.order = order
  }

  /// Takes values that hold.
  package init(of wizard: Wizard, values: PlanValues) {
    self.wizard = wizard
    self.values = values.values
    order = values.order
    masks = values.masks
    var lists: [[RegistrationItem]?] = []
    lists.reserveCapacity(wizard.lists.count)
    for position in wizard.lists.indices {
      let list = wizard.lists[position]
      lists.append(values.lists[position]?.map { RegistrationItem(id: $0.id, $0.values, of: list) })
    }
    self.lists = lists
  }

  /// The value of an own field, by position; `nil` where it is off the path or unanswered.
  package subscript(position: Int) -> HeldValue? { values[position] }

  /// The value of an own field, by key; `nil` where it is off the path or unanswered.
  package func value(of key: String) -> HeldValue? {
    wizard.fieldPositions[key].flatMap { values[$0] }
  }

  /// The canonical text of a field; `nil` where it is off the path or unanswered.
  package subscript(key: String) -> String? { value(of: key)?.text }

  /// The items of a list, by its key; none where it is off the path.
  package func items(of key: String) -> [RegistrationItem] {
    wizard.listPositions[key].flatMap { lists[$0] } ?? []
  }

  /// The items of a list, by its position; none where it is off the path.
  func items(ofList position: Int) -> [RegistrationItem] { lists[position] ?? [] }

  /// Whether an identifier is drawn from a mask.
  package var isDrawn: Bool { !masks.isEmpty }

  /// What is drawn from a mask: the key of the field, and what its identifiers are.
  var drawn: (key: String, rule: IdentifierRule)? {
    masks.first.map { (wizard.fields[$0.position].key, $0.rule) }
  }

  /// Whether a yes/no field is answered with yes.
  func isYes(_ key: String) -> Bool { self[key] == "true" }

  /// The values and lists of certain keys, in path order, for a record's `attributes`.
  func attributes(where isIncluded: (String) -> Bool) -> Attributes {
    var attributes = Attributes()
    for position in order {
      let key = wizard.fields[position].key
      if isIncluded(key), let value = values[position] { attributes.add(key, value) }
    }
    for list in wizard.lists where isIncluded(list.key) {
      attributes.add(list.key, items(ofList: list.position))
    }
    return attributes
  }
}

/// One item of a list.
package struct RegistrationItem: Sendable {
  /// The item's identity in the answers.
  package let id: Int
  private let list: ItemList
  private let values: [HeldValue?]

  init(_ item: PlannedItem, of list: ItemList) {
    id = item.id
    self.list = list
    var values: [HeldValue?] = Array(repeating: nil, count: list.fields.count)
    for field in item.fields {
      if case .item(_, _, let position) = field.address { values[position] = field.value }
    }
    self.values = values
  }

  init(id: Int, _ values: [HeldValue?], of list: ItemList) {
    self.id = id
    self.list = list
    self.values = values
  }

  /// The values that the item has, with the positions of their fields, in the order of the definition.
  var held: [(position: Int, value: HeldValue)] {
    values.enumerated().compactMap { position, value in value.map { (position, $0) } }
  }

  /// The key of a field of the item.
  func key(at position: Int) -> String { list.fields[position].key }

  /// The value of a field, by position.
  subscript(position: Int) -> HeldValue? { values[position] }

  /// The canonical text of a field; `nil` where it is off the path or unanswered.
  package subscript(key: String) -> String? {
    list.fieldPositions[key].flatMap { values[$0]?.text }
  }

  /// Whether a yes/no field is answered with yes.
  func isYes(_ key: String) -> Bool { self[key] == "true" }
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
