import FrontDesk
import Mailing
import PlainValues
import Procedures
import RecordStorage
import TerminalForms

/// One run through the queue of mails.
///
/// A mail is marked as being sent before anything is said to the server, so that none that was interrupted is sent
/// again unasked. What became of it is stored with the mark of the next one: one commit a mail.
struct MailRun {
  /// How mails go out, and who they are from.
  struct Sender {
    let route: MailRoute
    let address: String
    let issuer: Issuer?
    /// The least time from one mail to the next, in milliseconds; `nil` for none.
    let pause: Int?

    /// Reads the settings; `nil` where mails are not set up.
    init?(in store: Store) throws(StoreError) {
      guard let host = try store.setting(Setting.smtpHost),
        let address = try store.setting(Setting.smtpSender)
      else { return nil }
      let isImplicit = try store.setting(Setting.smtp("encryption")) == "tls"
      route = MailRoute(
        host: host,
        port: try store.setting(Setting.smtp("port")).flatMap { Int($0) }
          ?? (isImplicit ? 465 : 587),
        isImplicit: isImplicit,
        user: try store.setting(Setting.smtp("user")),
        caFile: try store.setting(Setting.smtp("caFile"))
      )
      self.address = address
      issuer = try Issuer(in: store)
      pause = try store.setting(Setting.smtp("perMinute")).flatMap { Int($0) }.map {
        60_000 / max(1, $0)
      }
    }
  }

  private struct Count {
    var sent = 0
    var refused = 0
    var deferred = 0
    var unknown = 0

    var all: Int { sent + refused + deferred + unknown }
  }

  /// A mail that is ready to be handed over.
  private struct Parcel {
    let mail: Record
    let order: MailOrder
    let invoices: [Record]
    let claim: AlteredRow

    var attempts: Int64 { (mail["attempts"].integer ?? 0) + 1 }
  }

  private let session: Session
  private let store: Store
  private let sender: Sender
  private var writers: [String: LetterWriter] = [:]
  private var count = Count()
  private var isHalted = false
  private var progress: ProgressLine

  /// The waits between the attempts, in seconds; after the last one it is given up.
  private static let waits = [60, 300, 1_800, 7_200]

  /// Prepares a run.
  init(session: Session, store: Store, sender: Sender) {
    self.session = session
    self.store = store
    self.sender = sender
    progress = ProgressLine(on: session)
  }

  private var wording: Wording { session.wording }

  /// How alta ends.
  var code: ExitCode {
    if isHalted { return .unavailable }
    if let signal = session.signals.arrived { return ExitCode(signal) }
    return count.refused + count.deferred + count.unknown > 0 ? .partlyDelivered : .done
  }

  /// Mails whose sender is gone, as nobody but this run sends now; whether they arrived nobody knows.
  mutating func giveUpAbandoned() throws(StoreError) {
    for mail in try store.records(of: .mails, with: "state", .text("sending")) {
      var row = AlteredRow(mail)
      row.set(.text("unknown"), for: "state")
      guard try commit([row]) else { continue }
      tell(.unknown("alta"), of: mail)
    }
  }

  /// Sends mails one after the other, and says what became of them.
  mutating func send(_ waiting: [Record], through program: inout MailProgram) throws(StoreError) {
    defer {
      progress.clear()
      say()
    }
    var rest = waiting[...]
    var claimed = try claimNext(of: &rest, with: [])
    while let parcel = claimed {
      let start = Environment.milliseconds
      let isTaken = program.begin(parcel.order)
      // While the server works, the next one is put into words.
      var next = isTaken && sender.pause == nil ? try prepareNext(of: &rest) : nil
      var outcome = isTaken ? program.finish() : .halted("alta-mail")
      if case .deferred(let reason) = outcome, parcel.attempts > Self.waits.count {
        outcome = .refused(reason)
      }
      tell(outcome, of: parcel.mail)
      if case .halted = outcome { isHalted = true }
      if isHalted || session.signals.arrived != nil { next = nil }
      let rows = try self.rows(for: outcome, of: parcel)
      if let next, try commit(rows + [next.claim]) {
        claimed = next
        continue
      }
      _ = try commit(rows)
      guard !isHalted, session.signals.arrived == nil else { return }
      if let pause = sender.pause {
        showProgress(of: waiting.count)
        Environment.rest(milliseconds: start + pause - Environment.milliseconds)
      }
      claimed = try claimNext(of: &rest, with: [])
      showProgress(of: waiting.count)
    }
  }

  private mutating func showProgress(of all: Int) {
    let (wording, done) = (wording, count.all)
    progress.show { seconds in
      wording.text(
        MailPhrase.progress,
        [
          ("done", wording.number(done)), ("all", wording.number(all)),
          ("rate", wording.number(Int(Double(done) / max(0.001, seconds)))),
        ]
      )
    }
  }

  // MARK: From mail to mail

