package import RecordStorage
package import TerminalForms

/// What became of an import's rows, as tables.
package struct ImportSheet {
  private let wording: Wording

  /// Speaks a language.
  package init(wording: Wording) {
    self.wording = wording
  }

  /// The counts, which add up: rows read are rows stored, changed, unchanged, rejected and passed over.
  package func lines(of counts: ImportCounts, on page: Page) -> [Line] {
    var entries: [(ImportPhrase, Int)] = [
      (.read, counts.read), (.stored, counts.stored), (.updated, counts.updated),
      (.unchanged, counts.unchanged), (.rejected, counts.rejected), (.skipped, counts.skipped),
    ]
    // Only what is always asked for is told where it did not happen.
    entries.removeAll { $0.1 == 0 && [.updated, .skipped].contains($0.0) }
    let numbers = entries.map { wording.number($0.1) }
    let labels = entries.enumerated().map { place, entry in
      (place == 0 ? "" : "  ") + wording.text(entry.0)
    }
    let labelWidth = labels.map { Line($0).displayWidth }.max() ?? 0
    let numberWidth = numbers.map(\.utf8.count).max() ?? 0
    return zip(labels, numbers).map { label, number in
      let gap = labelWidth - Line(label).displayWidth + 2 + numberWidth - number.utf8.count
      return Line("\(label)\(String(repeating: " ", count: gap))\(number)")
    }
  }

  /// The problems by code and field, the most frequent first.
  package func lines(of kinds: [ImportStatistics.Kind], on page: Page) -> [Line] {
    TextTable(
      columns: [
        .init(Line(wording.text(ImportPhrase.code))), .init(Line(wording.text(ImportPhrase.field))),
        .init(Line(wording.text(ImportPhrase.rows)), .trailing),
      ],
      rows: kinds.map { [Line($0.code), Line($0.path), Line(wording.number($0.count))] }
    ).lines(on: page)
  }
}
