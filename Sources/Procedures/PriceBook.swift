import Billing
import PlainValues
import RecordStorage

/// Plans, components, coupons and quotas, each read from the store once, however many contracts have it.
///
/// Good for one transaction's work: what others change meanwhile is not seen.
struct PriceBook {
  private let store: Store
  private var plans: [SQLValue: Record?] = [:]
  private var components: [SQLValue: PricedComponent?] = [:]
  private var coupons: [SQLValue: Record?] = [:]
  private var quotas: [SQLValue: [Record]] = [:]
  private var remainder: FreeQuota.Remainder?

  init(of store: Store) { self.store = store }

  /// The plan with a key; `nil` where it is gone.
  mutating func plan(_ key: SQLValue) throws(StoreError) -> Record? {
    if let known = plans[key] { return known }
    let plan = try store.record(of: .plans, key: key)
    plans[key] = .some(plan)
    return plan
  }

  /// The component with a key, with its tiers; `nil` where it is gone.
  mutating func component(_ key: SQLValue) throws(StoreError) -> PricedComponent? {
    if let known = components[key] { return known }
    let record = try store.record(of: .components, key: key)
    let component: PricedComponent? =
      if let record { try PricedComponent(record, in: store) } else { nil }
    components[key] = .some(component)
    return component
  }

  /// The coupon with a key; `nil` where it is gone, or where no key is given.
  mutating func coupon(_ key: SQLValue) throws(StoreError) -> Record? {
    guard !key.isNull else { return nil }
    if let known = coupons[key] { return known }
    let coupon = try store.record(of: .coupons, key: key)
    coupons[key] = .some(coupon)
    return coupon
  }

  /// What a plan gives of a component for nothing in each period.
  mutating func quota(of component: SQLValue, in plan: SQLValue) throws(StoreError) -> FreeQuota {
    if remainder == nil {
      remainder = try store.setting("quota.remainder").flatMap(FreeQuota.Remainder.init) ?? .lapse
    }
    if quotas[plan] == nil {
      quotas[plan] = try store.records(of: .quotas, with: "plan", plan)
    }
    let free = quotas[plan]?.first { $0["component"] == component }?.number("freeQuantity")
    return FreeQuota(free ?? .zero, remainder: remainder ?? .lapse)
  }
}
