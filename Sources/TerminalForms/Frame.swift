/// What a form shows at a moment: lines, and the place where the person types.
package struct Frame: Equatable, Sendable {
  /// A place in the frame.
  package struct Place: Equatable, Sendable {
    /// The line, counted from 0.
    package let row: Int
    /// The columns left of it.
    package let column: Int

    /// Names a place.
    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The lines, top to bottom, each narrower than the window and in characters that it can show.
  package let lines: [Line]
  /// Where the cursor stands; `nil` hides it.
  package let cursor: Place?

  /// Makes a frame.
  package init(lines: [Line], cursor: Place? = nil) {
    self.lines = lines
    self.cursor = cursor
  }
}

/// The size of a window in columns and rows.
package struct WindowSize: Hashable, Sendable {
  /// The columns of a line, at least one.
  package let columns: Int
  /// The rows, at least one.
  package let rows: Int

  /// Makes a size; what is less than one becomes one.
  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }

  /// The smallest window that a form is drawn in; below it there is the line dialogue.
  package static let smallest = WindowSize(columns: 40, rows: 10)

  /// Whether a form has room.
  package var takesForms: Bool {
    columns >= WindowSize.smallest.columns && rows >= WindowSize.smallest.rows
  }
}
