import Testing
import WizardEngine

@Suite("A change of a definition")
struct DefinitionChangeTests {
  private func wizard(_ fields: String, version: Int = 1, more: String = "") throws -> Wizard {
    let checked = checked(
      """
      wizard: sample
      version: \(version)
      title: Sample
      \(more)
      stages:
        - {stage: only, title: Only, fields: [{field: anchor, type: text}, \(fields)]}
        - stage: people
          title: People
          list: {}
          fields: [{field: email, type: email}]
      """
    )
    guard let wizard = checked.wizard else { throw BadSample(faults: checked.faults) }
    return wizard
  }

  private func said(
    _ earlier: String,
    _ later: String,
    more: String = "",
    version: Int = 2
  ) throws -> [String] {
    let change = try DefinitionChange(
      from: wizard(earlier),
      to: wizard(later, version: version, more: more)
    )
    return change.faults.map { "\($0.isWarning ? "warning" : "error") \($0.code)" }
  }

  @Test(arguments: [
    ("{field: a, type: text}", "{field: b, type: text}", "error key-gone"),
    ("{field: a, type: text}", "{field: a, type: text, value: \"'x'\"}", "error key-gone"),
    ("{field: a, type: text}", "{field: a, type: email}", "error type-changed"),
    ("{field: a, type: decimal}", "{field: a, type: integer}", "error type-changed"),
    ("{field: a, type: integer}", "{field: a, type: decimal}", "warning type-changed"),
    ("{field: a, type: email}", "{field: a, type: text}", "warning type-changed"),
    (
      "{field: a, type: choice, options: [{code: x}, {code: y}]}",
      "{field: a, type: choice, options: [{code: y}]}", "error option-gone"
    ),
    (
      "{field: a, type: choice, options: [{code: x}]}",
      "{field: a, type: choices, options: [{code: x}]}", "warning type-changed"
    ),
    (
      "{field: a, type: text}", "{field: a, type: text}, {field: b, type: text, required: true}",
      "error newly-required"
    ),
    (
      "{field: a, type: text}",
      "{field: a, type: text}, {field: b, type: text, required: a == 'x'}",
      "warning newly-required"
    ),
    (
      "{field: a, type: text}",
      "{field: a, type: text}, {field: b, type: text, required: true, when: a == 'x'}",
      "warning newly-required"
    ),
    (
      "{field: a, type: text}", "{field: a, type: text, required: true}", "error newly-required"
    ),
  ])
  func `that breaks answers is told`(earlier: String, later: String, fault: String) throws {
    #expect(try said(earlier, later) == [fault])
  }

  @Test(arguments: [
    // Harmless changes.
    ("{field: a, type: text}", "{field: a, type: text, label: New, max: 99}", ""),
    ("{field: a, type: text}", "{field: a, type: text}, {field: b, type: text}", ""),
    (
      "{field: a, type: text}",
      "{field: a, type: text}, {field: b, type: text, required: true, default: x}", ""
    ),
    (
      "{field: a, type: choice, options: [{code: x}]}",
      "{field: a, type: choice, options: [{code: x}, {code: y}]}", ""
    ),
    ("{field: a, type: text, required: true}", "{field: a, type: text}", ""),
    // What the author has said.
    (
      "{field: a, type: text, required: true}", "{field: b, type: text, required: true}",
      "renamed: {a: b}"
    ),
    ("{field: a, type: text}", "{field: b, type: text}", "removed: [a]"),
  ])
  func `that breaks none is not`(earlier: String, later: String, more: String) throws {
    #expect(try said(earlier, later, more: more) == [])
    #expect(try said(earlier, later, more: more, version: 1) == [])
  }

  @Test func `without a higher version is told beside what it breaks`() throws {
    let (before, now) = ("{field: a, type: text}", "{field: b, type: text}")
    #expect(
      try said(before, now, version: 1) == ["error key-gone", "warning version-not-raised"]
    )
    let fallen = try DefinitionChange(
      from: wizard(before, version: 3),
      to: wizard(before, version: 2)
    )
    #expect(fallen.faults.map(\.code) == ["version-not-raised"])
  }

  private func list(_ stage: String, more: String = "") throws -> Wizard {
    let checked = checked(
      "wizard: sample\nversion: 2\ntitle: Sample\n\(more)\nstages:\n"
        + "  - {stage: s, title: S, fields: [{field: anchor, type: text}]}\n  - \(stage)"
    )
    guard let wizard = checked.wizard else { throw BadSample(faults: checked.faults) }
    return wizard
  }

  @Test(arguments: [
    ("{stage: staff, title: T, list: {}, fields: [{field: email, type: email}]}", "", ["key-gone"]),
    (
      "{stage: staff, title: T, list: {}, fields: [{field: email, type: email}]}",
      "renamed: {people: staff}", []
    ),
    (
      "{stage: people, title: T, list: {}, fields: [{field: mail, type: email}]}", "",
      ["key-gone"]
    ),
    (
      "{stage: people, title: T, list: {}, fields: [{field: mail, type: email}]}",
      "renamed: {people.email: people.mail}", []
    ),
    (
      "{stage: people, title: T, list: {min: 1}, fields: [{field: email, type: email}]}", "",
      ["more-items-needed"]
    ),
    (
      "{stage: people, title: T, list: {}, fields: [{field: email, type: email}, {field: b, type: text, required: true}]}",
      "", ["newly-required"]
    ),
    (
      "{stage: staff, title: T, list: {}, fields: [{field: b, type: text, required: true}]}",
      "removed: [people]", []
    ),
  ])
  func `of a list is told alike`(stage: String, more: String, codes: [String]) throws {
    let before = try list(
      "{stage: people, title: T, list: {}, fields: [{field: email, type: email}]}"
    )
    let change = DefinitionChange(from: before, to: try list(stage, more: more))
    #expect(change.faults.map(\.code).filter { $0 != "version-not-raised" } == codes)
  }

  /// Nobody can have chosen an option that was not there, so what it brings along breaks nothing.
  @Test func `that adds an option with stages of its own breaks nothing`() throws {
    func wizard(_ options: String) throws -> Wizard {
      try WizardEngineTests.wizard(
        stages: """
            - {stage: s, title: S, fields: [{field: a, type: choice, options: [\(options)]}]}
            - include: a

          """
      )
    }
    let stage = "{stage: t, title: T, fields: [{field: b, type: text, required: true}]}"
    let before = try wizard("{code: x}")
    let change = DefinitionChange(
      from: before,
      to: try wizard("{code: x}, {code: y, stages: [\(stage)]}")
    )
    #expect(change.faults.isEmpty)
    let known = DefinitionChange(from: before, to: try wizard("{code: x, stages: [\(stage)]}"))
    #expect(known.faults.map(\.isWarning) == [true])
  }
}
