import Foundation
import Testing

/// Runs what the README and the guides show and compares what they say comes out.
@Suite("The README")
struct ReadmeTests {
  static let documents = [
    "README.md", "Documentation/one-customer-five-procedures.md", "Documentation/translate-alta.md",
    "Documentation/write-a-wizard.md",
  ]

  /// One after the other in one shell and on one store, as a reader would type them.
  @Test(arguments: documents)
  func `shows what happens`(document: String) throws {
    let text = try String(contentsOfFile: "\(Scratch.repository)/\(document)", encoding: .utf8)
    let examples = ShownExample.examples(in: text, of: document)
    #expect(examples.contains { $0.isCommand })
    let shell = ReaderShell(scratch: try Scratch())
    for example in examples {
      switch example.content {
      case .command(let command, let output):
        let said = try shell.run(command)
        var lines = said.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        #expect(Self.matches(lines[...], output[...]), "\(example)\n\(said)")
      case .file(let name, let content):
        try shell.write(content, to: name)
      case .changes(let name, let changes):
        var text = try shell.read(name)
        for change in changes {
          let places = text.components(separatedBy: change.old)
          #expect(places.count == 2, "\(example)\n\(change.old)")
          text = places.joined(separator: change.new)
        }
        try shell.write(text, to: name)
      }
    }
  }

  /// A guide that nothing leads to is not read, and a link to nothing leads nowhere.
  @Test func `leads to every page, by links that hold`() throws {
    var open = ["README.md"]
    var found: Set = ["README.md"]
    while let page = open.popLast() {
      let text = try String(contentsOfFile: "\(Scratch.repository)/\(page)", encoding: .utf8)
      let folder = page.split(separator: "/").dropLast()
      for piece in text.components(separatedBy: "](").dropFirst() {
        let target = piece.prefix { $0 != ")" && $0 != "#" }
        guard !target.isEmpty, !target.contains("://") else { continue }
        let file = URL(filePath: "/" + (folder + [target]).joined(separator: "/")).standardized.path
        let path = String(file.dropFirst())
        #expect(
          FileManager.default.fileExists(atPath: "\(Scratch.repository)/\(path)"),
          "\(page): \(target)"
        )
        if found.insert(path).inserted, path.hasSuffix(".md") { open.append(path) }
      }
    }
    let pages = FileManager.default.enumerator(atPath: "\(Scratch.repository)/Documentation")?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.map { "Documentation/\($0)" }
    #expect(Set(try #require(pages)).subtracting(found) == [])
  }

  /// Whether lines are the expected ones.
  private static func matches(_ lines: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return lines.isEmpty }
    if first == "…" {
      let rest = expected.dropFirst()
      return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
    }
    return lines.first == first && matches(lines.dropFirst(), expected.dropFirst())
  }

  @Test(
    arguments: [
      (["a"], ["a"], true), ([], [], true), (["a", "b"], ["a"], false), (["a"], ["a", "b"], false),
      (["a", "b", "c"], ["a", "…"], true), (["a", "b", "c"], ["…", "c"], true),
      (["a", "b", "c"], ["a", "…", "d"], false), (["a"], ["a", "…"], true),
    ] as [([String], [String], Bool)]
  )
  func `is compared line by line`(lines: [String], expected: [String], fits: Bool) {
    #expect(Self.matches(lines[...], expected[...]) == fits)
  }

  @Test func `is read as commands, files and changes`() {
    let text = """
      ```console
      $ first \\
          goes on
      said
      $ second
      ```
      ```yaml
      only: shown
      ```
      ```yaml a/b.yaml
      - written
      ```
      ```diff a/b.yaml
       kept
      -old
      +new
      @@
      -gone
      ```
      """
    #expect(
      ShownExample.examples(in: text, of: "x.md").map(\.content) == [
        .command("first \\\n    goes on", output: ["said"]), .command("second", output: []),
        .file("a/b.yaml", "- written\n"),
        .changes(
          "a/b.yaml",
          [.init(old: "kept\nold\n", new: "kept\nnew\n"), .init(old: "gone\n", new: "")]
        ),
      ]
    )
  }
}
