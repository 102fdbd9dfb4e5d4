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
    into taker: inout some RecordTaker
  ) {
    taker.begin(.contacts)
    var attributes = Attributes()
    for place in mapping.contactTargets.indices {
      guard let value = contact[place] else { continue }
      switch mapping.contactTargets[place] {
      case .contact(let column, let kind):
        taker.give(RecordCells.cell(value.text, for: kind), at: column)
      case .attribute: attributes.add(contact.key(at: place), value)
      case .kind, .user: break
      }
    }
    taker.give(company, at: Table.contacts.companyColumn)
    if !attributes.members.isEmpty {
      taker.give(attributes.cell, at: Table.contacts.attributesColumn)
    }
    let position = taker.end()
    if isExternal(contact, mapping) {
      insertUser(contact, contact: .row(position), mapping, into: &taker)
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
    into taker: inout some RecordTaker
  ) {
    taker.begin(.externalUsers)
    if let email = mapping.emailPosition.flatMap({ contact[$0]?.text }) {
      taker.give(.text(email), at: emailColumn)
    }
    taker.give(cell, at: contactColumn)
    for place in mapping.contactTargets.indices {
      if case .user(let column, let kind) = mapping.contactTargets[place],
        let value = contact[place]
      {
        taker.give(RecordCells.cell(value.text, for: kind), at: column)
      }
    }
    _ = taker.end()
  }

  private static let emailColumn = Table.externalUsers.layout.position(of: "email") ?? 0
  private static let contactColumn = Table.externalUsers.layout.position(of: "contact") ?? 0

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
