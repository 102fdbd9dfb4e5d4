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
    var head = title.wrapped(on: page)
    for remark in remarks { head += remark.lines(on: page) }
    let isAiry = size.rows >= 16
    if isAiry { head.append("") }
    // In the smallest windows the rows come first: at least three lines are theirs, then one for actions.
    let least = min(3, size.rows)
    head = Array(head.prefix(max(0, size.rows - least - 1)))
    let foot = foot(on: page, height: size.rows - head.count - least, isAiry: isAiry)
    let height = size.rows - head.count - foot.lines.count
    let body = body(on: page, height: height).window(height: height)
    let inFoot = foot.cursor?.moved(down: head.count + body.lines.count)
    let inBody = body.cursor?.moved(down: head.count)
    let cursor = isAsking ? inFoot ?? inBody : inBody ?? inFoot
    let lines = (head + body.lines + foot.lines).map {
      $0.truncated(to: page.columns, in: repertoire)
    }
    return Frame(
      lines: lines,
      cursor: cursor.map { Frame.Place(row: $0.row, column: min($0.column, page.columns - 1)) }
    )
  }

  /// What stands below the rows: first of all what can be done, then the question, then the keys.
  private func foot(on page: Page, height: Int, isAiry: Bool) -> FormLines {
    var actions = FormLines()
    actions.addActions(self.actions, on: page)
    actions = actions.window(height: max(0, min(actions.lines.count, height)))
    var asked: [Line] = question.flatMap { $0.lines(on: page) }
    // The end of a question is what is asked.
    asked = asked.suffix(max(0, height - actions.lines.count))
    let hints = FormPage.hints(keys, on: page)
    let rest = height - asked.count - actions.lines.count
    let hasHints = rest >= hints.count + (isAiry ? 1 : 4)
    var foot = FormLines()
    foot.lines = (isAiry && rest > 0 ? [""] : []) + asked
    foot.cursor = actions.cursor?.moved(down: foot.lines.count)
    foot.lines += actions.lines + (hasHints ? hints : [])
    return foot
  }

  /// Hints about keys, which are parted by points, in lines that break at these only; elsewhere only in a
  /// part that is longer than a line.
  package static func hints(_ keys: String, on page: Page) -> [Line] {
    let parts = keys.split(separator: "·").map { part in
      let words = part.split(separator: " ")
      let whole = words.joined(separator: "\u{A0}")
      // The point that follows stays with it.
      return whole.displayWidth + 2 <= page.columns ? whole : words.joined(separator: " ")
    }
    return Line(parts.joined(separator: "\u{A0}· "), .dim).wrapped(on: page).map { line in
      Line(line.plain.map { $0 == "\u{A0}" ? " " : String($0) }.joined(), .dim)
    }
  }

  private func body(on page: Page, height: Int) -> FormLines {
    let layout = FormLayout(of: rows, on: page)
    var body = FormLines()
    for row in rows { add(row, to: &body, in: layout, height: height) }
    return body
  }

  private func add(
    _ row: Row,
    to body: inout FormLines,
    in layout: FormLayout,
    height: Int
  ) {
    let isMarked = row.isFocused && !isAsking
    let start = body.lines.count
    switch row.kind {
    case .heading: body.lines += row.label.styled(.bold).wrapped(on: layout.page)
    case .entry: body.addEntry(row, on: layout.page, isMarked: isMarked)
    case .field: body.addField(row, in: layout, height: height, isMarked: isMarked)
    }
    if row.isFocused { body.focus = start..<body.lines.count }
  }

  /// Lays out the row in focus alone, as it stands on the whole page where there is room for all of it.
  ///
  /// - Parameters:
  ///   - size: The window's size.
  ///   - repertoire: The characters that can be shown.
  /// - Returns: No lines where no row is in focus.
  package func focusedLines(in size: WindowSize, repertoire: Repertoire = .unicode) -> [Line] {
    let page = Page(columns: max(1, size.columns - 1), repertoire: repertoire)
    let layout = FormLayout(of: rows, on: page)
    var body = FormLines()
    for row in rows where row.isFocused { add(row, to: &body, in: layout, height: size.rows) }
    return body.lines.map { $0.truncated(to: page.columns, in: repertoire) }
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

extension Frame.Place {
  /// The place so many lines further down.
  fileprivate func moved(down lines: Int) -> Frame.Place {
    Frame.Place(row: row + lines, column: column)
  }
}
