import Expressions
import FieldKinds
import PlainValues

/// The values that expressions see while a plan is worked out: what stands before them on the path.
struct FormulaScope {
  /// The slot of `today`.
  static let today = 0
  /// The slot of `self`.
  static let own = 1
  /// The slot of `item`.
  static let item = 2
  /// Fields and lists take turns after the others, so that both have room without end.
  static func slot(ofField position: Int) -> Int { 3 + 2 * position }
  /// The slot of a list.
  static func slot(ofList position: Int) -> Int { 4 + 2 * position }
  /// The own field that a slot belongs to; `nil` for the other slots.
  static func field(ofSlot slot: Int) -> Int? {
    slot >= 3 && slot % 2 == 1 ? (slot - 3) / 2 : nil
  }

  private let wizard: Wizard
  private let day: CivilDate
  private var fields: [HeldValue?]
  private var values: [Value?]
  private var lists: [Value?]
  private var itemList: ItemList?
  private var itemFields: [HeldValue?] = []
  private var itemValues: [Value?] = []

  init(wizard: Wizard, today: CivilDate) {
    self.wizard = wizard
    day = today
    fields = Array(repeating: nil, count: wizard.fields.count)
    values = fields.map { _ in nil }
    lists = Array(repeating: nil, count: wizard.lists.count)
  }

  /// The value in a slot; `nil` where the field is unanswered.
  func value(at slot: Int, own: Value?) -> Value? {
    switch slot {
    case FormulaScope.today: return .date(day)
    case FormulaScope.own: return own
    case FormulaScope.item:
      guard let itemList else { return nil }
      return .object(ObjectValue(shape: itemList.shape, values: itemValues))
    default:
      if let field = FormulaScope.field(ofSlot: slot) { return values[field] }
      return lists[(slot - 4) / 2]
    }
  }

  // MARK: Filling in

  mutating func setField(_ position: Int, to value: HeldValue?, of field: Field) {
    fields[position] = value
    values[position] = value.flatMap { FormulaScope.value(of: $0, as: field.type) }
  }

  mutating func beginItem(of list: ItemList) {
    itemList = list
    itemFields = Array(repeating: nil, count: list.fields.count)
    itemValues = itemFields.map { _ in nil }
  }

  mutating func setItemField(_ position: Int, to value: HeldValue?, of field: Field) {
    itemFields[position] = value
    itemValues[position] = value.flatMap { FormulaScope.value(of: $0, as: field.type) }
  }

  mutating func endItems() {
    itemList = nil
  }

  mutating func setList(_ position: Int, to items: [[HeldValue?]]) {
    let list = wizard.lists[position]
    lists[position] = .list(
      items.map { item in
        let values = zip(item, list.fields).map { held, field in
          held.flatMap { FormulaScope.value(of: $0, as: field.type) }
        }
        return .object(ObjectValue(shape: list.shape, values: values))
      })
  }

  // MARK: What judging a field needs

  /// The codes chosen in a choice; `nil` where it is unanswered.
  func chosenCodes(of position: Int) -> [String]? {
    switch fields[position]?.content {
    case .text(let code): [code]
    case .texts(let codes): codes
    case nil: nil
    }
  }

  /// The canonical text of an own field, or of the item's field where the item has it.
  func fieldText(_ field: FieldReference) -> String? {
    switch field {
    case .own(let position): fields[position]?.text
    case .ofItem(let position): itemFields[position]?.text
    }
  }

  /// The country that a source names at the moment.
  func country(_ source: CountrySource?) -> String? {
    switch source {
    case .code(let code): code
    case .field(let field): fieldText(field)
    case nil: nil
    }
  }

  /// What an identifier is, by the option that is chosen in a field.
  func identifierRule(of position: Int) -> IdentifierRule? {
    guard let code = fields[position]?.text else { return nil }
    return wizard.fields[position].options.first { $0.code == code }?.identifier
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

  /// A limit as it is at the moment: `today` becomes the day.
  func resolved(_ limit: String) -> String {
    limit == "today" ? day.iso : limit
  }

  /// Whether one value of a number or date field stands before another.
  func isOrdered(_ left: String, before right: String, as type: FieldType) -> Bool {
    let (left, right) = (resolved(left), resolved(right))
    switch type {
    case .plain(.date): return left < right
    case .plain(.integer):
      guard let left = Int(left), let right = Int(right) else { return false }
      return left < right
    default: return DecimalText.isOrdered(left, before: right)
    }
  }

  /// A number as a decimal text without an exponent, as far as that is possible.
  static func decimal(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return String(whole) }
    return String(number)
  }
}

/// Exact comparison of canonical decimal texts, which may have more digits than a `Double`.
enum DecimalText {
  static func isOrdered(_ left: String, before right: String) -> Bool {
    let (leftNegative, leftWhole, leftPart) = parts(left)
    let (rightNegative, rightWhole, rightPart) = parts(right)
    if leftNegative != rightNegative { return leftNegative }
    let isSmaller =
      leftWhole.count != rightWhole.count
      ? leftWhole.count < rightWhole.count
      : leftWhole != rightWhole
        ? leftWhole < rightWhole
        : leftPart < rightPart
    let isSame = leftWhole == rightWhole && leftPart == rightPart
    return leftNegative ? !isSmaller && !isSame : isSmaller
  }

  /// The sign, the whole digits without leading noughts, the decimal digits without trailing ones.
  private static func parts(_ text: String) -> (Bool, String, String) {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    let pieces = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = pieces[0].drop { $0 == "0" }
    var part = pieces.count > 1 ? String(pieces[1]) : ""
    while part.hasSuffix("0") { part.removeLast() }
    let isZero = whole.isEmpty && part.isEmpty
    return (isNegative && !isZero, String(whole), part)
  }
}
