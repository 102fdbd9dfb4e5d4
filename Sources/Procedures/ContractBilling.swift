import Billing
import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `bill` does: the regular invoices of contracts that are due, or an interim one.
///
/// - SeeAlso: the project's `Wizards/bill.yaml`, whose field keys it works with; domain rules B18–B20 and B26.
struct ContractBilling {
  let registration: Registration
  let occasion: Occasion

  private var isInterim: Bool { registration["kind"] == "interim" }

  private func contracts(in store: Store) throws(StoreError) -> [Record] {
    if let name = registration["contract"] {
      return try store.record(of: .contracts, named: name).map { [$0] } ?? []
    }
    return try store.records(of: .contracts).filter { contract in
      contract["state"] == .text("active")
        && (contract.day("nextBilling").map { $0 <= until } ?? false)
    }
  }

  private var until: CivilDate {
    registration["until"].flatMap { CivilDate(iso: $0) } ?? occasion.today
  }

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    if let name = registration["contract"],
      let contract = try store.record(of: .contracts, named: name),
      contract["state"] != .text("active")
    {
      return findings + [Finding(.contractEnded(contract.name), at: "contract")]
    }
    guard findings.isEmpty else { return findings }
    var set = ChangeSet()
    let lapsed = try bill(into: &set, in: store)
    if set.changes.isEmpty { findings.append(Finding(.nothingToBill)) }
    findings += lapsed.map {
      Finding(.quotaLapsed(quantity: $0.quantity.text(), component: $0.component))
    }
    return findings.inFieldOrder(of: registration.wizard)
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    _ = try bill(into: &set, in: store)
    return set
  }

  private typealias Lapsed = (quantity: FixedDecimal, component: String)

  private func bill(into set: inout ChangeSet, in store: Store) throws(StoreError) -> [Lapsed] {
    var lapsed: [Lapsed] = []
    for contract in try contracts(in: store) {
      guard let book = try ContractBook(of: contract, in: store) else { continue }
      var bill = try ContractBill(book, in: store)
      if isInterim {
        try bill.addInterim(at: occasion, in: store, into: &set)
      } else {
        try bill.addRegular(until: until, at: occasion, in: store, into: &set)
      }
      lapsed += bill.lapsed
    }
    return lapsed
  }
}

/// The documents of one contract, period by period; what is altered is written once, at the end.
struct ContractBill {
  private let book: ContractBook
  private let remainder: FreeQuota.Remainder
  private var next: CivilDate
  private var billed: [(subscription: Record, until: CivilDate?, line: Cell?)]
  private var usages: [(record: Record, invoice: Cell?)]
  /// What was set off against the quota in the current period, by component.
  private var used: [SQLValue: [FixedDecimal]] = [:]
  /// What was left of quotas and is lost.
  private(set) var lapsed: [(quantity: FixedDecimal, component: String)] = []

  /// Reads what there is to bill.
  init(_ book: ContractBook, in store: Store) throws(StoreError) {
    self.book = book
    next = book.next
    billed = book.subscriptions.map { ($0, $0.day("billedUntil"), nil) }
    usages = try store.records(of: .usages, with: "contract", book.contract.key)
      .filter { $0["invoice"].isNull }.map { ($0, nil) }
    remainder = try store.setting("quota.remainder").flatMap(FreeQuota.Remainder.init) ?? .lapse
    let start = SQLValue.text(book.periodStart.iso)
    for line in try store.records(of: .invoiceLines, with: "contract", book.contract.key)
    where line["startsOn"] == start {
      if let free = line.number("freeQuantity") {
        used[line["component"], default: []].append(free)
      }
    }
  }

  /// Adds usage that is not stored yet.
  mutating func add(pending usage: Record) { usages.append((usage, nil)) }

  /// The invoice of usage that is not stored yet; `nil` where none was made.
  var invoiceOfPending: Cell? { usages.first { $0.record.key.isNull }?.invoice }

  // MARK: Documents

  /// Adds the invoices of all periods that begin until a day.
  mutating func addRegular(
    until: CivilDate,
    at occasion: Occasion,
    in store: Store,
    into set: inout ChangeSet
  ) throws(StoreError) {
    while next <= until, let end = book.calendar.next(after: next) {
      var lines = [baseFee(next..<end)]
      var places: [(index: Int, line: Int)] = []
      for index in billed.indices {
        let more = try subscriptionLines(index, until: end, in: store)
        guard !more.isEmpty else { continue }
        lines += more
        places.append((index, lines.count - 1))
      }
      let due = usages.indices.filter { index in
        usages[index].invoice == nil
          && (usages[index].record.day("dueOn").map { $0 <= next } ?? false)
      }
      lines += try usageLines(due, until: next, in: store)
      let draft = InvoiceDraft(lines: lines, details: [("contract", .value(book.contract.key))])
      insert(draft, due, places, at: occasion, into: &set)
      used = [:]
      next = end
    }
    finish(into: &set)
  }

