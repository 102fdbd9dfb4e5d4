/// Changes to the bytes of a catalog; whatever they do not name stays as it is.
struct CatalogEdit {
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []

  var isEmpty: Bool { changes.isEmpty }

  /// Notes a change; of two that overlap the earlier one counts.
  mutating func replace(_ range: Range<Int>, with text: String) {
    changes.append((range, Array(text.utf8)))
  }

  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    changes.append((range, bytes))
  }

  /// The bytes with all changes.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, change) in ordered where change.range.lowerBound >= place {
      result += bytes[place..<change.range.lowerBound]
      result += change.bytes
      place = change.range.upperBound
    }
    return result + bytes[place...]
  }
}

extension CatalogScan {
  /// The line ends of the file.
  var lineEnd: String { usesCRLF ? "\r\n" : "\n" }

  /// The value of a header's field as it stands in the file; `nil` where the header has none.
  ///
  /// - Returns: From behind the colon and the blank to before the `\n` that ends the field.
  func headerValue(_ name: String) -> Range<Int>? {
    guard let header, let form = entries[header].forms.first else { return nil }
    let text = texts[form]
    let wanted = Array((name + ":").utf8)
    var index = Int(text.start)
    let end = Int(text.end)
    var isFieldStart = true
    while index < end {
      if isFieldStart, index + wanted.count <= end,
        bytes[index..<index + wanted.count].elementsEqual(wanted)
      {
        var start = index + wanted.count
        if start < end, bytes[start] == 0x20 { start += 1 }
        var close = start
        while close + 1 < end,
          !(bytes[close] == UInt8(ascii: "\\") && bytes[close + 1] == UInt8(ascii: "n"))
        {
          close += 1
        }
        return close + 1 < end ? start..<close : nil
      }
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "n")
      {
        isFieldStart = true
        index += 2
      } else {
        // Between the strings of the header nothing is text.
        if bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A, bytes[index] != 0x0D {
          isFieldStart = false
        }
        index += 1
      }
    }
    return nil
  }

  /// The text of an entry's form in the file, strings and quotes.
  func range(of text: Int) -> Range<Int> { Int(texts[text].start)..<Int(texts[text].end) }
}
