import FrontDesk
import LocalFiles
import MessageCatalogs
import Procedures
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta catalog stats`: how far each catalog is, as a whole and on each path through the wizards.
struct CatalogStatsCommand {
  let session: Session

  private var wording: Wording { session.wording }

  func run() -> ExitCode {
    let required: [(name: String, percent: Int)]
    switch requirements {
    case .success(let list): required = list
    case .failure(let error): return error.code
    }
    let sources = CatalogSources(session: session)
    let all = sources.messages
    let paths = paths(of: sources)
    let named = session.invocation.operands
    var rows: [ProgressSheet.Row] = []
    var code = ExitCode.done
    for name in named.isEmpty ? session.catalogs.languages : named {
      let path = session.catalogs.languages.contains(name) ? session.catalogs.file(of: name) : name
      do throws(FileError) {
        let bytes = try LocalFile.bytes(of: path, limit: MessageCatalog.defaultSizeLimit)
        let coverage = CatalogCoverage(bytes: bytes)
        if coverage.faultCount > 0 { code = code.joined(with: .problems) }
        rows.append(ProgressSheet.Row(language: name, coverage: coverage, all: all, paths: paths))
      } catch {
        code = code.joined(with: session.fail(error))
      }
    }
    let sheet = ProgressSheet(rows, paths: paths, wording: wording)
    if session.isJSON {
      session.results.write(exactly: sheet.json.json + "\n")
    } else {
      session.results.write(sheet.lines(on: session.results.page))
    }
    for requirement in required {
      for (name, actual) in sheet.percents(of: requirement.name) where actual < requirement.percent
      {
        session.complain(
          wording.text(
            CatalogPhrase.requiredMissed,
            [("name", name), ("actual", "\(actual)"), ("wanted", "\(requirement.percent)")]
          )
        )
        code = code.joined(with: .problems)
      }
    }
    return code
  }

  /// The per cents that `--require de=100,es/visit=95` asks for, with what they are asked of.
  private var requirements: Result<[(name: String, percent: Int)], ExitError> {
    var list: [(name: String, percent: Int)] = []
    for value in session.invocation.values[.require] ?? [] {
      for part in value.split(separator: ",") {
        let halves = part.split(separator: "=", omittingEmptySubsequences: false)
        guard halves.count == 2, let percent = Int(halves[1]), (0...100).contains(percent) else {
          let operand = wording.text(HelpPhrase.operandRequirement)
          session.complain(
            wording.text(
              HelpPhrase.badOperand,
              [("option", "--require"), ("operand", operand), ("value", value)]
            )
          )
          return .failure(ExitError(code: .usage))
        }
        list.append((String(halves[0]), percent))
      }
    }
    return .success(list)
  }

  private func paths(of sources: CatalogSources) -> [ProgressSheet.Path] {
    var folder = WizardFolder(path: session.wizardsPath)
    var paths: [ProgressSheet.Path] = []
    for name in sources.wizardNames {
      guard let wizard = try? folder.wizard(name, finishing: Procedure.known).wizard else {
        continue
      }
      let walk = PathWalk(of: wizard, on: session.today)
      for path in walk.paths {
        let choices = path.choices.compactMap { choice -> String? in
          guard case .text(let code) = choice.content, !code.isEmpty else { return nil }
          return "\(wizard.fields[choice.field].key)=\(code)"
        }
        paths.append(
          ProgressSheet.Path(
            wizard: name,
            choices: walk.paths.count == 1 ? "" : choices.joined(separator: ", "),
            messages: SourceTexts.texts(of: wizard, stages: path.stages)
          )
        )
      }
    }
    return paths
  }
}
