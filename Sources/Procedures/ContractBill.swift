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
  /// What was set off against quotas in the periods that begin on a day, by component; read when it is needed.
  private var used: [CivilDate: [SQLValue: [FixedDecimal]]] = [:]
  /// What was left of quotas and is lost, by component.
  private(set) var lapsed: [(component: String, quantity: FixedDecimal)] = []
  /// What interim invoices set off against quotas.
  private(set) var quotaUses: [QuotaUse] = []

  /// Reads what there is to bill.
  init(_ book: ContractBook, _ prices: PriceBook, in store: Store) throws(StoreError) {
    self.book = book
    self.prices = prices
    next = book.next
    billed = book.subscriptions.map { ($0, $0.day("billedUntil"), nil) }
    usages = try store.records(of: .usages, with: "contract", book.contract.key)
      .filter { $0["invoice"].isNull }.map { ($0, nil) }
  }

  /// What invoices of the period that begins on a day have set off against quotas.
  private func usedBefore(
    since start: CivilDate,
    in store: Store
  ) throws(StoreError) -> [SQLValue: [FixedDecimal]] {
    var used: [SQLValue: [FixedDecimal]] = [:]
    for line in try store.records(of: .invoiceLines, with: "contract", book.contract.key)
    where line["startsOn"] == .text(start.iso) {
      guard let free = line.number("freeQuantity"),
        try store.record(of: .invoices, key: line["invoice"])?["state"] != .text("cancelled")
      else { continue }
      used[line["component"], default: []].append(free)
    }
    return used
  }

  /// What is worth knowing about quotas.
  var notices: [Finding.Reason] {
    lapsed.map { .quotaLapsed(quantity: $0.quantity.text(), component: $0.component) }
      + quotaUses.map { .quotaUsed($0) }
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
      next = end
    }
    finish(into: &set)
    return next > until || rest > 0
  }

  /// Adds an interim invoice for what is not billed until the next billing day; none where there is nothing.
  ///
  /// - Parameters:
  ///   - occasion: The day of the invoice.
  ///   - isLast: Whether no invoice comes after it, so that it takes all usage there is.
  ///   - store: The store.
  ///   - set: Receives the invoice.
  /// - Throws: `StoreError`.
  mutating func addInterim(
    at occasion: Occasion,
    isLast: Bool = false,
    in store: Store,
    into set: inout ChangeSet
  ) throws(StoreError) {
    var lines: [InvoiceLine] = []
    var places: [(index: Int, line: Int)] = []
    for index in billed.indices {
      guard let from = billed[index].until ?? billed[index].subscription.day("startsOn"),
        from <= occasion.today || isLast
      else { continue }
      let more = try subscriptionLines(index, until: next)
      guard !more.isEmpty else { continue }
      lines += more
      places.append((index, lines.count - 1))
    }
    var due: [Int] = []
    for index in usages.indices {
      let record = usages[index].record
      guard let day = record.day("dueOn"), day <= occasion.today || isLast,
        let component = try prices.component(record["component"]),
        component.record["inInterim"] == .integer(1) || isLast
      else { continue }
      due.append(index)
    }
    lines += try interimUsageLines(due, in: store)
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

  /// B19: usage of the period that is running, and of those behind it where their day has come unbilled; each
  /// period has a quota of its own.
  private mutating func interimUsageLines(
    _ due: [Int],
    in store: Store
  ) throws(StoreError) -> [InvoiceLine] {
    var lines: [InvoiceLine] = []
    var (rest, end) = (due, next)
    while !rest.isEmpty {
      let now = rest.filter { usages[$0].record.day("dueOn").map { $0 <= end } ?? true }
      lines += try usageLines(now, until: end, isInterim: true, in: store)
      rest.removeAll { now.contains($0) }
      guard let later = book.calendar.next(after: end) else { break }
      end = later
    }
    return lines
  }

  /// B18, B20: usage by component, less the quota of the period that ends on a day.
  private mutating func usageLines(
    _ due: [Int],
    until end: CivilDate,
    isInterim: Bool = false,
    in store: Store
  ) throws(StoreError) -> [InvoiceLine] {
    guard !due.isEmpty else { return [] }
    let start = book.periodStart(before: end)
    if used[start] == nil { used[start] = try usedBefore(since: start, in: store) }
    var lines: [InvoiceLine] = []
    var components: [SQLValue] = []
    for index in due where !components.contains(usages[index].record["component"]) {
      components.append(usages[index].record["component"])
    }
    for key in components {
      guard let component = try prices.component(key) else { continue }
      let own = due.map { usages[$0].record }.filter { $0["component"] == key }
      let late = own.filter { $0.day("dueOn").map { $0 < start } ?? false }
      let usage = own.filter { $0.day("dueOn").map { $0 >= start } ?? true }
      if let days = Self.days(of: late) {
        lines.append(line(component, Self.sum(of: late), free: nil, days))
      }
      guard !usage.isEmpty else { continue }
      let quota = try prices.quota(of: key, in: book.plan.key)
      let before = used[start]?[key] ?? []
      let settled = quota.settled(Self.sum(of: usage), after: before)
      used[start, default: [:]][key, default: []].append(settled.free)
      let name = component.record.name
      if settled.lapsed > .zero { lapsed.append((name, settled.lapsed)) }
      if isInterim, settled.free > .zero {
        let rest = quota.quantity.units - before.reduce(settled.free, +).units
        quotaUses.append(
          QuotaUse(
            component: name,
            quota: quota.quantity.text(),
            used: settled.free.text(),
            rest: FixedDecimal(units: max(0, rest)).text(),
            lapses: quota.remainder == .lapse && rest > 0
          )
        )
      }
      lines.append(line(component, settled.paid, free: settled.free, start..<end))
    }
    return lines
  }

  private static func sum(of usages: [Record]) -> FixedDecimal {
    usages.reduce(.zero) { $0 + ($1.number("quantity") ?? .zero) }
  }

  /// From the first to the last day on which something was used; `nil` where nothing was.
  private static func days(of usages: [Record]) -> Range<CivilDate>? {
    let days = usages.compactMap { $0.day("dueOn") }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first..<CivilDate(dayNumber: last.dayNumber + 1)
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
