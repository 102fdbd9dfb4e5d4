/// Rows under headings, laid out for the width of the page.
package struct TextTable: Sendable {
  /// A heading and where the cells under it stand.
  package struct Column: Sendable {
    /// What stands above the cells.
    package let title: Line
    /// The edge that the title and the cells stand at.
    package let alignment: Alignment

    /// Makes a column.
    ///
    /// - Parameters:
    ///   - title: What stands above the cells.
    ///   - alignment: `.trailing` for figures, which are never broken.
    package init(_ title: Line, _ alignment: Alignment = .leading) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The headings, left to right.
  package let columns: [Column]
  /// The cells of each row, in the order of the columns; missing ones are empty, more are not shown.
  package let rows: [[Line]]

  /// Makes a table.
  package init(columns: [Column], rows: [[Line]]) {
    self.columns = columns
    self.rows = rows
  }

  /// Lays the table out.
  ///
  /// Columns are as wide as their widest cell. Where that is too much, the widest columns of text give
  /// way and their cells are wrapped. Where even that leaves a column too narrow to read, each row
  /// becomes a block of titles and values.
  ///
  /// - Returns: The titles, a rule, and the rows, in the characters of the page, without padding at the
  ///   ends of lines.
  /// - Complexity: O(*n*) in the text, and columns squared.
  package func lines(on page: Page) -> [Line] {
    let cells = rows.map { row in
      columns.indices.map { $0 < row.count ? row[$0].spelled(in: page.repertoire) : "" }
    }
    let titles = columns.map { $0.title.spelled(in: page.repertoire) }
    var natural = titles.map(\.displayWidth)
    for row in cells {
      for (column, cell) in row.enumerated() {
        natural[column] = max(natural[column], cell.displayWidth)
      }
    }
    guard let widths = fitted(natural, on: page) else { return blocks(titles, cells, on: page) }
    let rule = Line(Symbol.rule).spelled(in: page.repertoire).plain
    let rules = widths.map { Line(String(repeating: rule, count: $0)) }
    return [titles.map { $0.styled(.bold) }, rules].flatMap { lines(of: $0, widths, on: page) }
      + cells.flatMap { lines(of: $0, widths, on: page) }
  }

  private static let gap = 2
  private static let narrowest = 9

  /// The widths that fit the page; `nil` where a column would become too narrow.
  private func fitted(_ natural: [Int], on page: Page) -> [Int]? {
    var excess = natural.reduce(TextTable.gap * max(0, natural.count - 1), +) - page.columns
    var widths = natural
    while excess > 0 {
      // Level the widest columns of text down to the next widest, or as far as is needed.
      let flexible = columns.indices.filter { columns[$0].alignment == .leading }
      let widest = flexible.map { widths[$0] }.max() ?? 0
      guard widest > TextTable.narrowest else { return nil }
      let level = flexible.map { widths[$0] }.filter { $0 < widest }.max() ?? 0
      let members = flexible.filter { widths[$0] == widest }
      let share = (excess + members.count - 1) / members.count
      let target = max(level, TextTable.narrowest, widest - share)
      for member in members where excess > 0 {
        let cut = min(widest - target, excess)
        widths[member] -= cut
        excess -= cut
      }
    }
    return widths
  }

  private func lines(of row: [Line], _ widths: [Int], on page: Page) -> [Line] {
    let cells = zip(row, widths).map { cell, width in
      cell.wrapped(on: Page(columns: width, repertoire: page.repertoire))
    }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line: Line = ""
      var filled = 0
      var start = 0
      for (column, lines) in cells.enumerated() {
        if index < lines.count, !lines[index].isEmpty {
          let text = lines[index]
          let missing =
            columns[column].alignment == .trailing ? widths[column] - text.displayWidth : 0
          line = line + Line.blank(start + missing - filled) + text
          filled = start + max(0, missing) + text.displayWidth
        }
        start += widths[column] + TextTable.gap
      }
      return line
    }
  }

  private func blocks(_ titles: [Line], _ cells: [[Line]], on page: Page) -> [Line] {
    let blocks = cells.map { row in
      LabelledValues(zip(titles, row).map { LabelledValues.Entry($0, $1) }).lines(on: page)
    }
    return Array(blocks.joined(separator: [""]))
  }
}
