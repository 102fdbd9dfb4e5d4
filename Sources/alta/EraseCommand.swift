import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta erase contact ID`.
struct EraseCommand {
  let session: Session

  func run() -> ExitCode {
    let name = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      guard let contact = try store.record(of: .contacts, named: name),
        let number = contact.key.integer
      else { return session.missing(.contacts, name) }
      guard try store.externalUser(ofContact: number) == nil else {
        session.report(Finding(.inUse(record: contact.name)))
        return .conflict
      }
      guard !session.invocation.has(.dryRun) else { return .done }
      if let code = session.refusal(of: .confirmErase(record: contact.name)) { return code }
      let erasure = try store.eraseContact(
        number,
        session.provenance(of: nil, source: "set")
      )
      session.confirm(
        session.wording.text(
          TroublePhrase.erased,
          [("record", contact.name), ("count", "\(erasure.requests.count)")]
        )
      )
      if erasure.remains != nil {
        session.complain(
          session.wording.text(TroublePhrase.erasedRemains, [("record", contact.name)])
        )
      }
      return .done
    } catch {
      return session.fail(error)
    }
  }
}
