import FrontDesk
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// What finishing would store, shown without storing it.
struct Rehearsal {
  let session: Session
  let desk: Desk

  /// Shows what would be stored.
  ///
  /// - Returns: The changes as JSON.
  func show(
    _ registration: Registration,
    _ provenance: Provenance
  ) throws(StoreError) -> JSONValue {
    let wording = session.wording
    var storing = Storing(registration, at: desk, provenance, confirmed: nil, isRehearsal: true)
    var changes: [JSONValue] = []
    let names = ValueNames(of: desk.wizard, wording: wording)
    if !session.isJSON {
      session.results.write(Line(wording.text(DialoguePhrase.wouldBeStored), .bold))
    }
    while session.signals.arrived == nil, let stored = try storing.next() {
      let preview = MailPreview(at: desk, wording: wording) { session.speech(of: $0) }
      let shown = try preview.shown(stored.changes)
      let sheet = ChangeSheet(of: shown, wording: wording, names: names)
      if session.isJSON {
        changes += sheet.json
      } else {
        session.results.write(sheet.lines(on: session.results.page))
      }
    }
    return .array(changes)
  }
}
