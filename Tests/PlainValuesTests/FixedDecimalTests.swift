import PlainValues
import Testing

@Suite("An exact number")
struct FixedDecimalTests {
  @Test(arguments: [
    ("0", 0, "0"), ("1", 10_000, "1"), ("89.5", 895_000, "89.5"), ("-0.0001", -1, "-0.0001"),
    ("007.10", 71_000, "7.1"), ("99999999", 999_999_990_000, "99999999"),
    ("1.23450000", 12_345, "1.2345"),
  ])
  func `is read and written`(text: String, units: Int64, written: String) throws {
    let number = try #require(FixedDecimal(text))
    #expect(number.units == units)
    #expect(number.text() == written)
  }

  @Test(arguments: [
    "", "-", ".", ".5", "1.2.3", "1,5", "1e3", "1.23456", "+1", "100000000", "٣",
  ])
  func `is nothing else`(text: String) { #expect(FixedDecimal(text) == nil) }

  @Test func `has as many places as asked for`() {
    #expect(FixedDecimal(89).text(places: 2) == "89.00")
    #expect(FixedDecimal("0.125")?.text(places: 2) == "0.125")
  }

  @Test(arguments: [
    ("1", "0.05", "0.05"), ("0.5", "0.05", "0.03"), ("-0.5", "0.05", "-0.03"),
    ("3", "0.333", "1.00"), ("1.5", "10", "15.00"), ("2", "1990.00", "3980.00"),
  ])
  func `makes an amount that is rounded once, half away from zero`(
    quantity: String,
    price: String,
    amount: String
  ) throws {
    let product = Amount.product(
      try #require(FixedDecimal(quantity)),
      try #require(FixedDecimal(price))
    )
    #expect(product?.text == amount)
  }

  @Test func `makes a percentage`() {
    #expect(Amount(cents: 207_900).percent(FixedDecimal(19))?.text == "395.01")
    #expect(Amount(cents: -1_500).percent(FixedDecimal(19))?.text == "-2.85")
    #expect(Amount(cents: 150).percent(FixedDecimal(7))?.text == "0.11")
  }

  @Test func `is none beyond what is kept`() throws {
    let most = FixedDecimal(units: .max)
    #expect(Amount.product(most, most) == nil)
  }

  @Test func `is an amount whatever a million at the highest price cost`() throws {
    let product = Amount.product(FixedDecimal(1_000_000), try #require(FixedDecimal("99999999")))
    let text = try #require(product?.text)
    #expect(text == "99999999000000.00" && Amount(text) == product)
  }

  @Test(arguments: ["", "1", "1.2", "1.234", "1,20", "x.20", "1.2.30"])
  func `is no amount in another spelling`(text: String) {
    #expect(Amount(text) == nil)
  }

  @Test(arguments: [
    ("2026-03-15", 12, "2027-03-15"), ("2026-08-31", 6, "2027-02-28"),
    ("2028-01-31", 1, "2028-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-12-01", 1, "2027-01-01"),
  ])
  func `counts months of a day that a month may not have`(day: String, months: Int, later: String) {
    #expect(CivilDate(iso: day)?.adding(months: months)?.iso == later)
  }
}
