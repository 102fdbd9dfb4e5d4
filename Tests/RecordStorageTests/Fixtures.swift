import Foundation
import RecordStorage
import SQLiteDriver

/// A directory of its own that is removed with this value's last owner.
final class Workspace {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "alta-store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  var database: String { path + "/alta.db" }

  func file(waitLimit: Duration = .seconds(5)) -> SQLiteFile {
    SQLiteFile(database, waitLimit: waitLimit)
  }

  func store() throws -> Store {
    try Store(reading: file().source)
  }

  /// All bytes of all files, by name.
  func bytes() throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    return Dictionary(
      uniqueKeysWithValues: names.map {
        ($0, FileManager.default.contents(atPath: "\(path)/\($0)") ?? Data())
      }
    )
  }
}

let now = "2026-03-05T14:07:09Z"

func provenance(
  case key: String? = nil,
  wizard: String = "register-customer",
  draft: String? = nil
) -> Provenance {
  Provenance(
    at: now,
    by: "ana",
    command: "register",
    wizard: wizard,
    wizardVersion: 1,
    language: "es",
    source: "dialogue",
    caseKey: key,
    draft: draft
  )
}

/// A row with texts, by column key.
func row(in table: Table, _ texts: [String: String], _ cells: [String: Cell] = [:]) -> NewRow {
  var row = NewRow(in: table)
  for (key, text) in texts { precondition(row.set(.text(text), for: key), key) }
  for (key, cell) in cells { precondition(row.set(cell, for: key), key) }
  return row
}

func company(_ identifier: String, _ name: String = "Müller GmbH") -> NewRow {
  row(in: .companies, ["identifier": identifier, "name": name, "companyType": "gmbh"])
}

/// What registering a customer with one contact per e-mail address writes.
func customer(
  _ identifier: String,
  name: String = "Müller GmbH",
  contacts: [String] = [],
  areExternal: Bool = false,
  isDefault: Bool = false
) -> ChangeSet {
  var set = ChangeSet()
  let company = set.insert(company(identifier, name))
  set.main = set.insert(
    row(in: .customers, ["category": "retail"], ["company": .row(company)])
  )
  for email in contacts {
    let contact = set.insert(
      row(
        in: .contacts,
        ["lastName": "Ruiz", "email1": email],
        ["company": .row(company), "default": .truth(isDefault)]
      )
    )
    if areExternal {
      set.insert(
        row(in: .externalUsers, ["email": email, "language": "es"], ["contact": .row(contact)])
      )
    }
  }
  return set
}

/// A call, with a new contact or none.
func call(lastName: String, email: String? = nil, contact isSaved: Bool) -> ChangeSet {
  var person = ["lastName": lastName, "phone1": "+49301111"]
  person["email1"] = email
  var set = ChangeSet()
  var request = row(in: .requests, person.merging(["openedAt": now]) { $1 })
  if isSaved { request.set(.row(set.insert(row(in: .contacts, person))), for: "contact") }
  set.main = set.insert(request)
  return set
}

/// What selling a programme to a customer leaves in the tables of sales.
///
/// - Parameters:
///   - customer: The customer.
///   - start: The position of the first insert in its set.
/// - Returns: The records, one of each table.
func sale(to customer: Cell, from start: Int) -> [NewRow] {
  let line = ["text": "G", "quantity": "1", "unitPrice": "1.00", "vatRate": "19"]
  return [
    row(in: .articles, ["code": "A", "name": "A", "kind": "goods", "price": "1", "vatRate": "19"]),
    row(in: .programmes, ["code": "P", "name": "P", "kind": "bonus"], ["article": .row(start)]),
    row(
      in: .processes,
      ["number": "VG-1", "kind": "customerCard", "openedOn": "2026-03-05"],
      ["customer": customer]
    ),
    row(in: .cards, ["cardNumber": "k"], ["customer": customer, "process": .row(start + 2)]),
    row(in: .offers, ["number": "AN-1", "offeredOn": "2026-03-05"], ["customer": customer]),
    row(
      in: .offerLines,
      line,
      ["offer": .row(start + 4), "place": .integer(1), "article": .row(start)]
    ),
    row(
      in: .invoices,
      [
        "number": "RE-1", "kind": "invoice", "date": "2026-03-05", "net": "1.00", "vat": "0.19",
        "gross": "1.19",
      ],
      ["customer": customer]
    ),
    row(
      in: .invoiceLines,
      line.merging(["net": "1.00"]) { $1 },
      ["invoice": .row(start + 6), "place": .integer(1)]
    ),
    row(
      in: .entitlements,
      ["startsOn": "2026-03-05", "voucherNumber": "1"],
      [
        "customer": customer, "programme": .row(start + 1), "offer": .row(start + 4),
        "invoice": .row(start + 6),
      ]
    ),
  ]
}

/// What a contract with a booked component leaves in the tables of billing.
///
/// - Parameters:
///   - customer: The customer.
///   - start: The position of the first insert in its set.
/// - Returns: The records, one of each table.
func billing(of customer: Cell, from start: Int) -> [NewRow] {
  [
    row(
      in: .plans,
      ["code": "PL", "name": "P", "baseFee": "1", "vatRate": "19"],
      ["periodMonths": .integer(1)]
    ),
    row(
      in: .components,
      [
        "code": "C", "name": "C", "kind": "quantity", "model": "simple", "unitPrice": "1",
        "vatRate": "19",
      ]
    ),
    row(in: .coupons, ["code": "CO", "name": "C", "percent": "5"]),
    row(in: .quotas, ["freeQuantity": "1"], ["plan": .row(start), "component": .row(start + 1)]),
    row(in: .tiers, ["from": "2", "value": "1"], ["component": .row(start + 1)]),
    row(
      in: .contracts,
      ["startsOn": "2026-03-05", "nextBilling": "2026-03-05"],
      ["customer": customer, "plan": .row(start), "anchorDay": .integer(5)]
    ),
    row(
      in: .subscriptions,
      ["quantity": "1", "startsOn": "2026-03-05"],
      ["contract": .row(start + 5), "component": .row(start + 1)]
    ),
    row(
      in: .usages,
      ["quantity": "1", "dueOn": "2026-03-05"],
      ["contract": .row(start + 5), "component": .row(start + 1)]
    ),
  ]
}

/// What a mail with an invoice leaves in the tables of mails.
///
/// - Parameters:
///   - customer: The customer.
///   - invoice: The invoice.
///   - start: The position of the first insert in its set.
/// - Returns: The records, one of each table.
func mailing(to customer: Cell, of invoice: Cell, from start: Int) -> [NewRow] {
  [
    row(in: .templates, ["code": "KB", "name": "K", "kind": "other", "body": "B"]),
    row(
      in: .mails,
      [
        "email": "a@b.example", "subject": "S", "body": "B", "messageId": "<1@b>",
        "queuedAt": "2026-03-05T08:00:00Z",
      ],
      ["customer": customer, "template": .row(start)]
    ),
    row(in: .dispatches, [:], ["mail": .row(start + 1), "invoice": invoice]),
  ]
}

func inserting(_ rows: NewRow...) -> ChangeSet {
  var set = ChangeSet()
  for row in rows { set.insert(row) }
  return set
}

extension Store {
  /// Makes changes and takes them back.
  @discardableResult
  func rehearse(_ set: ChangeSet, _ provenance: Provenance) throws(StoreError) -> Receipt? {
    try commit(isRehearsal: true) { (set, provenance) }
  }
}
