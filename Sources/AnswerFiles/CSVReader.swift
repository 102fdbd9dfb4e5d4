import PlainValues
import SourceTrees

/// A reading of CSV, row by row, in memory that does not depend on the size of the file.
///
/// The first line that is not empty is the header. Empty lines are passed over; a row of one empty cell
/// is spelled `""`. Line breaks are LF, CR LF or CR.
///
/// ```swift
/// var reader = try CSVReader(bytes(ofDescriptor: 0))
/// while try reader.advance() { … reader.row.text(at: 0) … }
/// ```
///
/// - SeeAlso: RFC 4180, section 2.
package struct CSVReader {
  /// The cells of the header, without outer white space.
  package private(set) var header: [String] = []
  /// What divides the cells.
  package private(set) var separator: CSVSeparator = .comma

  private var line = 1
  private var fault: CSVRowFault?
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
    let row = row
    header = scan.cells.indices.map { row.rawText(at: $0).trimmed }
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

  /// The current row; before the first call of ``advance()`` the header.
  package var row: CSVRow {
    CSVRow(
      block: buffer,
      start: rowStart,
      end: rowStart + scan.end,
      cells: scan.cells[...],
      line: line,
      fault: fault,
      hasBreaks: scan.breaks > 0,
      isFromSpreadsheet: options.isFromSpreadsheet
    )
  }

  /// Copies the current row, so that it can be read when this reader has gone on.
  package func copyRow(to rows: inout CSVRows) {
    rows.append(
      buffer[rowStart..<rowStart + scan.end],
      scan.cells,
      line: line,
      fault: fault,
      hasBreaks: scan.breaks > 0
    )
  }

  /// Rows of this file that are copied out of it; none so far.
  package var noRows: CSVRows { CSVRows(isFromSpreadsheet: options.isFromSpreadsheet) }
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
