import PlainValues
import Testing
import WizardEngine

@Suite("A plan")
struct PlanTests {
  let register: Wizard

  init() throws { register = try shipped("register-customer") }

  @Test(arguments: [
    (
      ["companyType": "gmbh", "category": "public"],
      ["first", "commercialRegister", "publicBuyer", "companyData", "contacts"]
    ),
    (["companyType": "other", "category": "retail"], ["first", "companyData", "contacts"]),
    (["mode": "existing", "category": "retail"], ["first"]),
    (["mode": "existing", "category": "health"], ["first", "licence"]),
    (["mode": "existing", "companyType": "gmbh", "category": "health"], ["first", "licence"]),
    ([:], ["first", "companyData", "contacts"]),
  ])
  func `has the stages that the answers bring along`(given: [String: String], stages: [String]) {
    var answers = Answers(to: register)
    for (path, text) in given { register.give(text, to: path, in: &answers) }
    #expect(register.plan(for: answers, on: today).stageKeys(of: register) == stages)
  }

  @Test func `is the same for the same answers`() {
    let answers = register.answers([
      "companyType": "sl", "category": "construction", "name": "Aceros", "contacts.1.lastName": "R",
    ])
    let plans = (0..<3).map { _ in register.plan(for: answers, on: today) }
    #expect(Set(plans.map(\.values)).count == 1)
    #expect(Set(plans.map(\.said)).count == 1)
  }

  @Test func `says all problems together, in field order`() {
    let plan = register.plan([
      "companyType": "gmbh", "category": "public", "identifier": "DE123", "email1": "a@",
      "contacts.1.kind": "external", "contacts.1.phone": "12x",
    ])
    #expect(
      plan.said == [
        "registerCourt E-REQUIRED", "registerNumber E-REQUIRED", "buyerReference E-REQUIRED",
        "identifier length", "name E-REQUIRED", "email1 E-EMAIL", "contacts.1.lastName E-REQUIRED",
        "contacts.1.email E-REQUIRED", "contacts.1.phone structure",
      ]
    )
    #expect(!plan.holds)
  }

  @Test func `knows which stages hold`() {
    let plan = register.plan(["companyType": "other", "category": "retail"])
    #expect(plan.stages.map(\.holds) == [true, false, true])
  }

  @Test func `sees nothing of answers off the path, and has them back with the path`() throws {
    var answers = register.answers([
      "companyType": "other", "category": "health", "licenceNumber": "be-204711", "name": "A",
    ])
    let before = register.plan(for: answers, on: today)
    #expect(before.values["licenceNumber"] == "BE-204711")
    register.give("retail", to: "category", in: &answers)
    let without = register.plan(for: answers, on: today)
    #expect(without.values["licenceNumber"] == nil)
    #expect(!without.paths.contains("licenceNumber"))
    #expect(
      register.parked(in: answers, plan: without)
        == [.field(try #require(register.fieldPositions["licenceNumber"]))]
    )
    register.give("health", to: "category", in: &answers)
    let again = register.plan(for: answers, on: today)
    #expect(again.values == before.values)
    #expect(register.parked(in: answers, plan: again).isEmpty)
  }

  @Test func `leaves out a stage whose fields have all fallen away`() throws {
    let wizard = try wizard(
      stages: """
          - stage: first
            title: First
            fields: [{field: more, type: boolean, default: "false"}]
          - stage: rest
            title: Rest
            fields: [{field: note, type: text, when: more}]
        """
    )
    #expect(wizard.plan([:]).stageKeys(of: wizard) == ["first"])
    #expect(wizard.plan(["more": "yes"]).stageKeys(of: wizard) == ["first", "rest"])
  }

  @Test func `takes in what options of options bring along`() throws {
    let wizard = try wizard(
      stages: """
          - stage: first
            title: First
            fields: [{field: kind, type: choice, from: kinds}]
          - include: kind
          - include: sort
          - {stage: last, title: Last, fields: [{field: z, type: text, when: has(y)}, {field: w, type: text}]}
        """,
      lists: [
        "kinds": """
        options: kinds
        entries:
          - code: a
            stages: &shared
              - stage: inner
                title: Inner
                fields: [{field: sort, type: choice, from: sorts}]
          - {code: b, stages: *shared}
          - {code: c}
        """,
        "sorts": """
        options: sorts
        entries:
          - {code: x}
          - {code: y, stages: [{stage: deep, title: Deep, fields: [{field: y, type: text}]}]}
        """,
      ]
    )
    func stages(_ given: KeyValuePairs<String, String>) -> [String] {
      wizard.plan(given).stageKeys(of: wizard)
    }
    #expect(stages(["kind": "a"]) == ["first", "inner", "last"])
    #expect(stages(["kind": "b", "sort": "y"]) == ["first", "inner", "deep", "last"])
    #expect(stages(["kind": "c", "sort": "y"]) == ["first", "last"])
    #expect(wizard.plan(["kind": "b", "sort": "y", "y": "1"]).paths.contains("z"))
    #expect(
      wizard.fields.map(\.label.context) == [
        "sample/first/kind/label", "kinds/a/inner/sort/label", "sorts/y/deep/y/label",
        "sample/last/z/label", "sample/last/w/label",
      ]
    )
    #expect(PathWalk(of: wizard, on: today).pathCount == 3)
  }
}
