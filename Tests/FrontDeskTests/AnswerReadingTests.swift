import FrontDesk
import Testing
import WizardEngine

@Suite("Reading answers")
struct AnswerReadingTests {
  private func problems(_ pairs: (String, String)...) throws -> [String] {
    try Bench().reading(pairs.map { (path: $0, text: $1) }).problems
      .map { "\($0.problem.code) \($0.problem.path)" }
  }

  private func path(_ pairs: (String, String)...) throws -> [String] {
    let bench = try Bench()
    let answers = bench.reading(pairs.map { (path: $0, text: $1) }).answers
    return bench.desk.wizard.plan(for: answers, on: bench.desk.today).fields
      .filter(\.isGiven).map { "\($0.path)=\($0.value?.text ?? "?")" }
  }

  @Test func `knows list entries in two spellings, counted from 1`() throws {
    let given = try path(
      ("companyType", "other"),
      ("contacts[2].lastName", "B"),
      ("contacts.1.lastName", "A"),
      ("contacts.2.firstName", "Eva")
    )
    // Entries stand in the order in which they are first named.
    #expect(given.contains("contacts.1.lastName=B") && given.contains("contacts.1.firstName=Eva"))
    #expect(given.contains("contacts.2.lastName=A"))
  }

  @Test func `knows fields by their label`() throws {
    #expect(
      try path(("Company type", "Other"), ("customer category", "Retail"), ("Name", "A"))
        == ["companyType=other", "category=retail", "name=A"]
    )
  }

  @Test(arguments: [
    "nmae", "contacts.1.lastNam", "contacts.lastName", "name.1", "contacts.0.lastName", "", ".",
  ])
  func `reports what is no field`(path: String) throws {
    #expect(try problems((path, "x")) == ["unknown-field \(path)"])
  }

  @Test func `lets later answers win and empty ones say nothing`() throws {
    #expect(
      try path(("companyType", "other"), ("name", "A"), ("name", "B"), ("name", " "))
        == ["companyType=other", "name=B"]
    )
  }

  @Test func `keeps case and confirmation apart from the answers`() throws {
    let reading = try Bench().reading([("case", " k-1 "), ("confirm", "yes")])
    #expect(reading.caseKey == "k-1")
    #expect(reading.isConfirmed == true)
    #expect(reading.problems.isEmpty)
    #expect(try Bench().reading([("confirm", "perhaps")]).isConfirmed == false)
    #expect(try Bench().reading([]).isConfirmed == nil)
  }

  @Test func `empties a suggestion with a hyphen`() throws {
    let bench = try Bench()
    let reading = bench.reading([("companyType", "sl"), ("language", "-"), ("city", "-")])
    let plan = bench.desk.wizard.plan(for: reading.answers, on: bench.desk.today)
    #expect(plan.fields.first { $0.path == "language" }?.value == nil)
    // Where nothing is to be emptied, it is a text.
    #expect(plan.fields.first { $0.path == "city" }?.value?.text == "-")
  }
}
