extension FormLines {
  /// Adds a row that has the whole width.
  mutating func addEntry(_ row: FormPage.Row, on page: Page, isMarked: Bool) {
    if row.isFocused { cursor = Frame.Place(row: lines.count, column: 0) }
    var label = row.label
    if case .value(let value) = row.content, !value.isEmpty { label = label + "  " + value }
    let text = row.isFocused ? label.styled(.bold) : label
    let marker = FormLines.marker(isMarked)
    let rows = text.wrapped(on: page, marker: marker)
    if row.mark > 0, rows.count > 1 {
      let (mark, rest) = text.split(at: row.mark)
      lines += rest.wrapped(on: page, marker: marker + mark)
    } else {
      lines += rows
    }
    addNotes(of: row, indent: 2, on: page)
  }

  /// Adds a row of label and value, and what belongs under it.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - layout: Where label and value stand.
  ///   - height: The lines there are for all rows; a list of options takes no more than fits.
  ///   - isMarked: Whether the sign of the focus stands in front.
  mutating func addField(
    _ row: FormPage.Row,
    in layout: FormLayout,
    height: Int,
    isMarked: Bool
  ) {
    let page = layout.page
    let label = (row.isFocused ? row.label.styled(.bold) : row.label).spelled(in: page.repertoire)
    let marker = FormLines.marker(isMarked)
    var first = lines.count
    let notes = FormLines.notes(of: row, indent: layout.indent, on: page)
    let isBeside = layout.labels.map { label.displayWidth + 2 <= $0 } ?? false
    let above = isBeside ? [] : label.wrapped(on: page, marker: marker)
    // Two lines more may be needed to show that there is more above and below.
    let room = height - notes.count - above.count - 2
    let value = FormLines.value(of: row.content, in: layout, height: room)
    if isBeside {
      let start = (marker + label).padded(to: layout.indent)
      lines.append(start + (value.lines.first ?? ""))
      lines += value.lines.dropFirst().map { Line.blank(layout.indent) + $0 }
    } else {
      lines += above
      first = lines.count
      // An empty value needs no line of its own, unless something is to be typed there.
      if row.isFocused || value.lines.contains(where: { !$0.isEmpty }) {
        lines += value.lines.map { Line.blank(layout.indent) + $0 }
      }
    }
    if let place = value.cursor {
      cursor = Frame.Place(row: first + place.row, column: layout.indent + place.column)
    } else if row.isFocused {
      cursor = Frame.Place(row: first, column: layout.indent)
    }
    lines += notes
  }

  private mutating func addNotes(of row: FormPage.Row, indent: Int, on page: Page) {
    lines += FormLines.notes(of: row, indent: indent, on: page)
  }

  private static func notes(of row: FormPage.Row, indent: Int, on page: Page) -> [Line] {
    var notes: [Line] = []
    for remark in row.remarks { notes += remark.lines(on: page, indent: indent) }
    if row.isFocused, let hint = row.hint {
      notes += Line(hint, .dim).wrapped(on: page, indent: indent)
    }
    return notes
  }

  private static func marker(_ isMarked: Bool) -> Line {
    isMarked ? Line(.cursor, .cyan) + " " : "  "
  }

  // MARK: Values

