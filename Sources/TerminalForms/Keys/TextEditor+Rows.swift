extension TextEditor {
  /// What is seen of a text, and where the cursor stands in it.
  package struct View: Sendable {
    /// The rows, top to bottom; one for a text of one line.
    package let rows: [Line]
    /// The row of the cursor, counted from 0.
    package let cursorRow: Int
    /// The columns left of the cursor.
    package let cursorColumn: Int
  }

  /// The part of a text of one line that fits, with the cursor in it.
  ///
  /// The text moves in steps of half the width, so that most keys change one place only. An ellipsis
  /// stands where it goes on.
  ///
  /// - Parameters:
  ///   - columns: The columns that the text and the cursor behind it may take, at least 2.
  ///   - repertoire: The characters that can be shown.
  ///   - isMasked: Whether every character is shown as a dot.
  /// - Returns: One row, never wider than the columns.
  /// - Complexity: O(*columns*), as characters that take no column do not come alone.
  package func line(columns: Int, repertoire: Repertoire, isMasked: Bool = false) -> View {
    let columns = max(2, columns)
    let ellipsis = Cell(Symbol.ellipsis, in: repertoire)
    let margin = ellipsis.width < columns / 2 ? ellipsis.width : 0
    func cell(_ character: Character) -> Cell {
      isMasked ? Cell(Symbol.mask, in: repertoire) : Cell(character, in: repertoire)
    }
    // Hidden on the left are so many steps that what is left of the cursor fits.
    let step = max(1, columns / 2)
    var hidden = before.count > columns ? (before.count - columns) / step * step : 0
    var left: [Cell] = []
    var width = 0
    while true {
      left = before[hidden...].map(cell)
      width = left.reduce(hidden > 0 ? margin : 0) { $0 + $1.width }
      if width < columns || hidden == before.count { break }
      hidden = min(before.count, hidden + step)
    }
    var text = left.reduce(into: "") { $0 += $1.text }
    let cursor = min(columns - 1, width)
    var isCutOff = false
    for (index, character) in after.reversed().enumerated() {
      let next = cell(character)
      let isLast = index == after.count - 1
      guard width + next.width + (isLast ? 0 : margin) <= columns else {
        isCutOff = margin > 0 && width + margin <= columns
        break
      }
      text += next.text
      width += next.width
    }
    let mark = Line(SafeText(cutFromSafe: ellipsis.text), .dim)
    var line = Line(SafeText(cutFromSafe: text))
    if hidden > 0, margin > 0 { line = mark + line }
    if isCutOff { line = line + mark }
    return View(rows: [line], cursorRow: 0, cursorColumn: cursor)
  }

  /// The part of a text of several lines that fits, with the cursor in it.
  ///
  /// - Parameters:
  ///   - columns: The columns of a row, at least 2; longer lines go on in the next row.
  ///   - height: The most rows, at least 1.
  ///   - repertoire: The characters that can be shown.
  /// - Returns: At most so many rows, the cursor's near their middle.
  /// - Complexity: O(*n*) in the characters of the lines that are seen.
  package func rows(columns: Int, height: Int, repertoire: Repertoire) -> View {
    let columns = max(2, columns)
    let height = max(1, height)
    func broken(_ characters: some Sequence<Character>) -> BrokenLine {
      BrokenLine(characters, columns: columns, repertoire: repertoire)
    }
    let head = before.suffix(lineBefore)
    let rest = after.reversed()
    let tail = rest.prefix(lineAfter)
    let current = broken(head + Array(tail))
    let place = current.place(of: head.count, columns: columns)
    var rows = current.rows
    if place.row == rows.count { rows.append("") }
    var row = place.row
    var above: [Line] = []
    var position = head.startIndex
    while position > 0, above.count < height {
      let last = position - 1
      position = last
      while position > 0, before[position - 1] != "\n" { position -= 1 }
      above = broken(before[position..<last]).rows + above
    }
    rows = above + rows
    row += above.count
    var next = tail.count
    while next < after.count, rows.count < row + height {
      let line = Array(rest.dropFirst(next + 1).prefix { $0 != "\n" })
      rows += broken(line).rows
      next += 1 + line.count
    }
    let top = max(0, min(row - height / 2, rows.count - height))
    return View(
      rows: Array(rows[top..<min(rows.count, top + height)]),
      cursorRow: row - top,
      cursorColumn: place.column
    )
  }

  /// Moves the cursor to the line above or below, as near to its place as that line allows.
  ///
  /// - Returns: Whether there is such a line.
  package mutating func moveLine(up: Bool) -> Bool {
    let column = lineBefore
    if up {
      guard column < before.count else { return false }
      let above = before.dropLast(column + 1).reversed().prefix { $0 != "\n" }.count
      moveCursor(to: before.count - column - 1 - above + min(column, above))
    } else {
      let rest = lineAfter
      guard rest < after.count else { return false }
      let below = after.reversed().dropFirst(rest + 1).prefix { $0 != "\n" }.count
      moveCursor(to: before.count + rest + 1 + min(column, below))
    }
    return true
  }
}

/// One character as it is shown.
private struct Cell {
  let text: String
  let width: Int

  init(_ character: Character, in repertoire: Repertoire) {
    if let byte = character.utf8.first, character.utf8.count == 1, byte >= 0x20, byte < 0x7F {
      text = String(character)
      width = 1
    } else {
      text = SafeText(String(character)).spelled(in: repertoire).string
      width = text.displayWidth
    }
  }

  init(_ symbol: Symbol, in repertoire: Repertoire) {
    text = repertoire == .unicode ? symbol.unicode : symbol.ascii
    width = text.displayWidth
  }
}

/// A line of a text of several lines, in rows.
private struct BrokenLine {
  private(set) var rows: [Line] = []
  /// The width of each character of each row.
  private var widths: [[Int]] = []

  /// Breaks a line behind spaces; a word that is longer than a row breaks anywhere, and a character that
  /// has no room even in a row of its own is cut.
  init(_ characters: some Sequence<Character>, columns: Int, repertoire: Repertoire) {
    var row: [Cell] = []
    var filled = 0
    func end(_ cells: ArraySlice<Cell>, _ rows: inout [Line], _ widths: inout [[Int]]) {
      let line = Line(SafeText(cutFromSafe: cells.reduce(into: "") { $0 += $1.text }))
      rows.append(line.truncated(to: columns, in: repertoire))
      widths.append(cells.map(\.width))
    }
    for character in characters {
      let cell = Cell(character, in: repertoire)
      if filled + cell.width > columns, !row.isEmpty {
        let word = row.lastIndex { $0.text == " " }.map { $0 + 1 } ?? row.count
        end(row[..<word], &rows, &widths)
        row.removeFirst(word)
        filled = row.reduce(0) { $0 + $1.width }
      }
      row.append(cell)
      filled += cell.width
    }
    end(row[...], &rows, &widths)
  }

  /// The row and the column before a character of the line; behind a full row, the beginning of the next.
  func place(of index: Int, columns: Int) -> (row: Int, column: Int) {
    var rest = index
    for (row, widths) in widths.enumerated() {
      if rest < widths.count || row == self.widths.count - 1 {
        let column = widths.prefix(rest).reduce(0, +)
        return column >= columns ? (row + 1, 0) : (row, column)
      }
      rest -= widths.count
    }
    return (0, 0)
  }
}
