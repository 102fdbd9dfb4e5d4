import PlainValues

/// The inserts of many change sets in one piece of memory, ready to be bound to statements.
///
/// A million rows come over from the thread that judges them to the one that stores them. As change sets
/// each would be a dozen objects that one thread makes and another one frees; as a tape all of them are one.
///
/// A set is spelled: how many numbers it draws, and the table of each; then each insert: its table, the
/// figure that is its key, the length of its parameters in 4 bytes, and a tag with a value for each column.
/// Figures are whole numbers that only the commit knows: figure 0 is the row of the source, the others are
/// the numbers that are drawn.
package struct InsertionTape: Sendable {
  /// What stands for a parameter; lengths and numbers are little-endian.
  package enum Tag {
    /// No value.
    package static let null: UInt8 = 0
    /// A whole number, in 8 bytes.
    package static let integer: UInt8 = 1
    /// A text: its length in 4 bytes, and its UTF-8 in Normalization Form C.
    package static let text: UInt8 = 2
    /// A figure: its place in one byte.
    package static let figure: UInt8 = 3
  }

  /// What is on the tape.
  package private(set) var bytes: [UInt8] = []
  private let format: TapeFormat

  /// Starts an empty tape.
  package init(_ format: TapeFormat) {
    self.format = format
  }

  /// The inserts of a set on a tape.
  ///
  /// - Parameters:
  ///   - tape: The bytes of a tape.
  ///   - range: Where the set is.
  /// - Returns: The tables whose numbers are drawn, and the inserts in their order.
  static func inserts(
    of tape: [UInt8],
    _ range: Range<Int>
  ) -> (drawn: [Table], inserts: [TapedInsert]) {
    let count = Int(tape[range.lowerBound])
    var place = range.lowerBound + 1 + count
    let drawn = tape[range.lowerBound + 1..<place].map { tapeTables[Int($0)] }
    var inserts: [TapedInsert] = []
    while place < range.upperBound {
      let length = (0..<4).reduce(0) { $0 | Int(tape[place + 2 + $1]) << (8 * $1) }
      inserts.append(
        TapedInsert(
          table: tapeTables[Int(tape[place])],
          keyFigure: Int(tape[place + 1]),
          parameters: place + 6..<place + 6 + length
        )
      )
      place += 6 + length
    }
    return (drawn, inserts)
  }

  /// The text of one parameter of an insert; `nil` where it is none.
  static func text(at position: Int, of tape: [UInt8], _ range: Range<Int>) -> String? {
    var place = range.lowerBound
    var index = 0
    while place < range.upperBound {
      let end: Int
      switch tape[place] {
      case Tag.integer: end = place + 9
      case Tag.figure: end = place + 2
      case Tag.text:
        end = place + 5 + (0..<4).reduce(0) { $0 | Int(tape[place + 1 + $1]) << (8 * $1) }
        if index == position { return String(decoding: tape[(place + 5)..<end], as: UTF8.self) }
      default: end = place + 1
      }
      if index == position { return nil }
      place = end
      index += 1
    }
    return nil
  }

  /// The parameters of an insert on a tape.
  ///
  /// - Parameters:
  ///   - tape: The bytes of a tape.
  ///   - range: Where the parameters are.
  ///   - figures: The whole numbers that parameters refer to.
  /// - Returns: One value per column.
  package static func parameters(
    of tape: [UInt8],
    _ range: Range<Int>,
    _ figures: [Int64]
  ) -> [SQLValue] {
    var values: [SQLValue] = []
    var place = range.lowerBound
    func number(_ count: Int) -> Int64 {
      (0..<count).reduce(0) { $0 | Int64(tape[place + 1 + $1]) << (8 * $1) }
    }
    while place < range.upperBound {
      switch tape[place] {
      case Tag.integer:
        values.append(.integer(number(8)))
        place += 9
      case Tag.text:
        let end = place + 5 + Int(number(4))
        values.append(.text(String(decoding: tape[(place + 5)..<end], as: UTF8.self)))
        place = end
      case Tag.figure:
        values.append(.integer(figures[Int(tape[place + 1])]))
        place += 2
      default:
        values.append(.null)
        place += 1
      }
    }
    return values
  }

  /// Appends the inserts of a set.
  ///
  /// - Returns: Where the set is on the tape; `nil` where it does more than to insert what is known but for
  ///   the numbers of records, and nothing is appended then.
  package mutating func append(_ set: ChangeSet) -> Range<Int>? {
    var figures = Figures()
    for change in set.changes {
      guard case .insert(let row) = change, figures.add(row) else { return nil }
    }
    let start = bytes.count
    bytes.append(UInt8(truncatingIfNeeded: figures.tables.count))
    for table in figures.tables { bytes.append(table.tapeNumber) }
    for index in set.changes.indices {
      if case .insert(let row) = set.changes[index] {
        append(row, keyFigure: figures.keys[index], figures)
      }
    }
    return start..<bytes.count
  }

  private mutating func append(_ row: NewRow, keyFigure: Int, _ figures: Figures) {
    let number = row.table.tapeNumber
    bytes.append(number)
    bytes.append(UInt8(truncatingIfNeeded: keyFigure))
    let lengthPlace = bytes.count
    bytes.append(length: 0)
    let template = format.templates[Int(number)]
    var next = 0
    for position in template.sources.indices {
      switch template.sources[position] {
      case .cell(let fallback):
        guard next < row.given.count, row.given[next].position == position else {
          bytes.append(contentsOf: template.constants[fallback])
          continue
        }
        switch row.given[next].cell {
        case .value(.null), .drawn, .masked: bytes.append(contentsOf: template.constants[fallback])
        case .value(let value): bytes.append(tape: value)
        case .row(let other): bytes.append(figure: figures.keys[other])
        }
        next += 1
      case .number: bytes.append(figure: keyFigure)
      case .sourceRow: bytes.append(figure: 0)
      case .constant(let range): bytes.append(contentsOf: template.constants[range])
      case .derived(let origin, let key):
        if case .value(.text(let text)) = row.cell(at: origin) {
          bytes.append(tape: .text(template.keys[key](text)))
        } else {
          bytes.append(Tag.null)
        }
      }
    }
    let length = bytes.count - lengthPlace - 4
    for offset in 0..<4 {
      bytes[lengthPlace + offset] = UInt8(truncatingIfNeeded: length >> (8 * offset))
    }
  }
}

