/// The tables of loyalty programmes, offers and invoices.
extension TableLayout {
  /// What is sold.
  static let articles = TableLayout(
    "articles",
    key: "code",
    columns: coded + [
      .given("kind", .code, required: true, frozen: true),
      .given("price", .amount, required: true),
      .given("vat_rate", .decimal, required: true),
    ],
    listed: ["code", "name", "kind", "price", "vatRate"],
    nameKey: "code"
  )

  /// Loyalty programmes, each sold by an article.
  static let programmes = TableLayout(
    "programmes",
    key: "code",
    columns: coded + [
      .given("kind", .code, required: true, frozen: true),
      .given("article", .reference(to: .articles), required: true),
      .given("price", .amount),
      .given("months", .integer),
      .given("is_active", .boolean, key: "active", required: true, initial: .integer(1)),
    ],
    listed: ["code", "name", "kind", "price", "months", "active"],
    nameKey: "code"
  )

  /// What customers' cards are ordered in.
  static let processes = TableLayout(
    "processes",
    key: "no",
    columns: numbered + [
      ofCustomer,
      .given("kind", .code, required: true, frozen: true),
      .given("opened_on", .date, required: true, frozen: true),
      .given("status", .code, required: true, initial: .text("open")),
    ],
    joins: customersCompany,
    linked: company,
    listed: ["number", "company.identifier", "company.name", "kind", "openedOn", "status"],
    nameKey: "number"
  )

  /// Customers' cards; one that is ordered has no number of its own yet.
  static let cards = TableLayout(
    "cards",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      ofCustomer,
      .given("process", .reference(to: .processes), frozen: true),
      .given("kind"),
      .given("card_number"),
      .kept("card_key", from: .caseKey(of: "card_number")),
      .given("card_state", .code, key: "state", required: true, initial: .text("ordered")),
      .given("valid_until", .date),
    ],
    joins: customersCompany,
    linked: company,
    listed: [
      "no", "company.identifier", "company.name", "kind", "cardNumber", "state", "validUntil",
    ],
    numberPrefix: "KK-",
    nameKey: "no"
  )

  /// Offers to customers.
  static let offers = TableLayout(
    "offers",
    key: "no",
    columns: numbered + [
      ofCustomer,
      .given("process", .reference(to: .processes), frozen: true),
      .given("offer_state", .code, key: "state", required: true, initial: .text("open")),
      .given("offered_on", .date, required: true, frozen: true),
    ],
    joins: customersCompany,
    linked: company,
    listed: ["number", "company.identifier", "company.name", "state", "offeredOn"],
    nameKey: "number"
  )

  /// What is offered.
  static let offerLines = TableLayout(
    "offer_lines",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("offer", .reference(to: .offers), required: true, frozen: true),
      .given("place", .integer, required: true, frozen: true),
      .given("article", .reference(to: .articles), required: true, frozen: true),
      .given("programme", .reference(to: .programmes), frozen: true),
    ] + priced,
    joins: "JOIN offers AS o ON o.no = t.offer",
    linked: [.kept("o.id", key: "offer.number", from: .linked)],
    listed: ["offer.number", "place", "text", "quantity", "unitPrice", "vatRate"],
    numberPrefix: "OL-",
    nameKey: "no"
  )

  /// Invoices and credit notes.
  static let invoices = TableLayout(
    "invoices",
    key: "no",
    columns: numbered + [
      .given("document_kind", .code, key: "kind", required: true, frozen: true),
      ofCustomer,
      .given("offer", .reference(to: .offers), frozen: true),
      .given("contract", .reference(to: .contracts), frozen: true),
      .given("corrects", .reference(to: .invoices), frozen: true),
      .given(
        "is_interim",
        .boolean,
        key: "interim",
        required: true,
        frozen: true,
        initial: .integer(0)
      ),
      .given("date", .date, required: true, frozen: true),
      .given("net", .amount, required: true, frozen: true),
      .given("vat", .amount, required: true, frozen: true),
      .given("gross", .amount, required: true, frozen: true),
      .given("invoice_state", .code, key: "state", required: true, initial: .text("issued")),
      .given("delivery", .code),
      .given("last_sent_at", .time),
    ],
    joins: customersCompany,
    linked: company,
    listed: [
      "number", "company.identifier", "company.name", "date", "net", "gross", "state",
    ],
    nameKey: "number"
  )

  /// What is invoiced.
  static let invoiceLines = TableLayout(
    "invoice_lines",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("invoice", .reference(to: .invoices), required: true, frozen: true),
      .given("place", .integer, required: true, frozen: true),
    ] + priced + [
      .given("net", .amount, required: true, frozen: true),
      .given("contract", .reference(to: .contracts), frozen: true),
      .given("component", .reference(to: .components), frozen: true),
      .given("subscription", .reference(to: .subscriptions), frozen: true),
      .given("starts_on", .date, frozen: true),
      .given("ends_on", .date, frozen: true),
      .given("free_quantity", .decimal, frozen: true),
      .given("corrects", .reference(to: .invoiceLines), frozen: true),
    ],
    joins: "JOIN invoices AS i ON i.no = t.invoice",
    linked: [.kept("i.id", key: "invoice.number", from: .linked)],
    listed: [
      "invoice.number", "place", "text", "startsOn", "endsOn", "quantity", "unitPrice", "vatRate",
      "net", "freeQuantity",
    ],
    numberPrefix: "IL-",
    nameKey: "no"
  )

  /// Programmes that customers have bought.
  static let entitlements = TableLayout(
    "entitlements",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      ofCustomer,
      .given("programme", .reference(to: .programmes), required: true, frozen: true),
      .given("card", .reference(to: .cards)),
      .given("offer", .reference(to: .offers), required: true, frozen: true),
      .given("invoice", .reference(to: .invoices), required: true, frozen: true),
      .given("starts_on", .date, required: true, frozen: true),
      .given("ends_on", .date),
      .given("voucher_number", frozen: true),
      .given("status", .code, required: true, initial: .text("active")),
    ],
    joins: """
      \(customersCompany) JOIN programmes AS g ON g.code = t.programme
      JOIN invoices AS i ON i.no = t.invoice
      """,
    linked: company + [
      .kept("g.name", key: "programme.name", from: .linked),
      .kept("i.id", key: "invoice.number", from: .linked),
    ],
    listed: [
      "no", "company.identifier", "programme", "card", "startsOn", "endsOn", "status",
    ],
    numberPrefix: "ET-",
    nameKey: "no"
  )

  /// A record that people call by a code, with its name in the languages that customers are written to in.
  static let coded: [Column] = [
    .given("code", required: true, frozen: true),
    .kept("code_key", from: .caseKey(of: "code"), required: true),
    .given("name", required: true),
    .given("name_de"),
    .given("name_es"),
  ]

  /// A document with a number of its own kind and year, `RE-2026-0001`.
  private static let numbered: [Column] = [
    .kept("no", .integer, from: .number, required: true),
    .given("id", key: "number", required: true, frozen: true),
    .kept("id_key", from: .caseKey(of: "id"), required: true),
  ]

  private static let priced: [Column] = [
    .given("text", required: true, frozen: true),
    .given("quantity", .decimal, required: true, frozen: true),
    .given("unit_price", .amount, required: true, frozen: true),
    .given("vat_rate", .decimal, required: true, frozen: true),
  ]

  static let ofCustomer = Column.given(
    "customer",
    .reference(to: .customers),
    required: true,
    frozen: true
  )

  static let customersCompany = "JOIN companies AS c ON c.no = t.customer"
}
