import Foundation
import Testing

@Suite("A list in the dialogue")
struct ListDialogueTests {
  let scratch: Scratch
  /// Up to the list of contacts.
  private let head = Array(Script.small.lines.dropLast())

  init() throws { scratch = try Scratch() }

  private func talk(_ lines: [String]) throws -> Scratch.Run {
    try scratch.alta(["register"], lines: head + lines)
  }

  private func person(_ name: String, kind: String = "") -> [String] {
    ["a", kind, "", name] + Array(repeating: "", count: 6)
  }

  @Test func `adds, changes and removes entries`() throws {
    let run = try talk(
      person("Ruiz") + person("Groß") + person("Weiß")
        + ["c 2", "", "Eva"] + Array(repeating: "", count: 7)
        + ["r 1", "n", "r1", "y", "", "", "y"]
    )
    #expect(run.status == 0, "\(run.err.suffix(1200))")
    #expect(run.err.contains("Remove “Ruiz”? [yes/no]"))
    #expect(run.err.contains("Nothing removed."))
    #expect(run.err.contains("Entry 1 removed."))
    #expect(
      try scratch.texts("SELECT first_name, last_name FROM contacts ORDER BY no")
        == ["Eva|Groß", "|Weiß"]
    )
  }

  @Test(arguments: [
    ("c 1", "There is no entry 1."), ("r", "There is no entry ?."), ("r 0", "no entry 0"),
    ("c 99999999999999999999", "no entry ?"), ("x", "no command “x”"), ("a b", "no command “a b”"),
  ])
  func `refuses what it does not have`(line: String, sentence: String) throws {
    let run = try talk([line, ":quit"])
    #expect(run.status == 7)
    #expect(run.err.contains(sentence), "\(run.err.suffix(300))")
  }

  @Test func `asks an external user for more`() throws {
    let run = try talk(
      [
        "a", "2", "", "Ruiz", "", "ana@aceros.es", "", "", "", "", "", "3", "0", "7", "", "", "",
        "y",
      ])
    #expect(run.status == 0, "\(run.err.suffix(1500))")
    #expect(run.err.contains("E-mail: an answer is required."))
    #expect(run.err.contains("the smallest possible value is 1"))
    #expect(
      try scratch.texts("SELECT email, language, max_connections FROM external_users")
        == ["ana@aceros.es|en|7"]
    )
  }

  @Test func `warns, and accepts with another Enter`() throws {
    let run = try talk(
      ["a", "", "", "Ruiz", "ana@example.com", ""] + Array(repeating: "", count: 5) + ["", "", "y"]
    )
    #expect(run.status == 0, "\(run.err.suffix(900))")
    #expect(run.err.contains("! Company contacts 1, E-mail: This looks like a sample address."))
    #expect(run.err.contains("Press Enter once more to accept this."))
  }

  @Test func `says at its end what is wrong with it as a whole`() throws {
    func user(_ email: String) -> [String] {
      ["a", "2", "", "Ruiz", email] + Array(repeating: "", count: 8)
    }
    let run = try talk(user("ana@a.es") + user("ANA@a.es") + ["", ":quit"])
    #expect(run.status == 7)
    #expect(run.err.contains("occurs twice"), "\(run.err.suffix(900))")
  }

  @Test func `goes back from an entry to the list`() throws {
    let run = try talk(["a", "<", "", ":quit"])
    #expect(run.err.contains("1  Entry 1"), "\(run.err.suffix(600))")
    #expect(run.err.contains("an answer is required."))
  }
}
