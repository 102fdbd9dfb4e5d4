/// The search for the separator of a header: the one that stands most often outside quotes.
struct SeparatorSearch {
  private var counts: [CSVSeparator: Int] = [:]
  private var isQuoted = false
  private var hasBegun = false

  /// The separator as far as was seen: the comma where none was, of equals the first of all.
  var separator: CSVSeparator {
    CSVSeparator.allCases.reduce(.comma) { most, separator in
      counts[separator, default: 0] > counts[most, default: 0] ? separator : most
    }
  }

  /// Looks at the next byte of the file.
  ///
  /// - Returns: Whether the header ends here; empty lines before it do not count.
  mutating func endsHeader(with byte: UInt8) -> Bool {
    if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
    let isBreak = byte == 0x0A || byte == 0x0D
    guard !isQuoted, !isBreak else { return isBreak && hasBegun && !isQuoted }
    hasBegun = true
    if let separator = CSVSeparator(rawValue: byte) { counts[separator, default: 0] += 1 }
    return false
  }
}
