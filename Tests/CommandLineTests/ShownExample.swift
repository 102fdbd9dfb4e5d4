import Foundation

/// Something that a document shows to be done: a command, a file to write, a change of a file.
///
/// In a block that begins with three grave accents and `console`, lines after `$ ` are commands and the lines
/// below each are what it prints. A block of another language with the name of a file behind the
/// language is that file; where the language is `diff`, its lines are changes of the file, with `@@` between
/// places that are apart.
struct ShownExample: Sendable, CustomStringConvertible {
  /// Lines that stand in a file once, and what stands in their place afterwards.
  struct Change: Sendable, Equatable {
    let old: String
    let new: String
  }

  enum Content: Sendable, Equatable {
    /// A command with what it writes on both streams; a line `…` stands for any lines.
    case command(String, output: [String])
    /// A whole file.
    case file(String, String)
    /// Changes of a file.
    case changes(String, [Change])
  }

  let file: String
  let line: Int
  var content: Content

  var isCommand: Bool {
    if case .command = content { true } else { false }
  }

  var description: String {
    switch content {
    case .command(let command, _): "\(file):\(line): \(command)"
    case .file(let name, _), .changes(let name, _): "\(file):\(line): \(name)"
    }
  }

  /// What a document shows, in its order.
  static func examples(in text: String, of file: String) -> [ShownExample] {
    var examples: [ShownExample] = []
    var block: (words: [String], line: Int, lines: [String])?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let (words, start, lines) = block {
        if line != "```" {
          block?.lines.append(String(line))
          continue
        }
        block = nil
        if words == ["console"] {
          examples += commands(in: lines).map {
            ShownExample(file: file, line: start + $0.line, content: $0.content)
          }
        } else if words.count == 2 {
          let content = content(of: lines, language: words[0], name: words[1])
          examples.append(ShownExample(file: file, line: start, content: content))
        }
      } else if line.hasPrefix("```") {
        block = (line.dropFirst(3).split(separator: " ").map(String.init), index + 1, [])
      }
    }
    return examples
  }

  private static func content(of lines: [String], language: String, name: String) -> Content {
    guard language == "diff" else { return .file(name, lines.map { "\($0)\n" }.joined()) }
    let changes = lines.split(separator: "@@").map { lines in
      func side(_ mark: Character) -> String {
        lines.filter { $0.first == mark || $0.first == " " || $0.isEmpty }
          .map { "\($0.dropFirst())\n" }.joined()
      }
      return Change(old: side("-"), new: side("+"))
    }
    return .changes(name, changes)
  }

  private static func commands(in lines: [String]) -> [(line: Int, content: Content)] {
    var commands: [(line: Int, content: Content)] = []
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("$ ") {
        commands.append((index + 1, .command(String(line.dropFirst(2)), output: [])))
      } else if case .command(let command, let output)? = commands.last?.content {
        commands[commands.count - 1].content =
          output.isEmpty && command.hasSuffix("\\")
          ? .command("\(command)\n\(line)", output: [])
          : .command(command, output: output + [line])
      }
    }
    return commands
  }
}
