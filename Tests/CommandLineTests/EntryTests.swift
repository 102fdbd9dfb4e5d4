import Foundation
import Testing

/// What a wizard without a procedure stores.
@Suite("An entry")
struct EntryTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try define(version: 1, key: "limit")
  }

  private func define(version: Int, key: String) throws {
    try scratch.file(
      "w/loan.yaml",
      """
      wizard: loan
      version: \(version)
      title: Lend something
      \(key == "limit" ? "" : "renamed: {limit: \(key)}")
      stages:
        - stage: loan
          title: Loan
          fields:
            - field: term
              label: For how long
              type: choice
              options: [{code: week, label: A week}, {code: month, label: A month}]
            - {field: \(key), label: Worth, type: decimal}
        - stage: things
          title: Things lent
          list: {item: "{thing}"}
          fields:
            - {field: thing, label: Thing, type: text}
            - {field: colour, label: Colour, type: text}
            - {field: quantity, label: Quantity, type: integer}
      """
    )
  }

  private func run(_ words: [String]) throws -> Scratch.Run {
    try scratch.alta(words, variables: ["ALTA_WIZARDS": "\(scratch.folder)/w"])
  }

  private let answers = [
    "--set", "term=week", "--set", "limit=80", "--set", "things.1.thing=Ladder", "--set",
    "things.1.quantity=2", "--set", "things.2.colour=red",
  ]

  /// The values below their labels, without what stands beside them.
  private let sheet = [
    "For how long:  A week", "Worth:         80", "Things lent:   Ladder · Quantity: 2",
    "Entry 2 · red",
  ]

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test func `is shown with its lists, before it is stored and afterwards`() throws {
    let before = try run(["register", "loan"] + answers + ["--dry-run"])
    #expect(Array(lines(before.out).dropFirst(2)) == sheet, "\(before.all)")
    #expect(try run(["register", "loan"] + answers).status == 0)
    let after = try run(["show", "entry", "EN-0001"])
    #expect(Array(lines(after.out).dropFirst(2)) == sheet, "\(after.all)")
  }

  @Test func `is shown in today's words where keys have changed since`() throws {
    #expect(try run(["register", "loan"] + answers).status == 0)
    try define(version: 2, key: "worth")
    #expect(lines(try run(["show", "entry", "EN-0001"]).out).contains("Worth:         80"))
  }

  @Test(arguments: ["EN-0009", "9", "x"])
  func `that is not there is called an entry`(name: String) throws {
    let run = try run(["show", "entry", name])
    #expect(run.status == 4, "\(run.all)")
    #expect(run.err.contains("Entry \(name): not found. [E-ENTRY]"), "\(run.err)")
  }
}
