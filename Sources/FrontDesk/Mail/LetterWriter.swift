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
  ///   - now: The moment, in UTC as ISO 8601 with seconds.
  ///   - today: The day that counts as today.
  /// - Returns: The mail, its texts filled.
  package func order(
    _ queued: QueuedMail,
    from sender: String,
    at now: String,
    on today: CivilDate
  ) -> MailOrder {
    MailOrder(
      name: queued.mail.name,
      sender: sender,
      recipient: queued.mail["email"].text ?? "",
      subject: filled(queued.mail["subject"].text ?? "", queued, today),
      body: filled(queued.mail["body"].text ?? "", queued, today),
      messageID: queued.mail["messageId"].text ?? "",
      date: Self.mailDate(now),
      papers: queued.invoices.map { paper(of: $0, for: queued) }
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

  private func paper(of contents: InvoiceContents, for queued: QueuedMail) -> Paper {
    let invoice = contents.invoice
    let isCredit = invoice["kind"].text == "creditNote"
    let company = queued.company
    let town = ["postalCode", "city"].compactMap { company[$0].text }.joined(separator: " ")
    let lines = [company["name"].text, company["address1"].text, company["address2"].text, town]
    var facts = [
      [word(.date), shown(invoice["date"].text ?? "", of: .date)],
      [word(.customer), company.name],
    ]
    if let corrected = contents.corrects { facts.append([word(.corrects), corrected]) }
    let rates = contents.vat.map { rate, amount in
      [wording.text(LetterPhrase.vatAtRate, [("rate", shown(rate, of: .decimal))]), money(amount)]
    }
    return Paper(
      fileName: "\(invoice.name).pdf",
      title: wording.text(
        isCredit ? LetterPhrase.creditNote : .invoice,
        [("number", invoice.name)]
      ),
      recipient: lines.compactMap { $0 }.filter { !$0.isEmpty },
      facts: facts,
      columns: [LetterPhrase.place, .description, .quantity, .unitPrice, .vat, .net].map(word),
      rows: contents.lines.map { line in
        [
          line["place"].integer.map { "\($0)" } ?? "", line["text"].text ?? "",
          shown(line["quantity"].text ?? "", of: .decimal), money(line["unitPrice"].text ?? ""),
          wording.text(
            LetterPhrase.percent,
            [("rate", shown(line["vatRate"].text ?? "", of: .decimal))]
          ),
          money(line["net"].text ?? ""),
        ]
      },
      totals: [[word(.sum), money(invoice["net"].text ?? "")]] + rates
        + [[word(.total), money(invoice["gross"].text ?? "")]]
    )
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
