/// The lines of a part of a page as it is laid out.
struct FormLines {
  var lines: [Line] = []
  /// Where the person types, if it is in this part.
  var cursor: Frame.Place?
  /// The lines of the row in focus.
  var focus: Range<Int>?

  /// The lines around the focus that have room; an ellipsis stands where more are.
  func window(height: Int) -> FormLines {
    guard lines.count > height else { return self }
    guard height > 0 else { return FormLines() }
    let focus = focus ?? 0..<0
    let place = cursor?.row ?? focus.lowerBound
    var top = focus.lowerBound - max(0, height - focus.count) / 2
    // What is typed must be seen, even where a row has more lines than there is room.
    let margin = height > 2 && place > 0 ? 1 : 0
    top = min(max(top, place - height + 1 + margin), place - margin)
    top = max(0, min(top, lines.count - height))
    var seen = Array(lines[top..<(top + height)])
    let mark = Line(Symbol.ellipsis, .dim)
    // Not in place of the label of the row in focus.
    if top > 0, !focus.contains(top), place != top, height > 2 { seen[0] = "  " + mark }
    if top + height < lines.count, place != top + height - 1, height > 2 {
      seen[height - 1] = "  " + mark
    }
    var window = FormLines(lines: seen)
    window.cursor = cursor.map { Frame.Place(row: $0.row - top, column: $0.column) }
    return window
  }

  /// Adds what can be done, side by side as far as there is room.
  mutating func addActions(_ actions: [FormPage.Action], on page: Page) {
    var line: Line = ""
    func end() {
      if !line.isEmpty { lines.append(line) }
      line = ""
    }
    for action in actions {
      let marker = action.isFocused ? Line(.cursor, .cyan) + " " : "  "
      let style: Style = action.isFocused ? .bold : .plain
      let label = Line("[", style) + Line(action.label, style) + Line("]", style)
      let cell = (marker + label).spelled(in: page.repertoire)
      if !line.isEmpty, line.displayWidth + 1 + cell.displayWidth > page.columns { end() }
      if !line.isEmpty { line = line + " " }
      if action.isFocused {
        cursor = Frame.Place(row: lines.count, column: line.displayWidth)
      }
      guard line.displayWidth + cell.displayWidth > page.columns else {
        line = line + cell
        continue
      }
      // Longer than a line, it has lines of its own.
      let text = Line(action.label, style) + Line("]", style)
      lines += FormLines.shortened(
        text.wrapped(on: page, marker: marker + Line("[", style)),
        on: page
      )
    }
    end()
  }
}
