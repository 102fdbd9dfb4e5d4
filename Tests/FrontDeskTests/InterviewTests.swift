import FrontDesk
import Testing
import WizardEngine

@Suite("An interview")
struct InterviewTests {
  let bench: Bench
  private var wizard: Wizard { bench.desk.wizard }

  init() throws { bench = try Bench() }

  private func interview(
    _ pairs: [(path: String, text: String)] = [],
    isExpress: Bool = false,
    frozen: Set<String> = [],
    startsAtReview: Bool = false
  ) -> Interview {
    Interview(
      of: wizard,
      answers: bench.reading(pairs).answers,
      today: bench.desk.today,
      isExpress: isExpress,
      frozen: frozen,
      startsAtReview: startsAtReview
    )
  }

  private func key(_ interview: Interview) -> String {
    switch interview.stop {
    case .field(let address): wizard.path(of: address, in: interview.answers)
    case .list(let list): wizard.lists[list].key
    case .review: "review"
    }
  }

  private func answer(_ text: String, _ interview: inout Interview) throws {
    let field = try #require(interview.field)
    interview.accept(interview.attempt(GivenAnswer(text), at: field.address))
    interview.advance()
  }

  @Test func `asks in the order of the path, which grows with the answers`() throws {
    var interview = interview()
    #expect(key(interview) == "mode")
    #expect(interview.stages.count == 3)
    interview.advance()
    try answer("gmbh", &interview)
    #expect(interview.stages.count == 4)
    try answer("public", &interview)
    #expect(interview.stages.count == 5)
    #expect(key(interview) == "registerCourt")
    #expect(!interview.isInLastStage)
  }

  @Test func `goes back over every stop without judging`() throws {
    var interview = interview([("companyType", "other"), ("category", "retail")])
    interview.goToReview()
    var seen = ["review"]
    while interview.goBack() { seen.append(key(interview)) }
    #expect(seen.count == interview.stops.count)
    #expect(seen.prefix(2) == ["review", "contacts"])
    #expect(seen.suffix(3) == ["category", "companyType", "mode"])
  }

  @Test func `asks only what is missing when it is in a hurry`() throws {
    var interview = interview([("companyType", "sl")], isExpress: true)
    var asked: [String] = []
    while interview.stop != .review {
      asked.append(key(interview))
      try answer(
        ["category": "health", "licenceNumber": "BE-204711", "identifier": "B58378431"][
          key(interview),
          default: "A"
        ],
        &interview
      )
    }
    #expect(asked == ["category", "licenceNumber", "identifier", "name"])
  }

  @Test func `returns to the review after a change, over the questions that it brings`() throws {
    var interview = interview([("companyType", "other"), ("category", "retail"), ("name", "A")])
    let category = try #require(wizard.fieldPositions["category"])
    interview.go(to: .field(.field(category)), returning: true)
    try answer("construction", &interview)
    #expect(key(interview) == "siteManager")
    try answer("B", &interview)
    #expect(key(interview) == "insuranceUntil")
    try answer("2027-12-31", &interview)
    #expect(interview.stop == .review)
  }

  @Test func `tells what a change would do, and does nothing yet`() throws {
    let interview = interview([
      ("companyType", "gmbh"), ("category", "health"), ("licenceNumber", "BE-204711"),
      ("registerCourt", "München"), ("registerNumber", "1"), ("name", "A"),
    ])
    let type = try #require(wizard.fieldPositions["companyType"])
    let attempt = interview.attempt(GivenAnswer("sl"), at: .field(type))
    let dropped = attempt.impact.dropped.map { wizard.path(of: $0, in: interview.answers) }
    #expect(dropped == ["registerCourt", "registerNumber"])
    #expect(interview.plan.field(at: .field(type))?.value?.text == "gmbh")
    #expect(attempt.holds)
    #expect(!interview.attempt(GivenAnswer("nix"), at: .field(type)).holds)
  }

  @Test func `brings parked answers back when the change is undone`() throws {
    var interview = interview([("companyType", "gmbh"), ("registerCourt", "München")])
    let type = try #require(wizard.fieldPositions["companyType"])
    let court = try #require(wizard.fieldPositions["registerCourt"])
    for text in ["sl", "gmbh"] {
      interview.accept(interview.attempt(GivenAnswer(text), at: .field(type)))
      #expect((interview.plan.field(at: .field(court)) != nil) == (text == "gmbh"))
    }
    #expect(interview.plan.field(at: .field(court))?.value?.text == "München")
  }

  @Test func `keeps the entries of a list apart when one is removed`() throws {
    var interview = interview([
      ("companyType", "other"), ("contacts.1.lastName", "A"), ("contacts.2.lastName", "B"),
    ])
    let (first, second) = (interview.answers.lists[0][0].id, interview.answers.lists[0][1].id)
    interview.removeItem(first, from: 0)
    interview.openItem(second, of: 0)
    #expect(key(interview) == "contacts.1.kind")
    interview.addItem(to: 0)
    #expect(interview.answers.lists[0].map(\.id).count == 2)
    #expect(interview.answers.lists[0][1].id > second)
  }

  @Test func `leaves frozen fields out`() throws {
    let interview = interview(
      [("companyType", "sl"), ("category", "retail")],
      frozen: ["mode", "companyType", "category"],
      startsAtReview: true
    )
    #expect(interview.stop == .review)
    #expect(interview.stages.count == 2)
    #expect(!interview.stops.contains(.field(.field(0))))
  }
}
