import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta show RECORD ID`.
struct ShowCommand {
  let session: Session

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    let name = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      if table == .customers {
        guard let file = try store.customer(identifier: name) else {
          return session.missing(table, name)
        }
        try show(file, in: store)
        return .done
      }
      guard let record = try store.record(of: table, named: name) else {
        return session.missing(table, name)
      }
      try show(record, in: store)
      return startMail(record)
    } catch {
      return session.fail(error)
    }
  }

  private func show(_ file: CustomerFile, in store: Store) throws(StoreError) {
    var belongings: [(table: Table, records: [Record])] = []
    for table in ShowCommand.customerTables {
      belongings.append(
        (table, try store.records(of: table, with: "customer", file.customer.key))
      )
    }
    let sheet = RecordSheet(session: session)
    let wording = session.wording
    if session.isJSON {
      let whole = JSONValue.object(
        [
          .init("company", sheet.json(file.company)),
          .init("customer", sheet.json(file.customer)),
          .init("contacts", .array(file.contacts.map(sheet.json))),
          .init("externalUsers", .array(file.externalUsers.map(sheet.json))),
        ]
          + belongings.map { .init($0.table.name, .array($0.records.map(sheet.json))) }
      )
      session.results.write(exactly: whole.json + "\n")
      return
    }
    session.results.write(title(.customers, file.company.name))
    session.results.write(sheet.lines(of: file.company))
    session.results.write(sheet.lines(of: file.customer))
    if !file.contacts.isEmpty {
      session.results.write(["", Line(wording.text(RecordPhrase.contacts), .bold)])
      session.results.write(sheet.table(file.contacts, of: .contacts))
    }
    if !file.externalUsers.isEmpty {
      session.results.write(["", Line(wording.text(RecordPhrase.externalUsers), .bold)])
      session.results.write(sheet.table(file.externalUsers, of: .externalUsers))
    }
    for (table, records) in belongings where !records.isEmpty {
      session.results.write([
        "", Line(wording.text(RecordPhrase(allOf: table)), .bold),
      ])
      session.results.write(sheet.table(records, of: table, isPart: true))
    }
  }

  private func show(_ record: Record, in store: Store) throws(StoreError) {
    let maker = record.table == .entries ? record["wizard"].text : nil
    let sheet = RecordSheet(session: session, wizard: maker)
    var parts: [(part: Part, records: [Record])] = []
    for part in ShowCommand.parts[record.table] ?? [] {
      parts.append((part, try store.records(of: part.table, with: part.key, record.key)))
    }
    if session.isJSON {
      let whole = parts.reduce(sheet.json(record)) { json, found in
        json.adding(found.part.name, .array(found.records.map(sheet.json)))
      }
      session.results.write(exactly: whole.json + "\n")
      return
    }
    session.results.write(title(record.table, record.name))
    session.results.write(
      sheet.lines(
        of: record,
        marking: try differences(of: record, in: store),
        naming: try names(in: record, from: store)
      )
    )
    for (part, records) in parts where !records.isEmpty {
      session.results.write([""] + sheet.table(records, of: part.table, isPart: true))
    }
  }

  /// Records that belong to another one.
  private struct Part {
    /// What they are called in JSON.
    let name: String
    let table: Table
    /// The column that names what they belong to.
    let key: String
  }

  private static let parts: [Table: [Part]] = [
    .offers: [Part(name: "lines", table: .offerLines, key: "offer")],
    .invoices: [
      Part(name: "lines", table: .invoiceLines, key: "invoice"),
      Part(name: "entitlements", table: .entitlements, key: "invoice"),
    ],
    .plans: [Part(name: "quotas", table: .quotas, key: "plan")],
    .components: [Part(name: "tiers", table: .tiers, key: "component")],
    .contracts: [
      Part(name: "subscriptions", table: .subscriptions, key: "contract"),
      Part(name: "usages", table: .usages, key: "contract"),
      Part(name: "invoices", table: .invoices, key: "contract"),
    ],
    .mails: [Part(name: "dispatches", table: .dispatches, key: "mail")],
    .processes: [Part(name: "cards", table: .cards, key: "process")],
  ]

  /// What a customer has bought and been sent.
  private static let customerTables: [Table] = [
    .cards, .offers, .entitlements, .contracts, .invoices,
  ]

  /// The names of records that are referred to by a number nobody knows.
  private func names(in record: Record, from store: Store) throws(StoreError) -> [String: String] {
    var names: [String: String] = [:]
    for column in record.table.layout.columns {
      guard case .reference(let target) = column.kind, !record[column.key].isNull,
        [.invoices, .offers, .invoiceLines].contains(target),
        let found = try store.record(of: target, key: record[column.key])
      else { continue }
      // A line is known by its document.
      names[column.key] =
        target == .invoiceLines ? found["invoice.number"].text ?? "" : found.name
    }
    return names
  }

  private func title(_ table: Table, _ name: String) -> Line {
    Line("\(session.wording.text(RecordPhrase(table))) \(name)", .bold)
  }

  /// What a request's copy says differently from the contact record that it is linked with.
  private func differences(
    of request: Record,
    in store: Store
  ) throws(StoreError) -> [String: String] {
    guard request.table == .requests, !request["contact"].isNull,
      let contact = try store.record(of: .contacts, key: request["contact"])
    else { return [:] }
    var differences: [String: String] = [:]
    for column in request.table.layout.columns where column.origin == .given {
      guard let position = contact.table.layout.position(of: column.key),
        contact.table.layout.column(at: position).origin == .given, column.key != "status",
        contact[column.key] != request[column.key]
      else { continue }
      let value = session.wording.shown(contact[column.key], of: column)
      differences[column.key] =
        value.isEmpty ? session.wording.text(RecordPhrase.nothing) : value
    }
    return differences
  }

  private func startMail(_ record: Record) -> ExitCode {
    guard session.invocation.has(.startMail) else { return .done }
    guard let link = ContactEntry.mailtoLink(to: record["email1"].text) else {
      session.complain("\(session.wording.sentence(for: .noEmail)) [E-NO-EMAIL]")
      return .problems
    }
    session.results.write("\(link)")
    return .done
  }
}
