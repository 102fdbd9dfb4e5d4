package import PlainValues

/// What a quantity costs for one period of its price, exact until it is rounded for a line.
package struct Charge: Hashable, Sendable {
  /// The amount in 10^-14.
  let units: Int128

  /// Nothing.
  package static let zero = Charge(units: 0)

  /// So many at a price each, times a share of a million.
  init(_ quantity: FixedDecimal, at price: FixedDecimal, millionths: Int64 = 1_000_000) {
    units = Int128(quantity.units) * Int128(price.units) * Int128(millionths)
  }

  private init(units: Int128) {
    self.units = units
  }

  /// The sum of two charges.
  static func + (left: Charge, right: Charge) -> Charge { Charge(units: left.units + right.units) }

  /// The net amount of a part of a billing period, rounded once (domain rules B16, B28).
  ///
  /// - Parameters:
  ///   - part: The days, within one billing period.
  ///   - periodMonths: The months of that period.
  ///   - priceMonths: The months that the price is for.
  /// - Returns: `nil` beyond what is kept.
  package func net(of part: BilledPart, periodMonths: Int, priceMonths: Int) -> Amount? {
    Amount(
      units * Int128(part.days) * Int128(periodMonths),
      partsOfCent: 1_000_000_000_000 * Int128(part.periodDays) * Int128(priceMonths)
    )
  }

  /// The whole charge as an amount, rounded once.
  package var net: Amount? { Amount(units, partsOfCent: 1_000_000_000_000) }

  /// What one of so many costs for a billing period, as a document shows it (domain rule B28); nothing for none.
  ///
  /// - Parameters:
  ///   - quantity: How many.
  ///   - periodMonths: The months of the period.
  ///   - priceMonths: The months that the price is for.
  /// - Returns: The price, rounded to four places.
  package func unitPrice(
    of quantity: FixedDecimal,
    periodMonths: Int = 1,
    priceMonths: Int = 1
  ) -> FixedDecimal {
    guard quantity.units != 0, priceMonths > 0 else { return .zero }
    let parts = 1_000_000 * Int128(quantity.units) * Int128(priceMonths)
    let (whole, rest) = (units * Int128(periodMonths)).quotientAndRemainder(dividingBy: parts)
    let rounded = 2 * rest.magnitude >= parts.magnitude ? whole + units.signum() : whole
    return FixedDecimal(units: Int64(clamping: rounded))
  }
}

extension BilledPart {
  /// The share of a quantity that falls on the part, with the four places that a document shows.
  package func share(of quantity: FixedDecimal) -> FixedDecimal {
    let scaled = Int128(quantity.units) * Int128(days)
    let (whole, rest) = scaled.quotientAndRemainder(dividingBy: Int128(periodDays))
    let rounded =
      2 * rest.magnitude >= Int128(periodDays).magnitude ? whole + scaled.signum() : whole
    return FixedDecimal(units: Int64(clamping: rounded))
  }
}
