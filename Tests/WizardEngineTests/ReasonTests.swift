import Expressions
import Testing
import WizardEngine

@Suite("The reason for asking")
struct ReasonTests {
  let wizard: Wizard

  init() throws { wizard = try shipped("register-customer") }

  private func field(_ path: String, _ given: KeyValuePairs<String, String>) -> AskingReason {
    var answers = wizard.answers(given)
    let address = wizard.address(path, adding: &answers)
    return wizard.reason(for: address, in: wizard.plan(for: answers, on: today), on: today)
  }

  private func position(_ key: String) -> Int { wizard.fieldPositions[key] ?? -1 }

  @Test func `is nothing for what is always asked`() {
    #expect(field("mode", [:]) == AskingReason(isAsked: true, causes: []))
  }

  @Test func `is the option that brings a stage along`() throws {
    let reason = field("licenceNumber", ["category": "health"])
    #expect(reason.isAsked)
    #expect(reason.causes.count == 1)
    guard case .option(position("category"), ["health"], let chosen)? = reason.causes.first else {
      Issue.record("\(reason)")
      return
    }
    #expect(chosen?.text == "health")
    #expect(field("licenceNumber", ["category": "retail"]).isAsked == false)
    #expect(field("licenceNumber", [:]).causes.map(\.holds) == [false])
  }

  @Test func `names the fields and values that a condition reads`() throws {
    let reason = field("companyType", ["mode": "existing"])
    #expect(!reason.isAsked)
    guard case .condition(let condition, let place)? = reason.causes.last else {
      Issue.record("\(reason)")
      return
    }
    let mode = JudgedSubject(source: .field(.field(position("mode"))), text: "existing")
    #expect(condition == JudgedCondition(content: .compare(mode, .equal, "new"), holds: false))
    #expect(place.file.hasSuffix("register-customer.yaml"))
    #expect(field("companyType", [:]).causes.map(\.holds) == [true])
  }

  @Test func `stops at what keeps a field away`() {
    let off = field("taxNumber", ["companyType": "sl"])
    #expect(off.causes.map(\.holds) == [false])
    let without = field("taxNumber", ["companyType": "gmbh"])
    #expect(without.causes.map(\.holds) == [true, false])
    #expect(field("taxNumber", ["companyType": "gmbh", "taxState": "BE"]).isAsked)
  }

  @Test func `of a field of an item speaks of that item`() {
    let reason = field(
      "contacts.2.licence",
      ["contacts.1.kind": "external", "contacts.2.kind": "contact"]
    )
    let kind = wizard.lists[0].fieldPositions["kind"] ?? -1
    let subject = JudgedSubject(
      source: .field(.item(list: 0, item: 2, field: kind)),
      text: "contact"
    )
    guard case .condition(let condition, _)? = reason.causes.last else {
      Issue.record("\(reason)")
      return
    }
    #expect(condition.content == .compare(subject, .equal, "external"))
    #expect(!reason.isAsked)
    #expect(field("contacts.1.licence", ["contacts.1.kind": "external"]).isAsked)
    let plan = wizard.plan([:])
    let gone = wizard.reason(for: .item(list: 0, item: 7, field: 0), in: plan, on: today)
    #expect(gone.causes.last == .removed)
  }

  @Test func `of a locked identifier is the type that draws it`() {
    let reason = field("identifier", ["companyType": "other"])
    #expect(!reason.isAsked)
    #expect(reason.causes.last == .drawn(by: position("companyType")))
    #expect(field("identifier", ["companyType": "gmbh"]).isAsked)
  }

  @Test func `of a stage says which option or condition`() {
    let plan = wizard.plan(["mode": "existing", "category": "public"])
    let reasons = wizard.stages.indices.map { wizard.reason(forStage: $0, in: plan, on: today) }
    let asked = zip(wizard.stages, reasons).filter(\.1.isAsked).map(\.0.key)
    #expect(asked == ["first", "publicBuyer"])
  }

  @Test(arguments: [
    ("a > 3 && b != 'x'", [true, false]), ("a <= 5 || b == 'x'", [true, true]),
    ("!(a < 5)", [true]), ("b in ['x', 'y']", [true]),
    ("d >= '2026-01-01' && d < today", [true, nil]),
    ("'p' in m && !('q' in m)", [true, true]), ("has(a) && !has(z)", [true, true]),
    ("t && a + 1 == 6", [true, nil]), ("z == 'x' || z != 'x'", [false, false]),
  ])
  func `judges every part of a condition as the whole is judged`(
    condition: String,
    parts: [Bool?]
  ) throws {
    let wizard = try WizardEngineTests.wizard(
      fields: "field: a, type: integer",
      "field: b, type: text",
      "field: d, type: date",
      "field: m, type: choices, options: [{code: p}, {code: q}]",
      "field: t, type: boolean",
      "field: z, type: text",
      "field: x, type: text, when: \"\(condition)\""
    )
    let plan = wizard.plan(["a": "5", "b": "x", "d": "2026-03-05", "m": "p", "t": "yes"])
    let reason = wizard.reason(for: .field(6), in: plan, on: today)
    #expect(reason.isAsked == (plan.fields.last?.path == "x"))
    guard case .condition(let judged, _)? = reason.causes.last else {
      Issue.record("\(reason)")
      return
    }
    #expect(judged.holds == reason.isAsked)
    switch judged.content {
    case .all(let found), .any(let found): #expect(found.map(\.holds) == parts)
    default: #expect([judged.holds] == parts)
    }
  }
}
