import FrontDesk
import Mailing
import PlainValues
import Procedures
import RecordStorage
import TerminalForms

/// `alta mail run`, which sends what is waiting, and `alta mail resolve`, which takes down what became of a mail.
///
/// A mail is marked as being sent before anything is said to the server, so that no other run takes it and
/// none that was interrupted is sent again unasked.
struct MailCommand {
  let session: Session

  private var wording: Wording { session.wording }

  /// How long a mail may be on its way before nobody is thought to be sending it any more, in seconds.
  private static let lease = 900
  /// The waits between the attempts, in seconds; after the last one it is given up.
  private static let waits = [60, 300, 1_800, 7_200]

  private struct Count {
    var sent = 0
    var refused = 0
    var deferred = 0
    var unknown = 0
  }

  // MARK: Sending

  func run() -> ExitCode {
    do throws(StoreError) {
      let store = try session.openStore()
      guard let route = try route(in: store), let sender = try store.setting(Setting.smtpSender)
      else {
        session.report(Finding(.noMailSetup))
        return .missing
      }
      var count = Count()
      count.unknown = try giveUpAbandoned(in: store)
      let now = Environment.now
      let waiting = try store.records(of: .mails, with: "state", .text("queued"))
        .filter { ($0["nextAt"].text ?? "") <= now }
      guard !waiting.isEmpty else {
        session.remark(wording.text(MailPhrase.nothingWaits))
        return count.unknown > 0 ? .partlyDelivered : .done
      }
      if session.invocation.has(.dryRun) {
        for mail in waiting { session.results.write("\(mail.name)") }
        return .done
      }
      guard var program = MailProgram(route: route) else {
        session.refuse(
          wording.text(MailPhrase.programMissing, [("path", MailProgram.path)]),
          code: "program"
        )
        return .unavailable
      }
      defer { program.end() }
      let pause = try store.setting(Setting.smtp("perMinute")).flatMap { Int($0) }.map {
        60_000 / max(1, $0)
      }
      var isHalted = false
      var writers: [String: LetterWriter] = [:]
      for mail in waiting {
        let start = Environment.milliseconds
        guard
          let outcome = try send(mail, from: sender, with: &writers, through: &program, in: store)
        else {
          continue
        }
        tell(outcome, of: mail, &count)
        if case .halted = outcome {
          isHalted = true
          break
        }
        if session.signals.arrived != nil { break }
        if let pause { Environment.rest(milliseconds: start + pause - Environment.milliseconds) }
      }
      say(count)
      if isHalted { return .unavailable }
      if let signal = session.signals.arrived { return ExitCode(signal) }
      return count.refused + count.deferred + count.unknown > 0 ? .partlyDelivered : .done
    } catch {
      return session.fail(error)
    }
  }

  private func route(in store: Store) throws(StoreError) -> MailRoute? {
    guard let host = try store.setting(Setting.smtpHost) else { return nil }
    let isImplicit = try store.setting(Setting.smtp("encryption")) == "tls"
    return MailRoute(
      host: host,
      port: try store.setting(Setting.smtp("port")).flatMap { Int($0) } ?? (isImplicit ? 465 : 587),
      isImplicit: isImplicit,
      user: try store.setting(Setting.smtp("user")),
      caFile: try store.setting(Setting.smtp("caFile"))
    )
  }

  /// Mails whose sender is gone; whether they arrived nobody knows.
  private func giveUpAbandoned(in store: Store) throws(StoreError) -> Int {
    var count = 0
    for mail in try store.records(of: .mails, with: "state", .text("sending"))
    where (mail["nextAt"].text ?? "") < Environment.now {
      var row = AlteredRow(mail)
      row.set(.text("unknown"), for: "state")
      row.set(.empty, for: "nextAt")
      guard try commit([row], to: store) else { continue }
      count += 1
      tellUnknown(mail, reason: "alta")
    }
    return count
  }

