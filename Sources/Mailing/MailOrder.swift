package import SourceTrees

/// One mail as alta hands it to the program that sends: a line of JSON, with everything that is in it.
package struct MailOrder: Equatable, Sendable {
  /// What the mail is called, `ML-0001`.
  package let name: String
  /// The address it comes from.
  package let sender: String
  /// Who it comes from, as people read it; empty for the address alone.
  package let senderName: String
  /// The address it goes to.
  package let recipient: String
  /// The subject, as people read it.
  package let subject: String
  /// The text.
  package let body: String
  /// What tells it from every other mail, in angle brackets (RFC 5322 §3.6.4).
  package let messageID: String
  /// The moment as mails spell it (RFC 5322 §3.3).
  package let date: String
  /// What goes with it.
  package let papers: [Paper]

  /// Describes a mail.
  package init(
    name: String,
    sender: String,
    senderName: String = "",
    recipient: String,
    subject: String,
    body: String,
    messageID: String,
    date: String,
    papers: [Paper]
  ) {
    self.name = name
    self.sender = sender
    self.senderName = senderName
    self.recipient = recipient
    self.subject = subject
    self.body = body
    self.messageID = messageID
    self.date = date
    self.papers = papers
  }

  /// Reads what ``json`` has written; `nil` where something is missing.
  package init?(_ node: SourceNode) {
    guard let name = node.text("name"), let sender = node.text("sender"),
      let recipient = node.text("recipient"), let subject = node.text("subject"),
      let body = node.text("body"), let messageID = node.text("messageID"),
      let date = node.text("date")
    else { return nil }
    self.init(
      name: name,
      sender: sender,
      senderName: node.text("senderName") ?? "",
      recipient: recipient,
      subject: subject,
      body: body,
      messageID: messageID,
      date: date,
      papers: node.items("papers").compactMap(Paper.init)
    )
  }

  /// The mail as JSON.
  package var json: JSONValue {
    .object([
      .init("name", .string(name)), .init("sender", .string(sender)),
      .init("senderName", .string(senderName)),
      .init("recipient", .string(recipient)), .init("subject", .string(subject)),
      .init("body", .string(body)), .init("messageID", .string(messageID)),
      .init("date", .string(date)), .init("papers", .array(papers.map(\.json))),
    ])
  }
}

/// A document as it is to be drawn, in words and rows; whoever draws it knows nothing of invoices.
package struct Paper: Equatable, Sendable {
  /// The name of the file, `RE-2026-0001.pdf`.
  package let fileName: String
  /// The heading.
  package let title: String
  /// Who it is from, line by line, the name first; none where that is not known.
  package let issuer: [String]
  /// Who it is for, line by line.
  package let recipient: [String]
  /// Names and values above the table.
  package let facts: [[String]]
  /// The heads of the table's columns; the second one is the widest, the others hold figures.
  package let columns: [String]
  /// The rows, with a cell for each column.
  package let rows: [[String]]
  /// Names and values below the table; the last one counts most.
  package let totals: [[String]]
  /// What stands below everything: columns of short lines.
  package let footer: [[String]]

  /// Describes a document.
  package init(
    fileName: String,
    title: String,
    issuer: [String],
    recipient: [String],
    facts: [[String]],
    columns: [String],
    rows: [[String]],
    totals: [[String]],
    footer: [[String]]
  ) {
    self.fileName = fileName
    self.title = title
    self.issuer = issuer
    self.recipient = recipient
    self.facts = facts
    self.columns = columns
    self.rows = rows
    self.totals = totals
    self.footer = footer
  }

  init?(_ node: SourceNode) {
    guard let fileName = node.text("fileName"), let title = node.text("title") else { return nil }
    self.init(
      fileName: fileName,
      title: title,
      issuer: node.texts("issuer"),
      recipient: node.texts("recipient"),
      facts: node.items("facts").map(\.texts),
      columns: node.texts("columns"),
      rows: node.items("rows").map(\.texts),
      totals: node.items("totals").map(\.texts),
      footer: node.items("footer").map(\.texts)
    )
  }

  var json: JSONValue {
    func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
    return .object([
      .init("fileName", .string(fileName)), .init("title", .string(title)),
      .init("issuer", list(issuer)), .init("recipient", list(recipient)),
      .init("facts", .array(facts.map(list))),
      .init("columns", list(columns)), .init("rows", .array(rows.map(list))),
      .init("totals", .array(totals.map(list))), .init("footer", .array(footer.map(list))),
    ])
  }
}

extension SourceNode {
  /// The value of a key; `nil` where there is none.
  func member(_ key: String) -> SourceNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  /// The text of a key.
  func text(_ key: String) -> String? { member(key)?.text }

  /// The nodes of a list.
  func items(_ key: String) -> [SourceNode] {
    guard case .sequence(let items)? = member(key)?.content else { return [] }
    return items
  }

  /// The texts of a list.
  func texts(_ key: String) -> [String] { items(key).compactMap(\.text) }

  /// The texts of this list.
  var texts: [String] {
    guard case .sequence(let items) = content else { return [] }
    return items.compactMap(\.text)
  }
}
