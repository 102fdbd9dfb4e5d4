import PlainValues

/// A decimal number, kept exactly as text.
package enum DecimalKind {
  /// How many digits are kept at most, leading zeros not counted.
  package static let longest = 60

  /// Reads a number with a decimal point, without exponent and without separators between thousands.
  ///
  /// Leading zeros and the sign of a zero are dropped; places after the point stay as typed.
  /// Spellings of a language, such as `1.234,56`, are translated by ``LocalForms`` before.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - scale: How many places after the point there may be; `nil` for any number.
  /// - Returns: The reading, or the failure.
  package static func read(
    _ text: String,
    scale: Int? = nil
  ) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      if hasExponent(clean) { throw .rule(.exponentNotation) }
      try Scrub.require(clean, in: .number) {
        $0.isASCIIDigit || $0 == "-" || $0 == "+" || $0 == "."
      }
      let isSigned = clean.utf8.first == 0x2D || clean.utf8.first == 0x2B
      let parts = clean.utf8.dropFirst(isSigned ? 1 : 0)
        .split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
      let whole = parts[0].drop { $0 == 0x30 }
      let fraction = parts.count == 2 ? parts[1] : nil
      guard parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { throw .structure(.decimal) }
      if let fraction, fraction.isEmpty { throw .structure(.decimal) }
      if fraction == nil, parts[0].isEmpty { throw .structure(.decimal) }

      let places = fraction?.count ?? 0
      if whole.count + places > longest {
        throw .rule(.tooManyDigits(limit: longest, found: whole.count + places))
      }
      if let scale, places > scale { throw .rule(.tooManyDecimals(limit: scale, found: places)) }

      let isZero = whole.isEmpty && (fraction ?? whole).allSatisfy { $0 == 0x30 }
      var canonical = clean.utf8.first == 0x2D && !isZero ? "-" : ""
      canonical += whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)
      if let fraction { canonical += "." + String(decoding: fraction, as: UTF8.self) }
      return KindReading(canonical: canonical)
    }
  }

  private static func hasExponent(_ text: String) -> Bool {
    let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 | 0x20 == 0x65 }
    guard parts.count == 2, parts[0].contains(where: \.isASCIIDigit) else { return false }
    let isSigned = parts[1].first == 0x2D || parts[1].first == 0x2B
    let power = parts[1].dropFirst(isSigned ? 1 : 0)
    return !power.isEmpty && power.allSatisfy(\.isASCIIDigit)
      && parts[0].allSatisfy { $0.isASCIIDigit || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B }
  }
}
