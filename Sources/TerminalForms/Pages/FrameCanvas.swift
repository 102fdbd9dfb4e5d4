/// Draws frames in place: below what the terminal shows already, each over the one before.
///
/// A value without output: it gives the bytes to be sent and remembers what they leave on the screen. A
/// frame begins in the row in which the cursor was when the first one was drawn. Only what differs from
/// the frame before is sent.
///
/// - SeeAlso: ECMA-48, 8.3 (CHA, CUD, CUU, ED, EL); XTerm Control Sequences, "DEC Private Mode Set" (7:
///   no wrapping, 25: cursor, 2004: bracketed paste).
package struct FrameCanvas {
  /// Whether the terminal breaks long lines anew when its window becomes narrower.
  private let reflows: Bool
  private let hasStyles: Bool
  private let repertoire: Repertoire
  /// The size that the frame was drawn for.
  package private(set) var size: WindowSize
  /// The lines on the screen; empty before the first frame.
  private var lines: [Line] = []
  /// Where the terminal's cursor is, counted from the first row of the frame.
  private var place = Frame.Place(row: 0, column: 0)
  private var isCursorShown = true
  /// Rows of earlier frames that the window has pushed out at its top, and may bring back.
  private var rowsAbove = 0

  /// Begins on an empty row.
  ///
  /// - Parameters:
  ///   - size: The window's size.
  ///   - reflows: Whether the terminal breaks long lines anew when its window becomes narrower.
  ///   - hasStyles: Whether styles are shown.
  ///   - repertoire: The characters that can be shown.
  package init(size: WindowSize, reflows: Bool, hasStyles: Bool, repertoire: Repertoire) {
    self.size = size
    self.reflows = reflows
    self.hasStyles = hasStyles
    self.repertoire = repertoire
  }

  /// Prepares the terminal: long lines are cut instead of wrapped, and pastes come in brackets.
  package static let begin = Array("\r\u{1B}[?7l\u{1B}[?2004h".utf8)

  /// Gives the terminal back as it was; may be sent at any time, even by a signal handler.
  package static let end = Array("\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h".utf8)

  // MARK: Drawing

  /// The bytes that turn what is shown into a frame.
  ///
  /// - Parameter frame: At most as high as the window, and narrower than it.
  /// - Returns: The bytes; none but cursor movements where nothing differs.
  package mutating func show(_ frame: Frame) -> [UInt8] {
    var pen = Pen(hasStyles: hasStyles, place: place)
    let new = frame.lines.map { $0.spelled(in: repertoire) }
    let wanted = frame.cursor
    if wanted == nil, isCursorShown {
      pen.send("\u{1B}[?25l")
      isCursorShown = false
    }
    if lines.isEmpty { pen.clearBelow() }
    for (row, line) in new.enumerated() {
      if row >= lines.count {
        if row > 0 { pen.openRow(row) }
        pen.write(line)
      } else {
        pen.turn(lines[row], into: line, row: row)
      }
    }
    if new.count < lines.count {
      pen.move(to: Frame.Place(row: new.count, column: 0))
      pen.clearBelow()
    }
    lines = new
    if let wanted {
      pen.move(to: wanted)
      if !isCursorShown { pen.send("\u{1B}[?25h") }
      isCursorShown = true
    }
    place = pen.place
    return pen.bytes
  }

  /// The bytes that put lines above the frame, for good; the frame is drawn below them next.
  package mutating func keep(_ kept: [Line]) -> [UInt8] {
    var pen = Pen(hasStyles: hasStyles, place: place)
    pen.move(to: Frame.Place(row: 0, column: 0))
    pen.clearBelow()
    for line in kept {
      pen.write(line.spelled(in: repertoire))
      pen.send("\r\n")
    }
    beginAnew()
    if !kept.isEmpty { rowsAbove = 0 }
    return pen.bytes
  }

  /// The bytes that take the frame away; the cursor is left where the frame began.
  package mutating func erase() -> [UInt8] {
    keep([])
  }

  /// The bytes that take away what a frame has become in a window of another size.
  ///
  /// A terminal that breaks lines anew has made several rows of a line that is too long now, and moved
  /// the cursor with them. Rows that it pushed out at its top come back when it becomes higher.
  ///
  /// - Parameters:
  ///   - size: The new size.
  ///   - cursorRow: The row of the window in which the cursor is now, counted from 0; `nil` where the
  ///     terminal does not tell: then the last one, as it is where rows were pushed out.
  /// - Returns: The bytes, after which the next frame is drawn whole.
  package mutating func resize(to size: WindowSize, cursorRow: Int? = nil) -> [UInt8] {
    defer { self.size = size }
    guard size != self.size, !lines.isEmpty else { return [] }
    var above = rowsAbove
    for line in lines.prefix(place.row) { above += rows(of: line.displayWidth, in: size) }
    if reflows { above += place.column / size.columns }
    let seen = min(above, cursorRow ?? (size.rows - 1))
    rowsAbove = above - seen
    var pen = Pen(hasStyles: hasStyles, place: Frame.Place(row: seen, column: 1))
    pen.move(to: Frame.Place(row: 0, column: 0))
    pen.clearBelow()
    beginAnew()
    return pen.bytes
  }

  /// The rows from the cursor to below the frame; 0 while there is none.
  var rowsBelow: Int { max(0, lines.count - place.row) }

  /// Asks the terminal where its cursor is.
  ///
  /// - SeeAlso: ECMA-48, 8.3.35 (DSR), 8.3.14 (CPR).
  static let placeRequest = Array("\u{1B}[6n".utf8)

  /// Forgets what is on the screen, as after a suspension: the next frame begins where the cursor is, which
  /// ``end`` has made visible.
  package mutating func forget() {
    beginAnew()
    isCursorShown = true
  }

  private mutating func beginAnew() {
    lines = []
    place = Frame.Place(row: 0, column: 0)
  }

  private func rows(of width: Int, in size: WindowSize) -> Int {
    reflows ? max(1, (width + size.columns - 1) / size.columns) : 1
  }
}

