import PlainValues
package import RecordStorage

/// An invoice or a credit note with everything that stands on it.
package struct InvoiceContents: Sendable {
  /// The document.
  package let invoice: Record
  /// Its lines, in their order.
  package let lines: [Record]
  /// VAT rates in percent, ascending, and the amount of each (domain rule B17).
  package let vat: [(rate: String, amount: String)]
  /// The number of the document that it corrects; `nil` for none.
  package let corrects: String?
  /// The lines that its lines correct, by their keys.
  package let corrected: [SQLValue: Record]

  /// Reads a document.
  package init(of invoice: Record, in store: Store) throws(StoreError) {
    self.invoice = invoice
    lines = try store.records(of: .invoiceLines, with: "invoice", invoice.key)
    var sums: [FixedDecimal: Amount] = [:]
    var corrected: [SQLValue: Record] = [:]
    for line in lines {
      if !line["corrects"].isNull {
        corrected[line["corrects"]] = try store.record(of: .invoiceLines, key: line["corrects"])
      }
      let net = line["net"].text.flatMap { Amount($0) } ?? .zero
      let rate = line.number("vatRate") ?? .zero
      sums[rate] = (sums[rate] ?? .zero) + net
    }
    self.corrected = corrected
    vat = sums.sorted { $0.key < $1.key }
      .map { ($0.key.text(), ($0.value.percent($0.key) ?? .zero).text) }
    corrects =
      invoice["corrects"].isNull
      ? nil : try store.record(of: .invoices, key: invoice["corrects"])?.name
  }
}

/// A mail that waits in the queue, with the records it is made of.
package struct QueuedMail: Sendable {
  /// The mail.
  package let mail: Record
  /// The customer it goes to.
  package let customer: Record
  /// The company that the customer is.
  package let company: Record
  /// The language that its text is written in; `nil` where the template does not say.
  package let textLanguage: String?
  /// The documents that go with it, but for those that have been cancelled since.
  package let invoices: [InvoiceContents]

  /// Reads what belongs to a mail; `nil` where the customer is gone.
  package init?(_ mail: Record, in store: Store) throws(StoreError) {
    let invoices = try store.records(of: .dispatches, with: "mail", mail.key).map { $0["invoice"] }
    try self.init(mail, with: invoices, in: store)
  }

  /// Reads what belongs to a mail that is about to be queued; `nil` where the customer is gone.
  ///
  /// - Parameters:
  ///   - mail: The mail, stored or not.
  ///   - keys: The keys of the invoices that go with it.
  ///   - store: The store.
  /// - Throws: `StoreError`.
  package init?(_ mail: Record, with keys: [SQLValue], in store: Store) throws(StoreError) {
    guard let customer = try store.record(of: .customers, key: mail["customer"]),
      let company = try store.record(of: .companies, key: mail["customer"])
    else { return nil }
    self.mail = mail
    self.customer = customer
    self.company = company
    textLanguage = try store.record(of: .templates, key: mail["template"])?["language"].text
    var invoices: [InvoiceContents] = []
    for key in keys {
      guard let invoice = try store.record(of: .invoices, key: key),
        invoice["state"] != .text("cancelled")
      else { continue }
      invoices.append(try InvoiceContents(of: invoice, in: store))
    }
    self.invoices = invoices
  }

  /// The sum of the documents with VAT, credit notes subtracted.
  package var total: String {
    invoices.reduce(.zero) { sum, contents in
      sum + (contents.invoice["gross"].text.flatMap { Amount($0) } ?? .zero)
    }.text
  }
}
