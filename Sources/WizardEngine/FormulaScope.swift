import Expressions
import FieldKinds
import PlainValues

/// The values that expressions see while a plan is worked out: what stands before them on the path.
struct FormulaScope {
  /// The slot of `today`.
  static let today = 0
  /// The slot of `self`.
  static let own = 1
  /// The slot of `item`, which has no value: each of its fields has a slot of its own.
  static let item = 2
  /// Fields, lists and fields of items take turns after the others, so that all have room without end.
  static func slot(ofField position: Int) -> Int { 3 + 3 * position }
  /// The slot of a list.
  static func slot(ofList position: Int) -> Int { 4 + 3 * position }
  /// The slot of a field of the item.
  static func slot(ofItemField position: Int) -> Int { 5 + 3 * position }

  /// What a slot stands for.
  enum Meaning: Equatable {
    case today
    case own
    case item
    case field(Int)
    case list(Int)
    case itemField(Int)
  }

  /// What a slot stands for.
  static func meaning(of slot: Int) -> Meaning {
    switch slot {
    case today: .today
    case own: .own
    case item: .item
    default:
      switch slot % 3 {
      case 0: .field(slot / 3 - 1)
      case 1: .list(slot / 3 - 1)
      default: .itemField(slot / 3 - 1)
      }
    }
  }

  private let memory: Memory

  /// What the scope remembers: one object that the judges of a plan share without copies.
  ///
  /// A scope belongs to one plan and never leaves it half made.
  private final class Memory {
    let wizard: Wizard
    let day: CivilDate
    /// The conditions that are taken to hold, when all paths are walked.
    let assumption: PathAssumption?
    var fields: [HeldValue?]
    /// The items of each list; `nil` for one that has not been come to.
    var lists: [[[HeldValue?]]?]
    /// The lists as expressions see them, as far as one has asked.
    var listValues: [Value?]
    /// The positions of own fields that have a value.
    var filled: [Int] = []
    /// The items of the list that is being walked, but for the current one.
    var items: [[HeldValue?]] = []
    /// The current item and its list.
    var item: [HeldValue?] = []
    var list: ItemList?

    init(_ wizard: Wizard, _ day: CivilDate, _ assumption: PathAssumption?) {
      self.wizard = wizard
      self.day = day
      self.assumption = assumption
      fields = Array(repeating: nil, count: wizard.fields.count)
      listValues = Array(repeating: nil, count: wizard.lists.count)
      lists = Array(repeating: nil, count: wizard.lists.count)
    }
  }

  init(wizard: Wizard, today: CivilDate, assuming assumption: PathAssumption? = nil) {
    memory = Memory(wizard, today, assumption)
  }

  /// Whether a condition is taken to hold without looking.
  func assumes(_ formula: Formula) -> Bool {
    memory.assumption?.formulas.contains(formula.id) ?? false
  }

  /// Whether a stage's option is taken to be chosen without looking.
  func assumesOption(ofStage position: Int) -> Bool {
    memory.assumption?.stages.contains(position) ?? false
  }

  /// Whether rules of the author are passed over, because they may read what is not enumerated.
  var ignoresRules: Bool { memory.assumption != nil }

  /// The value in a slot; `nil` where the field is unanswered.
  func value(at slot: Int, own: Value?) -> Value? {
    switch FormulaScope.meaning(of: slot) {
    case .today: .date(memory.day)
    case .own: own
    case .item: nil
    case .field(let position):
      memory.fields[position].flatMap {
        FormulaScope.value(of: $0, as: memory.wizard.fields[position].type)
      }
    case .list(let position): listValue(at: position)
    case .itemField(let position):
      heldOfItem(position).flatMap { held in
        memory.list.flatMap { FormulaScope.value(of: held, as: $0.fields[position].type) }
      }
    }
  }

  /// Forgets all values, for other answers to the same wizard.
  func reset() {
    for position in memory.filled { memory.fields[position] = nil }
    memory.filled.removeAll(keepingCapacity: true)
    for position in memory.lists.indices {
      memory.lists[position] = nil
      memory.listValues[position] = nil
    }
    memory.list = nil
  }

  // MARK: Filling in

  func setField(_ position: Int, to value: HeldValue) {
    memory.filled.append(position)
    memory.fields[position] = value
  }

  /// Begins a list, which has no items so far.
  func begin(_ list: ItemList) {
    memory.list = list
    memory.items = []
  }

