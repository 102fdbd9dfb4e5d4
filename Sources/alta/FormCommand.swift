import AnswerFiles
import FrontDesk
import PlainValues
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// `alta form`: an empty answer file with the fields that the given answers lead to.
struct FormCommand {
  let session: Session

  func run() -> ExitCode {
    switch session.wizard(session.invocation.operands[0]) {
    case .failure(let error): return error.code
    case .success(let wizard):
      guard let presets = AnswerSource(session: session).assignments() else { return .usage }
      var reading = AnswerReading(of: wizard, local: session.speech.local)
      for preset in presets { reading.read(preset.path, preset.text, from: .set) }
      guard reading.problems.isEmpty else {
        for problem in reading.problems { session.complain(problem.sentence) }
        return .problems
      }
      write(wizard, answers: reading.answers)
      return .done
    }
  }

  private func write(_ wizard: Wizard, answers: Answers) {
    let plan = wizard.plan(for: answers, on: session.today)
    let columns = AnswerWriting.columns(of: wizard, plan: plan, items: 1)
    let given = Dictionary(
      AnswerWriting.entries(of: answers, in: wizard, plan: plan).map {
        ($0.path.spelling, $0.text ?? "")
      },
      uniquingKeysWith: { $1 }
    )
    switch session.invocation[.format] ?? "yaml" {
    case "csv":
      var bytes: [UInt8] = []
      CSVWriter().appendHeader(columns.map(\.path), to: &bytes)
      if !given.isEmpty { CSVWriter().append(columns.map { given[$0.path] ?? "" }, to: &bytes) }
      session.results.write(exactly: String(decoding: bytes, as: UTF8.self))
    case "json", "jsonl":
      let value = JSONValue(nesting: entries(columns, given))
      session.results.write(exactly: value.json + "\n")
    default:
      var bytes: [UInt8] = []
      let comments = Dictionary(
        columns.map { ($0.path, comment(on: $0.field)) },
        uniquingKeysWith: { first, _ in first }
      )
      JSONValue(nesting: entries(columns, given)).appendYAML(to: &bytes) { path in
        comments[path] ?? []
      }
      session.results.write(exactly: String(decoding: bytes, as: UTF8.self))
    }
  }

  private func entries(_ columns: [FormColumn], _ given: [String: String]) -> [AnswerEntry] {
    columns.compactMap { column in
      AnswerPath(spelling: column.path).map {
        AnswerEntry(path: $0, text: given[column.path], place: SourcePlace(line: 1, column: 1))
      }
    }
  }

  /// What stands above a field of a YAML form: its label, hint and options.
  private func comment(on field: Field) -> [String] {
    let wording = session.wording
    var note = wording.text(field.label)
    if case .always = field.requirement { note += " *" }
    var lines = [note]
    if let hint = field.hint { lines.append(wording.text(hint)) }
    if !field.options.isEmpty {
      lines.append(
        field.options.map { "\($0.code) = \(wording.text($0.label))" }.joined(separator: ", ")
      )
    }
    return lines
  }
}