  /// Marks the next mail that can be sent; `nil` behind the last.
  private mutating func claimNext(
    of rest: inout ArraySlice<Record>,
    with rows: [AlteredRow]
  ) throws(StoreError) -> Parcel? {
    while let parcel = try prepareNext(of: &rest) {
      if try commit(rows + [parcel.claim]) { return parcel }
    }
    return nil
  }

  /// Puts the next mail into words that has anything to send.
  private mutating func prepareNext(
    of rest: inout ArraySlice<Record>
  ) throws(StoreError) -> Parcel? {
    while let mail = rest.popFirst() {
      guard let queued = try QueuedMail(mail, in: store) else { continue }
      guard !queued.invoices.isEmpty else {
        try withdraw(mail)
        continue
      }
      let order = writer(for: queued).order(
        queued,
        from: sender.address,
        issuer: sender.issuer,
        at: Environment.now,
        on: session.today
      )
      var claim = AlteredRow(mail)
      claim.set(.text("sending"), for: "state")
      claim.set(.integer((mail["attempts"].integer ?? 0) + 1), for: "attempts")
      claim.set(.empty, for: "nextAt")
      claim.set(.text(order.subject), for: "subject")
      claim.set(.text(order.body), for: "body")
      return Parcel(
        mail: mail,
        order: order,
        invoices: queued.invoices.map(\.invoice),
        claim: claim
      )
    }
    return nil
  }

  /// What writes in the languages of a mail.
  private mutating func writer(for queued: QueuedMail) -> LetterWriter {
    let language = queued.customer["language"].text ?? session.wording.language
    let text = queued.textLanguage ?? language
    if let known = writers["\(language) \(text)"] { return known }
    func wording(of language: String) -> Wording {
      session.speech(of: language)?.wording ?? session.wording
    }
    let writer = LetterWriter(wording(of: language), text: wording(of: text))
    writers["\(language) \(text)"] = writer
    return writer
  }

  /// Takes a mail out of the queue whose invoices have all been cancelled.
  private mutating func withdraw(_ mail: Record) throws(StoreError) {
    let reason = wording.text(MailPhrase.allCancelled)
    var row = AlteredRow(mail)
    row.set(.text("failed"), for: "state")
    row.set(.empty, for: "nextAt")
    row.set(.text(reason), for: "error")
    if try commit([row]) { tell(.refused(reason), of: mail) }
  }

  /// What is stored because of what became of a mail.
  private func rows(
    for outcome: MailOutcome,
    of parcel: Parcel
  ) throws(StoreError) -> [AlteredRow] {
    guard let taken = try store.record(of: .mails, key: parcel.mail.key) else { return [] }
    var row = AlteredRow(taken)
    var rows: [AlteredRow] = []
    row.set(outcome.reason.isEmpty ? .empty : .text(outcome.reason), for: "error")
    switch outcome {
    case .sent:
      row.set(.text("sent"), for: "state")
      row.set(.text(Environment.now), for: "sentAt")
      for invoice in parcel.invoices {
        var invoice = AlteredRow(invoice, isStrict: false)
        invoice.set(.text(Environment.now), for: "lastSentAt")
        rows.append(invoice)
      }
    case .refused: row.set(.text("failed"), for: "state")
    case .unknown: row.set(.text("unknown"), for: "state")
    case .deferred:
      row.set(.text("queued"), for: "state")
      let wait = Self.waits[min(Int(parcel.attempts), Self.waits.count) - 1]
      row.set(.text(Environment.moment(in: wait)), for: "nextAt")
    case .halted:
      row.set(.text("queued"), for: "state")
      row.set(.integer(parcel.attempts - 1), for: "attempts")
    }
    return [row] + rows
  }

  /// Commits alterations; `false` where somebody else was faster.
  private func commit(_ rows: [AlteredRow]) throws(StoreError) -> Bool {
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

  private mutating func tell(_ outcome: MailOutcome, of mail: Record) {
    progress.clear()
    func say(_ phrase: MailPhrase, _ more: (String, String)...) {
      let email = mail["email"].text ?? ""
      session.complain(
        wording.text(
          phrase,
          [("mail", mail.name), ("email", email), ("reason", outcome.reason)] + more
        )
      )
    }
    switch outcome {
    case .sent: count.sent += 1
    case .refused:
      count.refused += 1
      say(.refused)
    case .deferred:
      count.deferred += 1
      say(.deferred)
    case .unknown:
      count.unknown += 1
      say(.unknown, ("command", session.command("mail resolve \(mail.name) sent")))
    case .halted(let reason):
      session.complain(wording.text(MailPhrase.halted, [("reason", reason)]))
    }
  }

  private func say() {
    let summary = wording.text(
      MailPhrase.summary,
      [
        ("sent", wording.number(count.sent)), ("refused", wording.number(count.refused)),
        ("deferred", wording.number(count.deferred)), ("unknown", wording.number(count.unknown)),
      ]
    )
    // A tick is for what is well.
    if count.sent == count.all && !isHalted {
      session.confirm(summary)
    } else {
      session.remark(summary)
    }
  }
}
