import PlainValues

/// A language, by its tag.
package enum LanguageKind {
  /// The longest tag that is read, in characters.
  ///
  /// - SeeAlso: RFC 5646, 4.4.1: 35 characters hold any tag without extensions.
  package static let longest = 35

  /// Reads a tag of language, script, region and variants, with hyphens or underscores, in any case.
  ///
  /// Canonical is the case of RFC 5646: `de`, `de-AT`, `sr-Latn-RS`, `de-1996`. Languages of two
  /// letters and regions are looked up, the other parts have the right form only. Extensions and
  /// private tags are refused.
  ///
  /// - SeeAlso: RFC 5646, 2.1 (syntax) and 2.1.1 (case).
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      try Scrub.require(clean, in: .digitsAndLetters) {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "_"
      }
      guard clean.utf8.count <= longest else { throw .structure(.language) }
      var subtags = Scrub.lowerASCII(clean).utf8
        .split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x5F }[...]

      guard let first = subtags.popFirst(), isLetters(first, 2...3) else {
        throw .structure(.language)
      }
      let code = String(decoding: first, as: UTF8.self)
      guard let language = Languages.code(for: code) else {
        let suggestions = Languages.meant(by: code).map { [$0] } ?? []
        throw .component(.language, found: code, suggestions: suggestions)
      }
      var tag = [language]
      if let script = subtags.first, isLetters(script, 4...4) {
        subtags.removeFirst()
        let text = String(decoding: script, as: UTF8.self)
        tag.append(Scrub.upperASCII(String(text.prefix(1))) + text.dropFirst())
      }
      if let region = subtags.first, isLetters(region, 2...2) || isDigits(region, 3) {
        subtags.removeFirst()
        tag.append(try self.region(String(decoding: region, as: UTF8.self)))
      }
      guard subtags.allSatisfy(isVariant), Set(subtags.map(Array.init)).count == subtags.count
      else {
        throw .structure(.language)
      }
      tag += subtags.map { String(decoding: $0, as: UTF8.self) }
      return KindReading(canonical: tag.joined(separator: "-"))
    }
  }

  private typealias Subtag = Substring.UTF8View.SubSequence

  private static func region(_ subtag: String) throws(KindFailure) -> String {
    let code = Scrub.upperASCII(subtag)
    if code.utf8.count == 3 { return code }
    guard let region = Countries.alpha2(for: code) else {
      throw .component(.country, found: code, suggestions: [])
    }
    return region
  }

  private static func isLetters(_ subtag: Subtag, _ lengths: ClosedRange<Int>) -> Bool {
    lengths.contains(subtag.count) && subtag.allSatisfy(\.isASCIILetter)
  }

  private static func isDigits(_ subtag: Subtag, _ length: Int) -> Bool {
    subtag.count == length && subtag.allSatisfy(\.isASCIIDigit)
  }

  private static func isVariant(_ subtag: Subtag) -> Bool {
    (5...8).contains(subtag.count) || subtag.count == 4 && subtag.first?.isASCIIDigit == true
  }
}
