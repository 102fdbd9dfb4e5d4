import Testing
import WizardEngine

@Suite("Random answers on every path of the shipped wizards")
struct AnswerPropertyTests {
  /// Numbers that are the same in every run.
  struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let texts = [
    "", " ", "x", "Müller GmbH", "DE", "ES", "de", "yes", "no", "true", "2026-03-05", "12", "-1.5",
    "a@b.de", "+49 30 123456", "030 123456", "10117", "DE136695976", "B58378431", "\u{202E}",
    "a\nb",
    String(repeating: "ä", count: 300),
  ]

  /// Gives every field some text, options mostly one of their codes.
  private func answers(to wizard: Wizard, _ dice: inout Dice) -> Answers {
    var answers = Answers(to: wizard)
    func text(for field: Field) -> GivenAnswer? {
      if Int.random(in: 0..<4, using: &dice) == 0 { return nil }
      if !field.options.isEmpty, Int.random(in: 0..<8, using: &dice) > 0 {
        return field.options.randomElement(using: &dice).map { GivenAnswer($0.code) }
      }
      return Self.texts.randomElement(using: &dice).map { GivenAnswer($0, from: .file) }
    }
    for field in wizard.fields { answers.values[field.position] = text(for: field) }
    for list in wizard.lists {
      for _ in 0..<Int.random(in: 0..<4, using: &dice) {
        let id = answers.appendItem(to: list)
        for field in list.fields {
          answers[.item(list: list.position, item: id, field: field.position)] = text(for: field)
        }
      }
    }
    return answers
  }

  @Test(arguments: [
    "register-customer", "enter-contact", "register-company", "register-contact",
    "register-external-user",
  ])
  func `plan the same, lose nothing, and keep their items`(name: String) throws {
    let wizard = try shipped(name)
    let paths = PathWalk(of: wizard, on: today).paths
    var dice = Dice(state: 42)
    for round in 0..<60 {
      let path = paths[round % paths.count]
      var answers = answers(to: wizard, &dice)
      for choice in path.choices { answers.values[choice.field] = GivenAnswer(choice.content) }
      let plan = wizard.plan(for: answers, on: today)
      #expect(plan.stages.map(\.position) == path.stages)

      // The same answers give the same plan.
      let again = wizard.plan(for: answers, on: today)
      #expect(again.values == plan.values)
      #expect(again.problems == plan.problems)
      #expect(plan.stages.map(\.holds) == again.stages.map(\.holds))

      // Nothing that was given is lost: it is planned or parked.
      let planned = Set(plan.fields.map(\.address))
      let parked = wizard.parked(in: answers, plan: plan)
      for (position, answer) in answers.values.enumerated() where answer?.content.isEmpty == false {
        #expect(planned.contains(.field(position)) != parked.contains(.field(position)))
      }

      // A value that holds is a value again when it is given as it is stored.
      var stored = answers
      for field in plan.fields where field.isGiven {
        if let value = field.value { stored[field.address] = GivenAnswer(value.content) }
      }
      #expect(wizard.plan(for: stored, on: today).values == plan.values)

      // Whatever is changed and changed back is as it was, and items keep their identity.
      for change in path.choices {
        let address = FieldAddress.field(change.field)
        let field = wizard.fields[change.field]
        guard let other = field.options.randomElement(using: &dice) else { continue }
        let there = wizard.changing(answers, at: address, to: GivenAnswer(other.code))
        let back = wizard.changing(there, at: address, to: answers[address])
        #expect(back == answers)
        #expect(there.lists.map { $0.map(\.id) } == answers.lists.map { $0.map(\.id) })
        let impact = wizard.impact(
          of: address,
          to: GivenAnswer(other.code),
          on: answers,
          today: today
        )
        let after = wizard.plan(for: there, on: today)
        for address in impact.dropped { #expect(after.field(at: address)?.isGiven != true) }
        for address in impact.added { #expect(plan.field(at: address)?.isAsked != true) }
      }
    }
  }
}
