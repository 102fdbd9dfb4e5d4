import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta history RECORD ID`.
struct HistoryCommand {
  let session: Session

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    let name = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      guard let record = try store.record(of: table, named: name) else {
        return session.missing(table, name)
      }
      var changes = try store.history(of: table, key: record.key).map { ($0, record) }
      // What people call a customer is the company with its customer, so both histories count.
      if table == .customers, let company = try store.company(identifier: name) {
        changes += try store.history(of: .companies, key: company.key).map { ($0, company) }
        changes.sort { $0.0.at < $1.0.at }
      }
      try write(changes, of: record, in: store)
      return .done
    } catch {
      return session.fail(error)
    }
  }

  private func write(
    _ changes: [(PastChange, Record)],
    of record: Record,
    in store: Store
  ) throws(StoreError) {
    let wording = session.wording
    if session.isJSON {
      session.results.write(exactly: JSONValue.array(changes.map { json($0.0, $0.1) }).json + "\n")
      return
    }
    let created = wording.text(
      RecordPhrase.changedBy,
      [
        ("at", session.speech.local.shown(moment: record["createdAt"].keyText)),
        ("by", record["createdBy"].keyText),
        ("command", wording.text(RecordPhrase.created)),
      ]
    )
    session.results.write(Line(created, .bold))
    for (change, subject) in changes {
      let head = wording.text(
        RecordPhrase.changedBy,
        [
          ("at", session.speech.local.shown(moment: change.at)), ("by", change.by),
          ("command", change.command),
        ]
      )
      session.results.write(Line(head, .bold))
      guard !change.after.isEmpty || !change.before.isEmpty else {
        session.results.write("  \(wording.text(RecordPhrase.erased))")
        continue
      }
      let layout = subject.table.layout
      let keys = Set(change.before.keys).union(change.after.keys).sorted {
        (layout.position(of: $0) ?? .max) < (layout.position(of: $1) ?? .max)
      }
      let entries = try keys.map { key throws(StoreError) in
        let column = layout.position(of: key).map { layout.column(at: $0) }
        let values: [(name: String, value: String)] = [
          ("before", try shown(change.before[key], of: column, in: store)),
          ("after", try shown(change.after[key], of: column, in: store)),
        ]
        return LabelledValues.Entry(
          Line(column.map { wording.label(of: $0) } ?? key),
          Line(wording.text(RecordPhrase.changedFrom, values))
        )
      }
      session.results.write(LabelledValues(entries).lines(on: session.results.page, indent: 2))
    }
  }

  /// A value as a person reads it; another record by its name.
  private func shown(
    _ value: SQLValue?,
    of column: Column?,
    in store: Store
  ) throws(StoreError) -> String {
    guard let value, !value.isNull else { return session.wording.text(RecordPhrase.nothing) }
    guard let column else { return value.keyText }
    if case .reference(let table) = column.kind,
      let record = try store.record(of: table, key: value)
    {
      return record.name
    }
    return session.wording.shown(value, of: column)
  }

  private func json(_ change: PastChange, _ subject: Record) -> JSONValue {
    let layout = subject.table.layout
    func object(_ values: [String: SQLValue]) -> JSONValue {
      .object(
        values.sorted { $0.key < $1.key }.map { key, value in
          let column = layout.position(of: key).map { layout.column(at: $0) }
          return .init(key, column.map { value.json(of: $0) } ?? .string(value.keyText))
        }
      )
    }
    return .object([
      .init("at", .string(change.at)), .init("by", .string(change.by)),
      .init("command", .string(change.command)),
      .init("table", .string(subject.table.name)),
      .init("before", object(change.before)), .init("after", object(change.after)),
    ])
  }
}
