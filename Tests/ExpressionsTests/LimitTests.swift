import Testing

@testable import Expressions

@Suite("A limit")
struct LimitTests {
  private func reason(_ text: String) -> Fault.Reason? {
    do throws(Faults) {
      _ = try Expression(text, Declarations(.lenient))
      return nil
    } catch {
      return error.faults.first?.reason
    }
  }

  @Test func `bounds the length of a text`() {
    #expect(reason("1" + String(repeating: " ", count: 65_535)) == nil)
    #expect(reason("1" + String(repeating: " ", count: 65_536)) == .tooLong(bytes: 65_537))
  }

  @Test(arguments: [
    ("(", "1", ")"), ("[", "1", "]"), ("{1:", "1", "}"), ("f(", "1", ")"), ("a[", "1", "]"),
    ("!", "true", ""), ("-", "1", ""), ("true ? 1 : ", "1", ""), ("", "1", "+1"), ("", "1", "*1"),
    ("", "1", "==1"), ("", "a", ".a"), ("", "a", "[0]"), ("", "a", ".f()"),
    ("true && (", "true", ")"), ("false || (true && ", "true", ")"),
    ("[1].map(x, ", "1", ")"), ("", "[1]", ".map(x, x)"), ("has(a[", "1", "].a)"),
  ])
  func `bounds nesting of every sort`(before: String, middle: String, after: String) {
    func nested(_ count: Int) -> String {
      String(repeating: before, count: count) + middle + String(repeating: after, count: count)
    }
    #expect(reason(nested(60)) == nil)
    // As deep as a text can be: refused, and no stack is exhausted on the way.
    #expect(reason(nested(65_000 / (before.utf8.count + after.utf8.count))) == .tooDeep)
  }

  @Test func `bounds nesting that is never closed`() {
    for text in ["(", "[", "{", "!", "-", "a(", "a[", "true?1:", "1+(", "a.b("] {
      let row = String(repeating: text, count: 65_000 / text.utf8.count)
      #expect(reason(row) != nil)
    }
  }

  @Test(arguments: [
    "l.all(a, l.all(b, l.all(c, l.all(d, a + b + c + d >= 0))))",
    "l.exists(a, l.exists(b, l.exists(c, l.exists(d, 1 / 0 == 1))))",
    "l.map(a, l.map(b, l.map(c, l.map(d, 1))))",
    "l.filter(a, l.filter(b, l.filter(c, l.all(d, true)) == []) == [])",
    "l.all(a, l.all(b, l.all(c, (l + l) == (l + l))))",
    "l.all(a, l.all(b, l.all(c, 100 in l || true)))",
    "l.all(a, l.all(b, l.all(c, t.contains(t + 'b') || true)))",
    "l.all(a, l.all(b, l.all(c, t.matches('^(a?){20}x') || true)))",
    "l.all(a, l.all(b, l.all(c, t.matches(t + 'x') || true)))",
  ])
  func `bounds the steps of nested macros`(source: String) throws {
    var names = Declarations()
    names.declare("l", slot: 0, type: .list(.int))
    names.declare("t", slot: 1, type: .string)
    let expression = try Expression(source, names)
    let list = Value.list((0..<100).map(Value.int))
    let text = Value.string(String(repeating: "a", count: 500))
    let duration = ContinuousClock().measure {
      let error = #expect(throws: EvaluationError.self) {
        try expression.value(steps: 200_000) { $0 == 0 ? list : text }
      }
      #expect(error?.reason == .budget)
    }
    #expect(duration < .seconds(5))
  }

  @Test func `is not passed over by an absorbing operator`() throws {
    var names = Declarations()
    names.declare("t", slot: 0, type: .string)
    let evil = Value.string(String(repeating: "a", count: 5000) + "!")
    for text in [
      "t.matches('^(a+)+$') || true", "[1, 2].exists(e, e == 2 || t.matches('^(a+)+$'))",
    ] {
      let expression = try Expression(text, names)
      let error = #expect(throws: EvaluationError.self) { try expression.holds { _ in evil } }
      #expect(error?.reason == .patternLimit)
    }
  }

  @Test func `bounds what is made`() throws {
    var names = Declarations()
    names.declare("t", slot: 0, type: .string)
    names.declare("l", slot: 1, type: .list(.int))
    let big = Value.string(String(repeating: "a", count: 600_000))
    let list = Value.list(Array(repeating: .int(1), count: 60_000))
    let doubling = "[[1, 1]]" + String(repeating: ".map(x, [x, x])", count: 40)
    for text in ["t + t", "l + l", doubling, "[t, t, t, t]"] {
      let expression = try Expression(text, names)
      let error = #expect(throws: EvaluationError.self) {
        try expression.value { $0 == 0 ? big : list }
      }
      #expect(error?.reason == .tooLarge, "\(text.prefix(20))")
    }
    let compared = try Expression("\(doubling) == \(doubling)", names)
    let error = #expect(throws: EvaluationError.self) { try compared.value { _ in nil } }
    #expect(error?.reason == .budget)
  }

  @Test func `may be chosen by the caller`() throws {
    let expression = try Expression("[1, 2, 3].map(x, x)", Declarations())
    #expect(throws: EvaluationError.self) { try expression.value(steps: 4) { _ in nil } }
    #expect(try expression.value(steps: 20) { _ in nil } == .list([.int(1), .int(2), .int(3)]))
  }

  @Test func `keeps mutilated texts from doing harm`() {
    let seed =
      #"{'a': [1u, 2.5e3], b'\x41': r"x"}.exists(k, has(x.y) && !k.matches('a+')) ? -1 : 0x1F"#
    let bytes = Array(seed.utf8)
    let strange = Array("'\"\\`([{}])!-+.?:,=&|<>0xeu\n\u{0}é".utf8)
    var generator = SplitMix(state: 42)
    for _ in 0..<4000 {
      var mutated = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let position = Int.random(in: mutated.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutated.remove(at: position)
        case 1: mutated.insert(strange.randomElement(using: &generator) ?? 0, at: position)
        default: mutated[position] = strange.randomElement(using: &generator) ?? 0
        }
      }
      let text = String(decoding: mutated, as: UTF8.self)
      do throws(Faults) {
        let expression = try Expression(text, Declarations(.lenient))
        _ = try? expression.value { _ in nil }
        _ = expression.condition
      } catch {
        for fault in error.faults {
          #expect(fault.place.offset >= 0 && fault.place.end <= text.utf8.count, "\(text)")
        }
      }
    }
  }
}

/// A generator that gives the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
