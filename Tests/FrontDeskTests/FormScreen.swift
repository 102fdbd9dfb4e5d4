import PlainValues
import Procedures
import Testing
import WizardEngine
import WizardFiles

@testable import FrontDesk
@testable import TerminalForms

/// A form with a keyboard and a screen, and no terminal between them.
struct FormScreen {
  private(set) var dialogue: FormDialogue
  private(set) var outcome: DialogueOutcome?
  /// What stays above the form, without styles.
  private(set) var kept: [String] = []
  var size: WindowSize

  /// Shows the first page of an interview, by default one without any answer.
  init(
    _ bench: Bench,
    columns: Int = 80,
    rows: Int = 24,
    answers: [(path: String, text: String)] = [],
    isExpress: Bool = false,
    startsAtReview: Bool = false,
    isConfirmed: Bool = false
  ) throws {
    size = WindowSize(columns: columns, rows: rows)
    dialogue = try FormDialogue(
      Interview(
        of: bench.desk.wizard,
        answers: bench.reading(answers).answers,
        today: bench.desk.today,
        isExpress: isExpress,
        startsAtReview: startsAtReview
      ),
      desk: bench.desk,
      speech: bench.speech,
      isConfirmed: isConfirmed,
      languages: ["de", "en", "es"],
      speaking: { Shipped.hasCatalog($0) ? Speech(Shipped.wording($0)) : nil }
    )
  }

  mutating func press(_ keys: Key...) throws {
    for key in keys {
      guard outcome == nil else {
        Issue.record("\(key) after the end")
        return
      }
      if case .end(let end) = try dialogue.press(key) { outcome = end }
      kept += dialogue.kept.map(\.plain)
      dialogue.kept = []
    }
  }

  /// Types a text key by key.
  mutating func type(_ text: String) throws {
    for character in text { try press(.text(String(character))) }
  }

  /// Types a text and presses Enter.
  mutating func enter(_ text: String = "") throws {
    try type(text)
    try press(.enter)
  }

  var frame: Frame { dialogue.frame(in: size) }

  /// The lines without styles and spaces at their ends; `▏` stands where the cursor is.
  var lines: [String] { Self.lines(of: frame) }

  static func lines(of frame: Frame) -> [String] {
    frame.lines.enumerated().map { row, line in
      var text = line.plain
      if let cursor = frame.cursor, cursor.row == row {
        text = Self.withCursor(text, at: cursor.column)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  private static func withCursor(_ text: String, at column: Int) -> String {
    var before = ""
    var width = 0
    var rest = text[...]
    while width < column, let next = rest.popFirst() {
      before.append(next)
      width += next.displayWidth
    }
    return before + String(repeating: " ", count: max(0, column - width)) + "▏" + rest
  }

  /// The lines as one text, to be compared with what a test expects.
  var text: String { lines.joined(separator: "\n") }

  /// The value of a field as it would be stored; `nil` where there is none.
  func value(_ path: String) -> String? {
    dialogue.interview.plan.fields.first { $0.path == path }?.value?.text
  }

  /// What the form says with a sign for problems in front.
  var problems: [String] { said("✗") }

  /// What the form says with a sign for warnings in front.
  var warnings: [String] { said("!") }

  private func said(_ sign: String) -> [String] {
    var wide = self
    wide.size = WindowSize(columns: 2000, rows: 500)
    return wide.lines.compactMap { line in
      let text = line.trimmed
      return text.hasPrefix("\(sign) ") ? String(text.dropFirst(2)) : nil
    }
  }
}

/// Why a sample cannot be used in a test.
struct BadDefinition: Error {
  let faults: [DefinitionFault]
}

extension Wizard {
  /// Reads a wizard of a test.
  static func reading(_ yaml: String) throws -> Wizard {
    let reading = DefinitionFile.wizard(Array(yaml.utf8), file: "sample.yaml")
    guard let definition = reading.definition else { throw BadDefinition(faults: reading.faults) }
    let checked = CheckedWizard(definition, lists: [:], finishing: Procedure.known, faults: [])
    guard let wizard = checked.wizard else { throw BadDefinition(faults: checked.faults) }
    return wizard
  }
}

/// Compares what a form shows with what it should.
func check(
  _ screen: FormScreen,
  _ expected: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(screen.text == expected, "\n\(screen.text)", sourceLocation: sourceLocation)
}
