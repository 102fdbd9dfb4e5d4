import FrontDesk
import RecordStorage
import TerminalForms
import WizardEngine

/// `alta import --fix`: opens each rejected row in the wizard, at the first thing that is wrong with it.
///
/// A row that is finished is stored as if it had been right from the beginning, and is no rejected row any more,
/// both in one transaction. A row that is left stays rejected.
struct ImportFix {
  let session: Session
  let desk: Desk
  let reader: RowReader
  let run: ImportRun

  private var wording: Wording { session.wording }

  /// Goes through the rejected rows in the order of the input.
  ///
  /// - Returns: How alta ends where a signal, or the store, ended it; `nil` where all rows were looked at, or
  ///   nobody answers any more.
  func work() throws(StoreError) -> ExitCode? {
    var last: Int64 = 0
    var number = 0
    while true {
      let rows = try desk.store.rejects(ofImport: run.number, after: last)
      guard let end = rows.last else { return nil }
      for row in rows {
        number += 1
        switch try mend(row, number: number) {
        case .done, .cancelled, .conflict, .problems, .missing: continue
        case .question: return nil
        case let code: return code
        }
      }
      last = end.row
    }
  }

  private func mend(_ row: RejectedRow, number: Int) throws(StoreError) -> ExitCode {
    let problems = row.found
    let reading = reader.answers(of: row.content, line: Int(row.line))
    // A row that is no row has no answers that could be mended one by one.
    guard !problems.contains(where: { $0.code == "row" || $0.code == "syntax" }) else {
      return .problems
    }
    session.messages.write("")
    session.messages.write(
      Line(
        wording.text(
          ImportPhrase.fixing,
          [("number", "\(number)"), ("count", "\(run.counts.rejected)"), ("line", "\(row.line)")]
        ),
        .bold
      )
    )
    for problem in problems { session.complain("\(problem.sentence) [\(problem.code)]") }
    var interview = Interview(
      of: desk.wizard,
      answers: try desk.prefilled(reading.answers),
      today: desk.today,
      isExpress: true
    )
    if let stop = interview.firstStop(at: problems.map(\.path)) {
      interview.go(to: stop, returning: true)
    }
    return try Conversation(
      session: session,
      desk: desk,
      caseKey: reading.caseKey,
      isConfirmed: reading.isConfirmed == true,
      origin: RowOrigin(
        source: run.source,
        place: RejectedPlace(run: run.number, row: row.row)
      )
    ).run(interview, draft: nil)
  }
}

/// The row of an import that a dialogue goes on with.
struct RowOrigin {
  /// The name of the file.
  let source: String
  /// Where the row is kept.
  let place: RejectedPlace
}

extension Interview {
  /// The stop of the first of several paths that is asked.
  fileprivate func firstStop(at paths: [String]) -> Stop? {
    for path in paths {
      if let field = plan.fields.first(where: { $0.path == path && isAsked($0) }) {
        return .field(field.address)
      }
    }
    return nil
  }
}
