import PlainValues

/// What was given so far, by position: a value for a field, items for a list.
///
/// The same tree is an answer file, a draft and a row of a bulk import. Answers to fields that do
/// not apply at the moment stay here, parked: only the plan decides what counts.
package struct Answers: Hashable, Sendable {
  /// The answers to the wizard's own fields, by ``Field/position``.
  package var values: [GivenAnswer?]
  /// The items of each list, by ``ItemList/position``.
  package var lists: [[AnswerItem]]
  /// The identity that the next item of each list gets; the first of a list is 1.
  private var nextItems: [Int]

  /// Starts without any answer.
  package init(to wizard: Wizard) {
    values = Array(nil, times: wizard.fields.count)
    lists = Array([], times: wizard.lists.count)
    nextItems = Array(1, times: wizard.lists.count)
  }

  /// The answer at an address; `nil` where none was given or the item is gone.
  package subscript(address: FieldAddress) -> GivenAnswer? {
    get {
      switch address {
      case .field(let position): values[position]
      case .item(let list, let item, let field):
        lists[list].first { $0.id == item }?.values[field]
      }
    }
    set {
      switch address {
      case .field(let position): values[position] = newValue
      case .item(let list, let item, let field):
        guard let index = lists[list].firstIndex(where: { $0.id == item }) else { return }
        lists[list][index].values[field] = newValue
      }
    }
  }

  /// Adds an empty item at the end of a list.
  ///
  /// - Returns: The item's identity, which stays the same when neighbours are removed.
  package mutating func appendItem(to list: ItemList) -> Int {
    let id = nextItems[list.position]
    nextItems[list.position] += 1
    lists[list.position].append(
      AnswerItem(id: id, values: Array(nil, times: list.fields.count))
    )
    return id
  }

  /// Takes an item out of its list; without effect where the item is gone already.
  package mutating func removeItem(_ id: Int, from list: ItemList) {
    lists[list.position].removeAll { $0.id == id }
  }
}

/// One item of a list, for example one contact.
package struct AnswerItem: Hashable, Sendable {
  /// The item's identity within its list; survives the removal of a neighbour.
  package let id: Int
  /// The answers to the list's fields, by position.
  package var values: [GivenAnswer?]
}

/// What was given for one field, and how it came.
package struct GivenAnswer: Hashable, Sendable {
  /// What was given, language-independent: ISO dates, decimal points, option codes.
  package var content: AnswerContent
  /// Where it came from.
  package var origin: AnswerOrigin

  /// Gives one text.
  package init(_ text: String, from origin: AnswerOrigin = .typed) {
    self.content = .text(text)
    self.origin = origin
  }

  /// Gives any content.
  package init(_ content: AnswerContent, from origin: AnswerOrigin = .typed) {
    self.content = content
    self.origin = origin
  }
}

/// An answer's content before it is judged.
package enum AnswerContent: Hashable, Sendable {
  /// One value; the empty text means that the field was left empty on purpose.
  case text(String)
  /// Several values, for `choices`.
  case texts([String])

  /// Whether nothing was given.
  package var isEmpty: Bool {
    switch self {
    case .text(let text): text.isEmpty
    case .texts(let texts): texts.isEmpty
    }
  }
}

/// Where an answer came from.
package enum AnswerOrigin: String, Hashable, Sendable {
  /// A person typed it.
  case typed
  /// It stood in an answer file or a row.
  case file
  /// It was given with `--set`.
  case set
  /// It came from a draft.
  case draft
  /// It is the value of the record being edited.
  case record
}

/// Which field of which item is meant.
package enum FieldAddress: Hashable, Sendable {
  /// A field of the wizard itself, by position.
  case field(Int)
  /// A field of an item: the list's position, the item's identity, the field's position in the list.
  case item(list: Int, item: Int, field: Int)
}
