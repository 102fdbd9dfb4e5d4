import FieldKinds
import PlainValues
package import RecordStorage
package import WizardEngine

/// What finishing `register-customer` does: a company, its customer, contacts and external users.
///
/// - SeeAlso: the project's `Wizards/register-customer.yaml`, whose field keys it works with.
package struct CustomerRegistration: Sendable {
  let registration: Registration

  /// Takes the answers of a finished wizard.
  package init(_ registration: Registration) {
    self.registration = registration
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
  package func findings(
    in store: Store,
    editing file: CustomerFile? = nil
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if isFromExisting {
      findings += try companyFindings(in: store)
    } else {
      findings += try identityFindings(in: store, editing: file)
      findings += try contactFindings(in: store, editing: file)
    }
    return findings
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

  private func identityFindings(
    in store: Store,
    editing file: CustomerFile?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if let identifier = registration["identifier"],
      let company = try store.company(identifier: identifier), company.key != file?.company.key
    {
      findings.append(
        Finding(
          .identifierTaken(
            identifier: company["identifier"].text ?? identifier,
            name: company["name"].text ?? "",
            isCustomer: try store.record(of: .customers, key: company.key) != nil),
          at: "identifier"))
    }
    if let letter = differingEntityLetter {
      findings.append(Finding(.entityTypeDiffers(letter: letter), at: "identifier"))
    }
    if let name = registration["name"] {
      let same = try store.companies(named: name).filter { $0.key != file?.company.key }
      if !same.isEmpty { findings.append(Finding(.sameName(count: same.count), at: "name")) }
    }
    return findings
  }

  /// The first letter of a Spanish entity's NIF where it names another type than the chosen one.
  ///
  /// - SeeAlso: Orden EHA/451/2008, artículo 2 (A: sociedades anónimas, B: de responsabilidad
  ///   limitada).
  private var differingEntityLetter: String? {
    guard let type = registration["companyType"], let identifier = registration.values["identifier"],
      identifier.sort == .esCIF, let letter = identifier.text.first
    else { return nil }
    switch type {
    case "sl": return letter == "B" ? nil : String(letter)
    case "sa": return letter == "A" ? nil : String(letter)
    default: return nil
    }
  }

  private func contactFindings(
    in store: Store,
    editing file: CustomerFile?
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
      if try store.setting(Setting.externalUsersAllowed) == "false" {
        findings.append(Finding(.externalUsersOff, at: "\(path).kind"))
        continue
      }
      guard externals.insert(email.caseKey).inserted else {
        findings.append(Finding(.repeatedExternalUser(email: email), at: "\(path).email"))
        continue
      }
      if let user = try store.externalUser(email: email) {
        let own = file?.contact(ofItem: contact.id)
        guard own == nil || user["contact"] != own?.key else { continue }
        findings.append(
          Finding(
            .externalUserTaken(email: user["email"].text ?? email, holder: user.holder),
            at: "\(path).email"))
      }
    }
    return findings
  }

  // MARK: What finishing writes

  /// The inserts that finishing performs.
  package func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    let company: Cell
    if isFromExisting {
      guard let found = try store.company(identifier: registration["company"] ?? "") else {
        return set
      }
      company = .value(found.key)
    } else {
      company = .row(set.insert(companyRow))
    }
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
    row.set(RecordCells.attributes(attributes(of: .companies)), for: "attributes")
    row.give("registration", to: "origin")
    return row
  }

  private func customerRow(of company: Cell) -> NewRow {
    var row = NewRow(in: .customers)
    row.set(company, for: "company")
    for (key, value) in values(for: .customers) { row.give(value.text, to: key) }
    row.set(RecordCells.attributes(attributes(of: .customers)), for: "attributes")
    return row
  }

  /// The values that have a column of their own.
  func values(for table: Table) -> [(key: String, value: HeldValue)] {
    owned(by: table).filter { table.layout.givenColumn($0.key) != nil }
  }

  /// The values that a wizard's author added and that have no column of their own.
  func attributes(of table: Table) -> [(key: String, value: HeldValue)] {
    owned(by: table).filter { table.layout.givenColumn($0.key) == nil }
  }

  /// The values that belong to the customer (what the category brings, language, post) or to the
  /// company (everything else); answers that only choose the branch belong to neither.
  private func owned(by table: Table) -> [(key: String, value: HeldValue)] {
    let wizard = registration.wizard
    var customersFields: Set<Int> = []
    for stage in wizard.stages {
      guard let guarding = stage.guarding, wizard.fields[guarding.field].key == "category" else {
        continue
      }
      customersFields.formUnion(stage.fields)
    }
    return registration.order.compactMap { position in
      let key = wizard.fields[position].key
      guard key != "mode", key != "company", let value = registration.values[key] else {
        return nil
      }
      let isCustomers =
        isFromExisting || customersFields.contains(position)
        || ["category", "postalInvoice", "language"].contains(key)
      return isCustomers == (table == .customers) ? (key, value) : nil
    }
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

extension CustomerFile {
  /// The contact that an item of the edited answers stands for: items are numbered in the order of
  /// the active contacts, and new ones after them.
  func contact(ofItem id: Int) -> Record? {
    let contacts = activeContacts
    return contacts.indices.contains(id - 1) ? contacts[id - 1] : nil
  }

  /// The contacts that the form shows.
  var activeContacts: [Record] { contacts.filter { $0["status"] == .text("active") } }

  /// The external user that a contact is.
  func externalUser(of contact: Record) -> Record? {
    externalUsers.first { $0["contact"] == contact.key }
  }
}

/// The keys of settings that procedures look up.
package enum Setting {
  /// Whether external users may be registered; yes where it is not set.
  package static let externalUsersAllowed = "externalUsers.allowed"
}
