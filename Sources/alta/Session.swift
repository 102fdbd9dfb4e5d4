import FrontDesk
import LocalFiles
import MessageCatalogs
import PlainValues
import PostgreSQLDriver
import Procedures
import RecordStorage
import SQLiteDriver
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// What one run of alta has: the words of the command line, the language, the ways in and out.
struct Session {
  let invocation: Invocation
  let speech: Speech
  let catalogs: CatalogFolder
  let results: TerminalOutput
  let messages: TerminalOutput
  let signals: Signals
  let today: CivilDate
  let now: String
  /// The wizard that the command line names, where it was read ahead.
  let reading: WizardReading?

  var wording: Wording { speech.wording }

  /// Whether results are to be machine-readable.
  var isJSON: Bool { invocation[.format] == "json" }

  /// Whether only results and problems are printed.
  var isQuiet: Bool { invocation.has(.quiet) }

  // MARK: Saying

  /// Says a problem on standard error.
  func complain(_ sentence: String) {
    results.flush()
    messages.write(
      Line.lines(of: sentence).flatMap {
        $0.wrapped(on: messages.page, indent: 2, marker: Line(.problem, .red) + " ")
      }
    )
  }

  /// Says something that is not a result on standard error, unless only results are wanted.
  func remark(_ sentence: String) {
    guard !isQuiet else { return }
    // Where both go to one file or pipe, they stand there in the order in which they were said.
    results.flush()
    messages.write(
      Line(sentence).wrapped(on: messages.page, indent: 2, marker: Line(.remark, .dim) + " ")
    )
  }

  /// Says what was done on standard error, unless only results are wanted.
  func confirm(_ sentence: String) {
    guard !isQuiet else { return }
    // Where both go to one file or pipe, they stand there in the order in which they were said.
    results.flush()
    messages.write(
      Line(sentence).wrapped(on: messages.page, indent: 2, marker: Line(.done, .green) + " ")
    )
  }

  /// Says why nothing could be done, in words or as JSON.
  func refuse(_ sentence: String, code: String, path: String = "") {
    guard isJSON else {
      complain("\(sentence) [\(code)]")
      return
    }
    let problem = ProblemReport.json(
      code: code,
      path: path,
      line: 0,
      column: nil,
      message: sentence,
      file: nil
    )
    let object = JSONValue.object([
      .init("status", .string("failed")), .init("problems", .array([problem])),
    ])
    results.write(exactly: object.json + "\n")
  }

  /// Says a finding that ends the command, in words or as JSON.
  func report(_ finding: Finding) {
    refuse(wording.sentence(for: finding), code: finding.code, path: finding.path)
  }

  func fail(_ error: FileError) -> ExitCode {
    refuse(wording.sentence(for: error), code: "file")
    return error.reason == .changed ? .conflict : .unavailable
  }

  func fail(_ error: StoreError) -> ExitCode {
    refuse(wording.sentence(for: error), code: "store")
    return Session.exitCode(of: error)
  }

  /// How alta ends because of what the store refused.
  static func exitCode(of error: StoreError) -> ExitCode {
    switch error {
    case .missing: return .missing
    case .conflict, .stale, .referenced: return .conflict
    case .constraint, .tooLarge: return .problems
    case .malformed: return .internalFailure
    case .cannotOpen, .notAStore, .newerSchema, .busy, .full, .readOnly, .io, .corrupt, .failure:
      return .unavailable
    }
  }

  // MARK: The world

  var storePath: String {
    invocation[.store] ?? Environment.variable("ALTA_STORE").flatMap { $0.isEmpty ? nil : $0 }
      ?? Environment.storePath ?? "alta.db"
  }

  /// Opens the store for reading; nothing is created.
  func openStore() throws(StoreError) -> Store {
    guard PostgreSQLServer.isNamed(by: storePath) else {
      return try Store(reading: SQLiteFile(storePath).source)
    }
    // What changes are rehearsed on while nothing is on the server needs no server.
    return try Store(
      reading: PostgreSQLServer(storePath).source(temporary: SQLiteFile(storePath).source.temporary)
    )
  }

  /// A store without any record, for showing forms; nothing is kept in it.
  func emptyStore() throws(StoreError) -> Store {
    let temporary = SQLiteFile("").source.temporary
    return try Store(
      reading: ConnectionSource(
        location: "",
        existing: { nil },
        creating: temporary,
        temporary: temporary
      )
    )
  }

  var wizardsPath: String { invocation.wizardsPath }

  /// Reads a wizard that is to run; its faults are said.
  ///
  /// - Returns: The wizard, or how alta ends without it.
  func wizard(_ name: String) -> Result<Wizard, ExitError> {
    var read = reading.flatMap { $0.name == name ? $0 : nil } ?? WizardReading(of: name, invocation)
    do throws(FileError) {
      let checked = try read.wizard.get()
      if let wizard = checked.wizard { return .success(wizard) }
      complain(wording.text(TroublePhrase.wizardBroken, [("name", name)]))
      FaultReport(session: self, sources: read.folder.sources).say(checked.faults)
      return .failure(ExitError(code: .problems))
    } catch {
      guard error.reason == .missing, !name.hasSuffix(".yaml") else {
        return .failure(ExitError(code: fail(error)))
      }
      let known = read.folder.wizardNames()
      if known.isEmpty {
        refuse(
          wording.text(TroublePhrase.wizardsMissing, [("path", wizardsPath)]),
          code: "wizard"
        )
      } else {
        refuse(
          wording.text(TroublePhrase.wizardMissing, [("name", name)])
            + didYouMean(nearest(name, in: known)),
          code: "wizard"
        )
      }
      return .failure(ExitError(code: .missing))
    }
  }

  func didYouMean(_ name: String?) -> String {
    name.map { " " + wording.text(HelpPhrase.didYouMean, [("name", $0)]) } ?? ""
  }

  /// How records come to be in this run.
  func provenance(
    of wizard: Wizard?,
    source: String,
    row: Int? = nil,
    caseKey: String? = nil,
    draft: String? = nil
  ) -> Provenance {
    Provenance(
      at: now,
      by: Environment.account,
      command: command(with: wizard),
      wizard: wizard?.name,
      wizardVersion: wizard.map { Int64($0.version) },
      language: wording.language,
      source: source,
      sourceRow: row.map(Int64.init),
      caseKey: caseKey,
      draft: draft
    )
  }

  /// The command as the history keeps it: registering with the wizard, which says what was done.
  private func command(with wizard: Wizard?) -> String {
    let command = invocation.command
    guard let wizard, command == .register || command == .importRows else {
      return command.rawValue
    }
    return "\(command.rawValue) \(wizard.name)"
  }

  /// The way to read what a person types; made once a run.
  func lineReader() -> LineReader {
    LineReader(descriptor: 0, signals: signals)
  }

  /// Asks for a yes; with `--yes` nobody is asked, and where nobody can be asked it is no.
  func confirms(_ question: String) -> Bool? {
    if invocation.has(.yes) { return true }
    guard Environment.hasKeyboard, !invocation.has(.noInput) else { return nil }
    let yes = wording.text(DialoguePhrase.yes)
    let no = wording.text(DialoguePhrase.no)
    messages.prompt(Line("\(question) [\(yes)/\(no)] "))
    guard case .line(let text) = lineReader().next() else { return false }
    return speech.local.truth(text) ?? false
  }
}

/// How alta ends where something else could not be had.
struct ExitError: Error {
  let code: ExitCode
}
