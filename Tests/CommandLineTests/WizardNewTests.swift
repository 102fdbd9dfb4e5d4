import Foundation
import Testing

@Suite("A new wizard")
struct WizardNewTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: ["en", "de", "es"])
  func `has no faults, runs at once, and explains itself`(language: String) throws {
    let folder = "\(scratch.folder)/new/wizards"
    let more = ["--wizards", folder, "--lang", language]
    let run = try scratch.alta(["wizard", "new", "register-visit"] + more)
    #expect(run.status == 0 && run.out == "\(folder)/register-visit.yaml\n", "\(run.err)")
    let text = try String(contentsOfFile: "\(folder)/register-visit.yaml", encoding: .utf8)
    #expect(text.hasPrefix("# ") && text.matches(of: #/\n *# /#).count >= 4)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let check = try scratch.alta(["wizard", "check"] + more)
    #expect(check.status == 0 && check.err.isEmpty && check.out.contains("register-visit"))
    let answers = ["--set", "name=Ana", "--set", "topic=visit", "--set", "people.1.lastName=Ruiz"]
    let register = try scratch.alta(["register", "register-visit", "--yes"] + answers + more)
    #expect(register.status == 0, "\(register.err)")
    #expect(try scratch.count("entries") == 1)
    let paths = try scratch.alta(["wizard", "paths", "--write", "\(scratch.folder)/paths"] + more)
    #expect(paths.status == 0)
  }

  @Test func `is never written over a file`() throws {
    try scratch.file("w/visit.yaml", "mine")
    let run = try scratch.alta(["wizard", "new", "visit", "--wizards", "\(scratch.folder)/w"])
    #expect(run.status == 9 && run.err.contains("there is something already"))
    #expect(try String(contentsOfFile: "\(scratch.folder)/w/visit.yaml", encoding: .utf8) == "mine")
  }

  @Test(arguments: ["Visit", "1st", "visit us", "../visit", "visit.yaml", "", "vísit", "-v"])
  func `has a name that files and keys can have`(name: String) throws {
    let run = try scratch.alta(["wizard", "new", "--wizards", "\(scratch.folder)/w", "--", name])
    #expect(run.status == 2 && run.err.contains("is no name for a wizard"), "\(run.err)")
    #expect(!FileManager.default.fileExists(atPath: "\(scratch.folder)/w"))
  }

  @Test func `is written where it is wanted, under its own name`() throws {
    let path = "\(scratch.folder)/here/visit.yaml"
    #expect(try scratch.alta(["wizard", "new", "visit", "--write", path]).status == 0)
    #expect(try scratch.alta(["wizard", "check", path]).status == 0)
    let other = "\(scratch.folder)/other.yaml"
    #expect(try scratch.alta(["wizard", "new", "trip", "--write", scratch.folder]).status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(scratch.folder)/trip.yaml"))
    let run = try scratch.alta(["wizard", "new", "visit", "--write", other])
    #expect(run.status == 2 && run.err.contains("must be called visit.yaml"))
  }
}

@Suite("The explanation of a wizard")
struct WizardExplainTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func explain(_ words: String...) throws -> [String: String] {
    let run = try scratch.alta(["wizard", "explain"] + words)
    #expect(run.status == 0 && run.err.isEmpty)
    let lines = run.out.split(separator: "\n").filter { $0.hasPrefix("  ") }
    return Dictionary(
      lines.map { line in
        let parts = line.dropFirst(2).split(separator: " ", maxSplits: 1)
        return (String(parts[0]), parts[1].drop { $0 == " " }.description)
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Every field of every shipped wizard, those of options and lists included.
  @Test func `says of every field when it is asked`() throws {
    let run = try scratch.alta(["wizard", "list", "--format", "json"])
    let list = try JSONSerialization.jsonObject(with: run.outBytes) as? [[String: String]]
    let names = (list ?? []).compactMap { $0["wizard"] }
    #expect(names.count > 20)
    let usual = ["It is asked in every", "Reason: ", "Only if: ", "In each entry, only if: "]
    for name in names {
      let yaml = try String(contentsOfFile: "Wizards/\(name).yaml".inRepository, encoding: .utf8)
      let found = try explain(name)
      for match in yaml.matches(of: /field: ([a-z][A-Za-z0-9]*)/) {
        let key = String(match.1)
        let said = found.filter { $0.key == key || $0.key.hasSuffix(".\(key)") }
        #expect(!said.isEmpty, "\(name) \(key)")
        for sentence in said.values {
          #expect(usual.contains { sentence.hasPrefix($0) }, "\(name) \(key): \(sentence)")
        }
      }
    }
  }

  @Test func `joins the conditions of option, stage and field`() throws {
    let customer = try explain("register-customer")
    #expect(
      customer["taxNumber"]
        == "Only if: Company type is one of: GmbH, AG and Federal state of the tax office is answered."
    )
    #expect(
      customer["contacts.licence"]
        == "In each entry, only if: Create the customer is “As a new company” and Kind is “External user”."
    )
    #expect(customer["category"] == "It is asked in every registration.")
    #expect(try explain("register-offer")["lines.article"] == "It is asked in every entry.")
    let single = try explain("register-customer", "licence")
    #expect(single.count == 1)
  }

  @Test func `looks at answers that are given`() throws {
    let run = try scratch.alta([
      "wizard", "explain", "register-customer", "identifier", "--set", "companyType=other",
    ])
    #expect(run.out.contains("The number is generated, because Company type is “Other”."))
  }
}

extension String {
  fileprivate var inRepository: String { "\(Scratch.repository)/\(self)" }
}
