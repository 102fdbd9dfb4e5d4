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
        show(file)
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

  private func show(_ file: CustomerFile) {
    let sheet = RecordSheet(session: session)
    let wording = session.wording
    if session.isJSON {
      session.results.write(
        exactly: JSONValue.object([
          .init("company", sheet.json(file.company)),
          .init("customer", sheet.json(file.customer)),
          .init("contacts", .array(file.contacts.map(sheet.json))),
          .init("externalUsers", .array(file.externalUsers.map(sheet.json))),
        ]).json + "\n"
      )
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
  }

  private func show(_ record: Record, in store: Store) throws(StoreError) {
    let maker = record.table == .entries ? record["wizard"].text : nil
    let sheet = RecordSheet(session: session, wizard: maker)
    let lines = try ShowCommand.lines[record.table].map { table, key throws(StoreError) in
      try store.records(of: table, with: key, record.key)
    }
    if session.isJSON {
      let json = sheet.json(record)
      let whole = lines.map { json.adding("lines", .array($0.map(sheet.json))) } ?? json
      session.results.write(exactly: whole.json + "\n")
      return
    }
    session.results.write(title(record.table, record.name))
    session.results.write(
      sheet.lines(of: record, marking: try differences(of: record, in: store))
    )
    if let lines, let first = lines.first {
      session.results.write([""] + sheet.table(lines, of: first.table, isPart: true))
    }
  }

  /// The tables of the lines that documents have, and the columns that name the document.
  private static let lines: [Table: (table: Table, key: String)] = [
    .offers: (.offerLines, "offer"), .invoices: (.invoiceLines, "invoice"),
  ]

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
