import Billing
import PlainValues
import RecordStorage

/// A contract with all that is needed to work out its documents.
struct ContractBook {
  let contract: Record
  let plan: Record
  let customer: Record
  let calendar: BillingCalendar
  /// The next billing day; what lies before it has been billed.
  let next: CivilDate
  let start: CivilDate
  let subscriptions: [Record]

  /// Reads a contract's book; `nil` where a record that it refers to is gone.
  init?(
    of contract: Record,
    _ prices: inout PriceBook,
    in store: Store
  ) throws(StoreError) {
    guard let plan = try prices.plan(contract["plan"]),
      let customer = try store.record(of: .customers, key: contract["customer"]),
      let next = contract.day("nextBilling"), let start = contract.day("startsOn"),
      let anchor = contract["anchorDay"].integer, let months = plan["periodMonths"].integer
    else { return nil }
    self.contract = contract
    self.plan = plan
    self.customer = customer
    self.next = next
    self.start = start
    calendar = BillingCalendar(day: Int(anchor), months: Int(months))
    subscriptions = try store.records(of: .subscriptions, with: "contract", contract.key)
  }

  /// The language that the customer is written to in.
  var language: String? { customer["language"].text }

  /// The first day of the current billing period: of the one that ends on the next billing day.
  var periodStart: CivilDate { periodStart(before: next) }

  func periodStart(before end: CivilDate) -> CivilDate {
    guard end > start, let earlier = calendar.previous(before: end) else { return start }
    return max(earlier, start)
  }

  /// The subscriptions of a component that are booked on a day.
  func booked(_ component: Record, on day: CivilDate) -> [Record] {
    subscriptions.filter { subscription in
      guard subscription["component"] == component.key, let from = subscription.day("startsOn")
      else {
        return false
      }
      return from <= day && (subscription.day("endsOn").map { day < $0 } ?? true)
    }
  }
}

/// What is booked, with its price.
struct PricedComponent {
  let record: Record
  let tariff: Tariff
  let priceMonths: Int
  let vatRate: FixedDecimal

  /// Reads a component with its tiers.
  init(_ record: Record, in store: Store) throws(StoreError) {
    self.record = record
    let tiers = try store.records(of: .tiers, with: "component", record.key)
    tariff = Tariff(
      model: record["model"].text.flatMap(Tariff.Model.init) ?? .simple,
      unitPrice: record.number("unitPrice") ?? .zero,
      tiers: tiers.map {
        .init(from: $0.number("from") ?? .zero, value: $0.number("value") ?? .zero)
      }
    )
    priceMonths = record["priceMonths"].integer.map { Int($0) } ?? 1
    vatRate = record.number("vatRate") ?? .zero
  }

  /// What a quantity costs.
  ///
  /// - Parameters:
  ///   - quantity: How many.
  ///   - override: The unit price of the booking, in place of the component's.
  ///   - coupon: The percentage of the booking's coupon.
  /// - Returns: The charge for one period of the price.
  func charge(for quantity: FixedDecimal, override: FixedDecimal?, coupon: FixedDecimal?) -> Charge
  {
    let own = override.map { Tariff(model: .simple, unitPrice: $0) } ?? tariff
    return own.charge(for: quantity, coupon: coupon)
  }
}

/// A quantity of a component that is booked, or will be.
struct Booking {
  let component: PricedComponent
  let quantity: FixedDecimal
  let unitPrice: FixedDecimal?
  let coupon: Record?
  /// The key of the subscription; `nil` for one that is not stored yet.
  var subscription: SQLValue?

  var charge: Charge {
    component.charge(for: quantity, override: unitPrice, coupon: coupon?.number("percent"))
  }

  /// The lines for an interval, one for each billing period that it lies in.
  ///
  /// - Parameters:
  ///   - interval: The days, the last one not included.
  ///   - book: The contract.
  /// - Returns: The lines in the order of the days.
  func lines(for interval: Range<CivilDate>, of book: ContractBook) -> [InvoiceLine] {
    book.calendar.parts(of: interval, boundary: book.next).map { part in
      let net =
        charge.net(of: part, periodMonths: book.calendar.months, priceMonths: component.priceMonths)
        ?? .zero
      return InvoiceLine(
        priced: PricedLine(
          component.record.name(in: book.language),
          part.share(of: quantity),
          at: charge.unitPrice(
            of: quantity,
            periodMonths: book.calendar.months,
            priceMonths: component.priceMonths
          ),
          vatRate: component.vatRate,
          net: net
        ),
        details: [
          ("contract", .value(book.contract.key)), ("component", .value(component.record.key)),
          ("subscription", .value(subscription ?? .null)),
          ("startsOn", .text(part.from.iso)), ("endsOn", .text(part.to.iso)),
        ]
      )
    }
  }

  /// The lines that give back what was billed for an interval, at the price and with the VAT of the bill (domain
  /// rules B10, B25).
  ///
  /// - Parameters:
  ///   - interval: The days, the last one not included; they lie within those of the line.
  ///   - line: The line of the bill.
  ///   - book: The contract.
  /// - Returns: The lines, with negative amounts.
  func credit(for interval: Range<CivilDate>, of line: Record, _ book: ContractBook)
    -> [InvoiceLine]
  {
    let paid = line["net"].text.flatMap { Amount($0) } ?? .zero
    let start = line.day("startsOn") ?? interval.lowerBound
    let end = line.day("endsOn") ?? interval.upperBound
    // Where the price is still that of the bill it is worked out anew, and rounded once.
    let isSamePrice =
      start < end && lines(for: start..<end, of: book).map(\.priced.net) == [paid]
    let parts = book.calendar.parts(of: interval, boundary: book.next)
    return zip(parts, lines(for: interval, of: book)).map { part, own in
      var net = own.priced.net
      var unitPrice = own.priced.unitPrice
      if !isSamePrice, start < end {
        unitPrice = line.number("unitPrice") ?? unitPrice
        let then = Tariff(model: .simple, unitPrice: unitPrice).charge(for: quantity)
        let whole = BilledPart(from: start, to: end, period: part.period)
        // The price on the bill, or where that is an average, the share of what was paid.
        net =
          then.net(of: whole, periodMonths: 1, priceMonths: 1) == paid
          ? then.net(of: part, periodMonths: 1, priceMonths: 1) ?? paid
          : Amount(Int128(paid.cents) * Int128(part.days), partsOfCent: Int128(whole.days)) ?? paid
      }
      return InvoiceLine(
        priced: PricedLine(
          own.priced.text,
          FixedDecimal(units: -own.priced.quantity.units),
          at: unitPrice,
          vatRate: line.number("vatRate") ?? own.priced.vatRate,
          net: Amount(cents: -net.cents)
        ),
        details: own.details + [("corrects", .value(line.key))]
      )
    }
  }
}

extension Booking {
  /// Reads what a subscription books.
  init?(of subscription: Record, _ prices: inout PriceBook) throws(StoreError) {
    guard let component = try prices.component(subscription["component"]) else { return nil }
    self.component = component
    quantity = subscription.number("quantity") ?? .zero
    unitPrice = subscription.number("unitPrice")
    coupon = try prices.coupon(subscription["coupon"])
    self.subscription = subscription.key
  }
}
