/// The tables of the customer file.
extension TableLayout {
  /// Companies and natural persons.
  static let companies = TableLayout(
    "companies",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("id", key: "identifier", required: true),
      .kept("id_key", from: .caseKey(of: "id"), required: true),
      .given("name", required: true),
      .kept("name_key", from: .searchKey(of: "name"), required: true),
      .given("type", key: "companyType", required: true, frozen: true),
      .given("status", .code, required: true, initial: .text("active")),
      .given("origin", frozen: true),
    ] + reach + [
      .given("website"),
      .given("attributes", .json),
    ],
    listed: ["identifier", "name", "companyType", "city", "country", "status"],
    nameKey: "identifier"
  )

  /// Companies that buy.
  static let customers = TableLayout(
    "customers",
    key: "company",
    columns: [
      .given("company", .reference(to: .companies), required: true, frozen: true),
      .given("category", required: true, frozen: true),
      .given("attributes", .json),
      .given("postal_invoice", .boolean, required: true, initial: .integer(0)),
      .given("language"),
      .given("status", .code, required: true, initial: .text("active")),
    ],
    joins: "JOIN companies AS c ON c.no = t.company",
    linked: company,
    listed: ["company.identifier", "company.name", "category", "language", "status"],
    nameKey: "company.identifier"
  )

  /// People, of a company or on their own.
  static let contacts = TableLayout(
    "contacts",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("company", .reference(to: .companies)),
    ] + person + [
      .given("mobile"),
      .given("area"),
      .given("role"),
      .given("is_default", .boolean, key: "default", required: true, initial: .integer(0)),
      .given("attributes", .json),
      .given("status", .code, required: true, initial: .text("active")),
      .kept("email_key", from: .caseKey(of: "email1")),
    ],
    joins: "LEFT JOIN companies AS c ON c.no = t.company",
    linked: company,
    listed: [
      "no", "firstName", "lastName", "company.name", "companyName", "email1", "status",
    ],
    numberPrefix: "CT-",
    nameKey: "no"
  )

  /// Contacts that may log in.
  static let externalUsers = TableLayout(
    "external_users",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("email", required: true),
      .kept("email_key", from: .caseKey(of: "email"), required: true),
      .given("contact", .reference(to: .contacts), required: true, frozen: true),
      // Where no wizard asks, a login speaks the language that it was registered in.
      .given("language", required: true, standIn: .language),
      .given("licence"),
      .given("max_connections", .integer, required: true, initial: .integer(1)),
      .given("status", .code, required: true, initial: .text("active")),
    ],
    joins: """
      JOIN contacts AS p ON p.no = t.contact LEFT JOIN companies AS c ON c.no = p.company
      """,
    linked: [
      .kept("p.first_name", key: "contact.firstName", from: .linked),
      .kept("p.last_name", key: "contact.lastName", from: .linked),
    ] + company,
    listed: [
      "contact.firstName", "contact.lastName", "email", "company.name", "language",
      "maxConnections", "status",
    ],
    nameKey: "email"
  )

  /// A person as a contact and a request both hold it.
  static let person: [Column] =
    [
      .given("company_name"),
      .given("first_name"),
      .given("middle_initial"),
      .given("last_name"),
      .given("employee", .reference(to: .employees), key: "employeeCode"),
    ] + reach + [.given("notes", .memo)]

  /// Where somebody is reached.
  private static let reach: [Column] = [
    "address1", "address2", "city", "state", "postal_code", "country", "address_alias", "phone1",
    "phone2", "phone3", "fax1", "fax2", "email1", "email2",
  ].map { .given($0) }

  /// The company that a row belongs to.
  static let company: [Column] = [
    .kept("c.id", key: "company.identifier", from: .linked),
    .kept("c.name", key: "company.name", from: .linked),
  ]
}
