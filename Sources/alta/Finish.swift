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

  /// Stores the registration and says what was stored.
  ///
  /// - Parameters:
  ///   - provenance: How the records come to be.
  ///   - confirmed: The questions that were answered with yes; `nil` where all are.
  ///   - seen: What was shown before the yes; `nil` where nothing was.
  ///   - take: Receives each receipt and what is worth knowing about it.
  /// - Returns: Whether there was anything to store, and all of it is: a signal stops what takes several transactions.
  /// - Throws: `StoreError`; what was stored before it stays, and is said.
  func store(
    _ provenance: Provenance,
    confirmed: [Finding.Reason]?,
    seen: ChangeSet? = nil,
    _ take: (Receipt, [Finding]) -> Void = { _, _ in }
  ) throws(StoreError) -> Ending {
    var storing = Storing(
      registration,
      at: desk,
      provenance,
      confirmed: confirmed,
      seen: seen
    )
    var progress = ProgressLine(on: session)
    var documents = 0
    var last: Receipt?
    defer {
      progress.clear()
      if documents > 1, desk.procedure == .bill {
        session.confirm(wording.text(CountedPhrase.invoicesStored, documents))
      }
    }
    while last == nil || session.signals.arrived == nil, let stored = try storing.next() {
      let receipt = stored.receipt
      last = receipt
      let notices = try notices(of: receipt) + storing.notices
      take(receipt, notices)
      documents += receipt.documents.count
      guard !session.isJSON else { continue }
      progress.clear()
      for finding in notices {
        session.remark("\(wording.sentence(for: finding)) [\(finding.code)]")
      }
      if desk.procedure == .bill {
        for document in receipt.documents { session.results.write("\(document.name)") }
        progress.show { _ in wording.text(CountedPhrase.invoicesStored, documents) }
      }
    }
    if !storing.isDone, session.signals.arrived != nil, documents > 0 {
      session.remark(wording.text(DialoguePhrase.restIsDue))
    }
    guard let last else {
      return storing.refusals.isEmpty ? .unchanged : .refused(storing.refusals)
    }
    if !session.isJSON && (desk.procedure != .bill || documents == 1) { say(last) }
    return storing.isDone ? .complete : .stopped
  }

  /// How storing ended.
  enum Ending {
    /// There was nothing to store.
    case unchanged
    /// Nothing is stored, because somebody else has changed what it depends on.
    case refused([Finding])
    /// Everything is stored.
    case complete
    /// A signal came before everything was stored.
    case stopped
  }

  /// Says what was stored, in words and, as a result, by its name.
  private func say(_ receipt: Receipt) {
    guard let main = receipt.mainRow ?? receipt.rows.first else { return }
    let named = main.table == .invoices ? receipt.documents : [main]
    if desk.procedure != .bill, main.table != .settings {
      for row in named { session.results.write("\(row.name)") }
    }
    switch desk.procedure {
    case .registerCustomer where desk.subject == nil:
      session.confirm(
        wording.text(DialoguePhrase.storedCustomer, [("identifier", main.name)])
      )
    case .cancelInvoice: sayCancelled(main, receipt)
    case .setUpMail, .setUpIssuer: session.confirm(wording.text(DialoguePhrase.storedSettings))
    default:
      for row in named {
        let record = "\(wording.text(name(of: row))) \(row.name)"
        session.confirm(wording.text(DialoguePhrase.stored, [("record", record)]))
      }
    }
    guard main.table != .settings else { return }
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

  private func name(of row: Receipt.Row) -> RecordPhrase {
    row.table == .invoices && row.name.hasPrefix("GU-") ? .creditNote : RecordPhrase(row.table)
  }

  private func sayCancelled(_ invoice: Receipt.Row, _ receipt: Receipt) {
    session.confirm(wording.text(DialoguePhrase.invoiceCancelled, [("invoice", invoice.name)]))
    let ended = receipt.rows.filter { $0.table == .entitlements }.map(\.name)
    guard !ended.isEmpty else { return }
    let names = ended.joined(separator: ", ")
    session.remark(wording.text(DialoguePhrase.entitlementsEnded, [("entitlements", names)]))
  }

  /// What is worth knowing about what was stored: drawn identifiers, what went to the request only.
  private func notices(of receipt: Receipt) throws(StoreError) -> [Finding] {
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
    if receipt.mainRow?.table == .mails, try Issuer(in: desk.store) == nil {
      findings.append(Finding(.noIssuer))
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

  /// Says what has come in the way since the answers were judged.
  func say(_ findings: [Finding]) {
    for finding in findings {
      if finding.weight == .question {
        session.complain(
          "\(wording.sentence(for: finding)) "
            + "\(wording.text(DialoguePhrase.confirmMissing)) [\(finding.code)]"
        )
      } else {
        session.report(finding)
      }
    }
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

  /// How alta ends because of several findings: as the first of 4, 6, 3, 5 says that occurs.
  static func exitCode(of findings: [Finding]) -> ExitCode {
    findings.map { exitCode(of: $0) }.reduce(.done) { $0.joined(with: $1) }
  }

  /// Records of receipts as JSON.
  static func json(_ rows: [Receipt.Row]) -> JSONValue {
    .array(
      rows.map { row in
        .object([
          .init("table", .string(row.table.name)),
          .init("name", .string(row.name)),
          .init("key", row.key.integer.map { .integer(Int($0)) } ?? .string(row.key.keyText)),
        ])
      }
    )
  }
}
