import AnswerFiles
import SourceTrees
import WizardEngine

/// Reads the answers of a row: what its cells or members say, by where they lead to.
package struct RowReader: Sendable {
  /// A column that leads somewhere.
  struct Column: Sendable {
    /// Its place among the columns, counted from 0.
    let position: Int
    /// What it leads to.
    let target: AnswerTarget
  }

  let setup: RowSetup
  let wizard: Wizard
  let local: LocalForm
  /// The columns that lead somewhere; none where rows have no columns.
  var columns: [Column] = []
  var separator = CSVSeparator.comma

  /// How rows are spelled.
  package var spelling: ImportSpelling { ImportSpelling(setup.format, separator: separator) }

  /// Whether an earlier import has dealt with a row.
  func passes(_ number: Int) -> Bool { setup.only?.contains(number) == false }

  /// The answers of a row.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - line: The line on which it begins.
  /// - Returns: The answers, with what could not be read.
  func answers(of row: CSVRow, line: Int) -> AnswerReading {
    var reading = AnswerReading(of: wizard, local: local)
    reading.read(row, columns, line: line)
    if row.hasBreaks {
      let lines = row.laterLines
      for column in columns where !row.isEmpty(at: column.position) {
        guard let later = lines.first(where: { $0.column == column.position }) else { continue }
        reading.note(line: later.line - row.line + line, of: column.target)
      }
    }
    return completed(reading)
  }

  /// The answers of a record.
  func answers(of record: AnswerRecord, _ targets: inout KnownTargets) -> AnswerReading {
    var reading = AnswerReading(of: wizard, local: local)
    reading.read(record.withoutReasons, from: .file, &targets)
    return completed(reading)
  }

  /// The answers of a row that was read before, from its text.
  ///
  /// - Returns: The answers; none where the text is no row.
  package func answers(of text: String, line: Int) -> AnswerReading {
    let source = bytes(of: Array(text.utf8))
    switch setup.format {
    case .csv:
      var options = setup.csv
      options.separator = separator
      // The text is UTF-8 by now; its only row is read as a header is.
      options.encoding = .utf8
      if let csv = try? CSVReader(source, options: options) {
        return answers(of: csv.row, line: line)
      }
    case .jsonLines:
      var lines = JSONLinesReader(source)
      if case .success(let record)? = try? lines.next() {
        var targets = KnownTargets()
        return answers(of: record.moved(to: line), &targets)
      }
    case .json, .yaml:
      let records = try? setup.format.records(of: SourceText(Array(text.utf8), limit: .max))
      if let record = records?.first {
        var targets = KnownTargets()
        return answers(of: record.moved(to: line), &targets)
      }
    }
    return AnswerReading(of: wizard, local: local)
  }

  private func completed(_ answers: AnswerReading) -> AnswerReading {
    var reading = answers
    if setup.passesUnknown { reading.passOverUnknown() }
    for preset in setup.presets { reading.read(preset.path, preset.text, from: .set) }
    return reading
  }
}

extension AnswerRecord {
  /// The record without what an earlier import added to a rejected row.
  var withoutReasons: AnswerRecord {
    let last = entries.suffix(ImportColumns.reasons.count)
    guard entries.last?.path.elements == [.key(ImportColumns.reasons.last ?? "")],
      last.map(\.path.spelling) == ImportColumns.reasons
    else { return self }
    return AnswerRecord(line: line, entries: entries.dropLast(last.count))
  }

  /// The record of one line as if it stood on another one.
  fileprivate func moved(to line: Int) -> AnswerRecord {
    AnswerRecord(
      line: line,
      entries: entries.map { entry in
        AnswerEntry(
          path: entry.path,
          text: entry.text,
          place: SourcePlace(line: line, column: entry.place.column)
        )
      }
    )
  }
}
