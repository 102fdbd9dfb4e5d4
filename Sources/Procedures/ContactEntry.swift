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

  /// What a chosen contact or request fills the form with.
  ///
  /// - Parameters:
  ///   - request: The request's number as given; `nil` for a new one.
  ///   - contact: The contact's number as given; it wins over the request's own copy.
  ///   - store: The store.
  package static func answers(
    request: String?,
    contact: String?,
    in store: Store
  ) throws(StoreError) -> [SpelledAnswer] {
    var source: Record?
    if let request { source = try store.record(of: .requests, numbered: request) }
    if let contact { source = try store.record(of: .contacts, numbered: contact) ?? source }
    guard let source else { return [] }
    return personKeys.compactMap { key in
      guard let column = source.table.layout.givenColumn(key) else { return nil }
      return RecordCells.text(source[key], of: column.kind).map { SpelledAnswer(key, $0) }
    }
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
    if let code = registration["employeeCode"], try store.employee(code: code) == nil {
      findings.append(Finding(.unknownEmployee(code), at: "employeeCode"))
    }
    if let identifier = registration["company"],
      try store.company(identifier: identifier) == nil
    {
      findings.append(Finding(.unknownCompany(identifier), at: "company"))
    }
    findings += try saveFindings(in: store, request: request)
    findings += siteFindings(request: request)
    return findings
  }

  private func saveFindings(in store: Store, request: Record?) throws(StoreError) -> [Finding] {
    guard let save = registration["save"] else { return [] }
    var findings: [Finding] = []
    let linked = try linkedContact(in: store)
    if save == "changes", linked == nil, registration["contact"] == nil {
      findings.append(Finding(.noContact, at: "save"))
    }
    let hasContent = ["firstName", "lastName", "address1", "address2", "employeeCode"]
      .contains { registration[$0] != nil }
    if save != "request", !hasContent { findings.append(Finding(.contactEmpty, at: "save")) }
    if save == "new" {
      let similar = try store.contacts(
        likeEmail: registration["email1"],
        firstName: registration["firstName"],
        lastName: registration["lastName"],
        phone: registration["phone1"])
      if !similar.isEmpty { findings.append(Finding(.similarContacts(similar.map(\.name)))) }
    }
    if let name = registration["companyName"], registration["company"] == nil {
      var known = try store.company(identifier: name)
      if known == nil { known = try store.companies(named: name, limit: 1).first }
      if let known {
        findings.append(
          Finding(
            .companyKnown(name: name, identifier: known["identifier"].text ?? ""),
            at: "companyName"))
      }
    }
    return findings
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
  package func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    let linked = try linkedContact(in: store)
    let link: Cell
    switch registration["save"] {
    case "new": link = .row(set.insert(try contactRow(in: store)))
    case "changes":
      guard let linked else { return set }
      var row = AlteredRow(linked)
      for key in Self.personKeys { row.give(try stored(key, in: store), to: key) }
      if let company = try company(in: store) { row.set(.value(company.key), for: "company") }
      if !row.alterations.isEmpty { set.update(row) }
      link = .value(linked.key)
    default: link = linked.map { .value($0.key) } ?? .empty
    }
    if let request = try request(in: store) {
      var row = AlteredRow(request)
      for key in Self.personKeys { row.give(try stored(key, in: store), to: key) }
      row.set(link, for: "contact")
      if let site = siteAddress { row.give(site, to: "siteAddress") }
      set.main = set.update(row)
    } else {
      var row = NewRow(in: .requests)
      for key in Self.personKeys { row.give(try stored(key, in: store), to: key) }
      row.set(link, for: "contact")
      row.give(siteAddress, to: "siteAddress")
      row.give(now, to: "openedAt")
      set.main = set.insert(row)
    }
    return set
  }

  private func contactRow(in store: Store) throws(StoreError) -> NewRow {
    var row = NewRow(in: .contacts)
    for key in Self.personKeys { row.give(try stored(key, in: store), to: key) }
    if let company = try company(in: store) { row.set(.value(company.key), for: "company") }
    return row
  }

  /// The canonical text of a field as it is stored: an employee's code as the employee has it.
  private func stored(_ key: String, in store: Store) throws(StoreError) -> String? {
    guard key == "employeeCode", let code = registration[key] else { return registration[key] }
    return try store.employee(code: code)?["code"].text ?? code
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
    return try store.record(of: .requests, numbered: number)
  }

  private func company(in store: Store) throws(StoreError) -> Record? {
    guard let identifier = registration["company"] else { return nil }
    return try store.company(identifier: identifier)
  }

  /// The contact that is named, else the one that the request is linked with.
  private func linkedContact(in store: Store) throws(StoreError) -> Record? {
    if let number = registration["contact"] {
      return try store.record(of: .contacts, numbered: number)
    }
    guard let key = try request(in: store)?["contact"], !key.isNull else { return nil }
    return try store.record(of: .contacts, key: key)
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
