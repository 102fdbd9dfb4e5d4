import Procedures
import Testing
import WizardEngine

@testable import FrontDesk
@testable import TerminalForms

/// Engine rule 7 at the form: what is typed there is stored as if it came from a file.
@Suite("The same answers on a form")
struct FormEquivalenceTests {
  /// Types a sample into a form, page by page, whatever the form asks.
  ///
  /// - Returns: What the form said about texts that do not hold, in the order in which it did.
  private func fill(
    _ screen: inout FormScreen,
    with sample: Sample,
    at bench: Bench
  ) throws -> [String] {
    let wanted =
      sample.pairs.compactMap { Int($0.path.split(separator: ".").dropFirst().first ?? "") }.max()
      ?? 0
    var refusals: [String] = []
    var added = 0
    var steps = 0
    while screen.outcome == nil, steps < 400 {
      steps += 1
      switch screen.dialogue.interview.stop {
      case .review: try screen.press(.enter)
      case .list:
        if added < wanted {
          added += 1
          try screen.press(.text("a"))
        } else {
          try screen.press(.enter)
        }
      case .field(let address):
        let interview = screen.dialogue.interview
        let path = interview.wizard.path(of: address, in: interview.answers)
        if let wrong = sample.wrong[path] {
          try screen.press(.paste(wrong), .enter)
          refusals += screen.problems
          try screen.press(.control("a"), .control("k"))
        }
        let text = sample[path] ?? ""
        if !text.isEmpty { try screen.press(.paste(text)) }
        try screen.press(.enter)
        // A warning wants Enter once more.
        if screen.dialogue.accepted != nil { try screen.press(.enter) }
      }
    }
    return refusals
  }

  @Test(arguments: EquivalenceTests.types)
  func `lead to the same store`(type: String) throws {
    for sample in EquivalenceTests.samples where sample["companyType"]?.lowercased() == type {
      let bench = try Bench()
      var screen = try FormScreen(bench, isConfirmed: true)
      _ = try fill(&screen, with: sample, at: bench)
      guard case .finished(let registration, _, _)? = screen.outcome else {
        Issue.record("\(sample):\n\(screen.text)")
        continue
      }
      try bench.store(registration)
      let other = try Bench()
      try other.store(other.judged(other.reading(json: sample.json)).registration)
      #expect(try bench.dump() == other.dump(), "\(sample)")
    }
  }

  @Test(arguments: ["de", "es"])
  func `lead to the same store in every language`(language: String) throws {
    guard Shipped.hasCatalog(language) else { return }
    for sample in EquivalenceTests.samples {
      // English words are typed as what they stand for.
      let codes = [
        "Germany": "DE", "Spanish": "es", "German": "de", "yes": "true", "Y": "true",
        "As a new company": "new", "External user": "external",
      ]
      var sample = sample
      sample.pairs = sample.pairs.map { pair in
        (path: pair.path, text: codes[pair.text] ?? pair.text)
      }
      let bench = try Bench(language: language)
      var screen = try FormScreen(bench, isConfirmed: true)
      _ = try fill(&screen, with: sample, at: bench)
      guard case .finished(let registration, _, _)? = screen.outcome else {
        Issue.record("\(sample):\n\(screen.text)")
        continue
      }
      try bench.store(registration)
      let other = try Bench()
      try other.store(other.judged(other.reading(json: sample.json)).registration)
      #expect(try bench.dump() == other.dump(), "\(sample)")
    }
  }

  @Test(arguments: EquivalenceTests.types)
  func `have the same problems in the same words`(type: String) throws {
    var random = RepeatableRandom(seed: UInt64(type.utf8.count))
    var count = 0
    for sample in EquivalenceTests.samples where sample["companyType"]?.lowercased() == type {
      let spoiled = sample.spoiled(using: &random)
      guard !spoiled.wrong.isEmpty, count < 14 else { continue }
      count += 1
      let bench = try Bench()
      let expected = try bench.judged(bench.reading(spoiled.given)).problems
        .filter { $0.problem.severity == .error }
      var screen = try FormScreen(bench, isConfirmed: true)
      let refusals = try fill(&screen, with: spoiled, at: bench)
      #expect(refusals == expected.map { EquivalenceTests.shown($0.sentence) }, "\(spoiled)")
      guard case .finished? = screen.outcome else {
        Issue.record("\(spoiled):\n\(screen.text)")
        continue
      }
    }
    #expect(count > 8)
  }

  /// The other shipped wizards, each by keys alone, against the same answers from the command line.
  @Test(
    arguments: [
      (
        "enter-contact",
        [
          "firstName": "Erika", "middleInitial": "M", "lastName": "Mustermann", "country": "DE",
          "address1": "Jägerstr. 1", "copyToSite": "1", "phone1": "+49 30 111111",
          "notes": "Rückruf",
          "save": "new",
        ]
      ),
      ("register-company", ["companyType": "sl", "identifier": "B58378431", "name": "Aceros"]),
      ("register-contact", ["lastName": "Ruiz", "companyName": "Aceros", "notes": "a"]),
      ("register-employee", ["code": "E-01", "name": "Lena Köhler"]),
      ("register-setting", ["key": "externalUsers.allowed", "value": "false"]),
    ],
    ["en", "de", "es"]
  )
  func `lead to the same store in every wizard`(
    wizard: (name: String, answers: [String: String]),
    language: String
  ) throws {
    guard language == "en" || Shipped.hasCatalog(language) else { return }
    let bench = try Bench(Shipped.wizard(wizard.name), language: language)
    var screen = try FormScreen(bench, rows: 40, isConfirmed: true)
    for _ in 0..<120 where screen.outcome == nil {
      guard case .field(let address) = screen.dialogue.interview.stop,
        screen.dialogue.focus == .field
      else {
        try screen.press(.enter)
        continue
      }
      let interview = screen.dialogue.interview
      if let text = wizard.answers[interview.wizard.path(of: address, in: interview.answers)] {
        try screen.press(.paste(text))
      }
      // In a text of several lines Enter begins a line.
      if case .memo = screen.dialogue.editor.content {
        try screen.press(.tab)
      } else {
        try screen.press(.enter)
      }
    }
    guard case .finished(let registration, _, _)? = screen.outcome else {
      Issue.record("\(wizard.name)\n\(screen.text)")
      return
    }
    try bench.store(registration)
    let other = try Bench(Shipped.wizard(wizard.name))
    try other.store(
      other.judged(other.reading(wizard.answers.map { (path: $0.key, text: $0.value) }))
        .registration
    )
    #expect(try bench.dump() == other.dump())
  }
}
