package import PlainValues

/// All paths through a wizard, walked by really planning with every combination of answers that
/// decides one.
///
/// Answers out of closed sets are enumerated: choices, a few choices, yes and no. Options that no
/// condition tells apart are walked once, and conditions that do not depend on each other are walked
/// side by side, not multiplied. Conditions over open answers (texts, numbers, days, items of lists)
/// are taken to hold and are not judged.
package struct PathWalk: Sendable {
  /// The most combinations of answers that are walked for one group of conditions.
  package static let mostCombinations = 20_000
  /// The most paths that are listed one by one.
  package static let mostListed = 1_000
  /// The most fields that are planned altogether, which bounds the time for large wizards.
  static let mostPlannedFields = 1_000_000

  /// What can never matter, by file and place: stages, fields, conditions; all are warnings.
  package let faults: [DefinitionFault]
  /// How many different sequences of stages there are; `nil` where there are too many to count.
  package let pathCount: Int?
  /// The different sequences of stages, in the order of the options; the first of many.
  package let paths: [WizardPath]

  /// Walks all paths of a wizard.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - today: The day that plans are made for; no condition that reads it is judged.
  ///   - limit: The most combinations of answers that are walked for one group of conditions.
  /// - Complexity: O(*combinations* · *fields*), both bounded.
  package init(
    of wizard: Wizard,
    on today: CivilDate,
    mostCombinations limit: Int = PathWalk.mostCombinations
  ) {
    var walker = PathWalker(wizard, today, limit: limit)
    let targets = walker.judge()
    let routes = walker.routes()
    var faults = targets.flatMap { $0.faults(of: wizard) } + wizard.alwaysDrawn
    if !walker.isComplete, let first = wizard.stages.first {
      faults.append(DefinitionFault(.tooManyPaths(limit: limit), at: first.place))
    }
    let hidden = faults.hiddenStages
    self.faults = faults.filter { !$0.isField(inStages: hidden, of: wizard) }
      .sorted { $0.place < $1.place }
    pathCount = routes?.count
    paths = routes?.paths(limit: Self.mostListed) ?? []
  }
}

/// The paths through a wizard, without a judgement of what can never matter.
package struct PathList: Sendable {
  /// How many paths there are; `nil` where there are too many to count.
  package let count: Int?
  /// The paths in the order of the options; the first ``PathWalk/mostListed`` of many.
  package let paths: [WizardPath]

  /// Finds the paths.
  ///
  /// - Parameters:
  ///   - wizard: The wizard.
  ///   - today: The day that plans are made for.
  ///   - everyOption: Whether the options that lead along the same stages count as paths of their own.
  /// - Complexity: O(*combinations* · *fields*), both bounded as in ``PathWalk``.
  package init(of wizard: Wizard, on today: CivilDate, everyOption: Bool) {
    var walker = PathWalker(
      wizard,
      today,
      limit: PathWalk.mostCombinations,
      everyOption: everyOption
    )
    let routes = walker.routes()
    count = routes?.count
    paths = routes?.paths(limit: PathWalk.mostListed) ?? []
  }
}

/// One sequence of stages, and answers that lead to it.
package struct WizardPath: Hashable, Sendable {
  /// The positions of the stages among ``Wizard/stages``, in order.
  package let stages: [Int]
  /// Those of the stages that open answers may keep off the path.
  package let openStages: Set<Int>
  /// One example of choices that lead here, in path order.
  package let choices: [PathChoice]
}

/// What is chosen in one field of an example.
package struct PathChoice: Hashable, Sendable {
  /// The position of the field.
  package let field: Int
  /// A code, `true` or `false`, several codes; the empty text where the field is left empty.
  package let content: AnswerContent
}

extension Wizard {
  /// Identifiers that no option lets anybody type.
  fileprivate var alwaysDrawn: [DefinitionFault] {
    fields.filter { field in
      guard case .identifier(let by?, _) = field.type, !fields[by].options.isEmpty else {
        return false
      }
      return fields[by].options.allSatisfy { $0.identifier?.isLocked ?? false }
    }.map { DefinitionFault(.fieldNeverAsked($0.key), at: $0.place) }
  }
}

extension [DefinitionFault] {
  /// The keys of stages that never appear; their fields need no word of their own.
  fileprivate var hiddenStages: Set<String> {
    Set(compactMap { if case .stageNeverAppears(let key) = $0.reason { key } else { nil } })
  }
}

extension DefinitionFault {
  fileprivate func isField(inStages keys: Set<String>, of wizard: Wizard) -> Bool {
    guard !keys.isEmpty, case .fieldNeverAsked = reason else { return false }
    return wizard.stages.contains { stage in
      keys.contains(stage.key) && stage.fields.contains { wizard.fields[$0].place == place }
    }
  }
}
