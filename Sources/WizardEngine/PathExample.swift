import Expressions
import FieldKinds
package import PlainValues

/// Answers that lead along one path, with something made up for everything that must be answered.
package struct PathExample: Sendable {
  /// The choices of the path, and what was made up.
  package let answers: Answers
  /// What the answers lead to.
  package let plan: Plan
  /// The paths of what must be answered and cannot be made up, in order: references to records, and
  /// what an answer file may not hold.
  package let missing: [String]

  /// Makes up the answers.
  ///
  /// - Parameters:
  ///   - path: The path, out of a walk of the same wizard.
  ///   - wizard: The wizard.
  ///   - today: The day that the answers are for.
  ///   - number: Tells examples apart: different numbers give different identifiers and names.
  ///   - name: Names a field, for texts such as `Name 3`.
  /// - Complexity: O(*fields* · *candidates*), with a dozen candidates at most for each field.
  package init(
    of path: WizardPath,
    in wizard: Wizard,
    on today: CivilDate,
    number: Int,
    named name: (Field) -> String
  ) {
    var answers = Answers(to: wizard)
    for choice in path.choices where !choice.content.isEmpty {
      answers.values[choice.field] = GivenAnswer(choice.content, from: .file)
    }
    for choice in path.choices where choice.content.isEmpty {
      // What is left empty must be said only where something would be suggested.
      guard wizard.fields[choice.field].suggestion != nil else { continue }
      answers.values[choice.field] = GivenAnswer("", from: .file)
    }
    let given = answers
    var tried: [FieldAddress: Attempts] = [:]
    var plan = wizard.plan(for: answers, on: today)
    for _ in 0..<Self.mostRounds {
      var isChanged = false
      for stage in plan.stages {
        if let position = wizard.stages[stage.position].list, stage.takesItems {
          let list = wizard.lists[position]
          while answers.lists[position].count < list.minimum {
            _ = answers.appendItem(to: list)
            isChanged = true
          }
        }
        for planned in stage.allFields where given[planned.address] == nil {
          guard planned.isAsked, !planned.problems.isEmpty else { continue }
          let field = wizard.field(at: planned.address)
          let invention = Invention(field: field, planned: planned, plan: plan, today: today)
          let surroundings = invention.surroundings
          // Another country, or another option, asks for other candidates.
          var attempts =
            tried[planned.address].flatMap { $0.surroundings == surroundings ? $0 : nil }
            ?? Attempts(
              invention.candidates(number: number, name: name(field)),
              in: surroundings
            )
          if let next = attempts.next(after: answers[planned.address], problems: planned.problems) {
            answers[planned.address] = next
            isChanged = true
          }
          tried[planned.address] = attempts
        }
      }
      guard isChanged else { break }
      plan = wizard.plan(for: answers, on: today)
    }
    self.answers = answers
    self.plan = plan
    missing = plan.fields.filter { planned in
      planned.isAsked
        && (planned.problems.contains { $0.severity == .error }
          || planned.isRequired && planned.isGiven && wizard.field(at: planned.address).isSecret)
    }.map(\.path)
  }

  /// The most times that the plan is made anew; a candidate of every field is tried each time.
  private static let mostRounds = 40
}

/// The candidates of one field, tried one after the other.
private struct Attempts {
  /// What the candidates were made for.
  let surroundings: [String]
  private let candidates: [GivenAnswer]
  private var position = 0
  /// The first candidate that was not refused, though something was said about it.
  private var acceptable: GivenAnswer?

  init(_ candidates: [AnswerContent], in surroundings: [String]) {
    self.surroundings = surroundings
    self.candidates = candidates.map { GivenAnswer($0, from: .file) }
  }

  /// What to try after an answer that has problems.
  ///
  /// - Returns: The next candidate, at last the first that was merely warned of; `nil` to leave the field
  ///   as it is.
  mutating func next(after tried: GivenAnswer?, problems: [Problem]) -> GivenAnswer? {
    if position > candidates.count { return nil }
    if let tried, acceptable == nil, problems.allSatisfy({ $0.severity < .error }) {
      acceptable = tried
    }
    defer { position += 1 }
    if position < candidates.count { return candidates[position] }
    return acceptable == tried ? nil : acceptable
  }
}