/// One insert on a tape.
struct TapedInsert {
  /// The table.
  let table: Table
  /// The figure that is the record's key.
  let keyFigure: Int
  /// Where the parameters are.
  let parameters: Range<Int>
}

/// What the inserts of an import have in common, spelled once for all its tapes.
package final class TapeFormat: Sendable {
  /// How the inserts of a table are spelled.
  struct Template: Sendable {
    /// Where a parameter comes from; without references, as a million rows go by it.
    enum Source: Sendable {
      /// The change set, else a constant.
      case cell(Range<Int>)
      /// The number that is drawn.
      case number
      /// The row of the source.
      case sourceRow
      /// A constant.
      case constant(Range<Int>)
      /// The key of another column.
      case derived(from: Int, key: Int)
    }

    var sources: [Source] = []
    var constants: [UInt8] = []
    var keys: [@Sendable (String) -> String] = []

    init(_ layout: TableLayout, _ provenance: [SQLValue]) {
      for source in layout.insertionSources {
        switch source {
        case .given(let initial): sources.append(.cell(constant(initial)))
        case .givenOrProvenance(let part): sources.append(.cell(constant(provenance[part])))
        case .number: sources.append(.number)
        case .provenance(let part): sources.append(.constant(constant(provenance[part])))
        case .sourceRow: sources.append(.sourceRow)
        case .fixed(let value): sources.append(.constant(constant(value)))
        case .derived(let origin, let key):
          sources.append(.derived(from: origin, key: keys.count))
          keys.append(key)
        }
      }
    }

    private mutating func constant(_ value: SQLValue) -> Range<Int> {
      let start = constants.count
      constants.append(tape: value)
      return start..<constants.count
    }
  }

  /// The templates by the tables' numbers.
  let templates: [Template]

  /// Prepares for records that come to be in one way, but for the row of the source.
  package init(_ provenance: Provenance) {
    let parts = Provenance.Part.allCases.map(provenance.value)
    templates = tapeTables.map { Template($0.layout, parts) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(tape value: SQLValue) {
    switch value {
    case .null: append(InsertionTape.Tag.null)
    case .integer(let number):
      append(InsertionTape.Tag.integer)
      for offset in 0..<8 { append(UInt8(truncatingIfNeeded: number >> (8 * offset))) }
    case .text(let text):
      append(InsertionTape.Tag.text)
      let normal = text.nfc
      append(length: normal.utf8.count)
      append(utf8Of: normal)
    }
  }

  fileprivate mutating func append(length: Int) {
    for offset in 0..<4 { append(UInt8(truncatingIfNeeded: length >> (8 * offset))) }
  }

  fileprivate mutating func append(figure: Int) {
    append(InsertionTape.Tag.figure)
    append(UInt8(truncatingIfNeeded: figure))
  }
}

/// The whole numbers of a set that only its commit knows.
private struct Figures {
  /// The tables whose numbers are drawn; that of figure 1 is the first.
  var tables: [Table] = []
  /// The figure that is the key of each insert.
  var keys: [Int] = []

  /// Adds an insert; whether its key is a figure and everything else is known.
  mutating func add(_ row: NewRow) -> Bool {
    for given in row.given {
      switch given.cell {
      case .value: continue
      case .row(let other): guard keys.indices.contains(other) else { return false }
      case .drawn, .masked: return false
      }
    }
    let layout = row.table.layout
    switch layout.columns[layout.keyPosition].origin {
    case .number:
      tables.append(row.table)
      keys.append(tables.count)
    case .given:
      guard case .row(let other) = row.cell(at: layout.keyPosition) else { return false }
      keys.append(keys[other])
    default: return false
    }
    return tables.count < Int(UInt8.max)
  }
}

extension Table {
  /// The number of the table on a tape.
  var tapeNumber: UInt8 {
    switch self {
    case .companies: 0
    case .customers: 1
    case .contacts: 2
    case .externalUsers: 3
    case .employees: 4
    case .requests: 5
    case .entries: 6
    case .settings: 7
    }
  }
}

/// The tables by their numbers on a tape.
let tapeTables: [Table] = Table.allCases.sorted { $0.tapeNumber < $1.tapeNumber }
