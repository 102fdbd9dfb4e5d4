package import RecordStorage
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
  /// - Returns: The findings in field order.
  /// - Throws: `StoreError`.
  package func findings(
    in store: Store,
    editing record: Record? = nil
  ) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    if let record {
      findings += registration.frozenChanges(of: record, names: try names(of: record, in: store))
    }
    switch table {
    case .companies:
      findings += try registration.identityFindings(in: store, except: record?.key)
    case .customers: findings += try customerFindings(in: store, editing: record)
    case .contacts: findings += try contactFindings(in: store, editing: record)
    case .employees: findings += try employeeFindings(in: store, editing: record)
    case .externalUsers: findings += try userFindings(in: store, editing: record)
    case .articles, .programmes, .plans, .components, .coupons, .templates:
      findings += try codeFindings(in: store, editing: record)
    case .cards:
      findings += try registration.cardNumberFindings(in: store, except: record?.key)
    case .requests, .settings, .entries, .processes, .offers, .offerLines, .invoices, .invoiceLines,
      .entitlements, .quotas, .tiers, .contracts, .subscriptions, .usages, .mails, .dispatches:
      break
    }
    if keepsNumbers { findings += registration.inexactNumbers }
    findings += registration.homeless(in: table, except: Set(PlainRecord.parts.map(\.key)))
    return findings.inFieldOrder(of: registration.wizard)
  }

  /// What must be so in the store, but for what its unique rules find; `nil` where the findings tell.
  var preconditions: Preconditions? {
    guard registration.homeless(in: table).isEmpty,
      !keepsNumbers || registration.inexactNumbers.isEmpty
    else { return nil }
    switch table {
    case .companies, .employees, .requests, .entries, .articles, .processes, .coupons: return []
    case .contacts: return registration.describesContact ? [] : nil
    case .externalUsers: return .externalUsersAllowed
    // They refer to others, or are there already.
    case .customers, .settings, .programmes, .cards, .offers, .offerLines, .invoices, .invoiceLines,
      .entitlements, .plans, .quotas, .components, .tiers, .contracts, .subscriptions, .usages,
      .templates, .mails, .dispatches:
      return nil
    }
  }

  /// Whether the table has columns of numbers that are worked with.
  private var keepsNumbers: Bool { table.layout.columns.contains { $0.kind == .decimal } }

  /// Codes are unique, and a programme is sold by an article of its own type (domain rule L7).
  private func codeFindings(
    in store: Store,
    editing record: Record?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if record == nil, let code = registration["code"],
      let other = try store.record(of: table, named: code)
    {
      findings.append(Finding(.codeTaken(other.name), at: "code"))
    }
    if table == .programmes, let name = registration["article"],
      let article = try store.record(of: .articles, named: name),
      article["kind"] != .text("programme")
    {
      findings.append(Finding(.notProgramme(article.name), at: "article"))
    }
    if table == .templates { findings += placeholderFindings }
    // B8: what is on or off has one price.
    if table == .components, registration["kind"] == "onOff",
      !registration.items(of: "tiers").isEmpty
    {
      findings.append(Finding(.tiersOfSwitch(registration["code"] ?? ""), at: "tiers"))
    }
    return findings
  }

  /// M21: what a text does not know is found before anybody is written to.
  private var placeholderFindings: [Finding] {
    ["subject", "body"].flatMap { key in
      TemplateText.unknownPlaceholders(in: registration[key] ?? "").map {
        Finding(.unknownPlaceholder($0, template: registration["code"] ?? ""), at: key)
      }
    }
  }

  private func customerFindings(
    in store: Store,
    editing record: Record?
  ) throws(StoreError) -> [Finding] {
    guard record == nil, let identifier = registration["company"],
      let company = try store.company(identifier: identifier),
      try store.record(of: .customers, key: company.key) != nil
    else { return [] }
    return [Finding(.alreadyCustomer(name: company["name"].text ?? ""), at: "company")]
  }

  private func contactFindings(
    in store: Store,
    editing record: Record?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if !registration.describesContact { findings.append(Finding(.contactEmpty)) }
    if registration.isYes("default"), let identifier = registration["company"],
      let number = try store.company(identifier: identifier)?.key.integer
    {
      let contacts = try store.records(of: .contacts, where: Selection(company: number))
      let isTaken = contacts.contains { $0["default"] == .integer(1) && $0.key != record?.key }
      if isTaken { findings.append(Finding(.repeatedDefault, at: "default")) }
    }
    if record == nil {
      let similar = try registration.similarContacts(in: store)
      if !similar.isEmpty { findings.append(Finding(.similarContacts(similar.map(\.name)))) }
    }
    return findings
  }

  private func employeeFindings(
    in store: Store,
    editing record: Record?
  ) throws(StoreError) -> [Finding] {
    guard record == nil, let code = registration["code"],
      let employee = try store.employee(code: code)
    else { return [] }
    return [Finding(.employeeTaken(code: employee["code"].text ?? code), at: "code")]
  }

  private func userFindings(
    in store: Store,
    editing record: Record?
  ) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    if record == nil, try store.setting(Setting.externalUsersAllowed) == "false" {
      findings.append(Finding(.externalUsersOff))
    }
    if let email = registration["email"], let user = try store.externalUser(email: email),
      user.key != record?.key
    {
      findings.append(
        Finding(
          .externalUserTaken(email: user["email"].text ?? email, holder: user.holder),
          at: "email"
        )
      )
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
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - now: The moment, in UTC as ISO 8601, that a request is opened at.
  /// - Returns: One change.
  /// - Throws: `StoreError`.
  package func changeSet(in store: Store, now: String) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    if table == .settings, let key = registration["key"],
      let stored = try store.record(of: .settings, key: .text(key))
    {
      var row = AlteredRow(stored)
      row.give(registration["value"], to: "value")
      set.main = set.update(row)
      return set
    }
    set = try insertion(now: now) { key throws(StoreError) in try cell(for: key, in: store) }
    for (key, child, parent) in PlainRecord.parts where child.owner == table {
      for item in registration.items(of: key) {
        var row = NewRow(in: child.table)
        for (position, value) in item.held {
          let field = item.key(at: position)
          guard let column = child.table.layout.givenColumn(field) else { continue }
          row.set(try cell(of: value.text, for: column, in: store), for: field)
        }
        row.set(.row(0), for: parent)
        set.insert(row)
      }
    }
    return set
  }

  /// The lists of wizards whose items are records of their own, and the column that names what they are a part of.
  private static let parts: [(key: String, child: (table: Table, owner: Table), parent: String)] = [
    ("quotas", (.quotas, .plans), "plan"), ("tiers", (.tiers, .components), "component"),
  ]

  /// The insert that finishing performs; `nil` where it depends on what is stored.
  package func changeSet(now: String) -> ChangeSet? {
    let refersToOthers = registration.order.contains { position in
      if case .reference? = table.layout.givenColumn(registration.wizard.fields[position].key)?.kind
      {
        true
      } else {
        false
      }
    }
    guard table != .settings, !refersToOthers else { return nil }
    return insertion(now: now) { key in
      guard let column = table.layout.givenColumn(key), let text = registration[key] else {
        return nil
      }
      return RecordCells.cell(text, for: column.kind)
    }
  }

  private func insertion<Failure: Error>(
    now: String,
    cell: (String) throws(Failure) -> Cell?
  ) throws(Failure) -> ChangeSet {
    var set = ChangeSet()
    var row = NewRow(in: table)
    if table == .requests { row.give(now, to: "openedAt") }
    for position in registration.order {
      let key = registration.wizard.fields[position].key
      if let cell = try cell(key) { row.set(cell, for: key) }
    }
    if let (key, rule) = registration.drawn, let cell = rule.drawingCell {
      row.set(cell, for: key)
    }
    row.set(attributes.cell, for: "attributes")
    set.main = set.insert(row)
    return set
  }

  /// The stored record that has what must be unique about this one.
  package func standing(in store: Store) throws(StoreError) -> Record? {
    switch table {
    case .companies:
      guard let identifier = registration["identifier"] else { return nil }
      return try store.company(identifier: identifier)
    case .employees:
      guard let code = registration["code"] else { return nil }
      return try store.employee(code: code)
    case .externalUsers:
      guard let email = registration["email"] else { return nil }
      return try store.externalUser(email: email)
    case .articles, .programmes, .plans, .components, .coupons, .templates:
      guard let code = registration["code"] else { return nil }
      return try store.record(of: table, named: code)
    case .customers, .contacts, .requests, .settings, .entries, .processes, .cards, .offers,
      .offerLines, .invoices, .invoiceLines, .entitlements, .quotas, .tiers, .contracts,
      .subscriptions, .usages, .mails, .dispatches:
      return nil
    }
  }

  /// The update that brings a stored record to the answers; empty if nothing differs.
  package func changeSet(editing record: Record, in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    var row = AlteredRow(record)
    for field in registration.wizard.fields {
      guard let column = table.layout.givenColumn(field.key), !column.isFrozen else { continue }
      row.set(try cell(for: field.key, in: store) ?? .value(column.initial), for: field.key)
    }
    row.set(
      attributes.cell(replacingIn: record, isKnown: registration.wizard.asks),
      for: "attributes"
    )
    if !row.alterations.isEmpty { set.main = set.update(row) }
    return set
  }

  /// The stored record as the form's answers.
  package static func answers(
    of record: Record,
    in wizard: Wizard,
    store: Store
  ) throws(StoreError) -> [SpelledAnswer] {
    let attributes = Attributes(of: record)
    var texts = Dictionary(attributes.texts.map { ($0.key, $0.text) }, uniquingKeysWith: { $1 })
    for column in record.table.layout.columns where column.origin == .given {
      texts[column.key] =
        try reference(column, of: record, in: store)?.name
        ?? RecordCells.text(record[column.key], of: column.kind)
    }
    return wizard.fields.compactMap { field in
      texts[field.key].map { SpelledAnswer(field.key, $0) }
    } + wizard.lists.flatMap { attributes.answers(to: $0) }
  }

  /// The record that a column of another one refers to.
  private static func reference(
    _ column: Column,
    of record: Record,
    in store: Store
  ) throws(StoreError) -> Record? {
    guard case .reference(let target) = column.kind, !record[column.key].isNull else { return nil }
    return try store.record(of: target, key: record[column.key])
  }

  /// What the records are called that a record refers to, by the column's key.
  private func names(of record: Record, in store: Store) throws(StoreError) -> [String: String] {
    var names: [String: String] = [:]
    for column in record.table.layout.columns {
      names[column.key] = try Self.reference(column, of: record, in: store)?.name
    }
    return names
  }

  private func cell(for key: String, in store: Store) throws(StoreError) -> Cell? {
    guard let column = table.layout.givenColumn(key), let text = registration[key] else {
      return nil
    }
    return try cell(of: text, for: column, in: store)
  }

  private func cell(
    of text: String,
    for column: Column,
    in store: Store
  ) throws(StoreError) -> Cell {
    guard case .reference(let target) = column.kind else {
      return RecordCells.cell(text, for: column.kind)
    }
    return try store.record(of: target, named: text).map { .value($0.key) } ?? .empty
  }

  private var attributes: Attributes {
    registration.attributes { table.layout.givenColumn($0) == nil }
  }
}
