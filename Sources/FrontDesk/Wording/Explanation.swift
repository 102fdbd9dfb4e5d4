import Expressions
package import PlainValues
package import WizardEngine

/// Why a field is asked or not asked, in words: the conditions and the answers that caused it.
package struct Explanation {
  private let wizard: Wizard
  private let plan: Plan
  private let today: CivilDate
  private let speech: Speech

  /// Explains a plan that was made for a day.
  package init(of wizard: Wizard, plan: Plan, today: CivilDate, speech: Speech) {
    self.wizard = wizard
    self.plan = plan
    self.today = today
    self.speech = speech
  }

  /// The reason why a field is asked, or when it would be.
  package func reason(for address: FieldAddress) -> String {
    let reason = wizard.reason(for: address, in: plan, on: today)
    guard reason.isAsked else {
      return reason.causes.last.map(sentence(keepingAway:)) ?? ""
    }
    let clauses = reason.causes.compactMap(clause)
    guard !clauses.isEmpty else { return text(.always) }
    return text(.because, ("clause", joined(clauses, with: .both)))
  }

  /// When a field is asked, whatever is answered: all conditions of its stage and its own.
  ///
  /// - Parameters:
  ///   - field: The field.
  ///   - stage: The stage that it stands in.
  /// - Returns: A sentence.
  package func conditions(of field: Field, in stage: Stage) -> String {
    guard field.computed == nil else { return text(.computed) }
    var clauses: [String] = []
    if let guarding = stage.guarding {
      let decider = wizard.fields[guarding.field]
      let labels = guarding.codes.map { speech.wording.optionLabel($0, of: decider) ?? $0 }
      clauses.append(oneOf(decider, labels))
    }
    let outer = [
      stage.guarding?.condition, stage.condition,
      stage.list.flatMap { wizard.lists[$0].condition },
    ]
    clauses += outer.compactMap { $0 }.map(words)
    if let condition = field.condition {
      clauses.append(clause(wizard.condition(of: condition, inList: stage.list)))
    }
    let clause = joined(clauses, with: .both)
    guard stage.list == nil else {
      return clauses.isEmpty ? text(.inEveryEntry) : text(.inEntriesIf, ("clause", clause))
    }
    return clauses.isEmpty ? text(.always) : text(.onlyIf, ("clause", clause))
  }

  private func sentence(keepingAway cause: AskingReason.Cause) -> String {
    switch cause {
    case .option, .condition: return text(.onlyIf, ("clause", clause(cause) ?? ""))
    case .computed: return text(.computed)
    case .drawn(let by):
      return text(.drawn, ("clause", clause(chosenIn: by)))
    case .noFields, .removed: return text(.nothingApplies)
    }
  }

  private func clause(_ cause: AskingReason.Cause) -> String? {
    switch cause {
    case .option(let position, let codes, let chosen):
      let field = wizard.fields[position]
      if cause.holds, let chosen {
        return equal(field, speech.local.shown(chosen, of: field))
      }
      let labels = codes.map { speech.wording.optionLabel($0, of: field) ?? $0 }
      return oneOf(field, labels)
    case .condition(let condition, _): return clause(condition)
    case .computed, .drawn, .noFields, .removed: return nil
    }
  }

  private func clause(chosenIn position: Int) -> String {
    let field = wizard.fields[position]
    let value = plan.field(at: .field(position))?.value
    return equal(field, value.map { speech.local.shown($0, of: field) } ?? "")
  }

  // MARK: Conditions

  /// A condition in words, as a part of a sentence that says nothing of any answers.
  package func words(of formula: Formula) -> String { clause(wizard.condition(of: formula)) }

  private func clause(_ condition: JudgedCondition) -> String {
    switch condition.content {
    case .all(let parts): return joined(parts.map(clause), with: .both)
    case .any(let parts):
      // Of alternatives, the one that holds is the reason; where none does, any would do.
      let holding = parts.filter { $0.holds == true }
      return joined((holding.isEmpty ? parts : [holding[0]]).map(clause), with: .either)
    case .not(let part): return negated(part)
    case .compare(let subject, let comparison, let literal):
      let phrase: ReasonPhrase =
        switch comparison {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        }
      return text(phrase, ("field", name(subject)), ("value", shown(literal, of: subject)))
    case .isOne(let subject, let literals):
      if condition.holds == true, let text = subject.text {
        return self.text(.equal, ("field", name(subject)), ("value", shown(text, of: subject)))
      }
      let values = literals.map { shown($0, of: subject) }.joined(separator: ", ")
      return text(.oneOf, ("field", name(subject)), ("values", values))
    case .includes(let subject, let literal):
      return text(.includes, ("field", name(subject)), ("value", shown(literal, of: subject)))
    case .isAnswered(let subject): return text(.answered, ("field", name(subject)))
    case .isTrue(let subject): return text(.isYes, ("field", name(subject)))
    case .always: return text(.always)
    case .other(let expression): return text(.condition, ("condition", expression))
    }
  }

  private func negated(_ part: JudgedCondition) -> String {
    switch part.content {
    case .isAnswered(let subject): text(.notAnswered, ("field", name(subject)))
    case .isTrue(let subject): text(.isNo, ("field", name(subject)))
    case .compare(let subject, .equal, let literal):
      text(.notEqual, ("field", name(subject)), ("value", shown(literal, of: subject)))
    default: text(.notAll, ("clause", clause(part)))
    }
  }

  private func joined(_ clauses: [String], with phrase: ReasonPhrase) -> String {
    guard let first = clauses.first else { return "" }
    return clauses.dropFirst().reduce(first) { text(phrase, ("first", $0), ("second", $1)) }
  }

  private func equal(_ field: Field, _ value: String) -> String {
    text(.equal, ("field", speech.wording.text(field.label)), ("value", value))
  }

  private func oneOf(_ field: Field, _ labels: [String]) -> String {
    guard labels.count > 1 else { return equal(field, labels.first ?? "") }
    return text(
      .oneOf,
      ("field", speech.wording.text(field.label)),
      ("values", labels.joined(separator: ", "))
    )
  }

  private func name(_ subject: JudgedSubject) -> String {
    switch subject.source {
    case .field(let address): speech.wording.text(wizard.field(at: address).label)
    case .list(let position):
      wizard.stages.first { $0.list == position }.map { speech.wording.text($0.title) } ?? ""
    case .today: text(.today)
    case .part(let names): names.joined(separator: ".")
    }
  }

  private func shown(_ text: String, of subject: JudgedSubject) -> String {
    guard case .field(let address) = subject.source else { return text }
    return speech.local.shown(.text(text), of: wizard.field(at: address))
  }

  private func text(_ phrase: ReasonPhrase, _ values: (String, String)...) -> String {
    speech.wording.text(phrase, values)
  }
}
