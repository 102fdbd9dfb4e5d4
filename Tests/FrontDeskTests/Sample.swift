import AnswerFiles
import FrontDesk
import PlainValues
import SourceTrees
import WizardEngine

/// A random registration: paths and texts as a person or a file gives them.
struct Sample: Sendable, CustomStringConvertible {
  var pairs: [(path: String, text: String)] = []
  /// Texts that do not hold, by path; what stands in ``pairs`` mends them.
  var wrong: [String: String] = [:]

  var description: String {
    pairs.map { "\($0.path)=\(wrong[$0.path] ?? $0.text)" }.joined(separator: " ")
  }

  subscript(path: String) -> String? { pairs.last { $0.path == path }?.text }

  /// What a file or the command line gives.
  var given: [(path: String, text: String)] {
    pairs.map { ($0.path, wrong[$0.path] ?? $0.text) }.filter { !$0.text.isEmpty }
  }

  // MARK: Making one

  enum Contacts: CaseIterable { case none, contact, several }

  private static let identifiers = [
    "gmbh": "DE136695976", "ag": "de 136 695 976", "sl": "B58378431", "sa": "A-58818501",
    "public-body": "PUB-77",
  ]
  private static let soleIdentifiers = [
    "DE": "DE136695976", "ES": "12345678z", "AT": "ATU13585627", "CH": "CHE-116.281.710",
  ]
  private static let optional: [(String, [String])] = [
    ("address1", ["Königsallee 12", "Calle Mayor, 1", "  spaced  out ", "\"quoted\"; 'so'"]),
    ("address2", ["Hof 2", "#1: a", "- b"]), ("city", ["Ko\u{308}ln", "Málaga", "東京"]),
    ("state", ["NRW", "no"]), ("phone1", ["+49 30 123456", "+34 944 000 111"]),
    ("phone2", ["+43 1 5321234"]), ("fax1", ["+49 (30) 123456-0"]),
    ("email1", ["Info@Müller.example.org", "a.b+c@aceros.es"]), ("email2", ["x@y.de"]),
    ("website", ["https://www.aceros.es", "HTTP://Example.ORG/a?b=c"]),
    ("language", ["de", "Spanish", "EN"]), ("postalInvoice", ["yes", "no", "Y", "true"]),
  ]

  /// Makes a registration of a path, the rest at random.
  init(
    type: String,
    category: String,
    contacts: Contacts,
    using random: inout some RandomNumberGenerator
  ) {
    func add(_ path: String, _ text: String?) {
      if let text { pairs.append((path, text)) }
    }
    let country =
      type == "sole"
      ? ["DE", "ES", "AT", "CH"].randomElement(using: &random)
      : ["", "DE", "es", "Germany"].randomElement(using: &random)
    add("mode", ["new", "", "As a new company"].randomElement(using: &random))
    add("companyType", Bool.random(using: &random) ? type : type.uppercased())
    add("category", Bool.random(using: &random) ? category : category.uppercased())
    if type == "gmbh" || type == "ag" {
      add("registerCourt", ["München", "Charlottenburg"].randomElement(using: &random))
      add("registerType", ["HRB", "HRA"].randomElement(using: &random))
      add("registerNumber", ["12345", "12345 B"].randomElement(using: &random))
    }
    addCategory(category, using: &random)
    add("country", country)
    add("identifier", type == "sole" ? Self.soleIdentifiers[country ?? ""] : Self.identifiers[type])
    add(
      "name",
      ["Müller & Söhne GmbH", "A, \"B\"", "Nadie\u{301}", "::x"].randomElement(using: &random)
    )
    for (path, texts) in Self.optional where Bool.random(using: &random) {
      add(path, texts.randomElement(using: &random))
    }
    let kinds =
      switch contacts {
      case .none: [String]()
      case .contact: ["contact"]
      case .several: ["external", "contact", "External user"]
      }
    for (index, kind) in kinds.enumerated() {
      addContact(number: index + 1, kind: kind, using: &random)
    }
  }

  private mutating func addCategory(
    _ category: String,
    using random: inout some RandomNumberGenerator
  ) {
    switch category {
    case "public": pairs.append(("buyerReference", "04011000-1234512345-06"))
    case "health":
      pairs.append(("licenceNumber", Bool.random(using: &random) ? "BE-204711" : "be-204711"))
    case "construction":
      pairs.append(("siteManager", "Begoña Núñez"))
      pairs.append(("insuranceUntil", Bool.random(using: &random) ? "2027-12-31" : "2020-01-31"))
    default: break
    }
  }

