import Foundation
import Testing

@Suite("The reference")
struct ReferenceTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Where this fails, `make reference` writes the page anew.
  @Test(arguments: ["definition-keys", "field-types", "expressions", "check-ids"])
  func `is up to date`(page: String) throws {
    let run = try scratch.alta(["wizard", "reference", page])
    #expect(run.status == 0)
    let path = "\(Scratch.repository)/Documentation/reference/\(page).md"
    let isCurrent = FileManager.default.contents(atPath: path) == run.outBytes
    #expect(isCurrent, "\(page).md is out of date: make reference")
  }

  @Test func `shows of every expression what it comes to`() throws {
    let page = try scratch.alta(["wizard", "reference", "expressions"]).out
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.hasSuffix("` |") }
    #expect(rows.count > 25)
    #expect(rows.allSatisfy { !$0.hasSuffix("| `` |") })
  }

  @Test func `has no other pages`() throws {
    let run = try scratch.alta(["wizard", "reference", "keys"])
    #expect(run.status == 2 && run.err.contains("definition-keys, field-types"))
  }
}
