import Billing
import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `book-component` does: a component is added to a contract, its number changed, or its use recorded.
///
/// - SeeAlso: the project's `Wizards/book-component.yaml`, whose field keys it works with; domain rules B1–B29.
struct ComponentBooking {
  let registration: Registration
  let occasion: Occasion

  private var action: String { registration["action"] ?? "" }
  private var isInterim: Bool { registration.isYes("interim") }

  private func day(_ key: String) -> CivilDate {
    registration[key].flatMap { CivilDate(iso: $0) } ?? occasion.today
  }

  private func contract(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["contract"] else { return nil }
    return try store.record(of: .contracts, named: name)
  }

  private func component(in store: Store) throws(StoreError) -> Record? {
    guard let code = registration["component"] else { return nil }
    return try store.record(of: .components, named: code)
  }

  private func coupon(in store: Store) throws(StoreError) -> Record? {
    guard let code = registration["coupon"] else { return nil }
    return try store.record(of: .coupons, named: code)
  }

  private func book(of contract: Record, in store: Store) throws(StoreError) -> ContractBook? {
    var prices = PriceBook(of: store)
    return try ContractBook(of: contract, &prices, in: store)
  }

  private var quantity: FixedDecimal {
    registration["quantity"].flatMap { FixedDecimal($0) } ?? .one
  }

