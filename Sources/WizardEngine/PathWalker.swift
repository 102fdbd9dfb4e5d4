import PlainValues

/// Runs the walks over a wizard and counts what they cost.
struct PathWalker {
  private let wizard: Wizard
  private let today: CivilDate
  private let limit: Int
  private var analysis: PathAnalysis
  private var plannedFields = 0
  /// Whether everything was walked within the bounds.
  private(set) var isComplete = true

  /// Whether paths that differ in their choices alone are told apart.
  private let everyOption: Bool

  init(_ wizard: Wizard, _ today: CivilDate, limit: Int, everyOption: Bool = false) {
    self.wizard = wizard
    self.everyOption = everyOption
    self.limit = limit
    self.today = today
    analysis = PathAnalysis(wizard, everyOption: everyOption)
  }

  // MARK: Judging

  /// Judges everything that can be judged.
  ///
  /// - Returns: What was judged; what could not be walked to its end is left out.
  mutating func judge() -> [PathTarget] {
    let wizard = wizard
    var judged: [PathTarget] = []
    for group in groups(of: analysis.targets()) {
      var cursors = group.map { PathCursor($0.dimensions) }
      var targets = group.map(\.targets)
      walk(&cursors) { index, _, walked in
        for position in targets[index].indices where !targets[index][position].isSettled {
          targets[index][position].look(at: walked, of: wizard)
        }
        return targets[index].contains { !$0.isSettled }
      }
      for (cursor, found) in zip(cursors, targets) {
        judged += cursor.isFinished ? found : found.filter(\.isSettled)
      }
    }
    return judged
  }

  /// Targets that one walk can judge, because it goes through all their dimensions.
  private struct Share {
    let dimensions: DimensionSet
    var targets: [PathTarget]
  }

  /// Shares out the targets to as few walks as possible: a walk serves all targets whose dimensions it
  /// includes, and walks without a common dimension go side by side.
  private func groups(of targets: [PathTarget]) -> [[Share]] {
    var shares: [Share] = []
    var shareOf: [DimensionSet: Int] = [:]
    let bySize = targets.map { ($0, $0.dimensions.count) }.sorted { $0.1 > $1.1 }.map(\.0)
    for target in bySize {
      let known =
        shareOf[target.dimensions]
        ?? shares.firstIndex { target.dimensions.isSubset(of: $0.dimensions) }
      if let known {
        shareOf[target.dimensions] = known
        shares[known].targets.append(target)
      } else {
        shareOf[target.dimensions] = shares.count
        shares.append(Share(dimensions: target.dimensions, targets: [target]))
      }
    }
    var groups: [(used: DimensionSet, shares: [Share])] = []
    for share in shares {
      if let index = groups.firstIndex(where: { $0.used.isDisjoint(with: share.dimensions) }) {
        groups[index].used.formUnion(share.dimensions)
        groups[index].shares.append(share)
      } else {
        groups.append((share.dimensions, [share]))
      }
    }
    return groups.map(\.shares)
  }

  /// Walks several cursors side by side, one plan for a step of all of them.
  ///
  /// - Parameters:
  ///   - cursors: The walks; those that end within the bounds are finished afterwards.
  ///   - visit: Sees each leaf, with the cursor's index; returns whether its walk goes on.
  private mutating func walk(
    _ cursors: inout [PathCursor],
    visit: (Int, PathCursor, WalkedPlan) -> Bool
  ) {
    var stopped: Set<Int> = []
    while true {
      let active = cursors.indices.filter { !cursors[$0].isFinished && !stopped.contains($0) }
      guard !active.isEmpty else { return }
      guard plannedFields <= PathWalk.mostPlannedFields else {
        isComplete = false
        return
      }
      var answers = Answers(to: wizard)
      for index in active { cursors[index].fill(&answers) }
      let walked = WalkedPlan(of: wizard, answers, on: today, analysis.assumption)
      // Fields that are passed over cost less, but not nothing.
      plannedFields += walked.fieldCount + wizard.fields.count / 8 + 1
      for index in active where cursors[index].isLeaf(of: walked, in: analysis) {
        if !visit(index, cursors[index], walked) {
          stopped.insert(index)
        } else if cursors[index].leaves >= limit {
          isComplete = false
          stopped.insert(index)
        } else {
          cursors[index].advance()
        }
      }
    }
  }

