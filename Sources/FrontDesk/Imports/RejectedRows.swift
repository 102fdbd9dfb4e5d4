package import AnswerFiles
package import RecordStorage
import SourceTrees

extension RejectedRow {
  /// Makes what the store keeps of a row that was refused.
  package init(_ row: ImportRow, text: String, problems: [RowProblem]) {
    let list = JSONValue.array(
      problems.map { problem in
        .object([
          .init("code", .string(problem.code)), .init("path", .string(problem.path)),
          .init("line", .integer(problem.line)), .init("message", .string(problem.sentence)),
          .init("weight", .string(problem.weight.rawValue)),
        ])
      }
    )
    self.init(row: Int64(row.number), line: Int64(row.line), problems: list.json, content: text)
  }

  /// What is wrong with the row, as it was found.
  package var found: [RowProblem] {
    guard let node = try? SourceNode(json: SourceText(problems)) else { return [] }
    return (node.items ?? []).map { item in
      RowProblem(
        code: item["code"]?.text ?? "",
        path: item["path"]?.text ?? "",
        line: item["line"]?.text.flatMap { Int($0) } ?? 0,
        sentence: item["message"]?.text ?? "",
        weight: item["weight"]?.text.flatMap(RowProblem.Weight.init) ?? .problem
      )
    }
  }
}

/// The rejected rows of an import in the spelling of its input, with the reasons behind each.
///
/// Such a file can be mended and imported as it is: the reasons in it are passed over.
package struct RejectedRowsFile {
  private let spelling: ImportSpelling
  private let header: String
  private let names: [String]

  /// Prepares for an import's input.
  package init(of run: ImportRun) {
    spelling = ImportSpelling(run.format)
    header = run.header
    names = spelling.format == .csv ? spelling.cells(of: header) : []
  }

  private var reasons: Range<Int> { ImportColumns.reasonColumns(of: names) }

  /// Appends what precedes the rows.
  package func appendHeader(to bytes: inout [UInt8]) {
    if spelling.format == .json { bytes.append(contentsOf: "[\n".utf8) }
    guard spelling.format == .csv else { return }
    let own = reasons.isEmpty ? header : spelling.row(of: Array(names[..<reasons.lowerBound]))
    bytes.append(contentsOf: own.utf8)
    for name in ImportColumns.reasons {
      bytes.append(spelling.separator.rawValue)
      bytes.append(contentsOf: name.utf8)
    }
    bytes.append(0x0A)
  }

  /// Appends what follows the rows.
  package func appendFooter(to bytes: inout [UInt8]) {
    if spelling.format == .json { bytes.append(contentsOf: "\n]\n".utf8) }
  }

  /// Appends a row and what is wrong with it.
  package func append(_ row: RejectedRow, isFirst: Bool, to bytes: inout [UInt8]) {
    let problems = row.found
    let texts = [
      "\(row.line)", problems.map(\.path).joined(separator: "; "),
      problems.map(\.code).joined(separator: "; "),
      problems.map(\.sentence).joined(separator: " "),
    ]
    switch spelling.format {
    case .csv:
      bytes.append(contentsOf: ownCells(of: row.content).utf8)
      bytes.append(spelling.separator.rawValue)
      bytes.append(contentsOf: spelling.row(of: texts).utf8)
    case .jsonLines:
      bytes.append(contentsOf: object(row.content, adding: texts).utf8)
    case .json:
      if !isFirst { bytes.append(contentsOf: ",\n".utf8) }
      bytes.append(contentsOf: object(row.content, adding: texts).utf8)
      return
    case .yaml:
      bytes.append(contentsOf: "---\n".utf8)
      bytes.append(contentsOf: document(row.content, adding: texts))
      return
    }
    bytes.append(0x0A)
  }

  /// The document of YAML with the reasons as its last members.
  private func document(_ row: String, adding texts: [String]) -> [UInt8] {
    let records = try? RowFormat.yaml.records(of: SourceText(Array(row.utf8), limit: .max))
    let own = (records?.first?.withoutReasons.entries ?? []).filter { !$0.path.elements.isEmpty }
    let added = zip(ImportColumns.reasons, texts).map { name, text in
      AnswerEntry(
        path: AnswerPath([.key(name)]),
        text: text,
        place: SourcePlace(line: 1, column: 1)
      )
    }
    var bytes: [UInt8] = []
    JSONValue(nesting: own + added).appendYAML(to: &bytes) { _ in [] }
    return bytes
  }

  /// The row without the reasons of an earlier import.
  private func ownCells(of row: String) -> String {
    let reasons = reasons
    guard !reasons.isEmpty else { return row }
    let cells = spelling.cells(of: row)
    return cells.count == names.count ? spelling.row(of: Array(cells[..<reasons.lowerBound])) : row
  }

  /// The line of JSON with the reasons as its last members; a line that is no object stays as it is.
  private func object(_ row: String, adding texts: [String]) -> String {
    guard let node = try? SourceNode(json: SourceText(row)), let pairs = node.pairs,
      let end = row.utf8.lastIndex(of: UInt8(ascii: "}"))
    else { return row }
    var own = row[..<end]
    // Reasons of an earlier import are written in one way only, and last.
    let last = pairs.suffix(ImportColumns.reasons.count).map { $0.key.text ?? "" }
    let hasReasons = last == ImportColumns.reasons
    if hasReasons, pairs.count > last.count {
      own = own.beginning(before: ",\"\(ImportColumns.reasons[0])\":")
    }
    let members = zip(ImportColumns.reasons, texts).map { name, text in
      JSONValue.Member(name, .string(text))
    }
    let added = JSONValue.object(members).json.dropFirst()
    let isEmpty = pairs.count == (hasReasons ? last.count : 0)
    return isEmpty ? "{\(added)" : "\(own),\(added)"
  }
}

extension Substring {
  /// What precedes the last occurrence of a text; all of it where there is none.
  fileprivate func beginning(before text: String) -> Substring {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    var start = bytes.count - wanted.count
    while start >= 0 {
      if Array(bytes[start..<start + wanted.count]) == wanted {
        return self[..<utf8.index(startIndex, offsetBy: start)]
      }
      start -= 1
    }
    return self
  }
}

/// How the rows of an import are spelled, as the store keeps it: `csv,`, `csv;`, `csv` and a tab, `jsonl`.
package struct ImportSpelling: Equatable, Sendable {
  /// The format.
  package let format: RowFormat
  /// What divides cells.
  package let separator: CSVSeparator

  /// Describes a spelling.
  package init(_ format: RowFormat, separator: CSVSeparator) {
    self.format = format
    self.separator = separator
  }

  init(_ text: String) {
    format = RowFormat(rawValue: text) ?? .csv
    separator = text.utf8.last.flatMap(CSVSeparator.init) ?? .comma
  }

  /// The spelling in one word.
  package var text: String {
    format == .csv
      ? "\(format.rawValue)\(Character(Unicode.Scalar(separator.rawValue)))" : format.rawValue
  }

  /// The cells of one row.
  func cells(of row: String) -> [String] {
    var options = CSVOptions()
    options.separator = separator
    // A header is read as it stands, and so is a row.
    guard let reader = try? CSVReader(bytes(of: Array(row.utf8)), options: options) else {
      return []
    }
    let row = reader.row
    return (0..<row.count).map { row.text(at: $0) }
  }

  /// One row of cells, without its line break.
  func row(of cells: [String]) -> String {
    var bytes: [UInt8] = []
    CSVWriter(separator: separator).append(cells, to: &bytes)
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
