import Testing
import WizardEngine

@Suite("An expression of a definition")
struct ExpressionPlaceTests {
  @Test(arguments: [("a", ["kind", "note"]), ("b", ["kind"]), ("", ["kind"])])
  func `decides whether a field is asked`(kind: String, paths: [String]) throws {
    let wizard = try wizard(
      fields: "field: kind, type: text",
      "field: note, type: text, when: kind == 'a'"
    )
    #expect(wizard.plan(["kind": kind]).paths == paths)
  }

  @Test func `decides whether a stage and an include apply`() throws {
    let wizard = try wizard(
      stages: """
          - stage: first
            title: First
            fields:
              - {field: on, type: boolean}
              - field: kind
                type: choice
                options:
                  - code: a
                    stages:
                      - {stage: brought, title: Brought, fields: [{field: x, type: text}]}
          - include: kind
            when: on
          - {stage: last, title: Last, when: "!on", fields: [{field: y, type: text}]}
        """
    )
    #expect(wizard.plan(["kind": "a"]).stageKeys(of: wizard) == ["first", "last"])
    #expect(wizard.plan(["on": "yes", "kind": "a"]).stageKeys(of: wizard) == ["first", "brought"])
    #expect(wizard.plan(["on": "yes"]).stageKeys(of: wizard) == ["first"])
  }

  @Test func `decides whether a list takes items`() throws {
    let wizard = try wizard(
      stages: """
          - {stage: first, title: First, fields: [{field: more, type: boolean}]}
          - stage: people
            title: People
            list: {min: 1, when: more}
            fields: [{field: name, type: text}]
          - stage: last
            title: Last
            fields: [{field: count, type: integer, value: size(people)}]
        """
    )
    let given: KeyValuePairs = ["more": "no", "people.1.name": "Ana"]
    let without = wizard.plan(given)
    #expect(without.stageKeys(of: wizard) == ["first", "last"])
    #expect(without.values["count"] == "0")
    #expect(wizard.parked(in: wizard.answers(given), plan: without).count == 1)
    #expect(wizard.plan(["more": "yes"]).said == ["people E-ITEMS"])
    #expect(wizard.plan(["more": "yes", "people.1.name": "Ana"]).values["count"] == "1")
  }

  @Test(arguments: [("de", ["x"]), ("en", ["x", "y"])])
  func `decides which options are offered`(language: String, offered: [String]) throws {
    let wizard = try wizard(
      fields: "field: language, type: text",
      "field: kind, type: choice, options: [{code: x}, {code: y, when: language == 'en'}]"
    )
    let plan = wizard.plan(["language": language, "kind": "y"])
    let field = try #require(plan.fields.last)
    #expect(field.offered.map { wizard.fields[1].options[$0].code } == offered)
    #expect(plan.said == (offered.contains("y") ? [] : ["kind E-CHOICE"]))
  }

  @Test(arguments: [("yes", ["name E-REQUIRED"]), ("no", [])])
  func `decides whether an answer is needed`(is: String, said: [String]) throws {
    let wizard = try wizard(
      fields: "field: strict, type: boolean",
      "field: name, type: text, required: strict"
    )
    #expect(wizard.plan(["strict": `is`]).said == said)
  }

  @Test func `suggests a value until somebody gives one`() throws {
    let wizard = try wizard(
      fields: "field: country, type: country",
      "field: language, type: language, default: \"= country == 'ES' ? 'es' : 'de'\""
    )
    #expect(wizard.plan([:]).values["language"] == "de")
    #expect(wizard.plan(["country": "ES"]).values["language"] == "es")
    #expect(wizard.plan(["country": "ES", "language": "en"]).values["language"] == "en")
    #expect(wizard.plan(["country": "ES", "language": ""]).values["language"] == nil)
  }

  @Test func `suggests nothing where it has no value or one that does not hold`() throws {
    let wizard = try wizard(
      fields: "field: first, type: text",
      "field: empty, type: text, default: = first",
      "field: none, type: choice, options: [{code: a}], default: = first",
      "field: needed, type: text, required: true, default: = first"
    )
    #expect(wizard.plan([:]).said == ["needed E-REQUIRED"])
    let plan = wizard.plan(["first": "b"])
    #expect(plan.values == ["first": "b", "empty": "b", "needed": "b"])
    #expect(plan.said == [])
  }

  @Test func `computes a field that nobody is asked`() throws {
    let wizard = try wizard(
      fields: "field: net, type: decimal",
      "field: rate, type: integer",
      "field: small, type: decimal, value: net / 1000000.0",
      "field: gross, type: decimal, value: net * 1.5",
      "field: none, type: integer, value: rate + 1"
    )
    let plan = wizard.plan(["net": "10.5", "small": "7"])
    #expect(plan.values == ["net": "10.5", "gross": "15.75", "small": "0.0000105"])
    #expect(plan.fields.map(\.isAsked) == [true, true, false, false, false])
    #expect(plan.said == [])
  }

  @Test(arguments: [
    ("2026-03-04", ["until past", "until not-monday"]), ("2026-03-09", []),
    ("2026-03-06", ["until not-monday"]),
  ])
  func `judges an answer with rules of the author`(day: String, said: [String]) throws {
    let wizard = try wizard(
      fields: """
        field: until, type: date, rules: [
          {code: past, check: self >= today, message: Past},
          {code: not-monday, check: self == '2026-03-09', severity: warning, message: No Monday}]
        """
    )
    let plan = wizard.plan(["until": day])
    #expect(plan.said == said)
    #expect(plan.holds == !said.contains("until past"))
    #expect((plan.values["until"] == nil) == said.contains("until past"))
  }

  @Test func `sees the item's earlier fields and the wizard's`() throws {
    let wizard = try wizard(
      stages: """
          - {stage: first, title: First, fields: [{field: country, type: country}]}
          - stage: people
            title: People
            list: {}
            fields:
              - {field: kind, type: text}
              - {field: email, type: email, required: item.kind == 'x' && country == 'DE'}
              - {field: note, type: text, when: "has(item.email)", default: = item.kind}
        """
    )
    let plan = wizard.plan([
      "country": "DE", "people.1.kind": "x", "people.2.kind": "y", "people.2.email": "a@b.de",
    ])
    #expect(plan.said == ["people.1.email E-REQUIRED"])
    #expect(plan.values["people.2.note"] == "y")
    #expect(!plan.paths.contains("people.1.note"))
  }

  @Test func `sees a list and its items`() throws {
    let wizard = try wizard(
      stages: """
          - stage: people
            title: People
            list: {}
            fields: [{field: kind, type: text}, {field: age, type: integer}]
          - stage: last
            title: Last
            fields:
              - {field: adults, type: boolean, value: "people.all(p, p.age >= 18)"}
              - {field: first, type: text, value: "people[0].kind"}
              - field: names
                type: text
                value: "people.exists(p, has(p.kind)) ? 'some' : 'none'"
        """
    )
    let plan = wizard.plan(["people.1.kind": "x", "people.1.age": "20", "people.2.age": "3"])
    #expect(plan.values["adults"] == "false")
    #expect(plan.values["first"] == "x")
    #expect(plan.values["names"] == "some")
  }

  @Test func `does not see an answer that does not hold`() throws {
    let wizard = try wizard(
      fields: "field: age, type: integer, max: 120",
      "field: old, type: boolean, value: has(age)"
    )
    #expect(wizard.plan(["age": "12x"]).values == ["old": "false"])
    #expect(wizard.plan(["age": "121"]).values == ["old": "false"])
    #expect(wizard.plan(["age": "120"]).values["old"] == "true")
  }
}
