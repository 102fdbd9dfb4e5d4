import PlainValues

/// An e-mail address.
///
/// - SeeAlso: RFC 5321, 4.1.2 and 4.5.3.1 (mailbox and its sizes); RFC 5322, 3.2.3 (dot-atom);
///   RFC 6531, 3.3 (UTF-8 in the local part); RFC 5890 (internationalised domains).
package enum EmailKind {
  /// The longest local part, in octets of UTF-8.
  package static let longestLocalPart = 64
  /// The longest address, in octets, its domain in ASCII.
  ///
  /// A path of 256 octets less its angle brackets.
  package static let longest = 254

  /// Reads an address: the local part as typed, in NFC, and the domain in lower case and Unicode.
  ///
  /// A local part beyond ASCII brings `KindWarning.internationalLocalPart`. An address that something
  /// stands around (`Max <a@b.de>`, `mailto:a@b.de`) is refused and offered.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let clean = try Scrub.clean(text)
      if let inner = unwrapped(clean), let address = try? reading(inner) {
        throw .rule(.textAroundEmail(address: address.canonical))
      }
      return try reading(clean)
    }
  }

  /// The address with its domain in ASCII, as mail programs take it.
  ///
  /// - Parameter canonical: An address as ``read(_:)`` returns it.
  /// - Returns: The address, or `nil` for a text that is none.
  package static func asciiAddress(of canonical: String) -> String? {
    let parts = canonical.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let domain = try? DomainName(String(parts[1]), offset: 0, takesHyphenPairs: false)
    else { return nil }
    return String(parts[0]) + "@" + domain.ascii
  }

  private static func reading(_ clean: String) throws(KindFailure) -> KindReading {
    if clean.utf8.first == 0x22 { throw .rule(.quotedLocalPart) }
    let split = clean.utf8.firstIndex(of: 0x40) ?? clean.endIndex
    let typed = clean[..<split]
    try Scrub.require(typed, in: .emailName, where: isAtomScalar)
    if let first = typed.unicodeScalars.first, first.isMark {
      // It would combine with whatever is printed before the address.
      throw .charset(found: String(first), position: 1, allowed: .emailName)
    }
    let signs = clean.utf8.count { $0 == 0x40 }
    guard signs == 1 else { throw .rule(.atSigns(found: signs)) }

    let local = String(typed).nfc
    try requireLocalPart(local)
    let domain = try DomainName(
      Substring(clean.utf8[split...].dropFirst()),
      offset: typed.unicodeScalars.count + 1,
      takesHyphenPairs: false
    )
    let octets = local.utf8.count + 1 + domain.ascii.utf8.count
    if octets > longest { throw .rule(.emailTooLong(limit: longest, found: octets)) }
    return KindReading(
      canonical: local + "@" + domain.unicode,
      warnings: local.utf8.allSatisfy { $0 < 0x80 } ? [] : [.internationalLocalPart]
    )
  }

  private static func requireLocalPart(_ local: String) throws(KindFailure) {
    if local.isEmpty { throw .rule(.localPartMissing) }
    let octets = local.utf8.count
    if octets > longestLocalPart {
      throw .rule(.localPartTooLong(limit: longestLocalPart, found: octets))
    }
    let atoms = local.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    if atoms.contains(where: \.isEmpty) { throw .rule(.localPartDots) }
  }

  private static func isAtomScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", ".": true
    case "!", "#", "$", "%", "&", "'", "*", "+", "-", "/", "=", "?", "^", "_", "`": true
    case "{", "|", "}", "~": true
    default: !scalar.isASCII
    }
  }

  /// What stands in angle brackets at the end of a text, or after `mailto:`.
  private static func unwrapped(_ clean: String) -> String? {
    let bytes = clean.utf8
    if bytes.dropFirst(6).first == 0x3A, Scrub.lowerASCII(clean).utf8.starts(with: "mailto:".utf8) {
      return String(Substring(bytes.dropFirst(7)))
    }
    guard bytes.last == 0x3E, let open = bytes.lastIndex(of: 0x3C) else { return nil }
    return String(Substring(bytes[open...].dropFirst().dropLast())).trimmed
  }
}
