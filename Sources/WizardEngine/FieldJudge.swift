import Expressions
import FieldKinds
import PlainValues

/// Judges one field: normalise first, then judge, and hold the normalised value.
struct FieldJudge {
  private let field: Field
  private let route: FieldRoute
  private let scope: FormulaScope
  private var problems: [Problem] = []

  private init(_ field: Field, route: FieldRoute, in scope: FormulaScope) {
    self.field = field
    self.route = route
    self.scope = scope
  }

  /// Works out what a field is worth with what was given for it.
  static func planned(
    _ field: Field,
    given: GivenAnswer?,
    at address: FieldAddress,
    route: FieldRoute,
    in scope: FormulaScope
  ) -> PlannedField {
    // Most fields of most rows are simply empty.
    if given == nil && field.mayBeEmpty {
      return PlannedField(
        address: address,
        route: route,
        isRequired: false,
        isAsked: true,
        offered: [],
        value: nil,
        source: .none,
        identifier: nil,
        problems: []
      )
    }
    var judge = FieldJudge(field, route: route, in: scope)
    return judge.planned(given: given, at: address)
  }

  private mutating func planned(given: GivenAnswer?, at address: FieldAddress) -> PlannedField {
    let identifier = identifierRule
    let offered = offeredOptions
    let isRequired: Bool
    switch field.requirement {
    case .never: isRequired = false
    case .always: isRequired = true
    case .when(let formula): isRequired = formula.holds(in: scope)
    }
    var (content, source) =
      identifier?.isLocked == true ? lockedContent(given: given) : chosenContent(given: given)
    let value = content.flatMap { judged($0, identifier: identifier, offered: offered) }
    if value == nil && source == .suggested {
      // Nobody gave it, so nobody is told: a suggestion that does not hold is none.
      problems = []
    }
    if value == nil && problems.isEmpty {
      if case .mask? = identifier { source = .drawn } else { source = .none }
    }
    if value == nil && isRequired && problems.isEmpty && source != .drawn { report(.required) }
    return PlannedField(
      address: address,
      route: route,
      isRequired: isRequired,
      isAsked: field.computed == nil && (identifier?.isLocked != true || !problems.isEmpty),
      offered: offered,
      value: value,
      source: source,
      identifier: identifier,
      problems: problems
    )
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
    field.optionIndex.all
      ?? field.options.indices.filter { field.options[$0].condition?.holds(in: scope) ?? true }
  }

  private var identifierRule: IdentifierRule? {
    guard case .identifier(let by?, _) = field.type else { return nil }
    return scope.identifierRule(of: by)
  }

  // MARK: Judging

  private mutating func judged(
    _ content: AnswerContent,
    identifier: IdentifierRule?,
    offered: [Int]
  ) -> HeldValue? {
    if field.type == .choices { return chosen(content, offered: offered) }
    guard case .text(let given) = content else {
      report(.wrongShape)
      return nil
    }
    let text = normalized(given)
    guard !text.isEmpty else { return nil }
    var value: HeldValue?
    switch field.type {
    case .choice:
      value = option(text, offered: offered).map { HeldValue(.text($0), display: $0) }
    case .record:
      value = read(text, as: .text)
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
    guard let value, limitsHold(value), patternHolds(value), rulesHold(value) else { return nil }
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
      return HeldValue(.text(reading.canonical), display: reading.display, sort: reading.sort)
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

  private mutating func option(_ text: String, offered: [Int]) -> String? {
    if let index = field.optionIndex.positions[text], offers(index, among: offered) {
      return field.options[index].code
    }
    // Codes are compared exactly first, so that codes which differ in case alone stay apart.
    let key = text.caseKey
    let near = offered.filter { field.options[$0].code.caseKey == key }
    if near.count == 1 { return field.options[near[0]].code }
    report(.notAnOption(given: text, offered: offered.map { field.options[$0].code }))
    return nil
  }

  private func offers(_ index: Int, among offered: [Int]) -> Bool {
    field.optionIndex.all != nil || offered.contains(index)
  }

  private mutating func chosen(_ content: AnswerContent, offered: [Int]) -> HeldValue? {
    let given: [String] =
      switch content {
      case .text(let text): text.split(separator: ",").map(String.init)
      case .texts(let texts): texts
      }
    let codes = given.map(\.trimmed).filter { !$0.isEmpty }.compactMap {
      option($0, offered: offered)
    }
    guard problems.isEmpty, !codes.isEmpty else { return nil }
    // Stored in the order of the options, each once: the same set is always the same value.
    let positions = Set(codes.compactMap { field.optionIndex.positions[$0] }).sorted()
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
    var holds = true
    if scope.ignoresRules { return true }
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