  // MARK: Paths

  /// The different sequences of stages; `nil` where there are too many to walk.
  mutating func routes() -> PathRoutes? {
    // Paths are few where conditions are many, so they have a budget of their own.
    plannedFields = 0
    let parts = independentParts()
    var cursors = parts.map { PathCursor($0.dimensions) }
    var found: [[PathRoutes.Variant]] = parts.map { _ in [] }
    var seen: [Set<[Int]>] = parts.map { _ in [] }
    var always: Set<Int> = []
    let owned = Set(parts.flatMap(\.stages))
    let everyOption = everyOption
    walk(&cursors) { index, cursor, walked in
      always = Set(walked.isOnPath.indices.filter { walked.isOnPath[$0] }).subtracting(owned)
      let stages = parts[index].stages.filter { walked.isOnPath[$0] }
      if seen[index].insert(stages).inserted || everyOption {
        found[index].append(PathRoutes.Variant(stages: stages, choices: cursor.choices))
      }
      return true
    }
    guard cursors.allSatisfy(\.isFinished) else { return nil }
    let open = wizard.stages.indices.filter { analysis.isOpen(wizard.stages[$0]) }
    return PathRoutes(always: always, variants: found, open: Set(open))
  }

  /// Stages that depend on common dimensions, and those dimensions.
  private mutating func independentParts() -> [(dimensions: DimensionSet, stages: [Int])] {
    var parts: [(dimensions: DimensionSet, stages: [Int])] = []
    for position in wizard.stages.indices {
      var dimensions = analysis.closure(ofStage: position)
      guard !dimensions.isEmpty else { continue }
      var stages = [position]
      parts.removeAll { part in
        guard !part.dimensions.isDisjoint(with: dimensions) else { return false }
        dimensions.formUnion(part.dimensions)
        stages += part.stages
        return true
      }
      parts.append((dimensions, stages.sorted()))
    }
    // A wizard without any choice still has one path.
    guard !parts.isEmpty else { return [(DimensionSet(), [])] }
    return parts.sorted {
      ($0.dimensions.positions.first ?? 0) < ($1.dimensions.positions.first ?? 0)
    }
  }
}

/// The different sequences of stages: what is always there, and the variants of independent parts.
struct PathRoutes {
  /// One way that a part of the path can go.
  struct Variant {
    let stages: [Int]
    let choices: [PathChoice]
  }

  let always: Set<Int>
  let variants: [[Variant]]
  let open: Set<Int>

  /// How many sequences there are; `nil` where no `Int` holds the number.
  var count: Int? {
    var product = 1
    for part in variants {
      let (next, overflow) = product.multipliedReportingOverflow(by: max(1, part.count))
      if overflow { return nil }
      product = next
    }
    return product
  }

  /// The first sequences, the last part varying fastest.
  func paths(limit: Int) -> [WizardPath] {
    var combined: [Variant] = [Variant(stages: always.sorted(), choices: [])]
    for part in variants {
      var next: [Variant] = []
      for start in combined {
        for variant in part where next.count < limit {
          next.append(
            Variant(
              stages: start.stages + variant.stages,
              choices: start.choices + variant.choices
            )
          )
        }
      }
      combined = next
    }
    return combined.map { variant in
      let stages = variant.stages.sorted()
      return WizardPath(
        stages: stages,
        openStages: open.intersection(stages),
        choices: variant.choices.sorted { $0.field < $1.field }
      )
    }
  }
}
