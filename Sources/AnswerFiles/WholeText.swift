/// Reads a file of text to its end, unpacked and decoded as the rows of a table are.
///
/// - Parameters:
///   - source: The bytes of the file, compressed by gzip or not.
///   - encoding: The encoding where no byte order mark tells it.
///   - limit: The most bytes of text.
/// - Returns: The text in UTF-8.
/// - Throws: ``AnswerFileError``; `unpackedTooLarge` beyond the limit.
package func wholeText(
  of source: @escaping ByteSource,
  encoding: AnswerEncoding = .utf8,
  limit: Int
) throws(AnswerFileError) -> [UInt8] {
  var stream = TextStream(source, encoding: encoding, gzipLimits: GzipLimits())
  var text: [UInt8] = []
  do throws(AnswerFileError.Reason) {
    while try stream.append(to: &text) {
      guard text.count <= limit else { throw .unpackedTooLarge(limit: limit) }
    }
    return text
  } catch {
    throw AnswerFileError(error, line: 1, column: 1)
  }
}

/// The first character of a file that is no white space, unpacked and decoded; `nil` where there is none.
package func firstCharacter(of source: @escaping ByteSource) -> UInt8? {
  var stream = TextStream(source, encoding: .utf8, gzipLimits: GzipLimits())
  var text: [UInt8] = []
  while (try? stream.append(to: &text)) == true {
    if let first = text.first(where: { $0 > 0x20 }) { return first }
    text.removeAll(keepingCapacity: true)
  }
  return nil
}
