import AnswerFiles
import FrontDesk
import PlainValues
import Procedures
import RecordStorage
import SourceTrees
import TerminalForms
import WizardEngine
import WizardFiles

/// `alta list RECORDS`.
struct ListCommand {
  let session: Session

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    do throws(StoreError) {
      let store = try session.openStore()
      var selection = Selection(isActiveOnly: !session.invocation.has(.all))
      selection.sortedBy = table == .externalUsers ? "email" : nil
      selection.wizard = session.invocation[.wizard]
      if let customer = session.invocation[.customer] {
        guard let company = try store.company(identifier: customer)?.key.integer else {
          return session.missing(.customers, customer)
        }
        selection.company = company
      }
      let records = try store.records(of: table, where: selection)
      write(records, of: table)
      return .done
    } catch {
      return session.fail(error)
    }
  }

  private func write(_ records: [Record], of table: Table) {
    let sheet = RecordSheet(session: session)
    switch session.invocation[.format] {
    case "json":
      session.results.write(exactly: JSONValue.array(records.map(sheet.json)).json + "\n")
    case "jsonl":
      for record in records { session.results.write(exactly: sheet.json(record).json + "\n") }
    case "csv":
      let columns = sheet.listed(table)
      var bytes: [UInt8] = []
      CSVWriter().appendHeader(columns.map(\.key), to: &bytes)
      for record in records {
        let cells = columns.map { column in
          column.origin == .number ? record.name : record[column.key].keyText
        }
        CSVWriter().append(cells, to: &bytes)
      }
      session.results.write(exactly: String(decoding: bytes, as: UTF8.self))
    default:
      if records.isEmpty {
        session.remark(session.wording.text(RecordPhrase.noRecords))
      } else {
        session.results.write(sheet.table(sorted(records, of: table), of: table))
      }
    }
  }

  /// Records in the order of the language: names without regard to case and diacritics.
  private func sorted(_ records: [Record], of table: Table) -> [Record] {
    guard table == .externalUsers else { return records }
    return records.sorted {
      ($0["email"].text ?? "").searchKey < ($1["email"].text ?? "").searchKey
    }
  }
}

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
    if session.isJSON {
      session.results.write(exactly: sheet.json(record).json + "\n")
      return
    }
    session.results.write(title(record.table, record.name))
    session.results.write(
      sheet.lines(of: record, marking: try differences(of: record, in: store))
    )
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

/// `alta history RECORD ID`.
struct HistoryCommand {
  let session: Session

  func run() -> ExitCode {
    guard let table = session.table(session.invocation.operands[0]) else { return .usage }
    let name = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      guard let record = try store.record(of: table, named: name) else {
        return session.missing(table, name)
      }
      var changes = try store.history(of: table, key: record.key).map { ($0, record) }
      // What people call a customer is the company with its customer, so both histories count.
      if table == .customers, let company = try store.company(identifier: name) {
        changes += try store.history(of: .companies, key: company.key).map { ($0, company) }
        changes.sort { $0.0.at < $1.0.at }
      }
      write(changes, of: record)
      return .done
    } catch {
      return session.fail(error)
    }
  }

  private func write(_ changes: [(PastChange, Record)], of record: Record) {
    let wording = session.wording
    if session.isJSON {
      session.results.write(exactly: JSONValue.array(changes.map { json($0.0, $0.1) }).json + "\n")
      return
    }
    let created = wording.text(
      RecordPhrase.changedBy,
      [
        ("at", session.speech.local.shown(moment: record["createdAt"].keyText)),
        ("by", record["createdBy"].keyText),
        ("command", wording.text(RecordPhrase.created)),
      ]
    )
    session.results.write(Line(created, .bold))
    for (change, subject) in changes {
      let head = wording.text(
        RecordPhrase.changedBy,
        [
          ("at", session.speech.local.shown(moment: change.at)), ("by", change.by),
          ("command", change.command),
        ]
      )
      session.results.write(Line(head, .bold))
      guard !change.after.isEmpty || !change.before.isEmpty else {
        session.results.write("  \(wording.text(RecordPhrase.erased))")
        continue
      }
      let layout = subject.table.layout
      let keys = Set(change.before.keys).union(change.after.keys).sorted {
        (layout.position(of: $0) ?? .max) < (layout.position(of: $1) ?? .max)
      }
      let entries = keys.map { key in
        let column = layout.position(of: key).map { layout.column(at: $0) }
        func shown(_ value: SQLValue?) -> String {
          let text = column.map { wording.shown(value ?? .null, of: $0) } ?? value?.keyText ?? ""
          return text.isEmpty ? wording.text(RecordPhrase.nothing) : text
        }
        let values: [(name: String, value: String)] = [
          ("before", shown(change.before[key])), ("after", shown(change.after[key])),
        ]
        return LabelledValues.Entry(
          Line(column.map { wording.label(of: $0) } ?? key),
          Line(wording.text(RecordPhrase.changedFrom, values))
        )
      }
      session.results.write(LabelledValues(entries).lines(on: session.results.page, indent: 2))
    }
  }

  private func json(_ change: PastChange, _ subject: Record) -> JSONValue {
    let layout = subject.table.layout
    func object(_ values: [String: SQLValue]) -> JSONValue {
      .object(
        values.sorted { $0.key < $1.key }.map { key, value in
          let column = layout.position(of: key).map { layout.column(at: $0) }
          return .init(key, column.map { value.json(of: $0) } ?? .string(value.keyText))
        }
      )
    }
    return .object([
      .init("at", .string(change.at)), .init("by", .string(change.by)),
      .init("command", .string(change.command)),
      .init("table", .string(subject.table.name)),
      .init("before", object(change.before)), .init("after", object(change.after)),
    ])
  }
}

