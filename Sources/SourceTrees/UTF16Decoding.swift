/// A decoder of UTF-16 that takes bytes in pieces.
package struct UTF16Decoding: Sendable {
  private let isBigEndian: Bool
  private var half: UInt8?
  private var leading: UInt16?

  /// Makes a decoder of bytes that follow the byte order mark.
  package init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// Appends what the bytes mean as UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: The next bytes; a unit or a pair may continue in the next piece.
  ///   - text: What is appended to; it ends before the fault where there is one.
  /// - Returns: Whether every surrogate had its partner.
  package mutating func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) -> Bool {
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let unit = isBigEndian ? UInt16(first) << 8 | UInt16(byte) : UInt16(byte) << 8 | UInt16(first)
      guard append(unit, to: &text) else { return false }
    }
    return true
  }

  /// Whether no unit and no pair is left half.
  package var isComplete: Bool { half == nil && leading == nil }

  private mutating func append(_ unit: UInt16, to text: inout [UInt8]) -> Bool {
    let value: UInt32
    switch (leading, unit) {
    case (nil, 0xD800...0xDBFF):
      leading = unit
      return true
    case (let high?, 0xDC00...0xDFFF):
      value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
      leading = nil
    case (nil, _): value = UInt32(unit)
    case (_?, _): return false
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    text.append(contentsOf: scalar.utf8)
    return true
  }
}
