/// Answers of a registration by path, written in the ways in which alta takes them.
///
/// Everything that the shipped `register-customer` asks is here in its order, so that a test which
/// types it notices when a question is missing, added or moved.
struct Script {
  var answers: [String: String]
  /// The entries of the list of contacts.
  var contacts: [[String: String]]

  init(_ answers: [String: String], contacts: [[String: String]] = []) {
    self.answers = answers
    self.contacts = contacts
  }

  /// A small complete registration.
  static let small = Script(["companyType": "other", "category": "retail", "name": "Kiosk"])

  // MARK: Dialogue

  private static let companyData = [
    "country", "identifier", "name", "address1", "address2", "postalCode", "city", "state",
    "phone1",
    "phone2", "fax1", "email1", "email2", "website", "language", "postalInvoice",
  ]
  private static let categories = [
    "public": ["buyerReference"], "health": ["licenceNumber"],
    "construction": ["siteManager", "insuranceUntil"],
  ]
  private static let contact = [
    "kind", "firstName", "lastName", "email", "phone", "mobile", "area", "role", "default",
  ]

  /// The keys of the questions in their order, without the contacts.
  var keys: [String] {
    let isExisting = answers["mode"] == "existing"
    var keys = ["mode", isExisting ? "company" : "companyType", "category"]
    if ["gmbh", "ag"].contains(answers["companyType"]) {
      keys += ["registerCourt", "registerType", "registerNumber", "taxState"]
      if answers["taxState"] != nil { keys.append("taxNumber") }
    }
    keys += Self.categories[answers["category"]?.lowercased() ?? ""] ?? []
    guard !isExisting else { return keys }
    return keys
      + Self.companyData.filter { $0 != "identifier" || answers["companyType"] != "other" }
  }

  /// What a person types up to the review; an empty line takes what is suggested.
  var lines: [String] {
    var lines = keys.map { answers[$0] ?? "" }
    guard answers["mode"] != "existing" else { return lines }
    for contact in contacts {
      var keys = Self.contact
      if contact["kind"] == "external" { keys += ["language", "maxConnections", "licence"] }
      lines += ["a"] + keys.map { contact[$0] ?? "" }
    }
    return lines + [""]
  }

  /// What a person types from the first question to the end.
  var allLines: [String] { lines + ["", "y"] }

  // MARK: Files

  /// The paths and texts, in the order of the questions.
  var pairs: [(path: String, text: String)] {
    let own = keys.compactMap { key in answers[key].map { (path: key, text: $0) } }
    return own
      + contacts.enumerated().flatMap { index, contact in
        contact.sorted { $0.key < $1.key }.map { (path: "contacts.\(index + 1).\($0)", text: $1) }
      }
  }

  var options: [String] { pairs.flatMap { ["--set", "\($0.path)=\($0.text)"] } }

  var yaml: String {
    func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
    var text = ""
    for key in keys { text += answers[key].map { "\(key): \(quoted($0))\n" } ?? "" }
    if !contacts.isEmpty { text += "contacts:\n" }
    for contact in contacts {
      text += "  -\n"
      for (key, value) in contact.sorted(by: <) { text += "    \(key): \(quoted(value))\n" }
    }
    return text
  }

  var json: String {
    func object(_ pairs: [(String, String)]) -> [String] {
      pairs.map { "\(quoted($0.0)): \(quoted($0.1))" }
    }
    func quoted(_ text: String) -> String {
      "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    let own = object(keys.compactMap { key in answers[key].map { (key, $0) } })
    let items = contacts.map { "{\(object($0.sorted(by: <)).joined(separator: ", "))}" }
    return
      "{\((own + ["\"contacts\": [\(items.joined(separator: ", "))]"]).joined(separator: ", "))}"
  }
}
