import AnswerFiles
import SourceTrees
import Testing

@Suite("A file of JSON Lines")
struct JSONLinesTests {
  private func records(_ text: String, pieces: Int = 1 << 17) -> [String] {
    AnswerFilesTests.records(Array(text.utf8), pieces: pieces)
  }

  static let cases: [(String, [String])] = [
    ("{\"a\":\"x\"}\n{\"a\":1.50}\n", ["1 a='x'", "2 a='1.50'"]), ("{\"a\":true}", ["1 a='true'"]),
    ("\u{FEFF}{\"a\":null}\r\n\r\n  \n{}\n", ["1 a=-", "4 "]), ("", []), ("\n\n", []),
    (
      "{\"c\":[{\"e\":\"x\"},{\"e\":\"y\"}],\"t\":[\"p\",\"q\"]}",
      ["1 c.1.e='x' c.2.e='y' t.1='p' t.2='q'"]
    ),
    ("{\"c.1.e\":\"x\",\"c.2\":{\"e\":\"y\"}}", ["1 c.1.e='x' c.2.e='y'"]),
    ("{\"c\":{\"1\":{\"e\":\"x\"}},\"n\":[],\"m\":{}}", ["1 c.1.e='x'"]),
    (
      "{\"a\":1}\nnonsense\n{\"a\":2} x\n{\"a\":3}",
      [
        "1 a='1'", "2:2 malformedJSON(SourceTrees.JSONProblem.unexpectedCharacter)",
        "3:9 malformedJSON(SourceTrees.JSONProblem.trailingText)", "4 a='3'",
      ]
    ),
    (
      "{\"a\":1,\n\"b\":2}",
      [
        "1:8 malformedJSON(SourceTrees.JSONProblem.unexpectedEnd)",
        "2:4 malformedJSON(SourceTrees.JSONProblem.trailingText)",
      ]
    ),
    ("\"x\"\n5\n[]", ["1:1 notMapping", "2:1 notMapping", "3:1 notMapping"]),
    ("\n [{\"a\":1}]", ["2:2 listInsteadOfLines"]),
  ]

  @Test(arguments: cases)
  func `is read line by line`(text: String, expected: [String]) {
    #expect(records(text) == expected)
    #expect(records(text, pieces: 1) == expected)
  }

  @Test func `cannot give one answer twice`() {
    let text = "{\"c.1.e\":\"x\",\"c\":[{\"e\":\"y\"}]}\n{\"a\":1,\"a\":2}"
    let found = records(text)
    #expect(found.count == 2)
    #expect(found[0].hasPrefix("1:24 duplicateKey(\"c.1.e\""))
    #expect(found[1].hasPrefix("2:8 duplicateKey(\"a\""))
  }

  @Test func `has a bound for its paths`() {
    let long = Array(repeating: "a", count: 33).joined(separator: ".")
    #expect(records("{\"\(long)\":1}") == ["1:2 tooDeep(limit: 32)"])
    let nested = String(repeating: "{\"a\":", count: 33) + "1" + String(repeating: "}", count: 33)
    #expect(records(nested) == ["1:162 tooDeep(limit: 32)"])
    let dots = String(repeating: ".", count: 1_000_000)
    #expect(records("{\"\(dots)\":1}") == ["1:2 tooDeep(limit: 32)"])
  }

  @Test func `has a bound for its values`() {
    var options = JSONLinesReader.Options()
    options.limits = RowLimits(columns: 1)
    let content = Array("{\"a\":[\(String(repeating: "1,", count: 100))1]}\n{}".utf8)
    let found = AnswerFilesTests.records(content, options: options)
    #expect(found == ["1:130 tooManyNodes(limit: 64)", "2 "])
  }

  @Test func `has a bound for its lines`() {
    var options = JSONLinesReader.Options()
    options.limits = RowLimits(row: 10)
    for pieces in [1, 100] {
      let content = Array("{}\n[1,2,3,4,5,6]\n".utf8)
      #expect(
        AnswerFilesTests.records(content, pieces: pieces, options: options) == [
          "1 ", "2:1 rowTooLarge(limit: 10)",
        ]
      )
    }
  }

  @Test func `names the byte that is not UTF-8, after the lines before it`() {
    for pieces in [1, 2, 100] {
      let content = Array("{}\n{\"é".utf8) + [0xE4, 0x22]
      #expect(
        AnswerFilesTests.records(content, pieces: pieces) == ["1 ", "2:4 notUTF8(byte: 228)"]
      )
    }
  }

  @Test func `may be compressed`() {
    #expect(AnswerFilesTests.records(stored(Array("{\"a\":1}\n".utf8))) == ["1 a='1'"])
  }
}
