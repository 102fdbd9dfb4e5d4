import Foundation
import Testing

/// The dialogue at a terminal, answered by `expect`.
@Suite("At a terminal", .enabled(if: Terminal.isThere))
struct TerminalTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: [("\\003", 130), ("\\004", 130)])
  func `Ctrl-C and Ctrl-D keep a draft, which goes on`(key: String, status: Int32) throws {
    let run = try Terminal.talk(
      scratch,
      "register --plain",
      """
      expect "Create the customer"; send "\\r"
      expect "Company type"; send "other\\r"
      expect "Customer category"; send "\(key)"
      """
    )
    #expect(run.status == status, "\(run.out)")
    #expect(try scratch.count("companies") == 0)
    let id = try #require(run.out.firstMatch(of: /alta draft resume (\w+)/), "\(run.out)").1
    let resumed = try Terminal.talk(
      scratch,
      "draft resume \(id) --plain",
      """
      expect "Customer category"; send "retail\\r"
      expect "Country"; send "\\r"
      expect "Name"; send "Kiosk\\r"
      expect "Address 1"; for {set i 0} {$i < 14} {incr i} { send "\\r" }
      expect "Enter finishes"; send "\\r"
      expect "Continue?"; send "y\\r"
      expect "CLI-0001"
      """
    )
    #expect(resumed.status == 0, "\(resumed.out)")
    #expect(try scratch.texts("SELECT name FROM companies") == ["Kiosk"])
    #expect(try scratch.count("drafts") == 0)
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129)])
  func `a signal keeps a draft`(signal: String, status: Int32) throws {
    let run = try Terminal.talk(
      scratch,
      "register --plain",
      """
      expect "Create the customer"; send "\\r"
      expect "Company type"; exec kill -\(signal) [exp_pid]
      """
    )
    // Nothing was answered but a suggestion, which no draft needs to keep.
    #expect(run.status == status, "\(run.out)")
    #expect(run.out.contains("Nothing was answered"), "\(run.out)")
    let kept = try Terminal.talk(
      scratch,
      "register --plain",
      """
      expect "Create the customer"; send "existing\\r"
      expect "Company"; exec kill -\(signal) [exp_pid]
      """
    )
    #expect(kept.status == status, "\(kept.out)")
    #expect(try scratch.count("drafts") == 1)
  }

  @Test func `Ctrl-C at the first question leaves nothing behind`() throws {
    let run = try Terminal.talk(
      scratch,
      "register",
      "expect \"Create the customer\"; send \"\\003\""
    )
    #expect(run.status == 130, "\(run.out)")
    #expect(try scratch.files().isEmpty)
  }

  @Test func `an answer file is completed by asking`() throws {
    let file = try scratch.file("a.yaml", "case: k\ncompanyType: other\ncategory: retail\n")
    let run = try Terminal.talk(
      scratch,
      "register --plain --answers \(file)",
      """
      expect "Name"; send "Kiosk\\r"
      expect "Enter finishes"; send "\\r"
      expect "Continue?"; send "y\\r"
      expect "CLI-0001"
      """
    )
    #expect(run.status == 0, "\(run.out)")
    #expect(!run.out.contains("Company type *"))
    #expect(try scratch.texts("SELECT name, case_key FROM companies") == ["Kiosk|k"])
  }

  @Test func `a deletion asks for a yes`() throws {
    let script = Script(
      Script.small.answers,
      contacts: [["kind": "external", "lastName": "R", "email": "a@b.es"]]
    )
    #expect(try scratch.alta(["register", "--yes"] + script.options).status == 0)
    for (answer, status) in [("n", Int32(7)), ("y", 0)] {
      let run = try Terminal.talk(
        scratch,
        "disable external-user a@b.es",
        "expect \"Disable the external user\"; send \"\(answer)\\r\""
      )
      #expect(run.status == status, "\(run.out)")
    }
    #expect(try scratch.texts("SELECT status FROM external_users") == ["inactive"])
  }

  @Test func `styles are sent only where the terminal has them`() throws {
    let script = "expect \"Create the customer\"; send \":quit\\r\""
    #expect(try Terminal.talk(scratch, "register --plain", script).out.contains("\u{1B}["))
    let dumb = try Terminal.talk(scratch, "register", script, variables: ["TERM": "dumb"])
    #expect(!dumb.out.contains("\u{1B}"))
    let plain = try Terminal.talk(
      scratch,
      "register --plain",
      script,
      variables: ["NO_COLOR": "1"]
    )
    #expect(!plain.out.contains("\u{1B}"))
  }
}

/// A terminal with `expect` at its keyboard.
enum Terminal {
  /// Whether `expect` is installed.
  static let isThere = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/expect") }

  /// Runs the program at a terminal; what it showed is the output, its status that of the run.
  static func talk(
    _ scratch: Scratch,
    _ command: String,
    _ script: String,
    variables: [String: String] = [:]
  ) throws -> Scratch.Run {
    try scratch.run(
      "/usr/bin/env",
      [
        "expect", "-c",
        """
        set timeout 20
        spawn -noecho \(Scratch.program) \(command)
        expect_after timeout { exec kill -KILL [exp_pid]; exit 124 }
        \(script)
        expect eof
        exit [lindex [wait] 3]
        """,
      ],
      variables: ["TERM": "xterm-256color"].merging(variables) { $1 }
    )
  }
}
