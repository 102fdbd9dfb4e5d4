import AnswerFiles
import SourceTrees
import Testing

@Suite("An answer file that alta wrote")
struct RoundTripTests {
  @Test(arguments: CSVSeparator.allCases, [false, true])
  func `of CSV gives back every text`(separator: CSVSeparator, endsLinesWithReturn: Bool) throws {
    let writer = CSVWriter(separator: separator, endsLinesWithReturn: endsLinesWithReturn)
    var numbers = SeededNumbers(state: 5)
    for _ in 0..<200 {
      let columns = Int.random(in: 1...4, using: &numbers)
      let header = (0..<columns).map {
        numbers.pick(["a;b", "x,y,z", "\u{FEFF}k", "t\tu", "n", "\"q\"", "v\nw"]) + "\($0)"
      }
      let rows = (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
        (0..<columns).map { _ in numbers.pick(nastyTexts) + numbers.pick(nastyTexts) }
      }
      var bytes: [UInt8] = []
      writer.appendHeader(header, to: &bytes)
      for row in rows { writer.append(row, to: &bytes) }
      var options = CSVOptions()
      if columns == 1 { options.separator = separator }
      let read = try table(of: bytes, options: options)
      #expect(read == [header] + rows)
    }
  }

  @Test func `for a spreadsheet has no cell that it would compute, and gives back every text`()
    throws
  {
    let writer = CSVWriter(isForSpreadsheet: true)
    var bytes: [UInt8] = []
    writer.appendHeader(["t"], to: &bytes)
    for text in nastyTexts { writer.append([text], to: &bytes) }
    var options = CSVOptions()
    let shown = try table(of: bytes, options: options).dropFirst()
    #expect(!shown.contains { cell in "=+-@\t\r".utf8.contains(cell[0].utf8.first ?? 0) })
    options.isFromSpreadsheet = true
    #expect(try table(of: bytes, options: options).dropFirst().map { $0[0] } == nastyTexts)
  }

  @Test func `for a spreadsheet leaves numbers that alta spelled as they are`() {
    let writer = CSVWriter(isForSpreadsheet: true)
    var bytes: [UInt8] = []
    writer.append([.typed("-1.50"), .text("-1.50"), .text("x")], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "-1.50,'-1.50,x\n")
  }

