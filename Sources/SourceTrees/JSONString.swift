import PlainValues

/// The strings of JSON.
///
/// - SeeAlso: RFC 8259, section 7.
enum JSONString {
  /// Reads a string.
  ///
  /// - Parameters:
  ///   - bytes: Valid UTF-8.
  ///   - index: The opening quote; afterwards what follows the closing one, or where the problem is.
  /// - Returns: The text, escapes resolved.
  /// - Throws: ``JSONProblem``, with `index` at its place.
  static func read(_ bytes: [UInt8], at index: inout Int) throws(JSONProblem) -> String {
    let opening = index
    index += 1
    var decoded: [UInt8]?
    var run = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        defer { index += 1 }
        guard var decoded else { return String(decoding: bytes[run..<index], as: UTF8.self) }
        decoded.append(contentsOf: bytes[run..<index])
        return String(decoding: decoded, as: UTF8.self)
      }
      guard byte >= 0x20 else { throw .controlCharacter }
      guard byte == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      var text = decoded ?? []
      decoded = nil
      text.append(contentsOf: bytes[run..<index])
      try escape(bytes, at: &index, to: &text)
      decoded = text
      run = index
    }
    index = opening
    throw .unclosedString
  }

  private static func escape(
    _ bytes: [UInt8],
    at index: inout Int,
    to text: inout [UInt8]
  ) throws(JSONProblem) {
    guard index + 1 < bytes.count else { throw .badEscape }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(bytes[index + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      text.append(contentsOf: try scalar(bytes, at: &index).utf8)
      return
    default: throw .badEscape
    }
    index += 2
  }

  /// Reads `\uXXXX`, or two of them that are a pair.
  private static func scalar(
    _ bytes: [UInt8],
    at index: inout Int
  ) throws(JSONProblem) -> Unicode.Scalar {
    let first = try unit(bytes, at: index)
    if let scalar = Unicode.Scalar(first) {
      index += 6
      return scalar
    }
    guard first < 0xDC00, index + 7 < bytes.count, bytes[index + 6] == UInt8(ascii: "\\"),
      bytes[index + 7] == UInt8(ascii: "u")
    else { throw .loneSurrogate }
    let second = try unit(bytes, at: index + 6)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw .loneSurrogate }
    index += 12
    return scalar
  }

  private static func unit(_ bytes: [UInt8], at index: Int) throws(JSONProblem) -> UInt32 {
    guard index + 6 <= bytes.count else { throw .badEscape }
    var value: UInt32 = 0
    for byte in bytes[index + 2..<index + 6] {
      guard let digit = byte.hexadecimalDigit else { throw .badEscape }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
