import SourceTrees
import Testing

@Suite("A JSON text")
struct JSONReadingTests {
  @Test(arguments: [
    ("[]", "[]"), ("{}", "{}"), ("null", "null"), ("true", "?true"), (" false ", "?false"),
    ("\"\"", "''"), ("0", "#0"), ("-0", "#-0"), ("1e999", "#1e999"), ("0e+1", "#0e+1"),
    ("123456789012345678901234567890.10", "#123456789012345678901234567890.10"),
    ("[1,\r\n\t2]", "[#1 #2]"), ("{\"\":0}", "{'':#0}"),
    ("{\"a\":[{\"b\":null}]}", "{'a':[{'b':null}]}"),
    (#""\"\\\/\b\f\n\r\t""#, "'\"\\/\u{8}\u{C}\n\r\t'"), (#""\u0041\u00e9\u20AC""#, "'Aé€'"),
    (#""\uD83D\uDE00\ud83d\ude00""#, "'😀😀'"), (#""\u0000""#, "'\u{0}'"),
    (#""\uFFFF""#, "'\u{FFFF}'"),
    ("\"\u{7F}\u{2028}\u{FEFF}\"", "'\u{7F}\u{2028}\u{FEFF}'"), (#""a\u0062c""#, "'abc'"),
    ("\"\u{10FFFF}\"", "'\u{10FFFF}'"), ("[1.5,-2E-3,10]", "[#1.5 #-2E-3 #10]"),
  ])
  func `is read exactly`(text: String, expected: String) throws {
    #expect(sketch(try json(text)) == expected)
  }

  @Test(arguments: [
    ("", "1:1+1 empty"), (" \n", "2:1+1 empty"), ("[", "1:2+1 unexpectedEnd"),
    ("[1", "1:3+1 unexpectedEnd"), ("[1,]", "1:4+1 unexpectedCharacter"),
    ("[,1]", "1:2+1 unexpectedCharacter"), ("[1 2]", "1:4+1 unexpectedCharacter"),
    ("[1,,2]", "1:4+1 unexpectedCharacter"), ("[1}", "1:3+1 unexpectedCharacter"),
    ("{\"a\" 1}", "1:6+1 unexpectedCharacter"), ("{\"a\":}", "1:6+1 unexpectedCharacter"),
    ("{\"a\":1,}", "1:8+1 unexpectedCharacter"), ("{a:1}", "1:2+1 unexpectedCharacter"),
    ("{'a':1}", "1:2+1 unexpectedCharacter"), ("{1:1}", "1:2+1 unexpectedCharacter"),
    ("{\"a\"", "1:5+1 unexpectedEnd"), ("{\"a\":1", "1:7+1 unexpectedEnd"),
    ("{\"a\":1 \"b\":2}", "1:8+1 unexpectedCharacter"), ("{null:1}", "1:2+1 unexpectedCharacter"),
    ("nul", "1:4+1 unexpectedEnd"), ("nulL", "1:4+1 unexpectedCharacter"),
    ("True", "1:1+1 unexpectedCharacter"), ("NaN", "1:1+1 unexpectedCharacter"),
    ("Infinity", "1:1+1 unexpectedCharacter"), ("-Infinity", "1:2+1 badNumber"),
    ("+1", "1:1+1 unexpectedCharacter"), (".5", "1:1+1 unexpectedCharacter"),
    ("1.", "1:3+1 badNumber"),
    ("-", "1:2+1 badNumber"), ("01", "1:3+1 badNumber"), ("-01", "1:4+1 badNumber"),
    ("1e", "1:3+1 badNumber"), ("1e+", "1:4+1 badNumber"), ("1.e1", "1:3+1 badNumber"),
    ("0x1", "1:2+1 trailingText"), ("1_000", "1:2+1 trailingText"), ("[1]x", "1:4+1 trailingText"),
    ("{} {}", "1:4+1 trailingText"), ("[] // c", "1:4+1 trailingText"),
    ("１", "1:1+1 unexpectedCharacter"),
    ("\"a", "1:1+1 unclosedString"), ("[\"a\\\"]", "1:2+1 unclosedString"),
    ("\"a\tb\"", "1:3+1 controlCharacter"), ("\"a\nb\"", "1:3+1 controlCharacter"),
    ("\"\u{0}\"", "1:2+1 controlCharacter"), ("\u{0}", "1:1+1 unexpectedCharacter"),
    (#""\a""#, "1:2+1 badEscape"), (#""\x41""#, "1:2+1 badEscape"), (#""\u12""#, "1:2+1 badEscape"),
    (#""\u00G0""#, "1:2+1 badEscape"), (#""\U0041""#, "1:2+1 badEscape"),
    (#"["\"#, "1:3+1 badEscape"),
    (#""\uD800""#, "1:2+1 loneSurrogate"), (#""\uDC00""#, "1:2+1 loneSurrogate"),
    (#""\uD800\n""#, "1:2+1 loneSurrogate"), (#""\uD800\u0041""#, "1:2+1 loneSurrogate"),
    (#""\uD800\uD800""#, "1:2+1 loneSurrogate"), (#""\uD800\u""#, "1:2+1 badEscape"),
    ("[\u{A0}1]", "1:2+1 unexpectedCharacter"), ("[\u{C}1]", "1:2+1 unexpectedCharacter"),
    ("[\u{2060}]", "1:2+1 unexpectedCharacter"), ("]", "1:1+1 unexpectedCharacter"),
    ("[é]", "1:2+1 unexpectedCharacter"), ("[\"é\",\n é]", "2:2+1 unexpectedCharacter"),
  ])
  func `is refused where RFC 8259 does not allow it`(text: String, expected: String) {
    let found = faults { () throws(SourceFaults) in _ = try json(text) }
    #expect(found.map(described) == [expected])
  }

  @Test func `must not have a key twice, however it is spelled`() {
    let text = "{\"a\":1,\n\"\\u0061\":2,\"b\":{\"c\":1,\"c\":2}}"
    let found = faults { () throws(SourceFaults) in _ = try json(text) }
    #expect(
      found.map(described) == ["2:1+8 duplicateKey(a 1:2+3)", "2:23+3 duplicateKey(c 2:17+3)"]
    )
  }

  @Test(arguments: [15, 16, 17, 40])
  func `finds a double key among many`(count: Int) {
    let keys = (0..<count).map { "\"k\($0)\":0" } + ["\"k0\":1", "\"k\(count - 1)\":1"]
    let text = "{" + keys.joined(separator: ",") + "}"
    let found = faults { () throws(SourceFaults) in _ = try json(text) }
    #expect(found.count == 2)
    guard
      case .duplicateKey("k0", first: SourcePlace(line: 1, column: 2, offset: 1, length: 4)) =
        found.first?.reason
    else {
      Issue.record("\(found)")
      return
    }
  }

  @Test func `may begin with a byte order mark, and may be UTF-16 that says so`() throws {
    let marked = try SourceText([0xEF, 0xBB, 0xBF] + Array("[1]".utf8))
    #expect(sketch(try SourceNode(json: marked)) == "[#1]")
    let little = try SourceText([0xFF, 0xFE, 0x22, 0, 0x3D, 0xD8, 0, 0xDE, 0x22, 0])
    #expect(sketch(try SourceNode(json: little)) == "'😀'")
    let big = try SourceText([0xFE, 0xFF, 0, 0x22, 0, 0xE9, 0, 0x22])
    #expect(sketch(try SourceNode(json: big)) == "'é'")
  }

  @Test func `knows the place of every node`() throws {
    let node = try SourceNode(
      json: SourceText("{\"ä\": [1,\n  \"bc\"], \"z\": tru}".replacing("tru", with: "true")),
      firstLine: 7
    )
    #expect(node["ä"].map { spelled($0.place) } == "7:7+1")
    #expect(node["ä"]?.items?.map { spelled($0.place) } == ["7:8+1", "8:3+4"])
    #expect(node["z"].map { spelled($0.place) } == "8:15+4")
  }
}
