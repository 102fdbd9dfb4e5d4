/// A table of records.
///
/// What a table is made of is its ``layout``, so that listing, showing, exporting and the history
/// need no code for one table.
package enum Table: String, CaseIterable, Sendable {
  /// Companies and natural persons: the parties.
  case companies
  /// Companies that buy; one per company.
  case customers
  /// People, of a company or on their own.
  case contacts
  /// Contacts that may log in.
  case externalUsers
  /// Employees, by code.
  case employees
  /// Calls to the call centre.
  case requests
  /// What wizards without a procedure stored.
  case entries
  /// Settings of the installation.
  case settings
  /// What is sold: goods, services, and what sells programmes.
  case articles
  /// Loyalty programmes.
  case programmes
  /// What customers' cards are ordered in.
  case processes
  /// Customers' cards.
  case cards
  /// Offers to customers.
  case offers
  /// What is offered.
  case offerLines
  /// Invoices and credit notes.
  case invoices
  /// What is invoiced.
  case invoiceLines
  /// Programmes that customers have bought.
  case entitlements
  /// What contracts are made on.
  case plans
  /// Free quantities of metered components.
  case quotas
  /// What is booked onto contracts.
  case components
  /// Prices by number.
  case tiers
  /// Percentages off components.
  case coupons
  /// Contracts of customers.
  case contracts
  /// Components booked onto contracts.
  case subscriptions
  /// What was used of metered components.
  case usages
  /// Texts of mails and documents.
  case templates
  /// Mails to customers, sent or to be sent.
  case mails
  /// Which invoice went with which mail.
  case dispatches

  /// The table's columns and statements.
  package var layout: TableLayout {
    switch self {
    case .companies: .companies
    case .customers: .customers
    case .contacts: .contacts
    case .externalUsers: .externalUsers
    case .employees: .employees
    case .requests: .requests
    case .entries: .entries
    case .settings: .settings
    case .articles: .articles
    case .programmes: .programmes
    case .processes: .processes
    case .cards: .cards
    case .offers: .offers
    case .offerLines: .offerLines
    case .invoices: .invoices
    case .invoiceLines: .invoiceLines
    case .entitlements: .entitlements
    case .plans: .plans
    case .quotas: .quotas
    case .components: .components
    case .tiers: .tiers
    case .coupons: .coupons
    case .contracts: .contracts
    case .subscriptions: .subscriptions
    case .usages: .usages
    case .templates: .templates
    case .mails: .mails
    case .dispatches: .dispatches
    }
  }

  /// The name in SQL.
  package var name: String {
    layout.name
  }
}
