/// A writer of CSV rows that ``CSVReader`` reads back exactly.
///
/// Cells are quoted only where they must be. Rows end with LF, as Unix tools expect, unless CR LF is
/// asked for, as RFC 4180 has it.
package struct CSVWriter: Equatable, Sendable {
  /// A cell that is to be written.
  package enum Cell: Equatable, Sendable {
    /// A text that somebody gave.
    case text(String)
    /// A number, a date or another value that alta itself spelled; never guarded.
    case typed(String)
  }

  /// What divides the cells.
  package var separator: CSVSeparator
  /// Whether rows end with CR LF instead of LF.
  package var endsLinesWithReturn: Bool
  /// Whether an apostrophe guards texts that a spreadsheet would compute.
  ///
  /// Such a file is read back exactly with ``CSVOptions/isFromSpreadsheet`` only.
  ///
  /// - SeeAlso: OWASP, "CSV Injection".
  package var isForSpreadsheet: Bool

  /// Makes a writer.
  package init(
    separator: CSVSeparator = .comma,
    endsLinesWithReturn: Bool = false,
    isForSpreadsheet: Bool = false
  ) {
    self.separator = separator
    self.endsLinesWithReturn = endsLinesWithReturn
    self.isForSpreadsheet = isForSpreadsheet
  }

  /// Appends the header.
  ///
  /// Every separator that there is gets quoted in it, so that a reader finds the right one.
  package func appendHeader(_ names: [String], to bytes: inout [UInt8]) {
    append(names, to: &bytes) { name in
      CSVSeparator.allCases.contains { name.utf8.contains($0.rawValue) }
        || name.unicodeScalars.first == "\u{FEFF}"
    }
  }

  /// Appends a row of texts.
  package func append(_ texts: [String], to bytes: inout [UInt8]) {
    append(isForSpreadsheet ? texts.map(SpreadsheetText.guarded) : texts, to: &bytes) { text in
      text.utf8.contains(separator.rawValue)
    }
  }

  /// Appends a row.
  package func append(_ cells: [Cell], to bytes: inout [UInt8]) {
    let texts = cells.map { cell in
      switch cell {
      case .text(let text): isForSpreadsheet ? SpreadsheetText.guarded(text) : text
      case .typed(let text): text
      }
    }
    append(texts, to: &bytes) { $0.utf8.contains(separator.rawValue) }
  }

  private func append(
    _ texts: [String],
    to bytes: inout [UInt8],
    hasSeparator: (String) -> Bool
  ) {
    for (column, text) in texts.enumerated() {
      if column > 0 { bytes.append(separator.rawValue) }
      // A row of one empty cell would be an empty line, which is no row.
      let isBlank = texts.count == 1 && text.isEmpty
      if isBlank || hasSeparator(text) || text.utf8.contains(where: \.asksForQuotes) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
          if byte == UInt8(ascii: "\"") { bytes.append(byte) }
          bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
      } else {
        bytes.append(contentsOf: text.utf8)
      }
    }
    bytes.append(contentsOf: (endsLinesWithReturn ? "\r\n" : "\n").utf8)
  }
}

extension UInt8 {
  fileprivate var asksForQuotes: Bool {
    self == UInt8(ascii: "\"") || self == 0x0A || self == 0x0D
  }
}
