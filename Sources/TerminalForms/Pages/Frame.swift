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
