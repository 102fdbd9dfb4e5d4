/// The text of a mail, with places for what differs from customer to customer: `${customer.name}`
/// (domain rule M21).
package enum TemplateText {
  /// What a text may have a place for.
  package enum Placeholder: String, CaseIterable, Sendable {
    /// The customer's name.
    case customerName = "customer.name"
    /// The numbers of the invoices.
    case invoiceNumbers = "invoice.numbers"
    /// The sum of the invoices, with VAT.
    case total
    /// The day of sending.
    case date
  }

  /// A piece of a text: words as they are, or the name in a place.
  private enum Piece {
    case words(Substring)
    case place(Substring)
  }

  /// The pieces of a text; a `${` that nothing closes on its line is words.
  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var rest = text[...]
    var seen = rest.startIndex
    while let dollar = rest[seen...].firstIndex(of: "$") {
      seen = rest.index(after: dollar)
      guard seen < rest.endIndex, rest[seen] == "{" else { continue }
      let inside = rest[rest.index(after: seen)...]
      guard let end = inside.firstIndex(where: { $0 == "}" || $0.isNewline }), inside[end] == "}"
      else { continue }
      pieces.append(.words(rest[..<dollar]))
      pieces.append(.place(inside[..<end]))
      rest = inside[inside.index(after: end)...]
      seen = rest.startIndex
    }
    return pieces + [.words(rest)]
  }

  /// The places of a text that alta knows nothing for, in their order, as they are written.
  package static func unknownPlaceholders(in text: String) -> [String] {
    pieces(of: text).compactMap { piece in
      guard case .place(let name) = piece, Placeholder(rawValue: String(name)) == nil else {
        return nil
      }
      return "${\(name)}"
    }
  }

  /// The text with its places filled; what alta knows nothing for stays as it is written.
  package static func filled(_ text: String, _ value: (Placeholder) -> String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .words(let words): String(words)
      case .place(let name): Placeholder(rawValue: String(name)).map(value) ?? "${\(name)}"
      }
    }.joined()
  }
}
