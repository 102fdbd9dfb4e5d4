import PlainValues
import RecordStorage

/// A line of an offer or an invoice: so many at a price each.
struct PricedLine {
  /// What is sold, in the customer's language.
  let text: String
  /// How many.
  let quantity: FixedDecimal
  /// The price of one, without VAT.
  let unitPrice: FixedDecimal
  /// The VAT in percent.
  let vatRate: FixedDecimal
  /// The net amount, rounded once.
  let net: Amount

  /// Describes a line.
  ///
  /// - Parameters:
  ///   - text: What is sold.
  ///   - quantity: How many.
  ///   - unitPrice: The price of one.
  ///   - vatRate: The VAT in percent.
  ///   - net: The amount, where quantity and price are shown with fewer places than it was worked out with.
  init(
    _ text: String,
    _ quantity: FixedDecimal,
    at unitPrice: FixedDecimal,
    vatRate: FixedDecimal,
    net: Amount? = nil
  ) {
    self.text = text
    self.quantity = quantity
    self.unitPrice = unitPrice
    self.vatRate = vatRate
    self.net = net ?? Amount.product(quantity, unitPrice) ?? .zero
  }

  /// Reads a line that is stored.
  init(_ record: Record) {
    self.init(
      record["text"].text ?? "",
      record.number("quantity") ?? .zero,
      at: record.number("unitPrice") ?? .zero,
      vatRate: record.number("vatRate") ?? .zero
    )
  }

  /// Gives a record the columns that every such line has.
  func give(to row: inout NewRow) {
    row.set(.text(text), for: "text")
    row.set(.text(quantity.text()), for: "quantity")
    row.set(.text(unitPrice.text(places: 2)), for: "unitPrice")
    row.set(.text(vatRate.text()), for: "vatRate")
  }
}

/// A line of an invoice with what else is known of it, by the keys of its columns.
struct InvoiceLine {
  let priced: PricedLine
  var details: [(key: String, cell: Cell)] = []
}

/// An invoice or a credit note before it has a number.
///
/// VAT is worked out once for each rate, on the sum of the lines that have it (domain rule B17).
struct InvoiceDraft {
  /// The lines in their order.
  let lines: [InvoiceLine]
  /// Whether it is a credit note, whose amounts are negative.
  var isCredit = false
  /// What else is known of it, by the keys of its columns.
  var details: [(key: String, cell: Cell)] = []

  /// The sum of the lines, without VAT.
  var net: Amount { lines.reduce(.zero) { $0 + $1.priced.net } }

  /// The VAT of all rates.
  var vat: Amount {
    var sums: [FixedDecimal: Amount] = [:]
    for line in lines {
      let rate = line.priced.vatRate
      sums[rate] = (sums[rate] ?? .zero) + line.priced.net
    }
    return sums.reduce(.zero) { $0 + ($1.value.percent($1.key) ?? .zero) }
  }

  /// Adds the document and its lines to a set.
  ///
  /// - Parameters:
  ///   - set: The changes.
  ///   - customer: The key of the customer.
  ///   - occasion: The day of the document.
  /// - Returns: The positions of the document and of its lines.
  @discardableResult
  func insert(
    into set: inout ChangeSet,
    customer: SQLValue,
    at occasion: Occasion
  ) -> (document: Int, lines: [Int]) {
    var row = NewRow(in: .invoices)
    row.set(occasion.number(isCredit ? "GU" : "RE"), for: "number")
    row.set(.text(isCredit ? "creditNote" : "invoice"), for: "kind")
    row.set(.value(customer), for: "customer")
    row.set(.text(occasion.today.iso), for: "date")
    row.set(.text(net.text), for: "net")
    row.set(.text(vat.text), for: "vat")
    row.set(.text((net + vat).text), for: "gross")
    for (key, cell) in details { row.set(cell, for: key) }
    let document = set.insert(row)
    let places = lines.enumerated().map { index, line in
      var row = NewRow(in: .invoiceLines)
      row.set(.row(document), for: "invoice")
      row.set(.integer(Int64(index + 1)), for: "place")
      line.priced.give(to: &row)
      row.set(.text(line.priced.net.text), for: "net")
      for (key, cell) in line.details { row.set(cell, for: key) }
      return set.insert(row)
    }
    return (document, places)
  }
}

extension Record {
  /// The exact number in a column; `nil` where there is none.
  func number(_ key: String) -> FixedDecimal? { self[key].text.flatMap { FixedDecimal($0) } }

  /// The day in a column; `nil` where there is none.
  func day(_ key: String) -> CivilDate? { self[key].text.flatMap { CivilDate(iso: $0) } }
}
