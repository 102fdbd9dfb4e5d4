import Procedures
import RecordStorage
import WizardEngine

/// What keeps a person from leaving a stage forwards, and what is worth knowing there.
struct StageCheck {
  /// What is wrong with its answers, in the order of the fields.
  let problems: [Problem]
  /// What the store or the procedure has against them.
  let refusals: [Finding]
  /// What they would tell about them.
  let notices: [Finding]

  /// Judges a stage, or a part of it.
  ///
  /// - Parameters:
  ///   - stage: The stage as planned.
  ///   - fields: The fields that count; the whole stage where none are named.
  ///   - interview: The interview that the stage is part of.
  ///   - desk: The wizard with its store.
  /// - Throws: `StoreError` where the store cannot be read.
  init(
    of stage: PlannedStage,
    fields: [PlannedField]? = nil,
    in interview: Interview,
    at desk: Desk
  ) throws(StoreError) {
    let judged = fields ?? stage.allFields
    let paths = Set(judged.map(\.path))
    let registration = Registration(of: interview.wizard, plan: interview.plan)
    let findings = try desk.findings(of: registration).filter { paths.contains($0.path) }
    problems = (fields.map { $0.flatMap(\.problems) } ?? stage.allProblems).filter {
      $0.severity == .error
    }
    refusals = findings.filter(\.blocks)
    notices = findings.filter { $0.weight == .notice }
  }

  /// Whether the stage may be left forwards.
  var holds: Bool { problems.isEmpty && refusals.isEmpty }

  /// The path of the first field that blocks.
  var firstPath: String? { problems.first?.path ?? refusals.first?.path }
}

/// Everything that is the matter with a registration before it is finished.
struct FinalCheck {
  /// The answers that hold, with the records that filled the form.
  let registration: Registration
  /// What is wrong or doubtful, in the order of the fields.
  let problems: [Problem]
  /// What the store and the procedure have to say.
  let findings: [Finding]

  /// Judges all answers.
  ///
  /// - Throws: `StoreError` where the store cannot be read.
  init(of interview: Interview, loaded: [Record], at desk: Desk) throws(StoreError) {
    var registration = Registration(of: interview.wizard, plan: interview.plan)
    registration.loaded = loaded
    self.registration = registration
    problems = interview.plan.problems
    findings = try desk.findings(of: registration)
  }

  /// Whether something must change before finishing.
  var isBlocked: Bool {
    problems.contains { $0.severity == .error } || findings.contains(where: \.blocks)
  }

  /// Where the first thing that blocks can be changed; `nil` where it has no place.
  func firstStop(in interview: Interview) -> Interview.Stop? {
    let paths =
      problems.filter { $0.severity == .error }.map(\.path)
      + findings.filter { $0.weight != .notice }.map(\.path)
    guard let path = paths.first else { return nil }
    if let field = interview.plan.fields.first(where: { $0.path == path && $0.isAsked }) {
      return .field(field.address)
    }
    return interview.wizard.listPositions[path].map { .list($0) }
  }

  /// The questions that need a yes, those of the procedure last.
  func questions(at desk: Desk) -> [Finding.Reason] {
    findings.filter { $0.weight == .question }.map(\.reason)
      + [desk.confirmation].compactMap { $0 }
  }
}

extension Finding {
  /// Whether it keeps a registration from being stored.
  var blocks: Bool { weight != .notice && weight != .question }
}
