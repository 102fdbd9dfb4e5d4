package import SourceTrees
package import TerminalForms

/// The findings of a checker as people and programs read them.
package struct FindingReport: Sendable {
  /// A notation of findings, by the word of `--format`.
  package enum Notation: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// A list of objects.
    case json
    /// The Static Analysis Results Interchange Format 2.1.0.
    case sarif
    /// Commands that show findings beside the changes of a pull request.
    case github
  }

  let all: [FileFinding]
  private let wording: Wording

  /// Reports findings, in the order given.
  package init(_ findings: [FileFinding], wording: Wording) {
    all = findings
    self.wording = wording
  }

  /// For people: place, weight, sentence and id, then the lines to look at and the way to mend it.
  package var lines: [Line] { all.flatMap(lines) }

  private func lines(of finding: FileFinding) -> [Line] {
    let place =
      finding.line > 0 ? "\(finding.file):\(finding.line):\(finding.column)" : finding.file
    let style: Style =
      switch finding.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .cyan
      }
    var lines = [
      Line("\(place): ") + Line(wording.word(for: finding.severity), style)
        + Line(": \(finding.sentence) [\(finding.id)]")
    ]
    if let key = finding.key { lines.append("    " + Line(key, .dim)) }
    let room = finding.excerpts.map(\.label.displayWidth).max() ?? 0
    for excerpt in finding.excerpts {
      let padding = String(repeating: " ", count: room - excerpt.label.displayWidth)
      let margin = room == 0 ? "" : excerpt.label + padding + "  "
      lines.append("    " + Line(margin, .dim) + Line(excerpt.text))
      if !excerpt.caret.isEmpty {
        let indent = String(repeating: " ", count: room == 0 ? 4 : room + 6)
        lines.append(Line(indent) + Line(excerpt.caret, .cyan))
      }
    }
    if let fix = finding.fix { lines.append("    → " + Line(fix)) }
    return lines
  }

  /// A list of objects, one for each finding.
  package var json: JSONValue { .array(all.map(\.json)) }
}

extension Wording {
  /// The word before a finding: error, warning or note.
  func word(for severity: FileFinding.Severity) -> String {
    switch severity {
    case .error: text(FaultPhrase.error)
    case .warning: text(FaultPhrase.warning)
    case .note: text(FaultPhrase.note)
    }
  }
}

extension Wording {
  /// How many findings of a weight there are, in words.
  package func count(_ count: Int, of severity: FileFinding.Severity) -> String {
    switch severity {
    case .error: text(CountedPhrase.errors, count)
    case .warning: text(CountedPhrase.warnings, count)
    case .note: text(CountedPhrase.notes, count)
    }
  }
}

extension FileFinding {
  fileprivate var json: JSONValue {
    .object([
      .init("code", .string(id)), .init("severity", .string(severity.rawValue)),
      .init("file", .string(file)), .init("line", .integer(line)),
      .init("column", .integer(column)), .init("key", key.map { .string($0) } ?? .null),
      .init("message", .string(sentence)),
      .init("fix", fix.map { .string($0) } ?? .null),
      .init(
        "excerpts",
        .array(
          excerpts.map {
            .object([
              .init("label", .string($0.label)), .init("text", .string($0.text)),
              .init("caret", .string($0.caret)),
            ])
          }
        )
      ),
    ])
  }
}
