/// A whole text in memory, decoded to UTF-8 without a byte order mark.
package struct SourceText: Equatable, Sendable {
  /// The text as UTF-8; always valid.
  package let bytes: [UInt8]

  /// Decodes a file: UTF-8 with or without a byte order mark, or UTF-16 with one.
  ///
  /// - Parameters:
  ///   - file: The bytes of the file.
  ///   - limit: The most bytes, in the file and decoded.
  /// - Throws: ``SourceFaults`` with one fault: too large, or not the encoding that it seems.
  package init(_ file: [UInt8], limit: Int = SourceLimits().bytes) throws(SourceFaults) {
    let start = SourcePlace(line: 1, column: 1)
    guard file.count <= limit else {
      throw SourceFaults(SourceFault(.tooLarge(limit: limit), at: start))
    }
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      var decoding = UTF16Decoding(isBigEndian: file[0] == 0xFE)
      var decoded: [UInt8] = []
      guard decoding.append(file[2...], to: &decoded), decoding.isComplete else {
        let end = PlaceCursor(decoded).advanced(to: decoded.count)
        throw SourceFaults(SourceFault(.notUTF16, at: end))
      }
      guard decoded.count <= limit else {
        throw SourceFaults(SourceFault(.tooLarge(limit: limit), at: start))
      }
      bytes = decoded
      return
    }
    let hasMark = file.starts(with: [0xEF, 0xBB, 0xBF])
    let plain = hasMark ? Array(file[3...]) : file
    switch UTF8Check(plain) {
    case .valid: bytes = plain
    case .invalid(let index), .incomplete(let index):
      let place = PlaceCursor(plain).advanced(to: index)
      throw SourceFaults(SourceFault(.notUTF8(byte: plain[index]), at: place))
    }
  }

  /// Makes a text of bytes that are known to be UTF-8 without a byte order mark.
  package init(checked bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Makes a text of a string.
  package init(_ text: String) {
    bytes = Array(text.utf8)
  }
}
