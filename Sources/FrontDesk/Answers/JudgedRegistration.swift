package import Procedures
package import RecordStorage
package import WizardEngine

/// A registration that nobody is asked about, judged as a whole: all its problems at once.
package struct JudgedRegistration: Sendable {
  /// The answers, filled up from named records.
  package let answers: Answers
  /// The values that hold.
  package let registration: Registration
  /// What is wrong with the answers, in the order of the fields, with the lines they stand on.
  package let problems: [PlacedProblem]
  /// What the store and the procedure have to say.
  package let findings: [Finding]

  /// Judges answers by the same plan, store and procedure as the dialogue.
  ///
  /// - Parameters:
  ///   - reading: The answers with what could not be read.
  ///   - desk: The wizard, its procedure and the store.
  ///   - speech: The language of the sentences.
  ///   - isLenient: Whether unknown fields and answers that do not apply are passed over.
  ///   - prepare: What is done before the store is asked about the registration.
  /// - Throws: `StoreError` where the store cannot be read.
  package init(
    _ reading: AnswerReading,
    at desk: Desk,
    speech: Speech,
    isLenient: Bool,
    prepare: (Registration) throws(StoreError) -> Void = { _ in }
  ) throws(StoreError) {
    let wizard = desk.wizard
    let answers = try desk.prefilled(reading.answers)
    let plan = wizard.plan(for: answers, on: desk.today)
    let registration = Registration(of: wizard, plan: plan)
    var problems: [PlacedProblem] = []
    func place(_ problem: Problem, line: Int) {
      problems.append(
        PlacedProblem(
          problem: problem,
          line: line,
          sentence: speech.sentence(for: problem, in: wizard, answers: answers)
        )
      )
    }
    problems += reading.problems.map { $0.softened(if: isLenient) }
    let unreadable = Set(reading.problems.map(\.problem.path))
    for stage in plan.stages {
      for field in stage.allFields {
        // What could not even be read is not missing as well.
        for problem in field.problems where !unreadable.contains(problem.path) {
          place(problem, line: reading.lines[field.address] ?? 0)
        }
      }
      for problem in stage.problems { place(problem, line: 0) }
    }
    for address in wizard.parked(in: answers, plan: plan)
    where answers[address]?.origin != .record {
      let path = wizard.path(of: address, in: answers)
      place(
        Problem(path: path, reason: .notApplicable, severity: isLenient ? .warning : .error),
        line: reading.lines[address] ?? 0
      )
    }
    try prepare(registration)
    var findings = try desk.findings(of: registration)
    if let caseKey = reading.caseKey,
      try desk.store.outcome(ofCase: caseKey, wizard: wizard.name).isDone
    {
      // What else the store has against it follows from its having been stored before.
      findings = [Finding(.caseDone(caseKey), at: "case")]
    }
    self.answers = answers
    self.registration = registration
    self.problems = problems
    self.findings = findings
  }

  /// Whether something must change before the registration can be stored.
  package var isBlocked: Bool {
    problems.contains { $0.problem.severity == .error }
      || findings.contains(where: \.blocks)
  }

  /// The questions that somebody must answer with yes.
  package func questions(at desk: Desk) -> [Finding] {
    findings.filter { $0.weight == .question }
      + [desk.confirmation].compactMap { $0 }.map { Finding($0) }
  }
}

extension PlacedProblem {
  /// The same problem as a warning, where it is of the kind that leniency passes over.
  fileprivate func softened(if isLenient: Bool) -> PlacedProblem {
    guard isLenient, case .unknownField = problem.reason else { return self }
    return PlacedProblem(
      problem: Problem(path: problem.path, reason: problem.reason, severity: .warning),
      line: line,
      sentence: sentence
    )
  }
}