  /// Sends one mail; `nil` where somebody else took it.
  private func send(
    _ mail: Record,
    from sender: String,
    with writers: inout [String: LetterWriter],
    through program: inout MailProgram,
    in store: Store
  ) throws(StoreError) -> MailOutcome? {
    guard let queued = try QueuedMail(mail, in: store) else { return nil }
    guard !queued.invoices.isEmpty else { return try withdraw(mail, in: store) }
    let order = writer(for: queued, &writers)
      .order(queued, from: sender, at: Environment.now, on: session.today)
    let attempts = (mail["attempts"].integer ?? 0) + 1
    var claim = AlteredRow(mail)
    claim.set(.text("sending"), for: "state")
    claim.set(.integer(attempts), for: "attempts")
    claim.set(.text(Environment.moment(in: Self.lease)), for: "nextAt")
    claim.set(.text(order.subject), for: "subject")
    claim.set(.text(order.body), for: "body")
    guard try commit([claim], to: store), let taken = try store.record(of: .mails, key: mail.key)
    else { return nil }
    var outcome = program.send(order)
    if case .deferred(let reason) = outcome, attempts > Self.waits.count {
      outcome = .refused(reason)
    }
    var row = AlteredRow(taken)
    var rows: [AlteredRow] = []
    row.set(.empty, for: "nextAt")
    row.set(outcome.reason.isEmpty ? .empty : .text(outcome.reason), for: "error")
    switch outcome {
    case .sent:
      row.set(.text("sent"), for: "state")
      row.set(.text(Environment.now), for: "sentAt")
      for contents in queued.invoices {
        var invoice = AlteredRow(contents.invoice, isStrict: false)
        invoice.set(.text(Environment.now), for: "lastSentAt")
        rows.append(invoice)
      }
    case .refused: row.set(.text("failed"), for: "state")
    case .unknown: row.set(.text("unknown"), for: "state")
    case .deferred:
      row.set(.text("queued"), for: "state")
      let wait = Self.waits[min(Int(attempts), Self.waits.count) - 1]
      row.set(.text(Environment.moment(in: wait)), for: "nextAt")
    case .halted:
      row.set(.text("queued"), for: "state")
      row.set(.integer(attempts - 1), for: "attempts")
    }
    _ = try commit([row] + rows, to: store)
    return outcome
  }

  /// What writes in the languages of a mail.
  private func writer(
    for queued: QueuedMail,
    _ writers: inout [String: LetterWriter]
  ) -> LetterWriter {
    let language = queued.customer["language"].text ?? self.wording.language
    let text = queued.textLanguage ?? language
    if let known = writers["\(language) \(text)"] { return known }
    func wording(of language: String) -> Wording {
      session.speech(of: language)?.wording ?? self.wording
    }
    let writer = LetterWriter(wording(of: language), text: wording(of: text))
    writers["\(language) \(text)"] = writer
    return writer
  }

  /// Takes a mail out of the queue whose invoices have all been cancelled.
  private func withdraw(_ mail: Record, in store: Store) throws(StoreError) -> MailOutcome? {
    let reason = wording.text(MailPhrase.allCancelled)
    var row = AlteredRow(mail)
    row.set(.text("failed"), for: "state")
    row.set(.empty, for: "nextAt")
    row.set(.text(reason), for: "error")
    return try commit([row], to: store) ? .refused(reason) : nil
  }

  /// Commits alterations; `false` where somebody else was faster.
  private func commit(_ rows: [AlteredRow], to store: Store) throws(StoreError) -> Bool {
    var set = ChangeSet()
    for row in rows { set.update(row) }
    do throws(StoreError) {
      try store.commit(set, session.provenance(of: nil, source: "mail"))
      return true
    } catch {
      if case .stale = error { return false }
      throw error
    }
  }

  // MARK: What is said

  private func tell(_ outcome: MailOutcome, of mail: Record, _ count: inout Count) {
    func say(_ phrase: MailPhrase, _ reason: String) {
      let email = mail["email"].text ?? ""
      session.complain(
        wording.text(phrase, [("mail", mail.name), ("email", email), ("reason", reason)])
      )
    }
    switch outcome {
    case .sent: count.sent += 1
    case .refused(let reason):
      count.refused += 1
      say(.refused, reason)
    case .deferred(let reason):
      count.deferred += 1
      say(.deferred, reason)
    case .unknown(let reason):
      count.unknown += 1
      tellUnknown(mail, reason: reason)
    case .halted(let reason):
      session.complain(wording.text(MailPhrase.halted, [("reason", reason)]))
    }
  }

  private func tellUnknown(_ mail: Record, reason: String) {
    session.complain(
      wording.text(
        MailPhrase.unknown,
        [
          ("mail", mail.name), ("email", mail["email"].text ?? ""), ("reason", reason),
          ("command", session.command("mail resolve \(mail.name) sent")),
        ]
      )
    )
  }

  private func say(_ count: Count) {
    session.confirm(
      wording.text(
        MailPhrase.summary,
        [
          ("sent", wording.number(count.sent)), ("refused", wording.number(count.refused)),
          ("deferred", wording.number(count.deferred)), ("unknown", wording.number(count.unknown)),
        ]
      )
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
      guard try commit([row], to: store) else {
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
