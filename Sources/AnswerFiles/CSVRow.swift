import PlainValues
package import SourceTrees

/// One row of CSV: bytes, and where the cells are among them.
package struct CSVRow: Sendable {
  /// The line on which the row begins, counted from 1 as an editor does.
  package let line: Int
  /// What is wrong with the row; its cells are not to be relied on then.
  package let fault: CSVRowFault?
  /// Whether cells have line breaks, so that the row has several lines.
  package let hasBreaks: Bool

  private let block: [UInt8]
  private let start: Int
  private let end: Int
  private let cells: ArraySlice<CSVScan.Cell>
  private let isFromSpreadsheet: Bool

  init(
    block: [UInt8],
    start: Int,
    end: Int,
    cells: ArraySlice<CSVScan.Cell>,
    line: Int,
    fault: CSVRowFault?,
    hasBreaks: Bool,
    isFromSpreadsheet: Bool
  ) {
    self.block = block
    self.start = start
    self.end = end
    self.cells = cells
    self.line = line
    self.fault = fault
    self.hasBreaks = hasBreaks
    self.isFromSpreadsheet = isFromSpreadsheet
  }

  /// The number of cells.
  package var count: Int { cells.count }

  /// The bytes of the row as they stand in the file, decoded, without the line break.
  package var bytes: ArraySlice<UInt8> { block[start..<end] }

  /// Reads a cell.
  ///
  /// - Parameter column: Counted from 0, less than ``count``.
  /// - Returns: The text, with its white space, without the quotes around it.
  package func text(at column: Int) -> String {
    let text = rawText(at: column)
    return isFromSpreadsheet ? SpreadsheetText.unguarded(text) : text
  }

  /// Tells whether a cell has no characters.
  package func isEmpty(at column: Int) -> Bool {
    let cell = cells[cells.startIndex + column]
    return cell.start == cell.end
  }

  /// Finds the place of a cell.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func place(at column: Int) -> SourcePlace {
    let cell = cells[cells.startIndex + column]
    var cursor = PlaceCursor(Array(bytes), firstLine: line)
    return cursor.place(at: Int(cell.start), to: Int(cell.end))
  }

  /// The lines on which cells begin that are not on the first line of the row, by column.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package var laterLines: [(column: Int, line: Int)] {
    guard hasBreaks else { return [] }
    var lines: [(column: Int, line: Int)] = []
    var (line, place) = (line, start)
    for (column, cell) in cells.enumerated() {
      while place < start + Int(cell.start) {
        let byte = block[place]
        place += 1
        // A CR LF is one break, told by its LF.
        let isBreak = byte == 0x0A || (byte == 0x0D && (place == end || block[place] != 0x0A))
        if isBreak { line += 1 }
      }
      if line > self.line { lines.append((column, line)) }
    }
    return lines
  }

  /// Reads the row as paths and texts, in the order of the columns.
  ///
  /// - Parameter paths: The path of each column; `nil` for a column that is passed over.
  /// - Returns: The cells that are not empty: an empty cell says that nothing was answered.
  package func entries(paths: [AnswerPath?]) -> [AnswerEntry] {
    var cursor = PlaceCursor(Array(bytes), firstLine: line)
    var entries: [AnswerEntry] = []
    for (column, (cell, path)) in zip(cells, paths).enumerated() {
      guard let path, cell.start != cell.end else { continue }
      let place = cursor.place(at: Int(cell.start), to: Int(cell.end))
      entries.append(AnswerEntry(path: path, text: text(at: column), place: place))
    }
    return entries
  }

  /// The text of a cell as it stands in the file, whatever program wrote it.
  func rawText(at column: Int) -> String {
    let cell = cells[cells.startIndex + column]
    let bytes = block[start + Int(cell.start)..<start + Int(cell.end)]
    guard cell.isDoubled else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var isSecond = false
    for byte in bytes {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// Rows that were copied out of a file, to be read later and on any thread.
package struct CSVRows: Sendable {
  private var block: [UInt8] = []
  private var cells: [CSVScan.Cell] = []
  private var rows: [Row] = []
  private let isFromSpreadsheet: Bool

  private struct Row {
    let start: Int
    let firstCell: Int
    let line: Int
    let fault: CSVRowFault?
    let hasBreaks: Bool
  }

  init(isFromSpreadsheet: Bool) {
    self.isFromSpreadsheet = isFromSpreadsheet
  }

  /// How many rows there are.
  package var count: Int { rows.count }

  /// One of the rows, counted from 0.
  package subscript(index: Int) -> CSVRow {
    let row = rows[index]
    let isLast = index + 1 == rows.count
    return CSVRow(
      block: block,
      start: row.start,
      end: isLast ? block.count : rows[index + 1].start,
      cells: cells[row.firstCell..<(isLast ? cells.count : rows[index + 1].firstCell)],
      line: row.line,
      fault: row.fault,
      hasBreaks: row.hasBreaks,
      isFromSpreadsheet: isFromSpreadsheet
    )
  }

  mutating func append(
    _ bytes: ArraySlice<UInt8>,
    _ rowCells: [CSVScan.Cell],
    line: Int,
    fault: CSVRowFault?,
    hasBreaks: Bool
  ) {
    rows.append(
      Row(
        start: block.count,
        firstCell: cells.count,
        line: line,
        fault: fault,
        hasBreaks: hasBreaks
      )
    )
    block.append(contentsOf: bytes)
    cells.append(contentsOf: rowCells)
  }
}
