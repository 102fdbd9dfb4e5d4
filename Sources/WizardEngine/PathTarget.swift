/// Something that a walk judges: a condition, a stage or a field.
struct PathTarget {
  /// What is judged.
  enum Subject {
    /// A closed formula, at a place that is looked at only where what encloses it applies.
    case formula(Formula, Enclosing)
    /// Whether a stage is ever on the path.
    case stage(Int)
    /// Whether an own field is ever on the path.
    case field(Int)
    /// Whether a choice that needs an answer always offers one.
    case offer(Int)
  }

  /// What must apply for a formula to matter.
  enum Enclosing {
    /// An option that brings one of these stages along.
    case guards([Int])
    /// The guard and the include of a stage.
    case guardAndInclude(Int)
    /// A stage's conditions.
    case stage(Int)
    /// An own field.
    case field(Int)
  }

  let subject: Subject
  /// The dimensions that the outcome depends on.
  let dimensions: DimensionSet
  private(set) var wasTrue = false
  private(set) var wasFalse = false

  init(_ subject: Subject, dimensions: DimensionSet) {
    self.subject = subject
    self.dimensions = dimensions
  }

  /// Whether nothing more can be learnt.
  var isSettled: Bool {
    switch subject {
    case .formula: wasTrue && wasFalse
    case .stage, .field: wasTrue
    case .offer: wasFalse
    }
  }

  mutating func look(at walked: WalkedPlan, of wizard: Wizard) {
    switch subject {
    case .stage(let position): if walked.isOnPath[position] { wasTrue = true }
    case .field(let position): if walked.fields[position] != nil { wasTrue = true }
    case .offer(let position):
      guard let field = walked.fields[position], field.isRequired else { return }
      if field.offered.isEmpty { wasFalse = true }
    case .formula(let formula, let enclosing):
      guard applies(enclosing, in: walked, of: wizard) else { return }
      if formula.holds(in: walked.scope) { wasTrue = true } else { wasFalse = true }
    }
  }

  private func applies(
    _ enclosing: Enclosing,
    in walked: WalkedPlan,
    of wizard: Wizard
  ) -> Bool {
    func isGuardChosen(_ position: Int) -> Bool {
      wizard.stages[position].guarding.map {
        walked.scope.isChosen($0, ofStage: position)
      } ?? true
    }
    switch enclosing {
    case .guards(let positions): return positions.contains(where: isGuardChosen)
    case .guardAndInclude(let position):
      guard isGuardChosen(position) else { return false }
      return wizard.stages[position].guarding?.condition?.holds(in: walked.scope) ?? true
    case .stage(let position):
      return walked.scope.applies(wizard.stages[position], at: position)
    case .field(let position): return walked.fields[position] != nil
    }
  }

  /// What is to be said in the end, once everything was walked.
  func faults(of wizard: Wizard) -> [DefinitionFault] {
    switch subject {
    case .formula(let formula, _):
      guard wasTrue != wasFalse else { return [] }
      return [
        DefinitionFault(
          wasTrue ? .alwaysTrue(formula.text) : .alwaysFalse(formula.text),
          at: formula.place
        )
      ]
    case .stage(let position):
      let stage = wizard.stages[position]
      return wasTrue ? [] : [DefinitionFault(.stageNeverAppears(stage.key), at: stage.place)]
    case .field(let position):
      let field = wizard.fields[position]
      return wasTrue ? [] : [DefinitionFault(.fieldNeverAsked(field.key), at: field.place)]
    case .offer(let position):
      let field = wizard.fields[position]
      return wasFalse ? [DefinitionFault(.fieldUnanswerable(field.key), at: field.place)] : []
    }
  }
}

extension PathAnalysis {
  /// Everything that a walk can judge, in the order of the definition.
  mutating func targets() -> [PathTarget] {
    var targets: [PathTarget] = []
    var includes: [Int: [Int]] = [:]
    for (position, stage) in wizard.stages.enumerated() {
      if let id = stage.guarding?.condition?.id { includes[id, default: []].append(position) }
    }
    for (position, stage) in wizard.stages.enumerated() {
      targets.append(PathTarget(.stage(position), dimensions: closure(ofStage: position)))
      if let condition = stage.guarding?.condition,
        let stages = includes.removeValue(forKey: condition.id)
      {
        let guardClosure = stage.guarding.map { closure(ofField: $0.field) } ?? DimensionSet()
        add(condition, .guards(stages), guardClosure, to: &targets)
      }
      let enclosing = closure(ofEnclosing: position)
      add(stage.condition, .guardAndInclude(position), enclosing, to: &targets)
      for field in stage.fields {
        add(wizard.fields[field], enclosing: .stage(position), enclosing, to: &targets)
      }
      guard let list = stage.list else { continue }
      add(wizard.lists[list].condition, .stage(position), enclosing, to: &targets)
      let within = enclosing.union(closure(of: wizard.lists[list].condition))
      for field in wizard.lists[list].fields {
        add(field.condition, .stage(position), within, to: &targets)
        if case .when(let formula) = field.requirement {
          add(formula, .stage(position), within, to: &targets)
        }
        for option in field.options {
          add(option.condition, .stage(position), within, to: &targets)
        }
      }
    }
    return targets
  }

  private mutating func add(
    _ field: Field,
    enclosing: PathTarget.Enclosing,
    _ dimensions: DimensionSet,
    to targets: inout [PathTarget]
  ) {
    var within = dimensions
    if let condition = field.condition {
      within.formUnion(closure(of: condition))
      targets.append(PathTarget(.field(field.position), dimensions: within))
      add(condition, enclosing, dimensions, to: &targets)
    }
    if case .when(let formula) = field.requirement {
      add(formula, .field(field.position), within, to: &targets)
    }
    for option in field.options {
      add(option.condition, .field(field.position), within, to: &targets)
    }
    // An option without a condition, or with one that is not judged, is taken to be offered.
    let conditions = field.options.map(\.condition)
    guard !conditions.isEmpty, conditions.allSatisfy({ $0.map(isClosed) ?? false }) else { return }
    for condition in conditions { within.formUnion(closure(of: condition)) }
    if case .when(let formula) = field.requirement {
      guard isClosed(formula) else { return }
      within.formUnion(closure(of: formula))
    }
    targets.append(PathTarget(.offer(field.position), dimensions: within))
  }

  private mutating func add(
    _ formula: Formula?,
    _ enclosing: PathTarget.Enclosing,
    _ dimensions: DimensionSet,
    to targets: inout [PathTarget]
  ) {
    guard let formula, isClosed(formula) else { return }
    targets.append(
      PathTarget(
        .formula(formula, enclosing),
        dimensions: dimensions.union(closure(of: formula))
      )
    )
  }
}