  // MARK: What is said

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store) + registration.inexactNumbers
    guard registration.inexactNumbers.isEmpty else { return findings }
    if let contract = try contract(in: store) {
      if let name = registration["customer"],
        let customer = try store.record(of: .customers, named: name),
        contract["customer"] != customer.key
      {
        findings.append(Finding(.foreign(.contracts, contract.name), at: "contract"))
      }
      if contract["state"] != .text("active") {
        findings.append(Finding(.contractEnded(contract.name), at: "contract"))
      } else if let component = try component(in: store),
        let book = try book(of: contract, in: store)
      {
        switch action {
        case "add": findings += try addFindings(component, book, in: store)
        // Without a day there is nothing to say about it yet.
        case "change" where registration["validFrom"] != nil:
          findings += try changeFindings(component, book, in: store)
        case "usage":
          if component["kind"] != .text("metered") {
            findings.append(Finding(.notMetered(component.name), at: "action"))
          }
          if day("dueDate") > occasion.today {
            findings.append(Finding(.dateInFuture(day("dueDate")), at: "dueDate"))
          }
          if isInterim, component["inInterim"] != .integer(1) {
            findings.append(Finding(.nothingToBill, at: "interim"))
          } else if isInterim {
            findings += try interimBill(usage(component, book), book, in: store).notices
          }
          let priced = try PricedComponent(component, in: store)
          if Self.isTooMuch(priced.charge(for: quantity, override: nil, coupon: nil)) {
            findings.append(Finding(.tooMuch, at: "quantity"))
          }
        default: break
        }
      }
    }
    return findings.inFieldOrder(of: registration.wizard)
  }

  /// B2, B3, B8, B21–B24.
  private func addFindings(
    _ component: Record,
    _ book: ContractBook,
    in store: Store
  ) throws(StoreError) -> [Finding] {
    if component["kind"] == .text("metered") {
      return [Finding(.metered(component.name), at: "action")]
    }
    var findings: [Finding] = []
    let start = day("startDate")
    if start < book.periodStart {
      findings.append(Finding(.beforePeriod(start, period: book.periodStart), at: "startDate"))
    }
    if component["kind"] == .text("onOff") {
      let isOn = book.subscriptions.contains { subscription in
        subscription["component"] == component.key
          && subscription.day("endsOn") != subscription.day("startsOn")
          && (subscription.day("endsOn").map { $0 > start } ?? true)
      }
      if isOn { findings.append(Finding(.alreadyOn(component.name), at: "component")) }
      if quantity != .one {
        findings.append(Finding(.onlyOne(component.name), at: "quantity"))
      }
    }
    if registration["unitPrice"] != nil, component["model"] != .text("simple") {
      findings.append(Finding(.fixedPrice(component.name), at: "unitPrice"))
    }
    findings += try couponFindings(component, in: store)
    if isInterim, start >= book.next || start > occasion.today {
      findings.append(Finding(.nothingToBill, at: "interim"))
    }
    let booking = try booking(of: component, in: store)
    if Self.isTooMuch(booking.charge) { findings.append(Finding(.tooMuch, at: "quantity")) }
    if !isInterim {
      let date = max(
        book.next,
        book.calendar.periodStart(of: start, boundary: book.next) ?? book.next
      )
      findings.append(Finding(.nextBilling(date), at: "startDate"))
    }
    return findings
  }

  /// What is to be added, with its price.
  private func booking(of component: Record, in store: Store) throws(StoreError) -> Booking {
    Booking(
      component: try PricedComponent(component, in: store),
      quantity: quantity,
      unitPrice: registration["unitPrice"].flatMap { FixedDecimal($0) },
      coupon: try coupon(in: store)
    )
  }

  private static func isTooMuch(_ charge: Charge) -> Bool {
    charge.net.map { $0 > .mostOfLine } ?? true
  }

  private func couponFindings(_ component: Record, in store: Store) throws(StoreError) -> [Finding]
  {
    guard let coupon = try coupon(in: store) else { return [] }
    guard registration["channel"] == "orderPage" else {
      return [Finding(.couponChannel(coupon.name), at: "coupon")]
    }
    let targets = (coupon["targets"].text ?? "").split(separator: ",").map { String($0).caseKey }
    let isValid =
      (coupon.day("validFrom").map { $0 <= occasion.today } ?? true)
      && (coupon.day("validTo").map { occasion.today <= $0 } ?? true)
      && (targets.isEmpty || targets.contains(component.name.caseKey))
    guard isValid else { return [Finding(.couponInvalid(coupon.name), at: "coupon")] }
    let priced = try PricedComponent(component, in: store)
    let number = quantity
    let override = registration["unitPrice"].flatMap { FixedDecimal($0) }
    let with = priced.charge(for: number, override: override, coupon: coupon.number("percent"))
    let without = priced.charge(for: number, override: override, coupon: nil)
    guard let dearer = with.net, let cheaper = without.net, dearer > cheaper else { return [] }
    return [Finding(.couponWorse(with: dearer.text, without: cheaper.text), at: "coupon")]
  }

  /// B9, B12, B14.
  private func changeFindings(
    _ component: Record,
    _ book: ContractBook,
    in store: Store
  ) throws(StoreError) -> [Finding] {
    if component["kind"] == .text("metered") {
      return [Finding(.meteredQuantity, at: "quantity")]
    }
    let from = day("validFrom")
    if from < book.periodStart {
      return [Finding(.beforePeriod(from, period: book.periodStart), at: "validFrom")]
    }
    let booked = try changed(component, book, in: store)
    guard let subscription = booked.first else {
      return [Finding(.notBooked(component.name), at: "component")]
    }
    if booked.count > 1 {
      return [Finding(.subscriptionNeeded(booked.map(\.name)), at: "subscription")]
    }
    let number = quantity
    if number == subscription.number("quantity") { return [Finding(.noChange, at: "quantity")] }
    if component["kind"] == .text("onOff"), number != .zero {
      return [Finding(.onlyOne(component.name), at: "quantity")]
    }
    let priced = try PricedComponent(component, in: store)
    let override = subscription.number("unitPrice")
    if Self.isTooMuch(priced.charge(for: number, override: override, coupon: nil)) {
      return [Finding(.tooMuch, at: "quantity")]
    }
    guard let drafts = try documents(for: subscription, book, in: store) else { return [] }
    let notice = Finding.Reason.creditAndInvoice(
      credit: drafts.credit.net.text,
      invoice: drafts.invoice?.net.text
    )
    return [Finding(notice, at: "quantity")]
  }

  /// The subscriptions that a change may mean.
  private func changed(
    _ component: Record,
    _ book: ContractBook,
    in store: Store
  ) throws(StoreError) -> [Record] {
    let booked = book.booked(component, on: day("validFrom"))
    guard let name = registration["subscription"] else { return booked }
    return booked.filter { $0.name == name.uppercased() }
  }

  // MARK: What finishing writes

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let contract = try contract(in: store), let component = try component(in: store),
      let book = try book(of: contract, in: store)
    else { return set }
    switch action {
    case "add": try add(component, book, in: store, to: &set)
    case "change": try change(component, book, in: store, to: &set)
    default: try use(component, book, in: store, to: &set)
    }
    return set
  }

  /// B4, B7: billed with the next invoice, or at once.
  private func add(
    _ component: Record,
    _ book: ContractBook,
    in store: Store,
    to set: inout ChangeSet
  ) throws(StoreError) {
    let start = day("startDate")
    var row = NewRow(in: .subscriptions)
    row.set(.value(book.contract.key), for: "contract")
    row.set(.value(component.key), for: "component")
    row.set(.text(quantity.text()), for: "quantity")
    row.set(.text(start.iso), for: "startsOn")
    row.give(registration["description"], to: "description")
    row.give(registration["unitPrice"], to: "unitPrice")
    if let coupon = try coupon(in: store) { row.set(.value(coupon.key), for: "coupon") }
    if isInterim, start < book.next {
      let booking = try booking(of: component, in: store)
      let (_, lines) = InvoiceDraft(
        lines: booking.lines(for: start..<book.next, of: book),
        details: [("contract", .value(book.contract.key)), ("interim", .truth(true))]
      ).insert(into: &set, customer: book.customer.key, at: occasion)
      row.set(.text(book.next.iso), for: "billedUntil")
      if let line = lines.last { row.set(.row(line), for: "billedLine") }
    }
    set.main = set.insert(row)
  }

  /// B10: what is given back for what was paid, and what is billed for the new number.
  private func documents(
    for subscription: Record,
    _ book: ContractBook,
    in store: Store
  ) throws(StoreError) -> (credit: InvoiceDraft, invoice: InvoiceDraft?)? {
    let from = day("validFrom")
    var prices = PriceBook(of: store)
    guard let until = subscription.day("billedUntil"), from < until,
      let old = try Booking(of: subscription, &prices),
      let line = try store.record(of: .invoiceLines, key: subscription["billedLine"]),
      let billed = try store.record(of: .invoices, key: line["invoice"]),
      // B15: nothing was paid with an invoice that was cancelled.
      billed["state"] != .text("cancelled")
    else { return nil }
    let common = [(key: "contract", cell: Cell.value(book.contract.key))]
    let credit = InvoiceDraft(
      lines: old.credit(for: from..<until, of: line, book),
      isCredit: true,
      details: common + [("corrects", .value(billed.key))]
    )
    let number = quantity
    guard number > .zero else { return (credit, nil) }
    let new = Booking(
      component: old.component,
      quantity: number,
      unitPrice: old.unitPrice,
      coupon: old.coupon
    )
    return (credit, InvoiceDraft(lines: new.lines(for: from..<until, of: book), details: common))
  }

  private func change(
    _ component: Record,
    _ book: ContractBook,
    in store: Store,
    to set: inout ChangeSet
  ) throws(StoreError) {
    guard let subscription = try changed(component, book, in: store).first else { return }
    let from = day("validFrom")
    let number = quantity
    var line: Cell = .empty
    var until: CivilDate?
    if let (credit, invoice) = try documents(for: subscription, book, in: store) {
      let given = credit.insert(into: &set, customer: book.customer.key, at: occasion)
      set.main = given.document
      if let billed = invoice?.insert(into: &set, customer: book.customer.key, at: occasion) {
        line = billed.lines.last.map { .row($0) } ?? .empty
        until = subscription.day("billedUntil")
      }
    }
    var old = AlteredRow(subscription)
    old.give(from.iso, to: "endsOn")
    if let billed = subscription.day("billedUntil"), from < billed {
      old.give(from.iso, to: "billedUntil")
    }
    let ended = set.update(old)
    set.main = set.main ?? ended
    guard number > .zero else {
      try endScheduled(behind: subscription, book, to: &set)
      return
    }
    var row = NewRow(in: .subscriptions)
    for key in ["contract", "component", "unitPrice", "coupon"] {
      row.set(.value(subscription[key]), for: key)
    }
    row.set(.text(number.text()), for: "quantity")
    row.set(.text(from.iso), for: "startsOn")
    row.give(registration["description"] ?? subscription["description"].text, to: "description")
    row.give(until?.iso, to: "billedUntil")
    row.set(line, for: "billedLine")
    // B13: a later change that is scheduled already stays.
    row.give(subscription.day("endsOn")?.iso, to: "endsOn")
    set.insert(row)
  }

  /// B14: what was to follow what ends does not follow any more.
  private func endScheduled(
    behind subscription: Record,
    _ book: ContractBook,
    to set: inout ChangeSet
  ) throws(StoreError) {
    var end = subscription.day("endsOn")
    while let start = end,
      let next = book.subscriptions.first(where: {
        $0["component"] == subscription["component"] && $0.day("startsOn") == start
          && $0.day("endsOn") != start && $0["billedLine"].isNull
      })
    {
      end = next.day("endsOn")
      var row = AlteredRow(next)
      row.give(start.iso, to: "endsOn")
      set.update(row)
    }
  }

  private func use(
    _ component: Record,
    _ book: ContractBook,
    in store: Store,
    to set: inout ChangeSet
  ) throws(StoreError) {
    var row = usage(component, book)
    if isInterim {
      let bill = try interimBill(row, book, in: store)
      set = bill.set
      if let invoice = bill.bill.invoiceOfPending { row.set(invoice, for: "invoice") }
    }
    set.main = set.insert(row)
  }

  /// The interim invoice of a contract with usage that is not stored yet, and what is worth knowing of it.
  private func interimBill(
    _ usage: NewRow,
    _ book: ContractBook,
    in store: Store
  ) throws(StoreError) -> (bill: ContractBill, set: ChangeSet, notices: [Finding]) {
    var bill = try ContractBill(book, PriceBook(of: store), in: store)
    var set = ChangeSet()
    bill.add(pending: Record(pending: usage))
    try bill.addInterim(at: occasion, in: store, into: &set)
    return (bill, set, bill.notices.map { Finding($0, at: "interim") })
  }

  private func usage(_ component: Record, _ book: ContractBook) -> NewRow {
    var row = NewRow(in: .usages)
    row.set(.value(book.contract.key), for: "contract")
    row.set(.value(component.key), for: "component")
    row.set(.text(quantity.text()), for: "quantity")
    row.set(.text(day("dueDate").iso), for: "dueOn")
    row.give(registration["description"], to: "memo")
    return row
  }
}
