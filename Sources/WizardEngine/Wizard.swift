package import Expressions
package import FieldKinds

/// A registration flow whose names are resolved and whose expressions are checked.
///
/// A class, so that every plan shares one object; nothing in it changes.
package final class Wizard: Sendable {
  /// The wizard's name.
  package let name: String
  /// The version of the definition, at least 1.
  package let version: Int
  /// What the wizard does.
  package let title: Message
  /// A longer text about the wizard.
  package let help: Message?
  /// What finishing does.
  package let ending: Ending
  /// All stages that can ever appear, in path order; those of options stand where they are included.
  package let stages: [Stage]
  /// The wizard's own fields, by position.
  package let fields: [Field]
  /// The lists, by position.
  package let lists: [ItemList]
  /// Keys of earlier versions and the keys they have now.
  package let renamed: [String: String]
  /// Keys of earlier versions whose answers are dropped.
  package let removed: Set<String>
  /// The positions of own fields by key.
  package let fieldPositions: [String: Int]
  /// The positions of lists by key.
  package let listPositions: [String: Int]
  /// Where the wizard's name is written.
  package let place: Place

  init(
    name: String,
    version: Int,
    title: Message,
    help: Message?,
    ending: Ending,
    stages: [Stage],
    fields: [Field],
    lists: [ItemList],
    renamed: [String: String],
    removed: Set<String>,
    fieldPositions: [String: Int],
    listPositions: [String: Int],
    place: Place
  ) {
    self.name = name
    self.place = place
    self.version = version
    self.title = title
    self.help = help
    self.ending = ending
    self.stages = stages
    self.fields = fields
    self.lists = lists
    self.renamed = renamed
    self.removed = removed
    self.fieldPositions = fieldPositions
    self.listPositions = listPositions
  }
}

/// What finishing a wizard does.
package enum Ending: Hashable, Sendable {
  /// Runs the procedure of this name.
  case procedure(String)
  /// Stores one record of this table.
  case record(String)
  /// Stores the answers as they are.
  case entry
}

/// Fields that are shown together, or a list of items.
///
/// A class, so that every walk shares one object; nothing in it changes.
package final class Stage: Sendable {
  /// The key of the stage.
  package let key: String
  /// The heading.
  package let title: Message
  /// A longer text about the stage.
  package let help: Message?
  /// The option that brings the stage along; `nil` where the wizard itself has it.
  package let guarding: StageGuard?
  /// The author's condition.
  package let condition: Formula?
  /// The positions of the fields, in order; empty for a list.
  package let fields: [Int]
  /// The position of the list that this stage is, if it is one.
  package let list: Int?
  /// Where the stage is written.
  package let place: Place

  init(
    key: String,
    title: Message,
    help: Message?,
    guarding: StageGuard?,
    condition: Formula?,
    fields: [Int],
    list: Int?,
    place: Place
  ) {
    self.key = key
    self.title = title
    self.help = help
    self.guarding = guarding
    self.condition = condition
    self.fields = fields
    self.list = list
    self.place = place
  }
}

/// A stage comes with certain options of a field.
package struct StageGuard: Sendable {
  /// The position of the choice field.
  package let field: Int
  /// The codes of the options that bring the stage along, in their order.
  package let codes: [String]
  /// The condition of the include itself.
  package let condition: Formula?
  private let known: Set<String>

  init(field: Int, codes: [String], condition: Formula?) {
    self.field = field
    self.codes = codes
    self.condition = condition
    known = Set(codes)
  }

  /// Whether an option brings the stage along.
  func brings(_ code: String) -> Bool { known.contains(code) }
}

/// A stage that repeats.
///
/// A class, so that every item shares one object; nothing in it changes.
package final class ItemList: Sendable {
  /// The position among the wizard's lists.
  package let position: Int
  /// The key, which is the stage's key.
  package let key: String
  /// The fewest items that are enough.
  package let minimum: Int
  /// The most items that are allowed.
  package let maximum: Int
  /// The title of one item, with `{field}` placeholders.
  package let item: Message?
  /// The fields of an item, by position.
  package let fields: [Field]
  /// The positions of fields whose values may not repeat within the list.
  package let unique: [Int]
  /// The condition under which items may be there.
  package let condition: Formula?
  /// The positions of item fields by key.
  package let fieldPositions: [String: Int]
  /// What expressions know of an item: a field each, in order.
  package let shape: ObjectShape

  init(
    position: Int,
    key: String,
    minimum: Int,
    maximum: Int,
    item: Message?,
    fields: [Field],
    unique: [Int],
    condition: Formula?,
    fieldPositions: [String: Int],
    shape: ObjectShape
  ) {
    self.position = position
    self.key = key
    self.minimum = minimum
    self.maximum = maximum
    self.item = item
    self.fields = fields
    self.unique = unique
    self.condition = condition
    self.fieldPositions = fieldPositions
    self.shape = shape
  }
}

