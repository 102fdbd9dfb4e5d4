/// A decimal number with four places, exact: prices, quantities, rates.
package struct FixedDecimal: Hashable, Comparable, Sendable {
  /// The number in ten-thousandths.
  package let units: Int64

  /// The ten-thousandths of one.
  package static let unitsOfOne: Int64 = 10_000
  /// The digits that there may be before the point.
  package static let wholeDigits = 8
  /// The digits that there may be behind it.
  package static let places = 4
  /// Nothing.
  package static let zero = FixedDecimal(units: 0)
  /// One.
  package static let one = FixedDecimal(units: unitsOfOne)

  /// Makes a number of its ten-thousandths.
  package init(units: Int64) {
    self.units = units
  }

  /// Makes a whole number.
  package init(_ whole: Int32) {
    units = Int64(whole) * FixedDecimal.unitsOfOne
  }

  /// Reads a number as answers spell it: digits, at most one point, perhaps a hyphen in front.
  ///
  /// - Returns: `nil` for anything else, for more than four places that are not 0, and from 10^8 on: a
  ///   million of them at that price, for ten years, are still an ``Amount``.
  package init?(_ text: String) {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      whole.count <= FixedDecimal.wholeDigits,
      whole.allSatisfy(\.isASCIIDigit)
    else { return nil }
    var units = whole.reduce(Int64(0)) { $0 * 10 + Int64($1) - 0x30 }
    let fraction = parts.count == 2 ? parts[1] : ""[...].utf8
    guard fraction.allSatisfy(\.isASCIIDigit), fraction.dropFirst(4).allSatisfy({ $0 == 0x30 })
    else { return nil }
    for place in 0..<4 {
      let digit = fraction.dropFirst(place).first.map { Int64($0) - 0x30 } ?? 0
      units = units * 10 + digit
    }
    self.units = isNegative ? -units : units
  }

  /// The number in digits, with so many places at least and no noughts behind them.
  ///
  /// - Parameter places: From 0 to 4.
  /// - Returns: The digits.
  package func text(places: Int = 0) -> String {
    let magnitude = units.magnitude
    var fraction = String(magnitude % 10_000).zeroPadded(to: 4)
    while fraction.count > places, fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + String(magnitude / 10_000)
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The sum of two numbers that are not negative; the greatest number there is, where that is less.
  package static func + (left: FixedDecimal, right: FixedDecimal) -> FixedDecimal {
    let (sum, isTooGreat) = left.units.addingReportingOverflow(right.units)
    return FixedDecimal(units: isTooGreat ? .max : sum)
  }

  /// Whether the left number is the smaller one.
  package static func < (left: FixedDecimal, right: FixedDecimal) -> Bool {
    left.units < right.units
  }
}

/// An amount of money in cents, exact.
package struct Amount: Hashable, Comparable, Sendable {
  /// The cents.
  package let cents: Int64

  /// Nothing.
  package static let zero = Amount(cents: 0)
  /// The most that one line may come to: a hundred thousand million, of which a document can have many.
  package static let mostOfLine = Amount(cents: 10_000_000_000_000)

  /// Makes an amount of its cents.
  package init(cents: Int64) {
    self.cents = cents
  }

  /// Rounds an amount to cents, half away from zero; `nil` beyond what is kept.
  ///
  /// - Parameters:
  ///   - cents: The amount in parts of a cent.
  ///   - parts: How many parts make a cent; greater than 0.
  package init?(_ cents: Int128, partsOfCent parts: Int128) {
    let (quotient, rest) = cents.quotientAndRemainder(dividingBy: parts)
    let rounded = 2 * rest.magnitude >= parts.magnitude ? quotient + cents.signum() : quotient
    guard let kept = Int64(exactly: rounded) else { return nil }
    self.cents = kept
  }

  /// Reads an amount as ``text`` spells it; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, let cents = Int64(parts[0] + parts[1]) else {
      return nil
    }
    self.cents = cents
  }

  /// So many at a price each.
  ///
  /// - Returns: The amount, rounded once; `nil` beyond what is kept.
  package static func product(_ quantity: FixedDecimal, _ price: FixedDecimal) -> Amount? {
    Amount(Int128(quantity.units) * Int128(price.units), partsOfCent: 1_000_000)
  }

  /// A percentage of the amount, rounded; `nil` beyond what is kept.
  package func percent(_ rate: FixedDecimal) -> Amount? {
    Amount(Int128(cents) * Int128(rate.units), partsOfCent: 1_000_000)
  }

  /// The amount in digits, with two places.
  package var text: String {
    (cents < 0 ? "-" : "") + String(cents.magnitude / 100) + "."
      + String(cents.magnitude % 100).zeroPadded(to: 2)
  }

  /// Whether the left amount is the smaller one.
  package static func < (left: Amount, right: Amount) -> Bool { left.cents < right.cents }

  /// The sum of two amounts; the greatest or least there is, where that is less or more.
  package static func + (left: Amount, right: Amount) -> Amount {
    let (sum, isTooMuch) = left.cents.addingReportingOverflow(right.cents)
    return Amount(cents: isTooMuch ? (left.cents < 0 ? .min : .max) : sum)
  }
}
