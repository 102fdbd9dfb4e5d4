extension UInt8 {
  /// What the first byte of a character says of the character: its length and its second byte.
  ///
  /// The range of the second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF;
  /// any further byte is 0x80 to 0xBF. `nil` for ASCII, where nothing follows, and for a byte that
  /// begins no character.
  ///
  /// - SeeAlso: RFC 3629, section 4; The Unicode Standard, Table 3-7.
  @inlinable package var utf8Shape: (length: Int, second: ClosedRange<UInt8>)? {
    switch self {
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
