import FrontDesk
import LocalFiles
import Procedures
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta wizard check [WIZARD…] [--against OLD]`: faults of definitions, and what they break of earlier ones.
struct WizardCheckCommand {
  let session: Session

  /// The most findings that programs are given of one wizard.
  private static let mostForPrograms = 1_000

  private var wording: Wording { session.wording }

  func run() -> ExitCode {
    let output = FindingOutput(session: session)
    var folder = WizardFolder(path: session.wizardsPath)
    let named = session.invocation.operands
    let names = named.isEmpty ? folder.wizardNames() : named
    var earlier = session.invocation[.against].map(EarlierDefinitions.init)
    var code = ExitCode.done
    var all: [FileFinding] = []
    for name in names {
      do throws(FileError) {
        let checked = try folder.wizard(name, finishing: Procedure.known)
        let walk = checked.wizard.map { PathWalk(of: $0, on: session.today) }
        var found = checked.faults + (walk?.faults ?? []) + checked.textFaults
        found.sort { $0.place < $1.place }
        if let wizard = checked.wizard, earlier != nil {
          switch earlier?.wizard(wizard.name) {
          case .found(let before): found += DefinitionChange(from: before, to: wizard).faults
          case .broken(let faults, let sources):
            code = code.joined(with: .problems)
            session.complain(wording.text(TroublePhrase.wizardBroken, [("name", name)]))
            FaultReport(session: session, sources: sources).say(faults)
          case .unreadable(let error): code = code.joined(with: session.fail(error))
          case .absent, nil: break
          }
        }
        if !found.isEmpty { code = code.joined(with: .problems) }
        let report = FaultReport(session: session, sources: folder.sources)
        guard output.notation == .text else {
          all += report.findings(Array(found.prefix(Self.mostForPrograms)))
          continue
        }
        report.say(found)
        if found.isEmpty, let walk { praise(name, walk) }
      } catch {
        if error.reason == .missing && !name.hasSuffix(".yaml") {
          session.complain(wording.text(TroublePhrase.wizardMissing, [("name", name)]))
          code = code.joined(with: .missing)
        } else {
          code = code.joined(with: session.fail(error))
        }
      }
    }
    if named.isEmpty {
      let faults = folder.faultsOfUnusedLists()
      if !faults.isEmpty { code = code.joined(with: .problems) }
      let report = FaultReport(session: session, sources: folder.sources)
      if output.notation == .text { report.say(faults) } else { all += report.findings(faults) }
    }
    if named.isEmpty, let gone = earlier?.names.filter({ !names.contains($0) }), !gone.isEmpty {
      let faults = gone.map { name in
        let place = Place(file: "\(session.wizardsPath)/\(name).yaml", line: 1, column: 1)
        return DefinitionFault(.wizardGone(name), at: place)
      }
      let report = FaultReport(session: session, sources: [:])
      if output.notation == .text { report.say(faults) } else { all += report.findings(faults) }
      code = code.joined(with: .problems)
    }
    if output.notation != .text { output.say(all) }
    return code
  }

  private func praise(_ name: String, _ walk: PathWalk) {
    let paths = wording.text(CountedPhrase.paths, walk.pathCount ?? PathWalk.mostCombinations)
    session.results.write("\(name): \(wording.text(TroublePhrase.noFaults)), \(paths)")
  }
}

/// The definitions that others are held against: a folder, or one file.
private struct EarlierDefinitions {
  enum Reading {
    case found(Wizard)
    case broken([DefinitionFault], [String: DefinitionSource])
    case unreadable(FileError)
    case absent
  }

  /// The wizards of the folder; none for a file, which says nothing of others.
  private(set) var names: [String] = []
  private var folder: WizardFolder
  private let file: String?

  init(_ path: String) {
    if LocalFile.isFolder(path) {
      file = nil
      folder = WizardFolder(path: path)
      names = folder.wizardNames()
    } else {
      file = path
      folder = WizardFolder(path: path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    }
  }

  /// The earlier definition of a wizard.
  mutating func wizard(_ name: String) -> Reading {
    guard file != nil || names.contains(name) else { return .absent }
    do throws(FileError) {
      let checked = try folder.wizard(
        file ?? name,
        finishing: Procedure.known,
        mayBeNamedOtherwise: file != nil
      )
      guard let wizard = checked.wizard else { return .broken(checked.faults, folder.sources) }
      return wizard.name == name ? .found(wizard) : .absent
    } catch {
      return .unreadable(error)
    }
  }
}
