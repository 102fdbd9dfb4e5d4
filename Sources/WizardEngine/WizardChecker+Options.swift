import Expressions
import FieldKinds
import PlainValues

/// The checked options of a field, or of all fields that share a list.
struct CheckedOptions {
  static let none = CheckedOptions(options: [])

  let options: [Option]
  let index: OptionIndex

  init(options: [Option]) {
    self.options = options
    index = OptionIndex(options)
  }
}

extension WizardChecker {
  mutating func checkedOptions(of field: FieldDefinition, context: String) -> CheckedOptions {
    // A record field may take some words instead of a record: "new", "none".
    let mayHave = ["choice", "choices"].contains(field.type.value)
    guard mayHave || (field.type.value == "record" && field.options != nil) else { return .none }
    if let from = field.from, lists[from.value] == nil {
      report(.unknownOptions(from.value), at: from.place)
      return .none
    }
    let source = source(of: field, context: "\(context)/option")
    if field.from == nil && source.entries.isEmpty {
      report(.noOptions, at: field.type.place)
      return .none
    }
    let isFull = optionCount > Self.mostOptions
    optionCount += source.entries.count
    guard optionCount <= Self.mostOptions else {
      if !isFull {
        report(.tooMany(.options, limit: Self.mostOptions), at: field.type.place)
      }
      return .none
    }
    if let from = field.from, let shared = sharedOptions[from.value] { return shared }
    let checked = CheckedOptions(options: options(of: source))
    // Conditions are checked against the fields before each place, so only lists without are shared.
    if let from = field.from, checked.index.all != nil { sharedOptions[from.value] = checked }
    return checked
  }

  private mutating func options(of source: OptionSource) -> [Option] {
    var codes: Set<String> = []
    var labels: Set<String> = []
    let allCodes = Set(source.entries.map(\.code.value.caseKey))
    var options: [Option] = []
    options.reserveCapacity(source.entries.count)
    for option in source.entries {
      if !codes.insert(option.code.value).inserted {
        report(.duplicate(option.code.value), at: option.code.place)
      } else {
        // Answers may give labels, so one that stands for two options finds neither.
        let label = option.label.value.caseKey
        let isOther = label != option.code.value.caseKey && allCodes.contains(label)
        if !labels.insert(label).inserted || isOther {
          report(.sameLabel(option.label.value), at: option.label.place)
        }
      }
      options.append(
        Option(
          code: option.code.value,
          label: Message(
            option.label.value,
            context: "\(source.context)/\(option.code.value)/label"
          ),
          synonyms: option.synonyms.map(\.value),
          condition: option.when.flatMap { formula($0, expecting: .bool) },
          identifier: option.identifier.flatMap { identifierRule($0) }
        )
      )
    }
    return options
  }

  // MARK: Identifiers

  private mutating func identifierRule(_ definition: IdentifierDefinition) -> IdentifierRule? {
    switch definition {
    case .kind(let name): return identifierKind(name).map(IdentifierRule.kind)
    case .byCountry(let countries):
      var kinds: [String: KindName] = [:]
      for entry in countries {
        checkCountry(entry.country)
        kinds[entry.country.value] = identifierKind(entry.kind)
      }
      return .byCountry(kinds)
    case .mask(let text, let isEditable):
      do throws(IdentifierMask.Fault) {
        return .mask(try IdentifierMask(text.value), isEditable: isEditable)
      } catch {
        report(.badMask(text.value), at: text.place)
        return nil
      }
    }
  }

  private mutating func checkCountry(_ code: Placed<String>) {
    if case .success(let reading) = FieldKinds.read(code.value, as: .country),
      reading.canonical == code.value
    {
      return
    }
    report(.unknownKey(code.value, nearest: nil), at: code.place)
  }

  private mutating func identifierKind(_ name: Placed<String>) -> KindName? {
    if let kind = KindName(rawValue: name.value), FieldType.identifierKinds.contains(kind) {
      return kind
    }
    let known = FieldType.identifierKinds.map(\.rawValue)
    report(.unknownType(name.value, nearest: near(name.value, in: known)), at: name.place)
    return nil
  }
}
