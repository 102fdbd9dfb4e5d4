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
      guard let (length, second) = UTF8Check.shape(of: lead) else {
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

  /// The length of a character and the range of its second byte, which excludes overlong forms,
  /// surrogates and what lies beyond U+10FFFF.
  private static func shape(of lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    default: nil
    }
  }
}
