import FrontDesk
import TerminalForms
import WizardEngine
import WizardFiles

/// Says the faults of definitions that keep a command from its work.
struct FaultReport {
  let session: Session
  let sources: [String: DefinitionSource]

  /// The most faults that are shown to people; who has mended these checks again.
  static let most = 100

  /// The faults in words.
  func findings(_ faults: [DefinitionFault]) -> [FileFinding] {
    faults.map { session.wording.finding($0, in: sources[$0.place.file]?.text) }
  }

  /// Says faults on standard error.
  func say(_ faults: [DefinitionFault]) {
    let shown = findings(Array(faults.prefix(Self.most)))
    session.results.flush()
    session.messages.write(FindingReport(shown, wording: session.wording).lines)
    guard faults.count > Self.most else { return }
    session.complain(
      session.wording.text(CountedPhrase.furtherFaults, faults.count - Self.most)
    )
  }
}
