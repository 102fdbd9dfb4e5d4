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

  /// The line's net amount, rounded once; nothing beyond what is kept.
  var net: Amount { Amount.product(quantity, unitPrice) ?? .zero }

  /// Gives a record the columns that every such line has.
  func give(to row: inout NewRow) {
    row.set(.text(text), for: "text")
    row.set(.text(quantity.text()), for: "quantity")
    row.set(.text(unitPrice.text(places: 2)), for: "unitPrice")
    row.set(.text(vatRate.text()), for: "vatRate")
  }
}

extension PricedLine {
  /// Reads a line that is stored.
  init(_ record: Record) {
    func number(_ key: String) -> FixedDecimal {
      record[key].text.flatMap { FixedDecimal($0) } ?? .zero
    }
    self.init(
      text: record["text"].text ?? "",
      quantity: number("quantity"),
      unitPrice: number("unitPrice"),
      vatRate: number("vatRate")
    )
  }
}

/// An invoice before it has a number.
///
/// VAT is worked out once for each rate, on the sum of the lines that have it (domain rule B17).
struct InvoiceDraft {
  /// The lines in their order.
  let lines: [PricedLine]

  /// The sum of the lines, without VAT.
  var net: Amount { lines.reduce(.zero) { $0 + $1.net } }

  /// The VAT of all rates.
  var vat: Amount {
    var sums: [FixedDecimal: Amount] = [:]
    for line in lines {
      sums[line.vatRate, default: .zero] = sums[line.vatRate, default: .zero] + line.net
    }
    return sums.reduce(.zero) { $0 + ($1.value.percent($1.key) ?? .zero) }
  }

  /// Adds the invoice and its lines to a set.
  ///
  /// - Parameters:
  ///   - set: The changes.
  ///   - customer: The key of the customer.
  ///   - occasion: The day of the invoice.
  ///   - offer: The offer that it closes; empty for none.
  /// - Returns: The position of the invoice.
  func insert(
    into set: inout ChangeSet,
    customer: SQLValue,
    at occasion: Occasion,
    offer: Cell = .empty
  ) -> Int {
    var row = NewRow(in: .invoices)
    row.set(occasion.number("RE"), for: "number")
    row.set(.text("invoice"), for: "kind")
    row.set(.value(customer), for: "customer")
    row.set(offer, for: "offer")
    row.set(.text(occasion.today.iso), for: "date")
    row.set(.text(net.text), for: "net")
    row.set(.text(vat.text), for: "vat")
    row.set(.text((net + vat).text), for: "gross")
    let invoice = set.insert(row)
    for (index, line) in lines.enumerated() {
      var row = NewRow(in: .invoiceLines)
      row.set(.row(invoice), for: "invoice")
      row.set(.integer(Int64(index + 1)), for: "place")
      line.give(to: &row)
      row.set(.text(line.net.text), for: "net")
      set.insert(row)
    }
    return invoice
  }
}
