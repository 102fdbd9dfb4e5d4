import FrontDesk
import Procedures
import Testing
import WizardEngine

/// Engine rule 7 and 6: however answers come, the same is stored, or the same is said.
@Suite("The same answers")
struct EquivalenceTests {
  static let types = ["gmbh", "ag", "sl", "sa", "sole", "public-body", "other"]
  private static let categories = [
    "retail", "wholesale", "industry", "services", "nonprofit", "public", "health", "construction",
  ]

  /// One registration of every path and shape of the contacts.
  static let samples: [Sample] = {
    var random = RepeatableRandom(seed: 20_261_122)
    return types.flatMap { type in
      categories.flatMap { category in
        Sample.Contacts.allCases.map {
          Sample(type: type, category: category, contacts: $0, using: &random)
        }
      }
    }
  }()

  private func stored(_ read: (Bench) throws -> AnswerReading) throws -> [String] {
    let bench = try Bench()
    let judged = try bench.judged(read(bench))
    #expect(!judged.isBlocked, "\(judged.problems.map(\.sentence)) \(judged.findings)")
    try bench.store(judged.registration)
    return try bench.dump()
  }

  @Test func `cover every path`() {
    #expect(Self.samples.count == 168)
  }

  @Test(arguments: types)
  func `lead to the same store`(type: String) throws {
    for sample in Self.samples where sample["companyType"]?.lowercased() == type {
      let bench = try Bench()
      let (outcome, shown) = try bench.talk(sample.lines(at: bench))
      guard case .finished(let registration, _, _) = outcome else {
        Issue.record("\(sample): \(outcome)\n\(shown.suffix(500))")
        continue
      }
      try bench.store(registration)
      let expected = try bench.dump()
      #expect(expected.count > 2)
      #expect(try stored { $0.reading(sample.given) } == expected, "set \(sample)")
      #expect(try stored { try $0.reading(json: sample.json) } == expected, "json \(sample)")
      #expect(try stored { try $0.reading(yaml: sample.yaml) } == expected, "yaml \(sample)")
      #expect(try stored { try $0.reading(csv: sample.csv) } == expected, "csv \(sample)")
    }
  }

  @Test(arguments: types)
  func `have the same problems in the same order and words`(type: String) throws {
    var random = RepeatableRandom(seed: UInt64(type.utf8.count))
    var count = 0
    for sample in Self.samples where sample["companyType"]?.lowercased() == type {
      let spoiled = sample.spoiled(using: &random)
      guard !spoiled.wrong.isEmpty, count < 14 else { continue }
      count += 1
      let bench = try Bench()
      func problems(_ reading: AnswerReading) throws -> [String] {
        try bench.judged(reading).problems.map { "\($0.problem.code) \($0.sentence)" }
      }
      let expected = try problems(bench.reading(spoiled.given))
      #expect(expected.count >= spoiled.wrong.count, "\(spoiled)")
      #expect(expected.allSatisfy { !$0.contains(/{[a-z][A-Za-z]*}/) })
      #expect(try problems(bench.reading(json: spoiled.json)) == expected, "json \(spoiled)")
      #expect(try problems(bench.reading(yaml: spoiled.yaml)) == expected, "yaml \(spoiled)")
      #expect(try problems(bench.reading(csv: spoiled.csv)) == expected, "csv \(spoiled)")

      let sentences = try bench.judged(bench.reading(spoiled.given)).problems
        .filter { $0.problem.severity == .error }.map(\.sentence)
      let (outcome, shown) = try bench.talk(spoiled.lines(at: bench))
      let said = shown.matches(of: /✗ (.*)/).map { String($0.1) }
      #expect(said == sentences.map(Self.shown), "\(spoiled)")
      guard case .finished = outcome else {
        Issue.record("\(spoiled): \(outcome)")
        continue
      }
    }
    #expect(count > 8)
  }

  /// How a sentence looks on a line.
  static func shown(_ sentence: String) -> String {
    sentence.replacing("\u{1B}", with: "^[")
  }

  @Test(arguments: ["de", "es"])
  func `have problems that every language can say`(language: String) throws {
    try #require(Shipped.hasCatalog("de") == Shipped.hasCatalog("es"))
    guard Shipped.hasCatalog(language) else { return }
    var random = RepeatableRandom(seed: 7)
    let (english, other) = try (Bench(), Bench(language: language))
    for sample in Self.samples.shuffled(using: &random).prefix(60) {
      let spoiled = sample.spoiled(using: &random)
      let problems = try english.judged(english.reading(spoiled.given)).problems
      // Other languages read "Germany" as little as a German file's "Deutschland" is English.
      let translated = try other.judged(other.reading(spoiled.given)).problems
      #expect(translated.map(\.problem.code) == problems.map(\.problem.code), "\(spoiled)")
      for (one, two) in zip(problems, translated) {
        #expect(one.sentence != two.sentence, "not translated")
        #expect(!two.sentence.contains(/{[a-z][A-Za-z]*}/))
      }
    }
  }
}
