import Testing
import WizardEngine

@Suite("A list of items")
struct ListTests {
  let wizard: Wizard

  init() throws {
    wizard = try WizardEngineTests.wizard(
      stages: """
          - stage: people
            title: People
            list: {min: 1, max: 3, item: "{name}", unique: [email]}
            fields:
              - {field: name, type: text, required: true}
              - {field: email, type: email}
          - stage: cars
            title: Cars
            list: {}
            fields: [{field: plate, type: text}]
        """
    )
  }

  @Test func `keeps the identity of an item when its neighbour goes`() throws {
    var answers = wizard.answers(["people.1.name": "A", "people.2.name": "B", "people.3.name": "C"])
    let ids = answers.lists[0].map(\.id)
    answers.removeItem(ids[1], from: wizard.lists[0])
    #expect(answers.lists[0].map(\.id) == [ids[0], ids[2]])
    #expect(answers[.item(list: 0, item: ids[2], field: 0)] == GivenAnswer("C"))
    let added = answers.appendItem(to: wizard.lists[0])
    #expect(!ids.contains(added))
    let plan = wizard.plan(for: answers, on: today)
    #expect(plan.values == ["people.1.name": "A", "people.2.name": "C"])
    #expect(plan.said == ["people.3.name E-REQUIRED"])
  }

  @Test func `numbers the items of each list from 1`() {
    let answers = wizard.answers(["people.1.name": "A", "people.2.name": "B", "cars.1.plate": "X"])
    #expect(answers.lists.map { $0.map(\.id) } == [[1, 2], [1]])
  }

  @Test(arguments: [(0, ["people E-ITEMS"]), (1, []), (3, []), (4, ["people E-ITEMS"])])
  func `has a smallest and a largest count`(count: Int, said: [String]) {
    var answers = Answers(to: wizard)
    for number in 0..<count { wizard.give("N", to: "people.\(number + 1).name", in: &answers) }
    #expect(wizard.plan(for: answers, on: today).said == said)
  }

  @Test func `takes a unique value once, without case`() {
    let plan = wizard.plan([
      "people.1.name": "A", "people.1.email": "ana@x.es", "people.2.name": "B",
      "people.2.email": "Ana@X.es", "people.3.name": "C",
    ])
    #expect(plan.said == ["people.2.email E-DUPLICATE-ROW"])
  }

  @Test func `asks nothing of an item that is gone`() {
    var answers = wizard.answers(["people.1.name": "A"])
    let address = FieldAddress.item(list: 0, item: 9, field: 0)
    answers[address] = GivenAnswer("X")
    #expect(answers[address] == nil)
    #expect(wizard.plan(for: answers, on: today).field(at: address) == nil)
  }
}
