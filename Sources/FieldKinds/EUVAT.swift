import PlainValues

/// A VAT number of a member state of the EU or of Northern Ireland, with its prefix.
///
/// - SeeAlso: Directive 2006/112/EC, article 215; Regulation (EC) 1833/2006 and the Commission's list
///   "VAT identification number structure" (VIES).
package enum EUVATKind {
  /// Reads a VAT number; spaces, hyphens, dots, slashes, commas, colons and brackets go.
  ///
  /// The prefix may be missing only where the country is chosen, and is always stored. `GR` is refused
  /// with the number under `EL` as a suggestion. `sort` is `de-vat`, `es-vat`, `at-uid` or `eu-vat`.
  ///
  /// - Parameters:
  ///   - text: The text as typed.
  ///   - country: The chosen country as an ISO 3166-1 code; `nil`, or a country without a prefix of
  ///     its own, leaves the prefix free.
  /// - Returns: Prefix and body without separators, or the first step that fails.
  package static func read(
    _ text: String,
    country: String? = nil
  ) -> Result<KindReading, KindFailure> {
    identified(text, as: .euVAT) { text throws(KindFailure) in try parse(text, country: country) }
  }

  /// The prefixes in use, in alphabetical order: the member states' and `XI` for Northern Ireland.
  package static let prefixes = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT",
    "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI",
  ]

  static func parse(_ typed: String, country: String?) throws(KindFailure) -> KindReading {
    let scrubbed = try ScrubbedText(typed, dropping: .vatSeparators, keeping: "+*")
    let bytes = scrubbed.bytes
    let chosen = country.flatMap(prefix(ofCountry:))
    // Only Irish numbers have `+` and `*`.
    if let mark = bytes.firstIndex(where: { !$0.isASCIIDigit && !$0.isASCIICapital }),
      !bytes.starts(with: "IE".utf8), chosen != "IE"
    {
      throw scrubbed.wrongCharacter(at: mark, allowed: .digitsAndLetters)
    }
    let isGreek = bytes.starts(with: "GR".utf8)
    if let chosen, !bytes.starts(with: chosen.utf8), !(isGreek && chosen == "EL") {
      // A French number may begin with two letters, so the body is tried before another prefix is seen.
      do {
        try VATBody(bytes[...]).check(as: chosen)
        return reading(chosen, bytes[...])
      } catch {
        guard let other = prefix(of: bytes) ?? (isGreek ? "GR" : nil) else { throw error }
        throw .prefix(found: other, expected: chosen)
      }
    }
    let body = bytes.dropFirst(2)
    guard let prefix = prefix(of: bytes) else {
      guard bytes.count > 2, bytes[0].isASCIICapital, bytes[1].isASCIICapital else {
        throw .structure(.euVAT)
      }
      if isGreek {
        guard (try? VATBody(body).check(as: "EL")) != nil else {
          throw .prefix(found: "GR", expected: "EL")
        }
        throw .rule(.greekPrefix(suggestion: "EL" + body.spelled))
      }
      let found = bytes.prefix(2).spelled
      throw .component(.country, found: found, suggestions: found == "GB" ? ["XI"] : [])
    }
    do {
      try VATBody(body).check(as: prefix)
    } catch .rule(.missingLeadingZero(let suggestion)) {
      throw .rule(.missingLeadingZero(suggestion: prefix + suggestion))
    }
    return reading(prefix, body)
  }

  /// The prefix that a number begins with; `nil` where it is none in use.
  static func prefix(of bytes: [UInt8]) -> String? {
    guard bytes.count > 2, bytes[0].isASCIICapital, bytes[1].isASCIICapital else { return nil }
    let found = bytes.prefix(2).spelled
    return prefixes.contains(found) ? found : nil
  }

  /// The prefix of a country's numbers; Monaco's are French ones.
  private static func prefix(ofCountry code: String) -> String? {
    switch code.uppercased() {
    case "GR": "EL"
    case "GB": "XI"
    case "MC": "FR"
    case let code: prefixes.contains(code) ? code : nil
    }
  }

  private static func reading(_ prefix: String, _ body: ArraySlice<UInt8>) -> KindReading {
    let sort: KindName =
      switch prefix {
      case "AT": .atUID
      case "DE": .deVAT
      case "ES": .esVAT
      default: .euVAT
      }
    return KindReading(canonical: prefix + body.spelled, sort: sort)
  }
}
