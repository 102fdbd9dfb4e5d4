import PlainValues
import Procedures
import RecordStorage
import TerminalForms
import WizardEngine

extension FormDialogue {
  /// Where the person wants to go from a field.
  enum Move {
    /// To the next field; from the last one, to the next page.
    case onward
    /// To the next field; from the last one, to what can be done.
    case next
    /// To the field before; from the first one, to the page before.
    case previous
    /// To the next page.
    case nextPage
    /// To the page before.
    case previousPage

    /// Whether the answer must hold first.
    var isStrict: Bool { self == .onward }
  }

  mutating func pressInField(_ key: Key) throws(StoreError) -> Reaction {
    guard let address else { return .show }
    if let text = suggestedText(at: address, takenBy: key) {
      editor.content = edited(text)
      return .show
    }
    if case .function(4) = key, case .memo(let text) = editor.content { return .edit(text.text) }
    if editor.press(key) {
      accepted = nil
      unread[address] = nil
      propose(at: address)
      return .show
    }
    switch key {
    case .enter, .lineBreak: return try leaveField(.onward)
    case .tab, .down, .pageDown, .altRight: return try leaveField(.next)
    case .backTab, .up, .pageUp, .altLeft: return try leaveField(.previous)
    case .escape:
      if closeProposals() { return .show }
      return try leaveField(.previousPage)
    default: return .show
    }
  }

  /// The suggestion that a key takes into the editor, to be changed there.
  private func suggestedText(at address: FieldAddress, takenBy key: Key) -> String? {
    guard key == .right || key == .end, !editor.isTouched, editor.typed.isEmpty,
      let value = interview.plan.field(at: address)?.value
    else { return nil }
    switch editor.content {
    case .text, .lookup: return speech.local.shown(value.content, of: wizard.field(at: address))
    case .memo, .options: return nil
    }
  }

  private func edited(_ text: String) -> FieldEditor.Content {
    if case .lookup = editor.content {
      return .lookup(TextEditor(text), proposals: [], marked: nil)
    }
    return .text(TextEditor(text))
  }

  /// Forgets what was typed to find an option, or the proposals for a text.
  private mutating func closeProposals() -> Bool {
    switch editor.content {
    case .options(var picker, let codes):
      guard picker.clearFilter() else { return false }
      editor.content = .options(picker, codes: codes)
      editor.isTouched = picker.isTouched
      return true
    case .lookup(let text, let proposals, _):
      guard !proposals.isEmpty else { return false }
      editor.content = .lookup(text, proposals: [], marked: nil)
      return true
    case .text, .memo: return false
    }
  }

  // MARK: Answering

  /// What the editor holds, read in the language of the moment; a text that could mean two things stays
  /// a text.
  func given(at address: FieldAddress) -> FieldEditor.Given {
    let field = wizard.field(at: address)
    let given = editor.given(for: field)
    guard case .text(let text) = given,
      case .success(let content) = speech.local.content(text, for: field)
    else { return given }
    return .answer(GivenAnswer(content))
  }

  /// Leaves the field in focus, with its answer.
  ///
  /// With Enter the answer must hold, and a warning must be taken by a second Enter. In any other way the
  /// field is left as it is: what is wrong with it is shown, and keeps the person on the page. Only what
  /// was typed to find an option and found none is given up, which is said.
  mutating func leaveField(_ move: Move) throws(StoreError) -> Reaction {
    guard let address else { return try go(move) }
    switch given(at: address) {
    case .untouched:
      guard !move.isStrict || holds(at: address) else { return .show }
    case .noOption(let text):
      // The engine says what is wrong with it, as with any answer; it is not kept.
      let attempt = interview.attempt(GivenAnswer(text), at: address)
      notice = attempt.problems.first.map { problem in
        remark(
          .problem,
          .red,
          speech.sentence(for: problem, in: wizard, answers: attempt.answers)
        )
      }
      if move.isStrict { return .show }
    case .text(let text):
      // It could mean two things: it stays to be mended, and no older answer stands in for it.
      if case .failure(let failure) = speech.local.content(text, for: wizard.field(at: address)) {
        try accept(interview.attempt(nil, at: address))
        unread[address] = (text, failure)
        judged.insert(address)
      }
      if move.isStrict { return .show }
    case .answer(let answer):
      let meant = move.isStrict ? uniqueProposal(for: answer, at: address) : answer
      let attempt = interview.attempt(meant, at: address)
      if attempt.impact.needsConsent {
        guard !move.isStrict || attempt.holds else {
          judged.insert(address)
          return .show
        }
        question = .impact(attempt, then: move)
        return .show
      }
      try accept(attempt)
      guard !move.isStrict || holds(at: address) else {
        editor.isTouched = false
        return .show
      }
    }
    return try go(move)
  }

  /// Whether the answer to a field may be taken with Enter; what keeps it is shown from then on.
  private mutating func holds(at address: FieldAddress) -> Bool {
    guard let planned = interview.plan.field(at: address) else { return true }
    let findings = findings.filter { $0.path == planned.path }
    let isWarned = planned.problems.contains { $0.severity == .warning }
    let isBlocked =
      planned.problems.contains { $0.severity == .error } || findings.contains(where: \.blocks)
      || unread[address] != nil
    if isBlocked || isWarned { judged.insert(address) }
    if isBlocked { return false }
    guard isWarned, accepted != .field(address) else { return true }
    accepted = .field(address)
    notice = remark(.warning, .yellow, wording.text(DialoguePhrase.warningAgain))
    return false
  }

  /// Keeps an answer and learns what follows from it.
  mutating func accept(_ attempt: Interview.Attempt) throws(StoreError) {
    let address = attempt.address
    interview.accept(attempt)
    unread[address] = nil
    if newItem != nil { newItem = nil }
    if !attempt.holds { judged.insert(address) }
    if case .record = wizard.field(at: address).type {
      loaded = try desk.loaded(interview.answers)
    }
    interview.replaceAnswers(try desk.prefilled(interview.answers))
    try consultStore()
  }

  /// Asks the store about the answers so far.
  mutating func consultStore() throws(StoreError) {
    let registration = Registration(of: wizard, plan: interview.plan)
    findings = try desk.findings(of: registration)
    similar =
      desk.subject == nil
      ? try desk.procedure.similarCompanies(to: registration, in: desk.store) : []
  }

  /// The answer that a text stands for where only one value is proposed for it.
  private func uniqueProposal(for answer: GivenAnswer?, at address: FieldAddress) -> GivenAnswer? {
    guard let answer, case .lookup(_, let proposals, nil) = editor.content, proposals.count == 1
    else { return answer }
    let attempt = interview.attempt(answer, at: address)
    if case .record = wizard.field(at: address).type {
      return GivenAnswer(proposals[0].code)
    }
    return attempt.holds ? answer : GivenAnswer(proposals[0].code)
  }

  /// The similar companies that a customer can be registered from.
  var offers: [SimilarCompany] { similar.filter { !$0.isCustomer } }

  /// Takes the text that a program has edited.
  package mutating func replaceMemo(with text: String) {
    guard case .memo(let before) = editor.content, text != before.text else { return }
    editor.content = .memo(TextEditor(text, isMultiline: true))
    editor.isTouched = true
  }
}