  /// Adds an interim invoice for what is not billed until the next billing day; none where there is nothing.
  mutating func addInterim(
    at occasion: Occasion,
    in store: Store,
    into set: inout ChangeSet
  ) throws(StoreError) {
    var lines: [InvoiceLine] = []
    var places: [(index: Int, line: Int)] = []
    for index in billed.indices {
      guard let from = billed[index].until ?? billed[index].subscription.day("startsOn"),
        from <= occasion.today
      else { continue }
      let more = try subscriptionLines(index, until: next, in: store)
      guard !more.isEmpty else { continue }
      lines += more
      places.append((index, lines.count - 1))
    }
    var due: [Int] = []
    for index in usages.indices {
      let record = usages[index].record
      guard let day = record.day("dueOn"), day <= occasion.today,
        let component = try store.record(of: .components, key: record["component"]),
        component["inInterim"] == .integer(1)
      else { continue }
      due.append(index)
    }
    lines += try usageLines(due, until: next, in: store)
    guard !lines.isEmpty else { return }
    let draft = InvoiceDraft(
      lines: lines,
      details: [("contract", .value(book.contract.key)), ("interim", .truth(true))]
    )
    insert(draft, due, places, at: occasion, into: &set)
    finish(into: &set)
  }

  private mutating func insert(
    _ draft: InvoiceDraft,
    _ due: [Int],
    _ places: [(index: Int, line: Int)],
    at occasion: Occasion,
    into set: inout ChangeSet
  ) {
    let (document, lines) = draft.insert(into: &set, customer: book.customer.key, at: occasion)
    set.main = set.main ?? document
    for index in due { usages[index].invoice = .row(document) }
    for place in places { billed[place.index].line = .row(lines[place.line]) }
  }

  // MARK: Lines

  private func baseFee(_ period: Range<CivilDate>) -> InvoiceLine {
    InvoiceLine(
      priced: PricedLine(
        book.plan.name(in: book.language),
        .one,
        at: book.plan.number("baseFee") ?? .zero,
        vatRate: book.plan.number("vatRate") ?? .zero
      ),
      details: [
        ("contract", .value(book.contract.key)), ("startsOn", .text(period.lowerBound.iso)),
        ("endsOn", .text(period.upperBound.iso)),
      ]
    )
  }

  /// The lines of a subscription from where it was billed until a day, and notes that they were.
  private mutating func subscriptionLines(
    _ index: Int,
    until end: CivilDate,
    in store: Store
  ) throws(StoreError) -> [InvoiceLine] {
    let subscription = billed[index].subscription
    guard let from = billed[index].until ?? subscription.day("startsOn") else { return [] }
    let to = min(end, subscription.day("endsOn") ?? end)
    guard from < to, let booking = try Booking(of: subscription, in: store) else { return [] }
    billed[index].until = to
    return booking.lines(for: from..<to, of: book)
  }

  /// B18, B20: usage by component, less the quota of the period that ends on a day.
  private mutating func usageLines(
    _ due: [Int],
    until end: CivilDate,
    in store: Store
  ) throws(StoreError) -> [InvoiceLine] {
    let start = book.periodStart(before: end)
    var lines: [InvoiceLine] = []
    var components: [SQLValue] = []
    for index in due where !components.contains(usages[index].record["component"]) {
      components.append(usages[index].record["component"])
    }
    for key in components {
      guard let record = try store.record(of: .components, key: key) else { continue }
      let component = try PricedComponent(record, in: store)
      func sum(_ isLate: Bool) -> FixedDecimal? {
        let found = due.map { usages[$0].record }.filter {
          $0["component"] == key && ($0.day("dueOn").map { $0 < start } ?? false) == isLate
        }
        guard !found.isEmpty else { return nil }
        return FixedDecimal(units: found.reduce(0) { $0 + ($1.number("quantity")?.units ?? 0) })
      }
      if let late = sum(true) { lines.append(line(component, late, free: nil, start..<end)) }
      guard let usage = sum(false) else { continue }
      let settled = try quota(of: record, in: store).settled(usage, after: used[key] ?? [])
      used[key, default: []].append(settled.free)
      if settled.lapsed > .zero { lapsed.append((settled.lapsed, record.name)) }
      lines.append(line(component, settled.paid, free: settled.free, start..<end))
    }
    return lines
  }

  private func line(
    _ component: PricedComponent,
    _ quantity: FixedDecimal,
    free: FixedDecimal?,
    _ period: Range<CivilDate>
  ) -> InvoiceLine {
    let charge = component.charge(for: quantity, override: nil, coupon: nil)
    let unitPrice = quantity == .zero ? component.tariff.unitPrice : charge.unitPrice(of: quantity)
    return InvoiceLine(
      priced: PricedLine(
        component.record.name(in: book.language),
        quantity,
        at: unitPrice,
        vatRate: component.vatRate,
        net: charge.net
      ),
      details: [
        ("contract", .value(book.contract.key)), ("component", .value(component.record.key)),
        ("startsOn", .text(period.lowerBound.iso)), ("endsOn", .text(period.upperBound.iso)),
        ("freeQuantity", free.map { .text($0.text()) } ?? .empty),
      ]
    )
  }

  private func quota(of component: Record, in store: Store) throws(StoreError) -> FreeQuota {
    let quotas = try store.records(of: .quotas, with: "plan", book.plan.key)
    let free = quotas.first { $0["component"] == component.key }?.number("freeQuantity")
    return FreeQuota(free ?? .zero, remainder: remainder)
  }

  // MARK: What is altered

  private func finish(into set: inout ChangeSet) {
    if next != book.next {
      var row = AlteredRow(book.contract)
      row.give(next.iso, to: "nextBilling")
      set.update(row)
    }
    for (subscription, until, line) in billed {
      guard let line else { continue }
      var row = AlteredRow(subscription)
      row.give(until?.iso, to: "billedUntil")
      row.set(line, for: "billedLine")
      set.update(row)
    }
    for (record, invoice) in usages {
      guard let invoice, !record.key.isNull else { continue }
      var row = AlteredRow(record)
      row.set(invoice, for: "invoice")
      set.update(row)
    }
  }
}
