import FrontDesk
import Mailing
import Procedures
import RecordStorage
import TerminalForms

/// `alta mail run`, which sends what is waiting, and `alta mail resolve`, which takes down what became of a mail.
struct MailCommand {
  let session: Session

  private var wording: Wording { session.wording }

  // MARK: Sending

  func run() -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard let sender = try MailRun.Sender(in: store) else {
        session.report(Finding(.noMailSetup))
        return .missing
      }
      let isRehearsal = session.invocation.has(.dryRun)
      let isMine = if isRehearsal { true } else { try store.claim(.mailing) }
      guard isMine else {
        session.remark(wording.text(MailPhrase.runElsewhere))
        return .done
      }
      var run = MailRun(session: session, store: store, sender: sender)
      if !isRehearsal { try run.giveUpAbandoned() }
      let now = Environment.now
      let waiting = try store.records(of: .mails, with: "state", .text("queued"))
        .filter { ($0["nextAt"].text ?? "") <= now }
      guard !waiting.isEmpty else {
        session.remark(try nothingToSend(in: store))
        return run.code
      }
      if isRehearsal {
        for mail in waiting { session.results.write("\(mail.name)") }
        return .done
      }
      guard var program = MailProgram(route: sender.route) else {
        session.refuse(
          wording.text(MailPhrase.programMissing, [("path", MailProgram.path)]),
          code: "program"
        )
        return .unavailable
      }
      defer { program.end() }
      try run.send(waiting, through: &program)
      return run.code
    } catch {
      return session.fail(error)
    }
  }

  /// Why no mail is sent now: there is none, or its time has not come.
  private func nothingToSend(in store: Store) throws(StoreError) -> String {
    let later = try store.records(of: .mails, with: "state", .text("queued"))
    guard let next = later.compactMap({ $0["nextAt"].text }).min() else {
      return wording.text(MailPhrase.nothingWaits)
    }
    return wording.text(
      MailPhrase.waitsForTime,
      [
        ("mails", later.map(\.name).prefix(10).joined(separator: ", ")),
        ("time", session.speech.local.shown(moment: next)),
      ]
    )
  }

  // MARK: What nobody knew

  /// Takes down whether a mail arrived, or has it sent again.
  func resolve() -> ExitCode {
    let (name, value) = (session.invocation.operands[0], session.invocation.operands[1])
    do throws(StoreError) {
      let store = try session.openStore()
      guard let mail = try store.record(of: .mails, named: name) else {
        return session.missing(.mails, name)
      }
      guard mail["state"].text == "unknown" else {
        session.refuse(
          wording.text(MailPhrase.notUnknown, [("mail", mail.name)]),
          code: "E-NOT-UNKNOWN"
        )
        return .conflict
      }
      guard value == "sent" || value == "again" else {
        session.refuse(wording.text(MailPhrase.badResolution, [("value", value)]), code: "usage")
        return .usage
      }
      var row = AlteredRow(mail)
      row.set(.text(value == "sent" ? "sent" : "queued"), for: "state")
      row.set(.empty, for: "error")
      guard !session.invocation.has(.dryRun) else { return .done }
      var set = ChangeSet()
      set.update(row)
      do throws(StoreError) {
        try store.commit(set, session.provenance(of: nil, source: "mail"))
      } catch {
        guard case .stale = error else { throw error }
        session.report(Finding(.stale(record: mail.name)))
        return .conflict
      }
      session.confirm(wording.text(MailPhrase.resolved, [("mail", mail.name)]))
      return .done
    } catch {
      return session.fail(error)
    }
  }
}
