/// An Austrian VAT number (UID): ATU and eight digits.
///
/// - SeeAlso: UStG 1994, Art. 28; BMF, "UID-Nummer: Konstruktionsregeln".
package enum AustrianUIDKind {
  /// Reads a UID; spaces, hyphens, dots and slashes go, and `AT` may be missing and is always stored.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .atUID) { text throws(KindFailure) in try parse(text) }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let bytes = try ScrubbedText(typed, dropping: .spaceHyphenDotSlash).bytes
    if let prefix = EUVATKind.prefix(of: bytes), prefix != "AT" {
      throw .prefix(found: prefix, expected: "AT")
    }
    let body = bytes.dropFirst(bytes.starts(with: "AT".utf8) ? 2 : 0)
    try VATBody(body).checkAustria(as: .atUID)
    return KindReading(canonical: "AT" + body.spelled)
  }
}
