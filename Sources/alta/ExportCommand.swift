import AnswerFiles
import FrontDesk
import LocalFiles
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// `alta export RECORDS`: all records of a kind; customers as the answers that register them anew.
struct ExportCommand {
  let session: Session

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    do throws(StoreError) {
      let store = try session.openStore()
      let rows: Result<[[AnswerEntry]], ExitError> =
        switch table {
        case .customers: try customers(in: store)
        case .entries: .success(try entries(in: store))
        default: .success(try plain(table, in: store))
        }
      switch rows {
      case .failure(let error): return error.code
      case .success(let rows): return write(rows)
      }
    } catch {
      return session.fail(error)
    }
  }

  private var selection: Selection {
    Selection(
      isActiveOnly: !session.invocation.has(.all),
      wizard: session.invocation[.wizard]
    )
  }

  private func customers(
    in store: Store
  ) throws(StoreError) -> Result<[[AnswerEntry]], ExitError> {
    switch session.wizard("register-customer") {
    case .failure(let error): return .failure(error)
    case .success(let wizard):
      var rows: [[AnswerEntry]] = []
      for record in try store.records(of: .customers, where: selection) {
        guard let identifier = record["company.identifier"].text,
          let file = try store.customer(identifier: identifier)
        else { continue }
        rows.append(
          AnswerWriting.entries(
            of: CustomerEdit.answers(of: file, in: wizard, isForFile: true)
          )
        )
      }
      return .success(rows)
    }
  }

  private func entries(in store: Store) throws(StoreError) -> [[AnswerEntry]] {
    try store.records(of: .entries, where: selection).map { record in
      guard let text = record["answers"].text,
        let node = try? SourceNode(json: SourceText(text)), let flat = try? AnswerRecord(node)
      else { return [] }
      return flat.entries
    }
  }

  private func plain(_ table: Table, in store: Store) throws(StoreError) -> [[AnswerEntry]] {
    let layout = table.layout
    let columns =
      layout.columns.filter { column in
        switch column.origin {
        case .given, .number: true
        case .caseKey, .searchKey, .provenance, .revision, .linked: false
        }
      } + layout.linked
    return try store.records(of: table, where: selection).map { record in
      columns.compactMap { column in
        guard let path = AnswerPath(spelling: column.key), !record[column.key].isNull else {
          return nil
        }
        let text: String
        switch column.kind {
        case .boolean: text = record[column.key].integer == 0 ? "false" : "true"
        default:
          text =
            column.origin == .number && layout.numberPrefix != nil
            ? record.name : record[column.key].keyText
        }
        return AnswerEntry(path: path, text: text, place: SourcePlace(line: 1, column: 1))
      }
    }
  }

  // MARK: Writing

  private func write(_ rows: [[AnswerEntry]]) -> ExitCode {
    var bytes: [UInt8] = []
    if ["json", "jsonl"].contains(session.invocation[.format] ?? "csv") {
      for row in rows {
        JSONValue(nesting: row).appendJSON(to: &bytes)
        bytes.append(0x0A)
      }
    } else {
      let columns = columns(of: rows)
      let writer = CSVWriter(isForSpreadsheet: session.invocation.has(.forSpreadsheet))
      writer.appendHeader(columns.map(\.spelling), to: &bytes)
      for row in rows {
        writer.append(
          AnswerRecord(line: 1, entries: row).cells(for: columns),
          to: &bytes
        )
      }
    }
    guard let path = session.invocation[.output] else {
      session.results.write(exactly: String(decoding: bytes, as: UTF8.self))
      return .done
    }
    do throws(FileError) {
      try LocalFile.create(bytes, at: path)
      return .done
    } catch {
      return session.fail(error)
    }
  }

  /// The paths of all rows in the order in which they first stand, items of lists side by side.
  private func columns(of rows: [[AnswerEntry]]) -> [AnswerPath] {
    var order: [AnswerPath] = []
    var seen: Set<AnswerPath> = []
    for row in rows {
      var previous: AnswerPath?
      for entry in row {
        if seen.insert(entry.path).inserted {
          // A column that a later row brings belongs behind the one that precedes it there.
          let place = previous.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
          order.insert(entry.path, at: place)
        }
        previous = entry.path
      }
    }
    return order
  }
}
