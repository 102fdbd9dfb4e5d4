package import PlainValues

/// A free quantity of a metered component, which counts once in each billing period (domain rule B18).
package struct FreeQuota: Hashable, Sendable {
  /// What becomes of the rest that the first bill of a period leaves.
  package enum Remainder: String, Hashable, Sendable {
    /// It is lost.
    case lapse
    /// Later bills of the period may use it.
    case carry
  }

  /// The free quantity of a period.
  package let quantity: FixedDecimal
  /// What becomes of the rest.
  package let remainder: Remainder

  /// Describes a quota.
  package init(_ quantity: FixedDecimal, remainder: Remainder) {
    self.quantity = quantity
    self.remainder = remainder
  }

  /// Sets usage off against the quota.
  ///
  /// - Parameters:
  ///   - usage: What was used since the last bill.
  ///   - used: What earlier bills of the period have set off, one entry for each bill.
  /// - Returns: What is free now, what is to be paid, and what was left and is lost.
  package func settled(
    _ usage: FixedDecimal,
    after used: [FixedDecimal]
  ) -> (free: FixedDecimal, paid: FixedDecimal, lapsed: FixedDecimal) {
    let before = used.reduce(Int64(0)) { $0 + $1.units }
    let left = max(0, quantity.units - before)
    let mayUse = used.isEmpty || remainder == .carry ? left : 0
    let free = min(usage.units, mayUse)
    return (
      FixedDecimal(units: free), FixedDecimal(units: usage.units - free),
      // Told once: by the bill behind the one that left it.
      FixedDecimal(units: used.count == 1 && remainder == .lapse ? left : 0)
    )
  }
}
