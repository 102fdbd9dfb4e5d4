import PlainValues
import Testing

@testable import Expressions

/// Slots: 0 `x` (int), 1 `s` (string), 2 `b` (bool), 3 `l` (list of objects), 4 `n` (list of int),
/// 5 `m` (map), 6 `o` (object), 7 `d` (date); only the given ones are answered.
@Suite("An unanswered field")
struct AbsenceTests {
  private static let contact = ObjectShape(
    name: "contacts",
    fields: [.init("kind", .string), .init("email", .string)]
  )

  static let declarations: Declarations = {
    var names = Declarations()
    names.declare("x", slot: 0, type: .int)
    names.declare("s", slot: 1, type: .string)
    names.declare("b", slot: 2, type: .bool)
    names.declare("l", slot: 3, type: .list(.object(contact)))
    names.declare("n", slot: 4, type: .list(.int))
    names.declare("m", slot: 5, type: .map(key: .string, value: .int))
    names.declare("o", slot: 6, type: .object(contact))
    names.declare("d", slot: 7, type: .date)
    return names
  }()

  @Test(
    arguments: Case.table(
      """
      x == 1 => false
      x != 1 => false
      1 < x => false
      x >= x => false
      !(x == 1) => true
      x in [1] => false
      1 in n => false
      x in n => false
      'a' in m => false
      d < '2026-01-01' => false
      x => absent
      x + 1 => absent
      -x => absent
      x + 1 == 2 => false
      x + 1 / 0 => !divisionByZero
      s + 'a' => absent
      size(s) => absent
      s.size() > 0 => false
      s.startsWith('a') => false
      'a'.startsWith(s) => false
      s.endsWith('') => false
      s.contains('') => false
      'a'.contains(s) => false
      s.matches('') => false
      'a'.matches(s) => false
      !s.contains('a') => true
      b => absent
      !b => true
      b && true => false
      b || true => true
      b || false => false
      b ? 1 : 2 => 2
      b == false => false
      b == b => false
      has(x) => false
      has(b) => false
      has(o.email) => false
      has(o) => false
      has(m.a) => false
      o.email => absent
      o.email == 'a' => false
      m.a => absent
      m['a'] => absent
      n[0] => absent
      [1, 2][x] => absent
      [x, 1] => [1]
      {'a': x, 'b': 1} => {'b': 1}
      {s: 1} => {}
      n.all(e, e > 0) => true
      n.exists(e, e > 0) => false
      n.exists_one(e, e > 0) => false
      n.filter(e, e > 0) => absent
      n.map(e, e + 1) => absent
      [1, 2].map(e, x) => []
      [1, 2].filter(e, b) => []
      [1, 2].all(e, b) => false
      l.exists(c, c.kind == 'external') => false
      string(x) => absent
      int(s) => absent
      date(s) => absent
      dyn(x) => absent
      type(x) => absent
      """
    )
  )
  func `has a rule everywhere`(example: Case) {
    let found = outcome(example.expression, Self.declarations) { _ in nil }
    #expect(found == example.result)
  }

  @Test(
    arguments: Case.table(
      """
      has(o.kind) => true
      has(o.email) => false
      o.kind == 'external' => true
      o.email == 'a' => false
      l.exists(c, c.kind == 'external') => true
      l.all(c, has(c.email)) => false
      l.filter(c, has(c.email)).map(c, c.email) => ['a@b']
      l.map(c, c.email) => ['a@b']
      l.exists_one(c, c.email.endsWith('b')) => true
      l[0].kind => 'contact'
      size(l) => 2
      dyn(o).kind => 'external'
      dyn(o)['kind'] => 'external'
      dyn(o).email => absent
      dyn(o).phone => !noSuchKey
      has(dyn(o).email) => false
      has(dyn(o).phone) => !noSuchKey
      o == l[1] => true
      o == l[0] => false
      d > '2026-01-01' && d < '2026-12-31' => true
      d in ['2026-06-30'] => true
      d - date('2026-06-01') => 29
      has(l) && has(d) => true
      """
    )
  )
  func `stands beside answered ones`(example: Case) {
    let shape = Self.contact
    let first = Value.object(
      ObjectValue(shape: shape, values: [.string("contact"), .string("a@b")])
    )
    let second = Value.object(ObjectValue(shape: shape, values: [.string("external"), nil]))
    let found = outcome(example.expression, Self.declarations) { slot in
      switch slot {
      case 3: .list([first, second])
      case 6: second
      case 7: CivilDate(iso: "2026-06-30").map(Value.date)
      default: nil
      }
    }
    #expect(found == example.result)
  }

  @Test func `makes a condition false`() throws {
    let condition = try Expression("b", Self.declarations, expecting: .bool)
    #expect(try !condition.holds { _ in nil })
    #expect(try condition.holds { _ in .bool(true) })
    #expect(throws: EvaluationError.self) { try condition.holds { _ in .int(1) } }
  }
}
