import FieldKinds
package import Mailing
package import PlainValues
package import Procedures
import RecordStorage

/// Writes mails and the documents that go with them.
package struct LetterWriter {
  private let wording: Wording
  private let textWording: Wording

  /// Writes in a language.
  ///
  /// - Parameters:
  ///   - wording: The language of the documents.
  ///   - textWording: The language of the mail's own text, if that is another one.
  package init(_ wording: Wording, text textWording: Wording? = nil) {
    self.wording = wording
    self.textWording = textWording ?? wording
  }

  /// Puts a mail into words.
  ///
  /// - Parameters:
  ///   - queued: What it is made of.
  ///   - sender: The address it comes from.
  ///   - issuer: Who issues the documents; `nil` where nobody has entered that.
  ///   - now: The moment, in UTC as ISO 8601 with seconds.
  ///   - today: The day that counts as today.
  /// - Returns: The mail, its texts filled.
  package func order(
    _ queued: QueuedMail,
    from sender: String,
    issuer: Issuer?,
    at now: String,
    on today: CivilDate
  ) -> MailOrder {
    let text = text(of: queued, on: today)
    return MailOrder(
      name: queued.mail.name,
      sender: sender,
      senderName: issuer?[.name] ?? "",
      recipient: queued.mail["email"].text ?? "",
      subject: text.subject,
      body: text.body,
      messageID: queued.mail["messageId"].text ?? "",
      date: Self.mailDate(now),
      papers: queued.invoices.map { paper(of: $0, for: queued, from: issuer) }
    )
  }

  /// The texts of a mail, filled.
  func text(of queued: QueuedMail, on today: CivilDate) -> (subject: String, body: String) {
    (
      filled(queued.mail["subject"].text ?? "", queued, today),
      filled(queued.mail["body"].text ?? "", queued, today)
    )
  }

  private func filled(_ text: String, _ queued: QueuedMail, _ today: CivilDate) -> String {
    TemplateText.filled(text) { placeholder in
      switch placeholder {
      case .customerName: queued.company["name"].text ?? ""
      case .invoiceNumbers: queued.invoices.map(\.invoice.name).joined(separator: ", ")
      case .total: LetterWriter(textWording).money(queued.total)
      case .date: LetterWriter(textWording).shown(today.iso, of: .date)
      }
    }
  }

  // MARK: Documents

  private func paper(
    of contents: InvoiceContents,
    for queued: QueuedMail,
    from issuer: Issuer?
  ) -> Paper {
    let invoice = contents.invoice
    let isCredit = invoice["kind"].text == "creditNote"
    let company = queued.company
    let town = ["postalCode", "city"].compactMap { company[$0].text }.joined(separator: " ")
    let country = company["country"].text.flatMap { code in
      code == issuer?[.country] ? nil : wording.name(of: code, in: .countries)
    }
    let lines = [
      company["name"].text, company["address1"].text, company["address2"].text, town, country,
    ]
    let rates = contents.vat.map { rate, amount in
      [wording.text(LetterPhrase.vatAtRate, [("rate", shown(rate, of: .decimal))]), money(amount)]
    }
    return Paper(
      fileName: "\(invoice.name).pdf",
      title: wording.text(
        isCredit ? LetterPhrase.creditNote : .invoice,
        [("number", invoice.name)]
      ),
      issuer: issuer.map { [$0[.name] ?? ""] + $0.address } ?? [],
      recipient: lines.compactMap { $0 }.filter { !$0.isEmpty },
      facts: facts(of: contents, for: company, from: issuer, isCredit: isCredit),
      columns: [LetterPhrase.place, .description, .quantity, .unitPrice, .vat, .net].map(word),
      rows: contents.lines.map { row(of: $0, in: contents) },
      totals: [[word(.sum), money(invoice["net"].text ?? "")]] + rates
        + [[word(.total), money(invoice["gross"].text ?? "")]],
      footer: issuer.map(footer) ?? []
    )
  }

  /// What the law wants to be known of a document (§ 14 (4) UStG, article 6 RD 1619/2012), and when to pay.
  private func facts(
    of contents: InvoiceContents,
    for company: Record,
    from issuer: Issuer?,
    isCredit: Bool
  ) -> [[String]] {
    let date = contents.invoice["date"].text ?? ""
    var facts = [[word(.date), shown(date, of: .date)], [word(.customer), company.name]]
    if let corrected = contents.corrects { facts.append([word(.corrects), corrected]) }
    let starts = contents.lines.compactMap { $0["startsOn"].text }
    let ends = contents.lines.compactMap { $0["endsOn"].text }
    if let first = starts.min(), let last = ends.max() {
      facts.append([word(.supplyPeriod), period(from: first, to: last)])
    } else {
      facts.append([word(.supplied), shown(date, of: .date)])
    }
    if !isCredit, let due = CivilDate(iso: date).flatMap({ issuer?.dueDay(of: $0) }) {
      facts.append([word(.payable), shown(due.iso, of: .date)])
    }
    return facts
  }

  private func row(of line: Record, in contents: InvoiceContents) -> [String] {
    var description = [line["text"].text ?? ""]
    if let start = line["startsOn"].text, let end = line["endsOn"].text {
      description.append(period(from: start, to: end))
    }
    if let free = line["freeQuantity"].text, free != "0" {
      let quantity = shown(free, of: .decimal)
      description.append(wording.text(LetterPhrase.freeQuantity, [("quantity", quantity)]))
    }
    if let corrected = contents.corrected[line["corrects"]] {
      description.append(
        wording.text(
          LetterPhrase.correctsLine,
          [
            ("place", corrected["place"].integer.map { "\($0)" } ?? ""),
            ("invoice", corrected["invoice.number"].text ?? ""),
          ]
        )
      )
    }
    return [
      line["place"].integer.map { "\($0)" } ?? "", description.joined(separator: "\n"),
      LocalForm(wording).shown(amount: line["quantity"].text ?? "", places: 0),
      money(line["unitPrice"].text ?? ""),
      wording.text(
        LetterPhrase.percent,
        [("rate", shown(line["vatRate"].text ?? "", of: .decimal))]
      ),
      money(line["net"].text ?? ""),
    ]
  }

  /// A period with its last day; what is stored is the day behind it.
  private func period(from start: String, to end: String) -> String {
    let last = CivilDate(iso: end).map { CivilDate(dayNumber: $0.dayNumber - 1).iso } ?? end
    guard start < last else { return shown(start, of: .date) }
    return wording.text(
      LetterPhrase.period,
      [("from", shown(start, of: .date)), ("to", shown(last, of: .date))]
    )
  }

  /// Who issues the document and where to pay, in three columns.
  private func footer(_ issuer: Issuer) -> [[String]] {
    func labelled(_ phrase: LetterPhrase, _ part: Issuer.Part) -> String? {
      issuer[part].map { wording.text(phrase, [("number", $0)]) }
    }
    return [
      [issuer[.name]] + issuer.address.map { $0 },
      [
        labelled(.vatID, .vatId), labelled(.taxNumber, .taxNumber), issuer[.phone], issuer[.email],
        issuer[.website],
      ],
      [
        issuer[.bank],
        issuer[.iban].map { wording.text(LetterPhrase.iban, [("number", inFours($0))]) },
        labelled(.bic, .bic),
      ],
    ].map { $0.compactMap { $0 } }.filter { !$0.isEmpty }
  }

  /// An IBAN as it is printed (ISO 13616-1, 6.2).
  private func inFours(_ iban: String) -> String {
    iban.enumerated().map {
      $0.offset > 0 && $0.offset % 4 == 0 ? " \($0.element)" : "\($0.element)"
    }
    .joined()
  }

  private func word(_ phrase: LetterPhrase) -> String { wording.text(phrase) }

  private func shown(_ text: String, of kind: KindName) -> String {
    LocalForm(wording).shown(text, of: kind)
  }

  /// An amount with its currency.
  private func money(_ text: String) -> String {
    wording.text(LetterPhrase.amount, [("amount", LocalForm(wording).shown(amount: text))])
  }

  /// A moment as mails spell it, `Thu, 26 Nov 2026 11:51:02 +0000` (RFC 5322 §3.3).
  static func mailDate(_ moment: String) -> String {
    guard let day = CivilDate(iso: moment.prefix(10)) else { return moment }
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let parts = day.components
    // 1 January 1970 was a Thursday.
    let weekday = days[((day.dayNumber + 3) % 7 + 7) % 7]
    let clock = moment.dropFirst(11).prefix(8)
    return "\(weekday), \(parts.day) \(months[parts.month - 1]) \(parts.year) \(clock) +0000"
  }
}
