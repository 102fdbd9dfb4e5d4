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
  /// Where its text is among those of its chunk.
  let range: Range<Int>
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
  /// The texts of the rows, without their line breaks.
  private var bytes: [UInt8] = []

  init(_ format: TapeFormat) {
    tape = InsertionTape(format)
  }

  /// Prepares a batch for the rows that are ready.
  package func prepare(_ batch: ImportBatch) throws(StoreError) {
    try batch.prepare(
      tape,
      rows.compactMap { if case .ready(let range, _) = $0.content { range } else { nil } }
    )
  }

  /// The row as it stands in the input, for the file of rejected rows.
  package func text(of row: ImportRow) -> String {
    String(decoding: bytes[row.range], as: UTF8.self)
  }

  mutating func add(_ content: ImportRow.Content, number: Int, line: Int, text: ArraySlice<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    rows.append(
      ImportRow(number: number, line: line, range: start..<bytes.count, content: content)
    )
  }
}
