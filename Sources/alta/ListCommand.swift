import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta list RECORDS`.
struct ListCommand {
  let session: Session

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    do throws(StoreError) {
      let store = try session.openStore()
      var selection = Selection(isActiveOnly: !session.invocation.has(.all))
      selection.wizard = session.invocation[.wizard]
      if let customer = session.invocation[.customer] {
        guard let company = try store.company(identifier: customer)?.key.integer else {
          return session.missing(.customers, customer)
        }
        selection.company = company
      }
      var pages = RecordPages(of: table, where: selection, in: store)
      var records: [Record] = []
      while let page = try pages.next() { records += page }
      if table == .externalUsers {
        records.sort { ($0["email"].text ?? "") < ($1["email"].text ?? "") }
      }
      write(records, of: table)
      return .done
    } catch {
      return session.fail(error)
    }
  }

  private func write(_ records: [Record], of table: Table) {
    let sheet = RecordSheet(session: session)
    switch session.invocation[.format] {
    case "json":
      session.results.write(exactly: JSONValue.array(records.map(sheet.json)).json + "\n")
    case "jsonl":
      for record in records { session.results.write(exactly: sheet.json(record).json + "\n") }
    case "csv":
      let columns = sheet.listed(table)
      var bytes: [UInt8] = []
      CSVWriter().appendHeader(columns.map(\.key), to: &bytes)
      for record in records {
        let cells = columns.map { column in
          column.origin == .number ? record.name : record[column.key].keyText
        }
        CSVWriter().append(cells, to: &bytes)
      }
      session.results.write(exactly: String(decoding: bytes, as: UTF8.self))
    default:
      if records.isEmpty {
        session.remark(session.wording.text(RecordPhrase.noRecords))
      } else {
        session.results.write(sheet.table(sorted(records, of: table), of: table))
      }
    }
  }

  /// Records in the order of the language: names without regard to case and diacritics.
  private func sorted(_ records: [Record], of table: Table) -> [Record] {
    guard table == .externalUsers else { return records }
    return records.sorted {
      ($0["email"].text ?? "").searchKey < ($1["email"].text ?? "").searchKey
    }
  }
}
