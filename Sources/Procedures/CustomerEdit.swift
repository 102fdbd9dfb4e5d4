import PlainValues
package import RecordStorage
package import WizardEngine

/// Changing a stored customer with the form that registered it.
package struct CustomerEdit: Sendable {
  let file: CustomerFile
  let edited: CustomerRegistration

  /// Takes the customer as it is stored and the answers as they are now.
  package init(of file: CustomerFile, to registration: Registration) {
    self.file = file
    edited = CustomerRegistration(registration)
  }

  /// The fields that cannot be changed after registration, by key.
  package static let frozen = ["mode", "company", "companyType", "category"]

  /// The stored customer as the form's answers, in the order of the form.
  ///
  /// - Parameter isForFile: Whether the answers are to register the customer anew, so that an
  ///   identifier that is drawn from a mask is left out.
  package static func answers(
    of file: CustomerFile,
    in wizard: Wizard,
    isForFile: Bool = false
  ) -> [SpelledAnswer] {
    let (company, customer) = (file.company, file.customer)
    var texts = ["mode": "new"]
    for record in [company, customer] {
      for column in record.table.layout.columns where column.origin == .given {
        texts[column.key] = RecordCells.text(record[column.key], of: column.kind)
      }
      for (key, text) in RecordCells.attributes(record["attributes"]) { texts[key] = text }
    }
    texts["company"] = nil
    if isForFile, isDrawn(company, in: wizard) { texts["identifier"] = nil }
    var answers: [SpelledAnswer] = []
    for stage in wizard.stages {
      for position in stage.fields {
        let key = wizard.fields[position].key
        if let text = texts[key] { answers.append(SpelledAnswer(key, text)) }
      }
      guard let list = stage.list, wizard.lists[list].key == "contacts" else { continue }
      for (index, contact) in file.activeContacts.enumerated() {
        answers += contactAnswers(
          contact, user: file.externalUser(of: contact), list: wizard.lists[list],
          path: "contacts.\(index + 1)")
      }
    }
    return answers
  }

  private static func contactAnswers(
    _ contact: Record,
    user: Record?,
    list: ItemList,
    path: String
  ) -> [SpelledAnswer] {
    let user = user?["status"] == .text("active") ? user : nil
    var texts = ["kind": user == nil ? "contact" : "external"]
    for column in contact.table.layout.columns where column.origin == .given {
      texts[column.key] = RecordCells.text(contact[column.key], of: column.kind)
    }
    for (key, column) in ContactRows.columns { texts[key] = contact[column].text }
    for (key, text) in RecordCells.attributes(contact["attributes"]) { texts[key] = text }
    for key in ContactRows.userKeys {
      texts[key] = user.flatMap { user in
        user.table.layout.givenColumn(key).flatMap { RecordCells.text(user[key], of: $0.kind) }
      }
    }
    if let email = user?["email"].text { texts["email"] = email }
    return list.fields.compactMap { field in
      texts[field.key].map { SpelledAnswer("\(path).\(field.key)", $0) }
    }
  }

  /// Whether a company's identifier was drawn from a mask that cannot be edited.
  private static func isDrawn(_ company: Record, in wizard: Wizard) -> Bool {
    guard let position = wizard.fieldPositions["companyType"], let type = company["companyType"].text
    else { return false }
    let option = wizard.fields[position].options.first { $0.code == type }
    if case .mask(_, isEditable: false)? = option?.identifier { return true }
    return false
  }

  // MARK: Writing

  /// What is to be said about the edit: what the store knows, and users that lose their contact.
  package func findings(in store: Store) throws(StoreError) -> [Finding] {
    try edited.findings(in: store, editing: file)
      + endedUsers.map { Finding(.userDisabled(email: $0["email"].text ?? "")) }
  }

  /// The updates and inserts that bring the stored customer to the answers; empty if nothing differs.
  package var changeSet: ChangeSet {
    var set = ChangeSet()
    alter(file.company, to: edited, table: .companies, in: &set)
    alter(file.customer, to: edited, table: .customers, in: &set)
    let contacts = edited.registration.items["contacts"] ?? []
    for contact in contacts {
      if let stored = file.contact(ofItem: contact.id) {
        alter(stored, to: contact, in: &set)
      } else {
        ContactRows.insert(contact, of: .value(file.company.key), into: &set)
      }
    }
    for contact in removedContacts { deactivate(contact, in: &set) }
    for user in endedUsers { deactivate(user, in: &set) }
    return set
  }

  private func alter(
    _ record: Record,
    to edited: CustomerRegistration,
    table: Table,
    in set: inout ChangeSet
  ) {
    let values = Dictionary(
      edited.values(for: table).map { ($0.key, $0.value.text) }, uniquingKeysWith: { $1 })
    var row = AlteredRow(record)
    for field in edited.registration.wizard.fields {
      guard let column = table.layout.givenColumn(field.key), !column.isFrozen,
        field.key != "identifier" || values[field.key] != nil,
        table == .customers || !["language", "postalInvoice"].contains(field.key)
      else { continue }
      row.give(values[field.key], to: field.key)
    }
    row.set(RecordCells.attributes(edited.attributes(of: table)), for: "attributes")
    if !row.alterations.isEmpty { set.update(row) }
  }

  private func alter(_ stored: Record, to contact: RegistrationItem, in set: inout ChangeSet) {
    var row = AlteredRow(stored)
    guard let list = edited.registration.wizard.listPositions["contacts"] else { return }
    for field in edited.registration.wizard.lists[list].fields {
      row.give(contact[field.key], to: ContactRows.columns[field.key] ?? field.key)
    }
    row.set(RecordCells.attributes(ContactRows.attributes(of: contact)), for: "attributes")
    if !row.alterations.isEmpty { set.update(row) }
    guard contact["kind"] == "external" else { return }
    guard let user = file.externalUser(of: stored) else {
      ContactRows.insertUser(contact, contact: .value(stored.key), into: &set)
      return
    }
    var userRow = AlteredRow(user)
    userRow.give(contact["email"], to: "email")
    for key in ContactRows.userKeys { userRow.give(contact[key], to: key) }
    userRow.give("active", to: "status")
    if !userRow.alterations.isEmpty { set.update(userRow) }
  }

  private func deactivate(_ record: Record, in set: inout ChangeSet) {
    var row = AlteredRow(record)
    row.give("inactive", to: "status")
    if !row.alterations.isEmpty { set.update(row) }
  }

  private var removedContacts: [Record] {
    let kept = Set((edited.registration.items["contacts"] ?? []).map(\.id))
    return file.activeContacts.enumerated().filter { !kept.contains($0.offset + 1) }.map(\.element)
  }

  /// Active users whose contact was removed, or is a plain contact now.
  private var endedUsers: [Record] {
    let external = (edited.registration.items["contacts"] ?? []).filter { $0["kind"] == "external" }
    let kept = Set(external.compactMap { file.contact(ofItem: $0.id)?.key })
    let shown = Set(file.activeContacts.map(\.key))
    return file.externalUsers.filter {
      $0["status"] == .text("active") && shown.contains($0["contact"])
        && !kept.contains($0["contact"])
    }
  }
}
