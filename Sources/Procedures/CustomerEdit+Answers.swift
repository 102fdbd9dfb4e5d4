package import RecordStorage
package import WizardEngine

extension CustomerEdit {
  /// The stored customer as the form's answers, in the order of the form.
  ///
  /// - Parameters:
  ///   - file: The customer as it is stored.
  ///   - wizard: The wizard that asks.
  ///   - isForFile: Whether the answers are to register the customer anew, so that an identifier that is
  ///     drawn from a mask is left out.
  /// - Returns: Canonical texts by path; contacts are counted from 1.
  package static func answers(
    of file: CustomerFile,
    in wizard: Wizard,
    isForFile: Bool = false
  ) -> [SpelledAnswer] {
    let records = [file.company, file.customer]
    var texts = ["mode": "new"]
    for record in records {
      for column in record.table.layout.columns where column.origin == .given {
        texts[column.key] = RecordCells.text(record[column.key], of: column.kind)
      }
      for (key, text) in Attributes(of: record).texts { texts[key] = text }
    }
    texts["company"] = nil
    if isForFile, isDrawn(file.company, in: wizard) { texts["identifier"] = nil }
    var answers: [SpelledAnswer] = []
    for stage in wizard.stages {
      for position in stage.fields {
        let key = wizard.fields[position].key
        if let text = texts[key] { answers.append(SpelledAnswer(key, text)) }
      }
      guard let list = stage.list.map({ wizard.lists[$0] }) else { continue }
      if list.key == "contacts" {
        for (index, contact) in file.activeContacts.enumerated() {
          answers += contactAnswers(
            contact,
            user: file.externalUser(of: contact),
            list: list,
            path: "contacts.\(index + 1)"
          )
        }
      } else {
        answers += records.flatMap { Attributes(of: $0).answers(to: list) }
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
    var texts: [String: String] = [:]
    for (key, text) in Attributes(of: contact).texts { texts[key] = text }
    for field in list.fields where ContactRows.isColumn(field.key) {
      let key = ContactRows.columns[field.key] ?? field.key
      texts[field.key] = contact.table.layout.givenColumn(key).flatMap {
        RecordCells.text(contact[key], of: $0.kind)
      }
    }
    for key in ContactRows.userKeys {
      texts[key] = user.flatMap { user in
        user.table.layout.givenColumn(key).flatMap { RecordCells.text(user[key], of: $0.kind) }
      }
    }
    texts["kind"] = user == nil ? "contact" : "external"
    if let email = user?["email"].text { texts["email"] = email }
    return list.fields.compactMap { field in
      texts[field.key].map { SpelledAnswer("\(path).\(field.key)", $0) }
    }
  }

  /// Whether a company's identifier was drawn from a mask that cannot be edited.
  private static func isDrawn(_ company: Record, in wizard: Wizard) -> Bool {
    guard let position = wizard.fieldPositions["companyType"],
      let type = company["companyType"].text
    else { return false }
    let option = wizard.fields[position].options.first { $0.code == type }
    return option?.identifier?.isLocked ?? false
  }
}
