import RecordStorage
import WizardEngine

/// How one item of a wizard's `contacts` becomes a contact and, for external users, a login.
enum ContactRows {
  /// The form's short keys and the columns they go to.
  static let columns = ["email": "email1", "phone": "phone1"]
  /// The keys that go to the login.
  static let userKeys = ["language", "maxConnections", "licence"]

  static func insert(_ contact: RegistrationItem, of company: Cell, into set: inout ChangeSet) {
    var row = NewRow(in: .contacts)
    for key in contact.order where isColumn(key) {
      row.give(contact[key], to: columns[key] ?? key)
    }
    row.set(company, for: "company")
    row.set(attributes(of: contact).cell, for: "attributes")
    let position = set.insert(row)
    if contact["kind"] == "external" {
      insertUser(contact, contact: .row(position), into: &set)
    }
  }

  static func insertUser(
    _ contact: RegistrationItem,
    contact cell: Cell,
    into set: inout ChangeSet
  ) {
    var user = NewRow(in: .externalUsers)
    user.give(contact["email"], to: "email")
    user.set(cell, for: "contact")
    for key in userKeys { user.give(contact[key], to: key) }
    set.insert(user)
  }

  /// Whether a key of the form has a column of the contact.
  static func isColumn(_ key: String) -> Bool {
    guard !userKeys.contains(key), key != "company" else { return false }
    return Table.contacts.layout.givenColumn(columns[key] ?? key) != nil
  }

  /// What the wizard's author added to the contacts.
  static func attributes(of contact: RegistrationItem) -> Attributes {
    var attributes = Attributes()
    for key in contact.order where key != "kind" && !userKeys.contains(key) && !isColumn(key) {
      if let value = contact.values[key] { attributes.add(key, value) }
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
