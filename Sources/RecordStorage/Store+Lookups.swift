import PlainValues

/// A customer with everything that belongs to it.
package struct CustomerFile: Equatable, Sendable {
  /// The customer.
  package let customer: Record
  /// The company that the customer is.
  package let company: Record
  /// The company's contacts, in the order of their numbers.
  package let contacts: [Record]
  /// The external users among the contacts, in the order of their numbers.
  package let externalUsers: [Record]
}

extension Store {
  /// Finds a company by its identifier, compared without case.
  package func company(identifier: String) throws(StoreError) -> Record? {
    try record(of: .companies, "t.id_key = $", .text(identifier.caseKey))
  }

  /// Finds companies whose name is the same but for case, diacritics and outer white space.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - limit: The greatest number of companies.
  /// - Returns: The companies in the order of their numbers.
  /// - Throws: ``StoreError``.
  package func companies(named name: String, limit: Int = 10) throws(StoreError) -> [Record] {
    var condition = Condition()
    condition.add("t.name_key = $", .text(name.wordKey))
    return try records(of: .companies, condition, "ORDER BY t.no LIMIT \(max(0, limit))")
  }

  /// Counts companies whose name is the same but for case, diacritics and outer white space.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - key: A company that does not count; `nil` for none.
  ///   - limit: Where counting ends.
  /// - Returns: How many there are, up to the limit.
  /// - Throws: ``StoreError``.
  package func countCompanies(
    named name: String,
    except key: SQLValue?,
    limit: Int = 10
  ) throws(StoreError) -> Int {
    let found = try rows(
      """
      SELECT count(*) FROM (
        SELECT no FROM companies WHERE name_key = $1 AND no <> $2 LIMIT \(limit)
      ) AS same
      """,
      [.text(name.wordKey), key ?? .integer(-1)]
    )
    return Int(found.first?.first?.integer ?? 0)
  }

  /// Finds companies whose name begins with a text, whatever its case and diacritics.
  ///
  /// - Parameters:
  ///   - text: The beginning of the name; empty for all companies.
  ///   - withoutCustomer: Whether companies that are customers already are left out.
  ///   - limit: The greatest number of companies.
  /// - Returns: The companies in the order of their names.
  /// - Throws: ``StoreError``.
  package func companies(
    beginningWith text: String,
    withoutCustomer: Bool = false,
    limit: Int = 50
  ) throws(StoreError) -> [Record] {
    var condition = Condition()
    let key = text.wordKey
    if !key.isEmpty {
      condition.add("t.name_key >= $", .text(key))
      // The greatest scalar; nothing that begins with the text is behind it.
      condition.add("t.name_key < $", .text(key + "\u{10FFFF}"))
    }
    if withoutCustomer { condition.add(Store.isNoCustomer) }
    return try records(
      of: .companies,
      condition,
      "ORDER BY t.name_key, t.no LIMIT \(max(0, limit))"
    )
  }

  /// Finds companies whose identifier begins with a text, compared without case.
  ///
  /// - Parameters:
  ///   - text: The beginning of the identifier; empty for all companies.
  ///   - limit: The greatest number of companies.
  /// - Returns: The companies in the order of their identifiers.
  /// - Throws: ``StoreError``.
  package func companies(
    identifierBeginningWith text: String,
    limit: Int = 50
  ) throws(StoreError) -> [Record] {
    var condition = Condition()
    let key = text.caseKey
    if !key.isEmpty {
      condition.add("t.id_key >= $", .text(key))
      condition.add("t.id_key < $", .text(key + "\u{10FFFF}"))
    }
    return try records(of: .companies, condition, "ORDER BY t.id_key LIMIT \(max(0, limit))")
  }

  /// Whether any company is not a customer yet.
  package var hasCompanyWithoutCustomer: Bool {
    get throws(StoreError) {
      try !companies(beginningWith: "", withoutCustomer: true, limit: 1).isEmpty
    }
  }

