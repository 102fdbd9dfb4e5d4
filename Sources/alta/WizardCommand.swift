import FrontDesk
import LocalFiles
import Procedures
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta wizard list` and `alta wizard check`.
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

  func check() -> ExitCode {
    var folder = WizardFolder(path: session.wizardsPath)
    let named = session.invocation.operands
    let names = named.isEmpty ? folder.wizardNames() : named
    var code = ExitCode.done
    var faults: [JSONValue] = []
    for name in names {
      do throws(FileError) {
        let checked = try folder.wizard(name, finishing: Procedure.known)
        let walk = checked.wizard.map { PathWalk(of: $0, on: session.today) }
        let found = checked.faults + (walk?.faults ?? [])
        let report = FaultReport(session: session, sources: folder.sources)
        if session.isJSON {
          faults += found.prefix(FaultReport.most).map(report.json)
        } else {
          report.say(found)
          if found.isEmpty, let walk {
            let paths = wording.text(
              CountedPhrase.paths,
              walk.pathCount ?? PathWalk.mostCombinations
            )
            session.results.write(
              "\(name): \(wording.text(TroublePhrase.noFaults)), \(paths)"
            )
          }
        }
        if !found.isEmpty { code = .problems }
      } catch {
        if error.reason == .missing && !name.hasSuffix(".yaml") {
          session.complain(wording.text(TroublePhrase.wizardMissing, [("name", name)]))
          code = code.joined(with: .missing)
        } else {
          code = code.joined(with: session.fail(error))
        }
      }
    }
    if session.isJSON { session.results.write(exactly: JSONValue.array(faults).json + "\n") }
    return code
  }
}
