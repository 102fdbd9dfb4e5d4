import Expressions
import FieldKinds

/// What a plan takes for granted while all paths are walked, because it cannot be enumerated.
struct PathAssumption: Sendable {
  /// Conditions that read open answers, by ``Formula/id``; they are taken to hold.
  var formulas: Set<Int> = []
  /// Stages whose guard cannot be enumerated, by position; their option is taken to be chosen.
  var stages: Set<Int> = []
}

/// Which answers decide the path of a wizard, and which of them each stage and field depends on.
///
/// A *dimension* is a field of a closed set that a person answers: a choice, a few choices, yes or no.
/// A formula is closed if it reads nothing but dimensions, directly or through computed fields; the
/// others are open and are not judged.
struct PathAnalysis {
  /// The most options of a `choices` field whose every combination is walked.
  static let mostCombined = 6

  let wizard: Wizard
  private(set) var assumption = PathAssumption()
  /// For each own field, the stage it stands in.
  private(set) var stageOfField: [Int]
  private var isClosedField: [Bool]
  /// The codes that stand for all that act alike, for choices and choices.
  private(set) var representatives: [Int: [Int]] = [:]
  /// Dimensions that may be off the path, or unanswered, for reasons that are not enumerated.
  private(set) var uncertain: Set<Int> = []
  /// For each own field, the dimensions that its presence, its offer and its value depend on.
  private var closures: [DimensionSet?]

  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - everyOption: Whether options that no condition tells apart are all walked.
  init(_ wizard: Wizard, everyOption: Bool = false) {
    self.wizard = wizard
    stageOfField = Array(repeating: 0, count: wizard.fields.count)
    isClosedField = Array(repeating: false, count: wizard.fields.count)
    closures = Array(repeating: nil, count: wizard.fields.count)
    for (position, stage) in wizard.stages.enumerated() {
      for field in stage.fields { stageOfField[field] = position }
    }
    let groups = OptionGroups(of: wizard, isEach: everyOption)
    for field in wizard.fields {
      // Fields read earlier ones only, so one pass in order settles all.
      if let computed = field.computed {
        isClosedField[field.position] = isClosed(computed)
      } else if let classes = groups.representatives(of: field) {
        representatives[field.position] = classes
        isClosedField[field.position] =
          field.type == .choice || classes.count <= Self.mostCombined
      } else {
        isClosedField[field.position] = field.type == .plain(.boolean)
      }
    }
    for position in wizard.stages.indices { assume(position) }
    for field in wizard.fields where isDimension(field.position) && isUncertain(field) {
      uncertain.insert(field.position)
    }
  }

  // MARK: Closed and open

  func isClosed(_ formula: Formula) -> Bool {
    !formula.readsMore && formula.fields.allSatisfy { isClosedField[$0] }
  }

  func isDimension(_ position: Int) -> Bool {
    isClosedField[position] && wizard.fields[position].computed == nil
  }

  func isOpenGuard(_ guarding: StageGuard) -> Bool { !isClosedField[guarding.field] }

  /// Whether a stage may be missing for reasons that are not enumerated.
  func isOpen(_ stage: Stage) -> Bool {
    if let guarding = stage.guarding {
      if isOpenGuard(guarding) { return true }
      if let condition = guarding.condition, !isClosed(condition) { return true }
    }
    if let condition = stage.condition, !isClosed(condition) { return true }
    if let list = stage.list, let condition = wizard.lists[list].condition {
      return !isClosed(condition)
    }
    return false
  }

  private func isUncertain(_ field: Field) -> Bool {
    if let condition = field.condition, !isClosed(condition) { return true }
    return isOpen(wizard.stages[stageOfField[field.position]])
  }

  private mutating func assume(_ position: Int) {
    let stage = wizard.stages[position]
    if let guarding = stage.guarding {
      if isOpenGuard(guarding) { assumption.stages.insert(position) }
      assume(guarding.condition)
    }
    assume(stage.condition)
    for field in stage.fields { assume(wizard.fields[field]) }
    guard let list = stage.list else { return }
    assume(wizard.lists[list].condition)
    for field in wizard.lists[list].fields { assume(field) }
  }

  private mutating func assume(_ field: Field) {
    assume(field.condition)
    for option in field.options { assume(option.condition) }
  }

  private mutating func assume(_ formula: Formula?) {
    if let formula, !isClosed(formula) { assumption.formulas.insert(formula.id) }
  }

  // MARK: Dependence

  /// The dimensions that a stage's presence depends on.
  mutating func closure(ofStage position: Int) -> DimensionSet {
    let stage = wizard.stages[position]
    var closure = closure(ofEnclosing: position)
    // A stage whose fields have all fallen away is not on the path.
    let conditions = stage.fields.map { wizard.fields[$0].condition }
    if stage.list == nil, conditions.allSatisfy({ $0 != nil }) {
      for condition in conditions { closure.formUnion(self.closure(of: condition)) }
    }
    if let list = stage.list { closure.formUnion(self.closure(of: wizard.lists[list].condition)) }
    return closure
  }

