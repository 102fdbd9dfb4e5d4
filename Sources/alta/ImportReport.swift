import AnswerFiles
import FrontDesk
import LocalFiles
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms

/// What people and scripts are told about an import.
struct ImportReport {
  let session: Session
  /// The file as the person named it.
  let file: String
  let wishes: ImportJob.Wishes

  private var wording: Wording { session.wording }
  private var shownFile: String { file == "-" ? "stdin" : file }

  /// How many rejected rows are told at once, and how many a page shows.
  private static let shownRejects = 10
  static let rejectsOfPage = 50

  /// Imports a file and tells what became of it.
  func run(_ job: ImportJob, at desk: Desk) throws(StoreError) -> ExitCode {
    tellEarlier(job)
    var result: Conclusion?
    let ending = try job.work { run throws(StoreError) in
      // What is undone can only be told before; what is mended, only afterwards.
      if !mends { result = try conclude(run, in: desk.store) }
    }
    if case .broken(let fault) = ending, job.run.number == 0 { return say(fault) }
    var stopped: ExitCode?
    if mends {
      if case .complete = ending, let reader = job.reader, job.run.counts.rejected > 0 {
        let fix = ImportFix(session: session, desk: desk, reader: reader, run: job.run)
        stopped = try fix.work()
      }
      let run = try desk.store.importRun(job.run.number) ?? job.run
      result = try conclude(run, in: desk.store)
    }
    guard let result else { return .internalFailure }
    let code = tell(result, ending)
    if case .failure(let error) = result.rejects { return session.fail(error) }
    if case .failure(let error) = result.page { return session.fail(error) }
    return stopped ?? code
  }

  /// Whether rejected rows are to be mended now.
  private var mends: Bool {
    session.invocation.has(.fix) && !wishes.isRehearsal && !wishes.isAllOrNothing
      && !session.invocation.has(.noInput) && !session.isJSON
  }

  /// An import at its end, and what was written about it.
  private struct Conclusion {
    let run: ImportRun
    let statistics: ImportStatistics
    /// The file of rejected rows, where one was written.
    let rejects: Result<String?, FileError>
    let page: Result<Void, FileError>
  }

  private func conclude(_ run: ImportRun, in store: Store) throws(StoreError) -> Conclusion {
    let statistics = try ImportStatistics(
      ofImport: run.number,
      in: store,
      keeping: ImportReport.rejectsOfPage
    )
    return Conclusion(
      run: run,
      statistics: statistics,
      rejects: try writeRejects(of: run, in: store),
      page: writePage(of: run, statistics)
    )
  }

  private func tellEarlier(_ job: ImportJob) {
    guard let earlier = job.earlier else { return }
    if earlier.isOpen {
      let row = wording.number(earlier.rows)
      session.remark(wording.text(ImportPhrase.resumed, [("row", row)]))
      return
    }
    let known = wording.text(ImportPhrase.known, [("run", "\(earlier.run)")])
    // Whose rows are told from others by nothing may have been meant to count once more.
    switch job.procedure {
    case .registerCustomer, .record, .entry: session.remark(known)
    default: session.complain("\(known) \(wording.text(ImportPhrase.again))")
    }
  }

  // MARK: Rejected rows

  private func writeRejects(
    of run: ImportRun,
    in store: Store
  ) throws(StoreError) -> Result<String?, FileError> {
    guard let path = session.invocation[.rejects], run.counts.rejected > 0 else {
      return .success(nil)
    }
    return try RejectsFile(of: run, in: store).write(to: path).map { path }
  }

  private func writePage(
    of run: ImportRun,
    _ statistics: ImportStatistics
  ) -> Result<Void, FileError> {
    guard let path = session.invocation[.report] else { return .success(()) }
    let page = ImportPage(
      of: run,
      statistics,
      isRehearsal: wishes.isRehearsal,
      wording: wording
    )
    return Result { () throws(FileError) in
      try LocalFile.create(Array(page.html.utf8), at: path)
      session.remark(wording.text(ImportPhrase.reportWritten, [("path", path)]))
    }
  }

  // MARK: Telling

  private func tell(_ result: Conclusion, _ ending: ImportJob.Ending) -> ExitCode {
    if session.isJSON {
      session.results.write(exactly: object(result, ending).json + "\n")
    } else {
      say(result, ending)
    }
    return code(of: ending, result.statistics)
  }

  private func code(of ending: ImportJob.Ending, _ statistics: ImportStatistics) -> ExitCode {
    var code = ExitCode.done
    for weight in statistics.weights {
      switch weight {
      case .problem: code = code.joined(with: .problems)
      case .missing: code = code.joined(with: .missing)
      case .conflict: code = code.joined(with: .conflict)
      case .question: code = code.joined(with: .question)
      }
    }
    switch ending {
    case .complete, .nothing: return code
    case .tooManyRejects, .rowsDiffer, .broken: return code.joined(with: .problems)
    case .inputChanged: return code.joined(with: .unavailable)
    case .stopped: return session.signals.arrived.map { ExitCode($0) } ?? .interrupted
    }
  }

