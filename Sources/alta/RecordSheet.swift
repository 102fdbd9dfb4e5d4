import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms

/// Records in words: as a table, one by one, or as JSON.
struct RecordSheet {
  let session: Session

  private let names: ValueNames
  private var wording: Wording { session.wording }

  /// Prepares a sheet in the names of a wizard: the one that made an entry, else the shipped one.
  init(session: Session, wizard: String? = nil) {
    self.session = session
    names = session.valueNames(of: wizard ?? "register-customer")
  }

  /// The columns that a list shows.
  func listed(_ table: Table) -> [Column] {
    table.layout.listed.compactMap { key in
      table.layout.position(of: key).map { table.layout.column(at: $0) }
    }
  }

  /// Records as a table.
  ///
  /// - Parameters:
  ///   - records: The records.
  ///   - table: Their table.
  ///   - isPart: Whether they stand below what they are a part of, which they need not name.
  /// - Returns: The lines.
  func table(_ records: [Record], of table: Table, isPart: Bool = false) -> [Line] {
    // A column that is empty throughout says nothing and takes room from the others.
    let columns = listed(table).filter { column in
      !(isPart && column.origin == .linked) && records.contains { !shown($0, column).isEmpty }
    }
    return TextTable(
      columns: columns.map {
        TextTable.Column(Line(wording.label(of: $0)), $0.isFigure ? .trailing : .leading)
      },
      rows: records.map { record in columns.map { Line(shown(record, $0)) } }
    ).lines(on: session.results.page)
  }

  /// A value of a record as it is shown; a record's own number with its prefix.
  func shown(_ record: Record, _ column: Column) -> String {
    let layout = record.table.layout
    if column.origin == .number, layout.numberPrefix != nil { return record.name }
    return names.shown(record[column.key], of: column, wording: wording)
  }

  /// One record with its values below each other; empty ones are left out.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - differences: What another record says instead, by the keys of columns.
  ///   - names: What records are called that it refers to by a number, by the keys of columns.
  /// - Returns: The lines.
  func lines(
    of record: Record,
    marking differences: [String: String] = [:],
    naming names: [String: String] = [:]
  ) -> [Line] {
    let entries = shownColumns(of: record.table).compactMap { column -> LabelledValues.Entry? in
      let value = names[column.key] ?? shown(record, column)
      let difference = differences[column.key].map {
        Line(wording.text(RecordPhrase.differs, [("value", $0)]), .yellow)
      }
      guard !value.isEmpty || difference != nil else { return nil }
      return LabelledValues.Entry(
        Line(wording.label(of: column)),
        Line.lines(of: value) + [difference].compactMap { $0 }
      )
    }
    return LabelledValues(entries + attributes(of: record)).lines(
      on: session.results.page,
      indent: 2
    )
  }

  private func shownColumns(of table: Table) -> [Column] {
    let own = table.layout.columns.filter { column in
      switch column.origin {
      case .given:
        if case .reference(let target) = column.kind {
          return target != .customers && target != .companies
        }
        return column.key != "attributes" && column.key != "origin" && column.key != "answers"
      case .number: return table.layout.numberPrefix != nil
      case .caseKey, .searchKey, .provenance, .revision, .linked: return false
      }
    }
    return table.layout.linked.filter { $0.key != "company.identifier" || table != .customers }
      + own
  }

  private func attributes(of record: Record) -> [LabelledValues.Entry] {
    [record["attributes"], record["answers"]].compactMap(\.text).flatMap(names.entries(ofJSON:))
  }

  /// A record as JSON, own columns first, then linked ones.
  func json(_ record: Record) -> JSONValue {
    let layout = record.table.layout
    let columns = layout.columns + layout.linked
    return .object(
      columns.compactMap { column in
        switch column.origin {
        case .caseKey, .searchKey: return nil
        default: break
        }
        if column.origin == .number, layout.numberPrefix != nil {
          return .init(column.key, .string(record.name))
        }
        return .init(column.key, record[column.key].json(of: column))
      }
    )
  }
}