  /// Finds a customer, with company, contacts and external users, by the company's identifier.
  package func customer(identifier: String) throws(StoreError) -> CustomerFile? {
    guard let company = try company(identifier: identifier),
      let customer = try record(of: .customers, key: company.key),
      let number = company.key.integer
    else { return nil }
    return CustomerFile(
      customer: customer,
      company: company,
      contacts: try records(of: .contacts, where: Selection(company: number)),
      externalUsers: try records(of: .externalUsers, where: Selection(company: number))
    )
  }

  /// Finds an external user, active or not, by e-mail address, compared without case.
  ///
  /// The record has the contact's name and the company's as linked columns.
  package func externalUser(email: String) throws(StoreError) -> Record? {
    try record(of: .externalUsers, "t.email_key = $", .text(email.caseKey))
  }

  /// Finds the external user that a contact is.
  package func externalUser(ofContact number: Int64) throws(StoreError) -> Record? {
    try record(of: .externalUsers, "t.contact = $", .integer(number))
  }

  /// Finds the contact, request or entry with a written number, for example `CT-0001`.
  package func record(of table: Table, numbered text: String) throws(StoreError) -> Record? {
    guard let number = RecordNumber.number(text, of: table) else { return nil }
    return try record(of: table, key: .integer(number))
  }

  /// Finds a record by what people call it: its number with a prefix, or the text in its own column,
  /// compared without case.
  package func record(of table: Table, called name: String) throws(StoreError) -> Record? {
    let layout = table.layout
    if layout.numberPrefix != nil { return try record(of: table, numbered: name) }
    guard let position = layout.position(of: layout.nameKey),
      let derivation = layout.derivations.first(where: { $0.source == position })
    else { return try record(of: table, key: .text(name)) }
    return try record(
      of: table,
      "t.\(layout.columns[derivation.target].name) = $",
      .text(derivation.key(name))
    )
  }

  /// Reads the records that have a value in a column, in the order of their keys.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - key: The name of an own column in answer files; an unknown one finds nothing.
  ///   - value: The value.
  /// - Returns: The records.
  /// - Throws: ``StoreError``.
  package func records(
    of table: Table,
    with key: String,
    _ value: SQLValue
  ) throws(StoreError) -> [Record] {
    let layout = table.layout
    guard let position = layout.position(of: key), position < layout.columns.count else {
      return []
    }
    var condition = Condition()
    condition.add("t.\(layout.columns[position].name) = $", value)
    return try records(of: table, condition, "ORDER BY \(layout.keyExpression)")
  }

  /// Reads active contracts whose next billing day has come, in the order of these days, then of their numbers.
  ///
  /// - Parameters:
  ///   - day: The last day that counts, as `YYYY-MM-DD`.
  ///   - mark: Day and key of a contract; those before it and itself are left out.
  ///   - limit: The greatest number of contracts.
  /// - Returns: The contracts.
  /// - Throws: ``StoreError``.
  package func contracts(
    dueUntil day: String,
    after mark: (day: String, key: SQLValue),
    limit: Int
  ) throws(StoreError) -> [Record] {
    var condition = Condition()
    condition.add("t.contract_state = $", .text("active"))
    condition.add("t.next_billing <= $", .text(day))
    condition.add("(t.next_billing, t.no) > ($, $)", .text(mark.day), mark.key)
    return try records(
      of: .contracts,
      condition,
      "ORDER BY t.next_billing, t.no LIMIT \(max(0, limit))"
    )
  }

  /// Finds an employee by code, compared without case.
  package func employee(code: String) throws(StoreError) -> Record? {
    try record(of: .employees, "t.code_key = $", .text(code.caseKey))
  }

  /// The value of a setting; `nil` when it is not set.
  package func setting(_ key: String) throws(StoreError) -> String? {
    try record(of: .settings, key: .text(key))?["value"].text
  }