  func beginItem(of list: ItemList) {
    memory.item = Array(nil, times: list.fields.count)
  }

  func setItemField(_ position: Int, to value: HeldValue) {
    memory.item[position] = value
  }

  func endItem() {
    memory.items.append(memory.item)
  }

  /// Ends a list: from here on it is what its items are.
  func end(_ list: ItemList) {
    memory.lists[list.position] = memory.items
    memory.items = []
    memory.item = []
    memory.list = nil
  }

  // MARK: What has been filled in

  /// The values of own fields, by position.
  var fields: [HeldValue?] { memory.fields }

  /// The values of a list's items; `nil` for a list that has not been come to.
  func items(ofList position: Int) -> [[HeldValue?]]? { memory.lists[position] }

  private func heldOfItem(_ position: Int) -> HeldValue? {
    memory.item.indices.contains(position) ? memory.item[position] : nil
  }

  private func listValue(at position: Int) -> Value? {
    if let value = memory.listValues[position] { return value }
    let list = memory.wizard.lists[position]
    let value = memory.lists[position].map { items in
      Value.list(
        items.map { item in
          let values = zip(item, list.fields).map { held, field in
            held.flatMap { FormulaScope.value(of: $0, as: field.type) }
          }
          return .object(ObjectValue(shape: list.shape, values: values))
        }
      )
    }
    memory.listValues[position] = value
    return value
  }

  // MARK: What judging a field needs

  /// The held value of an own field, or of the item's field.
  func held(_ field: FieldReference) -> HeldValue? {
    switch field {
    case .own(let position): memory.fields[position]
    case .ofItem(let position): heldOfItem(position)
    }
  }

  /// What an own field holds; `nil` where it is unanswered.
  func content(of position: Int) -> AnswerContent? { memory.fields[position]?.content }

  /// The country that a source names at the moment.
  func country(_ source: CountrySource?) -> String? {
    switch source {
    case .code(let code): code
    case .field(let field): held(field)?.text
    case nil: nil
    }
  }

  /// What an identifier is, by the option that is chosen in a field.
  func identifierRule(of position: Int) -> IdentifierRule? {
    guard let code = memory.fields[position]?.text else { return nil }
    let field = memory.wizard.fields[position]
    return field.optionIndex[code].flatMap { field.options[$0].identifier }
  }

  // MARK: Values and limits

  /// A held value as expressions compute with it.
  static func value(of held: HeldValue, as type: FieldType) -> Value? {
    switch (type, held.content) {
    case (_, .texts(let codes)): .list(codes.map(Value.string))
    case (.plain(.integer), .text(let text)): Int(text).map(Value.int)
    case (.plain(.decimal), .text(let text)): Double(text).map(Value.double)
    case (.plain(.boolean), .text(let text)): .bool(text == "true")
    case (.plain(.date), .text(let text)): CivilDate(iso: text).map(Value.date)
    case (_, .text(let text)): .string(text)
    }
  }

  /// A value as the text of an answer; `nil` for one that no answer spells.
  static func text(of value: Value) -> String? {
    switch value {
    case .string(let string): return string
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .bool(let truth): return truth ? "true" : "false"
    case .date(let date): return date.iso
    case .double(let number): return DecimalText.plain(number)
    case .list(let values):
      let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.joined(separator: ",")
    case .null, .bytes, .map, .object, .type: return nil
    }
  }

  /// A limit as it is at the moment: `today` becomes the day.
  func resolved(_ limit: String) -> String {
    limit == "today" ? memory.day.iso : limit
  }

  /// Whether one value of a number or date field stands before another.
  func isOrdered(_ left: String, before right: String, as type: FieldType) -> Bool {
    type.isOrdered(resolved(left), before: resolved(right))
  }
}

extension FieldType {
  /// Whether one canonical value of a number or date stands before another.
  func isOrdered(_ left: String, before right: String) -> Bool {
    switch self {
    case .plain(.date): return left < right
    case .plain(.integer):
      guard let left = Int(left), let right = Int(right) else { return false }
      return left < right
    default: return DecimalText.isOrdered(left, before: right)
    }
  }

  /// Whether limits of the type are values, not counts of characters.
  var hasValueLimits: Bool {
    switch self {
    case .plain(.integer), .plain(.decimal), .plain(.date): true
    default: false
    }
  }
}
