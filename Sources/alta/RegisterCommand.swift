import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// `alta register`, `alta draft resume`: runs a wizard with a person, or over given answers.
struct RegisterCommand {
  let session: Session
  let wizard: Wizard

  private var wording: Wording { session.wording }

  /// The wizard that runs where none is named.
  static let usualWizard = "register-customer"

  /// Registers from the command line's words.
  static func run(_ session: Session) -> ExitCode {
    let name = session.invocation.operands.first ?? usualWizard
    switch session.wizard(name) {
    case .failure(let error): return error.code
    case .success(let wizard):
      do throws(StoreError) {
        return try RegisterCommand(session: session, wizard: wizard).run()
      } catch {
        return session.fail(error)
      }
    }
  }

  private func run() throws(StoreError) -> ExitCode {
    let store = try session.openStore()
    let source = AnswerSource(session: session)
    guard let assignments = source.assignments() else { return .usage }
    var presets = assignments
    if let company = session.invocation[.fromCompany] {
      presets = [("mode", "existing"), ("company", company)] + presets
    }
    let desk = Desk(wizard: wizard, store: store, today: session.today, now: session.now)
    let mode = presets.last { $0.path == "mode" }?.text
    let missing = try desk.procedure.prerequisites(of: wizard, mode: mode, in: store)
    guard missing.isEmpty else {
      missing.forEach(session.report)
      return .missing
    }
    let hasAnswers = session.invocation.has(.answers) || !presets.isEmpty
    let asks =
      !session.invocation.has(.noInput) && !session.isJSON && !session.invocation.has(.dryRun)
    if asks && (!hasAnswers || (Environment.hasKeyboard && !session.invocation.has(.yes))) {
      return try converse(at: desk, presets: presets, source: source)
    }
    switch source.registrations() {
    case .failure(let error): return error.code
    case .success(let registrations):
      let batch = Unattended(session: session, desk: desk, presets: presets)
      return try batch.run(registrations)
    }
  }

  // MARK: Dialogue

  private func converse(
    at desk: Desk,
    presets: [(path: String, text: String)],
    source: AnswerSource
  ) throws(StoreError) -> ExitCode {
    var reading = AnswerReading(
      of: wizard,
      local: session.speech.local,
      continuing: try desk.startingAnswers()
    )
    if session.invocation.has(.answers) {
      switch source.registrations() {
      case .failure(let error): return error.code
      case .success(let registrations):
        // Several registrations cannot be asked about one by one; they run unattended.
        guard registrations.count == 1 else {
          return try Unattended(session: session, desk: desk, presets: presets).run(registrations)
        }
        if let record = registrations[0].record { reading.read(record, from: .file) }
      }
    }
    for preset in presets { reading.read(preset.path, preset.text, from: .set) }
    for problem in reading.problems { session.complain(problem.sentence) }
    let isComplete = session.invocation.has(.answers) || session.invocation.has(.set)
    let interview = Interview(
      of: wizard,
      answers: try desk.prefilled(reading.answers),
      today: session.today,
      isExpress: session.invocation.has(.express) || isComplete
    )
    if let caseKey = reading.caseKey,
      try desk.store.outcome(ofCase: caseKey, wizard: wizard.name).isDone
    {
      session.report(Finding(.caseDone(caseKey), at: "case"))
      return .conflict
    }
    return try Conversation(
      session: session,
      desk: desk,
      caseKey: reading.caseKey,
      isConfirmed: reading.isConfirmed == true
    ).run(interview, draft: nil)
  }

  /// Goes on with a draft.
  static func resume(_ session: Session) -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard let draft = try DraftCommand(session: session).draft(in: store) else {
        return .missing
      }
      switch session.wizard(draft.wizard) {
      case .failure(let error): return error.code
      case .success(let wizard):
        return try RegisterCommand(session: session, wizard: wizard).resume(draft, store: store)
      }
    } catch {
      return session.fail(error)
    }
  }

  private func resume(_ draft: Draft, store: Store) throws(StoreError) -> ExitCode {
    guard let node = try? SourceNode(json: SourceText(draft.answers)),
      let record = try? AnswerRecord(node)
    else {
      session.complain(wording.text(TroublePhrase.draftUnreadable, [("id", draft.id)]))
      return .unavailable
    }
    let desk = Desk(wizard: wizard, store: store, today: session.today, now: session.now)
    // A draft has stored forms: a point in a number is one, whatever the language.
    var reading = AnswerReading(of: wizard, local: LocalForm(.english))
    reading.read(record, from: .draft)
    let lost = reading.problems.map(\.problem.path)
    if !lost.isEmpty {
      session.complain(
        wording.text(
          DialoguePhrase.draftOutdated,
          [("fields", lost.joined(separator: ", "))]
        )
      )
    }
    var interview = Interview(
      of: wizard,
      answers: try desk.prefilled(reading.answers),
      today: session.today
    )
    if let stop = interview.stop(spelled: draft.position) {
      interview.go(to: stop, returning: false)
    }
    session.remark(wording.text(DialoguePhrase.draftResumed, [("id", draft.id)]))
    return try Conversation(session: session, desk: desk).run(interview, draft: draft.id)
  }
}

extension Interview {
  /// The stop of a spelling; fields of list items among them.
  func stop(spelled spelling: String) -> Stop? {
    if let field = plan.fields.first(where: { $0.path == spelling && isAsked($0) }) {
      return .field(field.address)
    }
    return stops.first { self.spelling(of: $0) == spelling }
  }

  /// The spelling of a stop that a draft keeps: a field's path, a list's key, or nothing.
  func spelling(of stop: Stop) -> String {
    switch stop {
    case .review: "review"
    case .list(let list): wizard.lists[list].key
    case .field(let address): wizard.path(of: address, in: answers)
    }
  }
}
