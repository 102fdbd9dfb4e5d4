import FrontDesk
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// Says the faults of definitions: place, sentence, code, the source line and a caret.
struct FaultReport {
  let session: Session
  let sources: [String: DefinitionSource]

  /// The most faults that are shown; who has mended these checks again.
  static let most = 100

  /// Says faults on standard error.
  func say(_ faults: [DefinitionFault]) {
    for fault in faults.prefix(Self.most) { session.messages.write(lines(of: fault)) }
    guard faults.count > Self.most else { return }
    session.complain(
      session.wording.text(CountedPhrase.furtherFaults, faults.count - Self.most)
    )
  }

  private func lines(of fault: DefinitionFault) -> [Line] {
    let wording = session.wording
    let place = fault.place
    let weight = Line(wording.weight(of: fault), fault.isWarning ? .yellow : .red)
    let head =
      Line("\(place.file):\(place.line):\(place.column): ") + weight + ": "
      + Line("\(wording.sentence(for: fault.reason)) [\(fault.code)]")
    guard let source = sources[place.file] else { return [head] }
    let excerpt = SourceExcerpt(
      of: source.text,
      at: SourcePlace(
        line: place.line,
        column: place.column,
        offset: place.offset,
        length: place.length
      )
    )
    return [head, "    " + Line(excerpt.line), "    " + Line(excerpt.caret, .cyan)]
  }

  /// A fault as JSON.
  func json(_ fault: DefinitionFault) -> JSONValue {
    .object([
      .init("code", .string(fault.code)),
      .init("severity", .string(fault.isWarning ? "warning" : "error")),
      .init("file", .string(fault.place.file)),
      .init("line", .integer(fault.place.line)),
      .init("column", .integer(fault.place.column)),
      .init("message", .string(session.wording.sentence(for: fault.reason))),
    ])
  }
}
