import FrontDesk
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// `alta wizard explain WIZARD [FIELD]`: when stages and fields are asked, and why.
struct ExplainCommand {
  let session: Session

  func run() -> ExitCode {
    switch session.wizard(session.invocation.operands[0]) {
    case .failure(let error): return error.code
    case .success(let wizard): return explain(wizard)
    }
  }

  private func explain(_ wizard: Wizard) -> ExitCode {
    let source = AnswerSource(session: session)
    guard let presets = source.assignments() else { return .usage }
    var reading = AnswerReading(of: wizard, local: session.speech.local)
    switch source.registrations() {
    case .failure(let error): return error.code
    case .success(let registrations):
      if let record = registrations.first?.record { reading.read(record, from: .file) }
    }
    for preset in presets { reading.read(preset.path, preset.text, from: .set) }
    let plan = wizard.plan(for: reading.answers, on: session.today)
    let explanation = Explanation(
      of: wizard,
      plan: plan,
      today: session.today,
      speech: session.speech
    )
    let wanted = session.invocation.operands.dropFirst().first
    var isFound = wanted == nil
    for stage in wizard.stages {
      let fields =
        stage.list.map { wizard.lists[$0].fields } ?? stage.fields.map { wizard.fields[$0] }
      var entries: [LabelledValues.Entry] = []
      for field in fields {
        let path = stage.list.map { "\(wizard.lists[$0].key).\(field.key)" } ?? field.key
        guard wanted == nil || wanted == path || wanted == field.key else { continue }
        isFound = true
        let address =
          stage.list.map { FieldAddress.item(list: $0, item: 0, field: field.position) }
          ?? .field(field.position)
        let isAsked = plan.field(at: address) != nil || stage.list != nil
        entries.append(
          LabelledValues.Entry(
            Line(path, isAsked ? .cyan : .dim),
            Line(
              plan.field(at: address) == nil
                ? explanation.conditions(of: field, in: stage) : explanation.reason(for: address)
            )
          )
        )
      }
      guard !entries.isEmpty else { continue }
      session.results.write(Line(session.wording.text(stage.title), .bold))
      session.results.write(
        LabelledValues(entries, mark: "").lines(on: session.results.page, indent: 2)
      )
    }
    guard isFound else {
      session.complain(
        session.wording.sentence(
          for: Problem(
            path: wanted ?? "",
            reason: .unknownField(wanted ?? "", nearest: nil)
          ),
          field: nil,
          label: wanted ?? ""
        )
      )
      return .problems
    }
    return .done
  }
}
