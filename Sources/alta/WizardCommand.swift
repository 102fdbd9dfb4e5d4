import FrontDesk
import Procedures
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta wizard list`.
struct WizardCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func list() -> ExitCode {
    var folder = WizardFolder(path: session.wizardsPath)
    let names = folder.wizardNames()
    guard !names.isEmpty else {
      session.complain(
        wording.text(TroublePhrase.wizardsMissing, [("path", session.wizardsPath)])
      )
      return .missing
    }
    let entries = names.map { name -> (String, String) in
      let wizard = try? folder.wizard(name, finishing: Procedure.known).wizard
      return (name, wizard.map { wording.text($0.title) } ?? wording.text(TroublePhrase.broken))
    }
    if session.isJSON {
      session.results.write(
        exactly: JSONValue.array(
          entries.map {
            .object([.init("wizard", .string($0.0)), .init("title", .string($0.1))])
          }
        ).json + "\n"
      )
    } else {
      session.results.write(
        LabelledValues(
          entries.map { LabelledValues.Entry(Line($0.0, .cyan), Line($0.1)) },
          mark: ""
        ).lines(on: session.results.page)
      )
    }
    return .done
  }
}
