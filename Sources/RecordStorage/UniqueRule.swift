/// A rule that at most one record may hold.
package enum UniqueRule: CaseIterable, Equatable, Sendable {
  /// Identifiers of companies, compared without case.
  case companyIdentifier
  /// A company is one customer at most.
  case customerOfCompany
  /// A company has one default contact at most.
  case defaultContact
  /// E-mail addresses of external users, compared without case; disabled ones count.
  case externalUserEmail
  /// A contact is one external user at most.
  case contactOfExternalUser
  /// Codes of employees, compared without case.
  case employeeCode
  /// Keys of settings.
  case settingKey
  /// Codes of articles and programmes, compared without case.
  case recordCode
  /// Numbers of documents.
  case documentNumber
  /// Numbers of cards, compared without case.
  case cardNumber
  /// Numbers of vouchers.
  case voucherNumber
  /// A case of a wizard is carried out once.
  case caseKey

  /// The rule that an index or a key enforces, by its name in a server's schema.
  package init?(index: String) {
    switch index {
    case "companies_id": self = .companyIdentifier
    case "customers_pkey": self = .customerOfCompany
    case "contacts_default": self = .defaultContact
    case "external_users_email": self = .externalUserEmail
    case "external_users_contact": self = .contactOfExternalUser
    case "employees_pkey", "employees_code": self = .employeeCode
    case "settings_pkey": self = .settingKey
    case "articles_pkey", "articles_code", "programmes_pkey", "programmes_code", "plans_pkey",
      "plans_code", "components_pkey", "components_code", "coupons_pkey", "coupons_code",
      "templates_pkey", "templates_code":
      self = .recordCode
    case "processes_id", "offers_id", "invoices_id": self = .documentNumber
    case "cards_number": self = .cardNumber
    case "entitlements_voucher": self = .voucherNumber
    case "cases_pkey": self = .caseKey
    default: return nil
    }
  }

  /// The rule that enforces these columns, as SQLite names them in a violation.
  ///
  /// - Parameter columns: For example `companies.id_key`, or several joined by a comma and a space.
  package init?(columns: some StringProtocol) {
    switch columns {
    case "companies.id_key": self = .companyIdentifier
    case "customers.company": self = .customerOfCompany
    case "contacts.company": self = .defaultContact
    case "external_users.email_key": self = .externalUserEmail
    case "external_users.contact": self = .contactOfExternalUser
    case "employees.code", "employees.code_key": self = .employeeCode
    case "settings.key": self = .settingKey
    case "articles.code", "articles.code_key", "programmes.code", "programmes.code_key",
      "plans.code",
      "plans.code_key", "components.code", "components.code_key", "coupons.code",
      "coupons.code_key", "templates.code", "templates.code_key":
      self = .recordCode
    case "processes.id_key", "offers.id_key", "invoices.id_key": self = .documentNumber
    case "cards.card_key": self = .cardNumber
    case "entitlements.voucher_number": self = .voucherNumber
    case "cases.wizard, cases.case_key": self = .caseKey
    default: return nil
    }
  }
}
