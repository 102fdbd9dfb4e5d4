import Expressions
import FieldKinds
import PlainValues

extension WizardChecker {
  /// Checks one field; what is wrong is reported, and the field is given as far as it goes.
  mutating func field(_ field: FieldDefinition, at position: Int, context: String) -> Field {
    if FieldType.takenNames.contains(field.key.value) {
      report(.badName(field.key.value), at: field.key.place)
    }
    let checked = checkedOptions(of: field, context: context)
    let options = checked.options
    let type = type(of: field)
    let (limits, suggestion) = (limits(of: field, type: type), suggestion(of: field))
    let pattern = field.pattern.flatMap { self.pattern($0) }
    for (text, place) in constants(of: suggestion, written: field.suggested)
    where !isValue(
      text,
      of: type,
      options: checked,
      limits: limits,
      pattern: field.normalize.isEmpty ? pattern : nil
    ) {
      report(.badDefault(text), at: place)
    }
    let requirement: Requirement
    switch field.required?.value {
    case nil, "false": requirement = .never
    case "true": requirement = .always
    default:
      requirement =
        field.required.flatMap { formula($0, expecting: .bool) }.map(Requirement.when) ?? .never
    }
    func message(_ text: Placed<String>, _ part: String) -> Message {
      Message(text.value, context: "\(context)/\(part)")
    }
    return Field(
      key: field.key.value,
      position: position,
      label: message(field.label, "label"),
      hint: field.hint.map { message($0, "hint") },
      help: field.help.map { message($0, "help") },
      type: type,
      options: options,
      optionIndex: checked.index,
      optionList: field.from?.value,
      normalization: field.normalize.map(\.value),
      limits: limits,
      pattern: pattern,
      suggestion: suggestion,
      computed: field.computed.flatMap { formula($0, expecting: nil) },
      requirement: requirement,
      condition: field.when.flatMap { formula($0, expecting: .bool) },
      rules: rules(of: field, type: type, context: context),
      resetOn: field.resetOn.compactMap { resetPosition($0) },
      isSecret: field.isSecret,
      place: field.key.place
    )
  }

  /// The texts that a default may be, as far as they are written in it.
  private func constants(
    of suggestion: Suggestion?,
    written: Placed<String>?
  ) -> [(text: String, place: Place)] {
    guard let written else { return [] }
    switch suggestion {
    case .constant(let text): return [(text, written.place)]
    case .expression(let formula):
      let own = written.afterFirst
      return formula.expression.possibleTexts.filter { !$0.text.isEmpty }.map { text, place in
        (text, own.place(ofUTF8: place.offset..<place.end))
      }
    case nil: return []
    }
  }

  private mutating func rules(
    of field: FieldDefinition,
    type: FieldType,
    context: String
  ) -> [Rule] {
    field.rules.compactMap { rule in
      formula(rule.check, expecting: .bool, own: type.valueType).map { check in
        Rule(
          code: rule.code.value,
          check: check,
          message: Message(rule.message.value, context: "\(context)/rule/\(rule.code.value)"),
          severity: rule.severity
        )
      }
    }
  }

  private mutating func resetPosition(_ name: Placed<String>) -> Int? {
    let position =
      names.item == nil ? names.position(of: name.value) : names.itemPosition(of: name.value)
    if position == nil { reportUnknown(name) }
    return position
  }

  private mutating func pattern(_ pattern: Placed<String>) -> Pattern? {
    do throws(PatternFault) {
      return try Pattern(pattern.value)
    } catch {
      report(.badPattern(pattern.value), at: pattern.place)
      return nil
    }
  }

  // MARK: Type

