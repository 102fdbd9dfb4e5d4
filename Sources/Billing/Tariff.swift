package import PlainValues

/// What a component costs, by how many are booked in one line (domain rules B21, B25).
package struct Tariff: Hashable, Sendable {
  /// How tiers make the price.
  package enum Model: String, Hashable, Sendable {
    /// One price, whatever the number.
    case simple
    /// One price for all, chosen by the number.
    case priceScale
    /// Each interval at its own price.
    case intervalScale
    /// The base price less a percentage that is chosen by the number.
    case discountScale
  }

  /// What holds from a number on.
  package struct Tier: Hashable, Sendable {
    /// The least number.
    package let from: FixedDecimal
    /// The price of one, or the percentage.
    package let value: FixedDecimal

    /// Describes a tier.
    package init(from: FixedDecimal, value: FixedDecimal) {
      self.from = from
      self.value = value
    }
  }

  /// How tiers make the price.
  package let model: Model
  /// The price of one below the first tier.
  package let unitPrice: FixedDecimal
  /// The tiers, by ascending numbers.
  package let tiers: [Tier]

  /// Describes a tariff; tiers may come in any order.
  package init(model: Model, unitPrice: FixedDecimal, tiers: [Tier] = []) {
    self.model = model
    self.unitPrice = unitPrice
    self.tiers = tiers.sorted { $0.from < $1.from }
  }

  /// What a number of them costs.
  ///
  /// - Parameters:
  ///   - quantity: How many.
  ///   - coupon: The percentage of a coupon, in place of the discount scale; other models keep their price.
  /// - Returns: The charge for one period of the price.
  package func charge(for quantity: FixedDecimal, coupon: FixedDecimal? = nil) -> Charge {
    let whole: Int64 = 1_000_000
    let share = coupon.map { whole - $0.units } ?? whole
    let tier = tiers.last { $0.from <= quantity }
    switch model {
    case .simple: return Charge(quantity, at: unitPrice, millionths: share)
    case .priceScale: return Charge(quantity, at: tier?.value ?? unitPrice, millionths: share)
    case .discountScale:
      let discount = coupon == nil ? tier?.value.units ?? 0 : whole - share
      return Charge(quantity, at: unitPrice, millionths: whole - discount)
    case .intervalScale:
      var sum = Charge.zero
      var (price, start) = (unitPrice, FixedDecimal.zero)
      for tier in tiers where tier.from <= quantity {
        // From 5 on: four of them cost what is below.
        let end = FixedDecimal(units: max(start.units, tier.from.units - FixedDecimal.unitsOfOne))
        let part = FixedDecimal(units: end.units - start.units)
        sum = sum + Charge(part, at: price, millionths: share)
        (price, start) = (tier.value, end)
      }
      let rest = FixedDecimal(units: quantity.units - start.units)
      return sum + Charge(rest, at: price, millionths: share)
    }
  }
}
