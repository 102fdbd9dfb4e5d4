import RecordStorage
import WizardEngine

/// How one item of a wizard's `contacts` becomes a contact and, for external users, a login.
enum ContactRows {
  /// The form's short keys and the columns they go to.
  static let columns = ["email": "email1", "phone": "phone1"]
  /// The keys that go to the login.
  static let userKeys = ["language", "maxConnections", "licence"]

  /// Where the answer to a contact's field goes.
  static func target(of key: String) -> CustomerMapping.ContactTarget {
    if key == "kind" { return .kind }
    func place(_ table: Table, _ key: String) -> (Int, Column.Kind)? {
      guard let column = table.layout.givenColumn(key),
        let position = table.layout.position(of: key)
      else { return nil }
      return (position, column.kind)
    }
    if userKeys.contains(key), let (position, kind) = place(.externalUsers, key) {
      return .user(position, kind)
    }
    if isColumn(key), let (position, kind) = place(.contacts, columns[key] ?? key) {
      return .contact(position, kind)
    }
    return .attribute
  }

  static func insert(
    _ contact: RegistrationItem,
    of company: Cell,
    _ mapping: CustomerMapping,
    into set: inout ChangeSet
  ) {
    var row = NewRow(in: .contacts)
    var attributes = Attributes()
    for place in mapping.contactTargets.indices {
      guard let value = contact[place] else { continue }
      switch mapping.contactTargets[place] {
      case .contact(let column, let kind):
        row.set(RecordCells.cell(value.text, for: kind), at: column)
      case .attribute: attributes.add(contact.key(at: place), value)
      case .kind, .user: break
      }
    }
    row.set(company, at: companyColumn)
    if !attributes.members.isEmpty { row.set(attributes.cell, at: attributesColumn) }
    let position = set.insert(row)
    if isExternal(contact, mapping) {
      insertUser(contact, contact: .row(position), mapping, into: &set)
    }
  }

  /// Whether a contact may log in.
  static func isExternal(_ contact: RegistrationItem, _ mapping: CustomerMapping) -> Bool {
    mapping.kindPosition.flatMap { contact[$0]?.text } == "external"
  }

  static func insertUser(
    _ contact: RegistrationItem,
    contact cell: Cell,
    _ mapping: CustomerMapping,
    into set: inout ChangeSet
  ) {
    var user = NewRow(in: .externalUsers)
    if let email = mapping.emailPosition.flatMap({ contact[$0]?.text }) {
      user.set(.text(email), at: emailColumn)
    }
    user.set(cell, at: contactColumn)
    for place in mapping.contactTargets.indices {
      if case .user(let column, let kind) = mapping.contactTargets[place],
        let value = contact[place]
      {
        user.set(RecordCells.cell(value.text, for: kind), at: column)
      }
    }
    set.insert(user)
  }

  private static let emailColumn = Table.externalUsers.layout.position(of: "email") ?? 0
  private static let contactColumn = Table.externalUsers.layout.position(of: "contact") ?? 0
  private static let companyColumn = Table.contacts.layout.position(of: "company") ?? 0
  private static let attributesColumn = Table.contacts.layout.position(of: "attributes") ?? 0

  /// Whether a key of the form has a column of the contact.
  static func isColumn(_ key: String) -> Bool {
    guard !userKeys.contains(key), key != "company" else { return false }
    return Table.contacts.layout.givenColumn(columns[key] ?? key) != nil
  }

  /// What the wizard's author added to the contacts.
  static func attributes(
    of contact: RegistrationItem,
    _ mapping: CustomerMapping
  ) -> Attributes {
    var attributes = Attributes()
    for (place, value) in contact.held {
      if case .attribute = mapping.contactTargets[place] {
        attributes.add(contact.key(at: place), value)
      }
    }
    return attributes
  }
}

extension Registration {
  /// Whether there is a name, an address or an employee's code: what a contact record is about.
  var describesContact: Bool {
    ["firstName", "lastName", "address1", "address2", "employeeCode"].contains { self[$0] != nil }
  }

  /// Stored contacts that may be the same person.
  func similarContacts(in store: Store) throws(StoreError) -> [Record] {
    try store.contacts(
      likeEmail: self["email1"],
      firstName: self["firstName"],
      lastName: self["lastName"],
      phone: self["phone1"]
    )
  }
}
