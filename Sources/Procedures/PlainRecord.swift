package import RecordStorage
package import SourceTrees
package import WizardEngine

/// What finishing a wizard with `record: NAME` does: one record of a known table.
package struct PlainRecord: Sendable {
  let table: Table
  let registration: Registration

  /// Takes the answers of a finished wizard.
  package init(_ registration: Registration, in table: Table) {
    self.registration = registration
    self.table = table
  }

  /// What the store has to say about the answers.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - record: The record that is being edited; `nil` for a new one.
  package func findings(
    in store: Store,
    editing record: Record? = nil
  ) throws(StoreError) -> [Finding] {
    switch table {
    case .companies:
      guard let identifier = registration["identifier"],
        let company = try store.company(identifier: identifier), company.key != record?.key
      else { return [] }
      let isCustomer = try store.record(of: .customers, key: company.key) != nil
      return [
        Finding(
          .identifierTaken(
            identifier: company["identifier"].text ?? identifier,
            name: company["name"].text ?? "", isCustomer: isCustomer),
          at: "identifier")
      ]
    case .employees:
      guard record == nil, let code = registration["code"],
        let employee = try store.employee(code: code)
      else { return [] }
      return [Finding(.employeeTaken(code: employee["code"].text ?? code), at: "code")]
    case .externalUsers:
      return try userFindings(in: store, editing: record)
    default:
      return []
    }
  }

  private func userFindings(
    in store: Store,
    editing record: Record?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if try store.setting(Setting.externalUsersAllowed) == "false" {
      findings.append(Finding(.externalUsersOff))
    }
    if let email = registration["email"], let user = try store.externalUser(email: email),
      user.key != record?.key
    {
      findings.append(
        Finding(
          .externalUserTaken(email: user["email"].text ?? email, holder: user.holder), at: "email"))
    }
    if record == nil, let number = registration["contact"],
      let contact = try store.record(of: .contacts, numbered: number),
      let key = contact.key.integer, try store.externalUser(ofContact: key) != nil
    {
      findings.append(Finding(.contactIsUser(contact: contact.name), at: "contact"))
    }
    return findings
  }

  /// The insert that finishing performs; a setting that is there already is updated.
  package func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    if table == .settings, let key = registration["key"],
      let stored = try store.record(of: .settings, key: .text(key))
    {
      var row = AlteredRow(stored)
      row.give(registration["value"], to: "value")
      set.main = set.update(row)
      return set
    }
    var row = NewRow(in: table)
    for position in registration.order {
      let key = registration.wizard.fields[position].key
      if let cell = try cell(for: key, in: store) { row.set(cell, for: key) }
    }
    if let (key, rule) = registration.drawn.first, let cell = rule.drawingCell {
      row.set(cell, for: key)
    }
    row.set(RecordCells.attributes(attributes), for: "attributes")
    set.main = set.insert(row)
    return set
  }

  /// The update that brings a stored record to the answers; empty if nothing differs.
  package func changeSet(editing record: Record, in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    var row = AlteredRow(record)
    for field in registration.wizard.fields {
      guard let column = table.layout.givenColumn(field.key), !column.isFrozen else { continue }
      row.set(try cell(for: field.key, in: store) ?? .value(column.initial), for: field.key)
    }
    row.set(RecordCells.attributes(attributes), for: "attributes")
    if !row.alterations.isEmpty { set.main = set.update(row) }
    return set
  }

  /// The stored record as the form's answers.
  package static func answers(
    of record: Record,
    in wizard: Wizard,
    store: Store
  ) throws(StoreError) -> [SpelledAnswer] {
    var texts: [String: String] = [:]
    for column in record.table.layout.columns where column.origin == .given {
      if case .reference(let target) = column.kind, !record[column.key].isNull {
        texts[column.key] = try store.record(of: target, key: record[column.key])?.name
      } else {
        texts[column.key] = RecordCells.text(record[column.key], of: column.kind)
      }
    }
    for (key, text) in RecordCells.attributes(record["attributes"]) { texts[key] = text }
    return wizard.fields.compactMap { field in
      texts[field.key].map { SpelledAnswer(field.key, $0) }
    }
  }

  private func cell(for key: String, in store: Store) throws(StoreError) -> Cell? {
    guard let column = table.layout.givenColumn(key), let text = registration[key] else {
      return nil
    }
    guard case .reference(let target) = column.kind else {
      return RecordCells.cell(text, for: column.kind)
    }
    return try store.record(of: target, named: text).map { .value($0.key) }
  }

  private var attributes: [(key: String, value: HeldValue)] {
    registration.order.compactMap { position in
      let key = registration.wizard.fields[position].key
      guard table.layout.givenColumn(key) == nil else { return nil }
      return registration.values[key].map { (key, $0) }
    }
  }
}

/// What finishing a wizard without a procedure does: the answers are stored as they are.
package enum PlainEntry {
  /// The insert that finishing performs.
  package static func changeSet(of registration: Registration) -> ChangeSet {
    var set = ChangeSet()
    var row = NewRow(in: .entries)
    row.give(answers(of: registration).json, to: "answers")
    set.main = set.insert(row)
    return set
  }

  /// The answers as JSON, in the order of the path; lists are arrays of objects.
  package static func answers(of registration: Registration) -> JSONValue {
    var members: [JSONValue.Member] = []
    let wizard = registration.wizard
    for stage in wizard.stages {
      for position in stage.fields {
        let key = wizard.fields[position].key
        guard let value = registration.values[key] else { continue }
        members.append(JSONValue.Member(key, RecordCells.json(value)))
      }
      guard let list = stage.list, let items = registration.items[wizard.lists[list].key],
        !items.isEmpty
      else { continue }
      let array = items.map { item in
        JSONValue.object(
          item.order.compactMap { key in
            item.values[key].map { JSONValue.Member(key, RecordCells.json($0)) }
          })
      }
      members.append(JSONValue.Member(wizard.lists[list].key, .array(array)))
    }
    return .object(members)
  }
}
