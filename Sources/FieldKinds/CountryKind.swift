import PlainValues

/// A country.
package enum CountryKind {
  /// Reads an ISO 3166-1 code of two or three letters, in any case, as the one of two.
  ///
  /// `EL` and `UK`, which the European Union writes, become `GR` and `GB`.
  ///
  /// - SeeAlso: ISO 3166-1:2020.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      try Scrub.require(clean, in: .digitsAndLetters) { $0.isASCIILetter || $0.isASCIIDigit }
      guard (2...3).contains(clean.utf8.count), clean.utf8.allSatisfy(\.isASCIILetter) else {
        throw .structure(.country)
      }
      let code = Scrub.upperASCII(clean)
      guard let alpha2 = Countries.alpha2(for: code) else {
        let suggestions = Countries.meant(by: code).map { [$0] } ?? []
        throw .component(.country, found: code, suggestions: suggestions)
      }
      return KindReading(canonical: alpha2)
    }
  }
}
