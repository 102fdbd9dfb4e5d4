import Foundation
import Testing

/// Runs what the README and the guides show and compares what they say comes out.
@Suite("The README")
struct ReadmeTests {
  /// A command with what it writes on both streams; a line `…` stands for any lines.
  struct Example: Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    var command: String
    var output: [String] = []

    var description: String { "\(file):\(line): \(command)" }
  }

  static let documents = ["README.md", "Documentation/one-customer-five-procedures.md"]

  /// The examples of a document, in their order.
  private static func examples(of file: String) throws -> [Example] {
    let text = try String(contentsOfFile: "\(Scratch.repository)/\(file)", encoding: .utf8)
    var examples: [Example] = []
    var isInside = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        examples.append(Example(file: file, line: index + 1, command: String(line.dropFirst(2))))
      } else if isInside, let last = examples.last, last.output.isEmpty,
        last.command.hasSuffix("\\")
      {
        examples[examples.count - 1].command += "\n\(line)"
      } else if isInside, !examples.isEmpty {
        examples[examples.count - 1].output.append(String(line))
      }
    }
    return examples
  }

  /// One after the other on one store, as a reader would type them.
  @Test(arguments: documents)
  func `shows what happens`(document: String) throws {
    let scratch = try Scratch()
    let examples = try Self.examples(of: document)
    #expect(!examples.isEmpty)
    for example in examples {
      let run = try scratch.bash(
        "exec 2>&1\n\(example.command)",
        variables: ["COLUMNS": "80", "ALTA_WIZARDS": "", "ALTA_CATALOGS": ""]
      )
      var lines = run.out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last == "" { lines.removeLast() }
      #expect(Self.matches(lines[...], example.output[...]), "\(example)\n\(run.out)")
    }
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
}
