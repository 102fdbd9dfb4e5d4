import Billing
import PlainValues
import RecordStorage

/// The documents of one contract, period by period; what is altered is written once, at the end.
struct ContractBill {
  private let book: ContractBook
  /// What was read of prices.
  private(set) var prices: PriceBook
  private var next: CivilDate
  private var billed: [(subscription: Record, until: CivilDate?, line: Cell?)]
  private var usages: [(record: Record, invoice: Cell?)]
  /// What was set off against the quota in the current period, by component; `nil` until it is needed.
  private var used: [SQLValue: [FixedDecimal]]?
  /// What was left of quotas and is lost, by component.
  private(set) var lapsed: [(component: String, quantity: FixedDecimal)] = []

  /// Reads what there is to bill.
  init(_ book: ContractBook, _ prices: PriceBook, in store: Store) throws(StoreError) {
    self.book = book
    self.prices = prices
    next = book.next
    billed = book.subscriptions.map { ($0, $0.day("billedUntil"), nil) }
    usages = try store.records(of: .usages, with: "contract", book.contract.key)
      .filter { $0["invoice"].isNull }.map { ($0, nil) }
  }

  /// What earlier invoices of the period that the contract is in have set off against quotas.
  private func usedBefore(in store: Store) throws(StoreError) -> [SQLValue: [FixedDecimal]] {
    let start = SQLValue.text(book.periodStart.iso)
    var used: [SQLValue: [FixedDecimal]] = [:]
    for line in try store.records(of: .invoiceLines, with: "contract", book.contract.key)
    where line["startsOn"] == start {
      if let free = line.number("freeQuantity") {
        used[line["component"], default: []].append(free)
      }
    }
    return used
  }

  /// Adds usage that is not stored yet.
  mutating func add(pending usage: Record) { usages.append((usage, nil)) }

  /// The invoice of usage that is not stored yet; `nil` where none was made.
  var invoiceOfPending: Cell? { usages.first { $0.record.key.isNull }?.invoice }

  // MARK: Documents

  /// Adds the invoices of the periods that begin until a day.
  ///
  /// - Returns: Whether these are all of them, or more are left than were wanted.
  mutating func addRegular(
    until: CivilDate,
    atMost count: Int,
    at occasion: Occasion,
    in store: Store,
    into set: inout ChangeSet
  ) throws(StoreError) -> Bool {
    var rest = count
    while next <= until, rest > 0, let end = book.calendar.next(after: next) {
      rest -= 1
      var lines = [baseFee(next..<end)]
      var places: [(index: Int, line: Int)] = []
      for index in billed.indices {
        let more = try subscriptionLines(index, until: end)
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
    return next > until || rest > 0
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
      let more = try subscriptionLines(index, until: next)
      guard !more.isEmpty else { continue }
      lines += more
      places.append((index, lines.count - 1))
    }
    var due: [Int] = []
    for index in usages.indices {
      let record = usages[index].record
      guard let day = record.day("dueOn"), day <= occasion.today,
        let component = try prices.component(record["component"]),
        component.record["inInterim"] == .integer(1)
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
    until end: CivilDate
  ) throws(StoreError) -> [InvoiceLine] {
    let subscription = billed[index].subscription
    guard let from = billed[index].until ?? subscription.day("startsOn") else { return [] }
    let to = min(end, subscription.day("endsOn") ?? end)
    guard from < to, let booking = try Booking(of: subscription, &prices) else { return [] }
    billed[index].until = to
    return booking.lines(for: from..<to, of: book)
  }

  /// B18, B20: usage by component, less the quota of the period that ends on a day.
  private mutating func usageLines(
    _ due: [Int],
    until end: CivilDate,
    in store: Store
  ) throws(StoreError) -> [InvoiceLine] {
    guard !due.isEmpty else { return [] }
    let start = book.periodStart(before: end)
    var used: [SQLValue: [FixedDecimal]] =
      if let known = self.used { known } else { try usedBefore(in: store) }
    defer { self.used = used }
    var lines: [InvoiceLine] = []
    var components: [SQLValue] = []
    for index in due where !components.contains(usages[index].record["component"]) {
      components.append(usages[index].record["component"])
    }
    for key in components {
      guard let component = try prices.component(key) else { continue }
      func sum(_ isLate: Bool) -> FixedDecimal? {
        let found = due.map { usages[$0].record }.filter {
          $0["component"] == key && ($0.day("dueOn").map { $0 < start } ?? false) == isLate
        }
        guard !found.isEmpty else { return nil }
        return found.reduce(.zero) { $0 + ($1.number("quantity") ?? .zero) }
      }
      if let late = sum(true) { lines.append(line(component, late, free: nil, start..<end)) }
      guard let usage = sum(false) else { continue }
      let quota = try prices.quota(of: key, in: book.plan.key)
      let settled = quota.settled(usage, after: used[key] ?? [])
      used[key, default: []].append(settled.free)
      if settled.lapsed > .zero { lapsed.append((component.record.name, settled.lapsed)) }
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
