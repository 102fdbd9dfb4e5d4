import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `register-card` does: a card, and the process that it is ordered in where none is named.
struct CardOrder {
  let registration: Registration
  let occasion: Occasion

  private func customer(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["customer"] else { return nil }
    return try store.record(of: .customers, named: name)
  }

  private func process(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["process"] else { return nil }
    return try store.record(of: .processes, named: name)
  }

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    if let process = try process(in: store), let customer = try customer(in: store),
      process["customer"] != customer.key
    {
      findings.append(Finding(.foreign(.processes, process.name), at: "process"))
    }
    findings += try registration.cardNumberFindings(in: store, except: nil)
    return findings.inFieldOrder(of: registration.wizard)
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let customer = try customer(in: store) else { return set }
    let process: Cell
    if let stored = try self.process(in: store) {
      process = .value(stored.key)
    } else {
      var row = NewRow(in: .processes)
      row.set(occasion.number("VG"), for: "number")
      row.set(.value(customer.key), for: "customer")
      row.set(.text("customerCard"), for: "kind")
      row.set(.text(occasion.today.iso), for: "openedOn")
      process = .row(set.insert(row))
    }
    var row = NewRow(in: .cards)
    for key in ["kind", "cardNumber", "state", "validUntil"] {
      row.give(registration[key], to: key)
    }
    row.set(.value(customer.key), for: "customer")
    row.set(process, for: "process")
    set.main = set.insert(row)
    return set
  }
}

extension Registration {
  /// Whether another card has the number.
  func cardNumberFindings(in store: Store, except key: SQLValue?) throws(StoreError) -> [Finding] {
    guard let number = self["cardNumber"] else { return [] }
    let found = try store.records(of: .cards, with: "cardKey", .text(number.caseKey))
    guard let card = found.first(where: { $0.key != key }) else { return [] }
    return [Finding(.cardNumberTaken(number, card: card.name), at: "cardNumber")]
  }
}

/// What finishing `register-offer` does: an open offer with its lines.
struct OfferRegistration {
  let registration: Registration
  let occasion: Occasion

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store) + registration.inexactNumbers
    if let name = registration["process"], let customer = registration["customer"],
      let process = try store.record(of: .processes, named: name),
      let owner = try store.record(of: .customers, named: customer),
      process["customer"] != owner.key
    {
      findings.append(Finding(.foreign(.processes, name), at: "process"))
    }
    return findings.inFieldOrder(of: registration.wizard)
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let name = registration["customer"],
      let customer = try store.record(of: .customers, named: name)
    else { return set }
    var row = NewRow(in: .offers)
    row.set(occasion.number("AN"), for: "number")
    row.set(.value(customer.key), for: "customer")
    if let name = registration["process"],
      let process = try store.record(of: .processes, named: name)
    {
      row.set(.value(process.key), for: "process")
    }
    row.set(.text(occasion.today.iso), for: "offeredOn")
    let offer = set.insert(row)
    set.main = offer
    for (index, item) in registration.items(of: "lines").enumerated() {
      guard let code = item["article"], let article = try store.record(of: .articles, named: code)
      else { continue }
      let line = PricedLine(
        article.name(in: customer["language"].text),
        item["quantity"].flatMap { FixedDecimal($0) } ?? .one,
        at: (item["price"] ?? article["price"].text).flatMap { FixedDecimal($0) } ?? .zero,
        vatRate: article.number("vatRate") ?? .zero
      )
      var row = NewRow(in: .offerLines)
      row.set(.row(offer), for: "offer")
      row.set(.integer(Int64(index + 1)), for: "place")
      row.set(.value(article.key), for: "article")
      line.give(to: &row)
      set.insert(row)
    }
    return set
  }
}
