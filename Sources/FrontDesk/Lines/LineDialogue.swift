import Procedures
package import RecordStorage
import PlainValues
package import TerminalForms
import WizardEngine

/// The interview line by line: at a terminal, in a pipe, with a screen reader.
///
/// Append-only: nothing is drawn over, and nothing depends on colour. It drives an ``Interview`` and
/// decides nothing itself.
package struct LineDialogue {
  /// The interview, whose answers a draft keeps.
  package internal(set) var interview: Interview
  /// The language of the moment.
  package internal(set) var speech: Speech

  let desk: Desk
  let screen: DialogueScreen
  let reader: LineReader
  /// Gives the speech of a language tag; `nil` where there is no catalog.
  let speaking: (String) -> Speech?
  let languages: [String]
  let isConfirmed: Bool
  /// Keeps the answers so far, in case the process is killed.
  let keeping: (LineDialogue) -> Void
  var shownStage: Int?
  var hadInput = false
  /// The records that filled the form, as they were then, so that a change meanwhile is noticed.
  var loaded: [Record] = []
  private var withheld: Set<SpelledAnswer> = []

  /// Prepares a dialogue.
  ///
  /// - Parameters:
  ///   - interview: Where to start.
  ///   - desk: The wizard with store and day.
  ///   - speech: The language to start in.
  ///   - output: Where prompts go; results are not written by the dialogue.
  ///   - reader: The one reader of the session.
  ///   - isConfirmed: Whether every confirmation is answered already.
  ///   - isEchoing: Whether what is read is shown, because it does not come from a keyboard.
  ///   - languages: The languages that can be changed to.
  ///   - speaking: Gives the speech of a language tag.
  ///   - keeping: Keeps the answers so far, in case the process is killed.
  package init(
    _ interview: Interview,
    desk: Desk,
    speech: Speech,
    output: TerminalOutput,
    reader: LineReader,
    isConfirmed: Bool,
    isEchoing: Bool,
    languages: [String],
    speaking: @escaping (String) -> Speech?,
    keeping: @escaping (LineDialogue) -> Void
  ) {
    self.interview = interview
    self.desk = desk
    self.speech = speech
    self.reader = reader
    self.isConfirmed = isConfirmed
    self.languages = languages
    self.speaking = speaking
    self.keeping = keeping
    screen = DialogueScreen(output: output, isEchoing: isEchoing)
  }

  var wording: Wording { speech.wording }

  /// Asks until the person finishes, leaves, or the input ends.
  ///
  /// - Throws: `StoreError` where the store cannot be read; the answers are kept for a draft.
  package mutating func run() throws(StoreError) -> DialogueOutcome {
    screen.title(wording.text(interview.wizard.title))
    screen.hint(wording.text(DialoguePhrase.hints))
    while true {
      let step: Step
      switch interview.stop {
      case .field(let address): step = try askField(address)
      case .list(let list): step = try askList(list)
      case .review: step = try askReview()
      }
      if case .end(let outcome) = step { return outcome }
    }
  }

  /// What happened at one stop.
  enum Step {
    /// Go on at the interview's current stop.
    case proceed
    /// The dialogue is over.
    case end(DialogueOutcome)
  }

  // MARK: Fields

  private mutating func askField(_ address: FieldAddress) throws(StoreError) -> Step {
    guard let planned = interview.plan.field(at: address) else {
      interview.advance()
      return .proceed
    }
    let field = interview.wizard.field(at: address)
    showStage()
    // Only where there are options can any be withheld; nothing else is worth asking the store.
    withheld =
      field.options.isEmpty ? [] : Set(try desk.withheldOptions(at: address, in: interview))
    let offered = planned.offered.filter { !isWithheld(field.options[$0].code, at: address) }
    show(field, planned: planned, offered: offered)
    var accepted: Interview.Attempt?
    while true {
      let text: String
      switch try turn(field: field, planned: planned) {
      case .text(let line): text = line
      case .again: continue
      case .step(let step): return step
      }
      if text.trimmed.isEmpty, let attempt = accepted {
        return try keep(attempt)
      }
      accepted = nil
      let answer: GivenAnswer?
      switch answerGiven(text, field: field, planned: planned, offered: offered) {
      case .answer(let given): answer = given
      case .refused: continue
      }
      let attempt = interview.attempt(answer, at: address)
      guard attempt.holds else {
        say(attempt.problems.filter { $0.severity == .error }, attempt.answers)
        screen.prompt()
        continue
      }
      if let value = attempt.answers[address] ?? nil, value.content.isEmpty, planned.isRequired {
        screen.prompt()
        continue
      }
      guard try confirmImpact(of: attempt, field: field) else {
        screen.prompt()
        continue
      }
      let warnings = attempt.problems.filter { $0.severity == .warning }
      guard warnings.isEmpty else {
        say(warnings, attempt.answers)
        screen.hint(wording.text(DialoguePhrase.warningAgain))
        screen.prompt()
        accepted = attempt
        continue
      }
      return try keep(attempt)
    }
  }

  private func isWithheld(_ code: String, at address: FieldAddress) -> Bool {
    withheld.contains(SpelledAnswer(interview.wizard.key(of: address), code))
  }

  mutating func keep(_ attempt: Interview.Attempt) throws(StoreError) -> Step {
    let before = interview.plan.field(at: attempt.address)?.value
    interview.accept(attempt)
    if let planned = interview.plan.field(at: attempt.address), let value = planned.value,
      case .text(let canonical) = value.content
    {
      let field = interview.wizard.field(at: attempt.address)
      let shown = speech.local.shown(value, of: field)
      let typed = attempt.answers[attempt.address].map { speech.local.shown($0.content, of: field) }
      if !field.isSecret, shown != typed || value.sort != nil, value != before || typed != canonical
      {
        let sort = value.sort.map { " (\(wording.name($0)))" } ?? ""
        screen.remark(wording.text(DialoguePhrase.taken, [("value", shown + sort)]))
      }
    }
    if case .record = interview.wizard.field(at: attempt.address).type {
      loaded = try desk.loaded(interview.answers)
    }
    interview.replaceAnswers(try desk.prefilled(interview.answers))
    keeping(self)
    return try leaveStop()
  }

  /// Goes on, or back to the first field of the stage that blocks.
  mutating func leaveStop() throws(StoreError) -> Step {
    guard interview.isAtEndOfStage, let index = interview.stageIndex(of: interview.stop) else {
      interview.advance()
      return .proceed
    }
    let stage = interview.stages[index]
    let check = try StageCheck(of: stage, in: interview, at: desk)
    check.notices.forEach(say)
    guard !check.holds else {
      interview.advance()
      return .proceed
    }
    say(check.problems, interview.answers)
    check.refusals.forEach(say)
    let path = check.firstPath
    if let field = stage.allFields.first(where: { $0.path == path && $0.isAsked }) {
      interview.go(to: .field(field.address), returning: false)
    }
    return .proceed
  }

  private mutating func confirmImpact(
    of attempt: Interview.Attempt,
    field: Field
  ) throws(StoreError) -> Bool {
    guard attempt.impact.needsConsent else { return true }
    screen.warning(wording.text(DialoguePhrase.impactTitle))
    screen.detail(
      speech.sentence(for: attempt.impact, in: interview.wizard, on: interview.answers)
    )
    screen.ask(wording.text(DialoguePhrase.impactAsk), options: yesOrNo(default: nil))
    guard readTruth(default: nil) == true else {
      screen.remark(wording.text(DialoguePhrase.impactKept))
      return false
    }
    return true
  }

  // MARK: Reading

  /// Reads the next line; lines that are no text are refused until one is.
  mutating func readLine() -> DialogueInput {
    let isSecret = interview.field.map { interview.wizard.field(at: $0.address).isSecret } ?? false
    while true {
      switch reader.next() {
      case .line(let text):
        screen.echo(isSecret ? "" : text)
        return DialogueInput(text)
      case .invalid(let byte):
        screen.problem(wording.text(DialoguePhrase.invalidLine, [("byte", "\(byte + 1)")]))
      case .tooLong: screen.problem(wording.text(DialoguePhrase.lineTooLong))
      case .end: return .end
      case .interrupted(let signal): return .interrupted(signal)
      case .failed(let code): return .failed(code: code)
      }
      screen.prompt()
    }
  }

  /// Reads a memo: lines up to one with a single dot.
  mutating func readMemo(startingWith first: String) -> String {
    var lines = [first]
    while case .text(let text) = readLine(), text != "." { lines.append(text) }
    return lines.joined(separator: "\n")
  }

  mutating func readTruth(default preset: Bool?) -> Bool? {
    while true {
      guard case .text(let text) = readLine() else { return nil }
      hadInput = true
      if text.trimmed.isEmpty, let preset { return preset }
      if let truth = speech.truth(text) { return truth }
      screen.problem(
        wording.text(
          ProblemPhrase.yesOrNo,
          [
            ("field", ""), ("yes", wording.text(DialoguePhrase.yes)),
            ("no", wording.text(DialoguePhrase.no)),
          ]
        ).drop { $0 == ":" || $0 == " " }.description
      )
      screen.prompt()
    }
  }

  // MARK: Saying

  func say(_ problems: [Problem], _ answers: Answers) {
    for problem in problems {
      let sentence = speech.sentence(for: problem, in: interview.wizard, answers: answers)
      if problem.severity == .error {
        screen.problem(sentence)
      } else {
        screen.warning(sentence)
      }
    }
  }

  func say(_ finding: Finding) {
    let label = finding.path.isEmpty ? nil : speech.label(of: finding.path, in: interview.wizard)
    let sentence = wording.sentence(for: finding, label: label)
    switch finding.weight {
    case .notice: screen.warning(sentence)
    case .question: break
    case .problem, .missing, .conflict, .choice: screen.problem(sentence)
    }
  }

  mutating func showStage() {
    let index = interview.stageIndex(of: interview.stop)
    guard let index, index != shownStage else { return }
    shownStage = index
    let stages = interview.stages
    let stage = interview.wizard.stages[stages[index].position]
    screen.stage(
      speech.step(index, of: stages.count, in: interview.plan, of: interview.wizard),
      wording.text(stage.title)
    )
  }
}
