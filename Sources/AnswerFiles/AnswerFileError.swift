/// A place at which an answer file cannot be read any further.
///
/// What is wrong with one row only is not such an error: the reading goes on behind it.
package struct AnswerFileError: Error, Equatable, Sendable {
  /// Why a file cannot be read any further.
  package enum Reason: Error, Equatable, Sendable {
    /// The system refused to read on; the code is its `errno`.
    case unreadable(code: Int32)
    /// A byte does not belong to UTF-8; the file may be in another encoding.
    case notUTF8(byte: UInt8)
    /// A file that began with a UTF-16 byte order mark holds half a character.
    case notUTF16
    /// A byte means nothing in Windows-1252.
    case notWindows1252(byte: UInt8)
    /// The file says that it is gzip, but its content or its checksum is wrong.
    case damagedGzip
    /// The file is gzip and ends too early.
    case truncatedGzip
    /// Unpacking gives more bytes than the limit.
    case unpackedTooLarge(limit: Int)
    /// Unpacking multiplies the bytes beyond what tables do; the figure is the allowed ratio.
    case suspiciousRatio(limit: Int)
    /// There is nothing in the file, not even a header.
    case empty
    /// The header is not proper CSV.
    case header(CSVRowFault.Reason)
    /// A quote is not closed; the place is that of the opening one.
    case unclosedQuote
    /// A cell has more bytes than the limit.
    case cellTooLarge(limit: Int)
    /// A row or a line has more bytes than the limit.
    case rowTooLarge(limit: Int)
    /// A row has more cells than the limit.
    case tooManyColumns(limit: Int)
    /// A file of JSON Lines begins with a list, so it is one JSON text.
    case listInsteadOfLines
  }

  /// Why the file cannot be read any further.
  package let reason: Reason
  /// The line, counted from 1 as an editor does.
  package let line: Int
  /// The column, counted from 1 in characters.
  package let column: Int

  /// Makes an error from its parts.
  package init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }
}
