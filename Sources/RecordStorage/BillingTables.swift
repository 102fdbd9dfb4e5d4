/// The tables of contracts and what is billed by them.
extension TableLayout {
  /// What contracts are made on: a base fee for a period.
  static let plans = TableLayout(
    "plans",
    key: "code",
    columns: coded + [
      .given("base_fee", .amount, required: true),
      .given("period_months", .integer, required: true, frozen: true),
      .given("vat_rate", .decimal, required: true),
    ],
    listed: ["code", "name", "baseFee", "periodMonths", "vatRate"],
    nameKey: "code"
  )

  /// Free quantities of metered components, by plan.
  static let quotas = TableLayout(
    "quotas",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("plan", .reference(to: .plans), required: true, frozen: true),
      .given("component", .reference(to: .components), required: true, frozen: true),
      .given("free_quantity", .decimal, required: true),
    ],
    listed: ["plan", "component", "freeQuantity"],
    numberPrefix: "QT-",
    nameKey: "no"
  )

  /// What is booked onto contracts.
  static let components = TableLayout(
    "components",
    key: "code",
    columns: coded + [
      .given("kind", .code, required: true, frozen: true),
      .given("model", .code, required: true, frozen: true),
      .given("unit_price", .amount, required: true),
      .given("price_months", .integer, required: true, initial: .integer(1)),
      .given("vat_rate", .decimal, required: true),
      .given("in_interim", .boolean, required: true, initial: .integer(1)),
    ],
    listed: ["code", "name", "kind", "model", "unitPrice", "priceMonths", "vatRate"],
    nameKey: "code"
  )

  /// Prices and percentages by number.
  static let tiers = TableLayout(
    "tiers",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("component", .reference(to: .components), required: true, frozen: true),
      .given("from_quantity", .decimal, key: "from", required: true, frozen: true),
      .given("value", .decimal, required: true),
    ],
    listed: ["component", "from", "value"],
    numberPrefix: "TR-",
    nameKey: "no"
  )

  /// Percentages off components that are ordered over the order page.
  static let coupons = TableLayout(
    "coupons",
    key: "code",
    columns: coded + [
      .given("percent", .decimal, required: true, frozen: true),
      .given("targets"),
      .given("valid_from", .date),
      .given("valid_to", .date),
    ],
    listed: ["code", "name", "percent", "targets", "validFrom", "validTo"],
    nameKey: "code"
  )

  /// Contracts of customers.
  static let contracts = TableLayout(
    "contracts",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      ofCustomer,
      .given("plan", .reference(to: .plans), required: true, frozen: true),
      .given("starts_on", .date, required: true, frozen: true),
      .given("anchor_day", .integer, required: true, frozen: true),
      .given("next_billing", .date, required: true),
      .given("contract_state", .code, key: "state", required: true, initial: .text("active")),
    ],
    joins: customersCompany,
    linked: company,
    listed: [
      "no", "company.identifier", "company.name", "plan", "startsOn", "nextBilling", "state",
    ],
    numberPrefix: "V-",
    nameKey: "no"
  )

  /// Components booked onto contracts.
  static let subscriptions = TableLayout(
    "subscriptions",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("contract", .reference(to: .contracts), required: true, frozen: true),
      .given("component", .reference(to: .components), required: true, frozen: true),
      .given("quantity", .decimal, required: true, frozen: true),
      .given("starts_on", .date, required: true, frozen: true),
      .given("ends_on", .date),
      .given("billed_until", .date),
      .given("billed_line", .reference(to: .invoiceLines)),
      .given("description"),
      .given("unit_price", .amount, frozen: true),
      .given("coupon", .reference(to: .coupons), frozen: true),
    ],
    listed: ["no", "contract", "component", "quantity", "startsOn", "endsOn", "billedUntil"],
    numberPrefix: "SB-",
    nameKey: "no"
  )

  /// What was used of metered components.
  static let usages = TableLayout(
    "usages",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("contract", .reference(to: .contracts), required: true, frozen: true),
      .given("component", .reference(to: .components), required: true, frozen: true),
      .given("quantity", .decimal, required: true, frozen: true),
      .given("due_on", .date, required: true, frozen: true),
      .given("memo"),
      .given("invoice", .reference(to: .invoices)),
    ],
    listed: ["no", "contract", "component", "quantity", "dueOn", "memo"],
    numberPrefix: "US-",
    nameKey: "no"
  )
}
