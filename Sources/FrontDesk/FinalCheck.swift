import Procedures
import RecordStorage
import WizardEngine

/// Everything that is the matter with a registration before it is finished.
struct FinalCheck {
  /// The answers that hold, with the records that filled the form.
  let registration: Registration
  /// What is wrong or doubtful, in the order of the fields.
  let problems: [Problem]
  /// What the store and the procedure have to say.
  let findings: [Finding]
  /// What finishing would write; `nil` where something must change before.
  let changes: ChangeSet?

  /// Judges all answers.
  ///
  /// - Throws: `StoreError` where the store cannot be read.
  init(of interview: Interview, loaded: [Record], at desk: Desk) throws(StoreError) {
    var registration = Registration(of: interview.wizard, plan: interview.plan)
    registration.loaded = loaded
    self.registration = registration
    problems = interview.plan.problems
    let findings = try desk.findings(of: registration)
    self.findings = findings
    let isBlocked =
      problems.contains { $0.severity == .error } || findings.contains(where: \.blocks)
    changes = isBlocked ? nil : try desk.changeSet(of: registration)
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

  /// How the dialogue ends when every question has been answered with yes.
  func outcome(at desk: Desk) -> DialogueOutcome {
    // Where the answers say it all, there is nothing else to have seen.
    let seen = desk.subject == nil && desk.procedure.makesMoreThanAnswers ? changes : nil
    return .finished(registration, confirmed: questions(at: desk), seen: seen)
  }

  /// The questions that need a yes, those of the procedure last.
  func questions(at desk: Desk) -> [Finding.Reason] {
    findings.compactMap(\.question) + [desk.confirmation].compactMap { $0 }
  }
}

extension Finding {
  /// What a person is asked because of the finding; `nil` for nothing.
  fileprivate var question: Reason? {
    switch reason {
    // L11: whoever is asked sees the card before it has the programmes.
    case .assignedAll(let card): .confirmAssigning(card: card)
    default: weight == .question ? reason : nil
    }
  }
}
