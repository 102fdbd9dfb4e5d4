import Testing

@testable import TerminalForms

@Suite("A page laid out for a window")
struct FormPageTests {
  private func page(_ random: inout RandomNumbers) -> FormPage {
    func text(_ most: Int) -> String {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in
        ["Wort", "längeres", "東京", "\u{1B}[2J", "Donaudampfschifffahrt", "a"].randomElement(
          using: &random
        ) ?? ""
      }.joined(separator: " ")
    }
    let count = Int.random(in: 0...60, using: &random)
    let focused = Int.random(in: 0...count, using: &random)
    let rows = (0..<count).map { index in
      let isFocused = index == focused
      var content = FormPage.Content.value(Line(text(5)))
      if isFocused {
        let editor = TextEditor(text(30))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: content = .text(editor, placeholder: Line(text(3)), isMasked: false)
        case 1: content = .memo(TextEditor(text(40) + "\n" + text(10), isMultiline: true))
        case 2:
          content = .lookup(
            editor,
            placeholder: "",
            proposals: (0..<8).map { _ in text(6) },
            marked: 3
          )
        default:
          let names = OptionNames(count: 30) { ["Option \($0) mit vielen Wörtern darin", "\($0)"] }
          let picker = OptionPicker(
            names: names,
            offered: Array(0..<30),
            chosen: [7],
            isMultiple: Bool.random(using: &random)
          )
          content = .options(picker, placeholder: "", nothingFits: text(9))
        }
      }
      return FormPage.Row(
        index % 9 == 8 && !isFocused ? .heading : index % 7 == 6 ? .entry : .field,
        Line(text(4)),
        content: content,
        isFocused: isFocused,
        hint: text(12),
        remarks: index % 5 == 0 ? [.init(.problem, .red, text(12))] : []
      )
    }
    return FormPage(
      title: Line(text(12), .bold),
      remarks: Bool.random(using: &random) ? [.init(.warning, .yellow, text(14))] : [],
      rows: rows,
      question: Bool.random(using: &random) ? [.init(.question, .cyan, text(20))] : [],
      actions: [.init(text(2), isFocused: focused == count), .init(text(3), isFocused: false)],
      keys: text(15)
    )
  }

  /// Whatever the page, it fits, and the place where the person is can be seen.
  @Test(arguments: [Repertoire.unicode, .ascii])
  func `fits any window`(repertoire: Repertoire) {
    var random = RandomNumbers(seed: 11)
    for _ in 0..<600 {
      let size = WindowSize(
        columns: Int.random(in: 1...120, using: &random),
        rows: Int.random(in: 1...40, using: &random)
      )
      let frame = page(&random).frame(in: size, repertoire: repertoire)
      #expect(frame.lines.count <= size.rows)
      for line in frame.lines {
        #expect(line.displayWidth < max(2, size.columns))
        #expect(repertoire == .unicode || line.plain.utf8.allSatisfy { $0 < 0x80 })
        #expect(!line.plain.unicodeScalars.contains("\u{1B}"))
      }
      if let cursor = frame.cursor {
        #expect(frame.lines.indices.contains(cursor.row) && cursor.column < max(2, size.columns))
      } else {
        #expect(size.rows < 10, "no cursor in \(size)")
      }
    }
  }
}
