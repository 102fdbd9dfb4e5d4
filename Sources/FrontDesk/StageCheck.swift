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

extension Finding {
  /// Whether it keeps a registration from being stored.
  package var blocks: Bool { weight != .notice && weight != .question }
}