  /// Finds contacts that may be the same person: the same e-mail address, or name and telephone.
  ///
  /// - Parameters:
  ///   - email: The primary address, compared without case; `nil` for none.
  ///   - firstName: The first name.
  ///   - lastName: The last name.
  ///   - phone: The primary number as it is stored; `nil` for none.
  ///   - limit: The greatest number of contacts.
  /// - Returns: The contacts in the order of their numbers.
  /// - Throws: ``StoreError``.
  package func contacts(
    likeEmail email: String?,
    firstName: String?,
    lastName: String?,
    phone: String?,
    limit: Int = 10
  ) throws(StoreError) -> [Record] {
    var found: [Int64: Record] = [:]
    func add(_ column: String, _ value: String?, _ isSame: (Record) -> Bool) throws(StoreError) {
      guard let value, !value.isEmpty else { return }
      var condition = Condition()
      condition.add("\(column) = $", .text(value))
      // A shared telephone or mailbox is no reason to read without end.
      for record in try records(of: .contacts, condition, "ORDER BY t.no LIMIT 1000")
      where isSame(record) {
        if let number = record.key.integer { found[number] = record }
      }
    }
    func key(_ name: String?) -> String { (name ?? "").wordKey }
    try add("t.email_key", email?.caseKey) { _ in true }
    if !key(firstName).isEmpty || !key(lastName).isEmpty {
      try add("t.phone1", phone) { record in
        key(record["firstName"].text) == key(firstName)
          && key(record["lastName"].text) == key(lastName)
      }
    }
    return found.sorted { $0.key < $1.key }.prefix(max(0, limit)).map(\.value)
  }

  /// Finds records in whose texts every word of a text occurs, whatever its case and diacritics.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - text: One word or several; none finds every record.
  ///   - selection: Which records to look at; its order is not used.
  /// - Returns: The records in the order of their keys, as many as the selection's limit at most.
  /// - Throws: ``StoreError``.
  /// - Complexity: O(*n*) in the records of the table, until the limit is reached.
  package func records(
    of table: Table,
    containing text: String,
    where selection: Selection = Selection()
  ) throws(StoreError) -> [Record] {
    let key = text.wordKey
    let limit = max(0, selection.limit ?? .max)
    var found: [Record] = []
    guard limit > 0 else { return [] }
    try forEach(of: table, where: selection) { record in
      if record.contains(key) { found.append(record) }
      return found.count < limit
    }
    return found
  }

  /// Finds, among the first records of a table, those in whose texts every word of a text occurs.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - text: One word or several; none finds every record.
  ///   - count: How many records are looked at, in the order of their keys.
  /// - Returns: The records in the order of their keys.
  /// - Throws: ``StoreError``.
  package func records(
    of table: Table,
    containing text: String,
    amongFirst count: Int
  ) throws(StoreError) -> [Record] {
    try records(of: table, where: Selection(limit: count)).filter { $0.contains(text.wordKey) }
  }

  /// Finds the record that a case of a wizard made.
  ///
  /// - Parameters:
  ///   - key: The caller's key.
  ///   - wizard: The wizard's name.
  /// - Returns: Whether the case was carried out, and the record it was about, if any.
  /// - Throws: ``StoreError``.
  package func outcome(
    ofCase key: String,
    wizard: String
  ) throws(StoreError) -> (isDone: Bool, record: Record?) {
    let found = try rows(
      "SELECT record_table, record_key FROM cases WHERE wizard = $1 AND case_key = $2",
      [.text(wizard), .text(key)]
    )
    guard let row = found.first else { return (false, nil) }
    guard let table = Table.allCases.first(where: { $0.name == row[0].text }) else {
      return (true, nil)
    }
    let column = table.layout.columns[table.layout.keyPosition]
    let isNumber = column.kind != .text
    let recordKey = isNumber ? SQLValue(row[1].text.flatMap { Int64($0) }) : row[1]
    return (true, try record(of: table, key: recordKey))
  }

  private static var isNoCustomer: String {
    "NOT EXISTS (SELECT 1 FROM customers AS k WHERE k.company = t.no)"
  }
}

extension Record {
  /// Whether every word of a search key occurs in the record's texts.
  fileprivate func contains(_ key: String) -> Bool {
    let texts = table.layout.searchedPositions.compactMap { values[$0].text?.searchKey }
    return key.split(separator: " ").map(String.init).allSatisfy { word in
      texts.contains { $0.mentions(word) }
    }
  }
}
