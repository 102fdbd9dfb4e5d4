import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `sell-programme` does: an offer of loyalty programmes, closed with an invoice, and what the
/// customer is entitled to by it.
///
/// - SeeAlso: the project's `Wizards/sell-programme.yaml`, whose field keys it works with; domain rules L1–L20.
struct ProgrammeSale {
  let registration: Registration
  let occasion: Occasion

  /// Takes the answers of a finished wizard.
  init(_ registration: Registration, at occasion: Occasion) {
    self.registration = registration
    self.occasion = occasion
  }

  /// What must be there before anything is asked.
  static func prerequisites(in store: Store) throws(StoreError) -> [Finding] {
    try store.count(of: .programmes) == 0 ? [Finding(.noProgramme)] : []
  }

  /// The answer that means a new offer, and the one that means no card.
  private static let (newOffer, noCard) = ("new", "none")

  // MARK: What is sold

  /// One programme for one card: a line of so many is so many of these.
  private struct Sale {
    let item: Int
    let programme: Record
    /// What was answered for the card; `nil` for nothing.
    let card: String?

    var path: String { "programmes.\(item + 1).card" }
  }

  private var items: [RegistrationItem] { registration.items(of: "programmes") }

  private func customer(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["customer"] else { return nil }
    return try store.record(of: .customers, named: name)
  }

  private func programme(_ item: RegistrationItem, in store: Store) throws(StoreError) -> Record? {
    guard let code = item["programme"],
      let found = try store.record(of: .programmes, named: code), found["active"] == .integer(1)
    else { return nil }
    return found
  }

  private func sales(in store: Store) throws(StoreError) -> [Sale] {
    var sales: [Sale] = []
    for (index, item) in items.enumerated() {
      guard let programme = try programme(item, in: store) else { continue }
      let count = item["quantity"].flatMap { Int($0) } ?? 1
      let cards = Self.cards(item)
      for place in 0..<max(1, min(count, 99)) {
        // One card for all of them, or one for each.
        let card = cards.count == 1 ? cards[0] : place < cards.count ? cards[place] : nil
        sales.append(Sale(item: index, programme: programme, card: card))
      }
    }
    return sales
  }

  /// L16: the cards of a line, one for each of its programmes, or one for all.
  private static func cards(_ item: RegistrationItem) -> [String] {
    (item["card"] ?? "").split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private func offer(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["offer"], name != Self.newOffer else { return nil }
    return try store.record(of: .offers, named: name)
  }

  /// The customer's card processes that are open.
  private func processes(of customer: Record, in store: Store) throws(StoreError) -> [Record] {
    try store.records(of: .processes, with: "customer", customer.key).filter {
      $0["kind"] == .text("customerCard") && $0["status"] == .text("open")
    }
  }

  private var isUnassigned: Bool { registration.isYes("unassigned") }

  // MARK: What is said

  /// What the store and the procedure have to say about the answers, in field order.
  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(
      in: store,
      except: ["programmes.programme", "programmes.card"]
    )
    findings += registration.inexactNumbers
    for (index, item) in items.enumerated() {
      if let finding = try programmeFinding(item, in: store) {
        findings.append(Finding(finding, at: "programmes.\(index + 1).programme"))
      }
      for name in Self.cards(item) where name != Self.noCard {
        guard try store.record(of: .cards, named: name) == nil else { continue }
        findings.append(
          Finding(.unknown(.cards, name), at: "programmes.\(index + 1).card")
        )
      }
    }
    if let customer = try customer(in: store) {
      findings += try processFindings(of: customer, in: store)
      findings += try offerFindings(of: customer, in: store)
      findings += try cardFindings(of: customer, in: store)
    }
    return findings.inFieldOrder(of: registration.wizard)
  }

  /// L7 and L8: only programmes that are active can be sold.
  private func programmeFinding(
    _ item: RegistrationItem,
    in store: Store
  ) throws(StoreError) -> Finding.Reason? {
    guard let code = item["programme"], try programme(item, in: store) == nil else { return nil }
    if try store.record(of: .programmes, named: code) == nil,
      try store.record(of: .articles, named: code) != nil
    {
      return .notProgramme(code)
    }
    return .unknown(.programmes, code)
  }

