import PlainValues

/// A day of the calendar.
package enum DateKind {
  /// Reads `YYYY-MM-DD` and nothing else.
  ///
  /// Spellings of a language, such as `31.12.2026`, are translated by ``LocalForms`` before; a date
  /// written like them is refused for its structure, not for a character.
  ///
  /// - SeeAlso: ISO 8601-1:2019, 5.2.2.1 (calendar date, extended format).
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      try Scrub.require(clean, in: .digits) {
        $0.isASCIIDigit || $0 == "-" || $0 == "." || $0 == "/" || $0 == " "
      }
      let isPattern =
        clean.utf8.count == 10
        && clean.utf8.enumerated().allSatisfy { place, byte in
          place == 4 || place == 7 ? byte == 0x2D : byte.isASCIIDigit
        }
      guard isPattern else { throw .structure(.date) }
      guard let date = CivilDate(iso: clean) else { throw .rule(.noSuchDay) }
      return KindReading(canonical: date.iso)
    }
  }
}
