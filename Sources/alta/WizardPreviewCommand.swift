import AnswerFiles
import FrontDesk
import LocalFiles
import PlainValues
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta wizard preview`: runs a definition as it is being written, and stores nothing.
struct WizardPreviewCommand {
  private let session: Session
  private let name: String
  private var watch: DefinitionWatch
  /// The answers that go on when the definition was saved again, as a draft has them.
  private var answers: [AnswerEntry] = []
  private var stop: String?

  init(session: Session) {
    self.session = session
    name = session.invocation.operands[0]
    let file = name.hasSuffix(".yaml") ? name : "\(session.wizardsPath)/\(name).yaml"
    watch = DefinitionWatch(session, file: file)
  }

  private var watches: Bool { session.invocation.has(.watch) }

  mutating func run() -> ExitCode {
    do throws(StoreError) {
      while true {
        let session = session.renewed
        let code: ExitCode?
        switch wizard(session) {
        case .failure(let error): code = watches ? nil : error.code
        case .success(let wizard): code = try ask(wizard, session)
        }
        if let code { return code }
        if !watch.sees {
          session.remark(session.wording.text(PreviewPhrase.watching))
        }
        if let code = watch.wait() { return code }
      }
    } catch {
      return session.fail(error)
    }
  }

  /// Reads the definition and says its faults, as `wizard check` does.
  private func wizard(_ session: Session) -> Result<Wizard, ExitError> {
    let result = session.wizard(name)
    guard case .success(let wizard) = result else { return result }
    let read = WizardReading(of: name, session.invocation)
    let warnings = PathWalk(of: wizard, on: session.today).faults
    FaultReport(session: session, sources: read.folder.sources).say(warnings)
    return result
  }

  /// Asks, and shows what would be stored.
  ///
  /// - Returns: How alta ends; `nil` where it goes on with the next state of the definition.
  private mutating func ask(
    _ wizard: Wizard,
    _ session: Session
  ) throws(StoreError) -> ExitCode? {
    let store = session.invocation.has(.store) ? try session.openStore() : try session.emptyStore()
    let desk = Desk(wizard: wizard, store: store, today: session.today, now: session.now)
    var reading = AnswerReading(of: wizard, local: LocalForm(.english))
    if let record = record { reading.read(record, from: .draft) }
    var interview = Interview(
      of: wizard,
      answers: try desk.prefilled(reading.answers),
      today: session.today
    )
    // What is asked at the same place is asked on, and the first open question elsewhere.
    if let stop, let place = interview.stop(spelled: stop) {
      interview.go(to: place, returning: false)
    }
    let watch = watch
    let ending = try Conversation(session: session, desk: desk).ask(
      interview,
      keep: { _, _ in },
      isOutdated: watches ? { watch.sees } : nil
    )
    answers = AnswerWriting.entries(
      of: ending.interview.answers,
      in: wizard,
      plan: ending.interview.plan
    )
    stop = ending.interview.spelling(of: ending.interview.stop)
    let spoken = session.speaking(ending.speech)
    switch ending.outcome {
    case .outdated: return nil
    case .finished(let registration, _, _):
      let provenance = spoken.provenance(of: wizard, source: "dialogue")
      _ = try Rehearsal(session: spoken, desk: desk).show(registration, provenance)
      spoken.results.flush()
      spoken.remark(spoken.wording.text(PreviewPhrase.nothingStored))
      (answers, stop) = ([], nil)
      return watches ? nil : .done
    case .cancelled, .saved:
      spoken.confirm(spoken.wording.text(PreviewPhrase.nothingStored))
      return .cancelled
    case .ended:
      spoken.complain(spoken.wording.text(DialoguePhrase.inputEnded))
      return .question
    case .interrupted(let signal):
      spoken.messages.write("")
      return ExitCode(signal)
    case .failed(let code):
      spoken.complain(
        spoken.wording.text(
          TroublePhrase.fileSystem,
          [("path", "stdin"), ("number", "\(code)")]
        )
      )
      return .unavailable
    }
  }

  /// The answers so far as an answer file has them.
  private var record: AnswerRecord? {
    guard !answers.isEmpty,
      let node = try? SourceNode(json: SourceText(JSONValue(nesting: answers).json))
    else { return nil }
    return try? AnswerRecord(node)
  }
}