  /// L4: the process over which the card was ordered.
  private func processFindings(
    of customer: Record,
    in store: Store
  ) throws(StoreError) -> [Finding] {
    if let name = registration["process"] {
      guard let process = try store.record(of: .processes, named: name) else { return [] }
      return process["customer"] == customer.key
        ? [] : [Finding(.foreign(.processes, name), at: "process")]
    }
    let processes = try processes(of: customer, in: store)
    if processes.count > 1 {
      return [Finding(.processNeeded(processes.map(\.name)), at: "process")]
    }
    return processes.isEmpty ? [Finding(.noProcess, at: "process")] : []
  }

  /// L6: an existing offer is open and the customer's own.
  private func offerFindings(of customer: Record, in store: Store) throws(StoreError) -> [Finding] {
    guard let offer = try offer(in: store) else {
      guard registration["offer"] == nil else { return [] }
      let open = try store.records(of: .offers, with: "customer", customer.key)
        .filter { $0["state"] == .text("open") }
      return open.isEmpty ? [] : [Finding(.offerNeeded(open.map(\.name)), at: "offer")]
    }
    if offer["customer"] != customer.key {
      return [Finding(.foreign(.offers, offer.name), at: "offer")]
    }
    return offer["state"] == .text("closed") ? [Finding(.offerClosed(offer.name), at: "offer")] : []
  }

  /// L2, L10–L13, L20: which programme goes to which card.
  private func cardFindings(of customer: Record, in store: Store) throws(StoreError) -> [Finding] {
    let cards = try LoyaltyCards(of: customer.key, on: occasion.today, in: store)
    let sales = try sales(in: store)
    var findings: [Finding] = []
    for (index, item) in items.enumerated() {
      let names = Self.cards(item)
      let count = item["quantity"].flatMap { Int($0) } ?? 1
      // L12: one programme goes to one card.
      if names.count > max(1, count), let programme = item["programme"] {
        let extra = names[max(1, count)]
        let path = "programmes.\(index + 1).card"
        findings.append(Finding(.notAssignable(programme: programme, card: extra), at: path))
      }
    }
    for sale in sales {
      guard let name = sale.card, name != Self.noCard, cards.card(named: name) == nil,
        try store.record(of: .cards, named: name) != nil
      else { continue }
      findings.append(
        Finding(.notAssignable(programme: sale.programme.name, card: name), at: sale.path)
      )
    }
    let open = sales.filter { $0.card == nil }
    if cards.eligible.isEmpty {
      if !sales.isEmpty && !isUnassigned {
        findings.append(Finding(.noCard(customer: registration["customer"] ?? ""), at: "customer"))
      }
    } else if cards.eligible.count > 1, let first = open.first {
      let programmes = Set(open.map(\.programme.name)).sorted()
      findings.append(
        Finding(.cardNeeded(programmes: programmes, cards: cards.names), at: first.path)
      )
    } else if sales.count > 1, open.count == sales.count {
      findings.append(Finding(.assignedAll(card: cards.names[0]), at: "programmes"))
    }
    let assigned = sales.map { card(of: $0, among: cards) }
    let bare = cards.eligible.isEmpty ? sales.count : sales.count { $0.card == Self.noCard }
    if bare > 0, !cards.eligible.isEmpty || isUnassigned {
      findings.append(Finding(.unassigned(count: bare), at: "programmes"))
    }
    for (sale, card) in zip(sales, assigned) {
      guard let card, let end = card["validUntil"].text.flatMap({ CivilDate(iso: $0) }) else {
        continue
      }
      // The card is valid on its last day, the programme is not on the day it ends.
      let last = Self.end(of: sale.programme, from: occasion.today).map { $0.dayNumber - 1 }
      if last.map({ end.dayNumber < $0 }) ?? true {
        findings.append(Finding(.cardExpires(card: card.name, on: end), at: sale.path))
      }
    }
    return findings
  }

  /// The card that a sale goes to; `nil` for none.
  private func card(of sale: Sale, among cards: LoyaltyCards) -> Record? {
    guard let name = sale.card else {
      return cards.eligible.count == 1 ? cards.eligible[0] : nil
    }
    return name == Self.noCard ? nil : cards.card(named: name)
  }

