import PlainValues
import WizardEngine

extension Speech {
  /// Whether a text means yes or no, as a word or an unambiguous beginning of one.
  func truth(_ text: String) -> Bool? {
    if let truth = local.truth(text) { return truth }
    let key = text.trimmed.searchKey
    guard !key.isEmpty else { return nil }
    let isYes = wording.words(.yesWords).contains { $0.hasPrefix(key) }
    let isNo = wording.words(.noWords).contains { $0.hasPrefix(key) }
    return isYes == isNo ? nil : isYes
  }

  /// What a change does, in one line: `3 answers dropped (…), 2 new questions`.
  ///
  /// - Parameters:
  ///   - impact: What it does.
  ///   - wizard: The wizard.
  ///   - answers: The answers before it, which say how entries of lists are numbered.
  /// - Returns: A part of a sentence, without a full stop.
  func sentence(for impact: Impact, in wizard: Wizard, on answers: Answers) -> String {
    func labels(_ addresses: [FieldAddress]) -> String {
      addresses.map { address in
        label(of: wizard.path(of: address, in: answers), in: wizard) ?? ""
      }.joined(separator: "; ")
    }
    var parts: [String] = []
    if !impact.dropped.isEmpty {
      let count = wording.text(CountedPhrase.answersDropped, impact.dropped.count)
      parts.append("\(count) (\(labels(impact.dropped)))")
    }
    if !impact.added.isEmpty {
      parts.append(wording.text(CountedPhrase.questionsAdded, impact.added.count))
    }
    if !impact.rechecked.isEmpty {
      let count = wording.text(CountedPhrase.answersRechecked, impact.rechecked.count)
      parts.append("\(count) (\(labels(impact.rechecked)))")
    }
    return parts.joined(separator: ", ")
  }

  /// Where in the path a stage is: `Step 2 of about 3`.
  ///
  /// - Parameters:
  ///   - index: The stage among those of the interview, counted from 0.
  ///   - count: How many there are.
  ///   - plan: The plan, which is open while something that has no value yet is needed.
  ///   - wizard: The wizard; where it has no more stages than these, their count is certain.
  /// - Returns: A few words; the count is said to be about so many while the plan is open.
  func step(_ index: Int, of count: Int, in plan: Plan, of wizard: Wizard) -> String {
    let isOpen =
      wizard.stages.count > count
      && plan.fields.contains { $0.isRequired && !$0.problems.isEmpty && $0.value == nil }
    return wording.text(
      isOpen ? DialoguePhrase.stepOfAbout : .stepOf,
      [("step", "\(index + 1)"), ("count", "\(count)")]
    )
  }
}

extension Impact {
  /// Whether the change must be agreed to before it is made.
  var needsConsent: Bool { !dropped.isEmpty || !rechecked.isEmpty }
}
