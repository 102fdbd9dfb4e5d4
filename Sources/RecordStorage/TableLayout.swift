import PlainValues

/// The columns of a table, and the statements that follow from them.
///
/// A class, so that the layout that every cell goes by is one reference; nothing in it changes.
package final class TableLayout: Sendable {
  /// The name in SQL.
  package let name: String
  /// The table's own columns in stored order; a ``Record`` has its values in this order.
  package let columns: [Column]
  /// Columns of the records that a row refers to; a ``Record`` has their values after its own.
  ///
  /// Keys are paths, for example `company.name`.
  package let linked: [Column]
  /// The position of the key among ``columns``.
  package let keyPosition: Int
  /// The keys of the columns that a list shows, in order; own and linked ones.
  package let listed: [String]
  /// What precedes a record's number where people name it, for example `CT-`; `nil` where records
  /// are named otherwise.
  package let numberPrefix: String?
  /// The column by which people name a record, own or linked; the key's for numbered ones.
  package let nameKey: String

  private let positions: [String: Int]
  let derivations: [Derivation]
  let revisionPosition: Int
  let insertion: String
  let selection: String
  let ownSelection: String

  /// A column whose value is computed from another one's.
  struct Derivation: Sendable {
    let target: Int
    let source: Int
    let key: @Sendable (String) -> String
  }

  /// Where an insert takes a column's value from.
  enum InsertionSource: Sendable {
    /// The change set; else the value that the column begins with.
    case given(SQLValue)
    /// The change set; else a part of the provenance, by its place.
    case givenOrProvenance(Int)
    /// The table's counter.
    case number
    /// A part of the provenance, by its place.
    case provenance(Int)
    /// The row of the source.
    case sourceRow
    /// The same value in every record.
    case fixed(SQLValue)
    /// The key of another column, by its position.
    case derived(Int, @Sendable (String) -> String)
  }

  /// Describes a table.
  ///
  /// - Parameters:
  ///   - name: The name in SQL.
  ///   - key: The storage name of the key column.
  ///   - given: The table's own columns but provenance and revision, which every table has.
  ///   - joins: The joins that ``linked`` columns come from; the table itself is `t`.
  ///   - linked: Columns of the joined tables; names with their table's alias.
  ///   - listed: The keys of the columns that a list shows.
  ///   - numberPrefix: What precedes the number, if people name records by number.
  ///   - nameKey: The key of the column that people name records by.
  init(
    _ name: String,
    key: String,
    columns given: [Column],
    joins: String = "",
    linked: [Column] = [],
    listed: [String],
    numberPrefix: String? = nil,
    nameKey: String
  ) {
    let columns = given + TableLayout.keptColumns
    let named = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.name, $0) })
    self.name = name
    self.columns = columns
    self.linked = linked
    self.listed = listed
    self.numberPrefix = numberPrefix
    self.nameKey = nameKey
    self.keyPosition = named[key] ?? 0
    self.revisionPosition = named["revision"] ?? 0
    self.positions = Dictionary(
      uniqueKeysWithValues: (columns + linked).enumerated().map { ($1.key, $0) }
    )
    self.derivations = columns.enumerated().compactMap { target, column in
      switch column.origin {
      case .caseKey(let source):
        named[source].map { Derivation(target: target, source: $0, key: { $0.caseKey }) }
      case .searchKey(let source):
        named[source].map { Derivation(target: target, source: $0, key: { $0.wordKey }) }
      default: nil
      }
    }
    let names = columns.map(\.name).joined(separator: ", ")
    let places = (1...columns.count).map { "$\($0)" }.joined(separator: ", ")
    self.insertion = "INSERT INTO \(name)(\(names)) VALUES (\(places))"
    self.ownSelection = "SELECT \(names) FROM \(name)"
    let all = columns.map { "t.\($0.name)" } + linked.map(\.name)
    self.selection = "SELECT \(all.joined(separator: ", ")) FROM \(name) AS t \(joins)"
  }

  /// Where an insert takes each column's value from; worked out anew, so that a start does not pay for it.
  var insertionSources: [InsertionSource] {
    let derived = Dictionary(uniqueKeysWithValues: derivations.map { ($0.target, $0) })
    return columns.enumerated().map { position, column in
      switch column.origin {
      case .given: column.standIn.map { .givenOrProvenance($0.place) } ?? .given(column.initial)
      case .number: .number
      case .provenance(.sourceRow): .sourceRow
      case .provenance(let part): .provenance(part.place)
      case .revision: .fixed(.integer(1))
      case .caseKey, .searchKey, .linked:
        derived[position].map { .derived($0.source, $0.key) } ?? .fixed(.null)
      }
    }
  }

  /// The position of a column, own or linked; `nil` when the table has none with this key.
  ///
  /// - Parameter key: The name in answer files, for example `postalCode`.
  /// - Returns: A position that ``column(at:)`` and the values of a ``Record`` go by.
  package func position(of key: String) -> Int? {
    positions[key]
  }

  /// The column at a position, own or linked.
  package func column(at position: Int) -> Column {
    position < columns.count ? columns[position] : linked[position - columns.count]
  }

  /// The positions of the texts that people look records up by.
  var searchedPositions: [Int] {
    (columns + linked).indices.filter { position in
      let column = column(at: position)
      return column.kind == .text && (column.origin == .given || column.origin == .linked)
    }
  }

  /// What people call the record with this key, for example `CT-0001`, if that follows from the key.
  func name(ofKey key: SQLValue) -> String? {
    switch key {
    case .integer(let number): numberPrefix.map { RecordNumber.text(number, prefix: $0) }
    case .text(let code): code
    case .null: nil
    }
  }

  /// What every record keeps beside its own data.
  private static let keptColumns: [Column] = [
    .kept("revision", .integer, from: .revision, required: true),
    .kept("created_at", .time, from: .provenance(.at), required: true),
    .kept("created_by", from: .provenance(.by), required: true),
    .kept("wizard", from: .provenance(.wizard)),
    .kept("wizard_version", .integer, from: .provenance(.wizardVersion)),
    .kept("created_language", from: .provenance(.language)),
    .kept("source", from: .provenance(.source), required: true),
    .kept("source_row", .integer, from: .provenance(.sourceRow)),
    .kept("case_key", key: "case", from: .provenance(.caseKey)),
  ]
}

extension String {
  /// The search key of a trimmed text in Normalization Form C: what names are found by.
  var wordKey: String {
    nfc.trimmed.searchKey
  }
}
