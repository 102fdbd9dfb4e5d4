import PlainValues
import Testing

@testable import Expressions

@Suite("A condition")
struct ConditionTests {
  private static let declarations: Declarations = {
    var names = Declarations()
    let contact = ObjectShape(name: "contact", fields: [.init("kind", .string)])
    names.declare("mode", slot: 0, type: .string)
    names.declare("active", slot: 1, type: .bool)
    names.declare("age", slot: 2, type: .int)
    names.declare("item", slot: 3, type: .object(contact))
    names.declare("tags", slot: 4, type: .list(.string))
    names.declare("today", slot: 5, type: .date)
    return names
  }()

  private typealias Subject = Condition.Subject

  @Test(arguments: [
    ("mode == 'new'", Condition.compare(.init(slot: 0), .equal, .string("new"))),
    ("'new' != mode", .compare(.init(slot: 0), .notEqual, .string("new"))),
    ("18 <= age", .compare(.init(slot: 2), .greaterOrEqual, .int(18))),
    ("(age < -1)", .compare(.init(slot: 2), .less, .int(-1))),
    ("item.kind == 'x'", .compare(.init(slot: 3, fields: ["kind"]), .equal, .string("x"))),
    ("mode in ['a', 'b']", .isOne(.init(slot: 0), of: [.string("a"), .string("b")])),
    ("'vip' in tags", .includes(.init(slot: 4), .string("vip"))),
    ("active", .isTrue(.init(slot: 1))),
    ("!active", .not(.isTrue(.init(slot: 1)))),
    ("has(mode)", .isAnswered(.init(slot: 0))),
    ("has(item.kind)", .isAnswered(.init(slot: 3, fields: ["kind"]))),
    ("true", .always(true)),
    ("mode.size() > 3", .other("mode.size() > 3")),
    ("mode in ['a', mode]", .other("mode in ['a', mode]")),
    ("active ? true : false", .other("active ? true : false")),
    (
      "active && (mode == 'a' || mode.startsWith('é')) && has(age)",
      .all([
        .isTrue(.init(slot: 1)),
        .any([
          .compare(.init(slot: 0), .equal, .string("a")), .other("mode.startsWith('é')"),
        ]),
        .isAnswered(.init(slot: 2)),
      ])
    ),
    ("(age + 1) * 2 == (3 * 1)", .other("(age + 1) * 2 == (3 * 1)")),
  ])
  func `says what is compared with what`(text: String, condition: Condition) throws {
    #expect(try Expression(text, Self.declarations).condition == condition)
  }

  @Test func `compares with a date, not with its text`() throws {
    let date = try #require(CivilDate(iso: "2026-12-31"))
    let expression = try Expression("today <= '2026-12-31'", Self.declarations)
    #expect(expression.condition == .compare(.init(slot: 5), .lessOrEqual, .date(date)))
  }

  @Test func `names what it reads, and where`() throws {
    let expression = try Expression(
      "mode == 'a' && item.kind == mode && tags.all(t, t == mode)",
      Self.declarations
    )
    #expect(expression.slots == [0, 3, 4])
    #expect(
      expression.reads == [
        .init(slot: 0, place: .init(offset: 0, length: 4)),
        .init(slot: 3, place: .init(offset: 15, length: 4)),
        .init(slot: 0, place: .init(offset: 28, length: 4)),
        .init(slot: 4, place: .init(offset: 36, length: 4)),
        .init(slot: 0, place: .init(offset: 53, length: 4)),
      ]
    )
    #expect(expression.type == .bool)
  }
}
