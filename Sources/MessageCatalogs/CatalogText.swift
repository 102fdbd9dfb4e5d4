import PlainValues

/// The spelling of texts in a catalog.
package enum CatalogText {
  /// A text as PO quotes it: one string, or a string for each line behind an empty first one.
  ///
  /// - Parameters:
  ///   - text: Any text; a final line feed makes no further string.
  ///   - prefix: What each further line begins with, for example `#~ `.
  ///   - lineEnd: How lines end.
  /// - Returns: What stands behind the keyword and its blank.
  /// - SeeAlso: GNU gettext manual, "The Format of PO Files".
  package static func quoted(
    _ text: String,
    prefix: String = "",
    lineEnd: String = "\n"
  ) -> String {
    var lines: [String] = [""]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": lines[lines.count - 1] += "\\\""
      case "\\": lines[lines.count - 1] += "\\\\"
      case "\n":
        lines[lines.count - 1] += "\\n"
        lines.append("")
      case "\t": lines[lines.count - 1] += "\\t"
      case "\r": lines[lines.count - 1] += "\\r"
      // What could drive a terminal becomes octal escapes; joiners and their like are letters.
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.isEscaped:
        for byte in String(scalar).utf8 {
          lines[lines.count - 1] += "\\" + String(byte, radix: 8).zeroPadded(to: 3)
        }
      default: lines[lines.count - 1].unicodeScalars.append(scalar)
      }
    }
    if lines.count > 1, lines.last == "" { lines.removeLast() }
    if lines.count == 1 { return "\"\(lines[0])\"" }
    return (["\"\""] + lines.map { "\(prefix)\"\($0)\"" }).joined(separator: lineEnd)
  }
}

extension Unicode.Scalar {
  /// Whether a scalar would hide in a file or reorder its line.
  fileprivate var isEscaped: Bool {
    switch value {
    case 0x80...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
