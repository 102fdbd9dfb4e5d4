import PlainValues

extension JSONValue {
  /// Appends the value as a YAML document that ``SourceNode/init(yaml:limits:)`` reads back exactly.
  ///
  /// Every text that another reader of YAML could take for something else (`NO`, `0123`, a date) is
  /// quoted. `null` is written as nothing, so that a form has its place to fill in.
  ///
  /// - Parameters:
  ///   - bytes: What is appended to; whole lines.
  ///   - comments: Gives the lines of comment above the key or the list item of a path, such as
  ///     `contacts.1.email` (list items counted from 1); line breaks in them begin new lines.
  /// - SeeAlso: YAML 1.2.2, chapters 7 and 8.
  package func appendYAML(
    to bytes: inout [UInt8],
    comments: (String) -> [String] = { _ in [] }
  ) {
    withoutActuallyEscaping(comments) { comments in
      var writing = YAMLWriting(comments: comments)
      if isBlockYAML {
        writing.block(self, indent: 0, path: "", startsInLine: false)
      } else {
        if self == .null { writing.text("null") }
        writing.scalar(self)
        writing.text("\n")
      }
      bytes.append(contentsOf: writing.bytes)
    }
  }

  fileprivate var isBlockYAML: Bool {
    switch self {
    case .array(let values): !values.isEmpty
    case .object(let members): !members.isEmpty
    default: false
    }
  }
}

/// A YAML document that is being written.
private struct YAMLWriting {
  let comments: (String) -> [String]
  var bytes: [UInt8] = []

  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes the lines of a collection that has elements.
  ///
  /// Where `startsInLine`, the first line is already begun, behind `- `.
  mutating func block(_ value: JSONValue, indent: Int, path: String, startsInLine: Bool) {
    var startsInLine = startsInLine
    func begin(_ paths: [String], _ writing: inout YAMLWriting) {
      if startsInLine {
        startsInLine = false
      } else {
        for path in paths { writing.comment(on: path, indent: indent) }
        writing.spaces(indent)
      }
    }
    switch value {
    case .object(let members):
      for member in members {
        let path = path.isEmpty ? member.key : "\(path).\(member.key)"
        begin([path], &self)
        key(member.key, indent: indent)
        if member.value.isBlockYAML {
          text("\n")
          block(member.value, indent: indent + 2, path: path, startsInLine: false)
        } else {
          if member.value != .null { text(" ") }
          scalar(member.value)
          text("\n")
        }
      }
    case .array(let values):
      for (position, value) in values.enumerated() {
        let path = path.isEmpty ? "\(position + 1)" : "\(path).\(position + 1)"
        // No comment fits between `- ` and the item's first key, so that key's stands above both.
        let first =
          if case .object(let members) = value { members.first?.key } else { nil as String? }
        begin([path] + (first.map { ["\(path).\($0)"] } ?? []), &self)
        text("-")
        if value.isBlockYAML {
          text(" ")
          block(value, indent: indent + 2, path: path, startsInLine: true)
        } else {
          if value != .null { text(" ") }
          scalar(value)
          text("\n")
        }
      }
    default: break
    }
  }

  mutating func scalar(_ value: JSONValue) {
    switch value {
    case .null: break
    case .string(let string): quoted(string)
    case .array: text("[]")
    case .object: text("{}")
    case .bool, .integer, .decimal: value.appendJSON(to: &bytes)
    }
  }

  private mutating func key(_ key: String, indent: Int) {
    let start = bytes.count
    quoted(key)
    // A key in front of its colon may have 1,024 characters at most (YAML 1.2.2, 7.4.2).
    if bytes.count - start > 1_000 {
      bytes.insert(contentsOf: "? ".utf8, at: start)
      text("\n")
      spaces(indent)
    }
    text(":")
  }

  private mutating func spaces(_ count: Int) {
    bytes.append(contentsOf: repeatElement(0x20, count: count))
  }

  private mutating func comment(on path: String, indent: Int) {
    for comment in comments(path) {
      for line in comment.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
        spaces(indent)
        text(line.isEmpty ? "#" : "# ")
        // What libyaml does not allow in a file would make all of it unreadable.
        for scalar in line.unicodeScalars {
          bytes.append(contentsOf: (scalar.isHostile ? " " : scalar).utf8)
        }
        text("\n")
      }
    }
  }

  private mutating func quoted(_ string: String) {
    if YAMLWriting.isPlain(string) {
      text(string)
      return
    }
    text("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text(#"\""#)
      case "\\": text(#"\\"#)
      case "\n": text(#"\n"#)
      case "\t": text(#"\t"#)
      case "\r": text(#"\r"#)
      case _ where scalar.isHostile && scalar.value > 0xFFFF:
        text(#"\U"#)
        JSONValue.appendHex(scalar.value, digits: 8, to: &bytes)
      case _ where scalar.isHostile:
        text(#"\u"#)
        JSONValue.appendHex(scalar.value, digits: 4, to: &bytes)
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
    text("\"")
  }

  /// Whether no reader of YAML 1.1 or 1.2 takes the text without quotes for anything but itself.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      text.utf8.last != 0x20
    else { return false }
    let isWord = text.unicodeScalars.allSatisfy { scalar in
      if scalar.value >= 0x80 { return scalar.properties.isAlphabetic && !scalar.isHostile }
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == " " || scalar == "-" || scalar == "_" || scalar == "." || scalar == "@"
    }
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    return isWord && !words.contains(text.lowercased())
  }
}
