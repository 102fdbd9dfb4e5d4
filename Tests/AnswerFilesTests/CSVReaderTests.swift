import AnswerFiles
import SourceTrees
import Testing

@Suite("A file of CSV")
struct CSVReaderTests {
  static let good: [(String, [String])] = [
    ("a,b\n1,2\n", ["a|b", "2:1|2"]), ("a,b\n1,2", ["a|b", "2:1|2"]), ("a,b", ["a|b"]),
    ("a,b\r\n1,2\r\n3,4\r\n", ["a|b", "2:1|2", "3:3|4"]),
    ("a,b\r1,2\r3,4", ["a|b", "2:1|2", "3:3|4"]),
    ("a,b\r\n1,2\n3,4\r5,6", ["a|b", "2:1|2", "3:3|4", "4:5|6"]),
    ("\n\r\n a , b \n\n1,2\n\n\r\r\n3,4\n\n", ["a|b", "5:1|2", "9:3|4"]),
    ("a;b\n1,5;2", ["a|b", "2:1,5|2"]), ("a\tb\n1;x\t2", ["a|b", "2:1;x|2"]),
    ("a\nx", ["a", "2:x"]),
    ("\"a;b\";c\n1;2", ["a;b|c", "2:1|2"]), ("\"a,b,c\";d\n1;2", ["a,b,c|d", "2:1|2"]),
    ("a,b\n\"x\ny\",2\n3,4", ["a|b", "2:x\ny|2", "4:3|4"]),
    ("a,b\n\"x\r\ny\r\",2\r\n3,4", ["a|b", "2:x\r\ny\r|2", "5:3|4"]),
    ("\"a\nb\",c\n1,2", ["a\nb|c", "3:1|2"]), ("a\n\"x\"\"y\"\"\"", ["a", "2:x\"y\""]),
    ("a,b\n,\n\"\",\n", ["a|b", "2:|", "3:|"]), ("a\n\"\"\n", ["a", "2:"]),
    ("a\n\"\"", ["a", "2:"]),
    ("a,b\n\"1\",\"2\"", ["a|b", "2:1|2"]), ("a,b\n1,", ["a|b", "2:1|"]),
    ("a,b\n \"\u{0}x ,1", ["a|b", "2:2 quoteInsideCell"]),
    ("a,b\n x ,\u{2028}\u{85}", ["a|b", "2: x |\u{2028}\u{85}"]),
    ("\u{FEFF}a,b\n1,2", ["a|b", "2:1|2"]),
    ("\u{FEFF}\"a\",b\n1,\u{FEFF}", ["a|b", "2:1|\u{FEFF}"]), ("a,a\n1,2", ["a|a", "2:1|2"]),
    ("a,b,\n1,2,\n", ["a|b|", "2:1|2|"]), ("\n\"a\n,\";b\n1;2", ["a\n,|b", "4:1|2"]),
  ]

  @Test(arguments: good)
  func `is read row by row`(text: String, expected: [String]) {
    #expect(rows(text) == expected)
  }

  @Test(arguments: [
    ("a,b\n1\n2,3", ["a|b", "2:1 cellCount(1, expected: 2)", "3:2|3"]),
    ("a,b\n1,2,3\n4,5", ["a|b", "2:1 cellCount(3, expected: 2)", "3:4|5"]),
    ("a,b\n\"x\"y,2\n3,4", ["a|b", "2:4 textAfterQuote", "3:3|4"]),
    ("a,b\n\"x\" ,2\n3,4", ["a|b", "2:4 textAfterQuote", "3:3|4"]),
    ("a,b\n1,5\" pipe\n3,4", ["a|b", "2:4 quoteInsideCell", "3:3|4"]),
    ("a,b\n\"ä\nö\"x,2\n3,4", ["a|b", "3:3 textAfterQuote", "4:3|4"]),
    ("a,b\n\"x\"y\"z,2\n3,4", ["a|b", "2:4 textAfterQuote", "3:3|4"]),
  ])
  func `goes on behind a row that is wrong`(text: String, expected: [String]) {
    #expect(rows(text) == expected)
  }

