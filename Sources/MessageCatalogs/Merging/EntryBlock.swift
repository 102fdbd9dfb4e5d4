import PlainValues

/// The lines of an entry of a catalog, to be written.
struct EntryBlock {
  /// The translator's own comment lines, `#` included.
  var remarks: [String] = []
  var message: SourceMessage
  var isFuzzy = false
  /// Flags that are neither `fuzzy` nor about the format.
  var flags: [String] = []
  /// What the source was: place, text, plural.
  var previous: (context: String?, id: String, plural: String?)?
  /// The forms as they stand in a file, quotes included.
  var forms: [String]

  /// The lines of what the source says about a message.
  static func notes(of message: SourceMessage) -> [String] {
    message.comments.map { $0.isEmpty ? "#." : "#. \($0.onOneLine)" }
      + message.references.map { "#: \($0.onOneLine)" }
  }

  /// The flag of messages whose placeholders GNU gettext should compare too.
  static let format = "python-brace-format"

  /// The flags that a message asks for.
  static func flags(of message: SourceMessage) -> [String] {
    if let flags = message.flags { return flags }
    let hasNames = [message.id, message.plural ?? ""].contains { text in
      text.utf8.contains(UInt8(ascii: "{")) && !Template(text).placeholders.isEmpty
    }
    return hasNames ? [format] : []
  }

  /// The lines before `msgctxt`.
  func head(lineEnd: String) -> [String] {
    var lines = remarks + EntryBlock.notes(of: message)
    let wanted = EntryBlock.flags(of: message)
    let all = (isFuzzy ? ["fuzzy"] : []) + wanted + flags.filter { !wanted.contains($0) }
    if !all.isEmpty { lines.append("#, " + all.joined(separator: ", ")) }
    if let previous {
      func line(_ keyword: String, _ text: String) -> String {
        "#| \(keyword) " + CatalogText.quoted(text, prefix: "#| ", lineEnd: lineEnd)
      }
      if let context = previous.context { lines.append(line("msgctxt", context)) }
      lines.append(line("msgid", previous.id))
      if let plural = previous.plural { lines.append(line("msgid_plural", plural)) }
    }
    return lines
  }

  /// The whole entry, without a line end behind it.
  func text(lineEnd: String) -> String {
    var lines = head(lineEnd: lineEnd)
    func quoted(_ text: String) -> String { CatalogText.quoted(text, lineEnd: lineEnd) }
    if let context = message.context { lines.append("msgctxt " + quoted(context)) }
    lines.append("msgid " + quoted(message.id))
    if let plural = message.plural {
      lines.append("msgid_plural " + quoted(plural))
      for (number, form) in forms.enumerated() { lines.append("msgstr[\(number)] \(form)") }
    } else {
      lines.append("msgstr \(forms.first ?? "\"\"")")
    }
    return lines.joined(separator: lineEnd)
  }
}

extension String {
  /// The text without what would end its line, hide in it or drive a terminal.
  fileprivate var onOneLine: String {
    var line = ""
    for scalar in unicodeScalars {
      if scalar.isHostile { line += scalar.escaped } else { line.unicodeScalars.append(scalar) }
    }
    return line
  }
}
