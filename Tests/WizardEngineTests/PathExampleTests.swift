import Testing
import WizardEngine

@Suite("An example of a path")
struct PathExampleTests {
  private func examples(_ wizard: Wizard, everyOption: Bool = false) -> [PathExample] {
    PathList(of: wizard, on: today, everyOption: everyOption).paths.enumerated().map {
      PathExample(of: $1, in: wizard, on: today, number: $0 + 1) { $0.label.text }
    }
  }

  private func values(_ fields: String...) throws -> [String: String] {
    let wizard = try wizard(
      stages: "  - stage: only\n    title: Only\n    fields:\n"
        + fields.map { "      - {\($0)}\n" }.joined()
    )
    let example = try #require(examples(wizard).first)
    #expect(example.plan.holds && example.missing.isEmpty, "\(example.plan.said)")
    return example.plan.values
  }

  @Test func `leads along the path, with an answer for everything that is needed`() throws {
    let wizard = try shipped("register-customer")
    let list = PathList(of: wizard, on: today, everyOption: false)
    #expect(list.count == 12)
    for (path, example) in zip(list.paths, examples(wizard)) {
      #expect(example.plan.stages.map(\.position) == path.stages)
      // A stored company is the one thing that cannot be made up.
      let isNew = example.plan.values["mode"] == "new"
      #expect(example.missing == (isNew ? [] : ["company"]))
      #expect(example.plan.holds == isNew)
    }
  }

  @Test func `is there for every option too`() throws {
    let wizard = try shipped("register-customer")
    let examples = examples(wizard, everyOption: true)
    let chosen = examples.map {
      "\($0.plan.values["companyType"] ?? "") \($0.plan.values["category"] ?? "")"
    }
    #expect(chosen.contains("sole nonprofit") && chosen.contains("ag services"))
    #expect(Set(chosen).count >= 7 * 8)
    let made = examples.filter { $0.plan.values["mode"] == "new" }
    #expect(made.count == 7 * 8 && made.allSatisfy(\.plan.holds))
    let identifiers = made.compactMap { $0.plan.values["identifier"] }
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func `keeps limits, patterns and rules`() throws {
    let made = try values(
      "field: a, label: Long name, type: text, max: 3, required: true",
      "field: b, label: B, type: text, min: 8, required: true",
      "field: c, label: C, type: text, pattern: '[A-Z]{3}[0-9]', required: true",
      "field: d, label: D, type: integer, min: 500, max: 510, required: true",
      "field: e, label: E, type: decimal, max: -2.5, required: true",
      "field: f, label: F, type: date, max: 1999-12-31, required: true",
      "field: g, label: G, type: date, required: true, rules: [{code: x, check: self > today, message: M, severity: warning}]",
      "field: h, label: H, type: boolean, required: true",
      "field: i, label: I, type: choices, min: 2, required: true, options: [{code: x}, {code: y}, {code: z}]",
      "field: j, label: J, type: text, required: b == 'never'"
    )
    #expect(made["a"] == "L1" && made["b"]?.count == 8 && made["c"] == "AAA0")
    #expect(made["d"] == "500" && made["e"] == "-2.5" && made["f"] == "1999-12-31")
    #expect((made["g"] ?? "") > "2026-03-05" && made["h"] == "true" && made["i"] == "x,y")
    #expect(made["j"] == nil)
  }

  @Test func `takes the country and the state from the fields that say them`() throws {
    let made = try values(
      "field: country, label: C, type: country, required: true, rules: [{code: x, check: self == 'ES', message: M}]",
      "field: zip, label: Z, type: postal-code, required: true",
      "field: state, label: S, type: choice, options: [{code: NW}], required: true",
      "field: tax, label: T, type: de-stnr, state: state, required: true"
    )
    #expect(made["country"] == "ES" && made["zip"] == "11111")
    #expect(made["tax"]?.hasPrefix("5") == true)
  }

  @Test func `fills as many entries of a list as are needed, none like another`() throws {
    let wizard = try wizard(
      stages: """
          - stage: people
            title: People
            list: {min: 3, unique: [kind]}
            fields:
              - {field: kind, label: K, type: choice, options: [{code: a}, {code: b}, {code: c}], required: true}
              - {field: record, label: R, type: record, of: company, required: item.kind == 'b'}

        """
    )
    let example = try #require(examples(wizard).first)
    #expect(example.answers.lists[0].count == 3)
    let kinds = example.plan.fields.filter { $0.path.hasSuffix("kind") }.compactMap {
      $0.value?.text
    }
    #expect(Set(kinds) == ["a", "b", "c"])
    #expect(example.missing.count == 1 && example.missing[0].hasSuffix(".record"))
  }

  @Test func `says what it cannot make up`() throws {
    let wizard = try wizard(
      fields:
        "field: a, label: A, type: text, required: true, rules: [{code: x, check: 'false', message: M}]",
      "field: b, label: B, type: text, secret: true, required: true",
      "field: c, label: C, type: record, of: company, required: true"
    )
    #expect(examples(wizard).map(\.missing) == [["a", "b", "c"]])
  }
}
