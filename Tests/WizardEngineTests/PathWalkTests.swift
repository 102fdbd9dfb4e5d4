import Testing
import WizardEngine

@Suite("A walk of all paths")
struct PathWalkTests {
  private func walk(_ wizard: Wizard) -> PathWalk { PathWalk(of: wizard, on: today) }

  private func said(_ wizard: Wizard) -> [String] {
    walk(wizard).faults.map { fault in
      switch fault.reason {
      case .stageNeverAppears(let text), .alwaysTrue(let text), .alwaysFalse(let text),
        .fieldNeverAsked(let text), .fieldUnanswerable(let text):
        "\(fault.code) \(text)"
      default: fault.code
      }
    }
  }

  @Test func `finds every sequence of stages, with choices that lead to it`() throws {
    let wizard = try shipped("register-customer")
    let walk = walk(wizard)
    #expect(walk.pathCount == 12)
    #expect(walk.faults.isEmpty)
    for path in walk.paths {
      var answers = Answers(to: wizard)
      for choice in path.choices { answers.values[choice.field] = GivenAnswer(choice.content) }
      #expect(wizard.plan(for: answers, on: today).stages.map(\.position) == path.stages)
    }
    #expect(Set(walk.paths.map(\.stages)).count == 12)
    #expect(
      walk.paths.first?.choices.map { wizard.fields[$0.field].key } == [
        "mode", "companyType", "category",
      ]
    )
  }

  @Test(arguments: [
    // A condition that no option fulfils, at its own place.
    (
      "field: a, type: choice, options: [{code: x}, {code: y}]",
      "field: b, type: text, when: a == 'z'",
      ["field-never-asked b", "always-false a == 'z'"]
    ),
    // An answer that is always there.
    (
      "field: a, type: choice, required: true, options: [{code: x}]",
      "field: b, type: text, when: has(a)",
      ["always-true has(a)"]
    ),
    (
      "field: a, type: boolean, required: true", "field: b, type: text, required: a || !a",
      ["always-true a || !a"]
    ),
    ("field: a, type: boolean", "field: b, type: text, required: a || !a", ["always-true a || !a"]),
    ("field: a, type: boolean", "field: b, type: text, required: has(a)", []),
    (
      "field: a, type: boolean",
      "field: b, type: choice, options: [{code: x, when: a && !a}, {code: y}]",
      ["always-false a && !a"]
    ),
    (
      "field: a, type: text", "field: b, type: text, when: 1 == 2",
      ["field-never-asked b", "always-false 1 == 2"]
    ),
    // A choice that must be answered and offers nothing on some path.
    (
      "field: a, type: choice, required: true, options: [{code: x}, {code: y}]",
      "field: b, type: choice, required: true, options: [{code: z, when: a == 'x'}]",
      ["field-unanswerable b"]
    ),
    (
      "field: a, type: choice, required: true, options: [{code: x}, {code: y}]",
      "field: b, type: choice, options: [{code: z, when: a == 'x'}]", []
    ),
    (
      "field: a, type: choice, required: true, options: [{code: x}, {code: y}]",
      "field: b, type: choice, required: true, when: a == 'x', options: [{code: z, when: a == 'y'}, {code: v, when: a == 'x'}]",
      ["always-false a == 'y'", "always-true a == 'x'"]
    ),
    (
      "field: a, type: text",
      "field: b, type: choice, required: true, options: [{code: z, when: a == 'x'}]", []
    ),
    // Open answers are not judged.
    ("field: a, type: text", "field: b, type: text, when: a == 'z'", []),
    ("field: a, type: date", "field: b, type: text, when: a < today && a > today", []),
    ("field: a, type: integer", "field: b, type: text, when: a > 9223372036854775806", []),
    // Combinations of several options.
    (
      "field: a, type: choices, options: [{code: x}, {code: y}, {code: z}]",
      "field: b, type: text, when: \"'x' in a && 'y' in a\"", []
    ),
    (
      "field: a, type: choices, options: [{code: x}, {code: y}]",
      "field: b, type: text, when: \"'z' in a\"", ["field-never-asked b", "always-false 'z' in a"]
    ),
    // Through a computed field.
    (
      "field: a, type: choice, options: [{code: x}, {code: y}]",
      "field: c, type: boolean, value: a == 'x'}\n      - {field: b, type: text, when: c && a == 'y'",
      ["field-never-asked b", "always-false c && a == 'y'"]
    ),
    // A locked identifier is never typed.
    (
      "field: a, type: choice, options: [{code: x, identifier: {mask: A-0X}}]",
      "field: b, type: identifier", ["field-never-asked b"]
    ),
    // A required choice under an open condition may be missing nevertheless.
    (
      "field: t, type: text}\n      - {field: a, type: boolean, required: true, when: t == 'x'",
      "field: b, type: text, when: has(a)", []
    ),
  ])
  func `reports what can never matter`(first: String, second: String, expected: [String]) throws {
    #expect(Set(said(try wizard(fields: first, second))) == Set(expected))
  }

  @Test func `reports stages that never appear, not their fields`() throws {
    let wizard = try wizard(
      stages: """
          - stage: first
            title: First
            fields:
              - field: a
                type: choice
                required: true
                options:
                  - code: x
                    stages: [{stage: withX, title: X, fields: [{field: fx, type: text}]}]
                  - code: y
                    when: a2 == 'no'
                    stages: [{stage: withY, title: Y, fields: [{field: fy, type: text}]}]
          - include: a
          - {stage: never, title: N, when: a == 'z', fields: [{field: b, type: text, when: a == 'x'}]}
          - {stage: empty, title: E, fields: [{field: c, type: text, when: a == 'z'}]}
        """.replacing("a2 == 'no'", with: "1 == 2")
    )
    #expect(
      said(wizard) == [
        "always-false 1 == 2", "stage-never-appears withY", "stage-never-appears never",
        "always-false a == 'z'", "stage-never-appears empty", "always-false a == 'z'",
      ]
    )
    let never = try #require(walk(wizard).faults.first { $0.code == "always-false" })
    #expect(never.place.line == 14)
    #expect(never.isWarning)
  }

  @Test func `takes conditions over open answers to hold, and says so of their stages`() throws {
    let wizard = try wizard(
      stages: """
          - {stage: first, title: F, fields: [{field: amount, type: integer}, {field: on, type: boolean}]}
          - {stage: large, title: L, when: amount > 1000, fields: [{field: b, type: boolean}]}
          - {stage: more, title: M, when: b, fields: [{field: c, type: text}]}
          - {stage: last, title: Z, when: on, fields: [{field: d, type: text}]}
        """
    )
    let walk = walk(wizard)
    #expect(walk.faults.isEmpty)
    #expect(walk.pathCount == 4)
    #expect(walk.paths.allSatisfy { $0.openStages == [1] })
  }

  @Test func `walks what is independent side by side`() throws {
    let fields = (0..<40).map { "field: f\($0), type: boolean" }
    let stages = (0..<40).map {
      "  - {stage: s\($0), title: S, when: f\($0), fields: [{field: g\($0), type: text}]}"
    }
    let wizard = try wizard(
      stages: "  - {stage: first, title: F, fields: [{\(fields.joined(separator: "}, {"))}]}\n"
        + stages.joined(separator: "\n")
    )
    let walk = walk(wizard)
    #expect(walk.faults.isEmpty)
    #expect(walk.pathCount == 1 << 40)
    #expect(walk.paths.count == PathWalk.mostListed)
  }

  @Test func `gives up on too many combinations, and says so`() throws {
    let names = (0..<18).map { "f\($0)" }
    let all = names.joined(separator: " && ")
    let wizard = try wizard(
      stages: "  - stage: first\n    title: F\n    fields: ["
        + names.map { "{field: \($0), type: boolean, required: true}" }.joined(separator: ", ")
        + "]\n  - {stage: last, title: L, when: \(all), fields: [{field: x, type: text}]}"
    )
    let walk = PathWalk(of: wizard, on: today, mostCombinations: 500)
    #expect(walk.faults.map(\.reason) == [.tooManyPaths(limit: 500)])
    #expect(walk.pathCount == nil)
    #expect(walk.paths.isEmpty)
  }

  @Test func `goes through options in groups, and through a chain of conditions`() throws {
    let options = (0..<5_000).map { "{code: c\($0)}" }.joined(separator: ", ")
    let chain = (1..<100).map {
      "      - {field: f\($0), type: boolean, required: true, when: f\($0 - 1)}"
    }
    let wizard = try wizard(
      fields: "field: a, type: choice, options: [\(options)]",
      "field: b, type: text, when: a == 'c17'",
      "field: f0, type: boolean, required: true}\n"
        + chain.joined(separator: "\n") + "\n      - {field: last, type: text, when: f99 && !f0"
    )
    #expect(said(wizard) == ["field-never-asked last", "always-false f99 && !f0"])
  }
}
