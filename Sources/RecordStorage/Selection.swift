/// Which records of a table to read, and in which order.
package struct Selection: Equatable, Sendable {
  /// Whether inactive and closed records are left out, where the table has a status.
  package var isActiveOnly: Bool
  /// The number of the company that records belong to; `nil` for all.
  package var company: Int64?
  /// The wizard that made the records; `nil` for all.
  package var wizard: String?
  /// The key of the column to sort by, own or linked; `nil` for the order of the table's key.
  package var sortedBy: String?
  /// Whether the last comes first.
  package var isDescending: Bool
  /// The greatest number of records; `nil` for all.
  package var limit: Int?

  /// Describes a selection; without arguments, of all records.
  package init(
    isActiveOnly: Bool = false,
    company: Int64? = nil,
    wizard: String? = nil,
    sortedBy: String? = nil,
    isDescending: Bool = false,
    limit: Int? = nil
  ) {
    self.isActiveOnly = isActiveOnly
    self.company = company
    self.wizard = wizard
    self.sortedBy = sortedBy
    self.isDescending = isDescending
    self.limit = limit
  }
}

/// A condition on rows with its values, grown term by term.
struct Condition {
  private(set) var sql = ""
  private(set) var bindings: [SQLValue] = []

  /// Adds a term that must hold too; each `$` stands for a value.
  mutating func add(_ term: String, _ values: SQLValue...) {
    var numbered = ""
    var next = bindings.count
    for character in term.unicodeScalars {
      numbered.unicodeScalars.append(character)
      if character == "$" {
        next += 1
        numbered += "\(next)"
      }
    }
    bindings += values
    add(numbered)
  }

  /// Adds a term without a value.
  mutating func add(_ term: String) {
    sql += sql.isEmpty ? "WHERE \(term)" : " AND \(term)"
  }
}

extension Selection {
  /// The selection's condition on the rows `t` of a table.
  func condition(on table: Table) -> Condition {
    var condition = Condition()
    if isActiveOnly, table.layout.position(of: "status") != nil {
      let isOpened = [.requests, .processes].contains(table)
      condition.add("t.status = $", .text(isOpened ? "open" : "active"))
    }
    if let company {
      switch table {
      case .companies: condition.add("t.no = $", .integer(company))
      case .customers, .contacts: condition.add("t.company = $", .integer(company))
      case .externalUsers: condition.add("p.company = $", .integer(company))
      case .processes, .cards, .offers, .invoices, .entitlements, .contracts, .mails:
        condition.add("t.customer = $", .integer(company))
      case .employees, .requests, .entries, .settings, .articles, .programmes, .offerLines,
        .invoiceLines, .plans, .quotas, .components, .tiers, .coupons, .subscriptions, .usages,
        .templates, .dispatches:
        condition.add("1 = 0")
      }
    }
    if let wizard { condition.add("t.wizard = $", .text(wizard)) }
    return condition
  }
}
