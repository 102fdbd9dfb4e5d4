import FieldKinds
import PlainValues
package import RecordStorage
package import WizardEngine

/// What finishing `register-customer` does: a company, its customer, contacts and external users.
///
/// - SeeAlso: the project's `Wizards/register-customer.yaml`, whose field keys it works with.
package struct CustomerRegistration: Sendable {
  let registration: Registration
  private let customersKeys: Set<String>

  /// Takes the answers of a finished wizard.
  package init(_ registration: Registration) {
    self.registration = registration
    customersKeys = Self.keys(broughtBy: "category", in: registration.wizard)
  }

  /// Whether a stored company becomes a customer.
  private var isFromExisting: Bool { registration["mode"] == "existing" }

  // MARK: What must be there

  /// What must be there before anything is asked.
  ///
  /// - Parameters:
  ///   - wizard: The wizard, whose options are the company types and categories.
  ///   - mode: The branch, if it is known already.
  ///   - store: The store.
  /// - Returns: What is missing; empty where the wizard can start.
  /// - Throws: `StoreError`.
  package static func prerequisites(
    of wizard: Wizard,
    mode: String?,
    in store: Store
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    func hasOptions(_ key: String) -> Bool {
      guard let position = wizard.fieldPositions[key] else { return true }
      return !wizard.fields[position].options.isEmpty
    }
    if !hasOptions("category") { findings.append(Finding(.noCategory)) }
    if mode == "existing" {
      if try !store.hasCompanyWithoutCustomer { findings.append(Finding(.noCompany)) }
    } else if !hasOptions("companyType") {
      findings.append(Finding(.noCompanyType))
    }
    return findings
  }

  // MARK: What the store knows

  /// What the store and the procedure have to say about the answers so far.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - file: The customer that is being edited; `nil` for a new one.
  ///   - scope: How much is asked.
  /// - Returns: The findings in field order.
  /// - Throws: `StoreError`.
  package func findings(
    in store: Store,
    editing file: CustomerFile? = nil,
    scope: FindingScope = .all
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if isFromExisting {
      findings += try companyFindings(in: store)
    } else {
      if scope == .all {
        findings += try registration.identityFindings(in: store, except: file?.company.key)
      }
      findings += try contactFindings(in: store, editing: file, scope: scope)
    }
    findings += try registration.danglingReferences(in: store, except: ["company"])
    return findings.inFieldOrder(of: registration.wizard)
  }

  private func companyFindings(in store: Store) throws(StoreError) -> [Finding] {
    guard let identifier = registration["company"] else { return [] }
    guard let company = try store.company(identifier: identifier) else {
      return [Finding(.unknownCompany(identifier), at: "company")]
    }
    guard try store.record(of: .customers, key: company.key) == nil else {
      return [Finding(.alreadyCustomer(name: company["name"].text ?? ""), at: "company")]
    }
    return []
  }

  private func contactFindings(
    in store: Store,
    editing file: CustomerFile?,
    scope: FindingScope
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    var externals: Set<String> = []
    var hasDefault = false
    for (index, contact) in (registration.items["contacts"] ?? []).enumerated() {
      let path = "contacts.\(index + 1)"
      if contact.isYes("default") {
        if hasDefault { findings.append(Finding(.repeatedDefault, at: "\(path).default")) }
        hasDefault = true
      }
      guard contact["kind"] == "external", let email = contact["email"] else { continue }
      let own = file?.contact(ofItem: contact.id)
      let isUser = own.map { file?.externalUser(of: $0) != nil } ?? false
      // A user that is there already stays one, whatever the setting says now.
      if !isUser, try store.setting(Setting.externalUsersAllowed) == "false" {
        findings.append(Finding(.externalUsersOff, at: "\(path).kind"))
        continue
      }
      guard externals.insert(email.caseKey).inserted else {
        findings.append(Finding(.repeatedExternalUser(email: email), at: "\(path).email"))
        continue
      }
      if scope == .all, let user = try store.externalUser(email: email) {
        guard own == nil || user["contact"] != own?.key else { continue }
        findings.append(
          Finding(
            .externalUserTaken(email: user["email"].text ?? email, holder: user.holder),
            at: "\(path).email"
          )
        )
      }
    }
    return findings
  }

  // MARK: What finishing writes

  /// The inserts that finishing performs.
  package func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    guard isFromExisting else { return changeSet(of: nil) }
    guard let found = try store.company(identifier: registration["company"] ?? "") else {
      return ChangeSet()
    }
    return changeSet(of: .value(found.key))
  }

  /// The inserts that finishing performs; `nil` for a company that is looked up in the store.
  package var changeSet: ChangeSet? { isFromExisting ? nil : changeSet(of: nil) }

  /// The inserts for a stored company; for a new one where there is none.
  private func changeSet(of stored: Cell?) -> ChangeSet {
    var set = ChangeSet()
    let company = stored ?? .row(set.insert(companyRow))
    set.main = set.insert(customerRow(of: company))
    for contact in registration.items["contacts"] ?? [] {
      ContactRows.insert(contact, of: company, into: &set)
    }
    return set
  }

  private var companyRow: NewRow {
    var row = NewRow(in: .companies)
    for (key, value) in values(for: .companies) { row.give(value.text, to: key) }
    if let rule = registration.drawn["identifier"], let cell = rule.drawingCell {
      row.set(cell, for: "identifier")
    }
    row.set(attributes(of: .companies).cell, for: "attributes")
    row.give("registration", to: "origin")
    return row
  }

  private func customerRow(of company: Cell) -> NewRow {
    var row = NewRow(in: .customers)
    row.set(company, for: "company")
    for (key, value) in values(for: .customers) { row.give(value.text, to: key) }
    row.set(attributes(of: .customers).cell, for: "attributes")
    return row
  }

  /// The values that have a column of their own.
  func values(for table: Table) -> [(key: String, value: HeldValue)] {
    registration.order.compactMap { position in
      let key = registration.wizard.fields[position].key
      guard owner(of: key) == table, table.layout.givenColumn(key) != nil else { return nil }
      return registration.values[key].map { (key, $0) }
    }
  }

  /// What a wizard's author added, and what has no column of its own.
  func attributes(of table: Table) -> Attributes {
    registration.attributes { key in
      owner(of: key) == table && table.layout.givenColumn(key) == nil
    }
  }

  /// Whose an answer is: the customer's (what the category brings, language, post) or the company's
  /// (everything else); answers that only choose the branch are nobody's, and contacts have records of
  /// their own.
  func owner(of key: String) -> Table? {
    switch key {
    case "mode", "company", "contacts": nil
    case "category", "postalInvoice", "language": .customers
    default: isFromExisting || customersKeys.contains(key) ? .customers : .companies
    }
  }

  /// The keys that the category brings along, directly or through a choice that it brought.
  private static func keys(broughtBy key: String, in wizard: Wizard) -> Set<String> {
    var keys: Set<String> = []
    for stage in wizard.stages {
      guard let guarding = stage.guarding else { continue }
      let origin = wizard.fields[guarding.field].key
      guard origin == key || keys.contains(origin) else { continue }
      for field in stage.fields { keys.insert(wizard.fields[field].key) }
      if let list = stage.list { keys.insert(wizard.lists[list].key) }
    }
    return keys
  }
}

extension Record {
  /// Who an external user is, for messages: the contact and the company.
  var holder: String {
    let names = [self["contact.firstName"].text, self["contact.lastName"].text]
    let person = names.compactMap { $0 }.joined(separator: " ")
    return [person, self["company.name"].text ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// The keys of settings that procedures look up.
package enum Setting {
  /// Whether external users may be registered; yes where it is not set.
  package static let externalUsersAllowed = "externalUsers.allowed"
}
