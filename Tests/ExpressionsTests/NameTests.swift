import Testing

@testable import Expressions

@Suite("A name")
struct NameTests {
  @Test func `is the longest that is declared`() throws {
    var names = Declarations()
    names.declare("a", slot: 0, type: .map(key: .string, value: .dyn))
    names.declare("a.b", slot: 1, type: .map(key: .string, value: .string))
    names.declare("a.b.c", slot: 2, type: .string)
    let values: [Value] = [
      .map(MapValue([("x", .string("zero"))])), .map(MapValue([("d", .string("one"))])),
      .string("two"),
    ]
    func find(_ text: String) -> String { outcome(text, names) { values[$0] } }
    #expect(find("a.b.c") == "'two'")
    #expect(find("a.b.d") == "'one'")
    #expect(find("a.x") == "'zero'")
    #expect(find("has(a.b.c) && has(a.b.d) && !has(a.b.e) && has(a.x)") == "true")
    #expect(find("[{'b': 5}].map(a, a.b)") == "[5]")
  }

  @Test func `of a macro hides one that is declared, and a type`() {
    var names = Declarations()
    names.declare("x", slot: 0, type: .int)
    names.declare("type", slot: 1, type: .string)
    func find(_ text: String) -> String {
      outcome(text, names) { $0 == 0 ? .int(7) : .string("t") }
    }
    #expect(find("[1, 2].map(x, x) + [x]") == "[1, 2, 7]")
    #expect(find("x.size") == "?noFields")
    #expect(find("type") == "'t'")
    #expect(find("type(x) == int") == "true")
    #expect(find("[1].map(size, size(['a']) + size)") == "[2]")
  }

  @Test func `of an answer file is dyn`() {
    let declarations = Declarations(lenient: ["mode", "contacts", "total"])
    let contact = Value.map(MapValue([("kind", .string("external")), ("age", .int(40))]))
    let values: [Value] = [.string("new"), .list([contact, contact]), .double(2.5)]
    func find(_ text: String) -> String { outcome(text, declarations) { values[$0] } }
    #expect(find("mode == 'new' && total > 2") == "true")
    #expect(find("contacts.exists(c, c.kind == 'external' && c.age >= 18)") == "true")
    #expect(find("contacts[1].age + 2") == "42")
    #expect(find("contacts[0].name") == "!noSuchKey")
    #expect(find("has(contacts[0].name) || has(name)") == "false")
    #expect(find("name == 'a'") == "!undeclaredReference")
    #expect(find("mode + 1") == "!noSuchOverload")
  }
}
