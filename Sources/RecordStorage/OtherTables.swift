/// The tables of the call centre, of plain wizards, and of the installation.
extension TableLayout {
  /// Employees, by code.
  static let employees = TableLayout(
    "employees",
    key: "code",
    columns: [
      .given("code", required: true, frozen: true),
      .kept("code_key", from: .caseKey(of: "code"), required: true),
      .given("name", required: true),
    ],
    listed: ["code", "name"],
    nameKey: "code"
  )

  /// Calls to the call centre, each with its own copy of the person.
  static let requests = TableLayout(
    "requests",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("contact", .reference(to: .contacts)),
    ] + person + [
      .given("site_address"),
      .given("landmark"),
      .given("status", .code, required: true, initial: .text("open")),
      .given("opened_at", .time, required: true, frozen: true),
    ],
    listed: ["no", "firstName", "lastName", "companyName", "siteAddress", "status", "openedAt"],
    numberPrefix: "CR-",
    nameKey: "no"
  )

  /// What wizards without a procedure stored; the wizard is in the provenance.
  static let entries = TableLayout(
    "entries",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("answers", .json, required: true),
    ],
    listed: ["no", "wizard", "createdAt", "createdBy"],
    numberPrefix: "EN-",
    nameKey: "no"
  )

  /// Settings of the installation.
  static let settings = TableLayout(
    "settings",
    key: "key",
    columns: [
      .given("key", required: true, frozen: true),
      .given("value"),
    ],
    listed: ["key", "value"],
    nameKey: "key"
  )
}
