import RecordStorage
import SourceTrees
import WizardEngine

/// What a wizard's author added to a record: the members of its `attributes`, in the form's order.
///
/// A field is a text or an array of texts, so that leading noughts and long numbers survive; a list is an
/// array of objects.
struct Attributes {
  private(set) var members: [JSONValue.Member] = []

  /// Starts without any.
  init() {}

  /// Reads what a record has stored.
  init(of record: Record) {
    guard let text = record["attributes"].text,
      let node = try? SourceNode(json: SourceText(text)),
      case .object(let members) = JSONValue(node)
    else { return }
    self.members = members
  }

  /// Adds a value.
  mutating func add(_ key: String, _ value: HeldValue) {
    members.append(JSONValue.Member(key, JSONValue(value)))
  }

  /// Adds a list that has items.
  mutating func add(_ key: String, _ items: [RegistrationItem]) {
    guard !items.isEmpty else { return }
    members.append(JSONValue.Member(key, .array(items.map(\.json))))
  }

  /// The cell that holds them.
  var cell: Cell {
    members.isEmpty ? .empty : .text(JSONValue.object(members).json)
  }

  /// The cell of a stored record in which what a wizard asks for is replaced by these.
  ///
  /// What the wizard does not know stays: it may be of an earlier version, or of another wizard.
  ///
  /// - Parameters:
  ///   - record: The record as it is stored.
  ///   - isKnown: Whether the wizard asks for a key.
  /// - Returns: The cell; its text is the same where nothing differs.
  func cell(replacingIn record: Record, isKnown: (String) -> Bool) -> Cell {
    var values = Dictionary(
      members.map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    var merged = Attributes()
    for member in Attributes(of: record).members {
      if let value = values.removeValue(forKey: member.key) {
        merged.members.append(JSONValue.Member(member.key, value))
      } else if !isKnown(member.key) {
        merged.members.append(member)
      }
    }
    merged.members += members.filter { values[$0.key] != nil }
    return merged.cell
  }

  /// The texts of fields by key; several values are joined with commas.
  var texts: [(key: String, text: String)] {
    members.compactMap { member in member.value.spelled.map { (member.key, $0) } }
  }

  /// The answers to the items of a list, as answer files spell them.
  func answers(to list: ItemList) -> [SpelledAnswer] {
    guard case .array(let items)? = members.first(where: { $0.key == list.key })?.value else {
      return []
    }
    return items.enumerated().flatMap { index, item in
      guard case .object(let fields) = item else { return [SpelledAnswer]() }
      return fields.compactMap { field in
        field.value.spelled.map {
          SpelledAnswer("\(list.key).\(index + 1).\(field.key)", $0)
        }
      }
    }
  }
}

extension Wizard {
  /// Whether the wizard asks for something under a key.
  func asks(_ key: String) -> Bool { fieldPositions[key] != nil || listPositions[key] != nil }
}

extension RegistrationItem {
  /// The item as an object, in the order of the definition.
  var json: JSONValue {
    .object(
      held.map { JSONValue.Member(key(at: $0.position), JSONValue($0.value)) }
    )
  }
}

extension JSONValue {
  /// A held value as JSON; texts stay texts, so that leading noughts and long numbers survive.
  init(_ value: HeldValue) {
    switch value.content {
    case .text(let text): self = .string(text)
    case .texts(let texts): self = .array(texts.map(JSONValue.string))
    }
  }

  /// A stored tree as a value that is written the same again.
  fileprivate init(_ node: SourceNode) {
    switch node.content {
    case .scalar(let text, .number): self = .decimal(text)
    case .scalar(let text, .boolean): self = .bool(text == "true")
    case .scalar(_, .null): self = .null
    case .scalar(let text, _): self = .string(text)
    case .sequence(let items): self = .array(items.map { JSONValue($0) })
    case .mapping(let pairs):
      self = .object(pairs.map { JSONValue.Member($0.key.text ?? "", JSONValue($0.value)) })
    }
  }

  /// The text of an answer; `nil` for what is none.
  fileprivate var spelled: String? {
    switch self {
    case .string(let text), .decimal(let text): return text
    case .integer(let number): return String(number)
    case .bool(let truth): return truth ? "true" : "false"
    case .array(let values):
      let texts = values.compactMap(\.spelled)
      return texts.count == values.count ? texts.joined(separator: ",") : nil
    case .null, .object: return nil
    }
  }
}
