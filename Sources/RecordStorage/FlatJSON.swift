import PlainValues

/// Objects of texts, whole numbers and nothing, as JSON: what `changes` keeps of a row.
enum FlatJSON {
  /// Writes an object; keys in the given order.
  static func text(_ members: [(key: String, value: SQLValue)]) -> String {
    var json = "{"
    for (index, member) in members.enumerated() {
      if index > 0 { json += "," }
      json += quoted(member.key) + ":"
      switch member.value {
      case .null: json += "null"
      case .integer(let number): json += String(number)
      case .text(let text): json += quoted(text)
      }
    }
    return json + "}"
  }

  /// Reads an object that ``text(_:)`` wrote; `nil` for anything else.
  static func members(_ json: String) -> [(key: String, value: SQLValue)]? {
    var reader = Reader(bytes: Array(json.utf8)[...])
    return reader.object()
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\u{0}"..<"\u{20}":
        result += "\\u" + String(scalar.value, radix: 16).zeroPadded(to: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private struct Reader {
    var bytes: ArraySlice<UInt8>

    mutating func object() -> [(key: String, value: SQLValue)]? {
      var members: [(key: String, value: SQLValue)] = []
      guard take("{") else { return nil }
      if take("}") { return bytes.isEmpty ? members : nil }
      repeat {
        guard let key = string(), take(":"), let value = value() else { return nil }
        members.append((key, value))
      } while take(",")
      return take("}") && bytes.isEmpty ? members : nil
    }

    private mutating func value() -> SQLValue? {
      if bytes.first == UInt8(ascii: "\"") { return string().map(SQLValue.text) }
      if bytes.starts(with: "null".utf8) {
        bytes.removeFirst(4)
        return .null
      }
      let digits = bytes.prefix { $0 == UInt8(ascii: "-") || $0.isASCIIDigit }
      bytes.removeFirst(digits.count)
      return Int64(String(decoding: digits, as: UTF8.self)).map(SQLValue.integer)
    }

    private mutating func string() -> String? {
      guard take("\"") else { return nil }
      var text: [UInt8] = []
      while let byte = bytes.popFirst() {
        switch byte {
        case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let escape = bytes.popFirst() else { return nil }
          guard escape == UInt8(ascii: "u") else {
            text.append(escape)
            continue
          }
          let digits = String(decoding: bytes.prefix(4), as: UTF8.self)
          guard digits.utf8.count == 4, let code = UInt8(digits, radix: 16) else { return nil }
          bytes.removeFirst(4)
          text.append(code)
        default: text.append(byte)
        }
      }
      return nil
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard bytes.first == UInt8(ascii: character) else { return false }
      bytes.removeFirst()
      return true
    }
  }
}
