/// A place in a text, as an editor shows it.
///
/// Stored in 16 bytes, because every node of a tree carries one; figures beyond 2³¹ − 1 saturate.
package struct SourcePlace: Hashable, Sendable {
  private let storedLine: Int32
  private let storedColumn: Int32
  private let storedOffset: Int32
  private let storedLength: Int32

  /// Makes a place from its figures; figures out of range are clamped.
  ///
  /// - Parameters:
  ///   - line: Counted from 1.
  ///   - column: Counted from 1, in characters.
  ///   - offset: Bytes of UTF-8 from the beginning of the text, byte order mark not counted.
  ///   - length: Characters to mark on the line, at least 1.
  package init(line: Int, column: Int, offset: Int = 0, length: Int = 1) {
    storedLine = Int32(clamping: max(1, line))
    storedColumn = Int32(clamping: max(1, column))
    storedOffset = Int32(clamping: max(0, offset))
    storedLength = Int32(clamping: max(1, length))
  }

  /// The line, counted from 1; LF, CR LF and CR end a line.
  package var line: Int { Int(storedLine) }
  /// The column, counted from 1, in characters (a tab is one, an accented letter is one).
  package var column: Int { Int(storedColumn) }
  /// The bytes of UTF-8 that precede the place in its ``SourceText``.
  package var offset: Int { Int(storedOffset) }
  /// The characters that a caret line marks, at least 1; never beyond the end of the line.
  package var length: Int { Int(storedLength) }
}
