import Expressions
import FieldKinds
import PlainValues

/// Judges one field: normalise first, then judge, and hold the normalised value.
///
/// Cannot be copied: a million rows have twenty of them each, and nobody needs one twice.
struct FieldJudge: ~Copyable {
  /// Where the field's path begins and ends.
  let route: FieldRoute
  /// Whether something was given, be it in order or not.
  let isGiven: Bool
  /// The value that holds; `nil` where there is none or it does not hold.
  private(set) var value: HeldValue?
  /// Where the value comes from.
  private(set) var source = ValueSource.none
  /// What an identifier is at the moment, for a field of that type.
  private(set) var identifier: IdentifierRule?
  /// What is the matter with the answer.
  private(set) var problems: [Problem] = []

  private let scope: FormulaScope

  private var field: Field { route.field }

  /// Works out what a field is worth with what was given for it.
  init(given: GivenAnswer?, route: FieldRoute, in scope: FormulaScope) {
    self.route = route
    self.scope = scope
    isGiven = given?.content.isEmpty == false
    // Most fields of most rows are simply empty.
    if given != nil || !route.field.mayBeEmpty { judge(given) }
  }

  /// The field on the path, with all that a person at it wants to know.
  func planned(at address: FieldAddress) -> PlannedField {
    let isEmpty = !isGiven && field.mayBeEmpty
    return PlannedField(
      address: address,
      route: route,
      isRequired: isRequired,
      isAsked: field.computed == nil && (identifier?.isLocked != true || !problems.isEmpty),
      offered: isEmpty ? [] : offeredOptions,
      value: value,
      source: source,
      identifier: identifier,
      problems: problems
    )
  }

  private mutating func judge(_ given: GivenAnswer?) {
    identifier = identifierRule
    let content: AnswerContent?
    (content, source) =
      identifier?.isLocked == true ? lockedContent(given: given) : chosenContent(given: given)
    if let content { value = judged(content) }
    guard value == nil else { return }
    if source == .suggested {
      // Nobody gave it, so nobody is told: a suggestion that does not hold is none.
      problems = []
    }
    guard problems.isEmpty else { return }
    if case .mask? = identifier { source = .drawn } else { source = .none }
    if source != .drawn && isRequired { report(.required) }
  }

  private var isRequired: Bool {
    switch field.requirement {
    case .never: false
    case .always: true
    case .when(let formula): formula.holds(in: scope)
    }
  }

  /// What counts as given for an identifier that is always drawn.
  ///
  /// A stored record keeps its number. What a person typed before the type was chosen is parked like
  /// any answer off the path; what a file gives is refused, because nobody would see it dropped.
  private mutating func lockedContent(given: GivenAnswer?) -> (AnswerContent?, ValueSource) {
    guard let given, !given.content.isEmpty else { return (nil, .drawn) }
    switch given.origin {
    case .record: return (given.content, .given(.record))
    case .typed, .draft: return (nil, .drawn)
    case .file, .set:
      report(.identifierLocked)
      return (nil, .given(given.origin))
    }
  }

  /// What counts as given: the computed value, what somebody gave, or what is suggested.
  private func chosenContent(given: GivenAnswer?) -> (AnswerContent?, ValueSource) {
    if let computed = field.computed {
      guard let text = computed.text(in: scope) else { return (nil, .none) }
      return (.text(text), .computed)
    }
    if let given {
      return given.content.isEmpty ? (nil, .none) : (given.content, .given(given.origin))
    }
    switch field.suggestion {
    case .constant(let text): return (suggested(text), .suggested)
    case .expression(let formula):
      guard let text = formula.text(in: scope) else { return (nil, .none) }
      return (suggested(text), .suggested)
    case nil: return (nil, .none)
    }
  }

  private func suggested(_ text: String) -> AnswerContent {
    field.type == .choices ? .texts(text.split(separator: ",").map(String.init)) : .text(text)
  }

  private var offeredOptions: [Int] {
    field.optionIndex.all ?? field.options.indices.filter { offers($0) }
  }

  private var identifierRule: IdentifierRule? {
    guard case .identifier(let by?, _) = field.type else { return nil }
    return scope.identifierRule(of: by)
  }

  // MARK: Judging

  private mutating func judged(_ content: AnswerContent) -> HeldValue? {
    if case .choices = field.type { return chosen(content) }
    guard case .text(let given) = content else {
      report(.wrongShape)
      return nil
    }
    let text = normalized(given)
    guard !text.isEmpty else { return nil }
    var value: HeldValue?
    switch field.type {
    case .choice:
      value = option(text).map { HeldValue(.text($0)) }
    case .record:
      value =
        field.hasOption(text) ? option(text).map { HeldValue(.text($0)) } : read(text, as: .text)
    case .plain(let kind):
      value = read(text, as: kind)
    case .postalCode(let country):
      value = read(text, as: .postalCode, country: scope.country(country))
    case .phone(let country):
      value = read(text, as: .phone, country: scope.country(country))
    case .taxNumber(let state):
      value = read(text, as: .deTaxNumber, state: state.flatMap { scope.held($0)?.text })
    case .identifier(_, let country):
      value = readIdentifier(text, rule: identifier, country: scope.country(country))
    case .choices:
      value = nil
    }
    guard let value else { return nil }
    if field.takesAnyValue { return value }
    guard limitsHold(value), patternHolds(value), rulesHold(value) else { return nil }
    return value
  }

