import FieldKinds
import RecordStorage
import WizardEngine

/// Turns held values into the cells of a record, and back.
enum RecordCells {
  /// The cell of a column for a canonical text.
  static func cell(_ text: String, for kind: Column.Kind) -> Cell {
    switch kind {
    case .boolean: .truth(text == "true")
    case .integer: Int64(text).map(Cell.integer) ?? .empty
    case .text, .memo, .decimal, .amount, .code, .date, .time, .json, .reference: .text(text)
    }
  }

  /// The canonical text of a stored value; `nil` where there is none.
  static func text(_ value: SQLValue, of kind: Column.Kind) -> String? {
    switch (value, kind) {
    case (.null, _): nil
    case (.integer(let number), .boolean): number == 0 ? "false" : "true"
    case (.integer(let number), _): String(number)
    case (.text(let text), _): text.isEmpty ? nil : text
    }
  }
}

extension NewRow {
  /// Gives a column the cell of a canonical text; without effect for `nil` or an unknown column.
  ///
  /// - Returns: Whether the table has the column.
  @discardableResult
  mutating func give(_ text: String?, to key: String) -> Bool {
    guard let column = table.layout.givenColumn(key) else { return false }
    if let text { set(RecordCells.cell(text, for: column.kind), for: key) }
    return true
  }
}

extension AlteredRow {
  /// Gives a column the cell of a canonical text, or empties it for `nil`.
  ///
  /// - Returns: Whether the table has the column.
  @discardableResult
  mutating func give(_ text: String?, to key: String) -> Bool {
    guard let column = table.layout.givenColumn(key) else { return false }
    let cell = text.map { RecordCells.cell($0, for: column.kind) } ?? .value(column.initial)
    return set(cell, for: key)
  }
}

extension Table {
  private static let companyColumns = positions(of: "company")
  private static let attributesColumns = positions(of: "attributes")

  private static func positions(of key: String) -> [Int] {
    allCases.map { $0.layout.position(of: key) ?? 0 }
  }

  /// The position of the column that names the company, where the table has one.
  var companyColumn: Int { Table.companyColumns[number] }
  /// The position of the column for what a wizard's author added, where the table has one.
  var attributesColumn: Int { Table.attributesColumns[number] }

  private var number: Int { Table.allCases.firstIndex(of: self) ?? 0 }
}

extension TableLayout {
  /// The column that a change set may give under a key.
  func givenColumn(_ key: String) -> Column? {
    guard let position = position(of: key), position < columns.count,
      columns[position].origin == .given
    else { return nil }
    return columns[position]
  }
}

extension IdentifierRule {
  /// The cell that draws the next number of a mask; `nil` for kinds, which are typed.
  var drawingCell: Cell? {
    guard case .mask(let mask, _) = self else { return nil }
    return .masked(
      Mask(
        prefix: mask.prefix,
        width: mask.width,
        suffix: mask.suffix,
        counter: "mask \(mask.prefix)\(mask.width)X\(mask.suffix)"
      )
    )
  }
}