/// What kind of answer a field takes.
package enum FieldType: Hashable, Sendable {
  /// A value that a field kind reads on its own.
  case plain(KindName)
  /// One option out of a list.
  case choice
  /// Any number of options out of a list.
  case choices
  /// A record of a table of the store, by its identifier.
  case record(String)
  /// A postal code of the country that a field or a constant names.
  case postalCode(CountrySource?)
  /// A telephone number, national where a country is known.
  case phone(CountrySource?)
  /// A German tax number, with the federal state from a field.
  case taxNumber(state: FieldReference?)
  /// An identifier whose kind depends on the option of another field and on the country.
  case identifier(by: Int?, country: CountrySource?)

  /// The name that definitions use for the type.
  package var name: String {
    switch self {
    case .plain(let kind): kind.rawValue
    case .choice: "choice"
    case .choices: "choices"
    case .record: "record"
    case .postalCode: "postal-code"
    case .phone: "phone"
    case .taxNumber: "de-stnr"
    case .identifier: "identifier"
    }
  }
}

/// Where a field gets its country from.
package enum CountrySource: Hashable, Sendable {
  /// The code that the definition names.
  case code(String)
  /// The answer to a field.
  case field(FieldReference)
}

/// A field that another one refers to.
package enum FieldReference: Hashable, Sendable {
  /// A field of the wizard itself, by position.
  case own(Int)
  /// A field of the same item, by position.
  case ofItem(Int)
}

/// One answer that a choice offers.
package struct Option: Sendable {
  /// The code that is stored.
  package let code: String
  /// What the option is called.
  package let label: Message
  /// Other words that find the option.
  package let synonyms: [String]
  /// The condition under which the option is offered.
  package let condition: Formula?
  /// What an identifier is for this option.
  package let identifier: IdentifierRule?
}

/// What finds options by their codes, made once for each list of options.
struct OptionIndex: Sendable {
  /// The codes of few options, which are sooner compared than hashed; empty for many.
  private let few: [String]
  /// The position of each code.
  private let positions: [String: Int]
  /// All positions, where no option has a condition; `nil` where it must be looked.
  let all: [Int]?

  init(_ options: [Option]) {
    positions = Dictionary(
      options.enumerated().map { ($1.code, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    all = options.allSatisfy { $0.condition == nil } ? Array(options.indices) : nil
    few = options.count <= 10 ? options.map(\.code) : []
  }

  /// The position of the option with a code; `nil` where there is none.
  subscript(code: String) -> Int? {
    if few.isEmpty { return positions[code] }
    for position in few.indices where few[position] == code { return position }
    return nil
  }
}

/// What an identifier is.
package enum IdentifierRule: Hashable, Sendable {
  /// One kind, wherever the company is.
  case kind(KindName)
  /// A kind for each country; a free text in other countries.
  case byCountry([String: KindName])
  /// A number drawn from a mask when the registration is stored.
  case mask(IdentifierMask, isEditable: Bool)

  /// Whether the number is always drawn and never typed.
  package var isLocked: Bool {
    if case .mask(_, isEditable: false) = self { return true }
    return false
  }
}

/// The limits of an answer's length or value, canonical; `nil` where there is none.
package struct Limits: Hashable, Sendable {
  /// The smallest value, or the fewest characters.
  package let minimum: String?
  /// The largest value, or the most characters.
  package let maximum: String?
  /// The fewest characters of a text.
  package let shortest: Int?
  /// The most characters of a text, as a person counts them.
  package let longest: Int?

  /// No limits at all.
  static let none = Limits(minimum: nil, maximum: nil, shortest: nil, longest: nil)
}

/// What a field suggests.
package enum Suggestion: Sendable {
  /// Always the same text.
  case constant(String)
  /// The value of an expression over earlier answers.
  case expression(Formula)
}

/// Whether an answer is needed.
package enum Requirement: Sendable {
  /// The field may stay empty.
  case never
  /// The field must be answered wherever it is asked.
  case always
  /// The field must be answered where the condition holds.
  case when(Formula)
}

/// A rule of the author about one answer.
package struct Rule: Sendable {
  /// The code that scripts see.
  package let code: String
  /// What must hold.
  package let check: Formula
  /// What is said where it does not.
  package let message: Message
  /// Whether the rule blocks.
  package let severity: Severity
}