  @Test(arguments: [
    ("", ["1:1 empty"]), ("\n\r\n", ["1:1 empty"]), ("\u{FEFF}", ["1:1 empty"]),
    ("a,b\n1,2\n3,\"x\ny\nz", ["a|b", "2:1|2", "3:3 unclosedQuote"]),
    ("a,b\n\"é\n\",\"z\n\n", ["a|b", "3:3 unclosedQuote"]),
    ("\"a", ["1:1 unclosedQuote"]),
    ("\"a\"b,c\n1,2", ["1:4 header(AnswerFiles.CSVRowFault.Reason.textAfterQuote)"]),
  ])
  func `ends where it cannot be read, at the place that is to be mended`(
    text: String,
    expected: [String]
  ) {
    #expect(rows(text) == expected)
  }

  @Test(arguments: [1, 2, 3, 7])
  func `does not depend on the pieces it comes in`(size: Int) {
    for (text, expected) in CSVReaderTests.good {
      #expect(rows(text, pieces: size) == expected, "\(text)")
    }
    let wide = Array("a;b\n\u{E9};1\n😀;2\n".utf8)
    #expect(rows(wide, pieces: size) == ["a|b", "2:\u{E9}|1", "3:😀|2"])
    #expect(rows(wide + [0xF0, 0x9F], pieces: size).last == "4:1 notUTF8(byte: 240)")
    #expect(rows(wide + [0xF0, 0x9F, 0x41], pieces: size).last == "4:1 notUTF8(byte: 240)")
    #expect(rows(stored(wide), pieces: size) == ["a|b", "2:\u{E9}|1", "3:😀|2"])
  }

  @Test(
    arguments: [
      ([0x61, 0x2C, 0x62, 0x0A, 0x4D, 0xFC, 0x2C, 0x31], ["a|b", "2:2 notUTF8(byte: 252)"]),
      (
        [0x61, 0x0A, 0x31, 0x0A, 0xC3, 0xA4, 0xC3, 0x0A, 0x32],
        ["a", "2:1", "3:2 notUTF8(byte: 195)"]
      ),
      ([0x61, 0x0A, 0x22, 0x78, 0x0A, 0x79, 0xFF, 0x22], ["a", "3:2 notUTF8(byte: 255)"]),
      ([0xE4, 0x0A], ["1:1 notUTF8(byte: 228)"]),
    ] as [([UInt8], [String])]
  )
  func `names the byte that is not UTF-8, after the rows before it`(
    bytes: [UInt8],
    expected: [String]
  ) {
    #expect(rows(bytes) == expected)
  }

