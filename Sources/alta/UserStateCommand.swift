import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta disable external-user` and `alta enable external-user`.
struct UserStateCommand {
  let session: Session
  let isActive: Bool

  func run() -> ExitCode {
    let email = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      guard let user = try store.externalUser(email: email) else {
        return session.missing(.externalUsers, email)
      }
      let question: Finding.Reason =
        isActive ? .confirmEnable(email: user.name) : .confirmDisable(email: user.name)
      guard !session.invocation.has(.dryRun) else { return .done }
      if let code = session.refusal(of: question) { return code }
      var row = AlteredRow(user)
      row.set(.text(isActive ? "active" : "inactive"), for: "status")
      if !row.alterations.isEmpty {
        var set = ChangeSet()
        set.update(row)
        _ = try store.commit(set, session.provenance(of: nil, source: "set"))
      }
      session.confirm(
        session.wording.text(
          isActive ? TroublePhrase.enabled : .disabled,
          [("email", user.name)]
        )
      )
      return .done
    } catch {
      return session.fail(error)
    }
  }
}
