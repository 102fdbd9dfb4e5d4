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
package struct RowSetup: Sendable {
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
  /// The part of the rows that is wanted; `nil` for all.
  package var shard: RowShard?
  /// Rows that an earlier import refused, so that they alone are looked at; `nil` for all rows.
  package var only: Set<Int>?

  /// Describes an input in a format.
  package init(_ format: RowFormat) {
    self.format = format
  }
}

/// Why the rows of an input cannot be read, or not any further.
package enum RowSourceFault: Error, Equatable, Sendable {
  /// The file is not what it should be.
  case file(AnswerFileError)
  /// Columns do not fit the wizard.
  case columns([ImportColumns.Fault])
  /// A file that is read as a whole is no YAML or JSON.
  case syntax([SourceFault])
}

/// The rows of an input, cut out of it one after the other; what they say is read later, on any thread.
package struct RowSource {
  /// The header of the input as it stands there; empty where it has none.
  package private(set) var header = ""
  /// What reads the answers of rows.
  package private(set) var reader: RowReader

  // Two, not a choice of one: a reader in an enum would be copied, buffer and all, to be moved on.
  private var csv: CSVReader?
  private var lines: JSONLinesReader?
  private var records: [AnswerRecord] = []
  /// How many rows were cut out or passed over.
  private var count = 0

  /// Opens an input.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - setup: How it is to be read.
  ///   - wizard: The wizard that the rows are for.
  ///   - local: The languages of answers.
  /// - Throws: ``RowSourceFault`` where it has no usable header.
  package init(
    _ source: @escaping ByteSource,
    _ setup: RowSetup,
    of wizard: Wizard,
    local: LocalForm
  ) throws(RowSourceFault) {
    reader = RowReader(setup: setup, wizard: wizard, local: local)
    switch setup.format {
    case .jsonLines: lines = JSONLinesReader(source)
    case .json, .yaml: records = try RowSource.records(source, setup)
    case .csv:
      let opened: CSVReader
      do throws(AnswerFileError) {
        opened = try CSVReader(source, options: setup.csv)
      } catch {
        throw .file(error)
      }
      header = String(decoding: opened.row.bytes, as: UTF8.self)
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

  /// Cuts on.
  ///
  /// - Parameter limit: The greatest number of rows.
  /// - Returns: The next rows that are not to be passed over; `nil` at the end.
  /// - Throws: ``RowSourceFault`` where the input cannot be read further; every time. All rows before have
  ///   been given out by then.
  package mutating func next(upTo limit: Int) throws(RowSourceFault) -> CutRows? {
    do throws(AnswerFileError) {
      while isToBePassed, try pass() { count += 1 }
    } catch {
      throw .file(error)
    }
    let limit = reader.setup.shard == nil ? limit : min(limit, RowShard.rowsLeft(after: count))
    let first = count + 1
    if var rows = csv?.noRows {
      let fault = cut { source throws(AnswerFileError) in
        while rows.count < limit, try source.csv?.advance() == true {
          source.csv?.copyRow(to: &rows)
        }
      }
      if let fault, rows.count == 0 { throw fault }
      count += rows.count
      return rows.count == 0 ? nil : CutRows(first: first, content: .table(rows))
    }
    if lines != nil {
      var cut: [JSONLine] = []
      let fault = self.cut { source throws(AnswerFileError) in
        while cut.count < limit, let line = try source.lines?.nextLine() { cut.append(line) }
      }
      if let fault, cut.isEmpty { throw fault }
      count += cut.count
      return cut.isEmpty ? nil : CutRows(first: first, content: .lines(cut))
    }
    let cut = records[count..<min(count + limit, records.count)]
    count += cut.count
    return cut.isEmpty ? nil : CutRows(first: first, content: .records(Array(cut)))
  }

  /// Cuts rows until something is wrong: what was cut before comes first, the reader throws the same again.
  private mutating func cut(
    _ work: (inout RowSource) throws(AnswerFileError) -> Void
  ) -> RowSourceFault? {
    do throws(AnswerFileError) {
      try work(&self)
      return nil
    } catch {
      return .file(error)
    }
  }

  /// Whether the next row was dealt with, or is somebody else's.
  private var isToBePassed: Bool {
    count < reader.setup.skipped || reader.setup.shard?.owns(rowAfter: count) == false
  }

  /// Goes over a row; `false` at the end.
  private mutating func pass() throws(AnswerFileError) -> Bool {
    if csv != nil { return try csv?.advance() == true }
    if lines != nil { return try lines?.nextLine() != nil }
    return count < records.count
  }

  /// Counts the rows of an input.
  ///
  /// - Throws: ``RowSourceFault`` where it cannot be read to its end.
  package static func count(
    _ source: @escaping ByteSource,
    _ setup: RowSetup
  ) throws(RowSourceFault) -> Int {
    guard setup.format.isStreamed else { return try records(source, setup).count }
    var count = 0
    do throws(AnswerFileError) {
      if setup.format == .csv {
        var reader = try CSVReader(source, options: setup.csv)
        while try reader.advance() { count += 1 }
      } else {
        var reader = JSONLinesReader(source)
        while try reader.nextLine() != nil { count += 1 }
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
    _ setup: RowSetup
  ) throws(RowSourceFault) -> [AnswerRecord] {
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
}

/// Rows that were cut out of an input and wait to be judged.
package struct CutRows: Sendable {
  /// What the rows are, as far as it is known before they are read.
  enum Content: Sendable {
    case table(CSVRows)
    case lines([JSONLine])
    case records([AnswerRecord])
  }

  /// The number of the first row, counted from 1.
  let first: Int
  /// The rows.
  let content: Content
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