  private static func value(
    of content: FormPage.Content,
    in layout: FormLayout,
    height: Int
  ) -> FormLines {
    let (columns, repertoire) = (layout.room, layout.page.repertoire)
    switch content {
    case .value(let line):
      return FormLines(lines: shown(line, in: layout))
    case .text(let editor, let placeholder, let isMasked):
      return typed(editor, placeholder, layout, isMasked: isMasked)
    case .memo(let editor):
      let view = editor.rows(columns: columns, height: max(1, height), repertoire: repertoire)
      var value = FormLines(lines: view.rows)
      value.cursor = Frame.Place(row: view.cursorRow, column: view.cursorColumn)
      return value
    case .lookup(let editor, let placeholder, let proposals, let marked):
      var value = typed(editor, placeholder, layout, isMasked: false)
      value.addOptions(proposals.count, marked: marked, height: height) { index in
        option(proposals[index], mark: nil, isMarked: index == marked, on: layout)
      }
      return value
    case .options(let picker, let placeholder, let nothingFits):
      var value = typed(picker.filter, placeholder, layout, isMasked: false)
      if picker.matches.isEmpty {
        value.lines += Line(nothingFits, .dim).wrapped(
          on: Page(columns: columns, repertoire: repertoire)
        )
      }
      value.addOptions(picker.matches.count, marked: picker.marked, height: height) { place in
        let index = picker.matches[place]
        let isTaken = picker.isMultiple ? picker.chosen.contains(index) : picker.taken == [index]
        let mark: Symbol =
          picker.isMultiple ? (isTaken ? .ticked : .unticked) : (isTaken ? .chosen : .open)
        return option(
          picker.names.label(at: index),
          mark: mark,
          isMarked: place == picker.marked,
          on: layout
        )
      }
      return value
    }
  }

  /// The most lines that a value out of focus, a suggestion or an action takes.
  private static let mostLines = 3

  private static func shown(_ value: Line, in layout: FormLayout) -> [Line] {
    let page = Page(columns: layout.room, repertoire: layout.page.repertoire)
    return shortened(value.wrapped(on: page), on: page)
  }

  /// The first few of some lines, with an ellipsis where there are more.
  static func shortened(_ lines: [Line], on page: Page) -> [Line] {
    guard lines.count > mostLines else { return lines }
    let last = lines[mostLines - 1] + Line(Symbol.ellipsis, .dim)
    return lines.prefix(mostLines - 1) + [last.truncated(to: page.columns, in: page.repertoire)]
  }

  private static func typed(
    _ editor: TextEditor,
    _ placeholder: Line,
    _ layout: FormLayout,
    isMasked: Bool
  ) -> FormLines {
    let repertoire = layout.page.repertoire
    guard !editor.isEmpty else {
      var value = FormLines(lines: shown(placeholder, in: layout))
      value.cursor = Frame.Place(row: 0, column: 0)
      return value
    }
    let view = editor.line(columns: layout.room, repertoire: repertoire, isMasked: isMasked)
    var value = FormLines(lines: view.rows)
    value.cursor = Frame.Place(row: 0, column: view.cursorColumn)
    return value
  }

  private static func option(
    _ label: String,
    mark: Symbol?,
    isMarked: Bool,
    on layout: FormLayout
  ) -> [Line] {
    let marker = isMarked ? Line(.cursor, .cyan) + " " : "  "
    let sign = mark.map { Line($0, .cyan) + " " } ?? ""
    return Line(label, isMarked ? .bold : .plain).wrapped(
      on: Page(columns: layout.room, repertoire: layout.page.repertoire),
      marker: marker + sign
    )
  }

  /// Adds the page of a list of options on which the marked one is.
  ///
  /// Pages stay while the mark moves on them, so that a key changes two lines. Where that is less than
  /// all, a line says how far it goes.
  private mutating func addOptions(
    _ count: Int,
    marked: Int?,
    height: Int,
    lines option: (Int) -> [Line]
  ) {
    let room = max(3, height - 2)
    let most = min(FormPage.optionsAtOnce, room)
    let start = (marked ?? 0) / most * most
    var shown = (start..<min(count, start + most)).map(option)
    // Options of several lines give way to the marked one, from both ends.
    var place = (marked ?? 0) - start
    while shown.count > 1, shown.reduce(0, { $0 + $1.count }) > room {
      if place < shown.count - 1 {
        shown.removeLast()
      } else {
        shown.removeFirst()
        place -= 1
      }
    }
    lines += shown.joined()
    if shown.count < count {
      let first = (marked ?? 0) - place + 1
      lines.append(Line("  \(first)–\(first + shown.count - 1) / \(count)", .dim))
    }
  }
}

extension FormPage {
  /// The most options that are seen at once.
  package static let optionsAtOnce = 10
}
