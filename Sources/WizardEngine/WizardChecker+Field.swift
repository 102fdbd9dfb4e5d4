import Expressions
import FieldKinds
import PlainValues

extension WizardChecker {
  /// Checks one field; what is wrong is reported, and the field is given as far as it goes.
  mutating func field(_ field: FieldDefinition, at position: Int, context: String) -> Field {
    let options = options(of: field, context: context)
    let type = type(of: field)
    let (limits, suggestion) = (limits(of: field, type: type), suggestion(of: field))
    checkConstant(suggestion, of: field, type: type, options: options)
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
      optionList: field.from?.value,
      normalization: field.normalize.map(\.value),
      limits: limits,
      pattern: field.pattern.flatMap { pattern($0) },
      suggestion: suggestion,
      computed: field.computed.flatMap { formula($0, expecting: nil) },
      requirement: requirement,
      condition: field.when.flatMap { formula($0, expecting: .bool) },
      rules: rules(of: field, type: type, context: context),
      resetOn: field.resetOn.compactMap { resetPosition($0) },
      isSecret: field.isSecret,
      place: field.key.place)
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
          severity: rule.severity)
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
          .unknownRecord(of.value, nearest: nearest(of.value, in: finishing.records)),
          at: of.place)
      }
      return .record(of.value)
    case "postal-code": return .postalCode(field.country.flatMap { countrySource($0) })
    case "phone": return .phone(field.country.flatMap { countrySource($0) })
    case "de-stnr": return .taxNumber(state: field.state.flatMap { reference($0) })
    case "identifier":
      return .identifier(
        by: deciding(field), country: field.country.flatMap { countrySource($0) })
    default:
      guard let kind = KindName(rawValue: name), KindName.fieldTypes.contains(kind) else {
        let known = KindName.fieldTypes.map(\.rawValue)
        report(.unknownType(name, nearest: nearest(name, in: known)), at: field.type.place)
        return .plain(.text)
      }
      return .plain(kind)
    }
  }

  /// Reports keys that would have no effect with the field's type, which is never what was meant.
  private mutating func reportNeedless(_ field: FieldDefinition) {
    let type = field.type.value
    func check(_ place: Place?, _ key: String, _ types: [String]) -> (String, Place)? {
      guard let place, !types.contains(type) else { return nil }
      return (key, place)
    }
    let found = [
      check(field.of?.place, "of", ["record"]),
      check(field.country?.place, "country", ["postal-code", "phone", "identifier"]),
      check(field.state?.place, "state", ["de-stnr"]),
      check(field.by?.place, "by", ["identifier"]),
      check(field.from?.place, "from", ["choice", "choices"]),
      check(field.options?.first?.code.place, "options", ["choice", "choices"]),
    ]
    for case (let key, let place)? in found {
      report(.needless(key: key, type: type), at: place)
    }
    if field.from != nil, let first = field.options?.first {
      report(.needless(key: "options", type: type), at: first.code.place)
    }
  }

  /// The choice that decides what an identifier is: the one named, else the nearest earlier one.
  private mutating func deciding(_ field: FieldDefinition) -> Int? {
    if let by = field.by {
      guard let position = names.position(of: by.value) else {
        reportUnknown(by)
        return nil
      }
      return position
    }
    return fields.last { $0.options.contains { $0.identifier != nil } }?.position
  }

  private mutating func countrySource(_ name: Placed<String>) -> CountrySource? {
    let isCode = name.value.utf8.count == 2 && name.value.utf8.allSatisfy { $0 < 0x5B }
    return isCode ? .code(name.value) : reference(name).map(CountrySource.field)
  }

  private mutating func reference(_ name: Placed<String>) -> FieldReference? {
    if let position = names.itemPosition(of: name.value) { return .ofItem(position) }
    if let position = names.position(of: name.value) { return .own(position) }
    reportUnknown(name)
    return nil
  }

  mutating func reportUnknown(_ name: Placed<String>) {
    report(
      names.standsLater(name.value)
        ? .laterField(name.value)
        : .unknownField(name.value, nearest: nearest(name.value, in: names.knownKeys)),
      at: name.place)
  }

  // MARK: Options

  private mutating func options(of field: FieldDefinition, context: String) -> [Option] {
    guard field.type.value == "choice" || field.type.value == "choices" else { return [] }
    let definitions: [OptionDefinition]
    var context = "\(context)/option"
    if let from = field.from {
      guard let list = lists[from.value] else {
        report(.unknownOptions(from.value), at: from.place)
        return []
      }
      definitions = list.entries
      context = from.value
    } else if let options = field.options, !options.isEmpty {
      definitions = options
    } else {
      report(.noOptions, at: field.type.place)
      return []
    }
    optionCount += definitions.count
    guard optionCount <= Self.mostOptions else {
      report(.tooMany(.options, limit: Self.mostOptions), at: field.type.place)
      return []
    }
    var codes: Set<String> = []
    var options: [Option] = []
    options.reserveCapacity(definitions.count)
    for option in definitions {
      if !codes.insert(option.code.value).inserted {
        report(.duplicate(option.code.value), at: option.code.place)
      }
      options.append(
        Option(
          code: option.code.value,
          label: Message(option.label.value, context: "\(context)/\(option.code.value)/label"),
          synonyms: option.synonyms.map(\.value),
          condition: option.when.flatMap { formula($0, expecting: .bool) },
          identifier: option.identifier.flatMap { identifierRule($0) }))
    }
    return options
  }

  private mutating func identifierRule(_ definition: IdentifierDefinition) -> IdentifierRule? {
    switch definition {
    case .kind(let name): return identifierKind(name).map(IdentifierRule.kind)
    case .byCountry(let countries):
      var kinds: [String: KindName] = [:]
      for entry in countries { kinds[entry.country.value] = identifierKind(entry.kind) }
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

  private mutating func identifierKind(_ name: Placed<String>) -> KindName? {
    if let kind = KindName(rawValue: name.value), KindName.fieldTypes.contains(kind) {
      return kind
    }
    let known = KindName.fieldTypes.map(\.rawValue)
    report(.unknownType(name.value, nearest: nearest(name.value, in: known)), at: name.place)
    return nil
  }

  // MARK: Limits and defaults

  private mutating func limits(of field: FieldDefinition, type: FieldType) -> Limits {
    let isValue: Bool
    switch type {
    case .plain(.integer), .plain(.decimal), .plain(.date): isValue = true
    default: isValue = false
    }
    guard isValue else {
      return Limits(
        minimum: nil,
        maximum: nil,
        shortest: field.minimum.flatMap { count($0) },
        longest: field.maximum.flatMap { count($0) })
    }
    return Limits(
      minimum: field.minimum.flatMap { limit($0, type: type) },
      maximum: field.maximum.flatMap { limit($0, type: type) },
      shortest: nil,
      longest: nil)
  }

  private mutating func count(_ limit: Placed<String>) -> Int? {
    if let count = Int(limit.value), count >= 0, count <= 1_000_000 { return count }
    report(.badLimit(limit.value), at: limit.place)
    return nil
  }

  private mutating func limit(_ limit: Placed<String>, type: FieldType) -> String? {
    guard case .plain(let kind) = type else { return nil }
    if kind == .date && limit.value == "today" { return limit.value }
    switch FieldKinds.read(limit.value, as: kind) {
    case .success(let reading): return reading.canonical
    case .failure:
      report(.badLimit(limit.value), at: limit.place)
      return nil
    }
  }

  private mutating func suggestion(of field: FieldDefinition) -> Suggestion? {
    guard let suggested = field.suggested, !suggested.value.isEmpty else { return nil }
    guard suggested.value.hasPrefix("=") else { return .constant(suggested.value) }
    let text = suggested.value.dropFirst()
    let place = suggested.place
    let expression = Placed(
      String(text),
      at: Place(
        file: place.file,
        line: place.line,
        column: place.column + 1,
        offset: place.offset + 1,
        length: place.length - 1))
    return formula(expression, expecting: nil).map(Suggestion.expression)
  }

  /// A constant that could never hold is a fault of the definition, not of whoever accepts it.
  private mutating func checkConstant(
    _ suggestion: Suggestion?,
    of field: FieldDefinition,
    type: FieldType,
    options: [Option]
  ) {
    guard case .constant(let text)? = suggestion, let place = field.suggested?.place else { return }
    let holds: Bool
    switch type {
    case .choice: holds = options.contains { $0.code == text }
    case .choices:
      let codes = text.split(separator: ",").map { String($0).trimmed }
      holds = codes.allSatisfy { code in options.contains { $0.code == code } }
    case .plain(let kind):
      if case .success = FieldKinds.read(text, as: kind) { holds = true } else { holds = false }
    case .record, .postalCode, .phone, .taxNumber, .identifier: holds = true
    }
    if !holds { report(.badDefault(text), at: place) }
  }

  // MARK: Expressions

  /// Reads an expression that may use what has been declared so far.
  ///
  /// - Parameters:
  ///   - written: The text with its place.
  ///   - expected: The type that the result must have; `nil` for any.
  ///   - own: The type of `self`, where there is one.
  mutating func formula(
    _ written: Placed<String>,
    expecting expected: ValueType?,
    own: ValueType? = nil
  ) -> Formula? {
    var declarations = names.declarations
    if let own { declarations.declare("self", slot: FormulaScope.own, type: own) }
    if let item = names.item {
      let shape = ObjectShape(name: "item", fields: item)
      declarations.declare("item", slot: FormulaScope.item, type: .object(shape))
    }
    do throws(Faults) {
      let expression = try Expression(written.value, declarations, expecting: expected)
      let slots = expression.slots.sorted()
      return Formula(
        text: written.value,
        place: written.place,
        expression: expression,
        fields: slots.compactMap(FormulaScope.field(ofSlot:)),
        readsMore: slots.contains { FormulaScope.field(ofSlot: $0) == nil })
    } catch {
      for fault in error.faults { report(fault, in: written) }
      return nil
    }
  }

  private mutating func report(_ fault: Fault, in written: Placed<String>) {
    let place = place(of: fault.place, in: written)
    switch fault.reason {
    case .unknownName(let name, let nearest), .unknownField(let name, let nearest):
      report(
        names.standsLater(name) ? .laterField(name) : .unknownField(name, nearest: nearest),
        at: place)
    default:
      report(.expression(FormulaFault(fault: fault, text: written.value)), at: place)
    }
  }

  /// The place of a part of an expression, where the file spells the expression as it is.
  private func place(of part: Expressions.Place, in written: Placed<String>) -> Place {
    let bytes = Array(written.value.utf8)
    guard written.place.length == written.value.count, part.end <= bytes.count else {
      return written.place
    }
    let before = String(decoding: bytes[..<part.offset], as: UTF8.self).count
    let length = String(decoding: bytes[part.offset..<part.end], as: UTF8.self).count
    return Place(
      file: written.place.file,
      line: written.place.line,
      column: written.place.column + before,
      offset: written.place.offset + part.offset,
      length: length)
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
