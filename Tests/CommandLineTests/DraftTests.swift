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
}
