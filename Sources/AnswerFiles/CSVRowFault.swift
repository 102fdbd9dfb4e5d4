/// What is wrong with one row of CSV; the rows behind it can be read.
package struct CSVRowFault: Error, Equatable, Sendable {
  /// What is wrong with a row.
  package enum Reason: Equatable, Sendable {
    /// Something else than a separator or a line break follows a closing quote.
    case textAfterQuote
    /// A quote stands in a cell that does not begin with one.
    case quoteInsideCell
    /// The row has fewer or more cells than the header.
    case cellCount(Int, expected: Int)
  }

  /// What is wrong.
  package let reason: Reason
  /// The line, counted from 1; for ``Reason/cellCount(_:expected:)`` the first of the row.
  package let line: Int
  /// The column, counted from 1 in characters.
  package let column: Int
}
