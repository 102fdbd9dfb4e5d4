package import AnswerFiles
package import SourceTrees
package import WizardEngine

/// How the rows of an input are spelled.
package enum RowFormat: String, Sendable {
  /// Comma-separated values with a header.
  case csv
  /// One JSON object a line.
  case jsonLines = "jsonl"
  /// One JSON text: a list of objects.
  case json
  /// Documents of YAML, or a list in one.
  case yaml

  /// Whether rows can be read one after the other; the others are read as a whole.
  var isStreamed: Bool { self == .csv || self == .jsonLines }
}

/// What is known about an input before it is read.
package struct RowFeedSetup: Sendable {
  /// How rows are spelled.
  package var format: RowFormat
  /// How CSV is spelled.
  package var csv = CSVOptions()
  /// The fields that columns stand for, by the columns' names; an empty one for none.
  package var renamed: [String: String] = [:]
  /// Whether what leads to no field is passed over.
  package var passesUnknown = false
  /// Answers that every row has.
  package var presets: [(path: String, text: String)] = []
  /// How many rows are passed over, as they were dealt with.
  package var skipped = 0
  /// Rows that an earlier import refused, so that they alone are looked at; `nil` for all rows.
  package var only: Set<Int>?

  /// Describes an input in a format.
  package init(_ format: RowFormat) {
    self.format = format
  }
}

/// Why the rows of an input cannot be read, or not any further.
package enum RowFeedFault: Error, Equatable, Sendable {
  /// The file is not what it should be.
  case file(AnswerFileError)
  /// Columns do not fit the wizard.
  case columns([ImportColumns.Fault])
  /// A file that is read as a whole is no YAML or JSON.
  case syntax([SourceFault])
}