/// Makes up answers to one field.
private struct Invention {
  let field: Field
  let planned: PlannedField
  let plan: Plan
  let today: CivilDate

  /// What decides which candidates there are.
  var surroundings: [String] {
    let values: [String?] =
      switch field.type {
      case .postalCode(let country): [value(of: country)]
      case .taxNumber(let state): [state.flatMap(value)]
      case .identifier(_, let country): [value(of: country), "\(planned.identifier, default: "")"]
      case .plain, .choice, .choices, .record, .phone: []
      }
    return values.map { $0 ?? "" } + planned.offered.map { field.options[$0].code }
  }

  func candidates(number: Int, name: String) -> [AnswerContent] {
    if !field.options.isEmpty { return options }
    switch field.type {
    case .choice, .choices, .record: return []
    case .plain(let kind): return texts(of: kind, number, name).map { .text($0) }
    case .postalCode(let country):
      return made(.postalCode, number, country: value(of: country))
    case .phone: return made(.phone, number)
    case .taxNumber(let state): return made(.deTaxNumber, number, state: state.flatMap(value))
    case .identifier(_, let country):
      let country = value(of: country)
      switch planned.identifier {
      case .kind(let kind): return made(kind, number, country: country)
      case .byCountry(let kinds):
        return made(country.flatMap { kinds[$0] } ?? .text, number, country: country, name: name)
      case .mask, nil: return made(.text, number, name: name)
      }
    }
  }

  private var options: [AnswerContent] {
    let codes = planned.offered.map { field.options[$0].code }
    guard field.type == .choices else { return codes.map { .text($0) } }
    let fewest = max(1, field.limits.shortest ?? 1)
    return [.texts(Array(codes.prefix(fewest))), .texts(codes)]
  }

  private func made(
    _ kind: KindName,
    _ number: Int,
    country: String? = nil,
    state: String? = nil,
    name: String = ""
  ) -> [AnswerContent] {
    let parameters = KindParameters(country: country, state: state)
    let example = kind.example(number, parameters: parameters)
    return (example.map { [$0] } ?? texts(of: .text, number, name)).map { .text($0) }
  }

  private func texts(of kind: KindName, _ number: Int, _ name: String) -> [String] {
    switch kind {
    case .text, .memo: return (field.pattern?.examples ?? []) + plainTexts(number, name)
    case .integer, .decimal:
      return ["1", "10", "100"] + [field.limits.minimum, field.limits.maximum].compactMap { $0 }
        + ["0", "1000", "-1"]
    case .date: return days
    case .boolean: return ["true", "false"]
    case .country: return ["DE", "ES", "AT", "FR", "GB", "US"]
    default: return [kind.example(number)].compactMap { $0 }
    }
  }

  /// Texts that fit the limits: the field's name and a number, then shorter and plainer ones.
  private func plainTexts(_ number: Int, _ name: String) -> [String] {
    let (shortest, longest) = (field.limits.shortest ?? 0, field.limits.longest ?? 1_000)
    let fitting = [name + " \(number)", "\(name.prefix(1))\(number)", "\(number)", "A"].filter {
      $0.count <= longest
    }
    return fitting.map { text in
      text + String(repeating: "x", count: max(0, shortest - text.count))
    }
  }

  private var days: [String] {
    let limits = [field.limits.minimum, field.limits.maximum].compactMap { $0 }
    let others = [365, 30, -30, -365, -10_000].map {
      CivilDate(dayNumber: today.dayNumber + $0).iso
    }
    return [today.iso] + limits.map { $0 == "today" ? today.iso : $0 } + others
  }

  private func value(of source: CountrySource?) -> String? {
    switch source {
    case .code(let code): code
    case .field(let reference): value(reference)
    case nil: nil
    }
  }

  private func value(_ reference: FieldReference) -> String? {
    switch (reference, planned.address) {
    case (.own(let position), _): return plan.field(at: .field(position))?.value?.text
    case (.ofItem(let position), .item(let list, let item, _)):
      return plan.field(at: .item(list: list, item: item, field: position))?.value?.text
    case (.ofItem, .field): return nil
    }
  }
}
