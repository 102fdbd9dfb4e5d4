import Billing
import PlainValues
import Testing

private func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }
private func number(_ text: String) -> FixedDecimal { FixedDecimal(text) ?? .zero }

@Suite("A billing calendar")
struct BillingCalendarTests {
  @Test func `B26: clamps to the month's end and comes back to its day`() {
    let calendar = BillingCalendar(day: 31, months: 1)
    var date = day("2026-01-31")
    var days: [String] = []
    for _ in 0..<4 {
      date = calendar.next(after: date) ?? date
      days.append(date.iso)
    }
    #expect(days == ["2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"])
    #expect(calendar.previous(before: day("2026-03-31"))?.iso == "2026-02-28")
  }

  @Test func `divides days by the periods that they lie in`() {
    let calendar = BillingCalendar(day: 1, months: 1)
    let parts = calendar.parts(
      of: day("2026-04-16")..<day("2026-06-11"),
      boundary: day("2026-05-01")
    )
    #expect(parts.map(\.days) == [15, 31, 10])
    #expect(parts.map(\.periodDays) == [30, 31, 30])
    #expect(
      calendar.parts(of: day("2026-04-16")..<day("2026-04-16"), boundary: day("2026-05-01")) == []
    )
    let later = calendar.parts(
      of: day("2027-02-01")..<day("2027-03-01"),
      boundary: day("2026-05-01")
    )
    #expect(later.map(\.days) == [28])
  }
}

@Suite("A tariff")
struct TariffTests {
  private static let discount = Tariff(
    model: .discountScale,
    unitPrice: number("10"),
    tiers: [
      .init(from: number("10"), value: number("20")), .init(from: number("5"), value: number("10")),
    ]
  )
  private static let steps: [Tariff.Tier] = [
    .init(from: number("5"), value: number("9")), .init(from: number("10"), value: number("8")),
  ]

  @Test(
    arguments: [
      ("Q0", "12", nil, "8", "96.00"), ("Q1", "3", "15", "8.5", "25.50"),
      ("Q2", "12", "15", "8.5", "102.00"), ("Q3", "7", "15", "8.5", "59.50"),
      ("Q3 without", "7", nil, "9", "63.00"), ("Q1 without", "3", nil, "10", "30.00"),
    ] as [(String, String, String?, String, String)]
  )
  func `B21: a coupon takes the place of the discount scale`(
    name: String,
    quantity: String,
    coupon: String?,
    unitPrice: String,
    net: String
  ) {
    let charge = Self.discount.charge(for: number(quantity), coupon: coupon.map(number))
    #expect(charge.unitPrice(of: number(quantity)).text() == unitPrice)
    #expect(charge.net?.text == net)
  }

  @Test(arguments: [
    (Tariff.Model.simple, "120.00"), (.priceScale, "96.00"), (.intervalScale, "109.00"),
  ])
  func `prices twelve by every model`(model: Tariff.Model, net: String) {
    let tariff = Tariff(model: model, unitPrice: number("10"), tiers: Self.steps)
    #expect(tariff.charge(for: number("12")).net?.text == net)
  }

  @Test func `prices the ends of the intervals`() {
    let tariff = Tariff(model: .intervalScale, unitPrice: number("10"), tiers: Self.steps)
    let nets = ["4", "4.5", "5", "9", "10"].map { tariff.charge(for: number($0)).net?.text }
    #expect(nets == ["40.00", "45.00", "49.00", "85.00", "93.00"])
  }
}

@Suite("Pro rata")
struct ProRataTests {
  @Test(arguments: [
    ("P1 credit", "3", "10", "2026-04-16", "2026-05-01", 1, "1.5", "15.00"),
    ("P1 invoice", "5", "10", "2026-04-16", "2026-05-01", 1, "2.5", "25.00"),
    ("P2 credit", "5", "10", "2026-05-12", "2026-06-01", 1, "3.2258", "32.26"),
    ("P2 invoice", "2", "10", "2026-05-12", "2026-06-01", 1, "1.2903", "12.90"),
    ("P4 credit", "3", "10", "2026-04-01", "2026-05-01", 1, "3", "30.00"),
    ("P5 credit", "3", "10", "2026-04-30", "2026-05-01", 1, "0.1", "1.00"),
    ("P5 invoice", "5", "10", "2026-04-30", "2026-05-01", 1, "0.1667", "1.67"),
    ("P8 first", "2", "10", "2026-04-16", "2026-04-20", 1, "0.2667", "2.67"),
    ("P8 second", "4", "10", "2026-04-20", "2026-05-01", 1, "1.4667", "14.67"),
    ("P10 first", "3", "10", "2026-05-01", "2026-05-11", 1, "0.9677", "9.68"),
    ("P10 second", "5", "10", "2026-05-11", "2026-06-01", 1, "3.3871", "33.87"),
    ("P11 credit", "5", "10", "2026-04-24", "2026-05-01", 1, "1.1667", "11.67"),
    ("P11 invoice", "4", "10", "2026-04-24", "2026-05-01", 1, "0.9333", "9.33"),
    ("P12 credit", "3", "9.90", "2028-02-10", "2028-03-01", 1, "2.069", "20.48"),
    ("P12 invoice", "4", "9.90", "2028-02-10", "2028-03-01", 1, "2.7586", "27.31"),
    ("P12 credit 2027", "3", "9.90", "2027-02-10", "2027-03-01", 1, "2.0357", "20.15"),
    ("P12 invoice 2027", "4", "9.90", "2027-02-10", "2027-03-01", 1, "2.7143", "26.87"),
    ("P13", "1", "100", "2019-05-25", "2020-01-01", 12, "0.6055", "60.55"),
    ("P14", "1", "0.05", "2026-04-16", "2026-05-01", 1, "0.5", "0.03"),
  ])
  func `B16: rounds once a line`(
    name: String,
    quantity: String,
    price: String,
    from: String,
    to: String,
    months: Int,
    share: String,
    net: String
  ) throws {
    let calendar = BillingCalendar(day: 1, months: months)
    let part = try #require(calendar.parts(of: day(from)..<day(to), boundary: day(to)).first)
    let charge = Tariff(model: .simple, unitPrice: number(price)).charge(for: number(quantity))
    #expect(part.share(of: number(quantity)).text() == share)
    let amount = charge.net(of: part, periodMonths: months, priceMonths: months)
    #expect(amount?.text == net)
  }

