import SourceTrees
import Testing

@Suite("A value that is written")
struct WritingTests {
  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(true), "true"), (.integer(-5), "-5"),
    (.decimal("10.50"), "10.50"),
    (.decimal("1,5"), "\"1,5\""), (.decimal(" 1"), "\" 1\""), (.decimal("NaN"), "\"NaN\""),
    (.decimal("01"), "\"01\""), (.array([]), "[]"), (.object([]), "{}"),
    (
      .object([.init("b", .integer(1)), .init("a", .array([.null, .string("x")]))]),
      #"{"b":1,"a":[null,"x"]}"#
    ),
    (.string("\"\\/\u{8}\t\n\u{C}\r"), #""\"\\/\b\t\n\f\r""#),
    (
      .string("\u{0}\u{1B}\u{7F}\u{85}\u{9F}\u{2028}\u{2029}é😀"),
      #""\u0000\u001B\u007F\u0085\u009F\u2028\u2029é😀""#
    ),
  ])
  func `is JSON on one line`(value: JSONValue, expected: String) {
    #expect(value.json == expected)
  }

  @Test func `is YAML with comments above its keys`() {
    let contact = JSONValue.object([.init("kind", .string("contact")), .init("email", .null)])
    let value = JSONValue.object([
      .init("name", .string("Müller GmbH")), .init("identifier", .string("0123")),
      .init("notes", .string("a\nb")), .init("tags", .array([])),
      .init("contacts", .array([contact, .array([.string("x"), .null])])),
    ])
    var bytes: [UInt8] = []
    value.appendYAML(to: &bytes) { path in
      switch path {
      case "name": ["Company\u{85}name\u{0}!", ""]
      case "contacts.1": ["one"]
      case "contacts.1.kind": ["contact\nor external"]
      case "contacts.1.email": ["E-mail"]
      default: []
      }
    }
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        # Company
        # name !
        #
        name: Müller GmbH
        identifier: "0123"
        notes: "a\\nb"
        tags: []
        contacts:
          # one
          # contact
          # or external
          - kind: contact
            # E-mail
            email:
          - - x
            -

        """
    )
  }

  @Test(arguments: [
    JSONValue.null, .string("x"), .string("null"), .array([]), .object([]), .integer(3),
  ])
  func `is a YAML document even if it is not a collection`(value: JSONValue) throws {
    #expect(try written(value) == expected(value))
  }

  @Test func `is read back exactly, from JSON and from YAML`() throws {
    var numbers = SeededNumbers(state: 1)
    for _ in 0..<400 {
      let value = randomValue(depth: 0, &numbers)
      #expect(try written(value) == expected(value))
      #expect(try texts(json(value.json)) == expected(value))
    }
  }

  @Test(arguments: nastyTexts)
  func `keeps every text, as a value and as a key`(text: String) throws {
    let value = JSONValue.object([
      .init("a", .string(text)), .init(text + "k", .array([.string(text)])),
    ])
    #expect(try written(value) == expected(value))
    #expect(try texts(json(value.json)) == expected(value))
  }
}

/// What a tree says, whatever the spelling: `nil` for nothing is written as `-`.
private func texts(_ node: SourceNode) -> String {
  if node.isNull { return "-" }
  return switch node.content {
  case .scalar(let text, _): "<\(Array(text.utf8))>"
  case .sequence(let items): "[" + items.map(texts).joined() + "]"
  case .mapping(let pairs): "{" + pairs.map { texts($0.key) + ":" + texts($0.value) }.joined() + "}"
  }
}

private func expected(_ value: JSONValue) -> String {
  switch value {
  case .null: "-"
  case .bool(let value): "<\(Array("\(value)".utf8))>"
  case .integer(let value): "<\(Array("\(value)".utf8))>"
  case .decimal(let text), .string(let text): "<\(Array(text.utf8))>"
  case .array(let values): "[" + values.map(expected).joined() + "]"
  case .object(let members):
    "{" + members.map { expected(.string($0.key)) + ":" + expected($0.value) }.joined() + "}"
  }
}

private func written(_ value: JSONValue) throws -> String {
  var bytes: [UInt8] = []
  value.appendYAML(to: &bytes)
  return texts(try SourceNode(yaml: SourceText(bytes)))
}

private func randomValue(depth: Int, _ numbers: inout SeededNumbers) -> JSONValue {
  func text() -> String {
    let parts = Int.random(in: 1...3, using: &numbers)
    return (0..<parts).map { _ in nastyTexts[Int.random(in: 0..<nastyTexts.count, using: &numbers)]
    }
    .joined()
  }
  switch Int.random(in: 0..<(depth < 4 ? 8 : 6), using: &numbers) {
  case 0: return .null
  case 1: return .bool(Bool.random(using: &numbers))
  case 2: return .decimal("\(Int.random(in: -99...99, using: &numbers)).50")
  case 3, 4, 5: return .string(text())
  case 6:
    return .array(
      (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
        randomValue(depth: depth + 1, &numbers)
      }
    )
  default:
    return .object(
      (0..<Int.random(in: 0...4, using: &numbers)).map { position in
        .init("\(text())\(position)", randomValue(depth: depth + 1, &numbers))
      }
    )
  }
}
