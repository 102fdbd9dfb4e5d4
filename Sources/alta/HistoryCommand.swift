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
      write(changes, of: record)
      return .done
    } catch {
      return session.fail(error)
    }
  }

  private func write(_ changes: [(PastChange, Record)], of record: Record) {
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
      let entries = keys.map { key in
        let column = layout.position(of: key).map { layout.column(at: $0) }
        func shown(_ value: SQLValue?) -> String {
          let text = column.map { wording.shown(value ?? .null, of: $0) } ?? value?.keyText ?? ""
          return text.isEmpty ? wording.text(RecordPhrase.nothing) : text
        }
        let values: [(name: String, value: String)] = [
          ("before", shown(change.before[key])), ("after", shown(change.after[key])),
        ]
        return LabelledValues.Entry(
          Line(column.map { wording.label(of: $0) } ?? key),
          Line(wording.text(RecordPhrase.changedFrom, values))
        )
      }
      session.results.write(LabelledValues(entries).lines(on: session.results.page, indent: 2))
    }
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