/// The rows of an input, read and judged one after the other.
package struct RowFeed {
  /// The header of the input as it stands there; empty where it has none.
  package private(set) var header = ""
  /// What reads the answers of rows.
  package private(set) var reader: RowReader

  private let judge: RowJudge
  private let desk: PlanDesk
  // Two, not a choice of one: a reader in an enum would be copied, buffer and all, to be moved on.
  private var csv: CSVReader?
  private var lines: JSONLinesReader?
  private var records: [AnswerRecord] = []
  private var number = 0
  private var targets = KnownTargets()

  /// Opens an input.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - setup: How it is to be read.
  ///   - wizard: The wizard that the rows are for.
  ///   - local: The languages of answers.
  ///   - judge: What judges the rows.
  /// - Throws: ``RowFeedFault`` where it has no usable header.
  package init(
    _ source: @escaping ByteSource,
    _ setup: RowFeedSetup,
    of wizard: Wizard,
    local: LocalForm,
    judge: RowJudge
  ) throws(RowFeedFault) {
    self.judge = judge
    desk = judge.makeDesk()
    reader = RowReader(setup: setup, wizard: wizard, local: local)
    switch setup.format {
    case .jsonLines: lines = JSONLinesReader(source)
    case .json, .yaml: records = try RowFeed.records(source, setup)
    case .csv:
      let opened: CSVReader
      do throws(AnswerFileError) {
        opened = try CSVReader(source, options: setup.csv)
      } catch {
        throw .file(error)
      }
      header = String(decoding: opened.rowBytes, as: UTF8.self)
      reader.separator = opened.separator
      let found = ImportColumns(
        opened.header,
        renamed: setup.renamed,
        passesUnknown: setup.passesUnknown,
        of: wizard,
        local: local
      )
      guard found.faults.isEmpty else { throw .columns(found.faults) }
      for (column, target) in found.targets.enumerated() {
        if let target { reader.columns.append(RowReader.Column(position: column, target: target)) }
      }
      csv = opened
    }
  }

  /// Reads on.
  ///
  /// - Parameter limit: The greatest number of rows.
  /// - Returns: The next rows; `nil` at the end.
  /// - Throws: ``RowFeedFault`` where the input cannot be read further; every time. All rows before that
  ///   have been given out by then.
  package mutating func next(upTo limit: Int) throws(RowFeedFault) -> RowChunk? {
    var chunk = RowChunk(judge.tapeFormat)
    do throws(AnswerFileError) {
      while chunk.rows.count < limit, try csv?.advance() == true { addRow(to: &chunk) }
      while chunk.rows.count < limit, let record = try lines?.next() { add(record, to: &chunk) }
      while chunk.rows.count < limit, number < records.count { addRecord(to: &chunk) }
    } catch {
      // What was read before comes first; the reader throws the same again.
      guard !chunk.rows.isEmpty else { throw .file(error) }
    }
    return chunk.rows.isEmpty ? nil : chunk
  }

  /// Counts the rows of an input.
  ///
  /// - Throws: `AnswerFileError` where it cannot be read to its end.
  package static func count(
    _ source: @escaping ByteSource,
    _ setup: RowFeedSetup
  ) throws(RowFeedFault) -> Int {
    guard setup.format.isStreamed else { return try records(source, setup).count }
    var count = 0
    do throws(AnswerFileError) {
      if setup.format == .csv {
        var reader = try CSVReader(source, options: setup.csv)
        while try reader.advance() { count += 1 }
      } else {
        var reader = JSONLinesReader(source)
        while try reader.next() != nil { count += 1 }
      }
      return count
    } catch {
      throw .file(error)
    }
  }

  /// The most bytes of a file that is read as a whole.
  private static let longestWhole = 64 << 20

  /// Reads a file as a whole.
  private static func records(
    _ source: @escaping ByteSource,
    _ setup: RowFeedSetup
  ) throws(RowFeedFault) -> [AnswerRecord] {
    let bytes: [UInt8]
    do throws(AnswerFileError) {
      bytes = try wholeText(of: source, encoding: setup.csv.encoding, limit: longestWhole)
    } catch {
      throw .file(error)
    }
    do throws(SourceFaults) {
      return try setup.format.records(of: SourceText(bytes, limit: longestWhole))
    } catch {
      throw .syntax(error.all)
    }
  }

  // MARK: Rows

  private mutating func addRow(to chunk: inout RowChunk) {
    number += 1
    guard number > reader.setup.skipped, let csv else { return }
    let content: ImportRow.Content
    if let only = reader.setup.only, !only.contains(number) {
      content = .known
    } else if let fault = csv.fault {
      content = .unreadable(
        UnreadableRow(
          code: "row",
          line: fault.line,
          column: fault.column,
          sentence: reader.local.wording.sentence(for: fault.reason)
        )
      )
    } else {
      content = judge.content(of: reader.answers(of: csv, line: csv.line), at: desk, &chunk.tape)
    }
    chunk.add(content, number: number, line: csv.line, text: csv.rowBytes)
  }

  private mutating func addRecord(to chunk: inout RowChunk) {
    let record = records[number]
    number += 1
    guard number > reader.setup.skipped else { return }
    let content: ImportRow.Content =
      reader.setup.only?.contains(number) == false
      ? .known : judge.content(of: reader.answers(of: record, &targets), at: desk, &chunk.tape)
    let text = reader.setup.format.text(of: record)
    chunk.add(content, number: number, line: record.line, text: text[...])
  }

  private mutating func add(
    _ record: Result<AnswerRecord, SourceFaults>,
    to chunk: inout RowChunk
  ) {
    number += 1
    guard number > reader.setup.skipped, let lines else { return }
    let content: ImportRow.Content
    switch record {
    case _ where reader.setup.only?.contains(number) == false: content = .known
    case .failure(let faults):
      let fault = faults.all[0]
      content = .unreadable(
        UnreadableRow(
          code: "syntax",
          line: fault.place.line,
          column: fault.place.column,
          sentence: reader.local.wording.sentence(for: fault.reason)
        )
      )
    case .success(let record):
      content = judge.content(of: reader.answers(of: record, &targets), at: desk, &chunk.tape)
    }
    chunk.add(content, number: number, line: lines.line, text: lines.lineBytes[...])
  }
}

extension RowFormat {
  /// The records of a text that is read as a whole.
  func records(of text: SourceText) throws(SourceFaults) -> [AnswerRecord] {
    let limits = SourceLimits(bytes: text.bytes.count, depth: 32, nodes: 5_000_000)
    if self == .json { return try AnswerRecord.records(SourceNode(json: text, limits: limits)) }
    var records: [AnswerRecord] = []
    for document in try SourceNode.documents(yaml: text, limits: limits) {
      records += try AnswerRecord.records(document)
    }
    return records
  }

  /// A record as its own document, without a line break at its end.
  func text(of record: AnswerRecord) -> [UInt8] {
    var bytes: [UInt8] = []
    let value = JSONValue(nesting: record.entries)
    if self == .yaml {
      value.appendYAML(to: &bytes) { _ in [] }
      if bytes.last == 0x0A { bytes.removeLast() }
    } else {
      value.appendJSON(to: &bytes)
    }
    return bytes
  }
}
