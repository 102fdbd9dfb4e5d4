/// The tables of invoices by e-mail: texts, the mails waiting to be sent, and which invoice went with which.
extension TableLayout {
  /// Texts of mails and documents.
  static let templates = TableLayout(
    "templates",
    key: "code",
    columns: [
      .given("code", required: true, frozen: true),
      .kept("code_key", from: .caseKey(of: "code"), required: true),
      .given("name", required: true),
      .kept("name_key", from: .searchKey(of: "name"), required: true),
      .given("kind", .code, required: true),
      .given("language"),
      .given("subject"),
      .given("body", .memo, required: true),
    ],
    listed: ["code", "name", "kind", "language", "subject"],
    nameKey: "code"
  )

  /// Mails to customers: the queue, and what became of each.
  static let mails = TableLayout(
    "mails",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      ofCustomer,
      .given("email", required: true, frozen: true),
      .given("template", .reference(to: .templates), required: true, frozen: true),
      .given("subject", required: true),
      .given("body", .memo, required: true),
      .given("message_id", required: true, frozen: true),
      .given("mail_state", .code, key: "state", required: true, initial: .text("queued")),
      .given("attempts", .integer, required: true, initial: .integer(0)),
      .given("queued_at", .time, required: true, frozen: true),
      .given("next_at", .time),
      .given("sent_at", .time),
      .given("error"),
    ],
    joins: customersCompany,
    linked: company,
    listed: ["no", "company.identifier", "email", "state", "attempts", "sentAt", "error"],
    numberPrefix: "ML-",
    nameKey: "no"
  )

  /// Which invoice went with which mail.
  static let dispatches = TableLayout(
    "dispatches",
    key: "no",
    columns: [
      .kept("no", .integer, from: .number, required: true),
      .given("mail", .reference(to: .mails), required: true, frozen: true),
      .given("invoice", .reference(to: .invoices), required: true, frozen: true),
    ],
    joins: "JOIN invoices AS i ON i.no = t.invoice JOIN mails AS m ON m.no = t.mail",
    linked: [
      .kept("i.id", key: "invoice.number", from: .linked),
      .kept("m.email", key: "mail.email", from: .linked),
      .kept("m.mail_state", .code, key: "mail.state", from: .linked),
    ],
    listed: ["no", "mail", "invoice.number", "mail.email", "mail.state"],
    numberPrefix: "DP-",
    nameKey: "no"
  )
}
