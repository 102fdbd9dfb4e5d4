import PlainValues

/// One walk through all combinations of some dimensions, a step at a time.
///
/// After each plan it either gives the next dimension on the path a value, or it has reached a leaf and
/// turns to the next value. Dimensions off the path are passed over, so only real combinations count.
struct PathCursor {
  /// The dimensions in path order.
  let dimensions: [Int]
  private(set) var leaves = 0
  private(set) var isFinished = false
  private var decisions: [Decision] = []
  /// Where to look for the next dimension, among ``dimensions``.
  private var next = 0

  private struct Decision {
    let dimension: Int
    /// Where to go on looking after it.
    let next: Int
    let values: [AnswerContent]
    var index = 0
  }

  init(_ dimensions: DimensionSet) {
    self.dimensions = dimensions.positions
  }

  /// The values given at the moment, in path order; an empty one means left empty.
  var choices: [PathChoice] {
    decisions.map { PathChoice(field: $0.dimension, content: $0.values[$0.index]) }
  }

  /// Gives the values to some answers.
  func fill(_ answers: inout Answers) {
    for decision in decisions {
      answers.values[decision.dimension] = GivenAnswer(decision.values[decision.index])
    }
  }

  /// Looks at the plan for the values given at the moment.
  ///
  /// - Returns: Whether all dimensions on the path have a value: a leaf.
  mutating func isLeaf(of plan: WalkedPlan, in analysis: PathAnalysis) -> Bool {
    while next < dimensions.count {
      let dimension = dimensions[next]
      next += 1
      guard let planned = plan.fields[dimension] else { continue }
      decisions.append(
        Decision(
          dimension: dimension,
          next: next,
          values: analysis.values(of: planned, at: dimension)
        )
      )
      return false
    }
    leaves += 1
    return true
  }

  /// Turns from a leaf to the next combination.
  mutating func advance() {
    while var last = decisions.popLast() {
      last.index += 1
      if last.index < last.values.count {
        next = last.next
        decisions.append(last)
        return
      }
    }
    isFinished = true
  }
}

extension PathAnalysis {
  /// The values that a dimension may have at a place of the walk, at least one.
  fileprivate func values(of planned: PlannedField, at dimension: Int) -> [AnswerContent] {
    let field = wizard.fields[dimension]
    var values: [AnswerContent]
    if let representatives = representatives[dimension] {
      let offered = Set(planned.offered)
      let codes = representatives.filter(offered.contains).map { field.options[$0].code }
      values = field.type == .choices ? combinations(of: codes) : codes.map { .text($0) }
    } else {
      values = [.text("true"), .text("false")]
    }
    if values.isEmpty || uncertain.contains(dimension) || !isSurelyRequired(planned, field) {
      values.append(.text(""))
    }
    return values
  }

  private func isSurelyRequired(_ planned: PlannedField, _ field: Field) -> Bool {
    switch field.requirement {
    case .never: false
    case .always: true
    case .when(let formula): planned.isRequired && isClosed(formula)
    }
  }

  /// All sets of some codes but the empty one; the codes are few.
  private func combinations(of codes: [String]) -> [AnswerContent] {
    (1..<(1 << codes.count)).map { bits in
      .texts(codes.indices.filter { bits & (1 << $0) != 0 }.map { codes[$0] })
    }
  }
}

/// A plan of the walk, with its fields by position and the values that formulas see.
struct WalkedPlan {
  let scope: FormulaScope
  /// The planned own fields by position; `nil` off the path.
  private(set) var fields: [PlannedField?]
  /// Whether each stage is on the path.
  private(set) var isOnPath: [Bool]
  /// How many fields were planned.
  private(set) var fieldCount = 0

  init(of wizard: Wizard, _ answers: Answers, on today: CivilDate, _ assumption: PathAssumption) {
    let (plan, scope) = wizard.planAndScope(for: answers, on: today, assuming: assumption)
    self.scope = scope
    fields = Array(repeating: nil, count: wizard.fields.count)
    isOnPath = Array(repeating: false, count: wizard.stages.count)
    for stage in plan.stages {
      isOnPath[stage.position] = true
      fieldCount += stage.fields.count
      for planned in stage.fields {
        if case .field(let position) = planned.address { fields[position] = planned }
      }
    }
  }
}
