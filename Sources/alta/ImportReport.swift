import AnswerFiles
import FrontDesk
import LocalFiles
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

  /// How many rejected rows are told at once.
  private static let shownRejects = 10

  /// Imports a file and tells what became of it.
  func run(_ job: ImportJob, _ store: Store) throws(StoreError) -> ExitCode {
    tellEarlier(job)
    var statistics: ImportStatistics?
    var written: Result<String?, FileError> = .success(nil)
    let ending = try job.work { run throws(StoreError) in
      let counted = try ImportStatistics(
        ofImport: run.number,
        in: store,
        keeping: ImportReport.shownRejects
      )
      statistics = counted
      written = writeRejects(of: run, in: store)
    }
    if case .broken(let fault) = ending, job.run.number == 0 { return say(fault) }
    let code = tell(job, ending, statistics, rejects: try? written.get())
    if case .failure(let error) = written { return session.fail(error) }
    return code
  }

  private func tellEarlier(_ job: ImportJob) {
    guard let earlier = job.earlier else { return }
    session.remark(
      earlier.isOpen
        ? wording.text(ImportPhrase.resumed, [("row", wording.number(earlier.rows))])
        : wording.text(ImportPhrase.known, [("run", "\(earlier.run)")])
    )
  }

  // MARK: Rejected rows

  private func writeRejects(of run: ImportRun, in store: Store) -> Result<String?, FileError> {
    guard let path = session.invocation[.rejects], run.counts.rejected > 0 else {
      return .success(nil)
    }
    return RejectsFile(of: run, in: store).write(to: path).map { path }
  }

  // MARK: Telling

  private func tell(
    _ job: ImportJob,
    _ ending: ImportJob.Ending,
    _ statistics: ImportStatistics?,
    rejects: String??
  ) -> ExitCode {
    let path = rejects ?? nil
    if session.isJSON {
      session.results.write(exactly: object(job, ending, statistics, rejects: path).json + "\n")
    } else {
      say(job, ending, statistics, rejects: path)
    }
    return code(of: ending, statistics)
  }

  private func code(of ending: ImportJob.Ending, _ statistics: ImportStatistics?) -> ExitCode {
    var code = ExitCode.done
    for weight in statistics?.weights ?? [] {
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
    case .stopped:
      switch session.signals.arrived {
      case .hangup: return .hangup
      case .terminate: return .terminated
      case .interrupt, nil: return .interrupted
      }
    }
  }

  private func say(
    _ job: ImportJob,
    _ ending: ImportJob.Ending,
    _ statistics: ImportStatistics?,
    rejects: String?
  ) {
    let run = job.run
    for row in statistics?.first ?? [] { say(row) }
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
    if let statistics, !statistics.kinds.isEmpty {
      session.results.write("")
      session.results.write(
        ImportSheet(wording: wording).lines(of: statistics.kinds, on: session.results.page)
      )
    }
    say(ending, row: run.counts.read)
    if let rejects {
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
    case .broken(let fault): _ = say(fault)
    case .inputChanged:
      session.complain(wording.text(ImportPhrase.inputChanged, [("path", shownFile)]))
    }
  }

  /// Says why a file cannot be read.
  func say(_ fault: RowFeedFault) -> ExitCode {
    switch fault {
    case .file(let error):
      session.complain(
        "\(shownFile):\(error.line):\(error.column): "
          + "\(wording.sentence(for: error.reason)) [syntax]"
      )
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

  private func object(
    _ job: ImportJob,
    _ ending: ImportJob.Ending,
    _ statistics: ImportStatistics?,
    rejects: String?
  ) -> JSONValue {
    let run = job.run
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
          .init("problems", .array((statistics?.kinds ?? []).map(\.json))),
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
