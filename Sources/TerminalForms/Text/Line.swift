/// One line for the screen: runs of safe text, each in a style.
///
/// The only thing that ``TerminalOutput`` shows. Whatever text goes in passes through ``SafeText``, and
/// escape sequences come only from ``Style``, so nothing else can reach the terminal.
package struct Line: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// Text in one style; never empty.
  struct Run: Hashable, Sendable {
    let text: SafeText
    let style: Style
  }

  let runs: [Run]

  init(runs: [Run]) {
    self.runs = runs
  }

  /// Makes a line of any text; what cannot be shown is spelled out, line feeds are shown as `⏎`.
  package init(_ text: String, _ style: Style = .plain) {
    self.init(SafeText(text), style)
  }

  /// Makes a line of a part of any text.
  package init(_ part: Substring, _ style: Style = .plain) {
    self.init(SafeText(part), style)
  }

  /// Makes a line of a safe text.
  package init(_ text: SafeText, _ style: Style = .plain) {
    runs = text.string.isEmpty ? [] : [Run(text: text, style: style)]
  }

  /// Makes a line of one sign.
  package init(_ symbol: Symbol, _ style: Style = .plain) {
    self.init(symbol.unicode, style)
  }

  /// Makes a line of a literal; interpolated values are treated like any text.
  package init(stringLiteral text: String) {
    self.init(text)
  }

  /// Makes lines of any text, broken at its line feeds; at least one.
  package static func lines(of text: String, _ style: Style = .plain) -> [Line] {
    SafeText.lines(of: text).map { Line($0, style) }
  }

  /// The left line, and the right one after it.
  package static func + (left: Line, right: Line) -> Line {
    Line(runs: left.runs + right.runs)
  }

  /// Whether nothing is on the line.
  package var isEmpty: Bool { runs.isEmpty }

  /// The text without styles.
  package var plain: String {
    runs.map(\.text.string).joined()
  }

  /// The columns that the line takes.
  package var displayWidth: Int {
    runs.reduce(0) { $0 + $1.text.string.displayWidth }
  }

  /// The line with its plain runs in a style.
  package func styled(_ style: Style) -> Line {
    Line(runs: runs.map { $0.style == .plain ? Run(text: $0.text, style: style) : $0 })
  }

  /// The line in the characters of a repertoire, which may change its width.
  package func spelled(in repertoire: Repertoire) -> Line {
    if repertoire == .unicode { return self }
    return Line(runs: runs.map { Run(text: $0.text.spelled(in: repertoire), style: $0.style) })
  }
}
