import Foundation
import Testing

/// The form at a real terminal: in tmux, which draws what it is sent, and with `expect` at the keyboard.
@Suite("The form at a terminal", .enabled(if: Tmux.isThere && Terminal.isThere))
struct FormTerminalTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `is drawn below what is there, and leaves the answers behind`() throws {
    let window = try Tmux(scratch, rows: 40)
    try window.run("register", until: "Step 1 of about 3")
    try window.press("Enter")
    try window.type("otr")
    try window.press("BSpace")
    try window.type("h")
    try window.wait(for: "● Other")
    try window.press("Enter")
    try window.type("ret")
    try window.press("Enter")
    try window.wait(for: "Step 2")
    try window.type("Ger")
    try window.wait(for: "Germany (DE)")
    let lines = try window.screen()
    #expect(
      lines.dropFirst(1).prefix(7) == [
        "First steps", "  ✓ Create the customer: As a new company", "  ✓ Company type: Other",
        "  ✓ Customer category: Retail", "Register a customer · Step 2 of about 3 · Company data",
        "", "› Country           Ger",
      ],
      "\(lines.joined(separator: "\n"))"
    )
    #expect(try window.cursor() == "23,7")
    try window.press("C-c")
    try window.wait(for: "alta draft resume")
    #expect(try !window.screen().contains { $0.contains("Step 2") })
  }

  /// Typing an example of the repository gives the store that its answer file gives.
  @Test(arguments: ["en", "de", "es"])
  func `stores what the answer file would`(language: String) throws {
    guard language == "en" || hasCatalog(language) else { return }
    let folder = "\(Scratch.repository)/Wizards/examples"
    #expect(
      try scratch.alta(["register", "--answers", "\(folder)/2-sl-industry.yaml", "--yes"]).status
        == 0
    )
    let typed = try Scratch()
    let keys = [
      "\r", "sl\r", "industry\r", "ES\r", "B58378431\r", "Aceros del Norte, S.L.\r",
      "Calle Mayor, 1\r",
      "\r", "48001\r", "Bilbao\r", "Bizkaia\r", "+34 944 000 111\r", "\r", "\r",
      "info@aceros.example\r",
      "\r", "https://www.aceros.example\r", "es\r", "\r",
      "a", "external\r", "Ana\r", "Ruiz\r", "ana@aceros.example\r", "\r", "\r", "Compras\r",
      "Directora\r", "true\r", "\r", "2\r", "\r",
      "a", "contact\r", "Íñigo\r", "Ibáñez\r", "\r", "\r", "\r", "\r", "\r", "\r",
      "\r", "\r", "\r",
    ]
    let script = keys.map { key in
      "send -- \"\(key.replacing("\r", with: "\\r"))\"; after 30"
    }
    let run = try Terminal.talk(
      typed,
      "register --lang \(language)",
      "after 400\n" + script.joined(separator: "\n")
    )
    #expect(run.status == 0, "\(run.out.suffix(3000))")
    func records(_ dump: [String]) -> [String] {
      dump.map { $0.replacing(/(language|wizard_version)=\S+/, with: "") }
    }
    #expect(try records(typed.dump()) == records(scratch.dump()))
  }

  @Test func `gives way to lines where it has no room, or they are wished`() throws {
    for (columns, rows, variables, option) in [
      (39, 24, [:], ""), (80, 9, [:], ""), (80, 24, ["TERM": "dumb"], ""),
      (80, 24, ["ALTA_ACCESSIBLE": "1"], ""), (80, 24, [:], "--plain"),
    ] as [(Int, Int, [String: String], String)] {
      let window = try Tmux(scratch, columns: columns, rows: rows, variables: variables)
      try window.run("register \(option)", until: "? Create the customer")
      #expect(try window.screen().contains { $0.hasPrefix("› ") || $0 == "›" || $0 == ">" })
    }
    let smallest = try Tmux(scratch, columns: 40, rows: 10)
    try smallest.run("register", until: "[Next]")
    try smallest.press("Enter")
    try smallest.wait(for: "○ AG")
  }

  @Test func `follows the size of the window without leaving anything behind`() throws {
    let window = try Tmux(scratch)
    try window.run("register", until: "Step 1")
    try window.press("Enter")
    try window.wait(for: "○ GmbH")
    for (columns, rows) in [(50, 24), (120, 40), (42, 12), (80, 14), (60, 10), (100, 30), (80, 24)]
    {
      try window.resize(columns: columns, rows: rows)
      usleep(300_000)
      let lines = try window.screen()
      let titles = lines.filter { $0.contains("Register a customer") }
      #expect(titles.count == 1, "\(columns)×\(rows)\n\(lines.joined(separator: "\n"))")
      #expect(lines.filter { $0.contains("[Cancel]") }.count == 1)
      try window.press("C-l")
      usleep(100_000)
      #expect(try window.screen() == lines, "\(columns)×\(rows)")
    }
  }

  @Test func `leaves no copies of itself above, in the smallest window too`() throws {
    let window = try Tmux(scratch, columns: 60, rows: 11)
    try window.run("register", until: "Step 1")
    try window.press("Enter")
    try window.type("other")
    try window.press("Enter")
    try window.type("retail")
    try window.press("Enter")
    try window.wait(for: "Company data")
    try window.press("Escape")
    try window.wait(for: "First steps")
    try window.press("C-l")
    try window.press("C-l")
    usleep(200_000)
    let titles = try window.history().filter { $0.hasPrefix("Register a customer") }
    #expect(titles.count == 1, "\(titles)")
    try window.press("C-c")
    try window.wait(for: "draft resume")
    #expect(try !window.history().contains { $0.hasPrefix("Register a customer") })
  }

  @Test func `stops with whoever runs it, and goes on with them`() throws {
    let window = try Tmux(scratch)
    try window.type("sh -c '\(Scratch.program) register; echo over'")
    try window.press("Enter")
    try window.wait(for: "Step 1")
    try window.press("C-z")
    try window.wait(for: "Stopped")
    try window.type("fg")
    try window.press("Enter")
    try window.wait(for: "Step 1 of about 3")
    try window.press("C-c")
    try window.wait(for: "over")
  }

  @Test func `is stopped by Ctrl-Z and goes on with fg`() throws {
    let window = try Tmux(scratch)
    try window.run("register", until: "Step 1")
    try window.press("Enter")
    try window.type("gm")
    try window.wait(for: "● GmbH")
    try window.press("C-z")
    try window.wait(for: "Stopped")
    try window.type("echo $((6*7))")
    try window.press("Enter")
    try window.wait(for: "42")
    try window.type("fg")
    try window.press("Enter")
    try window.wait(for: "Company type *       gm")
    try window.press("Enter", "C-c")
    try window.wait(for: "alta draft resume")
  }

  @Test(arguments: [
    ("TERM", "143"), ("HUP", "129"), ("INT", "130"), ("SEGV", "139"), ("ABRT", "134"),
    ("ALRM", "142"),
  ])
  func `gives the terminal back when a signal comes`(signal: String, status: String) throws {
    let window = try Tmux(scratch)
    try window.run("register", until: "Step 1")
    try window.press("Enter")
    try window.type("gm")
    try window.wait(for: "● GmbH")
    #expect(kill(try window.process(), try number(of: signal)) == 0)
    usleep(1_000_000)
    try window.type(
      "echo status $?; stty -a | grep -o ' echo ' ; stty -a | grep -o -- '-icanon'; echo fi''nis"
    )
    try window.press("Enter")
    try window.wait(for: "finis")
    let lines = try window.screen()
    #expect(lines.contains("status \(status)"), "\(lines.joined(separator: "\n"))")
    #expect(lines.contains(" echo"), "\(lines.joined(separator: "\n"))")
    #expect(!lines.contains { $0.hasPrefix("-icanon") })
  }

  private func number(of signal: String) throws -> Int32 {
    try #require(
      [
        "TERM": SIGTERM, "HUP": SIGHUP, "INT": SIGINT, "SEGV": SIGSEGV, "ABRT": SIGABRT,
        "ALRM": SIGALRM,
      ][signal]
    )
  }

  @Test func `loses nothing but what was being typed when the process is killed`() throws {
    let window = try Tmux(scratch)
    try window.run("register", until: "Step 1")
    try window.press("Enter")
    for text in ["other", "health", "BE-204711", "ES", "Farmacia Solà"] {
      try window.type(text)
      try window.press("Enter")
    }
    try window.type("Calle")
    try window.wait(for: "Address 1         Calle")
    usleep(200_000)
    #expect(kill(try window.process(), SIGKILL) == 0)
    // What lives is not to be resumed; the shell knows when it is dead.
    try window.wait(for: "Killed")
    // Nothing was stored, not even a draft, and there need be no store.
    #expect(scratch.bytes == nil)
    let list = try scratch.alta(["draft", "list", "--format", "json"])
    #expect(list.out.contains("register-customer"), "\(list.out)")
    let other = try Tmux(scratch)
    try other.run("draft resume", until: "Farmacia Solà")
    #expect(try other.screen().contains { $0.hasPrefix("› Address 1") || $0.hasPrefix("› Name") })
    try other.press("C-s")
    try other.wait(for: "A draft was kept.")
    #expect(try scratch.count("drafts") == 1)
    let drafts = try scratch.texts("SELECT answers FROM drafts").joined()
    for text in ["other", "health", "BE-204711", "ES", "Farmacia Solà"] {
      #expect(drafts.contains(text), "\(drafts)")
    }
    #expect(try scratch.alta(["draft", "list"]).out.split(separator: "\n").count == 3)
  }

  @Test func `leaves no file behind when it is cancelled`() throws {
    let window = try Tmux(scratch)
    try window.run("register", until: "Step 1")
    try window.press("Enter")
    try window.type("other")
    try window.press("Enter")
    try window.wait(for: "Customer category *")
    usleep(200_000)
    try window.press("Escape")
    try window.wait(for: "Leave the registration?")
    try window.press("End", "Enter")
    try window.wait(for: "Cancelled; nothing was stored.")
    #expect(try scratch.files().isEmpty)
  }

  @Test func `sends no colours where none are wished, and only ASCII where there is no more`()
    throws
  {
    let script = "after 500\nsend \"\\003\""
    let plain = try Terminal.talk(scratch, "register", script, variables: ["NO_COLOR": "1"])
    #expect(plain.out.contains("Create the customer") && !plain.out.contains(/\u{1B}\[\d+m/))
    let ascii = try Terminal.talk(scratch, "register", script, variables: ["LC_ALL": "C"])
    #expect(ascii.outBytes.allSatisfy { $0 < 0x80 } && ascii.out.contains("(*)"))
  }

  @Test func `has a memo edited by the program of the person`() throws {
    let editor = try scratch.file(
      "editor.sh",
      "#!/bin/sh\nprintf 'Rückruf\\nmorgen\\n' >> \"$1\"\n"
    )
    let window = try Tmux(scratch, variables: ["EDITOR": "sh \(editor)"])
    try window.run("register register-contact", until: "Step 1")
    for _ in 0..<24 { try window.press("Enter") }
    try window.wait(for: "Notes")
    try window.type("Bitte: ")
    try window.wait(for: "Bitte:")
    try window.press("F4")
    try window.wait(for: "morgen")
    let lines = try window.screen()
    #expect(lines.contains { $0.hasSuffix("Bitte:") }, "\(lines)")
    #expect(lines.contains { $0.hasSuffix(" Rückruf") })
    try window.press("C-c")
    try window.wait(for: "A draft was kept.")
    #expect(try scratch.texts("SELECT answers FROM drafts").joined().contains("Rückruf"))
  }
}
