import FrontDesk
import SourceTrees
import TerminalForms

/// Says the findings of a checker in the format that the command line asks for.
///
/// For people they go to standard error, as problems do; for programs to standard output.
struct FindingOutput {
  let session: Session

  var notation: FindingReport.Notation {
    session.invocation[.format].flatMap(FindingReport.Notation.init) ?? .text
  }

  /// Says findings; all of a command at once, because a document is one.
  func say(_ findings: [FileFinding]) {
    let report = FindingReport(findings, wording: session.wording)
    switch notation {
    case .text:
      session.results.flush()
      session.messages.write(report.lines)
    case .json: session.results.write(exactly: report.json.json + "\n")
    case .sarif: session.results.write(exactly: report.sarif(version: Alta.version).json + "\n")
    case .github: session.results.write(exactly: report.workflowCommands)
    }
  }
}
