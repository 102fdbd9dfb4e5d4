package import Procedures
package import RecordStorage
import PlainValues
package import TerminalForms
import WizardEngine

/// The interview line by line: at a terminal, in a pipe, with a screen reader.
///
/// Append-only: nothing is drawn over, and nothing depends on colour. It drives an ``Interview`` and
/// decides nothing itself.
package struct LineDialogue {
  /// How a dialogue ended.
  package enum Outcome {
    /// The person finished; what was confirmed is in the answers.
    case finished(Registration)
    /// The person cancelled.
    case cancelled
    /// The person left with a draft to be kept.
    case saved
    /// The input ended; whether anything had been answered.
    case ended(hadInput: Bool)
    /// A signal came.
    case interrupted(StopSignal)
    /// Reading failed with this `errno`.
    case failed(code: Int32)
  }

  /// The interview, whose answers a draft keeps.
  package private(set) var interview: Interview
  /// The language of the moment.
  package private(set) var speech: Speech

  let desk: Desk
  let screen: DialogueScreen
  private let reader: LineReader
  /// Gives the speech of a language tag; `nil` where there is no catalog.
  private let speaking: (String) -> Speech?
  private let languages: [String]
  private let isConfirmed: Bool
  private var shownStage: Int?
  private var hadInput = false
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
  ///   - languages: The languages that can be changed to.
  ///   - speaking: Gives the speech of a language tag.
  package init(
    _ interview: Interview,
    desk: Desk,
    speech: Speech,
    output: TerminalOutput,
    reader: LineReader,
    isConfirmed: Bool,
    languages: [String],
    speaking: @escaping (String) -> Speech?
  ) {
    self.interview = interview
    self.desk = desk
    self.speech = speech
    self.reader = reader
    self.isConfirmed = isConfirmed
    self.languages = languages
    self.speaking = speaking
    screen = DialogueScreen(output: output)
  }

  var wording: Wording { speech.wording }

  /// Asks until the person finishes, leaves, or the input ends.
  ///
  /// - Throws: `StoreError` where the store cannot be read; the answers are kept for a draft.
  package mutating func run() throws(StoreError) -> Outcome {
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
    case end(Outcome)
  }

  // MARK: Fields

  private mutating func askField(_ address: FieldAddress) throws(StoreError) -> Step {
    guard let planned = interview.plan.field(at: address) else {
      interview.advance()
      return .proceed
    }
    let field = interview.wizard.field(at: address)
    showStage()
    withheld = Set(
      try desk.procedure.withheldOptions(
        Registration(of: interview.wizard, plan: interview.plan), in: desk.store))
    let offered = planned.offered.filter { !isWithheld(field.options[$0].code, at: address) }
    show(field, planned: planned, offered: offered)
    var accepted: Interview.Attempt?
    while true {
      let read = readLine()
      guard case .text(let text) = read else {
        if case .command(let command) = read {
          switch try perform(command, field: field, planned: planned) {
          case .stay: continue
          case .moved: return .proceed
          case .end(let outcome): return .end(outcome)
          }
        }
        return .end(read.outcome(hadInput: hadInput))
      }
      hadInput = true
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
    let wizard = interview.wizard
    let path: String
    switch address {
    case .field(let position): path = wizard.fields[position].key
    case .item(let list, _, let position):
      path = "\(wizard.lists[list].key).\(wizard.lists[list].fields[position].key)"
    }
    return withheld.contains(SpelledAnswer(path, code))
  }

  private mutating func keep(_ attempt: Interview.Attempt) throws(StoreError) -> Step {
    let before = interview.plan.field(at: attempt.address)?.value
    interview.accept(attempt)
    if let planned = interview.plan.field(at: attempt.address), let value = planned.value,
      case .text(let canonical) = value.content
    {
      let field = interview.wizard.field(at: attempt.address)
      let shown = speech.local.shown(value, of: field)
      let typed = attempt.answers[attempt.address].map { speech.local.shown($0.content, of: field) }
      if !field.isSecret, shown != typed || value.sort != nil, value != before || typed != canonical {
        let sort = value.sort.map { " (\(wording.name($0)))" } ?? ""
        screen.remark(wording.text(DialoguePhrase.taken, [("value", shown + sort)]))
      }
    }
    interview.replaceAnswers(try desk.prefilled(interview.answers))
    return try leaveStop()
  }

  /// Goes on, or back to the first field of the stage that blocks.
  private mutating func leaveStop() throws(StoreError) -> Step {
    guard interview.isAtEndOfStage, let index = interview.stageIndex(of: interview.stop) else {
      interview.advance()
      return .proceed
    }
    let stage = interview.stages[index]
    let wizard = interview.wizard
    let blocking = stage.allProblems.filter { $0.severity == .error }
    let registration = Registration(of: wizard, plan: interview.plan)
    let paths = Set(stage.allFields.map(\.path))
    let findings = try desk.findings(of: registration).filter { paths.contains($0.path) }
    let refusals = findings.filter { $0.weight != .notice && $0.weight != .question }
    for notice in findings where notice.weight == .notice { say(notice) }
    guard !blocking.isEmpty || !refusals.isEmpty else {
      interview.advance()
      return .proceed
    }
    say(blocking, interview.answers)
    refusals.forEach(say)
    let path = blocking.first?.path ?? refusals.first?.path
    if let field = stage.allFields.first(where: { $0.path == path && $0.isAsked }) {
      interview.go(to: .field(field.address), returning: false)
    }
    return .proceed
  }

  private mutating func confirmImpact(
    of attempt: Interview.Attempt,
    field: Field
  ) throws(StoreError) -> Bool {
    let impact = attempt.impact
    guard !impact.dropped.isEmpty || !impact.rechecked.isEmpty else { return true }
    screen.warning(wording.text(DialoguePhrase.impactTitle))
    screen.detail(impactLine(impact, after: attempt.answers))
    screen.ask(wording.text(DialoguePhrase.impactAsk), options: yesOrNo(default: nil))
    guard readTruth(default: nil) == true else {
      screen.remark(wording.text(DialoguePhrase.impactKept))
      return false
    }
    return true
  }

  /// What a change does, in one line: `3 answers dropped (…), 2 new questions`.
  private func impactLine(_ impact: Impact, after changed: Answers) -> String {
    let wizard = interview.wizard
    func labels(_ addresses: [FieldAddress]) -> String {
      addresses.map { wording.text(wizard.field(at: $0).label) }.joined(separator: ", ")
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

  // MARK: Lists

  private mutating func askList(_ position: Int) throws(StoreError) -> Step {
    showStage()
    let list = interview.wizard.lists[position]
    let items = plannedItems(of: position)
    if items.isEmpty {
      screen.remark(wording.text(DialoguePhrase.listIsEmpty))
    }
    for (index, item) in items.enumerated() {
      let title = speech.title(ofItem: item, number: index + 1, in: list)
      screen.option("\(index + 1)", title, isChosen: false)
    }
    screen.ask(wording.text(DialoguePhrase.listCommands), options: "")
    while true {
      let read = readLine()
      guard case .text(let text) = read else {
        if case .command(let command) = read {
          switch try perform(command, field: nil, planned: nil) {
          case .stay: continue
          case .moved: return .proceed
          case .end(let outcome): return .end(outcome)
          }
        }
        return .end(read.outcome(hadInput: hadInput))
      }
      hadInput = true
      let words = text.trimmed.lowercased().split(separator: " ").map(String.init)
      guard let verb = words.first else { return try leaveStop() }
      let number = words.count > 1 ? Int(words[1]) : Int(verb.dropFirst())
      switch verb.first {
      case "a" where words.count == 1:
        if items.count >= list.maximum {
          say(
            [
              Problem(
                path: list.key,
                reason: .tooManyItems(maximum: list.maximum, actual: items.count + 1))
            ], interview.answers)
          screen.prompt()
          continue
        }
        interview.addItem(to: position)
        return .proceed
      case "c", "r":
        guard let number, items.indices.contains(number - 1) else {
          screen.problem(
            wording.text(DialoguePhrase.noSuchItem, [("number", number.map(String.init) ?? "?")]))
          screen.prompt()
          continue
        }
        if verb.first == "c" {
          interview.openItem(items[number - 1].id, of: position)
          return .proceed
        }
        remove(items[number - 1], number: number, from: list)
        return .proceed
      default:
        screen.problem(
          wording.text(DialoguePhrase.unknownCommandInDialogue, [("command", text.trimmed)]))
        screen.prompt()
      }
    }
  }

  private mutating func remove(_ item: PlannedItem, number: Int, from list: ItemList) {
    let title = speech.title(ofItem: item, number: number, in: list)
    screen.ask(
      wording.text(DialoguePhrase.removeItem, [("title", title)]), options: yesOrNo(default: nil))
    guard readTruth(default: nil) == true else {
      screen.remark(wording.text(DialoguePhrase.itemKept))
      return
    }
    interview.removeItem(item.id, from: list.position)
    screen.remark(wording.text(DialoguePhrase.itemRemoved, [("number", "\(number)")]))
  }

  func plannedItems(of list: Int) -> [PlannedItem] {
    interview.plan.stages.first { interview.wizard.stages[$0.position].list == list }?.items ?? []
  }

  // MARK: Review

  private mutating func askReview() throws(StoreError) -> Step {
    shownStage = nil
    let sheet = AnswerSheet(of: interview, speech: speech)
    screen.title(wording.text(DialoguePhrase.reviewTitle))
    screen.sheet(sheet)
    let registration = Registration(of: interview.wizard, plan: interview.plan)
    let problems = interview.plan.problems
    let findings = try desk.findings(of: registration)
    say(problems, interview.answers)
    findings.forEach(say)
    let isBlocked =
      problems.contains { $0.severity == .error }
      || findings.contains { $0.weight != .notice && $0.weight != .question }
    if !isBlocked {
      let set = try desk.changeSet(of: registration)
      if set.changes.isEmpty {
        screen.remark(wording.text(DialoguePhrase.nothingChanges))
      } else {
        screen.title(wording.text(DialoguePhrase.willBeStored))
        screen.lines(ChangeSheet(of: set, wording: wording).lines(on:))
      }
    }
    let prompt: DialoguePhrase = desk.subject == nil ? .reviewPrompt : .reviewPromptEditing
    screen.ask(wording.text(prompt), options: "")
    while true {
      let read = readLine()
      guard case .text(let text) = read else {
        if case .command(let command) = read {
          switch try perform(command, field: nil, planned: nil) {
          case .stay: continue
          case .moved: return .proceed
          case .end(let outcome): return .end(outcome)
          }
        }
        return .end(read.outcome(hadInput: hadInput))
      }
      hadInput = true
      let typed = text.trimmed
      if typed.isEmpty {
        guard !isBlocked else {
          goToFirstProblem(problems: problems, findings: findings)
          return .proceed
        }
        guard confirm(findings) else {
          screen.prompt()
          continue
        }
        return .end(.finished(registration))
      }
      guard let number = Int(typed), let stop = sheet.stop(numbered: number) else {
        screen.problem(
          wording.text(DialoguePhrase.unknownCommandInDialogue, [("command", typed)]))
        screen.prompt()
        continue
      }
      interview.go(to: stop, returning: true)
      return .proceed
    }
  }

  private mutating func goToFirstProblem(problems: [Problem], findings: [Finding]) {
    let paths =
      problems.filter { $0.severity == .error }.map(\.path)
      + findings.filter { $0.weight != .notice }.map(\.path)
    guard let path = paths.first else { return }
    if let field = interview.plan.fields.first(where: { $0.path == path && $0.isAsked }) {
      interview.go(to: .field(field.address), returning: true)
    } else if let list = interview.wizard.listPositions[path] {
      interview.go(to: .list(list), returning: true)
    }
  }

  /// Asks every question that needs a yes.
  private mutating func confirm(_ findings: [Finding]) -> Bool {
    var questions = findings.filter { $0.weight == .question }.map(\.reason)
    if let confirmation = desk.confirmation { questions.append(confirmation) }
    guard !isConfirmed else { return true }
    for question in questions {
      screen.ask(wording.sentence(for: question), options: yesOrNo(default: nil))
      guard readTruth(default: nil) == true else { return false }
    }
    return true
  }

  // MARK: Commands

  private enum Movement {
    case stay
    case moved
    case end(Outcome)
  }

  private mutating func perform(
    _ command: DialogueCommand,
    field: Field?,
    planned: PlannedField?
  ) throws(StoreError) -> Movement {
    switch command {
    case .help:
      showHelp(field: field, planned: planned)
      screen.prompt()
      return .stay
    case .back:
      guard interview.goBack() else {
        screen.problem(wording.text(DialoguePhrase.nothingBefore))
        screen.prompt()
        return .stay
      }
      return .moved
    case .next:
      interview.advance()
      return .moved
    case .review:
      interview.goToReview()
      return .moved
    case .finish:
      guard interview.isInLastStage else {
        screen.problem(wording.text(DialoguePhrase.notLast))
        screen.prompt()
        return .stay
      }
      interview.goToReview()
      return .moved
    case .language(let tag):
      guard let speech = speaking(tag) else {
        screen.problem(
          wording.text(
            DialoguePhrase.languageUnknown,
            [("tag", tag), ("tags", languages.joined(separator: ", "))]))
        screen.prompt()
        return .stay
      }
      self.speech = speech
      screen.remark(wording.text(DialoguePhrase.languageChanged))
      shownStage = nil
      return .moved
    case .save: return .end(.saved)
    case .quit: return .end(.cancelled)
    case .unknown(let text):
      screen.problem(wording.text(DialoguePhrase.unknownCommandInDialogue, [("command", text)]))
      screen.prompt()
      return .stay
    }
  }

  // MARK: Reading

  /// Reads the next line; lines that are no text are refused until one is.
  mutating func readLine() -> DialogueInput {
    while true {
      switch reader.next() {
      case .line(let text): return DialogueInput(text)
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

  private mutating func readTruth(default preset: Bool?) -> Bool? {
    while true {
      guard case .text(let text) = readLine() else { return nil }
      hadInput = true
      if text.trimmed.isEmpty, let preset { return preset }
      if let truth = truth(text) { return truth }
      screen.problem(
        wording.text(
          ProblemPhrase.yesOrNo,
          [
            ("field", ""), ("yes", wording.text(DialoguePhrase.yes)),
            ("no", wording.text(DialoguePhrase.no)),
          ]
        ).drop { $0 == ":" || $0 == " " }.description)
      screen.prompt()
    }
  }

  // MARK: Saying

  private func say(_ problems: [Problem], _ answers: Answers) {
    for problem in problems {
      let sentence = speech.sentence(for: problem, in: interview.wizard, answers: answers)
      if problem.severity == .error {
        screen.problem(sentence)
      } else {
        screen.warning(sentence)
      }
    }
  }

  private func say(_ finding: Finding) {
    let label = finding.path.isEmpty ? nil : speech.label(of: finding.path, in: interview.wizard)
    let sentence = wording.sentence(for: finding, label: label)
    switch finding.weight {
    case .notice: screen.warning(sentence)
    case .question: break
    case .problem, .missing, .conflict: screen.problem(sentence)
    }
  }

  private mutating func showStage() {
    let index = interview.stageIndex(of: interview.stop)
    guard let index, index != shownStage else { return }
    shownStage = index
    let stages = interview.stages
    let stage = interview.wizard.stages[stages[index].position]
    let isOpen = interview.plan.fields.contains { !$0.problems.isEmpty && $0.value == nil }
    screen.stage(
      wording.text(
        isOpen ? DialoguePhrase.stepOfAbout : .stepOf,
        [("step", "\(index + 1)"), ("count", "\(stages.count)")]),
      wording.text(stage.title))
  }
}
