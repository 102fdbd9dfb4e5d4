import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Words that are no command: status 2, nothing on standard output, one sentence with a cure.
  @Test(arguments: [
    (["regster"], "no command “regster”. Did you mean “register”?"),
    (["draft", "lst"], "no command “draft lst”. Did you mean “draft list”?"),
    (["xyzzy"], "no command “xyzzy”. “alta help” shows all commands."),
    (["register", "--anwers", "x"], "no option “--anwers”. Did you mean “--answers”?"),
    (["register", "--answers"], "“--answers” needs a value: FILE."),
    (["register", "--yes=no"], "“--yes”"),
    (["list", "customers", "--express"], "“--express”"),
    (["list", "customers", "--format", "xml"], "text, json, csv"),
    (["list", "customers", "--color=blue"], "auto, always, never"),
    (["list"], "RECORDS"),
    (["show", "customer"], "ID"),
    (["show", "customer", "a", "b"], "“b”"),
    (["list", "custmers"], "Did you mean “customers”?"),
    (["disable", "user", "a@b.es"], "external-user"),
    (["register", "--set", "name"], "“--set” needs FIELD=VALUE, not “name”."),
    (["register", "--set", "=x"], "“--set” needs FIELD=VALUE, not “=x”."),
    (["list", "customers", "--today", "31.12.2026"], "--today"),
    (["list", "customers", "--today", "2026-01-01", "--today", "2026-01-02"], "“--today”"),
    (["help", "regster"], "Did you mean “register”?"),
    (["edit", "requests", "CR-0001"], "“requests” cannot be edited"),
  ])
  func `refuses what it does not know, with a cure`(words: [String], sentence: String) throws {
    let run = try scratch.alta(words)
    #expect(run.status == 2)
    #expect(run.out == "")
    #expect(run.err.contains(sentence))
    #expect(try scratch.files().isEmpty)
  }

  @Test(arguments: [
    [], ["help"], ["--help"], ["help", "register"], ["register", "--help"], ["help", "wizard"],
    ["wizard", "--help"], ["--version"], ["register", "-h"], ["keys"], ["wizard", "list"],
    ["wizard", "check"], ["catalog", "check"], ["catalog", "extract"],
    ["completions", "bash"], ["completions", "zsh"], ["completions", "fish"],
    ["wizard", "eval", "1 + 2"], ["wizard", "explain", "register-customer"],
    ["form", "register-customer"], ["list", "customers"], ["export", "customers"],
    ["draft", "list"],
  ])
  func `answers on standard output and creates nothing`(words: [String]) throws {
    let run = try scratch.alta(words)
    #expect(run.status == 0, "\(run.err)")
    let hasNothing = ["list", "export", "draft"].contains(words.first)
    #expect(run.out.isEmpty == (hasNothing && words.first != "export"))
    #expect(try scratch.files().isEmpty)
  }

  @Test(arguments: [
    (["show", "customer", "X-1"], "E-CUSTOMER"), (["show", "company", "X-1"], "E-COMPANY"),
    (["show", "contact", "CT-0001"], "E-CONTACT"), (["edit", "customer", "X-1"], "E-CUSTOMER"),
    (["history", "customer", "X-1"], "E-CUSTOMER"), (["erase", "contact", "CT-9"], "E-CONTACT"),
    (["disable", "external-user", "a@b.es"], "E-EXTERNAL"),
    (["list", "contacts", "--customer", "X-1"], "E-CUSTOMER"),
    (["draft", "resume", "nix"], "There is no draft nix."),
    (["draft", "discard", "nix"], "There is no draft nix."),
    (["register", "register-custmer"], "Did you mean “register-customer”?"),
    (["wizard", "check", "nix"], "There is no wizard “nix”."),
    (["form", "nix"], "There is no wizard “nix”."),
    (["register", "--from-company", "X-1", "--set", "category=retail", "--yes"], "E-NO-COMPANY"),
  ])
  func `ends with 4 where something must be there first`(words: [String], text: String) throws {
    let run = try scratch.alta(words)
    #expect(run.status == 4)
    #expect(run.out == "")
    #expect(run.err.contains(text))
    #expect(try scratch.files().isEmpty)
  }

  @Test(arguments: [
    (["register", "--answers", "/nix.yaml"], 9, "file"),
    (["list", "customers", "--store", "/"], 9, "store"),
    (["show", "customer", "X"], 4, "E-CUSTOMER"),
    (["register", "nix"], 4, "wizard"), (["draft", "resume", "x"], 4, "draft"),
    (["disable", "external-user", "a@b.es"], 4, "E-EXTERNAL"),
    (["register", "--from-company", "X", "--set", "category=retail"], 4, "E-NO-COMPANY"),
  ])
  func `says in JSON why it failed, where JSON is wanted`(
    words: [String],
    status: Int32,
    code: String
  ) throws {
    let run = try scratch.alta(words + ["--format", "json"])
    #expect(run.status == status)
    #expect(run.err == "")
    let report = try JSONDecoder().decode(Failure.self, from: run.outBytes)
    #expect(report.status == "failed")
    #expect(report.problems.map(\.code) == [code])
    #expect(report.problems.allSatisfy { !$0.message.isEmpty })
  }

  private struct Failure: Decodable {
    let status: String
    let problems: [Report.Problem]
  }

  @Test func `reads options in the GNU way`() throws {
    let run = try scratch.alta([
      "register", "--set=companyType=other", "--set", "category=retail", "-y", "--set=name=a=b",
      "--", "register-customer",
    ])
    #expect(run.status == 0)
    #expect(run.out == "CLI-0001\n")
    #expect(try scratch.texts("SELECT name FROM companies") == ["a=b"])
  }

  @Test func `takes an option before a variable, and a variable before the default`() throws {
    let words =
      ["register", "--yes"]
      + ["companyType=other", "category=retail", "name=A"]
      .flatMap { ["--set", $0] }
    let other = "\(scratch.folder)/other.db"
    #expect(try scratch.alta(words + ["--store", other]).status == 0)
    #expect(Set(try scratch.files().keys.filter { $0.hasSuffix(".db") }) == ["other.db"])
    let run = try scratch.alta(words, variables: ["ALTA_STORE": ""])
    #expect(run.status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(scratch.folder)/data/alta/alta.db"))
  }

  @Test func `finds wizards and catalogs beside the program without being told`() throws {
    let run = try scratch.run(
      "/bin/sh",
      ["-c", "cd / && exec \"$0\" wizard list", Scratch.program],
      variables: ["ALTA_WIZARDS": "", "ALTA_CATALOGS": ""]
    )
    #expect(run.status == 0)
    #expect(run.out.contains("register-customer"))
  }

  @Test func `counts a closed pipe as success`() throws {
    for command in ["help", "catalog extract", "form register-customer", "completions bash"] {
      let run = try scratch.bash(
        "set -o pipefail; alta \(command) | head -1; exit ${PIPESTATUS[0]}"
      )
      #expect(run.status == 0, "\(command)")
      #expect(run.err == "")
    }
  }

  @Test func `reports a full disk behind its output`() throws {
    let run = try scratch.bash("alta catalog extract > /dev/full")
    #expect(run.status == 9)
    #expect(run.err.contains("28"))
  }

  @Test func `says less with --quiet and nothing different otherwise`() throws {
    let words =
      ["register", "--yes", "--quiet"]
      + ["companyType=other", "category=retail", "name=A"].flatMap { ["--set", $0] }
    let run = try scratch.alta(words)
    #expect(run.status == 0)
    #expect(run.out == "CLI-0001\n")
    #expect(run.err == "")
  }

  @Test func `colours only when asked to or at a terminal`() throws {
    #expect(!(try scratch.alta(["help"]).out.contains("\u{1B}")))
    #expect(try scratch.alta(["help", "--color", "always"]).out.contains("\u{1B}["))
    let run = try scratch.alta(
      ["help", "--color", "never"],
      variables: ["CLICOLOR_FORCE": "1"]
    )
    #expect(!run.out.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("1 + 2 * 3", "7\n"), ("name.startsWith('Mü') && size(list) == 2", "true\n"),
    ("today < date('2027-01-01')", "true\n"), ("list[0]", "\"a\"\n"), ("has(nix)", "false\n"),
  ])
  func `evaluates expressions over answers`(expression: String, result: String) throws {
    let file = try scratch.file("a.yaml", "name: Müller\nlist: [a, b]\n")
    let run = try scratch.alta([
      "wizard", "eval", expression, "--answers", file, "--today", "2026-11-22",
    ])
    #expect(run.out == result, "\(run.err)")
    #expect(run.status == 0)
  }

  @Test func `points at the fault of an expression`() throws {
    let run = try scratch.alta(["wizard", "eval", "1 + (2 * "])
    #expect(run.status == 3)
    #expect(run.out == "")
    let lines = run.err.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("    1 + (2 * ") })
    #expect(
      lines.last?.trimmingCharacters(in: .whitespaces).allSatisfy { "^~".contains($0) } == true
    )
  }
}
