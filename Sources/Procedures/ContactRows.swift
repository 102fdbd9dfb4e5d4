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
    row.set(company, for: "company")
    for key in contact.order { row.give(contact[key], to: columns[key] ?? key) }
    row.set(RecordCells.attributes(attributes(of: contact)), for: "attributes")
    let position = set.insert(row)
    if contact["kind"] == "external" {
      insertUser(contact, contact: .row(position), into: &set)
    }
  }

  static func insertUser(_ contact: RegistrationItem, contact cell: Cell, into set: inout ChangeSet)
  {
    var user = NewRow(in: .externalUsers)
    user.give(contact["email"], to: "email")
    user.set(cell, for: "contact")
    for key in userKeys { user.give(contact[key], to: key) }
    set.insert(user)
  }

  /// What the wizard's author added to the contacts.
  static func attributes(of contact: RegistrationItem) -> [(key: String, value: HeldValue)] {
    contact.order.compactMap { key in
      guard key != "kind", !userKeys.contains(key),
        Table.contacts.layout.givenColumn(columns[key] ?? key) == nil,
        let value = contact.values[key]
      else { return nil }
      return (key, value)
    }
  }
}
