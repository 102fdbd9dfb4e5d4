import Testing

@testable import Expressions

@Suite("A fault")
struct FaultTests {
  private static let declarations: Declarations = {
    var names = Declarations()
    let contact = ObjectShape(
      name: "contact",
      fields: [.init("kind", .string), .init("lastName", .string), .init("age", .int)]
    )
    names.declare("category", slot: 0, type: .string)
    names.declare("companyType", slot: 1, type: .string)
    names.declare("amount", slot: 2, type: .double)
    names.declare("active", slot: 3, type: .bool)
    names.declare("start", slot: 4, type: .date)
    names.declare("item", slot: 5, type: .object(contact))
    names.declare("contacts", slot: 6, type: .list(.object(contact)))
    names.declare("prices", slot: 7, type: .map(key: .string, value: .int))
    names.declare("address.city", slot: 8, type: .string)
    return names
  }()

  private func faults(_ text: String, expecting: ValueType? = nil) -> [Fault] {
    do throws(Faults) {
      _ = try Expression(text, Self.declarations, expecting: expecting)
      return []
    } catch {
      return error.faults
    }
  }

  /// The carets under a fault, as an author sees them.
  private func carets(_ fault: Fault) -> String {
    String(repeating: " ", count: fault.place.offset) + "^"
      + String(repeating: "~", count: max(0, fault.place.length - 1))
  }

