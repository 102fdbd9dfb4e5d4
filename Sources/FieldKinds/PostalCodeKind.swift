import PlainValues

/// A postal code of a country.
package enum PostalCodeKind {
  /// How many letters and digits the code of a country may have whose pattern alta does not know.
  package static let lengths = 2...12

  /// Reads a postal code and writes it as its country does: `SW1A 1AA`, `1234 AB`, `1234-567`.
  ///
  /// Spaces and hyphens are dropped where the country writes some, and refused where it writes none.
  /// Whether a code is in use is not known, except that Spain's begin with one of its provinces.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - country: The ISO 3166-1 alpha-2 code in upper case; `nil` where no country is chosen.
  /// - Returns: The reading, or the failure.
  /// - SeeAlso: Universal Postal Union, postal addressing systems in member countries.
  package static func read(
    _ text: String,
    country: String? = nil
  ) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let patterns = country.flatMap { PostalPattern.all[$0] }
      // Most of them are digits and nothing else, which are as their country writes them.
      if let country, let patterns, patterns.contains(where: { $0.isDigits(text) }) {
        try requireProvince(of: text, country: country)
        return KindReading(canonical: text)
      }
      let upper = Scrub.upperASCII(try Scrub.clean(text))
      guard let country, let patterns else { return try free(upper) }

      let takesLetters = patterns.contains { $0.hasLetters }
      let takesSeparators = patterns.contains { $0.hasSeparators }
      try Scrub.require(upper, in: takesLetters ? .digitsAndLetters : .digits) {
        $0.isASCIIDigit || takesLetters && $0.isASCIILetter
          || takesSeparators && ($0 == " " || $0 == "-")
      }
      let compact = Array(Scrub.dropping(" -", from: upper).utf8)
      if compact.isEmpty { throw .structure(.postalCode) }
      if let code = patterns.lazy.compactMap({ $0.written(compact) }).first {
        try requireProvince(of: code, country: country)
        return KindReading(canonical: code)
      }
      let expected = Set(patterns.flatMap(\.lengths)).sorted()
      guard expected.contains(compact.count) else {
        throw .length(.postalCode, expected: expected, found: compact.count)
      }
      throw .structure(.postalCode)
    }
  }

  /// Reads letters and digits with single spaces and hyphens between them.
  private static func free(_ upper: String) throws(KindFailure) -> KindReading {
    try Scrub.require(upper, in: .digitsAndLetters) {
      $0.isASCIIDigit || $0.isASCIILetter || $0 == " " || $0 == "-"
    }
    let found = upper.utf8.count { $0.isASCIIDigit || $0.isASCIILetter }
    guard lengths.contains(found) else {
      throw .length(.postalCode, expected: Array(lengths), found: found)
    }
    let words = upper.split(separator: " ").map(String.init)
    guard words.allSatisfy({ !$0.hasPrefix("-") && !$0.hasSuffix("-") && !$0.mentions("--") })
    else { throw .structure(.postalCode) }
    return KindReading(canonical: words.joined(separator: " "))
  }

  /// Refuses a Spanish code that does not begin with one of the provinces 01 to 52.
  ///
  /// - SeeAlso: Real Decreto 1829/1999, and the provinces' codes of the INE.
  private static func requireProvince(of code: String, country: String) throws(KindFailure) {
    guard country == "ES" else { return }
    let province = code.utf8.prefix(2).reduce(0) { 10 * $0 + Int($1) - 0x30 }
    guard (1...52).contains(province) else {
      throw .component(.province, found: String(code.prefix(2)), suggestions: [])
    }
  }
}