  private mutating func type(of field: FieldDefinition) -> FieldType {
    let name = field.type.value
    reportNeedless(field)
    switch name {
    case "choice", "choices":
      return name == "choice" ? .choice : .choices
    case "record":
      guard let of = field.of else {
        report(.missingKey("of"), at: field.type.place)
        return .record("")
      }
      if !finishing.records.contains(of.value) {
        report(
          .unknownRecord(of.value, nearest: near(of.value, in: finishing.records)),
          at: of.place
        )
      }
      return .record(of.value)
    case "postal-code": return .postalCode(countrySource(of: field))
    case "phone": return .phone(field.country.flatMap { countrySource($0) })
    case "de-stnr": return .taxNumber(state: field.state.flatMap { reference($0) })
    case "identifier":
      return .identifier(
        by: deciding(field),
        country: countrySource(of: field)
      )
    default:
      guard let kind = KindName(rawValue: name), KindName.fieldTypes.contains(kind) else {
        report(.unknownType(name, nearest: near(name, in: FieldType.names)), at: field.type.place)
        return .plain(.text)
      }
      return .plain(kind)
    }
  }

  /// Reports keys that would have no effect with the field's type, which is never what was meant.
  private mutating func reportNeedless(_ field: FieldDefinition) {
    let type = field.type.value
    // A type that does not exist is at fault itself.
    guard FieldType.names.contains(type) else { return }
    for key in TypedKey.allCases {
      guard let place = field.place(of: key), !key.belongs(to: type) else { continue }
      report(.needless(key: key.rawValue, type: type), at: place)
    }
    if field.from != nil, let first = field.options?.first {
      report(.needlessBeside(key: "options", other: "from"), at: first.code.place)
    }
    guard field.computed != nil else { return }
    // Nobody is asked, so nothing can be suggested, and nobody could give what is missing.
    for (key, written) in [("default", field.suggested), ("required", field.required)] {
      if let written { report(.needlessBeside(key: key, other: "value"), at: written.place) }
    }
  }

  /// The choice that decides what an identifier is: the one named, else the nearest earlier one.
  private mutating func deciding(_ field: FieldDefinition) -> Int? {
    guard let by = field.by else { return identifierField }
    guard let position = names.position(of: by.value) else {
      reportUnknown(by)
      return nil
    }
    guard fields[position].type == .choice else {
      report(.includeNeedsChoice(by.value), at: by.place)
      return nil
    }
    return position
  }

  /// The country that is named, else the earlier field called `country`, if there is one.
  private mutating func countrySource(of field: FieldDefinition) -> CountrySource? {
    if let named = field.country { return countrySource(named) }
    let key = "country"
    if let position = names.itemPosition(of: key) { return .field(.ofItem(position)) }
    return names.position(of: key).map { .field(.own($0)) }
  }

  /// A country's code, or else the name of a field; names begin with a small letter.
  private mutating func countrySource(_ name: Placed<String>) -> CountrySource? {
    if case .success(let reading) = FieldKinds.read(name.value, as: .country),
      reading.canonical == name.value
    {
      return .code(name.value)
    }
    return reference(name).map(CountrySource.field)
  }

  private mutating func reference(_ name: Placed<String>) -> FieldReference? {
    if let position = names.itemPosition(of: name.value) { return .ofItem(position) }
    if let position = names.position(of: name.value) { return .own(position) }
    reportUnknown(name)
    return nil
  }
}

extension FieldDefinition {
  /// Where the value of a key stands, if the field has the key.
  fileprivate func place(of key: TypedKey) -> Place? {
    switch key {
    case .of: of?.place
    case .country: country?.place
    case .state: state?.place
    case .by: by?.place
    case .from: from?.place
    case .options: options?.first?.code.place
    case .min: minimum?.place
    case .max: maximum?.place
    }
  }
}

extension Field {
  /// What expressions know of the field's value.
  var valueType: ValueType { type.valueType }
}

extension FieldType {
  /// What expressions know of values of the type.
  var valueType: ValueType {
    switch self {
    case .plain(.integer): .int
    case .plain(.decimal): .double
    case .plain(.boolean): .bool
    case .plain(.date): .date
    case .choices: .list(.string)
    default: .string
    }
  }
}
