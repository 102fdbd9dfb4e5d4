import MessageCatalogs
import Procedures
package import RecordStorage
import PlainValues
package import TerminalForms
import WizardEngine

/// All pages of a wizard's form as people will see them, drawn by the code that draws the form.
///
/// Every stage comes once, with the first field in focus, then each of its fields that says more in
/// focus, then the entries of lists, then the review.
package struct PagePreview {
  /// How the fields are shown.
  package enum State: String, CaseIterable, Sendable {
    /// As a person meets them.
    case empty
    /// With an answer that does not hold, and what is said about it.
    case error
    /// With the help that F1 shows.
    case help
  }

  private let desk: Desk
  private let speech: Speech
  private let trace = TranslationTrace()
  private let state: State
  private let size: WindowSize
  private let repertoire: Repertoire
  private let tour: WizardTour

  /// More rows than any page has, so that nothing is scrolled.
  private static let rows = 2_000
  /// So wide that no word is too long for its room.
  private static let widest = 2_000

  /// Prepares the pages.
  ///
  /// - Parameters:
  ///   - desk: The wizard, with a store for what is looked up.
  ///   - wording: The language.
  ///   - columns: The columns of the window.
  ///   - state: How the fields are shown.
  ///   - repertoire: The characters that can be shown.
  package init(
    of desk: Desk,
    in wording: Wording,
    columns: Int,
    state: State = .empty,
    repertoire: Repertoire = .unicode
  ) {
    self.desk = desk
    self.state = state
    self.repertoire = repertoire
    speech = Speech(
      Wording(wording.translations.traced(by: trace), language: wording.language)
    )
    size = WindowSize(columns: columns, rows: PagePreview.rows)
    tour = WizardTour(of: desk.wizard, on: desk.today)
  }

  private var wizard: Wizard { desk.wizard }

  /// Draws the pages.
  ///
  /// - Parameter stage: The key of the only stage to draw, or `review`; `nil` for all.
  /// - Returns: In the order of the path.
  /// - Throws: `StoreError` where the store cannot be read.
  package func views(ofStage stage: String? = nil) throws(StoreError) -> [PreviewView] {
    var views: [PreviewView] = []
    var numbers: [PreviewView.Subject: Int] = [:]
    var seenMarks: Set<PreviewMark> = []
    func add(
      _ subject: PreviewView.Subject,
      _ dialogue: FormDialogue,
      onlyFocus: Bool = false
    ) {
      numbers[subject, default: 0] += 1
      let number = numbers[subject] ?? 1
      let view = view(of: subject, number: number, dialogue, onlyFocus: onlyFocus)
      // What was said once need not be said with every page.
      views.append(view.saying(view.marks.filter { seenMarks.insert($0).inserted }))
    }
    // Options may bring the same stage along, and fields stay where others exclude each other.
    var seenStages: Set<[Message]> = []
    var seenFields: Set<Message> = []
    for stop in tour.stops where stage == nil || stage == wizard.stages[stop.stage].key {
      let key = wizard.stages[stop.stage].key
      let texts = askedFields(of: stop, in: stop.plan).map { wizard.field(at: $0.address).label }
      guard seenStages.insert([wizard.stages[stop.stage].title] + texts).inserted else { continue }
      if let list = wizard.stages[stop.stage].list {
        var empty = stop.answers
        for item in empty.lists[list] { empty.removeItem(item.id, from: wizard.lists[list]) }
        let plan = tour.plan(for: empty)
        let dialogue = try dialogue(at: .list(list), answers: empty, plan: plan)
        if state != .help { add(.page(stage: key), dialogue) }
      }
      let plan = shown(stop)
      let fields = askedFields(of: stop, in: plan.plan)
      guard let first = fields.first else { continue }
      let isList = wizard.stages[stop.stage].list != nil
      for field in fields {
        let subject: PreviewView.Subject = isList ? .entry(stage: key) : .page(stage: key)
        let dialogue = try dialogue(
          at: .field(field.address),
          answers: plan.answers,
          plan: plan.plan
        )
        if state != .help, field.address == first.address { add(subject, dialogue) }
        guard seenFields.insert(wizard.field(at: field.address).label).inserted else { continue }
        try addParts(of: field, of: stop, plan, dialogue, isFirst: field.address == first.address) {
          add($0, $1, onlyFocus: true)
        }
      }
    }
    if stage == nil || stage == "review", let last = tour.stops.last {
      let plan = wizard.plan(for: last.answers, on: desk.today)
      var review = try dialogue(at: .review, answers: last.answers, plan: plan)
      if state != .error { review.check = nil }
      if state == .help { review.help = FormHelp() }
      add(.review, review)
    }
    return views
  }

  /// What a field says only when it is in focus, or only when a rule does not hold.
  private func addParts(
    of field: PlannedField,
    of stop: TourStop,
    _ plan: (answers: Answers, plan: Plan),
    _ dialogue: FormDialogue,
    isFirst: Bool,
    add: (PreviewView.Subject, FormDialogue) -> Void
  ) throws(StoreError) {
    let key = wizard.stages[stop.stage].key
    let definition = wizard.field(at: field.address)
    if state == .help {
      let stage = wizard.stages[stop.stage]
      guard definition.help != nil || isFirst && stage.help != nil else { return }
      var helping = dialogue
      helping.help = FormHelp()
      return add(.help(stage: key, field: definition.key), helping)
    }
    guard state == .empty else {
      for rule in definition.rules {
        let reason = ProblemReason.rule(code: rule.code, message: rule.message)
        let problem = Problem(path: field.path, reason: reason, severity: rule.severity)
        let broken = plan.plan.replacing([field.address: field.saying([problem])])
        let dialogue = try self.dialogue(
          at: .field(field.address),
          answers: plan.answers,
          plan: broken
        )
        add(.rule(stage: key, field: definition.key, code: rule.code), dialogue)
      }
      return
    }
    var part = 1
    func subject() -> PreviewView.Subject {
      .field(stage: key, field: definition.key, part: part)
    }
    let saysMore = definition.hint != nil || !definition.options.isEmpty
    if saysMore, !isFirst { add(subject(), dialogue) }
    var further = dialogue
    if case .record = definition.type, !definition.options.isEmpty {
      // Options beside records are proposed for what is typed.
      further.propose(at: field.address)
      part += 1
      add(subject(), further)
    }
    while further.markNextOptions() {
      part += 1
      add(subject(), further)
    }
  }

  // MARK: Drawing

  private func dialogue(
    at stop: Interview.Stop,
    answers: Answers,
    plan: Plan
  ) throws(StoreError) -> FormDialogue {
    let interview = Interview(
      showing: stop,
      of: wizard,
      answers: answers,
      plan: plan,
      today: desk.today
    )
    var dialogue = try FormDialogue(
      interview,
      desk: desk,
      speech: speech,
      isConfirmed: true,
      languages: [],
      speaking: { _ in nil }
    )
    dialogue.offersWithheld = true
    dialogue.prepareEditor()
    if state == .error { dialogue.judged = Set(plan.fields.map(\.address)) }
    return dialogue
  }

  private func view(
    of subject: PreviewView.Subject,
    number: Int,
    _ dialogue: FormDialogue,
    onlyFocus: Bool
  ) -> PreviewView {
    _ = trace.take()
    let page = dialogue.page
    func lines(_ size: WindowSize) -> [Line] {
      if dialogue.help != nil {
        let page = Page(columns: size.columns - 1, repertoire: repertoire)
        return onlyFocus
          ? HelpPage(of: dialogue).explanation(on: page)
          : dialogue.frame(in: size, repertoire: repertoire).lines
      }
      return onlyFocus
        ? page.focusedLines(in: size, repertoire: repertoire)
        : page.frame(in: size, repertoire: repertoire).lines
    }
    let shown = lines(size)
    let wide = lines(WindowSize(columns: PagePreview.widest, rows: PagePreview.rows))
    // Names of options are looked up as late as when they are drawn.
    let marks = PreviewMarks(of: trace.take(), in: speech.wording)
    return PreviewView(
      subject: subject,
      number: number,
      lines: shown.map { marks.highlighting($0).trimmed },
      marks: marks.marks(in: shown) + marks.cut(shown, beside: wide)
    )
  }

  // MARK: States

  private func askedFields(of stop: TourStop, in plan: Plan) -> [PlannedField] {
    TourStop(stage: stop.stage, answers: stop.answers, plan: plan).fields.filter(\.isAsked)
  }

  /// The answers and the plan of a stop in the state that is shown.
  private func shown(_ stop: TourStop) -> (answers: Answers, plan: Plan) {
    guard state == .error else { return (stop.answers, stop.plan) }
    var answers = stop.answers
    var broken: [FieldAddress: PlannedField] = [:]
    for field in askedFields(of: stop, in: stop.plan) {
      guard let (answer, planned) = brokenAnswer(to: field, stop) else { continue }
      answers[field.address] = answer
      broken[field.address] = planned
    }
    return (answers, stop.plan.replacing(broken))
  }

  /// Texts that many kinds of fields refuse, each for a reason of its own.
  private static let refused = ["-1", "?", "x", "999999999999999", "0000-00-00"]

  /// A text that is too long is shown for fields of so many characters at most: longer ones are cut.
  private static let mostExcess = 25

  /// An answer that does not hold, with the field as it is planned for it; none for a field that takes
  /// any text.
  private func brokenAnswer(
    to field: PlannedField,
    _ stop: TourStop
  ) -> (GivenAnswer?, PlannedField)? {
    let definition = wizard.field(at: field.address)
    var candidates: [GivenAnswer?] = field.isRequired ? [GivenAnswer("")] : []
    candidates += PagePreview.refused.map { GivenAnswer($0) }
    if let longest = definition.limits.longest, longest <= PagePreview.mostExcess {
      // In words, so that it takes no more room than a text of people.
      candidates.append(GivenAnswer(String(repeating: "xxxx ", count: longest / 5 + 1) + "xxxx"))
    }
    for answer in candidates {
      var answers = stop.answers
      answers[field.address] = answer
      let plan = tour.plan(for: answers)
      guard let planned = plan.field(at: field.address) else { continue }
      if planned.problems.contains(where: { $0.severity == .error }) { return (answer, planned) }
    }
    return nil
  }
}

extension FormDialogue {
  /// Marks the first option of the next part of a list of options that does not fit on a page at once.
  ///
  /// - Returns: Whether there is one.
  mutating func markNextOptions() -> Bool {
    guard case .options(var picker, let codes) = editor.content else { return false }
    let next = ((picker.marked ?? 0) / FormPage.optionsAtOnce + 1) * FormPage.optionsAtOnce
    guard next < picker.matches.count else { return false }
    while (picker.marked ?? -1) < next { _ = picker.press(.down) }
    editor.content = .options(picker, codes: codes)
    return true
  }
}
