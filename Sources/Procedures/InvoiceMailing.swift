import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `mail-invoices` does: one mail for each customer is queued, with the invoices that go with it.
///
/// Queued in the transaction that marks the invoices, no mail is lost; sending is another step, which may be
/// repeated.
///
/// - SeeAlso: the project's `Wizards/mail-invoices.yaml`, whose field keys it works with; domain rules M1–M23.
struct InvoiceMailing {
  let registration: Registration
  let occasion: Occasion

  /// The kind of templates that mails are made of.
  static let templateKind = "customerNotification"

  /// M1 and M9: a server and a text must be there before anything is asked.
  static func prerequisites(in store: Store) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    let host = try store.setting(Setting.smtpHost)
    let sender = try store.setting(Setting.smtpSender)
    if host == nil || sender == nil { findings.append(Finding(.noMailSetup)) }
    let texts = try store.records(of: .templates)
    if !texts.contains(where: { $0["kind"] == .text(templateKind) }) {
      findings.append(Finding(.noTemplate))
    }
    return findings
  }

  // MARK: What is selected

  /// A customer with the selected invoices: one mail (M7, M8).
  private struct Parcel {
    let customer: Record
    let name: String
    let email: String?
    var invoices: [Record]

    /// M3: there is an address, and the customer does not want paper.
    var obstacles: [Finding.Reason] {
      var obstacles: [Finding.Reason] = []
      if email == nil { obstacles.append(.addressMissing(customer: name)) }
      if customer["postalInvoice"] == .integer(1) { obstacles.append(.byPost(customer: name)) }
      return obstacles
    }
  }

  /// The invoices that the filter finds, and those that it finds and that are cancelled (M5, M19).
  private func load(from store: Store) throws(StoreError) -> (loaded: [Record], cancelled: [Record])
  {
    var found: [Record]
    if let name = registration["customer"] {
      guard let customer = try store.record(of: .customers, named: name) else { return ([], []) }
      found = try store.records(of: .invoices, with: "customer", customer.key)
    } else {
      found = try store.records(of: .invoices)
    }
    if let from = registration["from"] { found.removeAll { ($0["date"].text ?? "") < from } }
    if let end = registration["to"] { found.removeAll { ($0["date"].text ?? "") > end } }
    if let part = registration["number"]?.caseKey {
      found.removeAll { !$0.name.caseKey.mentions(part) }
    }
    switch registration["state"] {
    case "unsent": found.removeAll { !$0["delivery"].isNull }
    case "failed":
      var failed: [Record] = []
      for invoice in found where try hasFailed(invoice, in: store) { failed.append(invoice) }
      found = failed
    default: break
    }
    let isCancelled: (Record) -> Bool = { $0["state"] == .text("cancelled") }
    return (found.filter { !isCancelled($0) }, found.filter(isCancelled))
  }

  /// Whether the last mail with an invoice was refused for good.
  private func hasFailed(_ invoice: Record, in store: Store) throws(StoreError) -> Bool {
    try lastDispatch(of: invoice, in: store)?["mail.state"] == .text("failed")
  }

  /// The last time that an invoice was queued.
  private func lastDispatch(of invoice: Record, in store: Store) throws(StoreError) -> Record? {
    try store.records(of: .dispatches, with: "invoice", invoice.key).last
  }

  /// The names in an answer that lists several.
  private func names(_ key: String) -> [String] {
    (registration[key] ?? "").split { $0 == "," || $0 == ";" }
      .map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// What was selected, and the names that the filter has not found.
  private func selection(of loaded: [Record]) -> (selected: [Record], unknown: [String]) {
    let names = names("select")
    if names.contains(where: { $0.caseKey == "all" }) { return (loaded, []) }
    let byName = Dictionary(
      loaded.map { ($0.name.caseKey, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let keys = Set(names.map(\.caseKey))
    return (
      loaded.filter { keys.contains($0.name.caseKey) }, names.filter { byName[$0.caseKey] == nil }
    )
  }

  /// One parcel for each customer, in the order of their numbers.
  private func parcels(_ invoices: [Record], in store: Store) throws(StoreError) -> [Parcel] {
    var parcels: [Int64: Parcel] = [:]
    for invoice in invoices {
      guard let number = invoice["customer"].integer else { continue }
      if parcels[number] != nil {
        parcels[number]?.invoices.append(invoice)
        continue
      }
      guard let customer = try store.record(of: .customers, key: .integer(number)),
        let company = try store.record(of: .companies, key: .integer(number))
      else { continue }
      parcels[number] = Parcel(
        customer: customer,
        name: company.name,
        email: company["email1"].text,
        invoices: [invoice]
      )
    }
    return parcels.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The list without those who were taken off it, one by one, by ranges of the list, or all that have an
  /// obstacle (M12, M15); and the names that are not on it.
  private func cleaned(_ parcels: [Parcel]) -> (rest: [Parcel], unknown: [String]) {
    var places: [String: Int] = [:]
    for (place, parcel) in parcels.enumerated() { places[parcel.name.caseKey] = place }
    var removed: Set<Int> = []
    var unknown: [String] = []
    for name in names("remove") {
      if let place = places[name.caseKey] {
        removed.insert(place)
        continue
      }
      let ends = Self.ends(of: name)
      let known = ends.compactMap { places[$0.caseKey] }
      if ends.count == 2, known.count == 2 {
        removed.formUnion(min(known[0], known[1])...max(known[0], known[1]))
      } else {
        unknown += ends.count == 2 ? ends.filter { places[$0.caseKey] == nil } : [name]
      }
    }
    let rest = parcels.enumerated().filter { place, parcel in
      !removed.contains(place)
        && !(registration.isYes("dropIneligible") && !parcel.obstacles.isEmpty)
    }
    return (rest.map(\.element), unknown)
  }

  /// The two names of a range, `M-4..M-9`; the name alone where it is none.
  private static func ends(of name: String) -> [String] {
    guard let points = name.firstPlace(of: "..") else { return [name] }
    return [String(name[..<points.lowerBound]).trimmed, String(name[points.upperBound...]).trimmed]
  }

  private func template(in store: Store) throws(StoreError) -> Record? {
    guard let code = registration["template"] else { return nil }
    return try store.record(of: .templates, named: code)
  }

  // MARK: What is said

  /// M11: everything that is missing is said at once, and nothing is sent until nothing is missing.
  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    let (loaded, cancelled) = try load(from: store)
    let (selected, unknown) = selection(of: loaded)
    findings += unknown.map { Finding(.notLoaded($0), at: "select") }
    if selected.isEmpty, unknown.isEmpty {
      findings.append(Finding(.nothingSelected, at: "select"))
    }
    if let template = try template(in: store) {
      if template["kind"] != .text(Self.templateKind) {
        findings.append(Finding(.templateType(template.name), at: "template"))
      }
    } else if registration["template"] == nil {
      findings.append(Finding(.noTemplateChosen, at: "template"))
    }
    let listed = try parcels(selected, in: store)
    let (parcels, strangers) = cleaned(listed)
    findings += strangers.map { Finding(.notListed($0), at: "remove") }
    findings += parcels.flatMap(\.obstacles).map { Finding($0, at: "remove") }
    if parcels.isEmpty, !listed.isEmpty { findings.append(Finding(.nothingToSend, at: "remove")) }
    let invoices = parcels.flatMap(\.invoices)
    if findings.isEmpty {
      findings.append(Finding(.confirmSending(mails: parcels.count, invoices: invoices.count)))
    }
    var (sent, queued): ([String], [String]) = ([], [])
    for invoice in invoices where !invoice["delivery"].isNull {
      switch try lastDispatch(of: invoice, in: store)?["mail.state"].text {
      case "queued": queued.append(invoice.name)
      case "failed", nil: break
      default: sent.append(invoice.name)
      }
    }
    if !sent.isEmpty { findings.append(Finding(.alreadySent(sent), at: "select")) }
    if !queued.isEmpty { findings.append(Finding(.alreadyQueued(queued), at: "select")) }
    if !cancelled.isEmpty {
      findings.append(Finding(.cancelledSkipped(cancelled.map(\.name)), at: "select"))
    }
    return findings.inFieldOrder(of: registration.wizard)
  }

  // MARK: What is queued

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let template = try template(in: store) else { return set }
    let siblings = try store.records(of: .templates).filter {
      $0["name"] == template["name"] && $0["kind"] == template["kind"]
    }
    let sender = try store.setting(Setting.smtpSender) ?? ""
    let (selected, _) = selection(of: try load(from: store).loaded)
    for parcel in cleaned(try parcels(selected, in: store)).rest {
      guard let email = parcel.email else { continue }
      // M22: the same text in the customer's language, where there is one.
      let text =
        siblings.first { !$0["language"].isNull && $0["language"] == parcel.customer["language"] }
        ?? template
      var row = NewRow(in: .mails)
      row.set(.value(parcel.customer.key), for: "customer")
      row.give(email, to: "email")
      row.set(.value(text.key), for: "template")
      row.give(text["subject"].text ?? "", to: "subject")
      row.give(text["body"].text ?? "", to: "body")
      row.give(try messageID(of: parcel, from: sender, in: store), to: "messageId")
      row.give(occasion.now, to: "queuedAt")
      let mail = set.insert(row)
      set.main = set.main ?? mail
      for invoice in parcel.invoices {
        var dispatch = NewRow(in: .dispatches)
        dispatch.set(.row(mail), for: "mail")
        dispatch.set(.value(invoice.key), for: "invoice")
        set.insert(dispatch)
        // M17: no paper is made of it any more.
        var altered = AlteredRow(invoice)
        altered.give("email", to: "delivery")
        if !altered.alterations.isEmpty { set.update(altered) }
      }
    }
    return set
  }

  /// What tells one mail from every other, however often it is tried (RFC 5322 §3.6.4).
  private func messageID(
    of parcel: Parcel,
    from sender: String,
    in store: Store
  ) throws(StoreError) -> String {
    let moment = occasion.now.filter { $0.isASCII && ($0.isNumber || $0.isLetter) }
    var invoice = parcel.invoices.first?.key.keyText ?? ""
    if let first = parcel.invoices.first, let last = try lastDispatch(of: first, in: store) {
      invoice += ".\(last.key.keyText)"
    }
    let domain = sender.split(separator: "@").last.map(String.init) ?? "localhost"
    return "<\(moment).\(parcel.customer.key.keyText).\(invoice).alta@\(domain)>"
  }
}
