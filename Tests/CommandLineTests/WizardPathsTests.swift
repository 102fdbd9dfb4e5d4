import Foundation
import Testing

@Suite("The paths of a wizard")
struct WizardPathsTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `are listed with their stages and what is needed`() throws {
    let run = try scratch.alta(["wizard", "paths", "register-customer"])
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(run.out.hasPrefix("register-customer: Register a customer – 12 paths\n"))
    #expect(
      run.out.contains(
        """
           2  mode=new companyType=gmbh category=public
              First steps → Commercial register → Public buyer → Company data → Company contacts
              Needed: companyType, category, registerCourt, registerType=HRB, registerNumber, buyerReference, identifier, name
        """
      )
    )
    let german = try scratch.alta(["wizard", "paths", "register-customer", "--lang", "de"])
    #expect(german.out.contains("12 Pfade") && german.out.contains("Öffentlicher Auftraggeber"))
  }

  @Test func `are objects for programs`() throws {
    let run = try scratch.alta([
      "wizard", "paths", "register-customer", "--all", "--format", "json",
    ])
    let found = try JSONSerialization.jsonObject(with: run.outBytes) as? [[String: Any]]
    let paths = try #require(found?.first?["paths"] as? [[String: Any]])
    #expect(found?.first?["count"] as? Int == paths.count && paths.count >= 64)
    let choices = paths.compactMap { $0["choices"] as? [String: String] }
    #expect(choices.contains { $0["companyType"] == "sole" && $0["category"] == "health" })
    #expect(choices.contains { $0["mode"] == "existing" })
    #expect(paths.allSatisfy { ($0["stages"] as? [Any])?.isEmpty == false })
  }

  @Test(arguments: ["en", "de", "es"])
  func `have an answer file each that registers a customer`(language: String) throws {
    let folder = "\(scratch.folder)/paths"
    let words = ["wizard", "paths", "register-customer", "--write", folder, "--lang", language]
    #expect(try scratch.alta(words).status == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files.count == 12)
    for file in files where file.contains("-new-") {
      let run = try scratch.alta(
        ["register", "--answers", "\(folder)/\(file)", "--yes", "--lang", language]
      )
      #expect(run.status == 0, "\(file): \(run.err)")
    }
    #expect(try scratch.count("customers") == 8)
    // A reference cannot be made up: the file says so, and registers once it is given.
    for (number, file) in files.filter({ $0.contains("-existing-") }).enumerated() {
      let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      #expect(text.hasSuffix("# company:\n"), "\(text)")
      let identifier = "CLI-90\(number)"
      try register(company: identifier)
      try Data(text.replacing("# company:\n", with: "company: \(identifier)\n").utf8)
        .write(to: URL(filePath: "\(folder)/\(file)"))
      let run = try scratch.alta(["register", "--answers", "\(folder)/\(file)", "--yes"])
      #expect(run.status == 0, "\(file): \(run.err)")
    }
    #expect(try scratch.count("customers") == 12)
  }

  private func register(company identifier: String) throws {
    let answers = [
      "--set", "companyType=public-body", "--set", "identifier=\(identifier)", "--set",
      "name=Company \(identifier)",
    ]
    let run = try scratch.alta(["register", "register-company", "--yes"] + answers)
    #expect(run.status == 0, "\(run.err)")
  }

  @Test func `are written anew, but never over what somebody else wrote`() throws {
    let folder = "\(scratch.folder)/paths"
    let words = ["wizard", "paths", "register-customer", "--write", folder]
    #expect(try scratch.alta(words).status == 0)
    #expect(try scratch.alta(words + ["--lang", "de"]).status == 0)
    let file = "\(folder)/register-customer-05-new-sl-retail.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("# Kunden registrieren"))
    for changed in [text + "# mine\n", "mode: new\n", ""] {
      try Data(changed.utf8).write(to: URL(filePath: file))
      let run = try scratch.alta(words)
      #expect(run.status == 9 && run.err.contains("nothing was written"), "\(run.err)")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == changed)
      let first = "\(folder)/register-customer-01-new-gmbh-retail.yaml"
      #expect(try String(contentsOfFile: first, encoding: .utf8).contains("# Kunden registrieren"))
    }
  }

  /// 2 to the power of 11 sequences of stages: counted, and the first listed.
  @Test func `are bounded`() throws {
    var yaml = "wizard: many\ntitle: Many\nstages:\n"
    for number in 0..<11 {
      yaml += """
          - {stage: q\(number), title: Q, fields: [{field: a\(number), type: boolean, required: true}]}
          - {stage: s\(number), title: S, when: a\(number), fields: [{field: b\(number), type: text}]}

        """
    }
    let file = try scratch.file("many.yaml", yaml)
    let run = try scratch.alta(["wizard", "paths", file])
    #expect(run.status == 0)
    #expect(run.err.contains("many: only the first 1000 of 2048 paths are listed."), "\(run.err)")
    #expect(run.out.matches(of: /Needed/).count == 1_000)
  }

  @Test func `of a wizard with faults are not walked`() throws {
    let file = try scratch.file("bad.yaml", "wizard: bad\ntitle: Bad\nstages: []\n")
    let run = try scratch.alta(["wizard", "paths", file])
    #expect(run.status == 3 && run.err.contains("missing-key"))
    #expect(try scratch.alta(["wizard", "paths", "nowhere"]).status == 4)
  }
}
