import CIDN2

/// What libidn2 knows of domains beyond ASCII; called for those only.
enum InternationalDomain {
  /// The ASCII form and the Unicode form of a domain.
  ///
  /// The ASCII form decides, and the Unicode form is made from it, so that all spellings of a domain
  /// have one. `ß` stays `ß` (non-transitional).
  ///
  /// - Parameter text: A domain without U+0000, of a bounded length.
  /// - Returns: Both forms, or `nil` for a domain that a lookup refuses.
  /// - SeeAlso: RFC 5891; Unicode Technical Standard #46, 4; libidn2, `idn2_lookup_u8`.
  static func forms(of text: String) -> (ascii: String, unicode: String)? {
    let flags = CInt(bitPattern: IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    guard let ascii = unsafe converted(text, by: idn2_to_ascii_8z, flags: flags),
      let unicode = unsafe converted(ascii, by: idn2_to_unicode_8z8z, flags: 0)
    else { return nil }
    return (ascii, unicode)
  }

  private typealias Conversion = (
    UnsafePointer<CChar>?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, CInt
  ) -> CInt

  private static func converted(
    _ text: String,
    by convert: Conversion,
    flags: CInt
  ) -> String? {
    var output: UnsafeMutablePointer<CChar>? = nil
    let status = unsafe text.withCString { unsafe convert($0, &output, flags) }
    defer { unsafe idn2_free(output) }
    guard status == IDN2_OK.rawValue, let output = unsafe output else { return nil }
    return unsafe String(cString: output)
  }
}
