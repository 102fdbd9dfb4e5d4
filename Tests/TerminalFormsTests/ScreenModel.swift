@testable import TerminalForms

/// A terminal's screen as far as a form uses it; any other control sequence is a failure.
struct ScreenModel {
  private(set) var rows: [[Character?]]
  private(set) var row = 0
  private(set) var column = 0
  private var saved = (row: 0, column: 0)
  private(set) var isCursorShown = true
  private(set) var wraps = true
  private(set) var takesPastes = false
  /// Lines that have left the screen at its top.
  private(set) var history: [String] = []
  /// What no form sends.
  private(set) var foreign: [String] = []
  let size: WindowSize

  init(_ size: WindowSize) {
    self.size = size
    rows = Array(repeating: [], count: size.rows)
  }

  /// The rows as text, without spaces at their ends.
  var lines: [String] { rows.map(Self.text) }

  private static func text(_ cells: [Character?]) -> String {
    // The second column of a wide character is no character of its own.
    var text = String(cells.compactMap { $0 })
    while text.last == " " { text.removeLast() }
    return text
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = String(decoding: bytes, as: UTF8.self)[...]
    while let character = rest.popFirst() {
      switch character {
      case "\u{1B}": takeSequence(&rest)
      case "\r\n":
        column = 0
        feed()
      case "\r": column = 0
      case "\n": feed()
      default: put(character)
      }
    }
  }

  private mutating func takeSequence(_ rest: inout Substring) {
    let first = rest.popFirst()
    if first == "7" {
      saved = (row, column)
      return
    }
    if first == "8" {
      (row, column) = saved
      return
    }
    guard first == "[" else { return foreign.append("escape") }
    let isPrivate = rest.first == "?"
    if isPrivate { rest.removeFirst() }
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    let number = Int(digits)
    let final = rest.popFirst()
    switch (final, isPrivate) {
    case ("A", false): row = max(0, row - (number ?? 1))
    case ("B", false): row = min(size.rows - 1, row + (number ?? 1))
    case ("G", false): column = (number ?? 1) - 1
    case ("J", false):
      clearLine()
      for below in (row + 1)..<max(row + 1, size.rows) { rows[below] = [] }
    case ("K", false): clearLine()
    case ("m", false) where number.flatMap { UInt8(exactly: $0) }.flatMap(Style.init) != nil: break
    case ("h", true), ("l", true): set(mode: number, to: final == "h")
    default: foreign.append("[\(digits)\(final ?? " ")")
    }
  }

  private mutating func set(mode: Int?, to isOn: Bool) {
    switch mode {
    case 7: wraps = isOn
    case 25: isCursorShown = isOn
    case 2004: takesPastes = isOn
    default: foreign.append("mode \(mode ?? 0)")
    }
  }

  private mutating func clearLine() {
    if rows[row].count > column { rows[row].removeLast(rows[row].count - column) }
  }

  private mutating func feed() {
    guard row == size.rows - 1 else {
      row += 1
      return
    }
    history.append(Self.text(rows.removeFirst()))
    rows.append([])
  }

  private mutating func put(_ character: Character) {
    let width = character.displayWidth
    if width == 0 { return }
    guard column + width <= size.columns else { return foreign.append("beyond the margin") }
    while rows[row].count < column + width { rows[row].append(" ") }
    rows[row][column] = character
    if width == 2 { rows[row][column + 1] = nil }
    column += width
  }
}
