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
    }
  }

  /// The name in SQL.
  package var name: String {
    layout.name
  }
}
