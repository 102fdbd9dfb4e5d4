package import MessageCatalogs
import SourceTrees

extension Wording {
  /// A finding of a catalog in words.
  package func finding(_ finding: CatalogFinding, in file: String) -> FileFinding {
    let severity: FileFinding.Severity =
      switch finding.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return FileFinding(
      id: finding.check.rawValue,
      severity: severity,
      file: file,
      line: finding.line,
      column: finding.column,
      key: finding.context,
      sentence: sentence(for: finding),
      excerpts: excerpts(of: finding),
      fix: finding.replacement.map { text(CatalogPhrase.writeThis, [("name", $0)]) }
    )
  }

  /// Source and translation, with the place marked.
  private func excerpts(of finding: CatalogFinding) -> [FileFinding.MarkedLine] {
    guard let id = finding.id, finding.line > 0 else { return [] }
    func line(_ label: String, _ text: String, _ mark: Range<Int>?) -> FileFinding.MarkedLine {
      let bytes = SourceText(text)
      let marked = mark ?? 0..<0
      let length = String(
        decoding: text.utf8.dropFirst(marked.lowerBound).prefix(marked.count),
        as: UTF8.self
      )
      .count
      let excerpt = SourceExcerpt(
        of: bytes,
        at: SourcePlace(line: 1, column: 1, offset: marked.lowerBound, length: length)
      )
      return .init(label: label, text: excerpt.line, caret: mark == nil ? "" : excerpt.caret)
    }
    let source = line("msgid", id, nil)
    guard let translation = finding.translation, !translation.isEmpty else { return [source] }
    return [source, line("msgstr", translation, finding.mark)]
  }
}
