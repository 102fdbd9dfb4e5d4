import PlainValues

/// A value to be written as JSON or YAML.
package enum JSONValue: Equatable, Sendable {
  /// A key and its value.
  package struct Member: Equatable, Sendable {
    /// The key; no other member of the object has it.
    package let key: String
    /// The value.
    package let value: JSONValue

    /// Makes a member.
    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// Nothing.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A number by its digits, written as they are; a string where JSON has no number spelled so.
  case decimal(String)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values, written in this order.
  case object([Member])

  /// An object with one more member at its end; the value itself where it is no object.
  package func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key, value)])
  }

  /// Appends the value as JSON, on one line and without spaces; the same value gives the same bytes.
  ///
  /// Control characters, U+2028 and U+2029 are escaped, so that no text can break a line or drive a
  /// terminal.
  ///
  /// - SeeAlso: RFC 8259.
  package func appendJSON(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let digits) where JSONValue.isNumber(digits):
      bytes.append(contentsOf: digits.utf8)
    case .decimal(let text), .string(let text): JSONValue.appendString(text, to: &bytes)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (position, value) in values.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        value.appendJSON(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONValue.appendString(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.appendJSON(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// The value as JSON on one line.
  package var json: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a text as a JSON string, quotes included.
  package static func appendString(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard mayNeedEscapes(text) else { return bytes.append(utf8Of: text) }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(scalar.value)])
      case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029:
        bytes.append(contentsOf: #"\u"#.utf8)
        appendHex(scalar.value, digits: 4, to: &bytes)
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
  }

  /// Whether some byte may belong to a character that is escaped; most texts have none.
  private static func mayNeedEscapes(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices {
      switch bytes[index] {
      // U+0080 to U+009F begin with C2, U+2028 and U+2029 with E2.
      case 0x00..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xE2: return true
      default: continue
      }
    }
    return false
  }

  static func appendHex(_ value: UInt32, digits: Int, to bytes: inout [UInt8]) {
    let hex = String(value, radix: 16, uppercase: true).zeroPadded(to: digits)
    bytes.append(contentsOf: hex.utf8)
  }

  /// Whether a text is a number of JSON, as it stands.
  private static func isNumber(_ text: String) -> Bool {
    (try? SourceNode(json: SourceText(text)))?.style == .number
      && text.utf8.allSatisfy { $0 > 0x20 }
  }
}
