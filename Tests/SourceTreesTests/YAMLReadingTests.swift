import SourceTrees
import Testing

@Suite("A YAML text")
struct YAMLReadingTests {
  @Test(arguments: [
    ("a: NO\nb: 0123\nc: 1e5\nd: 'NO'", "{<a>:<NO> <b>:<0123> <c>:<1e5> <d>:'NO'}"),
    ("- a\n- [b, \"c\\n\"]\n- {d: e}", "[<a> [<b> 'c\n'] {<d>:<e>}]"),
    ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{<a>:|x\ny\n| <b>:|x y|}"),
    ("a:\nb: ~\n", "{<a>:<> <b>:<~>}"),
    ("x: &a [1, 2]\ny: *a", "{<x>:[<1> <2>] <y>:[<1> <2>]}"),
    ("a: !!str 5\nb: ! x\nc: !!seq []", "{<a>:'5' <b>:'x' <c>:[]}"),
    ("\"<<\": a", "{'<<':<a>}"),
    ("when: mode == 'new'", "{<when>:<mode == 'new'>}"),
    ("%YAML 1.1\n---\na", "<a>"),
  ])
  func `is read without resolving types`(text: String, expected: String) throws {
    #expect(sketch(try yaml(text)) == expected)
  }

  @Test(arguments: [
    ("a:", true), ("a: ~", true), ("a: null", true), ("a: Null", true), ("a: NULL", true),
    ("a: ''", false), ("a: 'null'", false), ("a: \"~\"", false), ("a: !!str null", false),
    ("a: nULL", false), ("a: []", false), ("a: |\n  null", false),
  ])
  func `tells nothing from a text that spells it`(text: String, isNull: Bool) throws {
    #expect(try yaml(text)["a"]?.isNull == isNull)
  }

  @Test(arguments: [
    ("a: bcd", "1:4+3"), ("\n\n  a: 'b'", "3:6+3"), ("ä: 'ö'", "1:4+3"), ("e\u{301}: x", "1:4+1"),
    ("\u{FEFF}a: b", "1:4+1"), ("a: 'x\u{2028} y'", "1:4+6"), ("# ä\r\n# b\ra: x", "3:4+1"),
    ("👩‍👩‍👧: x", "1:4+1"), ("a: |\n  b", "1:4+1"), ("a:", "1:3+1"), ("a: [b]", "1:4+1"),
    ("a:\n  - b", "2:3+1"), ("a: b\n   c", "1:4+1"),
  ])
  func `knows the place of a value as an editor shows it`(text: String, place: String) throws {
    let node = try SourceNode(yaml: SourceText(Array(text.utf8)))
    #expect(node.pairs?.first.map { spelled($0.value.place) } == place)
  }

  @Test func `counts every line break that editors count`() throws {
    let node = try yaml("a: 1\r\nb: 2\rc: 3\nd: 4\u{85}e: 5")
    #expect(node.pairs?.map(\.key.place.line) == [1, 2, 3, 4, 4])
  }

  @Test(arguments: [
    ("a: x y", "'x y'", 2..<3, "1:6+1"), ("a: 'x y'", "quoted", 2..<3, "1:7+1"),
    ("a: \"ö y\"", "non-ASCII before", 3..<4, "1:7+1"),
    ("a: \"\\x41 y\"", "escape", 2..<3, "1:4+8"),
    ("a: 'it''s y'", "doubled quote", 5..<6, "1:4+9"), ("a: &n x y", "anchor", 2..<3, "1:4+6"),
    ("a: x\n   y", "folded", 2..<3, "1:4+1"), ("a: x y", "out of range", 2..<9, "1:4+3"),
  ])
  func `knows the place of a part of a scalar where it is spelled as it is`(
    text: String,
    name: String,
    part: Range<Int>,
    place: String
  ) throws {
    let source = SourceText(text)
    let node = try #require(try SourceNode(yaml: source)["a"])
    #expect(spelled(node.place(ofUTF8: part, in: source)) == place)
  }