  private func say(_ result: Conclusion, _ ending: ImportJob.Ending) {
    let (run, statistics) = (result.run, result.statistics)
    for row in statistics.first.prefix(ImportReport.shownRejects) { say(row) }
    if run.counts.rejected > ImportReport.shownRejects {
      session.remark(wording.text(ImportPhrase.moreProblems))
    }
    let heading: ImportPhrase =
      switch ending {
      case .nothing: .undoneAll
      default: wishes.isRehearsal ? .rehearsal : .summary
      }
    session.results.write(
      Line(
        wording.text(heading, [("run", "\(run.number)"), ("source", run.source)]),
        .bold
      )
    )
    session.results.write(
      ImportSheet(wording: wording).lines(of: run.counts, on: session.results.page)
    )
    if !statistics.kinds.isEmpty {
      session.results.write("")
      session.results.write(
        ImportSheet(wording: wording).lines(of: statistics.kinds, on: session.results.page)
      )
    }
    say(ending, row: run.counts.read)
    if let rejects = try? result.rejects.get() {
      session.remark(wording.text(ImportPhrase.rejectsWritten, [("path", rejects)]))
    } else if run.counts.rejected > 0, !wishes.isRehearsal, !wishes.isAllOrNothing {
      let command = session.command("import show \(run.number) --rejects FILE")
      session.remark(wording.text(ImportPhrase.rejectsHint, [("command", command)]))
    }
  }

  private func say(_ row: RejectedRow) {
    for problem in row.found {
      session.complain(
        wording.text(
          problem.path.isEmpty ? ImportPhrase.rowProblemWhole : .rowProblem,
          [
            ("source", shownFile), ("line", "\(problem.line)"), ("path", problem.path),
            ("problem", problem.sentence), ("code", problem.code),
          ]
        )
      )
    }
  }

  private func say(_ ending: ImportJob.Ending, row: Int) {
    let place = [("row", wording.number(row))]
    switch ending {
    case .complete, .nothing, .rowsDiffer: break
    case .tooManyRejects:
      session.complain(
        wording.text(
          ImportPhrase.tooManyRejects,
          place + [("limit", wording.number(wishes.mostRejects ?? 0))]
        )
      )
    case .stopped:
      guard !wishes.isRehearsal, !wishes.isAllOrNothing else { return }
      session.complain(wording.text(ImportPhrase.goOn, place))
    case .broken(let fault):
      _ = say(fault)
      guard row > 0, !wishes.isRehearsal, !wishes.isAllOrNothing else { return }
      session.remark(wording.text(ImportPhrase.readUpTo, place))
    case .inputChanged:
      session.complain(wording.text(ImportPhrase.inputChanged, [("path", shownFile)]))
    }
  }

  /// Says why a file cannot be read.
  func say(_ fault: RowSourceFault) -> ExitCode {
    switch fault {
    case .file(let error):
      session.complain(
        "\(shownFile):\(error.line):\(error.column): "
          + "\(wording.sentence(for: error.reason)) [syntax]"
      )
      if case .notUTF8 = error.reason { session.remark(wording.text(ImportPhrase.encodingHint)) }
    case .syntax(let faults):
      for fault in faults {
        session.complain(
          "\(shownFile):\(fault.place.line):\(fault.place.column): "
            + "\(wording.sentence(for: fault.reason)) [syntax]"
        )
      }
    case .columns(let faults):
      for fault in faults { session.complain("\(shownFile):1: \(sentence(for: fault))") }
      session.remark(wording.text(ImportPhrase.columnsHint))
    }
    return .problems
  }

  private func sentence(for fault: ImportColumns.Fault) -> String {
    switch fault {
    case .unknown(let name, let nearest):
      wording.text(ImportPhrase.unknownColumn, [("name", name)]) + session.didYouMean(nearest)
        + " [unknown-field]"
    case .repeated(let first, let second):
      wording.text(ImportPhrase.repeatedColumn, [("first", first), ("second", second)])
        + " [repeated-column]"
    }
  }

  /// Refuses an input with another number of rows than it should have.
  func refuse(rows count: Int, expected: Int) -> ExitCode {
    session.refuse(
      wording.text(
        ImportPhrase.rowsDiffer,
        [("actual", wording.number(count)), ("expected", wording.number(expected))]
      ),
      code: "row-count"
    )
    return .problems
  }

  // MARK: JSON

  private func object(_ result: Conclusion, _ ending: ImportJob.Ending) -> JSONValue {
    let run = result.run
    let rejects = (try? result.rejects.get()) ?? nil
    let status =
      switch ending {
      case .complete: wishes.isRehearsal ? "dry-run" : "done"
      case .nothing: "nothing-stored"
      case .tooManyRejects: "too-many-rejects"
      case .rowsDiffer: "row-count"
      case .stopped: "interrupted"
      case .broken: "unreadable"
      case .inputChanged: "input-changed"
      }
    return .object(
      [.init("status", .string(status)), .init("run", .integer(Int(run.number)))]
        + [.init("source", .string(run.source))] + run.counts.members
        + [
          .init("problems", .array(result.statistics.kinds.map(\.json))),
          .init("rejects", rejects.map(JSONValue.string) ?? .null),
        ]
    )
  }
}

extension ImportCounts {
  /// The counts as members of an object.
  var members: [JSONValue.Member] {
    [
      .init("read", .integer(read)), .init("stored", .integer(stored)),
      .init("updated", .integer(updated)), .init("unchanged", .integer(unchanged)),
      .init("rejected", .integer(rejected)), .init("skipped", .integer(skipped)),
    ]
  }
}

extension ImportStatistics.Kind {
  /// The kind as an object.
  var json: JSONValue {
    .object([
      .init("code", .string(code)), .init("field", path.isEmpty ? .null : .string(path)),
      .init("rows", .integer(count)),
    ])
  }
}