  @Test(arguments: [
    ("", Fault.Reason.empty, "^"),
    ("  // nothing", .empty, "            ^"),
    ("1 +", .unexpectedToken(found: ""), "   ^"),
    ("1 2", .unexpectedToken(found: "2"), "  ^"),
    ("(1", .unexpectedToken(found: ""), "  ^"),
    ("1)", .unexpectedToken(found: ")"), " ^"),
    ("[1 2]", .unexpectedToken(found: "2"), "   ^"),
    ("[,]", .unexpectedToken(found: ","), " ^"),
    ("{1}", .unexpectedToken(found: "}"), "  ^"),
    ("size(1,)", .unexpectedToken(found: ")"), "       ^"),
    ("a.true", .unexpectedToken(found: "true"), "  ^~~~"),
    ("a.in", .unexpectedToken(found: "in"), "  ^~"),
    ("M{a: 1}", .unexpectedToken(found: "{"), " ^"),
    ("!-1", .unexpectedToken(found: "-"), " ^"),
    ("true ? true ? 1 : 2 : 3", .unexpectedToken(found: "?"), "            ^"),
    ("a = b", .unexpectedCharacter("="), "  ^"),
    ("a & b", .unexpectedCharacter("&"), "  ^"),
    ("1 € 2", .unexpectedCharacter("€"), "  ^~~"),
    ("`a`", .unexpectedToken(found: "`a`"), "^~~"),
    ("a.`", .unexpectedCharacter("`"), "  ^"),
    ("while == 1", .reservedWord("while"), "^~~~~"),
    ("import(1)", .reservedWord("import"), "^~~~~~"),
    ("12abc", .badNumber("12abc"), "^~~~~"),
    ("0x", .badNumber("0x"), "^~"),
    ("0xg", .badNumber("0xg"), "^~~"),
    ("1.5u", .badNumber("1.5u"), "^~~~"),
    ("1e", .badNumber("1e"), "^~"),
    ("1e999", .badNumber("1e999"), "^~~~~"),
    ("9223372036854775808", .badNumber("9223372036854775808"), "^" + tildes(18)),
    ("18446744073709551616u", .badNumber("18446744073709551616u"), "^" + tildes(20)),
    ("'abc", .unclosedText, "^~~~"),
    ("'a\nb'", .unclosedText, "^~"),
    ("'''a''", .unclosedText, "^~~~~~"),
    (#"'a\q'"#, .badEscape(#"\q"#), "  ^~"),
    (#"'\x4'"#, .badEscape(#"\x4"#), " ^~~"),
    (#"'\ud800'"#, .badEscape(#"\ud800"#), " ^~~~~~"),
    (#"'\ud800\u0041'"#, .badEscape(#"\ud800\u0041"#), " ^~~~~~~~~~~~"),
    (#"'\U00110000'"#, .badEscape(#"\U00110000"#), " ^~~~~~~~~~"),
    (#"'\400'"#, .badEscape(#"\4"#), " ^~"),
    (#"b'\u0041'"#, .badEscape(#"\u"#), "  ^~"),
  ])
  func `of the grammar has a place`(text: String, reason: Fault.Reason, place: String) {
    #expect(faults(text).map(\.reason) == [reason])
    #expect(faults(text).map(carets) == [place])
  }

  @Test(arguments: [
    (
      "categry == 'wholesale'", Fault.Reason.unknownName("categry", nearest: "category"),
      "^~~~~~~"
    ),
    ("CATEGORY == 'a'", .unknownName("CATEGORY", nearest: "category"), "^~~~~~~~"),
    ("caetgory == 'a'", .unknownName("caetgory", nearest: "category"), "^~~~~~~~"),
    ("zzz == 'a'", .unknownName("zzz", nearest: nil), "^~~"),
    ("item.knd == 'a'", .unknownField("knd", nearest: "kind"), "     ^~~"),
    (
      "contacts.exists(c, c.lastname == 'a')", .unknownField("lastname", nearest: "lastName"),
      "                     ^~~~~~~~"
    ),
    (
      "contacts.exists(contact, contct.age > 1)", .unknownName("contct", nearest: "contact"),
      "                         ^~~~~~"
    ),
    (
      "category.startWith('a')", .noSuchFunction("startWith", nearest: "startsWith"),
      "         ^~~~~~~~~"
    ),
    ("sise(category) > 1", .noSuchFunction("sise", nearest: "size"), "^~~~"),
    ("hass(category)", .noSuchFunction("hass", nearest: "has"), "^~~~"),
    ("contacts.exist(c, true)", .noSuchFunction("exist", nearest: "exists"), "         ^~~~~"),
    ("startsWith(category, 'a')", .mustBeMethod("startsWith"), "^~~~~~~~~~"),
    ("category.int()", .mustNotBeMethod("int"), "         ^~~"),
    ("size()", .wrongArgumentCount("size", expected: 1...1, found: 0), "^~~~"),
    (
      "category.startsWith()", .wrongArgumentCount("startsWith", expected: 1...1, found: 0),
      "         ^~~~~~~~~~"
    ),
    ("has()", .wrongArgumentCount("has", expected: 1...1, found: 0), "^~~"),
    (
      "contacts.map(c)", .wrongArgumentCount("map", expected: 2...3, found: 1),
      "         ^~~"
    ),
    ("contacts.all(1, true)", .notAVariable(macro: "all"), "             ^"),
    ("has(1)", .notAsked, "    ^"),
    ("has(contacts[0])", .notAsked, "    ^~~~~~~~~~~"),
    ("size(amount)", .wrongArgument("size", index: 1, found: .double), "     ^~~~~~"),
    (
      "category.contains(1)", .wrongArgument("contains", index: 1, found: .int),
      "                  ^"
    ),
    ("amount.contains('a')", .wrongArgument("contains", index: 0, found: .double), "^~~~~~"),
    ("category.all(c, true)", .wrongArgument("all", index: 0, found: .string), "^~~~~~~~"),
    (
      "amount == 'a'", .typeMismatch(operator: "==", left: .double, right: .string),
      "       ^~"
    ),
    ("amount + 1", .typeMismatch(operator: "+", left: .double, right: .int), "       ^"),
    (
      "active < category", .typeMismatch(operator: "<", left: .bool, right: .string),
      "       ^"
    ),
    (
      "category == null", .typeMismatch(operator: "==", left: .string, right: .null),
      "         ^~"
    ),
    (
      "amount in ['a']", .typeMismatch(operator: "in", left: .double, right: .list(.string)),
      "       ^~"
    ),
    ("'a' in category", .typeMismatch(operator: "in", left: .string, right: .string), "    ^~"),
    ("[1] < [2]", .typeMismatch(operator: "<", left: .list(.int), right: .list(.int)), "    ^"),
    ("active ? 1 : 'a'", .typeMismatch(operator: "?:", left: .int, right: .string), "       ^"),
    (
      "prices[1]",
      .typeMismatch(operator: "[]", left: .map(key: .string, value: .int), right: .int),
      "       ^"
    ),
    (
      "[1]['a']", .typeMismatch(operator: "[]", left: .list(.int), right: .string),
      "    ^~~"
    ),
    ("!category", .wrongOperand(operator: "!", found: .string), " ^~~~~~~~"),
    ("active && category", .wrongOperand(operator: "&&", found: .string), "          ^~~~~~~~"),
    ("active || 1", .wrongOperand(operator: "||", found: .int), "          ^"),
    ("category ? 1 : 2", .wrongOperand(operator: "?:", found: .string), "^~~~~~~~"),
    ("-category == 'a'", .wrongOperand(operator: "-", found: .string), "^"),
    ("{1.5: 1} == {}", .wrongOperand(operator: "{}", found: .double), " ^~~"),
    ("[1].filter(e, e)", .wrongOperand(operator: "filter", found: .int), "              ^"),
    ("category.size", .noFields(.string), "         ^~~~"),
    ("amount[0]", .noItems(.double), "      ^"),
    ("start < '2026-13-01'", .badDate("2026-13-01"), "        ^~~~~~~~~~~~"),
    (
      "start < category", .typeMismatch(operator: "<", left: .date, right: .string),
      "      ^"
    ),
    (
      "category.matches('a(b')",
      .badPattern(.malformed(code: 114, message: "missing closing parenthesis"), offset: 3),
      "                 ^~~~~"
    ),
    (
      "category.matches('a(?=b)')", .badPattern(.unsupported("(?="), offset: 1),
      "                 ^~~~~~~~"
    ),
  ])
  func `of names and types has a place`(text: String, reason: Fault.Reason, place: String) {
    #expect(faults(text).map(\.reason) == [reason])
    #expect(faults(text).map(carets) == [place])
  }

  @Test func `comes together with the others, in the order of the text`() {
    let found = faults("categry == 'a' && amunt > 1.0 && active == 'x' && nope(zzz)")
    #expect(
      found.map(\.reason) == [
        .unknownName("categry", nearest: "category"),
        .unknownName("amunt", nearest: "amount"),
        .typeMismatch(operator: "==", left: .bool, right: .string),
        .noSuchFunction("nope", nearest: nil),
        .unknownName("zzz", nearest: nil),
      ]
    )
  }

  @Test func `is a result of another type than asked for`() {
    #expect(
      faults("category", expecting: .bool).map(\.reason) == [
        .wrongResult(expected: .bool, found: .string)
      ]
    )
    #expect(faults("dyn(category)", expecting: .bool).isEmpty)
    #expect(faults("active", expecting: .bool).isEmpty)
  }

  @Test(arguments: [
    "category == 'a'", "amount > 1", "amount == 1", "active", "!active || category != ''",
    "start < '2026-01-01'", "'2026-01-01' <= start", "start in ['2026-01-01']",
    "start + 1 > start", "item.age >= 18", "has(item.kind) && has(category)",
    "contacts.exists(c, c.kind == category)", "contacts[0].age == 1", "prices.a == 1",
    "prices['a'] == 1", "address.city == 'Bonn'", "has(address.city)", "category in prices",
    "[1, 'a', null].exists(e, e == 'a')", "[1, 2.0, 3u] == [1]", "dyn(category) == 1",
    "active ? [] == [1] : true", "size(contacts) > 0 && contacts.size() < 3",
    "contacts.map(c, c.age > 1, c.kind).exists(k, k == category)", "type(category) == string",
    ".category == 'a'", "1 in [2] == false",
  ])
  func `is not found in a sound condition`(text: String) {
    #expect(faults(text, expecting: .bool) == [])
  }

  @Test func `is left to evaluation by a lenient reading`() throws {
    let expression = try Expression("nope(x) || 1 == 'a' || y.z", Declarations(.lenient))
    let error = #expect(throws: EvaluationError.self) { try expression.value { _ in nil } }
    #expect(error?.reason == .noSuchFunction("nope"))
    #expect(error?.place == Place(offset: 0, length: 4))
  }
}

private func tildes(_ count: Int) -> String {
  String(repeating: "~", count: count)
}
