import Testing
import WizardEngine

@Suite("A change of an answer")
struct ChangeTests {
  let register: Wizard

  init() throws { register = try shipped("register-customer") }

  private func impact(
    _ path: String,
    _ text: String,
    on answers: Answers,
    of wizard: Wizard
  ) -> (dropped: [String], added: [String], rechecked: [String]) {
    var answers = answers
    let address = wizard.address(path, adding: &answers)
    let impact = wizard.impact(of: address, to: GivenAnswer(text), on: answers, today: today)
    let changed = wizard.changing(answers, at: address, to: GivenAnswer(text))
    return (
      impact.dropped.map { wizard.path(of: $0, in: answers) },
      impact.added.map { wizard.path(of: $0, in: changed) },
      impact.rechecked.map { wizard.path(of: $0, in: changed) }
    )
  }

  @Test func `is known beforehand: dropped, added and to be checked again`() {
    let answers = register.answers([
      "companyType": "gmbh", "category": "health", "registerCourt": "München",
      "licenceNumber": "BE-204711", "country": "DE", "identifier": "DE136695976",
      "postalCode": "10117", "phone1": "030 123456", "contacts.1.lastName": "Ruiz",
    ])
    let category = impact("category", "public", on: answers, of: register)
    #expect(category.dropped == ["licenceNumber"])
    #expect(category.added == ["buyerReference"])
    #expect(category.rechecked == [])

    let type = impact("companyType", "sl", on: answers, of: register)
    #expect(type.dropped == ["registerCourt"])
    #expect(type.rechecked == ["identifier"])

    let masked = impact("companyType", "other", on: answers, of: register)
    #expect(masked.dropped == ["registerCourt", "identifier"])

    // The postal code does not hold in Austria; the number is read as another one.
    let country = impact("country", "AT", on: answers, of: register)
    #expect(country.rechecked == ["postalCode", "phone1"])

    #expect(
      register.impact(
        of: .field(0),
        to: GivenAnswer("new"),
        on: answers,
        today: today
      ).isEmpty
    )
  }

  @Test func `names the lists that it opens`() throws {
    let answers = register.answers(["mode": "existing"])
    let impact = register.impact(
      of: .field(try #require(register.fieldPositions["mode"])),
      to: GivenAnswer("new"),
      on: answers,
      today: today
    )
    #expect(impact.addedLists == [0])
    #expect(impact.added.contains(.field(try #require(register.fieldPositions["name"]))))
  }

  @Test func `drops what resets on it, and what resets on that`() throws {
    let wizard = try wizard(
      fields: "field: a, type: text",
      "field: b, type: text, reset-on: [a]",
      "field: c, type: text, reset-on: [b]",
      "field: d, type: text"
    )
    let answers = wizard.answers(["a": "1", "b": "2", "c": "3", "d": "4"])
    let changed = wizard.changing(answers, at: .field(0), to: GivenAnswer("x"))
    #expect(wizard.plan(for: changed, on: today).values == ["a": "x", "d": "4"])
    #expect(impact("a", "x", on: answers, of: wizard).dropped == ["b", "c"])
    let same = wizard.changing(answers, at: .field(0), to: GivenAnswer("1", from: .file))
    #expect(wizard.plan(for: same, on: today).values.count == 4)
  }

  @Test func `is none where what was suggested is given`() throws {
    let wizard = try wizard(
      fields: "field: a, type: text, default: x",
      "field: b, type: text, reset-on: [a]"
    )
    let answers = wizard.answers(["b": "2"])
    #expect(wizard.changing(answers, at: .field(0), to: GivenAnswer("x")).values[1] != nil)
    #expect(wizard.changing(answers, at: .field(0), to: GivenAnswer("y")).values[1] == nil)
  }

  @Test func `drops only within its own item`() throws {
    let wizard = try wizard(
      stages: """
          - stage: people
            title: People
            list: {}
            fields: [{field: a, type: text}, {field: b, type: text, reset-on: [a]}]
        """
    )
    let answers = wizard.answers([
      "people.1.a": "1", "people.1.b": "2", "people.2.a": "3", "people.2.b": "4",
    ])
    let changed = wizard.changing(
      answers,
      at: .item(list: 0, item: 1, field: 0),
      to: GivenAnswer("x")
    )
    #expect(
      wizard.plan(for: changed, on: today).values
        == ["people.1.a": "x", "people.2.a": "3", "people.2.b": "4"]
    )
  }
}