/// Writes on the screen and knows where it is.
private struct Pen {
  let hasStyles: Bool
  private(set) var place: Frame.Place
  private(set) var bytes: [UInt8] = []

  init(hasStyles: Bool, place: Frame.Place) {
    self.hasStyles = hasStyles
    self.place = place
  }

  mutating func send(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ line: Line) {
    line.append(to: &bytes, hasStyles: hasStyles)
    place = Frame.Place(row: place.row, column: place.column + line.displayWidth)
  }

  mutating func move(to target: Frame.Place) {
    let rows = target.row - place.row
    if rows < 0 { send("\u{1B}[\(rows == -1 ? "" : String(-rows))A") }
    if rows > 0 { send("\u{1B}[\(rows == 1 ? "" : String(rows))B") }
    if target.column == 0, place.column != 0 {
      send("\r")
    } else if target.column != place.column {
      send("\u{1B}[\(target.column + 1)G")
    }
    place = target
  }

  /// Goes to a row that is not there yet, the one below the last.
  mutating func openRow(_ row: Int) {
    move(to: Frame.Place(row: row - 1, column: place.column))
    send("\r\n")
    place = Frame.Place(row: row, column: 0)
  }

  mutating func clearBelow() {
    guard place.row == 0 else { return send("\u{1B}[J") }
    // Not from the first place of the screen: tmux takes that for clearing it and keeps a copy above.
    send("\u{1B}[K\u{1B}7\u{1B}[B\u{1B}[J\u{1B}8")
  }

  /// Changes a line where it differs.
  mutating func turn(_ old: Line, into new: Line, row: Int) {
    guard old != new else { return }
    let (column, rest) = new.difference(from: old)
    move(to: Frame.Place(row: row, column: column))
    write(rest)
    if old.displayWidth > new.displayWidth || !old.hasCertainWidth { send("\u{1B}[K") }
  }
}
