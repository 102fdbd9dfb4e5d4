/// How the inserts of an import go into one table: the statement, and what its parameters usually are.
///
/// A class, so that statements can tell whether they are prepared for it; nothing in it changes.
package final class InsertionTemplate: Sendable {
  /// What stands for a usual parameter that an insert does not give.
  package enum Usual: Sendable {
    /// The same value in every insert.
    case value(SQLValue)
    /// The row of the source, which each insert has.
    case sourceRow
  }

  /// The table.
  let table: Table
  /// The statement, with a parameter for each column.
  package let sql: String
  /// The parameters where nothing else is given, by position.
  package let usual: [Usual]
  /// The position of the row of the source; `nil` where the table keeps none.
  package let sourceRow: Int?
  /// The position of the number that is drawn; `nil` where the key is given.
  let number: Int?
  /// The position of the key.
  let keyPosition: Int
  /// The parameters that follow from others.
  let derivations: [TableLayout.Derivation]

  init(_ table: Table, _ provenance: [SQLValue]) {
    self.table = table
    sql = table.layout.insertion
    var usual: [Usual] = []
    var number: Int?
    for (position, source) in table.layout.insertionSources.enumerated() {
      switch source {
      case .given(let value), .fixed(let value): usual.append(.value(value))
      case .givenOrProvenance(let part), .provenance(let part):
        usual.append(.value(provenance[part]))
      case .sourceRow: usual.append(.sourceRow)
      case .number:
        usual.append(.value(.null))
        number = position
      case .derived: usual.append(.value(.null))
      }
    }
    self.usual = usual
    self.number = number
    keyPosition = table.layout.keyPosition
    derivations = table.layout.derivations
    sourceRow = usual.firstIndex { if case .sourceRow = $0 { true } else { false } }
  }
}

/// How the inserts of an import go into all tables, worked out once for all its tapes.
package final class TapeFormat: Sendable {
  /// The templates by the tables' numbers.
  let templates: [InsertionTemplate]

  /// Prepares for records that come to be in one way, but for the row of the source.
  package init(_ provenance: Provenance) {
    let parts = Provenance.Part.allCases.map(provenance.value)
    templates = tapeTables.map { InsertionTemplate($0, parts) }
  }
}
