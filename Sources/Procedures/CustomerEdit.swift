import PlainValues
package import RecordStorage
import WizardEngine

/// Changing a stored customer with the form that registered it.
package struct CustomerEdit: Sendable {
  let file: CustomerFile
  let edited: CustomerRegistration

  /// Takes the customer as it is stored and the answers as they are now.
  package init(
    of file: CustomerFile,
    to registration: Registration,
    _ mapping: CustomerMapping? = nil
  ) {
    self.file = file
    edited = CustomerRegistration(registration, mapping)
  }

  /// The fields that cannot be changed after registration, by key.
  package static let frozen = ["mode", "company", "companyType", "category"]

  // MARK: What is said

  /// What is to be said about the edit: what the store knows, what is frozen, and users that lose their
  /// contact.
  package func findings(in store: Store) throws(StoreError) -> [Finding] {
    // Only an existing company could be chosen instead, so this is one frozen answer, not several.
    if let mode = edited.registration["mode"], mode != "new" {
      return [Finding(.frozen(field: "mode"), at: "mode")]
    }
    let frozen =
      edited.registration.frozenChanges(of: file.company)
      + edited.registration.frozenChanges(
        of: file.customer,
        names: ["company": file.company.name]
      )
    let findings = try frozen + edited.findings(in: store, editing: file)
    return findings.inFieldOrder(of: edited.registration.wizard)
      + endedUsers.map { Finding(.userDisabled(email: $0["email"].text ?? "")) }
  }

  // MARK: What is written

  /// The updates and inserts that bring the stored customer to the answers; empty if nothing differs.
  package var changeSet: ChangeSet {
    var set = ChangeSet()
    alter(file.company, of: .companies, in: &set)
    alter(file.customer, of: .customers, in: &set)
    for contact in removedContacts { deactivate(contact, in: &set) }
    for user in endedUsers { deactivate(user, in: &set) }
    let contacts = edited.registration.items(of: "contacts")
    // Who stops being the default goes first: a company has one at most, at every moment.
    for contact in contacts.filter({ !$0.isYes("default") })
      + contacts.filter({ $0.isYes("default") })
    {
      if let stored = file.contact(ofItem: contact.id) {
        alter(stored, to: contact, in: &set)
      } else {
        ContactRows.insert(
          contact,
          of: .value(file.company.key),
          edited.mapping,
          into: &set
        )
      }
    }
    return set
  }

  private func alter(_ record: Record, of table: Table, in set: inout ChangeSet) {
    let wizard = edited.registration.wizard
    let values = Dictionary(
      edited.values(for: table).map { ($0.key, $0.value.text) },
      uniquingKeysWith: { $1 }
    )
    var row = AlteredRow(record)
    for field in wizard.fields where edited.owner(ofField: field.position) == table {
      guard let column = table.layout.givenColumn(field.key), !column.isFrozen,
        field.key != "identifier" || values[field.key] != nil
      else { continue }
      row.give(values[field.key], to: field.key)
    }
    row.set(
      edited.attributes(of: table).cell(replacingIn: record, isKnown: wizard.asks),
      for: "attributes"
    )
    if !row.alterations.isEmpty { set.update(row) }
  }

  private func alter(_ stored: Record, to contact: RegistrationItem, in set: inout ChangeSet) {
    let wizard = edited.registration.wizard
    guard let list = wizard.listPositions["contacts"] else { return }
    let keys = wizard.lists[list].fields.map(\.key)
    var row = AlteredRow(stored)
    for key in keys where ContactRows.isColumn(key) {
      row.give(contact[key], to: ContactRows.columns[key] ?? key)
    }
    row.set(
      ContactRows.attributes(of: contact, edited.mapping).cell(
        replacingIn: stored,
        isKnown: keys.contains
      ),
      for: "attributes"
    )
    if !row.alterations.isEmpty { set.update(row) }
    guard contact["kind"] == "external" else { return }
    guard let user = file.externalUser(of: stored) else {
      ContactRows.insertUser(contact, contact: .value(stored.key), edited.mapping, into: &set)
      return
    }
    var userRow = AlteredRow(user)
    userRow.give(contact["email"], to: "email")
    for key in ContactRows.userKeys where keys.contains(key) {
      userRow.give(contact[key], to: key)
    }
    userRow.give("active", to: "status")
    if !userRow.alterations.isEmpty { set.update(userRow) }
  }

  /// Takes a contact or a user out of use; a contact also stops being the company's default.
  private func deactivate(_ record: Record, in set: inout ChangeSet) {
    var row = AlteredRow(record)
    row.give("inactive", to: "status")
    row.give("false", to: "default")
    if !row.alterations.isEmpty { set.update(row) }
  }

  private var removedContacts: [Record] {
    let kept = Set(edited.registration.items(of: "contacts").map(\.id))
    return file.activeContacts.enumerated().filter { !kept.contains($0.offset + 1) }.map(\.element)
  }

  /// Active users whose contact was removed, or is a plain contact now.
  private var endedUsers: [Record] {
    let external = edited.registration.items(of: "contacts").filter { $0["kind"] == "external" }
    let kept = Set(external.compactMap { file.contact(ofItem: $0.id)?.key })
    let shown = Set(file.activeContacts.map(\.key))
    return file.externalUsers.filter {
      $0["status"] == .text("active") && shown.contains($0["contact"])
        && !kept.contains($0["contact"])
    }
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
