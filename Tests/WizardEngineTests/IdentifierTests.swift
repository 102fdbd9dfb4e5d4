import Testing
import WizardEngine

@Suite("An identifier")
struct IdentifierTests {
  let wizard: Wizard

  init() throws {
    wizard = try WizardEngineTests.wizard(
      fields: """
        field: type, type: choice, options: [
          {code: gmbh, identifier: de-vat}, {code: sole, identifier: {DE: de-vat, ES: es-nif}},
          {code: body, identifier: {mask: PUB-000X, editable: true}},
          {code: other, identifier: {mask: CLI-000X, editable: false}}, {code: none}]
        """,
      "field: country, type: country",
      "field: id, type: identifier, by: type, country: country, required: true"
    )
  }

  @Test(arguments: [
    ("gmbh", "", "DE136695976", "DE136695976"), ("gmbh", "", "X-1", "charset"),
    ("sole", "ES", "b58378431", "B58378431"), ("sole", "DE", "DE 136695976", "DE136695976"),
    ("sole", "FR", "anything", "anything"), ("sole", "", "anything", "anything"),
    ("none", "", "anything", "anything"), ("", "", "anything", "anything"),
    ("body", "", "PUB-7", "PUB-7"), ("gmbh", "", "", "E-REQUIRED"), ("none", "", "", "E-REQUIRED"),
  ])
  func `is what the type and the country say`(
    type: String,
    country: String,
    given: String,
    outcome: String
  ) {
    let plan = wizard.plan(["type": type, "country": country, "id": given])
    #expect(plan.values["id"] ?? plan.problems.first?.code == outcome)
  }

  @Test(arguments: [("other", false), ("body", true)])
  func `is drawn from a mask where none is given`(type: String, isAsked: Bool) throws {
    let field = try #require(wizard.plan(["type": type]).fields.last)
    #expect(field.source == .drawn)
    #expect(field.value == nil)
    #expect(field.isAsked == isAsked)
    #expect(field.problems.isEmpty)
    #expect(wizard.plan(["type": type]).holds)
    #expect(wizard.plan(["type": type, "id": "  "]).holds)
  }

  @Test(arguments: [AnswerOrigin.file, .set])
  func `is refused where a file gives one that is always drawn`(origin: AnswerOrigin) throws {
    let plan = wizard.plan(["type": "other", "id": "CLI-0007"], from: origin)
    #expect(plan.said == ["id E-ID-LOCKED"])
    // Somebody must be able to take it back.
    #expect(plan.fields.last?.isAsked == true)
    let emptied = wizard.plan(["type": "other", "id": ""], from: origin)
    #expect(emptied.fields.last?.source == .drawn)
  }

  @Test func `is parked where it was typed for another type`() throws {
    var answers = wizard.answers(["type": "gmbh", "id": "DE136695976"])
    wizard.give("other", to: "type", in: &answers)
    let plan = wizard.plan(for: answers, on: today)
    #expect(plan.holds)
    #expect(plan.fields.last?.source == .drawn)
    wizard.give("gmbh", to: "type", in: &answers)
    #expect(wizard.plan(for: answers, on: today).values["id"] == "DE136695976")
  }

  @Test func `of a stored record stays`() throws {
    let plan = wizard.plan(["type": "other", "id": "CLI-0007"], from: .record)
    #expect(plan.values["id"] == "CLI-0007")
    #expect(plan.fields.last?.isAsked == false)
  }

  @Test func `is decided by the nearest earlier choice unless it names one`() throws {
    let wizard = try WizardEngineTests.wizard(
      fields: "field: a, type: choice, options: [{code: x, identifier: iban}]",
      "field: b, type: choice, options: [{code: x, identifier: lei}]",
      "field: near, type: identifier",
      "field: named, type: identifier, by: a"
    )
    let plan = wizard.plan([
      "a": "x", "b": "x", "near": "DE89370400440532013000", "named": "DE89370400440532013000",
    ])
    #expect(plan.values["near"] == nil)
    #expect(plan.values["named"] == "DE89370400440532013000")
  }
}
