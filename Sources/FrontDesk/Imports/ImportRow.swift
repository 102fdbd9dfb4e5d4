import AnswerFiles
package import Procedures
package import RecordStorage

/// A row of an import as far as it can be judged without the store.
package struct ImportRow: Sendable {
  /// What a row turned out to be.
  package enum Content: Sendable {
    /// An earlier import of the same input has dealt with it.
    case known
    /// It is no row.
    case unreadable(UnreadableRow)
    /// Nothing is wrong with its answers, and what storing it does is on the chunk's tape.
    case ready(Range<Int>, Preconditions)
    /// It must be looked into.
    case answers(AnswerReading)
  }

  /// Which row of the input it is, counted from 1.
  package let number: Int
  /// The line on which it begins, counted from 1.
  package let line: Int
  /// What it turned out to be.
  package let content: Content
}

/// Why a row is no row.
package struct UnreadableRow: Error, Equatable, Sendable {
  /// The stable code that scripts see.
  package let code: String
  /// The line, counted from 1.
  package let line: Int
  /// The column, counted from 1.
  package let column: Int
  /// The sentence about it.
  package let sentence: String
}

/// Some rows in the order of the input.
package struct RowChunk: Sendable {
  /// The rows.
  package private(set) var rows: [ImportRow] = []
  /// What storing the rows does that are ready.
  var tape: InsertionTape
  /// The rows as they stand in the input.
  private let cut: CutRows
  private let format: RowFormat

  init(of cut: CutRows, _ format: RowFormat, _ tapeFormat: TapeFormat) {
    self.cut = cut
    self.format = format
    tape = InsertionTape(tapeFormat)
  }

  /// Prepares a batch for the rows that are ready.
  package func prepare(_ batch: ImportBatch) throws(StoreError) {
    try batch.prepare(
      tape,
      rows.compactMap { if case .ready(let range, _) = $0.content { range } else { nil } }
    )
  }

  /// The row as it stands in the input, for the file of rejected rows.
  ///
  /// Few rows are asked for: those that are refused.
  package func text(of row: ImportRow) -> String {
    let index = row.number - cut.first
    let bytes =
      switch cut.content {
      case .table(let rows): rows[index].bytes
      case .lines(let lines): lines[index].bytes[...]
      case .records(let records): format.text(of: records[index])[...]
      }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Adds a row that turned out to be something.
  mutating func add(_ content: ImportRow.Content, number: Int, line: Int) {
    rows.append(ImportRow(number: number, line: line, content: content))
  }
}