/// `alta disable external-user` and `alta enable external-user`.
struct UserStateCommand {
  let session: Session
  let isActive: Bool

  func run() -> ExitCode {
    let email = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      guard let user = try store.externalUser(email: email) else {
        return session.missing(.externalUsers, email)
      }
      let question: Finding.Reason =
        isActive ? .confirmEnable(email: user.name) : .confirmDisable(email: user.name)
      guard !session.invocation.has(.dryRun) else { return .done }
      if let code = session.refusal(of: question) { return code }
      var row = AlteredRow(user)
      row.set(.text(isActive ? "active" : "inactive"), for: "status")
      if !row.alterations.isEmpty {
        var set = ChangeSet()
        set.update(row)
        _ = try store.commit(set, session.provenance(of: nil, source: "set"))
      }
      session.confirm(
        session.wording.text(
          isActive ? TroublePhrase.enabled : .disabled,
          [("email", user.name)]
        )
      )
      return .done
    } catch {
      return session.fail(error)
    }
  }
}

/// `alta erase contact ID`.
struct EraseCommand {
  let session: Session

  func run() -> ExitCode {
    let name = session.invocation.operands[1]
    do throws(StoreError) {
      let store = try session.openStore()
      guard let contact = try store.record(of: .contacts, named: name),
        let number = contact.key.integer
      else { return session.missing(.contacts, name) }
      guard try store.externalUser(ofContact: number) == nil else {
        session.report(Finding(.inUse(record: contact.name)))
        return .conflict
      }
      guard !session.invocation.has(.dryRun) else { return .done }
      if let code = session.refusal(of: .confirmErase(record: contact.name)) { return code }
      let erasure = try store.eraseContact(
        number,
        session.provenance(of: nil, source: "set")
      )
      session.confirm(
        session.wording.text(
          TroublePhrase.erased,
          [("record", contact.name), ("count", "\(erasure.requests.count)")]
        )
      )
      if erasure.remains != nil {
        session.complain(
          session.wording.text(TroublePhrase.erasedRemains, [("record", contact.name)])
        )
      }
      return .done
    } catch {
      return session.fail(error)
    }
  }
}

extension Session {
  /// The table of a name on the command line; unknown ones are complained about.
  func table(_ name: String) -> Table? {
    if let table = RecordName.table(name) { return table }
    let names = RecordName.all.flatMap { [$0.singular, $0.plural] }
    complain(
      wording.text(
        HelpPhrase.unknownRecords,
        [
          ("name", name), ("choices", RecordName.all.map(\.plural).joined(separator: ", ")),
        ]
      ) + didYouMean(nearest(name, in: names))
    )
    return nil
  }

  /// Says that there is no such record.
  func missing(_ table: Table, _ name: String) -> ExitCode {
    let finding = Finding(.unknown(table, name))
    report(finding)
    return .missing
  }

  /// Asks for a yes; how alta ends without one, `nil` where it was given.
  func refusal(of question: Finding.Reason) -> ExitCode? {
    switch confirms(wording.sentence(for: question)) {
    case true?: return nil
    case false?:
      confirm(wording.text(DialoguePhrase.cancelled))
      return .cancelled
    case nil:
      report(Finding(question))
      return .question
    }
  }

  /// What a wizard calls fields and options; keys and codes where it cannot be read.
  func valueNames(of name: String) -> ValueNames {
    var folder = WizardFolder(path: wizardsPath)
    guard let wizard = try? folder.wizard(name, finishing: Procedure.known).wizard else {
      return ValueNames()
    }
    return ValueNames(of: wizard, wording: wording)
  }
}