  @Test(arguments: [
    (["a", "b c", ""], "a,b c,\n"), ([""], "\"\"\n"),
    (["a;b", "a,b", "a\"b"], "a;b,\"a,b\",\"a\"\"b\"\n"),
    (["", ""], ",\n"), ([" a "], " a \n"), (["a\rb"], "\"a\rb\"\n"),
  ])
  func `of CSV has quotes only where they are needed`(cells: [String], expected: String) {
    var bytes: [UInt8] = []
    CSVWriter().append(cells, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test func `is the same in all four spellings`() throws {
    var numbers = SeededNumbers(state: 9)
    for _ in 0..<300 {
      let record = randomRecord(&numbers)
      var lines: [UInt8] = []
      record.appendJSONLine(to: &lines)
      var reader = JSONLinesReader(bytes(of: lines))
      let fromLines = try #require(try reader.next()).get()
      #expect(texts(fromLines) == texts(record))
      #expect(try reader.next() == nil)

      var yaml: [UInt8] = []
      JSONValue(nesting: record.entries).appendYAML(to: &yaml)
      let fromYAML = try AnswerRecord.records(SourceNode(yaml: SourceText(yaml)))
      #expect(fromYAML.map(texts) == [texts(record)])

      let columns = record.entries.map(\.path)
      var csv: [UInt8] = []
      CSVWriter().appendHeader(columns.map(\.spelling), to: &csv)
      CSVWriter().append(record.cells(for: columns), to: &csv)
      var table = try CSVReader(bytes(of: csv))
      #expect(try table.advance())
      let fromCSV = table.row.entries(paths: table.header.map { AnswerPath(spelling: $0) })
      let given = record.entries.filter { $0.text?.isEmpty == false }
      #expect(
        texts(AnswerRecord(line: 1, entries: fromCSV))
          == texts(AnswerRecord(line: 1, entries: given))
      )
    }
  }

  @Test func `nests what can be nested`() throws {
    func json(_ entries: [(String, String?)]) throws -> String {
      JSONValue(
        nesting: try entries.map { path, text in
          AnswerEntry(
            path: try #require(AnswerPath(spelling: path)),
            text: text,
            place: SourcePlace(line: 1, column: 1)
          )
        }
      ).json
    }
    let two: [(String, String?)] = [
      ("a", "x"), ("c.1.e", "y"), ("b", nil), ("c.2.e", "z"), ("c.1.f", "w"),
    ]
    #expect(try json(two) == #"{"a":"x","c":[{"e":"y","f":"w"},{"e":"z"}],"b":null}"#)
    #expect(try json([("c.2.e", "x")]) == #"{"c":{"2":{"e":"x"}}}"#)
    #expect(try json([("a", "x"), ("a.b", "y")]) == #"{"a":"x","a.b":"y"}"#)
    #expect(try json([("t.1", "x"), ("t.2", "y")]) == #"{"t":["x","y"]}"#)
    #expect(try json([("1", "x")]) == #"{"1":"x"}"#)
    #expect(try json([]) == "{}")
  }

  private func table(of content: [UInt8], options: CSVOptions) throws -> [[String]] {
    var reader = try CSVReader(bytes(of: content, pieces: 7), options: options)
    var table = [reader.header]
    while try reader.advance() {
      #expect(reader.row.fault == nil)
      table.append((0..<reader.row.count).map { reader.row.text(at: $0) })
    }
    return table
  }

  private func texts(_ record: AnswerRecord) -> [String: [UInt8]?] {
    Dictionary(
      uniqueKeysWithValues: record.entries.map {
        ($0.path.spelling, $0.text.map { Array($0.utf8) })
      }
    )
  }

  private func randomRecord(_ numbers: inout SeededNumbers) -> AnswerRecord {
    var paths: Set<AnswerPath> = []
    for _ in 0..<Int.random(in: 1...12, using: &numbers) {
      let length = Int.random(in: 1...4, using: &numbers)
      let parts = (0..<length).map { _ in
        numbers.pick(["a", "b", "1", "2", "3", "01", "0", "", "Größe", "NO", "x y"])
      }
      if let path = AnswerPath(spelling: parts.joined(separator: ".")) { paths.insert(path) }
    }
    let sorted = paths.sorted { $0.spelling < $1.spelling }
    return AnswerRecord(
      line: 1,
      entries: sorted.map { path in
        let text = Int.random(in: 0..<9, using: &numbers) == 0 ? nil : numbers.pick(nastyTexts)
        return AnswerEntry(path: path, text: text, place: SourcePlace(line: 1, column: 1))
      }
    )
  }
}

@Suite("The path of an answer")
struct AnswerPathTests {
  @Test(
    arguments: [
      ("a", [.key("a")]), ("contacts.1.email", [.key("contacts"), .index(1), .key("email")]),
      ("a.01", [.key("a"), .key("01")]), ("a.0", [.key("a"), .key("0")]), ("", [.key("")]),
      ("a..b", [.key("a"), .key(""), .key("b")]), ("a.", [.key("a"), .key("")]),
      ("a.999999999", [.key("a"), .index(999_999_999)]),
      ("a.1000000000", [.key("a"), .key("1000000000")]),
      ("a.-1", [.key("a"), .key("-1")]), ("a.١", [.key("a"), .key("١")]),
      ("a.\u{301}b", [.key("a"), .key("\u{301}b")]),
    ] as [(String, [AnswerPath.Element])]
  )
  func `is what its spelling says, and is spelled so again`(
    spelling: String,
    elements: [AnswerPath.Element]
  ) {
    #expect(AnswerPath(spelling: spelling)?.elements == elements)
    #expect(AnswerPath(elements).spelling == spelling)
  }
}

@Suite("The records of a tree")
struct AnswerRecordTests {
  @Test func `are one for a mapping and one for each item of a list`() throws {
    let one = try SourceNode(yaml: SourceText("name: NO\ntags: [a, b]\nx: ~\ny: ''\nz: []"))
    #expect(
      try AnswerRecord.records(one).map { spelled($0.entries) } == [
        "name='NO' tags.1='a' tags.2='b' x=- y=''"
      ]
    )
    let many = try SourceNode(yaml: SourceText("- a: 1\n- a: 2\n"))
    #expect(
      try AnswerRecord.records(many).map { "\($0.line) \(spelled($0.entries))" } == [
        "1 a='1'", "2 a='2'",
      ]
    )
  }

  @Test func `are refused all at once where they are no mappings`() throws {
    let node = try SourceNode(json: SourceText("[{\"a\":1},5,\n[]]"))
    do throws(SourceFaults) {
      _ = try AnswerRecord.records(node)
      Issue.record("accepted")
    } catch {
      #expect(error.all.map { [$0.place.line, $0.place.column] } == [[1, 10], [2, 1]])
    }
  }

  @Test func `repeat what an alias repeats, at the place of the alias`() throws {
    let node = try SourceNode(yaml: SourceText("a: &x y\nb: *x"))
    #expect(
      try AnswerRecord(node).entries.map { [$0.place.line, $0.place.column] } == [[1, 4], [2, 4]]
    )
  }
}
