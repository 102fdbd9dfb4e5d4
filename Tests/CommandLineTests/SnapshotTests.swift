import Foundation
import Testing

/// What people see of the shipped wizards, kept as text: `Scripts/write-snapshots` writes it anew.
@Suite("The snapshots of the shipped wizards", .enabled(if: hasCatalog("de") && hasCatalog("es")))
struct SnapshotTests {
  private static let folder = "\(Scratch.repository)/Tests/Snapshots"

  /// The wizards of which there is a snapshot.
  static let wizards: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
  }()

  @Test func `are there for every wizard, and for no other`() throws {
    let run = try Scratch().alta(["wizard", "list", "--format", "json"])
    let names = run.out.matches(of: /"wizard":"([^"]+)"/).map { String($0.1) }
    #expect(names.count > 10)
    #expect(names.sorted() == Self.wizards)
  }

  @Test(arguments: wizards)
  func `are what their pages look like`(wizard: String) throws {
    let scratch = try Scratch()
    let pages = try ["80", "60"].map { width in
      let run = try scratch.alta(
        [
          "catalog", "preview", wizard, "--lang", "de,en,es", "--width", width,
          "--today", "2026-11-22",
        ],
        variables: ["COLUMNS": "80"]
      )
      #expect(run.status == 0, "\(run.err)")
      return run.out
    }
    let kept = try String(contentsOfFile: "\(Self.folder)/\(wizard).txt", encoding: .utf8)
    let (now, before) = (lines(of: pages.joined(separator: "\n")), lines(of: kept))
    let first = zip(now, before).enumerated().first { $1.0 != $1.1 }?.offset
    #expect(
      now == before,
      "line \((first ?? min(now.count, before.count)) + 1); Scripts/write-snapshots \(wizard) writes it anew"
    )
  }

  private func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