  @Test func `B28: a price for another period than the billed one`() throws {
    let calendar = BillingCalendar(day: 1, months: 1)
    let parts = calendar.parts(
      of: day("2026-04-16")..<day("2026-05-01"),
      boundary: day("2026-05-01")
    )
    let part = try #require(parts.first)
    let charge = Tariff(model: .simple, unitPrice: number("120")).charge(for: .one)
    #expect(charge.net(of: part, periodMonths: 1, priceMonths: 12)?.text == "5.00")
  }

  @Test func `is the whole when all days are added, whatever the changes`() throws {
    // 30 days at 30.00 a piece: a day costs 1.00, so that no line is rounded.
    let calendar = BillingCalendar(day: 1, months: 1)
    let (start, end) = (day("2026-04-01"), day("2026-05-01"))
    let tariff = Tariff(model: .simple, unitPrice: number("30"))
    func net(_ quantity: Int32, _ from: CivilDate) throws -> Int64 {
      let part = try #require(calendar.parts(of: from..<end, boundary: end).first)
      let amount = tariff.charge(for: FixedDecimal(quantity))
        .net(of: part, periodMonths: 1, priceMonths: 1)
      return try #require(amount).cents
    }
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      var booked = Array(repeating: Int32.random(in: 0...9, using: &random), count: 30)
      var billed = try net(booked[0], start)
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let place = Int.random(in: 0..<30, using: &random)
        let quantity = Int32.random(in: 0...9, using: &random)
        let from = CivilDate(dayNumber: start.dayNumber + place)
        // What is booked from there on is credited piece by piece, and billed anew.
        for later in place..<30 {
          let piece = CivilDate(dayNumber: start.dayNumber + later)
          let part = BilledPartOfDay(piece)
          billed -= try part.cents(booked[later], tariff, calendar, end)
          booked[later] = quantity
        }
        billed += try net(quantity, from)
      }
      #expect(billed == booked.reduce(0) { $0 + Int64($1) * 100 })
    }
  }
}

/// One day of a period, billed alone.
private struct BilledPartOfDay {
  let day: CivilDate

  init(_ day: CivilDate) { self.day = day }

  func cents(
    _ quantity: Int32,
    _ tariff: Tariff,
    _ calendar: BillingCalendar,
    _ boundary: CivilDate
  ) throws -> Int64 {
    let parts = calendar.parts(
      of: day..<CivilDate(dayNumber: day.dayNumber + 1),
      boundary: boundary
    )
    let part = try #require(parts.first)
    let amount = tariff.charge(for: FixedDecimal(quantity))
      .net(of: part, periodMonths: 1, priceMonths: 1)
    return try #require(amount).cents
  }
}

@Suite("A free quota")
struct FreeQuotaTests {
  /// Bills some usage after the other within one period: what is to be paid, and what lapses at the end.
  private func bill(_ usages: [String], _ remainder: FreeQuota.Remainder) -> [String] {
    let quota = FreeQuota(number("100"), remainder: remainder)
    var used: [FixedDecimal] = []
    return usages.map { usage in
      let settled = quota.settled(number(usage), after: used)
      used.append(settled.free)
      return settled.paid.text()
        + (settled.lapsed == .zero ? "" : " lapsed \(settled.lapsed.text())")
    }
  }

  @Test(arguments: [
    ("F1", ["160", "70"], ["60", "70"], ["60", "70"]),
    ("F2", ["60", "70"], ["0", "70 lapsed 40"], ["0", "30"]),
    ("F3", ["130"], ["30"], ["30"]),
    ("F4", ["80", "50", "20"], ["0", "50 lapsed 20", "20"], ["0", "30", "20"]),
    ("F5", ["230"], ["130"], ["130"]),
  ])
  func `B18: counts once a period`(
    name: String,
    usages: [String],
    lapse: [String],
    carry: [String]
  ) {
    #expect(bill(usages, .lapse) == lapse)
    #expect(bill(usages, .carry) == carry)
  }
}
