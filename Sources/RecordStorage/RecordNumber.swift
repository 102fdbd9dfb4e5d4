import PlainValues

/// Numbers of records as people write them: a prefix and at least four digits, `CT-0001`.
package enum RecordNumber {
  /// Writes a number.
  ///
  /// - Parameters:
  ///   - number: From 1.
  ///   - prefix: For example `CT-`.
  /// - Returns: The prefix and the number, filled to four digits with zeros.
  package static func text(_ number: Int64, prefix: String) -> String {
    prefix + String(number).zeroPadded(to: 4)
  }

  /// Reads a number that people wrote; the prefix without case, zeros in front or not.
  ///
  /// - Parameters:
  ///   - text: For example `CT-0001` or `ct-1`.
  ///   - table: A table whose records have numbers.
  /// - Returns: The number, from 1; `nil` for anything else.
  package static func number(_ text: String, of table: Table) -> Int64? {
    guard let prefix = table.layout.numberPrefix else { return nil }
    let written = text.trimmed
    guard written.count > prefix.count, written.lowercased().hasPrefix(prefix.lowercased()) else {
      return nil
    }
    let digits = written.dropFirst(prefix.count)
    guard digits.utf8.count <= 18, digits.utf8.allSatisfy(\.isASCIIDigit) else {
      return nil
    }
    return Int64(digits).flatMap { $0 > 0 ? $0 : nil }
  }
}
