import Foundation

/// The shell of somebody who types what a document shows: folder and variables last from command to command.
struct ReaderShell {
  let scratch: Scratch

  private var state: String { "\(scratch.folder)/.shell" }

  /// Runs a command and gives what it writes on both streams.
  func run(_ command: String) throws -> String {
    let script = """
      exec 2>&1
      if [ -e '\(state)' ]; then . '\(state)'; fi
      \(command)
      { export -p; printf 'cd %q\\n' "$PWD"; } > '\(state)'
      """
    let variables = ["COLUMNS": "80", "ALTA_WIZARDS": "", "ALTA_CATALOGS": ""]
    return try scratch.bash(script, variables: variables).out
  }

  /// Writes a file below the folder that the shell is in.
  func write(_ text: String, to name: String) throws {
    try text.write(toFile: path(of: name), atomically: true, encoding: .utf8)
  }

  /// Reads a file below the folder that the shell is in.
  func read(_ name: String) throws -> String {
    try String(contentsOfFile: path(of: name), encoding: .utf8)
  }

  private func path(of name: String) throws -> String {
    "\(try run("pwd").trimmingCharacters(in: .newlines))/\(name)"
  }
}
