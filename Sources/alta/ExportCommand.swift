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
      switch table {
      case .customers:
        switch session.wizard("register-customer") {
        case .failure(let error): return error.code
        case .success(let wizard):
          return try export(table, from: store) { record throws(StoreError) in
            try ExportCommand.customer(record, asAnswersTo: wizard, in: store)
          }
        }
      case .entries: return try export(table, from: store, ExportCommand.entry)
      default:
        let columns = ExportCommand.columns(of: table)
        return try export(table, from: store) { ExportCommand.plain($0, columns) }
      }
    } catch {
      return session.fail(error)
    }
  }

  // MARK: Rows

  /// A row of the export; `nil` where there is none for a record.
  private typealias Row = (Record) throws(StoreError) -> [AnswerEntry]?

  private static func customer(
    _ record: Record,
    asAnswersTo wizard: Wizard,
    in store: Store
  ) throws(StoreError) -> [AnswerEntry]? {
    guard let identifier = record["company.identifier"].text,
      let file = try store.customer(identifier: identifier)
    else { return nil }
    return AnswerWriting.entries(of: CustomerEdit.answers(of: file, in: wizard, isForFile: true))
  }

  private static func entry(_ record: Record) -> [AnswerEntry]? {
    guard let text = record["answers"].text,
      let node = try? SourceNode(json: SourceText(text)), let flat = try? AnswerRecord(node)
    else { return [] }
    return flat.entries
  }

  private static func columns(of table: Table) -> [Column] {
    let layout = table.layout
    return layout.columns.filter { column in
      switch column.origin {
      case .given, .number: true
      case .caseKey, .searchKey, .provenance, .revision, .linked: false
      }
    } + layout.linked
  }

  private static func plain(_ record: Record, _ columns: [Column]) -> [AnswerEntry] {
    columns.compactMap { column in
      guard let path = AnswerPath(spelling: column.key), !record[column.key].isNull else {
        return nil
      }
      let text: String
      switch column.kind {
      case .boolean: text = record[column.key].integer == 0 ? "false" : "true"
      default:
        text =
          column.origin == .number && record.table.layout.numberPrefix != nil
          ? record.name : record[column.key].keyText
      }
      return AnswerEntry(path: path, text: text, place: SourcePlace(line: 1, column: 1))
    }
  }

  // MARK: Writing

  /// Writes the rows page by page, in memory that does not depend on their number.
  private func export(
    _ table: Table,
    from store: Store,
    _ row: Row
  ) throws(StoreError) -> ExitCode {
    let selection = Selection(
      isActiveOnly: !session.invocation.has(.all),
      wizard: session.invocation[.wizard]
    )
    var pages = RecordPages(of: table, where: selection, in: store)
    guard !["json", "jsonl"].contains(session.invocation[.format] ?? "csv") else {
      return try write(&pages, row) { entries, bytes in
        JSONValue(nesting: entries).appendJSON(to: &bytes)
        bytes.append(0x0A)
        return true
      }
    }
    // The columns are known when all rows are, so the records are read twice.
    var columns = ExportColumns()
    while let page = try pages.next() {
      for record in page { try row(record).map { columns.add($0) } }
    }
    pages.rewind()
    let writer = CSVWriter(isForSpreadsheet: session.invocation.has(.forSpreadsheet))
    var header: [UInt8] = []
    writer.appendHeader(columns.paths.map(\.spelling), to: &header)
    return try write(&pages, beginning: header, row) { entries, bytes in
      writer.append(AnswerRecord(line: 1, entries: entries).cells(for: columns.paths), to: &bytes)
      return columns.has(entries)
    }
  }

  /// Writes the rows of all pages to the file or the output.
  ///
  /// - Parameters:
  ///   - pages: The records.
  ///   - header: What precedes the rows.
  ///   - row: The row of a record.
  ///   - append: Appends a row; whether it could be written as a whole.
  /// - Returns: How alta ends.
  /// - Throws: `StoreError` where the records cannot be read.
  private func write(
    _ pages: inout RecordPages,
    beginning header: [UInt8] = [],
    _ row: Row,
    _ append: ([AnswerEntry], inout [UInt8]) -> Bool
  ) throws(StoreError) -> ExitCode {
    var isWhole = true
    /// The bytes of the next page; `nil` behind the last.
    func next() throws(StoreError) -> [UInt8]? {
      guard isWhole, let page = try pages.next() else { return nil }
      var bytes: [UInt8] = []
      for record in page {
        if let entries = try row(record), !append(entries, &bytes) { isWhole = false }
      }
      return bytes
    }
    var code = ExitCode.done
    if let path = session.invocation[.output] {
      code = try create(path, beginning: header) { () throws(StoreError) in
        let bytes = try next()
        return isWhole ? bytes.map { .bytes($0) } ?? .end : .none
      }
    } else {
      session.results.write(exactly: String(decoding: header, as: UTF8.self))
      while let bytes = try next(), session.results.flush() == .open {
        session.results.write(exactly: String(decoding: bytes, as: UTF8.self))
      }
    }
    guard isWhole else {
      session.refuse(session.wording.text(RecordPhrase.changedWhileExported), code: "stale")
      return .conflict
    }
    return code
  }

  private enum Piece {
    case bytes([UInt8])
    case end
    case none
  }

  private func create(
    _ path: String,
    beginning header: [UInt8],
    _ next: () throws(StoreError) -> Piece
  ) throws(StoreError) -> ExitCode {
    var failure: StoreError?
    var isFirst = true
    do throws(FileError) {
      _ = try LocalFile.create(at: path) { piece in
        if isFirst {
          isFirst = false
          piece = header
          return .piece
        }
        do throws(StoreError) {
          switch try next() {
          case .bytes(let bytes): piece = bytes
          case .end: return .end
          case .none: return .unknown
          }
          return .piece
        } catch {
          failure = error
          return .unknown
        }
      }
    } catch {
      return session.fail(error)
    }
    if let failure { throw failure }
    return .done
  }
}

/// The columns of a table that are found row by row.
private struct ExportColumns {
  /// The paths of all rows in the order in which they first stand, items of lists side by side.
  private(set) var paths: [AnswerPath] = []
  private var seen: Set<AnswerPath> = []

  /// Adds the columns of a row.
  mutating func add(_ row: [AnswerEntry]) {
    var previous: AnswerPath?
    for entry in row {
      if seen.insert(entry.path).inserted {
        // A column that a later row brings belongs behind the one that precedes it there.
        let place = previous.flatMap { paths.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        paths.insert(entry.path, at: place)
      }
      previous = entry.path
    }
  }

  /// Whether there is a column for everything in a row.
  func has(_ row: [AnswerEntry]) -> Bool { row.allSatisfy { seen.contains($0.path) } }
}
