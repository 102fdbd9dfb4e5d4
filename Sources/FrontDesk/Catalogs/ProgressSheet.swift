package import MessageCatalogs
package import SourceTrees
package import TerminalForms

/// How far the catalogs are: each as a whole, and on each path through the wizards.
package struct ProgressSheet: Sendable {
  /// A path through a wizard and the messages that a person sees on it.
  package struct Path: Sendable {
    /// The name of the wizard.
    package let wizard: String
    /// What is chosen on it, such as `category=public`; empty where there is one path.
    package let choices: String
    /// What a person sees on it.
    package let messages: [SourceMessage]

    /// Makes a path.
    package init(wizard: String, choices: String, messages: [SourceMessage]) {
      self.wizard = wizard
      self.choices = choices
      self.messages = messages
    }
  }

  /// A catalog and what it is compared with.
  package struct Row: Sendable {
    /// The language, as its file is called.
    package let language: String
    /// The counts of `msgfmt --statistics`.
    package let file: CatalogStatistics
    /// How far it is with all messages of the source.
    package let whole: CatalogProgress
    /// How far it is on each path.
    package let paths: [CatalogProgress]

    /// The counts of the file itself.
    var shown: CatalogProgress {
      var shown = CatalogProgress()
      (shown.translated, shown.fuzzy) = (file.translated, file.fuzzy)
      shown.missing = file.untranslated
      return shown
    }

    /// Makes a row.
    package init(language: String, coverage: CatalogCoverage, all: [SourceMessage], paths: [Path]) {
      self.language = language
      file = coverage.statistics
      whole = coverage.progress(of: all)
      self.paths = paths.map { coverage.progress(of: $0.messages) }
    }
  }

  private let rows: [Row]
  private let paths: [Path]
  private let wording: Wording

  /// Tells of catalogs.
  package init(_ rows: [Row], paths: [Path], wording: Wording) {
    self.rows = rows
    self.paths = paths
    self.wording = wording
  }

  /// For people: a table of the catalogs, and one of the paths of each.
  package func lines(on page: Page) -> [Line] {
    let columns = [
      TextTable.Column(Line(wording.text(CatalogPhrase.statsCatalog))),
      .init(Line(wording.text(CatalogPhrase.statsTranslated)), .trailing),
      .init(Line(wording.text(CatalogPhrase.statsFuzzy)), .trailing),
      .init(Line(wording.text(CatalogPhrase.statsMissing)), .trailing),
      .init(Line("%"), .trailing),
    ]
    var table: [[Line]] = []
    for row in rows {
      table.append(cells(Line(row.language, .bold), row.shown))
      for (path, progress) in zip(paths, row.paths) {
        let choices = path.choices.isEmpty ? "" : " · \(path.choices)"
        table.append(cells(Line("  \(path.wizard)\(choices)"), progress))
      }
    }
    return TextTable(columns: columns, rows: table).lines(on: page)
  }

  /// How much is translated of what a requirement names: a catalog, or the paths of a wizard in it.
  ///
  /// - Parameter name: A language, or a language and a wizard: `de/register-customer`.
  /// - Returns: For a language its whole, for a wizard each path; nothing is translated of what is not there.
  package func percents(of name: String) -> [(name: String, percent: Int)] {
    let parts = name.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let row = rows.first(where: { $0.language == parts[0] }) else { return [(name, 0)] }
    guard parts.count == 2 else { return [(name, row.whole.percent)] }
    let found = zip(paths, row.paths).filter { $0.0.wizard == parts[1] }
    if found.isEmpty { return [(name, 0)] }
    return found.map { path, progress in
      (path.choices.isEmpty ? name : "\(name) · \(path.choices)", progress.percent)
    }
  }

  private func cells(_ name: Line, _ progress: CatalogProgress) -> [Line] {
    let style: Style = progress.percent == 100 ? .green : .yellow
    return [
      name, Line(wording.number(progress.translated)), Line(wording.number(progress.fuzzy)),
      Line(wording.number(progress.missing)), Line("\(progress.percent)", style),
    ]
  }

  /// For programs.
  package var json: JSONValue {
    func members(_ progress: CatalogProgress) -> [JSONValue.Member] {
      [
        .init("translated", .integer(progress.translated)),
        .init("fuzzy", .integer(progress.fuzzy)),
        .init("missing", .integer(progress.missing)), .init("percent", .integer(progress.percent)),
      ]
    }
    return .array(
      rows.map { row in
        .object(
          [
            .init("language", .string(row.language)),
            .init(
              "file",
              .object([
                .init("translated", .integer(row.file.translated)),
                .init("fuzzy", .integer(row.file.fuzzy)),
                .init("untranslated", .integer(row.file.untranslated)),
              ])
            ),
          ] + members(row.whole) + [
            .init(
              "paths",
              .array(
                zip(paths, row.paths).map { path, progress in
                  .object(
                    [
                      .init("wizard", .string(path.wizard)),
                      .init("choices", .string(path.choices)),
                    ] + members(progress)
                  )
                }
              )
            )
          ]
        )
      }
    )
  }
}
