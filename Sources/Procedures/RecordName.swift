package import RecordStorage

/// The names by which definitions and the command line call tables.
package enum RecordName {
  /// Every table and its names, singular and plural.
  package static let all: [(table: Table, singular: String, plural: String)] = [
    (.companies, "company", "companies"),
    (.customers, "customer", "customers"),
    (.contacts, "contact", "contacts"),
    (.externalUsers, "external-user", "external-users"),
    (.requests, "request", "requests"),
    (.employees, "employee", "employees"),
    (.settings, "setting", "settings"),
    (.entries, "entry", "entries"),
    (.articles, "article", "articles"),
    (.programmes, "programme", "programmes"),
    (.processes, "process", "processes"),
    (.cards, "card", "cards"),
    (.offers, "offer", "offers"),
    (.offerLines, "offer-line", "offer-lines"),
    (.invoices, "invoice", "invoices"),
    (.invoiceLines, "invoice-line", "invoice-lines"),
    (.entitlements, "entitlement", "entitlements"),
    (.plans, "plan", "plans"),
    (.quotas, "quota", "quotas"),
    (.components, "component", "components"),
    (.tiers, "tier", "tiers"),
    (.coupons, "coupon", "coupons"),
    (.contracts, "contract", "contracts"),
    (.subscriptions, "subscription", "subscriptions"),
    (.usages, "usage", "usages"),
    (.templates, "template", "templates"),
    (.mails, "mail", "mails"),
    (.dispatches, "dispatch", "dispatches"),
  ]

  /// The table of a name, singular or plural; `nil` for an unknown one.
  package static func table(_ name: String) -> Table? {
    all.first { $0.singular == name || $0.plural == name }?.table
  }

  /// What one record of a table is called.
  package static func singular(_ table: Table) -> String {
    all.first { $0.table == table }?.singular ?? ""
  }
}

extension Store {
  /// Finds a record by what people call it: an identifier, a number, an e-mail address, a code.
  package func record(of table: Table, named name: String) throws(StoreError) -> Record? {
    switch table {
    case .companies: try company(identifier: name)
    case .customers: try customer(identifier: name)?.customer
    case .externalUsers: try externalUser(email: name)
    case .contacts, .requests, .entries, .employees, .settings, .articles, .programmes, .processes,
      .cards, .offers, .offerLines, .invoices, .invoiceLines, .entitlements, .plans, .quotas,
      .components, .tiers, .coupons, .contracts, .subscriptions, .usages, .templates, .mails,
      .dispatches:
      try record(of: table, called: name)
    }
  }
}
