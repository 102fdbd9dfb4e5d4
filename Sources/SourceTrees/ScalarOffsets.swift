/// A walk from counts of Unicode scalars, which libyaml gives, to offsets of bytes.
struct ScalarOffsets {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private var scalar = 0
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// Finds the byte at which a scalar begins; the end of the text for one that lies behind it.
  ///
  /// - Complexity: O(*n*) in the distance from the scalar that was asked for last.
  mutating func offset(ofScalar target: Int) -> Int {
    if isASCII { return min(max(0, target), bytes.count) }
    while scalar < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalar += 1
    }
    while scalar > target, offset > 0 {
      offset -= 1
      while offset > 0, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      scalar -= 1
    }
    return offset
  }
}
