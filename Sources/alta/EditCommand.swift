import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// `alta edit RECORD ID`: the form that registers a record, filled with its values.
struct EditCommand {
  let session: Session

  /// The wizard that edits records of each table.
  private static let wizards: [Table: String] = [
    .customers: "register-customer", .companies: "register-company",
    .contacts: "register-contact", .employees: "register-employee",
    .externalUsers: "register-external-user", .settings: "register-setting",
    .articles: "register-article", .programmes: "register-programme", .cards: "register-card",
    .plans: "register-plan", .components: "register-component", .coupons: "register-coupon",
    .templates: "register-template",
  ]

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    guard let name = Self.wizards[table] else {
      session.complain(
        session.wording.text(
          TroublePhrase.notEditable,
          [("name", session.invocation.operands[0])]
        )
      )
      return .usage
    }
    switch session.wizard(name) {
    case .failure(let error): return error.code
    case .success(let wizard):
      do throws(StoreError) {
        return try run(table, wizard: wizard)
      } catch {
        return session.fail(error)
      }
    }
  }

  private func run(_ table: Table, wizard: Wizard) throws(StoreError) -> ExitCode {
    let name = session.invocation.operands[1]
    let store = try session.openStore()
    let subject: EditSubject
    let spelled: [SpelledAnswer]
    if table == .customers {
      guard let file = try store.customer(identifier: name) else {
        return session.missing(table, name)
      }
      subject = .customer(file)
      spelled = CustomerEdit.answers(of: file, in: wizard)
    } else {
      guard let record = try store.record(of: table, named: name) else {
        return session.missing(table, name)
      }
      subject = .record(record)
      spelled = try PlainRecord.answers(of: record, in: wizard, store: store)
    }
    let desk = Desk(
      wizard: wizard,
      store: store,
      today: session.today,
      now: session.now,
      editing: subject
    )
    var stored = AnswerReading(of: wizard, local: LocalForm(.english))
    for answer in spelled { stored.read(answer.path, answer.text, from: .record) }
    let frozen = frozenKeys(of: subject, wizard: wizard, stored: stored.answers)
    guard session.invocation.has(.set) || session.invocation.has(.answers) else {
      guard !session.invocation.has(.noInput), !session.isJSON else {
        session.complain(session.wording.text(TroublePhrase.editNothing))
        return .question
      }
      let interview = Interview(
        of: wizard,
        answers: stored.answers,
        today: session.today,
        frozen: frozen,
        startsAtReview: true
      )
      return try Conversation(session: session, desk: desk).run(interview, draft: nil)
    }
    return try apply(to: stored, at: desk, frozen: frozen)
  }

  /// The keys that may not be changed: those of the record, and an identifier that a mask drew.
  private func frozenKeys(of subject: EditSubject, wizard: Wizard, stored: Answers) -> Set<String> {
    var keys = Set(subject.frozen)
    let plan = wizard.plan(for: stored, on: session.today)
    for field in plan.fields where field.identifier?.isLocked == true { keys.insert(field.path) }
    return keys
  }

  private func apply(
    to stored: AnswerReading,
    at desk: Desk,
    frozen: Set<String>
  ) throws(StoreError) -> ExitCode {
    let source = AnswerSource(session: session)
    guard let assignments = source.assignments() else { return .usage }
    var reading = AnswerReading(
      of: desk.wizard,
      local: LocalForm(
        session.wording,
        understanding: session.catalogs.others(than: session.wording.language)
      ),
      continuing: stored.answers
    )
    switch source.registrations() {
    case .failure(let error): return error.code
    case .success(let registrations):
      if let record = registrations.first?.record { reading.read(record, from: .file) }
      for pair in assignments { reading.read(pair.path, pair.text, from: .set) }
      let changed = desk.wizard.fields.filter { field in
        frozen.contains(field.key)
          && reading.answers.values[field.position]?.content
            != stored.answers.values[field.position]?.content
      }
      guard changed.isEmpty else {
        for field in changed {
          let finding = Finding(.frozen(field: session.wording.text(field.label)), at: field.key)
          session.report(finding)
        }
        return .conflict
      }
      let batch = Unattended(session: session, desk: desk, presets: [])
      return try batch.run(reading, source: registrations.first?.source ?? "set")
    }
  }
}
