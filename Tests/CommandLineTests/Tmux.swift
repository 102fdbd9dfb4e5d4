import Foundation
import Testing

/// A window of tmux with the program in it, on a server of its own.
final class Tmux {
  /// Whether tmux is installed.
  static let isThere = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: "\($0)/tmux") }

  private let scratch: Scratch
  private let server = "alta-\(UUID().uuidString.prefix(8))"

  /// Opens a window with a shell in it, whose prompt is `$ `.
  init(_ scratch: Scratch, columns: Int = 80, rows: Int = 24, variables: [String: String] = [:])
    throws
  {
    self.scratch = scratch
    let variables = scratch.environment.merging([
      "PS1": "$ ", "COLUMNS": "", "SWIFT_BACKTRACE": "enable=no",
    ]) { $1 }
    .merging(variables) { $1 }.map { "\($0)=\($1)" }.sorted()
    _ = try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env"]
        + variables + ["bash", "--norc", "--noprofile"]
    )
    try wait(for: "$")
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  private func tmux(_ words: [String]) throws -> String {
    try scratch.run("/usr/bin/env", ["tmux", "-u", "-L", server] + words).out
  }

  /// Runs a command in the shell and waits for a text.
  func run(_ command: String, until text: String) throws {
    try type("\(Scratch.program) \(command)")
    try press("Enter")
    try wait(for: text)
  }

  /// Types a text as it is.
  func type(_ text: String) throws {
    _ = try tmux(["send-keys", "-t", "0", "-l", text])
  }

  /// Presses keys by their names in tmux.
  func press(_ keys: String...) throws {
    _ = try tmux(["send-keys", "-t", "0"] + keys)
  }

  func resize(columns: Int, rows: Int) throws {
    _ = try tmux(["resize-window", "-t", "0", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What the window shows, without spaces at the ends of lines and empty lines at the end.
  func screen() throws -> [String] {
    var lines = try tmux(["capture-pane", "-p", "-t", "0"]).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ).map { line in
      var text = String(line)
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Everything that the window has shown and still has, what is scrolled out included.
  func history() throws -> [String] {
    try tmux(["capture-pane", "-p", "-S", "-", "-t", "0"]).split(separator: "\n").map(String.init)
  }

  /// Where the cursor is, as `column,row` counted from 0.
  func cursor() throws -> String {
    try tmux(["display-message", "-p", "-t", "0", "#{cursor_x},#{cursor_y}"])
      .trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen shows a text.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<400 {
      if try screen().joined(separator: "\n").contains(text) { return }
      usleep(25_000)
    }
    Issue.record(
      "no “\(text)” in\n\(try screen().joined(separator: "\n"))",
      sourceLocation: sourceLocation
    )
  }

  /// The process of the program that runs in the window.
  func process() throws -> pid_t {
    let shell = try tmux(["display-message", "-p", "-t", "0", "#{pane_pid}"])
      .trimmingCharacters(in: .newlines)
    let found = try scratch.run("/usr/bin/env", ["pgrep", "-P", shell, "alta"]).out
    return try #require(pid_t(found.trimmingCharacters(in: .newlines)))
  }
}