  @Test func `is decoded as Windows-1252 if asked`() {
    var options = CSVOptions()
    options.encoding = .windows1252
    let bytes: [UInt8] = Array("a\n".utf8) + [0x80, 0x4D, 0xFC, 0x9F, 0x0A]
    #expect(rows(bytes, options: options) == ["a", "2:€MüŸ"])
    #expect(
      rows(bytes + [0x41, 0x81], options: options) == [
        "a", "2:€MüŸ", "3:2 notWindows1252(byte: 129)",
      ]
    )
    #expect(rows("\u{FEFF}a\nü", options: options) == ["a", "2:ü"])
  }

  @Test(arguments: [1, 3, 100])
  func `is decoded as UTF-16 by its byte order mark`(size: Int) {
    let units = Array("a;b\r\né😀;2".utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(rows(little, pieces: size) == ["a|b", "2:é😀|2"])
    #expect(rows(big, pieces: size) == ["a|b", "2:é😀|2"])
    #expect(rows(little + [0x41], pieces: size).last == "2:5 notUTF16")
    #expect(rows(little + [0x00, 0xD8, 0x41, 0x00], pieces: size).last == "2:5 notUTF16")
  }

  @Test(arguments: [
    ("a\n" + String(repeating: "x", count: 10), "2:\(String(repeating: "x", count: 10))"),
    ("a\n" + String(repeating: "x", count: 11), "2:1 cellTooLarge(limit: 10)"),
    ("a,b,c,d\nä,\"" + String(repeating: "x", count: 1_000), "2:3 cellTooLarge(limit: 10)"),
    ("a,b,c,d\n1234567890,1234567890,1", "2:1 rowTooLarge(limit: 20)"),
    ("a,b,c,d,e", "1:1 tooManyColumns(limit: 4)"),
    ("a,b,c,d\n1,2,3,4,5", "2:1 tooManyColumns(limit: 4)"),
    (String(repeating: ",", count: 10_000), "1:1 tooManyColumns(limit: 4)"),
  ])
  func `is bounded`(text: String, expected: String) {
    var options = CSVOptions()
    options.limits = RowLimits(cell: 10, row: 20, columns: 4)
    #expect(rows(text, pieces: 3, options: options).last == expected)
    #expect(rows(text, options: options).last == expected)
  }

  @Test func `is told to be unreadable where the system says so`() {
    var calls = 0
    let source: ByteSource = { (bytes: inout [UInt8]) throws(ReadError) in
      calls += 1
      guard calls == 1 else { throw ReadError(code: 5) }
      bytes += Array("a\n1\n2".utf8)
      return true
    }
    do throws(AnswerFileError) {
      var reader = try CSVReader(source)
      #expect(try reader.advance())
      _ = try reader.advance()
      Issue.record("read on")
    } catch {
      #expect(error == AnswerFileError(.unreadable(code: 5), line: 3, column: 2))
    }
  }

  @Test func `cannot be read from a descriptor that is closed`() {
    #expect(throws: AnswerFileError(.unreadable(code: 9), line: 1, column: 1)) {
      _ = try CSVReader(bytes(ofDescriptor: -1))
    }
  }

  @Test func `gives paths, texts and places, and nothing for empty cells`() throws {
    let text = "name,ignored,contacts.1.email\n\"Mü\n\"\"ller\",x,\"a@b\"\n,x,c@d\n"
    var reader = try CSVReader(bytes(of: Array(text.utf8)))
    let paths = reader.header.map { $0 == "ignored" ? nil : AnswerPath(spelling: $0) }
    #expect(try reader.advance())
    let entries = reader.row.entries(paths: paths)
    #expect(spelled(entries) == "name='Mü\n\"ller' contacts.1.email='a@b'")
    #expect(entries.map { [$0.place.line, $0.place.column] } == [[2, 2], [3, 12]])
    #expect(
      entries.map { [$0.place.line, $0.place.column] }
        == [0, 2].map { reader.row.place(at: $0) }.map { [$0.line, $0.column] }
    )
    #expect(String(decoding: reader.row.bytes, as: UTF8.self) == "\"Mü\n\"\"ller\",x,\"a@b\"")
    #expect(try reader.advance())
    #expect(spelled(reader.row.entries(paths: paths)) == "contacts.1.email='c@d'")
    #expect(reader.row.isEmpty(at: 0) && !reader.row.isEmpty(at: 1))
  }

  @Test func `made of random bytes never breaks the reader, however it is cut`() {
    var numbers = SeededNumbers(state: 11)
    let alphabet: [UInt8] = [
      0x22, 0x22, 0x2C, 0x3B, 0x0A, 0x0D, 0x61, 0x20, 0xC3, 0xA4, 0x00, 0x09,
    ]
    for _ in 0..<3_000 {
      let content = (0..<Int.random(in: 0...40, using: &numbers)).map { _ in numbers.pick(alphabet)
      }
      let whole = rows(content)
      #expect(rows(content, pieces: 1) == whole, "\(content)")
      #expect(rows(content, pieces: 5) == whole, "\(content)")
    }
  }
}
