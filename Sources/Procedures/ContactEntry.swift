import PlainValues
package import RecordStorage
import WizardEngine

/// What finishing `enter-contact` does: a customer request with its own copy of the caller's data,
/// and a contact record that is created, changed or left alone.
///
/// - SeeAlso: the project's `Wizards/enter-contact.yaml`, whose field keys it works with.
package struct ContactEntry: Sendable {
  let registration: Registration
  /// The moment that a new request is opened at, in UTC as ISO 8601.
  let now: String

  /// Takes the answers of a finished wizard.
  package init(_ registration: Registration, now: String) {
    self.registration = registration
    self.now = now
  }

  /// The keys that contact and request both hold.
  private static let personKeys = [
    "firstName", "middleInitial", "lastName", "companyName", "employeeCode", "address1", "address2",
    "city", "state", "postalCode", "country", "addressAlias", "phone1", "phone2", "phone3", "fax1",
    "fax2", "email1", "email2", "notes",
  ]

  // MARK: Filling the form

  /// The records that a chosen contact or request fills the form from; the last one is what fills it.
  ///
  /// - Parameters:
  ///   - request: The request's number as given; `nil` for a new one.
  ///   - contact: The contact's number as given; it wins over the request's own copy.
  ///   - store: The store.
  /// - Returns: A linked contact, the request, the contact; as far as they are there.
  /// - Throws: `StoreError`.
  static func loaded(
    request: String?,
    contact: String?,
    in store: Store
  ) throws(StoreError) -> [Record] {
    var records: [Record] = []
    if let request, let found = try store.record(of: .requests, numbered: request) {
      let key = found["contact"]
      if contact == nil, !key.isNull, let linked = try store.record(of: .contacts, key: key) {
        records.append(linked)
      }
      records.append(found)
    }
    if let contact, let found = try store.record(of: .contacts, numbered: contact) {
      records.append(found)
    }
    return records
  }

  /// What a contact or a request fills the form with.
  static func answers(of record: Record) -> [SpelledAnswer] {
    personKeys.compactMap { key in
      guard let column = record.table.layout.givenColumn(key) else { return nil }
      return RecordCells.text(record[key], of: column.kind).map { SpelledAnswer(key, $0) }
    }
  }

  /// The keys of a request's own copy that differ from the contact it is linked with.
  package static func differences(of request: Record, from contact: Record) -> [String] {
    personKeys.filter { request[$0] != contact[$0] }
  }

  // MARK: What the store knows

  /// What the store and the procedure have to say about the answers so far.
  package func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    let request = try request(in: store)
    if let number = registration["request"] {
      switch request?["status"].text {
      case nil: findings.append(Finding(.unknownRequest(number), at: "request"))
      case "open"?: break
      default: findings.append(Finding(.requestClosed(request?.name ?? number), at: "request"))
      }
    }
    if let number = registration["contact"],
      try store.record(of: .contacts, numbered: number) == nil
    {
      findings.append(Finding(.unknownContact(number), at: "contact"))
    }
    if let identifier = registration["company"],
      try store.company(identifier: identifier) == nil
    {
      findings.append(Finding(.unknownCompany(identifier), at: "company"))
    }
    if let code = registration["employeeCode"], try store.employee(code: code) == nil {
      findings.append(Finding(.unknownEmployee(code), at: "employeeCode"))
    }
    findings += try registration.danglingReferences(
      in: store,
      except: ["request", "contact", "company", "employeeCode"]
    )
    findings += try companyFindings(in: store)
    findings += siteFindings(request: request)
    findings += try saveFindings(in: store)
    // A request has no room for what an author added; a contact has.
    if registration["save"] == "request" {
      findings += registration.homeless(in: .requests, except: Self.otherKeys)
    }
    return (findings + (try staleFindings(in: store))).inFieldOrder(of: registration.wizard)
  }

  /// Records that were changed by somebody else since they filled the form.
  private func staleFindings(in store: Store) throws(StoreError) -> [Finding] {
    var findings: [Finding] = []
    for record in try written(in: store) {
      guard let now = try store.record(of: record.table, key: record.key),
        now.revision != record.revision
      else { continue }
      findings.append(
        Finding(.stale(record: "\(RecordName.singular(record.table)) \(record.name)"))
      )
    }
    return findings
  }

  /// The stored records that finishing will change.
  private func written(in store: Store) throws(StoreError) -> [Record] {
    var records = [try request(in: store)].compactMap { $0 }
    if registration["save"] == "changes", let linked = try linkedContact(in: store) {
      records.append(linked)
    }
    return records
  }

  private func saveFindings(in store: Store) throws(StoreError) -> [Finding] {
    guard let save = registration["save"] else { return [] }
    var findings: [Finding] = []
    if save == "changes", registration["contact"] == nil, try linkedContact(in: store) == nil {
      findings.append(Finding(.noContact, at: "save"))
    }
    if save != "request", !registration.describesContact {
      findings.append(Finding(.contactEmpty, at: "save"))
    }
    if save == "new" {
      let similar = try registration.similarContacts(in: store)
      if !similar.isEmpty { findings.append(Finding(.similarContacts(similar.map(\.name)))) }
    }
    return findings
  }

  private func companyFindings(in store: Store) throws(StoreError) -> [Finding] {
    guard let name = registration["companyName"], registration["company"] == nil else { return [] }
    var known = try store.company(identifier: name)
    if known == nil { known = try store.companies(named: name, limit: 1).first }
    guard let known else { return [] }
    return [
      Finding(
        .companyKnown(name: name, identifier: known["identifier"].text ?? ""),
        at: "companyName"
      )
    ]
  }

  private func siteFindings(request: Record?) -> [Finding] {
    guard let line = registration["copyToSite"], line != "none" else { return [] }
    guard let address = registration["address\(line)"] else {
      return [Finding(.nothingToCopy(line: line), at: "copyToSite")]
    }
    if let current = request?["siteAddress"].text, current != address {
      return [Finding(.confirmSiteAddress(current: current), at: "copyToSite")]
    }
    return []
  }

  /// Whether saving changes to the contact record can be offered: one must be linked.
  package func offersChanges(in store: Store) throws(StoreError) -> Bool {
    try linkedContact(in: store) != nil
  }

  // MARK: What finishing writes

  /// The inserts and updates that finishing performs.
  ///
  /// A record that filled the form is altered as it was then, so that the commit refuses if somebody
  /// changed it meanwhile.
  package func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    let person = try person(in: store)
    let company = try company(in: store)
    let linked = try linkedContact(in: store)
    let link: Cell
    switch registration["save"] {
    case "new":
      var row = NewRow(in: .contacts)
      for (key, text) in person { row.give(text, to: key) }
      if let company { row.set(.value(company.key), for: "company") }
      row.set(attributes.cell, for: "attributes")
      link = .row(set.insert(row))
    case "changes":
      guard let linked else { return set }
      var row = AlteredRow(linked)
      for (key, text) in person { row.give(text, to: key) }
      if let company { row.set(.value(company.key), for: "company") }
      row.set(
        attributes.cell(replacingIn: linked, isKnown: registration.wizard.asks),
        for: "attributes"
      )
      if !row.alterations.isEmpty { set.update(row) }
      link = .value(linked.key)
    default: link = linked.map { .value($0.key) } ?? .empty
    }
    if let request = try request(in: store) {
      var row = AlteredRow(request)
      for (key, text) in person { row.give(text, to: key) }
      row.set(link, for: "contact")
      if let site = siteAddress { row.give(site, to: "siteAddress") }
      set.main = set.update(row)
    } else {
      var row = NewRow(in: .requests)
      for (key, text) in person { row.give(text, to: key) }
      row.set(link, for: "contact")
      row.give(siteAddress, to: "siteAddress")
      row.give(now, to: "openedAt")
      set.main = set.insert(row)
    }
    return set
  }

  /// The person's data that the wizard asks for, `nil` where an answer is empty; an employee's code as
  /// the employee has it.
  ///
  /// What a wizard does not ask is not there, so that it cannot be emptied by asking nothing.
  private func person(in store: Store) throws(StoreError) -> [(key: String, text: String?)] {
    var person: [(key: String, text: String?)] = []
    for key in Self.personKeys where registration.wizard.fieldPositions[key] != nil {
      var text = registration[key]
      if key == "employeeCode", let code = text {
        text = try store.employee(code: code)?["code"].text ?? code
      }
      person.append((key, text))
    }
    return person
  }

  /// The keys that are not the person's, and that only this procedure gives a meaning.
  private static let otherKeys: Set<String> = [
    "request", "contact", "company", "copyToSite", "save",
  ]

  /// What the wizard's author added.
  private var attributes: Attributes {
    registration.attributes { key in
      !Self.otherKeys.contains(key) && Table.contacts.layout.givenColumn(key) == nil
    }
  }

  private var siteAddress: String? {
    switch registration["copyToSite"] {
    case "1": registration["address1"]
    case "2": registration["address2"]
    default: nil
    }
  }

  private func request(in store: Store) throws(StoreError) -> Record? {
    guard let number = registration["request"] else { return nil }
    return asLoaded(try store.record(of: .requests, numbered: number))
  }

  private func company(in store: Store) throws(StoreError) -> Record? {
    guard let identifier = registration["company"] else { return nil }
    return try store.company(identifier: identifier)
  }

  /// The contact that is named, else the one that the request is linked with.
  private func linkedContact(in store: Store) throws(StoreError) -> Record? {
    if let number = registration["contact"] {
      return asLoaded(try store.record(of: .contacts, numbered: number))
    }
    guard let key = try request(in: store)?["contact"], !key.isNull else { return nil }
    return asLoaded(try store.record(of: .contacts, key: key))
  }

  /// A record as it was when it filled the form, if it did.
  private func asLoaded(_ record: Record?) -> Record? {
    registration.loaded.first { $0.table == record?.table && $0.key == record?.key } ?? record
  }

  /// The `mailto:` link that opens a message to the caller; `nil` without an e-mail address.
  ///
  /// - SeeAlso: RFC 6068, section 2.
  package static func mailtoLink(to address: String?) -> String? {
    guard let address, !address.isEmpty else { return nil }
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~@!$'*+".utf8)
    var link = "mailto:"
    for byte in address.utf8 {
      if plain.contains(byte) {
        link.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        link += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return link
  }
}
