import FrontDesk
import LocalFiles
import TerminalForms
import WizardEngine

/// `alta wizard graph WIZARD`: the flow of a wizard's stages as a graph.
struct GraphCommand {
  let session: Session

  func run() -> ExitCode {
    switch session.wizard(session.invocation.operands[0]) {
    case .failure(let error): return error.code
    case .success(let wizard):
      let graph = WizardGraph(of: wizard, on: session.today, speech: session.speech)
      let text =
        switch session.invocation[.format] {
        case "svg": graph.svg
        case "mermaid": graph.mermaid
        default: graph.dot
        }
      return session.write(text)
    }
  }
}

extension Session {
  /// Writes a result as it is to the file that the command line names, or to standard output.
  func write(_ text: String) -> ExitCode {
    guard let path = invocation[.write] else {
      results.write(exactly: text)
      return .done
    }
    do throws(FileError) {
      try LocalFile.create(Array(text.utf8), at: path)
      return .done
    } catch {
      return fail(error)
    }
  }
}
