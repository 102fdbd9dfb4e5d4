package import PlainValues

/// A part of a wizard as it can be seen, with answers that bring it up.
package struct TourStop: Sendable {
  /// The position of the stage among ``Wizard/stages``.
  package let stage: Int
  /// The answers; those of closed sets that decide the path, and for a list one empty entry.
  package let answers: Answers
  /// The plan for the answers, in which conditions over open answers are taken to hold.
  package let plan: Plan

  /// Stands at a stage of a plan.
  package init(stage: Int, answers: Answers, plan: Plan) {
    self.stage = stage
    self.answers = answers
    self.plan = plan
  }

  /// The fields of the stage, those of its entries included.
  package var fields: [PlannedField] {
    plan.stages.first { $0.position == stage }?.allFields ?? []
  }
}

/// A walk through everything that can be asked, with as few answers as show it.
///
/// Each stage comes as often as its fields exclude each other. What only open answers (texts, numbers,
/// days, entries of lists) bring up is taken to be there, as in ``PathWalk``.
package struct WizardTour: Sendable {
  private let wizard: Wizard
  private let today: CivilDate
  private let assumption: PathAssumption
  /// In the order of the stages; without what no answers were found for.
  package let stops: [TourStop]

  /// Walks through a wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - today: The day that plans are made for.
  /// - Complexity: O(*combinations* · *fields*), both bounded.
  package init(of wizard: Wizard, on today: CivilDate) {
    self.wizard = wizard
    self.today = today
    var search = TourSearch(of: wizard, on: today)
    stops = wizard.stages.indices.flatMap { search.stops(at: $0) }
    assumption = search.assumption
  }

  /// Plans as for a stop: conditions over open answers are taken to hold.
  package func plan(for answers: Answers) -> Plan {
    wizard.planAndScope(for: answers, on: today, assuming: assumption).0
  }
}

extension Plan {
  /// The plan with some of its fields in place of those at the same addresses.
  package func replacing(_ fields: [FieldAddress: PlannedField]) -> Plan {
    Plan(
      stages: stages.map { stage in
        PlannedStage(
          position: stage.position,
          fields: stage.fields.map { fields[$0.address] ?? $0 },
          items: stage.items.map { item in
            PlannedItem(id: item.id, fields: item.fields.map { fields[$0.address] ?? $0 })
          },
          problems: stage.problems,
          takesItems: stage.takesItems
        )
      }
    )
  }
}

extension PlannedField {
  /// The field with other problems.
  package func saying(_ problems: [Problem]) -> PlannedField {
    var field = self
    field.problems = problems
    return field
  }
}

/// Looks for answers that bring fields and stages up.
private struct TourSearch {
  private let wizard: Wizard
  private let today: CivilDate
  private var analysis: PathAnalysis
  /// How many fields may still be planned, which bounds the time for large wizards.
  private var budget = PathWalk.mostPlannedFields

  init(of wizard: Wizard, on today: CivilDate) {
    self.wizard = wizard
    self.today = today
    analysis = PathAnalysis(wizard)
  }

  var assumption: PathAssumption { analysis.assumption }

  mutating func stops(at stage: Int) -> [TourStop] {
    if let list = wizard.stages[stage].list {
      let closure = analysis.closure(ofStage: stage)
      guard var answers = answers(through: closure, to: { $0.isOnPath[stage] }) else { return [] }
      _ = answers.appendItem(to: wizard.lists[list])
      return [stop(at: stage, answers)]
    }
    var stops: [TourStop] = []
    var seen: Set<Int> = []
    // From the last field on: what shows a later one mostly shows those before it too.
    for field in wizard.stages[stage].fields.reversed() where !seen.contains(field) {
      let closure = analysis.closure(ofField: field)
      guard let answers = answers(through: closure, to: { $0.fields[field] != nil }) else {
        continue
      }
      let stop = stop(at: stage, answers)
      for case .field(let position) in stop.fields.map(\.address) { seen.insert(position) }
      stops.append(stop)
    }
    return stops.sorted { $0.fields.count > $1.fields.count }
  }

  private func stop(at stage: Int, _ answers: Answers) -> TourStop {
    let plan = wizard.planAndScope(for: answers, on: today, assuming: analysis.assumption).0
    return TourStop(stage: stage, answers: answers, plan: plan)
  }

  /// The first combination of some dimensions that shows what is looked for.
  private mutating func answers(
    through dimensions: DimensionSet,
    to shows: (WalkedPlan) -> Bool
  ) -> Answers? {
    var cursor = PathCursor(dimensions)
    while !cursor.isFinished, budget > 0 {
      var answers = Answers(to: wizard)
      cursor.fill(&answers)
      let walked = WalkedPlan(of: wizard, answers, on: today, analysis.assumption)
      budget -= walked.fieldCount + wizard.fields.count / 8 + 1
      if shows(walked) { return answers }
      if cursor.isLeaf(of: walked, in: analysis) { cursor.advance() }
    }
    return nil
  }
}
