package import WizardEngine

/// Why a field is asked, in words: the condition and the answers that caused it.
package struct Explanation {
  private let wizard: Wizard
  private let plan: Plan
  private let speech: Speech

  /// Explains the path of an interview.
  package init(of interview: Interview, speech: Speech) {
    self.init(of: interview.wizard, plan: interview.plan, speech: speech)
  }

  /// Explains a plan.
  package init(of wizard: Wizard, plan: Plan, speech: Speech) {
    self.wizard = wizard
    self.plan = plan
    self.speech = speech
  }

  /// The reason why a field is asked.
  package func reason(for address: FieldAddress) -> String {
    let stage = wizard.stages.first { stage in
      switch address {
      case .field(let position): stage.fields.contains(position)
      case .item(let list, _, _): stage.list == list
      }
    }
    var reasons: [String] = []
    if let guarding = stage?.guarding { reasons.append(reason(guarding)) }
    let conditions = [
      stage?.guarding?.condition, stage?.condition, wizard.field(at: address).condition,
    ]
    reasons += conditions.compactMap { $0 }.map(reason)
    return reasons.isEmpty
      ? speech.wording.text(DialoguePhrase.whyAlways) : reasons.joined(separator: " ")
  }

  private func reason(_ guarding: StageGuard) -> String {
    let field = wizard.fields[guarding.field]
    let chosen = plan.field(at: .field(guarding.field))?.value
    let shown =
      chosen.map { speech.local.shown($0, of: field) }
      ?? guarding.codes.map { speech.wording.optionLabel($0, of: field) ?? $0 }
        .joined(separator: ", ")
    return because(field, shown)
  }

  private func reason(_ formula: Formula) -> String {
    let answered = formula.fields.compactMap { position -> String? in
      let field = wizard.fields[position]
      guard let value = plan.field(at: .field(position))?.value else { return nil }
      return because(field, speech.local.shown(value, of: field))
    }
    guard !answered.isEmpty, !formula.readsMore else {
      return speech.wording.text(DialoguePhrase.whyCondition, [("condition", formula.text)])
    }
    return answered.joined(separator: " ")
  }

  private func because(_ field: Field, _ value: String) -> String {
    speech.wording.text(
      DialoguePhrase.whyOption,
      [("field", speech.wording.text(field.label)), ("value", value)])
  }
}
