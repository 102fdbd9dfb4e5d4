import Foundation
import Testing

@Suite("Broken input")
struct BrokenInputTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Each ends in a message with file, line and column, and in status 3; no store is created.
  @Test(arguments: [
    ("a.yaml", "name: [\n", ":2:1:", "valid YAML"),
    ("a.yaml", "name: a\n name: b\n", ":2:", "valid YAML"),
    ("a.yaml", "name: a\nname: b\n", ":2:1:", "“name” stands twice"),
    ("a.yaml", "\tname: a\n", ":1:1:", "valid YAML"),
    ("a.yaml", "", ":1:1:", "empty"),
    ("a.yaml", "just a text\n", ":1:1:", "keys and values"),
    ("a.json", "{\"name\": }\n", ":1:10:", "valid JSON"),
    ("a.json", "{\"name\": \"a\"\n", ":2:1:", "JSON"),
    ("a.json", "[1]", ":1:2:", "keys and values"),
    ("a.csv", "name,category\n\"a,b\n", ":2:1:", "never closed"),
    ("a.csv", "name,category\na,b,c\n", ":2:", "3 cells"),
    ("a.csv", "", ":1:1:", "nothing in the file"),
    ("a.jsonl", "{\"name\": \"a\"}\n{\"name\": \n", ":2:", "JSON"),
    ("a.jsonl", "[{\"name\": \"a\"}]\n", ":1:1:", ".json"),
  ])
  func `of a file is reported with its place`(
    name: String,
    text: String,
    place: String,
    sentence: String
  ) throws {
    let file = try scratch.file(name, text)
    let run = try scratch.alta(["register", "--answers", file, "--yes"])
    #expect(run.status == 3)
    #expect(run.out == "")
    #expect(run.err.contains(file + place), "\(run.err)")
    #expect(run.err.contains(sentence), "\(run.err)")
    #expect(try Set(scratch.files().keys) == [name])
  }

  /// Files that alta opens must not stand where the caller has closed a stream.
  @Test func `that is no stream at all is the end of it`() throws {
    #expect(try scratch.bash("alta register --plain <&-").status == 5)
    #expect(try scratch.bash("alta wizard list >&-").status == 9)
    #expect(try scratch.bash("alta register --answers missing.yaml 2>&-").status == 9)
  }

  @Test(arguments: ["a.yaml", "a.json", "a.csv", "a.jsonl"])
  func `that is not UTF-8 names line, column and cure`(name: String) throws {
    let texts = [
      "a.yaml": "name: x\ncity: K", "a.json": "{\"name\": \"x\",\n\"city\": \"K",
      "a.csv": "name,city\nx,K", "a.jsonl": "{\"name\": \"x\"}\n{\"city\": \"K",
    ]
    let file = try scratch.file(
      name,
      bytes: Data((texts[name] ?? "").utf8) + Data([0xF6, 0x6C, 0x6E])
    )
    let run = try scratch.alta(["register", "--answers", file])
    #expect(run.status == 3)
    #expect(run.err.contains("\(file):2:"), "\(run.err)")
    #expect(run.err.contains("UTF-8"))
  }

  @Test(arguments: [
    ("", "there is no such file"), ("folder", "this is a folder"),
  ])
  func `that cannot be opened ends with 9`(name: String, sentence: String) throws {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.folder)/folder",
      withIntermediateDirectories: true
    )
    let path = "\(scratch.folder)/\(name.isEmpty ? "nix.yaml" : name)"
    let run = try scratch.alta(["register", "--answers", path])
    #expect(run.status == 9)
    #expect(run.out == "")
    #expect(run.err.contains("\(path): \(sentence)"))
  }

  @Test func `of a file is JSON on standard output where JSON is wanted`() throws {
    let file = try scratch.file("a.yaml", "name: [\n")
    let run = try scratch.alta(["register", "--answers", file, "--format", "json"])
    #expect(run.status == 3)
    #expect(run.err == "")
    let problem = try JSONDecoder().decode(Report.Problem.self, from: run.outBytes)
    #expect(problem.code == "syntax" && problem.line == 2 && problem.column == 1)
    #expect(problem.file == file)
  }

  @Test func `of a definition is reported with its source line and a caret`() throws {
    try scratch.file("w/form.yaml", "wizard: form\nversion: 1\ntitel: Form\nstages: []\n")
    for words in [["wizard", "check", "form"], ["register", "form"]] {
      let run = try scratch.alta(words, variables: ["ALTA_WIZARDS": "\(scratch.folder)/w"])
      #expect(run.status == 3)
      #expect(run.err.contains("form.yaml:3:1: error: "))
      #expect(run.err.contains("\n    titel: Form\n    ^~~~~"))
      #expect(run.err.contains("did you mean “title”?"))
    }
  }

  // MARK: Answers

  @Test func `answers are all named at once, in the order of the form, with their lines`() throws {
    let file = try scratch.file(
      "a.yaml",
      """
      companyType: gmbh
      category: retail
      licenceNumber: AB-123456
      nmae: x
      identifier: DE136695977
      email1: a@b
      contacts:
        - kind: external
          lastName: Ruiz

      """
    )
    let run = try scratch.alta(["register", "--answers", file, "--yes"])
    #expect(run.status == 3)
    #expect(run.out == "")
    let codes = run.err.matches(of: /\[([\w-]+)\]/).map { String($0.1) }
    #expect(
      codes == [
        "unknown-field", "E-REQUIRED", "E-REQUIRED", "checksum", "E-REQUIRED", "E-EMAIL",
        "E-REQUIRED", "not-applicable",
      ]
    )
    #expect(run.err.contains("a.yaml:4: nmae: There is no field “nmae”; did you mean “name”?"))
    #expect(run.err.contains("a.yaml:5: identifier: Identifier:"))
    #expect(
      run.err.contains("contacts.1.email: Company contacts 1, E-mail: an answer is required.")
    )
    #expect(run.err.contains("8 answers need attention"))
    #expect(try scratch.count("companies") == 0)
  }

  @Test func `answers in JSON have code, path, line and message each`() throws {
    let file = try scratch.file(
      "a.json",
      "{\"companyType\": \"gmbh\",\n \"category\": \"nix\", \"contacts\": [{\"kind\": 1}]}"
    )
    let run = try scratch.alta(["register", "--answers", file, "--format", "json"])
    #expect(run.status == 3)
    #expect(run.err == "")
    let report = try JSONDecoder().decode(Report.self, from: run.outBytes)
    #expect(report.status == "rejected")
    #expect(report.source == "a.json" && report.row == 1)
    #expect(
      report.problems.map { "\($0.code) \($0.path ?? "-") \($0.line ?? 0)" } == [
        "E-CHOICE category 2", "E-REQUIRED registerCourt 0", "E-REQUIRED registerNumber 0",
        "E-REQUIRED identifier 0", "E-REQUIRED name 0", "E-CHOICE contacts.1.kind 2",
        "E-REQUIRED contacts.1.lastName 0",
      ]
    )
    #expect(report.problems.allSatisfy { !$0.message.isEmpty && $0.severity == "error" })
  }

  @Test func `answers given with --set stand on no line`() throws {
    let run = try scratch.alta(["register", "--set", "nmae=x", "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: run.outBytes)
    #expect(report.source == "set" && report.row == nil)
    #expect(report.problems.map(\.line) == report.problems.map { _ in nil })
    #expect(report.problems.first?.code == "unknown-field")
  }

  @Test func `answers pass with --lenient, with a warning`() throws {
    let run = try scratch.alta(
      ["register", "--yes", "--lenient", "--set", "nmae=x", "--set", "licenceNumber=AB-123456"]
        + Script.small.options
    )
    #expect(run.status == 0)
    #expect(run.out == "CLI-0001\n")
    #expect(run.err.contains("[unknown-field]") && run.err.contains("[not-applicable]"))
  }

  @Test func `without a yes ends with 5 and stores nothing`() throws {
    let run = try scratch.alta(["register"] + Script.small.options)
    #expect(run.status == 5)
    #expect(run.out == "")
    #expect(run.err.contains("[Q-CONFIRM-FREEZE]") && run.err.contains("--yes"))
    #expect(try scratch.files().isEmpty)
    #expect(try scratch.alta(["register", "--no-input"]).status == 3)
    #expect(
      try scratch.alta(["register"] + Script.small.options + ["--set", "confirm=yes"]).status == 0
    )
  }
}

/// A registration as `--format json` reports it.
struct Report: Decodable {
  struct Problem: Decodable {
    let code: String
    let severity: String
    let path: String?
    let line: Int?
    let column: Int?
    let file: String?
    let message: String
  }

  struct Stored: Decodable {
    let table: String
    let name: String
  }

  let status: String
  let source: String
  let row: Int?
  let problems: [Problem]
  let records: [Stored]?
}