  private func normalized(_ text: String) -> String {
    guard !field.normalization.isEmpty || !text.isPlain else { return text }
    var text = text.nfc.trimmed
    for step in field.normalization {
      switch step {
      case .upper: text = text.mappingLetters(\.uppercaseMapping)
      case .lower: text = text.mappingLetters(\.lowercaseMapping)
      case .strip(let characters): text.removeAll { characters.contains($0) }
      }
    }
    return field.normalization.isEmpty ? text : text.nfc.trimmed
  }

  private mutating func read(
    _ text: String,
    as kind: KindName,
    country: String? = nil,
    state: String? = nil
  ) -> HeldValue? {
    let reading = FieldKinds.read(
      text,
      as: kind,
      parameters: KindParameters(country: country, state: state)
    )
    switch reading {
    case .success(let reading):
      for warning in reading.warnings { report(.kindWarning(warning), severity: .warning) }
      return HeldValue(.text(reading.canonical), display: reading.ownDisplay, sort: reading.sort)
    case .failure(let failure):
      report(.kind(kind, failure))
      return nil
    }
  }

  private mutating func readIdentifier(
    _ text: String,
    rule: IdentifierRule?,
    country: String?
  ) -> HeldValue? {
    switch rule {
    case .kind(let kind):
      return read(text, as: kind, country: country)
    case .byCountry(let kinds):
      return read(text, as: country.flatMap { kinds[$0] } ?? .text, country: country)
    case .mask, nil:
      return read(text, as: .text)
    }
  }

  private mutating func option(_ text: String) -> String? {
    if let index = field.optionIndex[text], offers(index) {
      return field.options[index].code
    }
    // Codes are compared exactly first, so that codes which differ in case alone stay apart.
    let key = text.caseKey
    let offered = offeredOptions
    let near = offered.filter { field.options[$0].code.caseKey == key }
    if near.count == 1 { return field.options[near[0]].code }
    report(.notAnOption(given: text, offered: offered.map { field.options[$0].code }))
    return nil
  }

  private func offers(_ index: Int) -> Bool {
    field.options[index].condition?.holds(in: scope) ?? true
  }

  private mutating func chosen(_ content: AnswerContent) -> HeldValue? {
    let given: [String] =
      switch content {
      case .text(let text): text.split(separator: ",").map(String.init)
      case .texts(let texts): texts
      }
    let codes = given.map(\.trimmed).filter { !$0.isEmpty }.compactMap { option($0) }
    guard problems.isEmpty, !codes.isEmpty else { return nil }
    // Stored in the order of the options, each once: the same set is always the same value.
    let positions = Set(codes.compactMap { field.optionIndex[$0] }).sorted()
    let ordered = positions.map { field.options[$0].code }
    let value = HeldValue(.texts(ordered), display: ordered.joined(separator: ", "))
    guard limitsHold(value), rulesHold(value) else { return nil }
    return value
  }

  private mutating func limitsHold(_ value: HeldValue) -> Bool {
    let limits = field.limits
    if limits.longest != nil || limits.shortest != nil {
      let count: Int =
        switch value.content {
        case .text(let text): text.characterCount
        case .texts(let texts): texts.count
        }
      if let longest = limits.longest, count > longest {
        report(.tooLong(maximum: longest, actual: count))
        return false
      }
      if let shortest = limits.shortest, count < shortest {
        report(.tooShort(minimum: shortest, actual: count))
        return false
      }
    }
    if let minimum = limits.minimum, scope.isOrdered(value.text, before: minimum, as: field.type) {
      report(.belowMinimum(scope.resolved(minimum)))
      return false
    }
    if let maximum = limits.maximum, scope.isOrdered(maximum, before: value.text, as: field.type) {
      report(.aboveMaximum(scope.resolved(maximum)))
      return false
    }
    return true
  }

  private mutating func patternHolds(_ value: HeldValue) -> Bool {
    guard let pattern = field.pattern else { return true }
    do throws(Pattern.MatchError) {
      if try pattern.matches(whole: value.text) { return true }
      report(.pattern(pattern.text))
    } catch {
      report(.patternLimit)
    }
    return false
  }

  private mutating func rulesHold(_ value: HeldValue) -> Bool {
    if field.rules.isEmpty || scope.ignoresRules { return true }
    var holds = true
    for rule in field.rules {
      switch rule.check.holds(of: value, as: field.type, in: scope) {
      case true?: continue
      case false?:
        report(.rule(code: rule.code, message: rule.message), severity: rule.severity)
        if rule.severity == .error { holds = false }
      case nil:
        report(.patternLimit)
        holds = false
      }
    }
    return holds
  }

  private mutating func report(_ reason: ProblemReason, severity: Severity = .error) {
    problems.append(Problem(path: route.path, reason: reason, severity: severity))
  }
}

extension String {
  /// Whether the text is printable ASCII without outer white space, as most answers are.
  fileprivate var isPlain: Bool {
    let bytes = utf8.span
    guard !bytes.isEmpty else { return true }
    return bytes[0] != 0x20 && bytes[bytes.count - 1] != 0x20 && isPrintableASCII
  }

  /// The text with each letter in its other case.
  ///
  /// A letter beyond ASCII never becomes one of ASCII: `ſ` is no S and `ß` no SS, or a wrong character
  /// would pass for a right one.
  fileprivate func mappingLetters(
    _ mapping: KeyPath<Unicode.Scalar.Properties, String>
  ) -> String {
    var scalars = UnicodeScalarView()
    for scalar in unicodeScalars {
      let mapped = scalar.properties[keyPath: mapping].unicodeScalars
      if scalar.isASCII || !mapped.contains(where: \.isASCII) {
        scalars.append(contentsOf: mapped)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
