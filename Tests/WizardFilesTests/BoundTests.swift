import Testing
import WizardEngine
import WizardFiles

@Suite("A hostile definition")
struct BoundTests {
  @Test(arguments: [
    ("too large", "title: " + String(repeating: "x", count: 1 << 20), "tooLarge"),
    (
      "too deep",
      "stages: " + String(repeating: "[", count: 33) + String(repeating: "]", count: 33), "tooDeep"
    ),
    ("empty", "", "empty"), ("no mapping", "- a\n- b", "notMapping"),
    ("key twice", "wizard: a\nwizard: b", "duplicateKey"),
    ("unclosed", "wizard: [", "malformed"), ("merge", "<<: {a: b}", "mergeKey"),
    ("documents", "wizard: a\n---\nwizard: b", "severalDocuments"),
    ("alias", "wizard: *a", "unknownAlias"), ("self", "wizard: &a [*a]", "recursiveAlias"),
    ("tag", "wizard: !!int 1", "tag"), ("key", "[a]: b", "keyNotText"),
  ])
  func `is refused for its syntax`(name: String, yaml: String, reason: String) {
    let checked = check(yaml)
    #expect(checked.wizard == nil)
    let found = checked.faults.map { fault in
      if case .syntax(let reason) = fault.reason { reason.rawValue } else { fault.code }
    }
    #expect(found.first == reason || name == "no mapping" && found.first == "wrong-shape")
  }

  @Test func `cannot grow by aliases`() {
    var bomb = "wizard: a\ntitle: T\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n"
    for level in 1...8 {
      let aliases = Array(repeating: "*x\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "x\(level): &x\(level) [\(aliases)]\n"
    }
    #expect(check(bomb).faults.contains { $0.reason == .syntax(.tooManyNodes) })
  }

  @Test(arguments: [2_000, 2_001])
  func `has a bounded number of fields`(count: Int) {
    let fields = (0..<count).map { number in
      let condition = number == 0 ? "" : ", when: f\(number - 1) != 'x\(number)' && has(f0)"
      return "    - {field: f\(number), type: text\(condition)}"
    }
    let checked = check(around(fields: fields.joined(separator: "\n")))
    #expect((checked.wizard == nil) == (count > 2_000))
    #expect(checked.faults.map(\.code) == (count > 2_000 ? ["too-many"] : []))
  }

  @Test(arguments: [10_000, 10_001])
  func `has a bounded number of options`(count: Int) {
    let options = (0..<count).map { "{code: c\($0), label: L\($0)}" }.joined(separator: ", ")
    let checked = check(around(fields: "    - {field: a, type: choice, options: [\(options)]}"))
    #expect(checked.faults.map(\.code) == (count > 10_000 ? ["too-many"] : []))
  }

  @Test func `has a bounded number of stages`() {
    let stages = (0...1_000).map {
      "  - {stage: s\($0), title: S, fields: [{field: f\($0), type: text}]}"
    }
    let yaml = "wizard: a\ntitle: T\nstages:\n" + stages.joined(separator: "\n")
    #expect(check(yaml).faults.map(\.reason) == [.tooMany(.stages, limit: 1_000)])
  }

  @Test func `full of unknown names is refused in bounded time`() {
    let long = String(repeating: "n", count: 30)
    let known = (0..<1_000).map { "    - {field: \(long)\($0), type: text}" }
    let wrong = (0..<900).map {
      "    - {field: w\($0), type: text, \(long)x\($0): y, when: m\(long)\($0) == 'x'}"
    }
    let clock = ContinuousClock()
    let time = clock.measure {
      let checked = check(around(fields: (known + wrong).joined(separator: "\n")))
      #expect(checked.faults.count >= 900)
    }
    #expect(time < .seconds(10))
  }
}
