package import TerminalForms

/// How a line dialogue looks: the one place that chooses signs, styles and indents.
package struct DialogueScreen {
  let output: TerminalOutput
  let isEchoing: Bool

  /// Writes to an output.
  ///
  /// - Parameters:
  ///   - output: Where prompts go.
  ///   - isEchoing: Whether answers are shown behind their prompts, as a keyboard's would be.
  package init(output: TerminalOutput, isEchoing: Bool = false) {
    self.output = output
    self.isEchoing = isEchoing
  }

  /// Ends the line of the prompt with what was read.
  func echo(_ text: String) {
    if isEchoing { output.write(Line(text)) }
  }

  func title(_ text: String) {
    output.hold([""])
    output.hold(Line(text, .bold).wrapped(on: output.page))
  }

  func stage(_ step: String, _ title: String) {
    output.hold([""])
    let line = Line(step, .dim) + " · " + Line(title, .bold)
    output.hold(line.wrapped(on: output.page))
  }

  func question(_ label: String, note: String) {
    output.hold([""])
    let line = Line(.question, .cyan) + " " + Line(label, .bold) + " " + Line(note, .dim)
    output.hold(line.wrapped(on: output.page))
  }

  func hint(_ text: String) {
    output.hold(Line(text, .dim).wrapped(on: output.page, indent: 2))
  }

  func option(_ number: String, _ label: String, isChosen: Bool) {
    let marker = Line(number, .cyan).padded(to: 4, .trailing) + "  "
    output.hold(
      Line(label, isChosen ? .bold : .plain).wrapped(on: output.page, indent: 0, marker: marker)
    )
  }

  /// Asks for a line: words, what can be typed, and the cursor.
  func ask(_ text: String, options: String) {
    let words = [text, options].filter { !$0.isEmpty }.joined(separator: " ")
    if !words.isEmpty { output.hold(Line(words, .dim).wrapped(on: output.page, indent: 2)) }
    prompt()
  }

  func prompt() {
    output.prompt(Line(.cursor, .cyan) + " ")
  }

  func problem(_ text: String) { marked(.problem, .red, text) }

  func warning(_ text: String) { marked(.warning, .yellow, text) }

  func remark(_ text: String) { marked(.remark, .dim, text) }

  func done(_ text: String) { marked(.done, .green, text) }

  func detail(_ text: String) {
    output.write(Line(text).wrapped(on: output.page, indent: 4))
  }

  func sheet(_ sheet: AnswerSheet) {
    output.write(sheet.lines(on: output.page))
  }

  func lines(_ lines: (Page) -> [Line]) {
    output.write(lines(output.page))
  }

  private func marked(_ symbol: Symbol, _ style: Style, _ text: String) {
    let marker = Line(symbol, style) + " "
    for line in Line.lines(of: text) {
      output.write(line.wrapped(on: output.page, indent: 2, marker: marker))
    }
  }
}
