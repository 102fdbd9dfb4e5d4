/// The encoding of an answer file that does not begin with a byte order mark.
package enum AnswerEncoding: Equatable, Sendable {
  /// UTF-8, the default.
  case utf8
  /// Windows-1252, which Western editions of Excel write.
  case windows1252

  /// What the bytes 0x80 to 0x9F mean; 0 where they mean nothing.
  ///
  /// - SeeAlso: Unicode Consortium, `MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT`.
  private static let windowsMiddle: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Appends Windows-1252 as UTF-8.
  ///
  /// - Returns: The first byte that means nothing; what precedes it has been appended.
  static func appendWindows1252(_ file: ArraySlice<UInt8>, to text: inout [UInt8]) -> UInt8? {
    for byte in file {
      let value = (0x80...0x9F).contains(byte) ? windowsMiddle[Int(byte) - 0x80] : UInt16(byte)
      guard value != 0 || byte == 0, let scalar = Unicode.Scalar(value) else { return byte }
      text.append(contentsOf: scalar.utf8)
    }
    return nil
  }
}
