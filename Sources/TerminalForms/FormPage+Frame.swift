extension FormPage {
  /// Lays the page out for a window.
  ///
  /// Title, question, actions and keys keep their places; where the rows have no room between them, the
  /// part around the focus is shown.
  ///
  /// - Parameters:
  ///   - size: The window's size.
  ///   - repertoire: The characters that can be shown.
  /// - Returns: A frame that is at most as high as the window, and narrower by one column, so that no
  ///   terminal waits to wrap.
  /// - Complexity: O(*n*) in the rows and the window; long lists of options cost what is seen of them.
  package func frame(in size: WindowSize, repertoire: Repertoire = .unicode) -> Frame {
    let page = Page(columns: max(1, size.columns - 1), repertoire: repertoire)
    let isAiry = size.rows >= 16
    var head = title.wrapped(on: page)
    for remark in remarks { head += remark.lines(on: page) }
    if isAiry { head.append("") }
    var foot = FormLines()
    if isAiry { foot.lines.append("") }
    for remark in question { foot.lines += remark.lines(on: page) }
    foot.addActions(actions, on: page)
    let hints = Line(keys, .dim).wrapped(on: page)
    if isAiry { foot.lines += hints }
    // In the smallest windows the rows come first: at least three lines are theirs.
    let least = min(3, size.rows)
    head = Array(head.prefix(max(0, size.rows - least)))
    let room = size.rows - head.count
    if foot.lines.count > room - least { foot.keepLast(max(0, room - least)) }
    if !isAiry, hints.count == 1, room - foot.lines.count > 4 { foot.lines += hints }
    let height = room - foot.lines.count
    let body = self.body(on: page, height: height)
    let seen = body.window(height: height)
    var cursor: Frame.Place?
    if let place = seen.cursor {
      cursor = Frame.Place(row: head.count + place.row, column: place.column)
    } else if let place = foot.cursor {
      cursor = Frame.Place(row: head.count + seen.lines.count + place.row, column: place.column)
    }
    let lines = (head + seen.lines + foot.lines).map {
      $0.truncated(to: page.columns, in: repertoire)
    }
    return Frame(
      lines: lines,
      cursor: cursor.map { Frame.Place(row: $0.row, column: min($0.column, page.columns - 1)) }
    )
  }

  private func body(on page: Page, height: Int) -> FormLines {
    let layout = FormLayout(of: rows, on: page)
    var body = FormLines()
    for row in rows {
      let start = body.lines.count
      switch row.kind {
      case .heading: body.lines += row.label.styled(.bold).wrapped(on: page)
      case .entry: body.addEntry(row, on: page)
      case .field: body.addField(row, in: layout, height: height)
      }
      if row.isFocused { body.focus = start..<body.lines.count }
    }
    return body
  }
}

extension FormPage.Remark {
  /// The remark in lines, its sign in front.
  func lines(on page: Page, indent: Int = 2) -> [Line] {
    Line.lines(of: text).enumerated().flatMap { index, line in
      line.wrapped(on: page, indent: indent, marker: index == 0 ? Line(symbol, style) + " " : "  ")
    }
  }
}

/// Where labels and values stand.
struct FormLayout {
  let page: Page
  /// The columns of the labels, marker included; `nil` where values stand under their labels.
  let labels: Int?

  /// Below so many columns values stand under their labels.
  private static let fewestForTwoColumns = 60

  init(of rows: [FormPage.Row], on page: Page) {
    self.page = page
    guard page.columns >= FormLayout.fewestForTwoColumns else {
      labels = nil
      return
    }
    let fields = rows.lazy.filter { $0.kind == .field }
    let widest = fields.map { $0.label.spelled(in: page.repertoire).displayWidth }.max() ?? 0
    labels = min(widest, page.columns * 9 / 20) + 2
  }

  /// The columns left of the values.
  var indent: Int { labels.map { $0 + 2 } ?? page.indent(4) }

  /// The columns that a value may take.
  var room: Int { max(1, page.columns - indent) }
}

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
    top = min(max(top, place - height + 2), place - (place > 0 ? 1 : 0))
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

  /// Drops lines at the beginning until so many are left.
  mutating func keepLast(_ count: Int) {
    let dropped = max(0, lines.count - count)
    lines.removeFirst(dropped)
    guard let place = cursor else { return }
    cursor = place.row < dropped ? nil : Frame.Place(row: place.row - dropped, column: place.column)
  }

  /// Adds what can be done, side by side as far as there is room.
  mutating func addActions(_ actions: [FormPage.Action], on page: Page) {
    var line: Line = ""
    for action in actions {
      let marker = action.isFocused ? Line(.cursor, .cyan) + " " : "  "
      let label = Line("[\(action.label)]", action.isFocused ? .bold : .plain)
      let cell = (marker + label).spelled(in: page.repertoire)
      if !line.isEmpty {
        if line.displayWidth + 1 + cell.displayWidth > page.columns {
          lines.append(line)
          line = ""
        } else {
          line = line + " "
        }
      }
      if action.isFocused {
        cursor = Frame.Place(row: lines.count, column: line.displayWidth)
      }
      line = line + cell
    }
    if !line.isEmpty { lines.append(line) }
  }
}
