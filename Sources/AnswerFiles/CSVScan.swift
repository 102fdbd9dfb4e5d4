/// The search for the cells of one row, which goes on where it stopped when more bytes are there.
///
/// All positions count from the beginning of the row.
///
/// - SeeAlso: RFC 4180, section 2.
struct CSVScan {
  struct Cell {
    var start: Int32
    var end: Int32
    /// Whether quotes in it are doubled.
    var isDoubled = false
  }

  private enum State {
    case cellStart, plain, quoted, quoteSeen, afterQuote
  }

  enum Outcome {
    case row, needsMore, cellTooLarge, tooManyColumns
  }

  private(set) var cells: [Cell] = []
  /// The first misplaced character, and what is wrong with it.
  private(set) var fault: (reason: CSVRowFault.Reason, position: Int)?
  /// The line breaks inside the quotes of the row.
  private(set) var breaks = 0
  /// Behind the row and its line break, of which the LF of a CR LF may still follow.
  private(set) var position = 0
  /// Behind the row's last cell.
  private(set) var end = 0
  /// Whether the row ended with a CR.
  private(set) var endsWithReturn = false
  /// Where the cell that is being read began, its quote included.
  private(set) var opening = 0

  private var state = State.cellStart
  private var start = 0
  private var quoteEnd = 0
  private var isDoubled = false

  /// Whether the row is an empty line.
  var isBlank: Bool { end == 0 }

  /// Whether the cell that is being read is between quotes that are not closed.
  var isInsideQuotes: Bool { state == .quoted }

  /// Prepares for the next row.
  mutating func reset() {
    cells.removeAll(keepingCapacity: true)
    fault = nil
    breaks = 0
    position = 0
    end = 0
    endsWithReturn = false
    opening = 0
    state = .cellStart
  }

  /// Reads on.
  ///
  /// - Parameters:
  ///   - buffer: The bytes; those of the row that were seen before are the same.
  ///   - rowStart: Where the row begins among them.
  ///   - separator: What divides cells.
  ///   - limits: How large the row may be.
  /// - Returns: What became of the row.
  mutating func advance(
    over buffer: [UInt8],
    from rowStart: Int,
    separator: UInt8,
    limits: RowLimits
  ) -> Outcome {
    let bytes = buffer.span.extracting(rowStart...)
    var index = position
    let count = bytes.count
    defer { position = index }
    while index < count {
      switch state {
      case .cellStart:
        opening = index
        isDoubled = false
        if bytes[index] == UInt8(ascii: "\"") {
          index += 1
          state = .quoted
        } else {
          state = .plain
        }
        start = index
      case .plain:
        // Everything that means something is at most `;`, and most letters are beyond it.
        while index < count, bytes[index] > 0x3B || !bytes[index].endsCell(separator) { index += 1 }
        guard index < count else { break }
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") {
          if fault == nil { fault = (.quoteInsideCell, index) }
          index += 1
          continue
        }
        if let outcome = close(at: index, by: byte, separator, limits) {
          index += 1
          return outcome
        }
        index += 1
      case .quoted:
        while index < count, bytes[index] > 0x22 || !bytes[index].endsCell(0x22) { index += 1 }
        guard index < count else { break }
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") {
          quoteEnd = index
          state = .quoteSeen
        } else if byte == 0x0D || (byte == 0x0A && bytes[index - 1] != 0x0D) {
          breaks += 1
        }
        index += 1
      case .quoteSeen, .afterQuote:
        let byte = bytes[index]
        let isSeen = state == .quoteSeen
        if isSeen && byte == UInt8(ascii: "\"") {
          isDoubled = true
          state = .quoted
        } else if byte == UInt8(ascii: "\"") || !byte.endsCell(separator) {
          if fault == nil { fault = (.textAfterQuote, index) }
          state = .afterQuote
        } else if let outcome = close(at: isSeen ? quoteEnd : index, by: byte, separator, limits) {
          end = index
          index += 1
          return outcome
        }
        index += 1
      }
    }
    return index - start > limits.cell && state != .cellStart ? .cellTooLarge : .needsMore
  }

  /// Ends the row at the end of the file.
  ///
  /// - Returns: ``Outcome/needsMore`` where there is no row, or a quote is not closed.
  mutating func finish(limits: RowLimits) -> Outcome {
    switch state {
    case .quoted: return .needsMore
    case .cellStart:
      guard position > 0 else { return .needsMore }
      start = position
      isDoubled = false
    default: break
    }
    let cellEnd = state == .quoteSeen ? quoteEnd : position
    let outcome = close(at: cellEnd, by: 0x0A, 0, limits) ?? .row
    end = position
    endsWithReturn = false
    return outcome
  }

  /// Keeps a cell and goes on as the character behind it says.
  ///
  /// - Returns: What became of the row, where it ends here.
  private mutating func close(
    at cellEnd: Int,
    by byte: UInt8,
    _ separator: UInt8,
    _ limits: RowLimits
  ) -> Outcome? {
    guard cellEnd - start <= limits.cell else { return .cellTooLarge }
    guard cells.count < limits.columns else { return .tooManyColumns }
    let cell = Cell(
      start: Int32(truncatingIfNeeded: start),
      end: Int32(truncatingIfNeeded: cellEnd),
      isDoubled: isDoubled
    )
    cells.append(cell)
    state = .cellStart
    guard byte != separator else { return nil }
    end = cellEnd
    endsWithReturn = byte == 0x0D
    return .row
  }
}

extension UInt8 {
  /// Whether the byte is a separator, a line break or a quote.
  @inline(__always)
  fileprivate func endsCell(_ separator: UInt8) -> Bool {
    self == separator || self == 0x0A || self == 0x0D || self == UInt8(ascii: "\"")
  }
}
