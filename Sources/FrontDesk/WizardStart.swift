import PlainValues

/// A definition to begin with: a wizard of a few stages that runs as it is, with comments.
package struct WizardStart {
  /// The text of the file.
  package let text: String

  /// Writes the definition of a wizard that is called so.
  ///
  /// - Parameters:
  ///   - name: A name that ``isName(_:)`` takes.
  ///   - wording: The language of the comments; the texts of definitions are English.
  package init(named name: String, wording: Wording) {
    var lines: [String] = []
    func comment(_ phrase: StartPhrase, indent: Int) {
      let margin = String(repeating: " ", count: indent) + "# "
      lines += WizardStart.rows(wording.text(phrase, [("name", name)]), columns: 98 - indent)
        .map { margin + $0 }
    }
    let words = name.split(separator: "-").joined(separator: " ")
    let title = words.prefix(1).uppercased() + words.dropFirst()
    comment(.whole, indent: 0)
    lines += ["wizard: \(name)", "version: 1", "title: \(title)"]
    comment(.ending, indent: 0)
    lines += ["stages:", "  - stage: first", "    title: First steps", "    fields:"]
    comment(.text, indent: 6)
    lines += [
      "      - field: name", "        label: Name", "        hint: For example Bodegas Solà.",
      "        type: text", "        max: 80", "        required: true",
    ]
    comment(.choice, indent: 6)
    lines += [
      "      - field: topic", "        label: Topic", "        type: choice", "        options:",
      "          - {code: question, label: Question}", "          - {code: visit, label: Visit}",
      "        default: question",
    ]
    comment(.condition, indent: 2)
    lines += [
      "  - stage: visit", "    title: Visit", "    when: topic == 'visit'", "    fields:",
      "      - field: day", "        label: Day", "        type: date", "        min: today",
      "        default: \"= today\"", "        required: true",
    ]
    comment(.list, indent: 2)
    lines += [
      "  - stage: people", "    title: People",
      "    list: {min: 0, max: 20, item: \"{lastName}\", unique: [email]}", "    fields:",
      "      - {field: lastName, label: Last name, type: text, max: 80, required: true}",
      "      - {field: email, label: E-mail, type: email, max: 128}",
    ]
    text = lines.joined(separator: "\n") + "\n"
  }

  /// Whether a name can be a wizard's and its file's.
  package static func isName(_ name: String) -> Bool {
    let bytes = name.utf8
    guard let first = bytes.first, bytes.count <= 63, (0x61...0x7A).contains(first) else {
      return false
    }
    return bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D }
  }

  private static func rows(_ text: String, columns: Int) -> [String] {
    var rows: [String] = []
    // What a catalog holds may not end the comment.
    let safe = String(text.unicodeScalars.map { Character($0.shown) })
    for word in safe.split(whereSeparator: \.isWhitespace) {
      if let last = rows.last, last.count + word.count < columns {
        rows[rows.count - 1] = "\(last) \(word)"
      } else {
        rows.append(String(word))
      }
    }
    return rows
  }
}
