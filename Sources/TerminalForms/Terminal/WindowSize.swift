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
