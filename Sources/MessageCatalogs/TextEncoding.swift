import PlainValues

/// A character encoding that a catalog may be written in.
///
/// All of them agree with ASCII below 0x80 and never use such a byte inside a longer sequence, so
/// the grammar can be read before the encoding is known.
package enum TextEncoding: Sendable, Equatable, CaseIterable {
  /// UTF-8, the encoding alta writes.
  case utf8
  /// ISO-8859-1.
  case latin1
  /// ISO-8859-15.
  case latin9
  /// Windows-1252.
  case windows1252

  /// Finds the encoding that a `charset=` value names; `nil` for one that alta does not read.
  ///
  /// - Parameter name: As in the header, in any case; the template's `CHARSET` counts as UTF-8.
  /// - SeeAlso: IANA Character Sets registry, names and aliases.
  package init?(charset name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8", "us-ascii", "ascii", "ansi_x3.4-1968", "charset": self = .utf8
    case "iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "l1": self = .latin1
    case "iso-8859-15", "iso_8859-15", "iso8859-15", "latin-9", "latin9": self = .latin9
    case "windows-1252", "cp1252": self = .windows1252
    default: return nil
    }
  }

  /// Decodes bytes; what is not text becomes U+FFFD.
  func text(_ bytes: some Collection<UInt8>) -> String {
    if self == .utf8 { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(scalar(byte) ?? "\u{FFFD}") }
    return String(scalars)
  }

  /// Counts the bytes of the character at a place; 0 where there is no character.
  func length(at index: Int, in bytes: Span<UInt8>) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    if self != .utf8 { return scalar(first) == nil ? 0 : 1 }
    guard let (length, second) = first.utf8Shape, index + length <= bytes.count,
      second.contains(bytes[index + 1])
    else { return 0 }
    for place in index + 2..<index + length where bytes[place] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Tells whether the bytes are text in this encoding.
  func accepts(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let length = length(at: index, in: bytes)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  private func scalar(_ byte: UInt8) -> Unicode.Scalar? {
    switch self {
    case .utf8: return byte < 0x80 ? Unicode.Scalar(byte) : nil
    case .latin1: return Unicode.Scalar(byte)
    case .latin9: return latin9Differences[byte] ?? Unicode.Scalar(byte)
    case .windows1252:
      guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
      let value = windows1252Upper[Int(byte) - 0x80]
      return value == 0 ? nil : Unicode.Scalar(value)
    }
  }
}

/// The eight places where ISO-8859-15 is not ISO-8859-1.
private let latin9Differences: [UInt8: Unicode.Scalar] = [
  0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
]

/// Windows-1252 from 0x80 to 0x9F; 0 where it has no character.
private let windows1252Upper: [UInt16] = [
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
]
