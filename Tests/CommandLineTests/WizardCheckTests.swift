import Foundation
import Testing

@Suite("The check of wizards")
struct WizardCheckTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func visit(_ fields: [String]) -> String {
    let lines = ["field: name, label: Name, type: text, required: true"] + fields
    return """
      wizard: visit
      version: 1
      title: Register a visit
      stages:
        - stage: visit
          title: Visit
          fields:

      """ + lines.map { "      - {\($0)}\n" }.joined()
  }

  private let broken = [
    "field: kind, label: Kind, type: choice, options: [{code: a}, {code: a}]",
    "field: note, label: Note, type: txt, when: knd == 'a'",
    "field: day, type: date, min: 2026-02-30, lable: Day",
  ]

  @Test func `says all faults at once, each with its line and a caret`() throws {
    let file = try scratch.file("visit.yaml", visit(broken))
    let run = try scratch.alta(["wizard", "check", file])
    #expect(run.status == 3 && run.out.isEmpty)
    let codes = ["duplicate", "unknown-type", "unknown-field", "bad-limit", "unknown-key"]
    for code in codes { #expect(run.err.contains("[\(code)]"), "\(code): \(run.err)") }
    #expect(run.err.matches(of: /\^/).count >= codes.count)
    #expect(run.err.contains("visit.yaml:10:53: error: unknown field “knd” – did you mean “kind”?"))
  }

  @Test func `gives programs the same findings in three notations`() throws {
    let file = try scratch.file("visit.yaml", visit(broken))
    func run(_ format: String) throws -> Scratch.Run {
      let run = try scratch.alta(["wizard", "check", file, "--format", format])
      #expect(run.status == 3 && run.err.isEmpty)
      return run
    }
    let json = try JSONSerialization.jsonObject(with: run("json").outBytes) as? [[String: Any]]
    let found = try #require(json)
    try #require(found.count == 5)
    #expect(found.allSatisfy { $0["severity"] as? String == "error" })
    #expect(found.map { $0["line"] as? Int } == [9, 10, 10, 11, 11])
    let sarif = try JSONSerialization.jsonObject(with: run("sarif").outBytes) as? [String: Any]
    let runs = sarif?["runs"] as? [[String: Any]]
    #expect((runs?.first?["results"] as? [Any])?.count == 5)
    let commands = try run("github").out.split(separator: "\n")
    try #require(commands.count == 5)
    #expect(commands.allSatisfy { $0.hasPrefix("::error file=") })
    #expect(commands[2].contains("line=10,col=53,title=unknown-field::unknown field"))
  }

  @Test func `warns of texts that a window of 80 columns has no room for`() throws {
    let long = String(repeating: "Long ", count: 20)
    let file = try scratch.file(
      "visit.yaml",
      visit([
        "field: kind, label: \(long), type: choice, options: [{code: a, label: \(long)}, {code: b}]"
      ]) + "  - {stage: more, title: \(long), fields: [{field: x, type: text}]}\n"
    )
    let run = try scratch.alta(["wizard", "check", file])
    #expect(
      run.status == 3 && run.err.matches(of: /warning: this text takes 99 columns/).count == 3
    )
    #expect(try scratch.alta(["register", file, "--set", "name=A", "--yes"]).status == 0)
  }

  @Test func `says what a definition breaks of an earlier one, in a file or a folder`() throws {
    let old = visit(["field: note, label: Note, type: memo"])
    let new = visit(["field: remark, label: Remark, type: text, required: true"])
    try scratch.file("new/visit.yaml", new)
    try scratch.file("old/visit.yaml", old)
    try scratch.file("old/gone.yaml", old.replacing("wizard: visit", with: "wizard: gone"))
    let file = try scratch.file("visit-1.yaml", old)
    let (before, now) = ("\(scratch.folder)/old", "\(scratch.folder)/new")
    let single = try scratch.alta(["wizard", "check", "visit", "--wizards", now, "--against", file])
    #expect(single.status == 3)
    for code in ["key-gone", "newly-required", "version-not-raised"] {
      #expect(single.err.contains("[\(code)]"), "\(single.err)")
    }
    #expect(single.err.contains("visit.yaml:9:17: error: “remark” is needed now"))
    let all = try scratch.alta(["wizard", "check", "--wizards", now, "--against", before])
    #expect(all.err.contains("the wizard “gone” is gone [wizard-gone]"), "\(all.err)")

    try scratch.file(
      "new/visit.yaml",
      new.replacing("version: 1", with: "version: 2\nrenamed: {note: remark}")
    )
    let mended = try scratch.alta([
      "wizard", "check", "visit", "--wizards", now, "--against", before,
    ])
    #expect(mended.err.contains("[type-changed]") && !mended.err.contains("[key-gone]"))
    let same = try scratch.alta(["wizard", "check", "--against", "Wizards"])
    #expect(same.status == 0 && same.err.isEmpty)
  }

  @Test func `says that the earlier definitions cannot be compared`() throws {
    let bad = try scratch.file("bad.yaml", "wizard: register-customer\n")
    let run = try scratch.alta(["wizard", "check", "register-customer", "--against", bad])
    #expect(run.status == 3 && run.err.contains("[missing-key]"))
    let none = try scratch.alta(["wizard", "check", "register-customer", "--against", "nowhere"])
    #expect(none.status == 9 && none.err.contains("nowhere"))
  }
}