  /// L14: the first day that a programme does not cover any more; `nil` for one without end.
  private static func end(of programme: Record, from start: CivilDate) -> CivilDate? {
    programme["months"].integer.flatMap { start.adding(months: Int($0)) }
  }

  // MARK: What finishing writes

  /// The offer, closed, its invoice and the entitlements.
  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let customer = try customer(in: store) else { return set }
    let cards = try LoyaltyCards(of: customer.key, on: occasion.today, in: store)
    let sold = try soldLines(to: customer, in: store)
    var lines = sold.map(\.line)
    let offer: Cell
    var first = 1
    if let stored = try self.offer(in: store) {
      // L6: a package keeps its other lines.
      let earlier = try store.records(of: .offerLines, with: "offer", stored.key)
      lines = earlier.map { PricedLine($0) } + lines
      first = earlier.count + 1
      var row = AlteredRow(stored)
      row.give("closed", to: "state")
      set.update(row)
      offer = .value(stored.key)
    } else {
      offer = .row(set.insert(try newOffer(of: customer, in: store)))
    }
    for (index, (item, line)) in sold.enumerated() {
      var row = NewRow(in: .offerLines)
      row.set(offer, for: "offer")
      row.set(.integer(Int64(first + index)), for: "place")
      row.set(.value(item["article"]), for: "article")
      row.set(.value(item.key), for: "programme")
      line.give(to: &row)
      set.insert(row)
    }
    let invoice = InvoiceDraft(
      lines: lines.map { InvoiceLine(priced: $0) },
      details: [("offer", offer)]
    ).insert(into: &set, customer: customer.key, at: occasion).document
    set.main = invoice
    for sale in try sales(in: store) {
      var row = NewRow(in: .entitlements)
      row.set(.value(customer.key), for: "customer")
      row.set(.value(sale.programme.key), for: "programme")
      if let card = card(of: sale, among: cards) { row.set(.value(card.key), for: "card") }
      row.set(offer, for: "offer")
      row.set(.row(invoice), for: "invoice")
      row.set(.text(occasion.today.iso), for: "startsOn")
      row.give(Self.end(of: sale.programme, from: occasion.today)?.iso, to: "endsOn")
      if sale.programme["kind"] == .text("voucher") {
        // L15.
        row.set(.digits(10), for: "voucherNumber")
      }
      set.insert(row)
    }
    return set
  }

  private func newOffer(of customer: Record, in store: Store) throws(StoreError) -> NewRow {
    var row = NewRow(in: .offers)
    row.set(occasion.number("AN"), for: "number")
    row.set(.value(customer.key), for: "customer")
    var process: Record?
    if let name = registration["process"] {
      process = try store.record(of: .processes, named: name)
    } else {
      process = try processes(of: customer, in: store).first
    }
    if let process { row.set(.value(process.key), for: "process") }
    row.set(.text("closed"), for: "state")
    row.set(.text(occasion.today.iso), for: "offeredOn")
    return row
  }

  private func soldLines(
    to customer: Record,
    in store: Store
  ) throws(StoreError) -> [(programme: Record, line: PricedLine)] {
    var lines: [(Record, PricedLine)] = []
    for item in items {
      guard let programme = try programme(item, in: store),
        let article = try store.record(of: .articles, key: programme["article"])
      else { continue }
      let price = item["price"] ?? programme["price"].text ?? article["price"].text
      let line = PricedLine(
        programme.name(in: customer["language"].text),
        item["quantity"].flatMap { FixedDecimal($0) } ?? .one,
        at: price.flatMap { FixedDecimal($0) } ?? .zero,
        vatRate: article.number("vatRate") ?? .zero
      )
      lines.append((programme, line))
    }
    return lines
  }
}

extension Record {
  /// The name of an article or programme in the language that a customer is written to in.
  func name(in language: String?) -> String {
    let own = language.flatMap { ["de": "nameDe", "es": "nameEs"][$0] }.flatMap { self[$0].text }
    return own ?? self["name"].text ?? name
  }
}
