import Foundation
import Testing

@Suite("A draft")
struct DraftTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func draft(_ run: Scratch.Run) throws -> String {
    let match = try #require(run.err.firstMatch(of: /alta draft resume (\w+)/), "\(run.err)")
    return String(match.1)
  }

  @Test(arguments: [([":save"], 0), ([], 130)] as [([String], Int32)])
  func `is kept by :save and by the end of input`(end: [String], status: Int32) throws {
    let run = try scratch.alta(["register"], lines: ["", "other", "health", "BE-204711"] + end)
    #expect(run.status == status)
    #expect(run.out == "")
    let id = try draft(run)
    #expect(try scratch.count("companies") == 0)
    let list = try scratch.alta(["draft", "list"])
    #expect(list.out.contains(id) && list.out.contains("register-customer"))
    let lines = ["", "Apotheke"] + Array(repeating: "", count: 15) + ["", "y"]
    let resumed = try scratch.alta(["draft", "resume", id], lines: lines)
    #expect(resumed.status == 0, "\(resumed.err.suffix(500))")
    #expect(resumed.out == "CLI-0001\n")
    #expect(
      try scratch.texts("SELECT attributes FROM customers") == ["{\"licenceNumber\":\"BE-204711\"}"]
    )
    #expect(try scratch.alta(["draft", "list"]).out == "")
  }

  @Test func `goes on at the question where it was left, in lists too`() throws {
    let head = Script.small.lines.dropLast() + ["a", "2", "Ana"]
    let id = try draft(scratch.alta(["register"], lines: head + [":save"]))
    let tail = ["Ruiz", "ana@a.es"] + Array(repeating: "", count: 8)
    let resumed = try scratch.alta(["draft", "resume", id], lines: tail + ["", "", "y"])
    #expect(resumed.status == 0, "\(resumed.err.suffix(900))")
    #expect(
      try scratch.texts("SELECT first_name, last_name FROM contacts") == ["Ana|Ruiz"]
    )
  }

  @Test func `is kept under its name when it is left again, and discarded when wanted`() throws {
    let id = try draft(scratch.alta(["register"], lines: ["", "other"]))
    let again = try scratch.alta(["draft", "resume", id], lines: ["retail"])
    #expect(again.status == 130)
    #expect(try draft(again) == id)
    #expect(try scratch.texts("SELECT id FROM drafts") == [id])
    #expect(try scratch.alta(["draft", "discard", id]).status == 0)
    #expect(try scratch.count("drafts") == 0)
    #expect(try scratch.alta(["draft", "resume", id]).status == 4)
  }

  @Test func `is not kept of nothing or after a cancel`() throws {
    let nothing = try scratch.alta(["register"])
    #expect(nothing.status == 5)
    #expect(nothing.err.contains("The input ended"))
    let cancelled = try scratch.alta(["register"], lines: ["", "other", "retail", ":quit"])
    #expect(cancelled.status == 7)
    #expect(cancelled.err.contains("Cancelled; nothing was stored."))
    #expect(try scratch.files().isEmpty)
  }

  @Test func `leaves the records of a store alone`() throws {
    #expect(try scratch.alta(["register"], lines: Script.small.allLines).status == 0)
    let records = try scratch.dump()
    let run = try scratch.alta(["register"], lines: ["", "other", ":save"])
    #expect(run.status == 0)
    #expect(try scratch.dump().filter { !$0.hasPrefix("drafts") } == records)
  }

  @Test func `is kept when the input ends before the confirmation`() throws {
    // End of input at the last question, where all answers are there.
    let run = try scratch.alta(["register"], lines: Script.small.lines + [""])
    #expect(run.status == 130)
    #expect(try scratch.count("companies") == 0)
    #expect(try scratch.count("drafts") == 1)
  }

  /// A journal as a killed process leaves it; the last line may be a beginning.
  private func leaveBehind(_ id: String, answers: String, rest: String = "") throws {
    let text = answers.replacing("\"", with: "\\\"")
    try scratch.file(
      "state/alta/drafts/\(id).jsonl",
      """
      {"store":"x","id":"\(id)"}
      {"store":"\(scratch.store)","id":"\(id)","wizard":"register-customer","version":1,\
      "position":"name","language":"en","savedAt":"2026-11-26T04:00:00Z","answers":"\(text)"}
      \(rest)
      """
    )
  }

  private var variables: [String: String] { ["XDG_STATE_HOME": "\(scratch.folder)/state"] }

  @Test func `that a killed process left behind becomes one of the store, and goes with its end`()
    throws
  {
    try leaveBehind(
      "d7k3m2",
      answers: #"{"companyType":"other","category":"retail","name":"Kiosk"}"#,
      rest: "{\"store\":"
    )
    let list = try scratch.alta(["draft", "list"], variables: variables)
    #expect(list.out.contains("d7k3m2") && list.out.contains("2026-11-26 04:00"), "\(list.all)")
    let resumed = try scratch.alta(
      ["draft", "resume"],
      lines: Array(repeating: "", count: 16) + ["y"],
      variables: variables
    )
    #expect(resumed.status == 0 && resumed.out == "CLI-0001\n", "\(resumed.err.suffix(800))")
    #expect(try scratch.count("drafts") == 0)
    #expect(try scratch.alta(["draft", "list"], variables: variables).out == "")
    #expect(try scratch.alta(["draft", "resume"], variables: variables).status == 4)
  }

  @Test func `that was left behind stays when it is resumed and cancelled`() throws {
    try leaveBehind("d7k3m2", answers: #"{"companyType":"other","category":"retail"}"#)
    let cancelled = try scratch.alta(
      ["draft", "resume", "d7k3m2"],
      lines: ["Kiosk", ":quit"],
      variables: variables
    )
    #expect(cancelled.status == 7)
    #expect(try scratch.texts("SELECT id FROM drafts") == ["d7k3m2"])
    #expect(try scratch.texts("SELECT answers FROM drafts").first?.contains("Kiosk") == false)
    #expect(try scratch.alta(["draft", "discard", "d7k3m2"], variables: variables).status == 0)
    #expect(try scratch.alta(["draft", "list"], variables: variables).out == "")
  }

  @Test func `has numbers in their stored form, whatever the language`() throws {
    try scratch.file(
      "Wizards/price.yaml",
      """
      wizard: price
      title: Price
      stages:
        - stage: only
          title: Only
          fields:
            - {field: price, label: Price, type: decimal}
            - {field: note, label: Note, type: text, required: true}
      """
    )
    let words = ["--wizards", "\(scratch.folder)/Wizards", "--lang", "de"]
    let run = try scratch.alta(["register", "price"] + words, lines: ["1,234", ":save"])
    let id = try #require(run.err.firstMatch(of: /alta draft resume (\w+)/), "\(run.err)").1
    let resumed = try scratch.alta(["draft", "resume", String(id)] + words, lines: ["x", ""])
    #expect(resumed.status == 0, "\(resumed.err)")
    #expect(try scratch.texts("SELECT answers FROM entries").first?.contains("1.234") == true)
  }
}