  @Test func `recognises two uses of one anchor`() throws {
    let node = try yaml("a: &x [1]\nb: *x\nc: [1]")
    let (a, b, c) = try (#require(node["a"]), #require(node["b"]), #require(node["c"]))
    #expect(a.id == b.id && a.id != c.id)
    #expect(a.alias == nil && b.alias.map(spelled) == "2:4+2" && b.place == a.place)
  }

  @Test(arguments: [
    ("a: 1\na: 2", ["2:1+1 duplicateKey(a 1:1+1)"]),
    (
      "a: 1\nb: {c: 1, 'c': 2}\na: 3\na: 4",
      [
        "2:11+3 duplicateKey(c 2:5+1)", "3:1+1 duplicateKey(a 1:1+1)",
        "4:1+1 duplicateKey(a 1:1+1)",
      ]
    ),
    ("\u{E9}: 1\ne\u{301}: 2", ["2:1+1 duplicateKey(\u{E9} 1:1+1)"]),
    ("x: &x {a: 1}\ny:\n  <<: *x", ["3:3+2 mergeKey"]),
    ("a: !int 5", ["1:4+6 unsupportedTag(!int)"]),
    ("a: !!int 5", ["1:4+7 unsupportedTag(tag:yaml.org,2002:int)"]),
    ("a: !!binary aGk=", ["1:4+13 unsupportedTag(tag:yaml.org,2002:binary)"]),
    ("a: *x\nb: *y", ["1:4+2 unknownAlias(x)", "2:4+2 unknownAlias(y)"]),
    ("a: &x [*x]", ["1:8+2 recursiveAlias(x)"]),
    ("? [a]\n: b", ["1:3+1 keyNotScalar"]),
    ("", ["1:1+1 empty"]), ("# only\n", ["1:1+1 empty"]), ("\u{FEFF}", ["1:1+1 empty"]),
    ("a\n---\nb", ["2:1+1 severalDocuments"]),
  ])
  func `reports what it does not support, all at once`(text: String, expected: [String]) {
    let found = faults { () throws(SourceFaults) in
      _ = try SourceNode(yaml: try SourceText(Array(text.utf8)))
    }
    #expect(found.map(described) == expected)
  }

  @Test(arguments: [
    ("a: b: c", YAMLProblem.unexpectedColon, 1, 5), ("a:\n\tb: c", .tabIndentation, 2, 1),
    ("a: 1\nb: \"x\nc: 2", .unclosedQuote, 2, 4), ("a: 'x", .unclosedQuote, 1, 4),
    ("a: [1, 2\nb: 3", .unclosedBracket, 1, 4), ("a: \"\\q\"", .badEscape, 1, 5),
    ("a: @x", .reservedCharacter, 1, 4), ("a: \u{1}", .forbiddenCharacter, 1, 4),
    ("ä: \u{0}", .forbiddenCharacter, 1, 4), ("a: 1\n b: 2", .unexpectedColon, 2, 3),
    ("a: 1\nb\nc: 2", .missingColon, 3, 1), ("  a: 1\n b: 2", .trailingText, 2, 2),
    ("{a: b}}", .trailingText, 1, 7),
    ("- a\n b: 2", .unexpectedColon, 2, 3), ("a:\n  - b\n c: d", .badIndentation, 3, 2),
    ("a: |x\n b", .badBlockHeader, 1, 5), ("a: & b", .badAnchor, 1, 5),
    ("%FOO\n", .badDirective, 1, 5),
    ("a: !<x b", .badTag, 1, 7), ("\"\\uD800\"", .badEscape, 1, 4),
  ])
  func `says what is wrong with a text that is not YAML`(
    text: String,
    problem: YAMLProblem,
    line: Int,
    column: Int
  ) throws {
    let fault = try #require(faults { () throws(SourceFaults) in _ = try yaml(text) }.last)
    guard case .malformedYAML(let found, let detail) = fault.reason else {
      Issue.record("\(fault)")
      return
    }
    #expect(found == problem, "\(detail)")
    #expect((fault.place.line, fault.place.column) == (line, column), "\(detail)")
  }

  @Test func `reports collected faults before the syntax fault that ends the reading`() {
    let found = faults { () throws(SourceFaults) in _ = try yaml("a: 1\na: 2\nb: [") }
    #expect(found.map(described).first == "2:1+1 duplicateKey(a 1:1+1)")
    #expect(found.count == 2)
  }

  @Test func `reads a stream of documents`() throws {
    let documents = try SourceNode.documents(yaml: SourceText("--- a\n---\nb: 1\n---\n...\n"))
    #expect(documents.map(sketch) == ["<a>", "{<b>:<1>}", "<>"])
    #expect(try SourceNode.documents(yaml: SourceText("# none")).isEmpty)
  }

  @Test func `does not carry an anchor into the next document`() {
    let found = faults { () throws(SourceFaults) in
      _ = try SourceNode.documents(yaml: SourceText("&a x\n---\n*a"))
    }
    #expect(found.map(described) == ["3:1+2 unknownAlias(a)"])
  }
}

func described(_ fault: SourceFault) -> String {
  let reason =
    switch fault.reason {
    case .duplicateKey(let name, let first): "duplicateKey(\(name) \(spelled(first)))"
    case .unsupportedTag(let tag): "unsupportedTag(\(tag))"
    case .unknownAlias(let name): "unknownAlias(\(name))"
    case .recursiveAlias(let name): "recursiveAlias(\(name))"
    case .malformedJSON(let problem): "\(problem)"
    default: "\(fault.reason)"
    }
  return "\(spelled(fault.place)) \(reason)"
}
