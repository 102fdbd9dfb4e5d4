package import RecordStorage
import WizardEngine

extension Finding.Reason {
  /// Says that a table has no record of a name.
  package static func unknown(_ table: Table, _ name: String) -> Finding.Reason {
    switch table {
    case .coupons: .couponInvalid(name)
    case .companies: .unknownCompany(name)
    case .customers: .unknownCustomer(name)
    case .contacts: .unknownContact(name)
    case .requests: .unknownRequest(name)
    case .employees: .unknownEmployee(name)
    case .externalUsers: .unknownExternalUser(name)
    case .articles, .programmes, .processes, .cards, .offers, .offerLines, .invoices, .invoiceLines,
      .entitlements, .plans, .quotas, .components, .tiers, .contracts, .subscriptions, .usages,
      .templates, .mails, .dispatches, .settings, .entries:
      .unknownRecord(table, name)
    }
  }

  /// What a refusal of the store means for a registration; `nil` where it is the store's own trouble.
  ///
  /// - Parameters:
  ///   - error: The refusal; it met something that was stored after the answers were judged.
  ///   - registration: The answers, for the figures of the sentence.
  ///   - caseKey: The caller's key of the case.
  package init?(
    _ error: StoreError,
    registration: Registration?,
    caseKey: String?
  ) {
    switch error {
    case .conflict(.companyIdentifier):
      self = .identifierTaken(
        identifier: registration?["identifier"] ?? "",
        name: "",
        isCustomer: true
      )
    case .conflict(.customerOfCompany):
      self = .alreadyCustomer(name: registration?["company"] ?? "")
    case .conflict(.externalUserEmail), .conflict(.contactOfExternalUser):
      let contacts = registration?.items(of: "contacts") ?? []
      let email = contacts.first { $0["kind"] == "external" }?["email"]
      self = .externalUserTaken(email: email ?? registration?["email"] ?? "", holder: "")
    case .conflict(.defaultContact): self = .repeatedDefault
    case .conflict(.employeeCode): self = .employeeTaken(code: registration?["code"] ?? "")
    case .conflict(.recordCode): self = .codeTaken(registration?["code"] ?? "")
    case .conflict(.cardNumber):
      self = .cardNumberTaken(registration?["cardNumber"] ?? "", card: "")
    case .conflict(.caseKey): self = .caseDone(caseKey ?? "")
    case .conflict(.settingKey): self = .stale(record: registration?["key"] ?? "")
    case .referenced(let table): self = .inUse(record: RecordName.singular(table))
    case .stale(let table, let key), .missing(let table, let key):
      self = .stale(record: "\(RecordName.singular(table)) \(key.keyText)")
    case .constraint(_, let place): self = .doesNotFit(column: place)
    default: return nil
    }
  }
}
