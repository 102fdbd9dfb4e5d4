import FieldKinds
import PlainValues
package import RecordStorage
package import WizardEngine

/// What finishing `register-customer` does: a company, its customer, contacts and external users.
///
/// - SeeAlso: the project's `Wizards/register-customer.yaml`, whose field keys it works with.
package struct CustomerRegistration: Sendable {
  let registration: Registration
  let mapping: CustomerMapping
  /// Whether a stored company becomes a customer.
  private let isFromExisting: Bool

  /// Takes the answers of a finished wizard.
  ///
  /// - Parameters:
  ///   - registration: The answers.
  ///   - mapping: Where answers go; found anew where it is not given.
  package init(_ registration: Registration, _ mapping: CustomerMapping? = nil) {
    self.registration = registration
    let mapping = mapping ?? CustomerMapping(of: registration.wizard)
    self.mapping = mapping
    isFromExisting = mapping.modePosition.flatMap { registration[$0]?.text } == "existing"
  }

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
  /// - Returns: The findings in field order.
  /// - Throws: `StoreError`.
  package func findings(
    in store: Store,
    editing file: CustomerFile? = nil
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if isFromExisting {
      findings += try companyFindings(in: store)
    } else {
      findings += try registration.identityFindings(in: store, except: file?.company.key)
      findings += try contactFindings(in: store, editing: file)
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
    editing file: CustomerFile?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    var externals: Set<String> = []
    var hasDefault = false
    for (index, contact) in registration.items(of: "contacts").enumerated() {
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
      if let user = try store.externalUser(email: email) {
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

  /// What is unique about the records of a new company; `nil` for one that is looked up in the store.
  var keys: [UniqueKey]? {
    guard !isFromExisting else { return nil }
    let emails = registration.items(of: "contacts").compactMap { $0["email"] }
    return (registration["identifier"].map { [UniqueKey(.companyIdentifier, of: $0)] } ?? [])
      + emails.map { UniqueKey(.externalUserEmail, of: $0) }
  }

  /// What must be so in the store, but for what its unique rules find; `nil` where the findings tell.
  var preconditions: Preconditions? {
    guard !isFromExisting else { return nil }
    let contacts = self.contacts
    var (defaults, externals) = (0, 0)
    for contact in contacts {
      if let position = mapping.defaultPosition, contact[position]?.text == "true" { defaults += 1 }
      if ContactRows.isExternal(contact, mapping) { externals += 1 }
    }
    guard defaults < 2 else { return nil }
    return externals == 0
      ? [] : hasRepeatedExternal(contacts, externals) ? nil : .externalUsersAllowed
  }

  private func hasRepeatedExternal(_ contacts: [RegistrationItem], _ count: Int) -> Bool {
    guard count > 1, let email = mapping.emailPosition else { return false }
    let emails = contacts.compactMap { contact in
      ContactRows.isExternal(contact, mapping) ? contact[email]?.text.caseKey : nil
    }
    return Set(emails).count < emails.count
  }

  private var contacts: [RegistrationItem] {
    mapping.contacts.map { registration.items(ofList: $0.position) } ?? []
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

  /// Gives the records that finishing makes to a taker.
  ///
  /// - Returns: Whether they follow from the answers; not so for a company that is looked up in the store.
  func insert(into taker: inout some RecordTaker) -> Bool {
    if isFromExisting { return false }
    _ = insert(of: nil, into: &taker)
    return true
  }

  /// The inserts for a stored company; for a new one where there is none.
  private func changeSet(of stored: Cell?) -> ChangeSet {
    var set = ChangeSet()
    set.main = insert(of: stored, into: &set)
    return set
  }

  private func insert(of stored: Cell?, into taker: inout some RecordTaker) -> Int {
    let company = stored ?? .row(insertCompany(into: &taker))
    taker.begin(.customers)
    give(mapping.share(ofCustomer: true, isFromExisting: isFromExisting), to: &taker)
    taker.give(company, at: Table.customers.companyColumn)
    let customer = taker.end()
    for contact in contacts { ContactRows.insert(contact, of: company, mapping, into: &taker) }
    return customer
  }

  private func insertCompany(into taker: inout some RecordTaker) -> Int {
    taker.begin(.companies)
    give(mapping.share(ofCustomer: false, isFromExisting: isFromExisting), to: &taker)
    if let drawn = registration.drawn, drawn.key == "identifier", let cell = drawn.rule.drawingCell
    {
      taker.give(cell, at: CustomerRegistration.identifierColumn)
    }
    taker.give(.text("registration"), at: CustomerRegistration.originColumn)
    return taker.end()
  }

  private static let originColumn = Table.companies.layout.position(of: "origin") ?? 0
  private static let identifierColumn = Table.companies.layout.position(of: "identifier") ?? 0

  /// Gives a record the answers that are its own.
  private func give(_ share: CustomerMapping.Share, to taker: inout some RecordTaker) {
    for position in registration.order {
      guard let column = share.columns[position], let value = registration[position] else {
        continue
      }
      taker.give(RecordCells.cell(value.text, for: column.kind), at: column.position)
    }
    if share.hasAttributes {
      let attributes = attributes(share)
      if !attributes.members.isEmpty { taker.give(attributes.cell, at: share.attributesColumn) }
    }
  }

  /// The values that have a column of their own.
  func values(for table: Table) -> [(key: String, value: HeldValue)] {
    let share = mapping.share(ofCustomer: table == .customers, isFromExisting: isFromExisting)
    return registration.order.compactMap { position in
      guard share.columns[position] != nil else { return nil }
      return registration[position].map { (registration.wizard.fields[position].key, $0) }
    }
  }

  /// What a wizard's author added, and what has no column of its own.
  func attributes(of table: Table) -> Attributes {
    attributes(mapping.share(ofCustomer: table == .customers, isFromExisting: isFromExisting))
  }

  private func attributes(_ share: CustomerMapping.Share) -> Attributes {
    var attributes = Attributes()
    for position in registration.order where share.attributes[position] {
      guard let value = registration[position] else { continue }
      attributes.add(registration.wizard.fields[position].key, value)
    }
    for position in share.lists {
      let list = registration.wizard.lists[position]
      attributes.add(list.key, registration.items(ofList: position))
    }
    return attributes
  }

  /// Whose the answer to an own field is.
  func owner(ofField position: Int) -> Table? {
    mapping.fields(isFromExisting: isFromExisting)[position].table
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
