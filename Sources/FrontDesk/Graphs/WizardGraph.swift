package import PlainValues
package import WizardEngine

/// The flow of a wizard's stages in the words of one language: what comes after what, and when.
///
/// A sequence of blocks. A decision has blocks of its own on each branch, and the flow goes on behind it
/// whatever was taken; so any wizard is a series of boxes and decisions, nested a few levels deep.
package struct WizardGraph: Sendable {
  /// A stage.
  package struct Box: Hashable, Sendable {
    /// The key, unique in the wizard.
    package let key: String
    /// The heading.
    package let title: String
    /// What is in it, in a few words.
    package let detail: String
  }

  /// A place where the flow divides.
  package struct Decision: Hashable, Sendable {
    /// What decides.
    package let question: String
    /// The ways on that have stages.
    package let branches: [Branch]
    /// The word for the way on that has none; `nil` where one of the branches is always taken.
    package let otherwise: String?
  }

  /// One way on.
  package struct Branch: Hashable, Sendable {
    /// When it is taken.
    package let label: String
    /// What is on it.
    package let blocks: [Block]
  }

  /// A part of the flow.
  package indirect enum Block: Hashable, Sendable {
    /// A stage.
    case box(Box)
    /// Branches.
    case decision(Decision)
  }

  /// The wizard's name.
  package let name: String
  /// What the wizard does.
  package let title: String
  /// The last place of the flow.
  package let ending: String
  /// The language, as documents name it.
  package let language: String
  /// The flow from start to end.
  package let blocks: [Block]

  /// Draws up the flow of a wizard.
  package init(of wizard: Wizard, on today: CivilDate, speech: Speech) {
    let plan = wizard.plan(for: Answers(to: wizard), on: today)
    let explanation = Explanation(of: wizard, plan: plan, today: today, speech: speech)
    let drafting = GraphDrafting(wizard: wizard, wording: speech.wording, explanation: explanation)
    name = wizard.name
    title = speech.wording.text(wizard.title)
    ending = speech.wording.text(AuthorPhrase.ending)
    language = speech.wording.language.split(separator: "_").joined(separator: "-")
    blocks = drafting.blocks(of: wizard.stages[...])
  }
}

/// Divides the stages of a wizard into blocks.
private struct GraphDrafting {
  let wizard: Wizard
  let wording: Wording
  let explanation: Explanation

  func blocks(of stages: ArraySlice<Stage>) -> [WizardGraph.Block] {
    var blocks: [WizardGraph.Block] = []
    var rest = stages
    while let first = rest.first {
      let run = rest.prefix { $0.guarding?.isLike(first.guarding) ?? (first.guarding == nil) }
      rest = rest.dropFirst(run.count)
      if let guarding = first.guarding {
        blocks += conditional(on: guarding.condition, guarded(Array(run), by: guarding.field))
      } else {
        blocks += unguarded(run)
      }
    }
    return blocks
  }

  /// Stages one after the other; those with the same condition share a decision.
  private func unguarded(_ stages: ArraySlice<Stage>) -> [WizardGraph.Block] {
    var blocks: [WizardGraph.Block] = []
    var rest = stages
    while let first = rest.first {
      let run = rest.prefix { $0.condition?.text == first.condition?.text }
      rest = rest.dropFirst(run.count)
      blocks += conditional(on: first.condition, run.map { .box(box($0)) })
    }
    return blocks
  }

  private func conditional(
    on condition: Formula?,
    _ blocks: [WizardGraph.Block]
  ) -> [WizardGraph.Block] {
    guard let condition else { return blocks }
    let branch = WizardGraph.Branch(label: wording.text(AuthorPhrase.yes), blocks: blocks)
    return [
      .decision(
        WizardGraph.Decision(
          question: explanation.words(of: condition),
          branches: [branch],
          otherwise: wording.text(AuthorPhrase.no)
        )
      )
    ]
  }

  /// Stages that options of one field bring along.
  private func guarded(_ stages: [Stage], by field: Int) -> [WizardGraph.Block] {
    var groups: [(codes: [String], stages: [Stage])] = []
    for stage in stages {
      let codes = stage.guarding?.codes ?? []
      if let index = groups.firstIndex(where: { $0.codes == codes }) {
        groups[index].stages.append(stage)
      } else {
        groups.append((codes, [stage]))
      }
    }
    // Several options can be chosen at once, or share stages: then each question stands by itself.
    let all = groups.flatMap(\.codes)
    let isExclusive = wizard.fields[field].type == .choice && Set(all).count == all.count
    let runs = isExclusive ? [groups] : groups.map { [$0] }
    return runs.map { run in
      let taken = Set(run.flatMap(\.codes))
      let covers = wizard.fields[field].options.allSatisfy { taken.contains($0.code) }
      return .decision(
        WizardGraph.Decision(
          question: wording.text(wizard.fields[field].label),
          branches: run.map { group in
            WizardGraph.Branch(
              label: labels(of: group.codes, in: wizard.fields[field]),
              blocks: unguarded(group.stages[...])
            )
          },
          otherwise: covers && isExclusive && isAlwaysAnswered(field)
            ? nil : wording.text(AuthorPhrase.otherwise)
        )
      )
    }
  }

  private func isAlwaysAnswered(_ position: Int) -> Bool {
    let field = wizard.fields[position]
    guard field.condition == nil, case .always = field.requirement else { return false }
    let stage = wizard.stages.first { $0.fields.contains(position) }
    return stage?.condition == nil && stage?.guarding == nil
  }

  private func labels(of codes: [String], in field: Field) -> String {
    codes.map { wording.optionLabel($0, of: field) ?? $0 }.joined(separator: ", ")
  }

  private func box(_ stage: Stage) -> WizardGraph.Box {
    let list = stage.list.map { wizard.lists[$0] }
    var detail = wording.text(CountedPhrase.fields, list?.fields.count ?? stage.fields.count)
    if let list {
      detail = wording.text(
        AuthorPhrase.listDetail,
        [("fields", detail), ("least", "\(list.minimum)"), ("most", "\(list.maximum)")]
      )
      if let condition = list.condition {
        detail += " – " + explanation.words(of: condition)
      }
    }
    return WizardGraph.Box(key: stage.key, title: wording.text(stage.title), detail: detail)
  }
}

extension StageGuard {
  /// Whether the same field decides, under the same condition of the include.
  fileprivate func isLike(_ other: StageGuard?) -> Bool {
    field == other?.field && condition?.place == other?.condition?.place
  }
}
