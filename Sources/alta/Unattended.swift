import FrontDesk
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// Registrations that nobody is asked about: each is judged as a whole and stored on its own.
struct Unattended {
  let session: Session
  let desk: Desk
  let presets: [(path: String, text: String)]

  private var wording: Wording { session.wording }

  /// Judges and stores registrations one after the other.
  ///
  /// - Returns: How alta ends, for the worst of them.
  func run(_ registrations: [AnswerSource.Registration]) throws(StoreError) -> ExitCode {
    var code = ExitCode.done
    var objects: [JSONValue] = []
    var storedCount = 0
    for registration in registrations {
      let (result, object) = try run(registration, isOnly: registrations.count == 1)
      if result == .done { storedCount += 1 }
      code = code.joined(with: result)
      objects.append(object)
      // A store that cannot be written will not take the others either.
      if result == .unavailable { break }
    }
    if session.isJSON {
      let value = registrations.count == 1 ? objects.first ?? .null : .array(objects)
      session.results.write(exactly: value.json + "\n")
    } else if registrations.count > 1 && !session.invocation.has(.dryRun) {
      session.confirm(wording.text(CountedPhrase.registrationsStored, storedCount))
    }
    return code
  }

  private func run(
    _ given: AnswerSource.Registration,
    isOnly: Bool
  ) throws(StoreError) -> (ExitCode, JSONValue) {
    var reading = AnswerReading(
      of: desk.wizard,
      local: LocalForm(
        wording,
        understanding: session.catalogs.others(than: wording.language)
      ),
      continuing: try desk.startingAnswers()
    )
    if let record = given.record { reading.read(record, from: .file) }
    for preset in presets { reading.read(preset.path, preset.text, from: .set) }
    return try run(reading, given: given, isOnly: isOnly)
  }

  /// Judges and stores answers that are read already, for example of a record being edited.
  func run(_ reading: AnswerReading, source: String) throws(StoreError) -> ExitCode {
    let given = AnswerSource.Registration(record: nil, source: source, row: nil)
    let (code, object) = try run(reading, given: given, isOnly: true)
    if session.isJSON { session.results.write(exactly: object.json + "\n") }
    return code
  }

  private func run(
    _ reading: AnswerReading,
    given: AnswerSource.Registration,
    isOnly: Bool
  ) throws(StoreError) -> (ExitCode, JSONValue) {
    let judged = try JudgedRegistration(
      reading,
      at: desk,
      speech: session.speech,
      isLenient: session.invocation.has(.lenient)
    )
    let report = ProblemReport(session: session, wizard: desk.wizard)
    let place = given.row.map { isOnly ? "" : "\(given.source) \($0): " } ?? ""
    let file = given.row == nil ? nil : given.source
    if !session.isJSON { report.say(judged, place: place, file: file) }
    var problems = report.json(judged)
    guard !judged.isBlocked else {
      return (ProblemReport.exitCode(of: judged), object("rejected", given, problems: problems))
    }
    let isConfirmed = session.invocation.has(.yes) || reading.isConfirmed == true
    let questions = judged.questions(at: desk)
    if !isConfirmed && !session.invocation.has(.dryRun) && !questions.isEmpty {
      for question in questions where !session.isJSON {
        session.complain(
          "\(place)\(report.sentence(for: question)) "
            + "\(wording.text(DialoguePhrase.confirmMissing)) [\(question.code)]"
        )
      }
      problems += questions.filter { !judged.findings.contains($0) }.map { question in
        ProblemReport.json(
          code: question.code,
          path: question.path,
          line: 0,
          column: nil,
          message: report.sentence(for: question),
          file: nil,
          severity: "question"
        )
      }
      return (.question, object("unconfirmed", given, problems: problems))
    }
    return store(
      judged,
      given: given,
      caseKey: reading.caseKey,
      confirmed: isConfirmed ? nil : questions.map(\.reason),
      problems: problems
    )
  }

  private func store(
    _ judged: JudgedRegistration,
    given: AnswerSource.Registration,
    caseKey: String?,
    confirmed: [Finding.Reason]?,
    problems: [JSONValue]
  ) -> (ExitCode, JSONValue) {
    let finish = Finish(session: session, desk: desk, registration: judged.registration)
    let provenance = session.provenance(
      of: desk.wizard,
      source: given.source,
      row: given.row,
      caseKey: caseKey
    )
    do throws(StoreError) {
      if session.invocation.has(.dryRun) {
        let rehearsal = Rehearsal(session: session, desk: desk)
        let changes = try rehearsal.show(judged.registration, provenance)
        if !session.isJSON { session.remark(wording.text(DialoguePhrase.dryRun)) }
        return (.done, object("dry-run", given, problems: problems, [.init("changes", changes)]))
      }
      var problems = problems
      var rows: [Receipt.Row] = []
      let isJSON = session.isJSON
      let isBilling = desk.procedure == .bill
      let ending = try finish.store(provenance, confirmed: confirmed) { receipt, notices in
        guard isJSON else { return }
        // Of thousands of bills, the documents are what is asked for.
        rows += isBilling ? receipt.documents : receipt.rows
        problems += notices.map { json($0, severity: "notice") }
      }
      let records = [JSONValue.Member("records", Finish.json(rows))]
      switch ending {
      case .unchanged:
        session.remark(wording.text(DialoguePhrase.nothingChanges))
        return (.done, object("unchanged", given, problems: problems))
      case .refused(let findings):
        if !isJSON { finish.say(findings) }
        problems += findings.map { json($0, severity: "error") }
        return (Finish.exitCode(of: findings), object("rejected", given, problems: problems))
      case .complete: return (.done, object("stored", given, problems: problems, records))
      case .stopped:
        let code = session.signals.arrived.map { ExitCode($0) } ?? .interrupted
        return (code, object("interrupted", given, problems: problems, records))
      }
    } catch {
      guard session.isJSON else {
        return (finish.say(error, caseKey: caseKey), .null)
      }
      let finding = finish.finding(of: error, caseKey: caseKey)
      let problem = ProblemReport.json(
        code: finding?.code ?? "store",
        path: "",
        line: 0,
        column: nil,
        message: finding.map { wording.sentence(for: $0) } ?? wording.sentence(for: error),
        file: nil
      )
      return (
        finding.map(Finish.exitCode) ?? Session.exitCode(of: error),
        object("rejected", given, problems: problems + [problem])
      )
    }
  }

  private func json(_ finding: Finding, severity: String) -> JSONValue {
    ProblemReport.json(
      code: finding.code,
      path: finding.path,
      line: 0,
      column: nil,
      message: wording.sentence(for: finding),
      file: nil,
      severity: severity
    )
  }

  private func object(
    _ status: String,
    _ given: AnswerSource.Registration,
    problems: [JSONValue],
    _ further: [JSONValue.Member] = []
  ) -> JSONValue {
    .object(
      [
        .init("status", .string(status)),
        .init("source", .string(given.source)),
        .init("row", given.row.map { .integer($0) } ?? .null),
        .init("problems", .array(problems)),
      ] + further
    )
  }
}