  /// The dimensions that decide whether a stage's conditions hold, its fields left aside.
  mutating func closure(ofEnclosing position: Int) -> DimensionSet {
    let stage = wizard.stages[position]
    var closure = closure(of: stage.condition)
    if let guarding = stage.guarding {
      if !isOpenGuard(guarding) { closure.formUnion(self.closure(ofField: guarding.field)) }
      closure.formUnion(self.closure(of: guarding.condition))
    }
    return closure
  }

  /// The dimensions that a closed formula depends on; none for an open one, which is not judged.
  mutating func closure(of formula: Formula?) -> DimensionSet {
    guard let formula, isClosed(formula) else { return DimensionSet() }
    return formula.fields.reduce(into: DimensionSet()) { $0.formUnion(closure(ofField: $1)) }
  }

  /// The dimensions that a field's value depends on, itself included where it is one.
  mutating func closure(ofField position: Int) -> DimensionSet {
    if let known = closures[position] { return known }
    let field = wizard.fields[position]
    var closure = closure(ofEnclosing: stageOfField[position])
    closure.formUnion(self.closure(of: field.condition))
    closure.formUnion(self.closure(of: field.computed))
    for option in field.options { closure.formUnion(self.closure(of: option.condition)) }
    if case .when(let formula) = field.requirement {
      closure.formUnion(self.closure(of: formula))
    }
    if isDimension(position) { closure.insert(position) }
    closures[position] = closure
    return closure
  }
}

/// Sorts the options of choices into groups that no formula and no include tells apart.
private struct OptionGroups {
  /// The codes that formulas name, by field.
  private var named: [Int: Set<String>] = [:]
  /// Fields that a formula reads in a way that this does not look into.
  private var opaque: Set<Int> = []
  /// The stages that an option brings along, by field and code.
  private var brought: [Int: [String: [Int]]] = [:]
  private var read: Set<Int> = []
  /// Whether each option that is read is a group of its own.
  private let isEach: Bool

  init(of wizard: Wizard, isEach: Bool) {
    self.isEach = isEach
    for (position, stage) in wizard.stages.enumerated() {
      if let guarding = stage.guarding {
        read.insert(guarding.field)
        for code in guarding.codes {
          brought[guarding.field, default: [:]][code, default: []].append(position)
        }
        note(guarding.condition)
      }
      note(stage.condition)
      stage.list.map { wizard.lists[$0] }.map { list in
        note(list.condition)
        list.fields.forEach { note($0) }
      }
      for field in stage.fields { note(wizard.fields[field]) }
    }
  }

  private mutating func note(_ field: Field) {
    note(field.condition)
    for option in field.options { note(option.condition) }
    if case .when(let formula) = field.requirement { note(formula) }
    if let computed = field.computed { opaque.formUnion(computed.fields) }
  }

  private mutating func note(_ formula: Formula?) {
    guard let formula else { return }
    read.formUnion(formula.fields)
    if !note(formula.expression.condition) { opaque.formUnion(formula.fields) }
  }

  /// Notes the codes that a condition names.
  ///
  /// - Returns: Whether all of the condition was understood.
  private mutating func note(_ condition: Condition) -> Bool {
    switch condition {
    case .all(let parts), .any(let parts):
      return parts.reduce(true) { note($1) && $0 }
    case .not(let part): return note(part)
    case .compare(let subject, .equal, let value), .compare(let subject, .notEqual, let value),
      .includes(let subject, let value):
      note([value], of: subject)
      return true
    case .isOne(let subject, let values):
      note(values, of: subject)
      return true
    case .isAnswered, .isTrue, .always: return true
    case .compare, .other: return false
    }
  }

  private mutating func note(_ values: [Value], of subject: Condition.Subject) {
    guard case .field(let position) = FormulaScope.meaning(of: subject.slot) else { return }
    for case .string(let code) in values { named[position, default: []].insert(code) }
  }

  /// The positions of one option of each group; `nil` for a field that is not a choice.
  func representatives(of field: Field) -> [Int]? {
    guard field.type == .choice || field.type == .choices else { return nil }
    guard read.contains(field.position) || opaque.contains(field.position) else {
      return field.options.isEmpty ? [] : [0]
    }
    if isEach || opaque.contains(field.position) { return Array(field.options.indices) }
    var seen: Set<Signature> = []
    return field.options.indices.filter { index in
      let option = field.options[index]
      let isNamed = named[field.position]?.contains(option.code) ?? false
      let signature = Signature(
        code: isNamed || option.condition != nil ? option.code : nil,
        stages: brought[field.position]?[option.code] ?? []
      )
      return seen.insert(signature).inserted
    }
  }

  private struct Signature: Hashable {
    let code: String?
    let stages: [Int]
  }
}
