extension Span<UInt8> {
  /// The first place from a start at which a string of a catalog is not plain text.
  ///
  /// Plain is printable ASCII but the quote and the backslash; eight bytes are looked at together.
  ///
  /// - Parameter start: At most the count of the bytes.
  /// - Returns: A place, or the count where nothing but plain text follows.
  func endOfPlainText(from start: Int) -> Int {
    firstIndex(from: start) { word in
      word.lanes(below: 0x20) | word.lanes(equalTo: 0x22) | word.lanes(equalTo: 0x5C)
        | word & UInt64.lanes(0x80)
    }
  }

  /// The first place from a start at which a line feed stands, or the count where none follows.
  func endOfLine(from start: Int) -> Int {
    firstIndex(from: start) { $0.lanes(equalTo: 0x0A) }
  }

  /// The eight bytes from a place as a number, the first of them lowest; `nil` where fewer follow.
  func word(at index: Int) -> UInt64? {
    guard index + 8 <= count else { return nil }
    // Checked against the count; any eight bytes are a number.
    let word = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    return UInt64(littleEndian: word)
  }

  /// The first place of a byte whose highest bit is set in the marks of the word that it is in.
  private func firstIndex(from start: Int, marks: (UInt64) -> UInt64) -> Int {
    var index = start
    while let word = word(at: index) {
      let found = marks(word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, marks(UInt64(self[index]) | UInt64.lanes(0x7E) << 8) == 0 { index += 1 }
    return index
  }
}

/// Eight bytes of a text in one number, the first of them lowest.
///
/// The lowest mark of a result is always right; marks above it may be wrong, because a subtraction
/// borrows from the next byte.
///
/// - SeeAlso: Warren, Hacker's Delight, 6-1 (find first zero byte).
extension UInt64 {
  /// The same byte eight times.
  fileprivate static func lanes(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Marks the bytes that are less than one that is at most 0x80.
  fileprivate func lanes(below byte: UInt8) -> UInt64 {
    (self &- UInt64.lanes(byte)) & ~self & UInt64.lanes(0x80)
  }

  /// Marks the bytes that equal one.
  fileprivate func lanes(equalTo byte: UInt8) -> UInt64 {
    (self ^ UInt64.lanes(byte)).lanes(below: 1)
  }
}
