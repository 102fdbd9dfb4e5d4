import FieldKinds
import Testing

@Suite("A local spelling of a date")
struct LocalDateTests {
  static let germanDates: [(String, String)] = [
    ("31.12.2026", "2026-12-31"), ("1.2.2026", "2026-02-01"), ("01. 02. 2026", "2026-02-01"),
    ("31.02.2026", "2026-02-31"), ("2026-12-31", "2026-12-31"), ("31/12/2026", "31/12/2026"),
    ("31.12.202", "31.12.202"), ("a.b.2026", "a.b.2026"), ("٣١.12.2026", "٣١.12.2026"),
    ("123.1.2026", "123.1.2026"), ("1..2026", "1..2026"), ("1.2.3.2026", "1.2.3.2026"),
  ]

  @Test(arguments: germanDates)
  func `becomes an ISO date in German`(text: String, iso: String) {
    #expect(
      LocalForms.isoDate(text, order: .dayMonthYear, separator: ".") == .success(iso)
    )
  }

  @Test func `follows the order of its language`() {
    #expect(
      LocalForms.isoDate("31/12/2026", order: .dayMonthYear, separator: "/")
        == .success("2026-12-31")
    )
    #expect(
      LocalForms.isoDate("12/31/2026", order: .monthDayYear, separator: "/")
        == .success("2026-12-31")
    )
    #expect(
      LocalForms.isoDate("2026.12.31", order: .yearMonthDay, separator: ".")
        == .success("2026-12-31")
    )
  }

  @Test func `needs a year of four digits`() {
    #expect(
      LocalForms.isoDate("31.12.26", order: .dayMonthYear, separator: ".")
        == .failure(.rule(.twoDigitYear))
    )
  }
}

@Suite("A local spelling of a number")
struct LocalNumberTests {
  static let commaDecimals: [(String, String)] = [
    ("10,50", "10.50"), ("1.234,56", "1234.56"), ("1.234.567", "1234567"), ("1.5", "1.5"),
    ("1 234,5", "1234.5"), ("1\u{202F}234\u{A0}567,5", "1234567.5"), ("1'234,5", "1234.5"),
    ("1’234", "1234"), ("-1.234,5", "-1234.5"), ("\u{2212}3,5", "-3.5"), ("+3,5", "3.5"),
    ("0.123", "0.123"), ("1234.567", "1234.567"), (",5", "0.5"), ("7", "7"),
    ("1.23,4", "1.23,4"), ("1,234.56", "1,234.56"), ("1.234 567,1", "1.234 567,1"),
    ("1,2,3", "1,2,3"), ("5,", "5,"), ("1..234", "1..234"), ("0.123,4", "0.123,4"),
    ("12345.678,9", "12345.678,9"), ("x", "x"), ("", ""), ("-", "-"),
  ]

  @Test(arguments: commaDecimals)
  func `becomes a plain decimal where a comma is the decimal separator`(
    text: String,
    plain: String
  ) {
    #expect(LocalForms.plainDecimal(text, decimalSeparator: ",") == .success(plain))
  }

  @Test(arguments: [("1.234", "1234"), ("-12.345", "-12345"), ("123.000", "123000")])
  func `is refused where it could be two numbers`(text: String, grouped: String) {
    #expect(
      LocalForms.plainDecimal(text, decimalSeparator: ",")
        == .failure(.rule(.ambiguousNumber(grouped: grouped, decimal: text)))
    )
  }

  static let pointDecimals: [(String, String)] = [
    ("1,234.56", "1234.56"), ("1,234", "1234"), ("1.234", "1.234"), ("10,50", "10,50"),
    ("1.234,56", "1.234,56"), ("12,34,567", "12,34,567"),
  ]

  @Test(arguments: pointDecimals)
  func `becomes a plain decimal where a point is the decimal separator`(
    text: String,
    plain: String
  ) {
    #expect(LocalForms.plainDecimal(text, decimalSeparator: ".") == .success(plain))
  }

  static let wholeNumbers: [(String, Unicode.Scalar, String)] = [
    ("1.234", ",", "1234"), ("1.234.567", ",", "1234567"), ("1,234", ".", "1234"),
    ("1.234", ".", "1.234"), ("1,5", ",", "1,5"), ("-1 234", ",", "-1234"), ("12.34", ",", "12.34"),
  ]

  @Test(arguments: wholeNumbers)
  func `becomes a plain whole number`(text: String, separator: Unicode.Scalar, plain: String) {
    #expect(LocalForms.plainInteger(text, decimalSeparator: separator) == plain)
  }
}
