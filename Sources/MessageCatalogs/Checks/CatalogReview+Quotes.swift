import PlainValues

extension CatalogReview {
  /// C19: quotation marks of the catalog's style, in pairs.
  mutating func reviewQuotes() {
    guard text.isBeyondASCII || text.has(UInt8(ascii: "\"")) else { return }
    let marks = text.quoteMarks
    guard !marks.isEmpty, source.quoteMarks.count.isMultiple(of: 2) else { return }
    if let quotes = style.quotes {
      reviewQuotes(marks, in: quotes)
    } else if style.language == .german {
      // No style closes with a mark that English closes with and German does not.
      for (opening, closing) in zip(marks, marks.dropFirst())
      where opening.mark == "„" && closing.mark == "”" {
        add(
          .quotes,
          .warning,
          .otherQuote("”", style: "„“"),
          mark: closing.place..<closing.place + 3,
          replacement: text.replacing([closing.place: "“"])
        )
      }
    }
  }

  private mutating func reviewQuotes(
    _ marks: [CheckedText.QuoteMark],
    in quotes: (opening: Unicode.Scalar, closing: Unicode.Scalar)
  ) {
    let styleName = String(String.UnicodeScalarView([quotes.opening, quotes.closing]))
    // What is code in both, like an attribute of HTML, keeps its straight marks.
    let isStraightOk = source.has(UInt8(ascii: "\""))
    let others = marks.filter { mark in
      mark.mark != quotes.opening && mark.mark != quotes.closing
        && !(mark.mark == "\"" && (isStraightOk || text.isCode(at: mark.place)))
    }
    if let first = others.first {
      add(
        .quotes,
        .warning,
        .otherQuote(String(first.mark), style: styleName),
        mark: first.place..<first.place + String(first.mark).utf8.count,
        replacement: mended(marks, in: quotes)
      )
      return
    }
    var open: CheckedText.QuoteMark?
    for mark in marks where mark.mark != "\"" {
      let isOpening =
        mark.mark == quotes.opening && (quotes.opening != quotes.closing || open == nil)
      guard isOpening == (open == nil) else {
        return addUnbalanced(mark)
      }
      open = isOpening ? mark : nil
    }
    if let open { addUnbalanced(open) }
  }

  private mutating func addUnbalanced(_ mark: CheckedText.QuoteMark) {
    let name = String(mark.mark)
    add(
      .quotes,
      .warning,
      .unbalancedQuote(name),
      mark: mark.place..<mark.place + name.utf8.count
    )
  }

  /// The text with all marks in the style, if they can only be meant as pairs.
  private func mended(
    _ marks: [CheckedText.QuoteMark],
    in quotes: (opening: Unicode.Scalar, closing: Unicode.Scalar)
  ) -> String? {
    guard marks.count.isMultiple(of: 2) else { return nil }
    var changes: [Int: String] = [:]
    for (index, mark) in marks.enumerated() {
      // A mark that opens stands before a word, one that closes behind.
      let before = mark.place == 0 ? 0x20 : text.bytes[mark.place - 1]
      let isBehindSpace = before == 0x20 || before == 0x0A || before == UInt8(ascii: "(")
      guard isBehindSpace == index.isMultiple(of: 2) else { return nil }
      changes[mark.place] = String(index.isMultiple(of: 2) ? quotes.opening : quotes.closing)
    }
    return text.replacing(changes)
  }
}

extension CheckedText {
  /// A double quotation mark and where it stands.
  struct QuoteMark {
    let mark: Unicode.Scalar
    let place: Int
  }

  /// The double quotation marks in order.
  var quoteMarks: [QuoteMark] {
    guard has(UInt8(ascii: "\"")) || isBeyondASCII else { return [] }
    var marks: [QuoteMark] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): marks.append(QuoteMark(mark: "\"", place: index))
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xAB:
        marks.append(QuoteMark(mark: "«", place: index))
      case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xBB:
        marks.append(QuoteMark(mark: "»", place: index))
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        switch bytes[index + 2] {
        case 0x9C: marks.append(QuoteMark(mark: "“", place: index))
        case 0x9D: marks.append(QuoteMark(mark: "”", place: index))
        case 0x9E: marks.append(QuoteMark(mark: "„", place: index))
        default: break
        }
        index += 2
      default: break
      }
      index += 1
    }
    return marks
  }

  /// The text with quotation marks replaced, by their places.
  func replacing(_ changes: [Int: String]) -> String {
    var mended: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if let change = changes[index] {
        mended.append(utf8Of: change)
        index += bytes[index].utf8Shape?.length ?? 1
      } else {
        mended.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: mended, as: UTF8.self)
  }
}
