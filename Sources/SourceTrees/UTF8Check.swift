import PlainValues

/// What a run of bytes is as UTF-8.
package enum UTF8Check: Equatable, Sendable {
  /// Every byte belongs to a character.
  case valid
  /// The byte at this index belongs to no character.
  case invalid(at: Int)
  /// The last character, which begins at this index, is not complete.
  case incomplete(at: Int)

  /// Finds the first thing that is wrong with bytes, from an index to their end.
  ///
  /// Indices in the result count from the beginning of the bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes.
  ///   - start: An index at which a character begins.
  /// - Complexity: O(*n*); eight bytes at a time where they are ASCII.
  /// - SeeAlso: RFC 3629, section 4.
  package init(_ bytes: [UInt8], from start: Int = 0) {
    self = unsafe bytes.withUnsafeBytes { unsafe UTF8Check($0, from: start) }
  }

  private init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
    let end = bytes.count
    var index = start
    while index < end {
      let lead = unsafe bytes[index]
      if lead < 0x80 {
        index += 1
        while index &+ 8 <= end,
          unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            & 0x8080_8080_8080_8080 == 0
        {
          index &+= 8
        }
        continue
      }
      guard let (length, second) = lead.utf8Shape else {
        self = .invalid(at: index)
        return
      }
      for position in 1..<length {
        guard index + position < end else {
          self = .incomplete(at: index)
          return
        }
        let byte = unsafe bytes[index + position]
        guard (position == 1 ? second : 0x80...0xBF).contains(byte) else {
          self = .invalid(at: index)
          return
        }
      }
      index += length
    }
    self = .valid
  }
}
