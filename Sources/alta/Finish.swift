import FrontDesk
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine

/// What is said after a registration was stored, or was not.
struct Finish {
  let session: Session
  let desk: Desk
  let registration: Registration

  private var wording: Wording { session.wording }

  /// Says what was stored: the names of the records as results, the rest in words.
  func say(_ receipt: Receipt) {
    for finding in notices(of: receipt) {
      session.remark("\(wording.sentence(for: finding)) [\(finding.code)]")
    }
    guard let main = receipt.mainRow ?? receipt.rows.first else { return }
    session.results.write("\(main.name)")
    if main.table == .customers {
      session.confirm(
        wording.text(DialoguePhrase.storedCustomer, [("identifier", main.name)])
      )
    } else {
      let record = "\(wording.text(RecordPhrase(main.table))) \(main.name)"
      session.confirm(wording.text(DialoguePhrase.stored, [("record", record)]))
    }
    let command = "show \(RecordName.singular(main.table)) \(Session.quoted(main.name))"
    session.remark(
      wording.text(DialoguePhrase.showWith, [("command", session.command(command))])
    )
    if main.table == .mails {
      let command = session.command("mail run")
      session.remark(wording.text(MailPhrase.sendWith, [("command", command)]))
    }
    if session.invocation.has(.startMail) {
      guard let link = ContactEntry.mailtoLink(to: registration["email1"]) else {
        session.complain("\(wording.sentence(for: .noEmail)) [E-NO-EMAIL]")
        return
      }
      session.results.write("\(link)")
    }
  }

  /// What is worth knowing about what was stored: drawn identifiers, what went to the request only.
  func notices(of receipt: Receipt) -> [Finding] {
    var findings: [Finding] = []
    if registration.isDrawn,
      let company = receipt.rows.first(where: { $0.table == .companies })
    {
      findings.append(Finding(.identifierDrawn(company.name), at: "identifier"))
    }
    if registration["save"] == "request",
      let request = receipt.rows.first(where: { $0.table == .requests })
    {
      findings.append(Finding(.requestOnly(request.name)))
    }
    return findings
  }

  /// Says why nothing was stored.
  ///
  /// - Returns: How alta ends.
  func say(_ error: StoreError, caseKey: String?) -> ExitCode {
    guard let finding = finding(of: error, caseKey: caseKey) else { return session.fail(error) }
    session.report(finding)
    return Finish.exitCode(of: finding)
  }

  /// What a refusal of the store means for the registration; `nil` for the store's own trouble.
  func finding(of error: StoreError, caseKey: String?) -> Finding? {
    Finding.Reason(error, registration: registration, caseKey: caseKey).map { Finding($0) }
  }

  /// How alta ends because of a finding.
  static func exitCode(of finding: Finding) -> ExitCode {
    switch finding.weight {
    case .notice: .done
    case .problem: .problems
    case .missing: .missing
    case .question, .choice: .question
    case .conflict: .conflict
    }
  }

  /// The records of a receipt as JSON.
  static func json(_ receipt: Receipt) -> JSONValue {
    .array(
      receipt.rows.map { row in
        .object([
          .init("table", .string(row.table.name)),
          .init("name", .string(row.name)),
          .init("key", row.key.integer.map { .integer(Int($0)) } ?? .string(row.key.keyText)),
        ])
      }
    )
  }
}
