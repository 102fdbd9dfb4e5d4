package import SourceTrees

/// A reading of JSON Lines: one object a line, in memory that does not depend on the size of the file.
///
/// - SeeAlso: RFC 8259 for each line.
package struct JSONLinesReader {
  /// How a file of JSON Lines is to be read.
  package struct Options: Equatable, Sendable {
    /// How large a line may be; it may have 64 nodes for each column that a row of CSV may have.
    package var limits = RowLimits()
    /// How deep a line may be nested.
    package var depth = SourceLimits.json.depth
    /// How far a compressed file may be unpacked.
    package var gzip = GzipLimits()

    /// Makes the default options.
    package init() {}
  }

  private let options: Options
  private var stream: TextStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var nextLineNumber = 1
  private var isFirst = true

  /// Opens a file, compressed by gzip or not.
  package init(_ source: @escaping ByteSource, options: Options = Options()) {
    self.options = options
    stream = TextStream(source, encoding: .utf8, gzipLimits: options.gzip)
  }

  /// Reads the record of the next line that is not blank.
  ///
  /// - Returns: Its record, or what is wrong with this line; `nil` at the end of the file.
  /// - Throws: ``AnswerFileError``, as ``nextLine()`` does.
  package mutating func next() throws(AnswerFileError) -> Result<AnswerRecord, SourceFaults>? {
    try nextLine()?.record
  }

  /// Goes to the next line that is not blank, without reading what it says.
  ///
  /// - Returns: The line; `nil` at the end of the file.
  /// - Throws: ``AnswerFileError`` where the file cannot be read further; all lines before have been given
  ///   out by then.
  package mutating func nextLine() throws(AnswerFileError) -> JSONLine? {
    while let line = try nextBytes() {
      let number = nextLineNumber
      nextLineNumber += 1
      guard let first = line.firstIndex(where: { !$0.isJSONSpace }) else { continue }
      if isFirst && line[first] == UInt8(ascii: "[") {
        let place = PlaceCursor(line).advanced(to: first)
        throw AnswerFileError(.listInsteadOfLines, line: number, column: place.column)
      }
      isFirst = false
      return JSONLine(number: number, bytes: line, options: options)
    }
    return nil
  }

  /// The next line without its line feed; `nil` at the end of the file.
  private mutating func nextBytes() throws(AnswerFileError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        guard end - start <= options.limits.row else { throw tooLarge }
        return Array(buffer[start..<end])
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      guard searched <= options.limits.row else { throw tooLarge }
      if try !refill() {
        guard !buffer.isEmpty else { return nil }
        defer { buffer = [] }
        return buffer
      }
      // Bytes that began a character and turned out to be none may have been taken back.
      searched = min(searched, buffer.count)
    }
  }

  private mutating func refill() throws(AnswerFileError) -> Bool {
    do throws(AnswerFileError.Reason) {
      return try stream.append(to: &buffer)
    } catch {
      let place = PlaceCursor(buffer, firstLine: nextLineNumber).advanced(to: buffer.count)
      throw AnswerFileError(error, line: place.line, column: place.column)
    }
  }

  private var tooLarge: AnswerFileError {
    AnswerFileError(.rowTooLarge(limit: options.limits.row), line: nextLineNumber, column: 1)
  }
}

/// A line of JSON Lines, which may be read on any thread.
package struct JSONLine: Sendable {
  /// Its number in the file, counted from 1.
  package let number: Int
  /// The line as it stands in the file.
  package let bytes: [UInt8]
  fileprivate let options: JSONLinesReader.Options

  /// What the line says, or what is wrong with it.
  package var record: Result<AnswerRecord, SourceFaults> { record(isPlaced: true) }

  /// What the line says, or what is wrong with it.
  ///
  /// - Parameter isPlaced: Whether the columns of answers are wanted; those of faults are there in any case.
  /// - Returns: The record, or the faults.
  package func record(isPlaced: Bool) -> Result<AnswerRecord, SourceFaults> {
    Result { () throws(SourceFaults) in
      let limits = SourceLimits(
        bytes: options.limits.row,
        depth: options.depth,
        nodes: options.limits.columns * 64
      )
      let text = SourceText(checked: bytes)
      do throws(SourceFaults) {
        return try AnswerRecord(
          SourceNode(json: text, firstLine: number, limits: limits, isPlaced: isPlaced)
        )
      } catch {
        guard !isPlaced else { throw error }
        return try record(isPlaced: true).get()
      }
    }
  }
}

extension UInt8 {
  fileprivate var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0D }
}

extension AnswerRecord {
  /// Appends the record as a line of JSON Lines, nested.
  package func appendJSONLine(to bytes: inout [UInt8]) {
    JSONValue(nesting: entries).appendJSON(to: &bytes)
    bytes.append(0x0A)
  }
}
