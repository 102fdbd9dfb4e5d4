import PlainValues
package import SourceTrees

/// A reading of CSV, row by row, in memory that does not depend on the size of the file.
///
/// The first line that is not empty is the header. Empty lines are passed over; a row of one empty cell
/// is spelled `""`. Line breaks are LF, CR LF or CR.
///
/// ```swift
/// var reader = try CSVReader(bytes(ofDescriptor: 0))
/// while try reader.advance() { … reader.text(at: 0) … }
/// ```
///
/// - SeeAlso: RFC 4180, section 2.
package struct CSVReader {
  /// The cells of the header, without outer white space.
  package private(set) var header: [String] = []
  /// What divides the cells.
  package private(set) var separator: CSVSeparator = .comma
  /// The line on which the current row begins, counted from 1 as an editor does.
  package private(set) var line = 1
  /// What is wrong with the current row; its cells are not to be relied on then.
  package private(set) var fault: CSVRowFault?

  private let options: CSVOptions
  private var stream: TextStream
  private var buffer: [UInt8] = []
  private var rowStart = 0
  private var scan = CSVScan()
  private var nextLine = 1
  private var skipsLineFeed = false

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - source: The bytes of the file, compressed by gzip or not.
  ///   - options: How it is to be read.
  /// - Throws: ``AnswerFileError`` where there is no header, or it cannot be read.
  package init(
    _ source: @escaping ByteSource,
    options: CSVOptions = CSVOptions()
  ) throws(AnswerFileError) {
    self.options = options
    stream = TextStream(source, encoding: options.encoding, gzipLimits: options.gzip)
    if let separator = options.separator {
      self.separator = separator
    } else {
      try findSeparator()
    }
    guard try nextRow() else { throw AnswerFileError(.empty, line: 1, column: 1) }
    if let fault = misplacedCharacter {
      throw AnswerFileError(.header(fault.reason), line: fault.line, column: fault.column)
    }
    header = scan.cells.indices.map { rawText(at: $0).trimmed }
  }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one; its cells are valid until the next call.
  /// - Throws: ``AnswerFileError`` where the file cannot be read further; all rows before have been
  ///   given out by then.
  package mutating func advance() throws(AnswerFileError) -> Bool {
    guard try nextRow() else { return false }
    fault = misplacedCharacter
    if fault == nil && scan.cells.count != header.count {
      let reason = CSVRowFault.Reason.cellCount(scan.cells.count, expected: header.count)
      fault = CSVRowFault(reason: reason, line: line, column: 1)
    }
    return true
  }

  /// Whether cells of the current row have line breaks, so that the row has several lines.
  package var hasBreaks: Bool { scan.breaks > 0 }

  /// The number of cells of the current row.
  package var count: Int { scan.cells.count }

  /// Reads a cell of the current row.
  ///
  /// - Parameter column: Counted from 0, less than ``count``.
  /// - Returns: The text, with its white space, without the quotes around it.
  package func text(at column: Int) -> String {
    let text = rawText(at: column)
    return options.isFromSpreadsheet ? SpreadsheetText.unguarded(text) : text
  }

  /// Tells whether a cell of the current row has no characters.
  package func isEmpty(at column: Int) -> Bool {
    scan.cells[column].start == scan.cells[column].end
  }

  /// Finds the place of a cell of the current row.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  package func place(at column: Int) -> SourcePlace {
    let cell = scan.cells[column]
    return place(from: Int(cell.start), to: Int(cell.end))
  }

  /// The bytes of the current row as they stand in the file, decoded, without the line break.
  package var rowBytes: ArraySlice<UInt8> { buffer[rowStart..<rowStart + scan.end] }

  /// Reads the current row as paths and texts, in the order of the columns.
  ///
  /// - Parameter paths: The path of each column; `nil` for a column that is passed over.
  /// - Returns: The cells that are not empty: an empty cell says that nothing was answered.
  package func entries(paths: [AnswerPath?]) -> [AnswerEntry] {
    var cursor = PlaceCursor(Array(rowBytes), firstLine: line)
    var entries: [AnswerEntry] = []
    for (column, (cell, path)) in zip(scan.cells, paths).enumerated() {
      guard let path, cell.start != cell.end else { continue }
      let place = cursor.place(at: Int(cell.start), to: Int(cell.end))
      entries.append(AnswerEntry(path: path, text: text(at: column), place: place))
    }
    return entries
  }

  private func rawText(at column: Int) -> String {
    let cell = scan.cells[column]
    let bytes = buffer[rowStart + Int(cell.start)..<rowStart + Int(cell.end)]
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

// Rows.
extension CSVReader {
  private mutating func findSeparator() throws(AnswerFileError) {
    var search = SeparatorSearch()
    var index = 0
    search: while buffer.count <= options.limits.row {
      while index < buffer.count {
        if search.endsHeader(with: buffer[index]) { break search }
        index += 1
      }
      guard try refill() else { break }
    }
    separator = search.separator
  }

  private mutating func nextRow() throws(AnswerFileError) -> Bool {
    repeat {
      rowStart = min(rowStart + scan.position, buffer.count)
      skipsLineFeed = scan.endsWithReturn
      scan.reset()
      line = nextLine
      guard try scanRow() else { return false }
      nextLine = line + scan.breaks + 1
    } while scan.isBlank
    return true
  }

  /// Reads one row into ``scan``; `false` at the end of the file.
  private mutating func scanRow() throws(AnswerFileError) -> Bool {
    while true {
      if skipsLineFeed && rowStart < buffer.count {
        if buffer[rowStart] == 0x0A { rowStart += 1 }
        skipsLineFeed = false
      }
      var outcome = CSVScan.Outcome.needsMore
      if rowStart < buffer.count {
        outcome = scan.advance(
          over: buffer,
          from: rowStart,
          separator: separator.rawValue,
          limits: options.limits
        )
      }
      if outcome == .needsMore {
        guard buffer.count - rowStart <= options.limits.row else {
          throw AnswerFileError(.rowTooLarge(limit: options.limits.row), line: line, column: 1)
        }
        if try refill() { continue }
        guard !scan.isInsideQuotes else { throw error(.unclosedQuote, at: scan.opening) }
        outcome = scan.finish(limits: options.limits)
      }
      switch outcome {
      case .needsMore: return false
      case .cellTooLarge:
        throw error(.cellTooLarge(limit: options.limits.cell), at: scan.opening)
      case .tooManyColumns:
        throw AnswerFileError(
          .tooManyColumns(limit: options.limits.columns),
          line: line,
          column: 1
        )
      case .row:
        guard scan.end <= options.limits.row else {
          throw AnswerFileError(.rowTooLarge(limit: options.limits.row), line: line, column: 1)
        }
        return true
      }
    }
  }

  /// Moves the row that is being read to the front and appends what follows it.
  private mutating func refill() throws(AnswerFileError) -> Bool {
    if rowStart > 0 {
      buffer.removeSubrange(..<rowStart)
      rowStart = 0
    }
    do throws(AnswerFileError.Reason) {
      return try stream.append(to: &buffer)
    } catch {
      throw self.error(error, at: buffer.count)
    }
  }

  /// The fault of a character of the current row that RFC 4180 does not allow where it stands.
  private var misplacedCharacter: CSVRowFault? {
    scan.fault.map { fault in
      let place = place(from: fault.position, to: fault.position)
      return CSVRowFault(reason: fault.reason, line: place.line, column: place.column)
    }
  }

  private func error(_ reason: AnswerFileError.Reason, at position: Int) -> AnswerFileError {
    let place = place(from: position, to: position)
    return AnswerFileError(reason, line: place.line, column: place.column)
  }

  /// Describes positions that count from the beginning of the row.
  private func place(from start: Int, to end: Int) -> SourcePlace {
    let upper = max(rowStart, min(rowStart + end, buffer.count))
    var cursor = PlaceCursor(Array(buffer[rowStart..<upper]), firstLine: line)
    return cursor.place(at: start, to: end)
  }
}