  private mutating func addContact(
    number: Int,
    kind: String,
    using random: inout some RandomNumberGenerator
  ) {
    var texts: [(String, String)] = [("kind", kind)]
    if Bool.random(using: &random) { texts.append(("firstName", "Käthe")) }
    texts.append(("lastName", "Groß-\(number)"))
    if kind != "contact" || Bool.random(using: &random) {
      texts.append(("email", "User\(number)@Aceros.es"))
    }
    if Bool.random(using: &random) { texts.append(("phone", "+49 89 1234568")) }
    if Bool.random(using: &random) { texts.append(("role", "Directora")) }
    if number == 2 { texts.append(("default", "yes")) }
    if kind != "contact" {
      if Bool.random(using: &random) { texts.append(("language", "German")) }
      if Bool.random(using: &random) { texts.append(("maxConnections", "7")) }
    }
    pairs += texts.map { ("contacts.\(number).\($0.0)", $0.1) }
  }

  // MARK: Spoiling it

  /// Nothing that further questions hang on, because a file cannot mend it in between.
  private static let faults = [
    "registerNumber": ["x-1", "123456789012345"], "registerCourt": ["Nirgendwo"],
    "registerType": ["XY"], "buyerReference": ["0401-1-1", "04011000-1234512345-07"],
    "licenceNumber": ["12"], "insuranceUntil": ["2027-02-30", "soon"],
    "identifier": ["DE136695977", "X\u{1B}[31m", "1"], "name": [String(repeating: "ä", count: 256)],
    "phone1": ["12 ab"], "email1": ["a@b", "a b@c.de", "a@@b.de"],
    "website": ["ftp://x.es", "nix"],
    "language": ["fr"], "postalInvoice": ["perhaps"], "city": [String(repeating: "x", count: 51)],
    "email": ["@x.de"], "maxConnections": ["0", "1.5", "many"],
    "default": ["perhaps"],
  ]

  /// The same with some answers that do not hold.
  func spoiled(using random: inout some RandomNumberGenerator) -> Sample {
    var sample = self
    for pair in pairs {
      let key = String(pair.path.split(separator: ".").last ?? "")
      // Any text is an identifier under a mask, and contacts take over the default language.
      guard pair.text != "PUB-77", pair.path != "language", !pair.text.isEmpty,
        let texts = Self.faults[key], Int.random(in: 0..<3, using: &random) == 0
      else { continue }
      sample.wrong[pair.path] = texts.randomElement(using: &random)
    }
    return sample
  }

  // MARK: Spellings

  private var entries: [AnswerEntry] {
    given.compactMap { path, text in
      AnswerPath(spelling: path).map {
        AnswerEntry(path: $0, text: text, place: SourcePlace(line: 1, column: 1))
      }
    }
  }

  var json: String { JSONValue(nesting: entries).json }

  var yaml: String {
    var bytes: [UInt8] = []
    JSONValue(nesting: entries).appendYAML(to: &bytes) { _ in [] }
    return String(decoding: bytes, as: UTF8.self)
  }

  var csv: [UInt8] {
    var bytes: [UInt8] = []
    CSVWriter().appendHeader(given.map(\.path), to: &bytes)
    CSVWriter().append(given.map(\.text), to: &bytes)
    return bytes
  }

  /// The lines that a person types: what is wrong, then what is right, and Enter where nothing is given.
  ///
  /// The questions are those of an interview, so that this knows no order of its own.
  func lines(at bench: Bench) -> [String] {
    let wizard = bench.desk.wizard
    var interview = Interview(of: wizard, answers: Answers(to: wizard), today: bench.desk.today)
    var lines: [String] = []
    var added = 0
    let wanted = pairs.compactMap { Int($0.path.split(separator: ".").dropFirst().first ?? "") }
      .max()
    while interview.stop != .review, lines.count < 1000 {
      switch interview.stop {
      case .review: break
      case .list(let list):
        if added < wanted ?? 0 {
          added += 1
          lines.append("a")
          interview.addItem(to: list)
        } else {
          lines.append("")
          interview.advance()
        }
      case .field(let address):
        let path = wizard.path(of: address, in: interview.answers)
        if let wrong = wrong[path] { lines.append(Self.escaped(wrong)) }
        let text = self[path] ?? ""
        lines.append(Self.escaped(text))
        let content = try? bench.speech.local.content(text, for: wizard.field(at: address)).get()
        let answer = text.isEmpty ? nil : content.map { GivenAnswer($0) }
        interview.replaceAnswers(wizard.changing(interview.answers, at: address, to: answer))
        // A warning wants Enter once more.
        if interview.plan.field(at: address)?.problems.isEmpty == false { lines.append("") }
        interview.advance()
      }
    }
    return lines + [""]
  }

  private static func escaped(_ text: String) -> String {
    text.first.map { ":<?".contains($0) } == true ? "\(text.prefix(1))\(text)" : text
  }
}

/// Numbers that look random and are the same in every run.
///
/// - SeeAlso: Steele, Lea, Flood: Fast splittable pseudorandom number generators (SplitMix64), 2014.
struct RepeatableRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
