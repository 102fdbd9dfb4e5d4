extension UInt8 {
  /// Whether the byte is one of the digits 0 to 9; no byte of another script's digits is.
  @inlinable package var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether the byte is one of the letters A to Z or a to z.
  @inlinable package var isASCIILetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// Whether the byte is one of the letters A to Z.
  @inlinable package var isASCIICapital: Bool { self >= 0x41 && self <= 0x5A }

  /// The letters a to z as A to Z, and every other byte as it is.
  @inlinable package var asciiCapital: UInt8 { self >= 0x61 && self <= 0x7A ? self - 0x20 : self }

  /// The letters A to Z as a to z, and every other byte as it is.
  @inlinable package var asciiLower: UInt8 { isASCIICapital ? self + 0x20 : self }

  /// The value of one of the digits 0 to 9, A to F or a to f; `nil` for any other byte.
  @inlinable package var hexadecimalDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is one of the digits 0 to 9, and of no other script.
  @inlinable package var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether the scalar is one of the letters A to Z or a to z.
  @inlinable package var isASCIILetter: Bool { (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
}

extension String {
  /// The text with zeros before it, so that it has at least so many characters of one byte.
  package func zeroPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}
