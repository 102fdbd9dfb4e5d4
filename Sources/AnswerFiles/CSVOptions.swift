/// The character between the cells of a row.
package enum CSVSeparator: UInt8, CaseIterable, Sendable {
  /// `,`
  case comma = 0x2C
  /// `;`, which Excel writes where the comma divides decimals.
  case semicolon = 0x3B
  /// A tab.
  case tab = 0x09
}

/// How large the rows of an answer file may be.
package struct RowLimits: Equatable, Sendable {
  /// The most bytes of a cell, quotes not counted.
  package let cell: Int
  /// The most bytes of a row of CSV, or of a line of JSON Lines.
  package let row: Int
  /// The most cells of a row.
  package let columns: Int

  /// Makes limits.
  package init(cell: Int = 1 << 20, row: Int = 8 << 20, columns: Int = 1_000) {
    self.cell = cell
    // Positions in a row are kept in 32 bits, and sums of limits must not overflow.
    self.row = min(row, 1 << 30)
    self.columns = min(columns, 1 << 20)
  }
}

/// How a file of CSV is to be read.
package struct CSVOptions: Equatable, Sendable {
  /// The separator; `nil` to find it from the header.
  package var separator: CSVSeparator?
  /// The encoding where no byte order mark tells it.
  package var encoding = AnswerEncoding.utf8
  /// Whether an apostrophe in front of what a spreadsheet would compute is removed.
  package var isFromSpreadsheet = false
  /// How large rows may be.
  package var limits = RowLimits()
  /// How far a compressed file may be unpacked.
  package var gzip = GzipLimits()

  /// Makes the options of a file of which nothing special is known.
  package init() {}
}
