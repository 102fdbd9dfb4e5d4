import PlainValues

/// The address of a web page.
///
/// - SeeAlso: RFC 3986, 3 (syntax) and 6.2 (normal form); RFC 3987, 3.1 (beyond ASCII).
package enum URLKind {
  /// The longest address, in octets of its canonical form.
  package static let longest = 2048

  /// Reads an `http` or `https` address; one without a scheme is read as `https`.
  ///
  /// Canonical are scheme and host in lower case, the host in ASCII, no default port, at least `/` as
  /// path, and characters beyond ASCII percent-encoded as UTF-8. What is encoded stays encoded. The
  /// display form has the host in Unicode.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let safe = try Scrub.safe(text)
      try Scrub.require(safe, in: .webAddress, where: isAddressScalar)
      let (scheme, afterScheme) = try scheme(of: safe)
      let end = afterScheme.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" }
      let authority = afterScheme[..<(end ?? afterScheme.endIndex)]
      let offset = safe.unicodeScalars.distance(
        from: safe.unicodeScalars.startIndex,
        to: afterScheme.startIndex
      )
      if authority.contains("@") {
        if case .success = EmailKind.read(safe) { throw .wrongKind(found: .email, expected: .url) }
        throw .rule(.userInfoRefused)
      }
      let (host, port) = try host(of: authority, scheme: scheme, offset: offset)
      let rest = try encoded(
        afterScheme[authority.endIndex...],
        offset: offset + authority.count
      )

      let path = rest.hasPrefix("/") ? rest : "/" + rest
      let canonical = "\(scheme)://\(host.ascii)\(port)\(path)"
      if canonical.utf8.count > longest {
        throw .rule(.webAddressTooLong(limit: longest, found: canonical.utf8.count))
      }
      let shownPath = path == "/" ? "" : path
      return KindReading(
        canonical: canonical,
        display: "\(scheme)://\(host.unicode)\(port)\(shownPath)"
      )
    }
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static func isAddressScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "<", ">", "\"", "\\": false
    default: scalar.isASCII || scalar.properties.generalCategory != .spaceSeparator
    }
  }

  /// The scheme in lower case, and what stands after `://`.
  private static func scheme(of text: String) throws(KindFailure) -> (String, Scalars) {
    let scalars = text.unicodeScalars[...]
    let stop = scalars.firstIndex {
      !($0.isASCIILetter || $0.isASCIIDigit || $0 == "+" || $0 == "-" || $0 == ".")
    }
    guard let colon = stop, scalars[colon] == ":", scalars.first?.isASCIILetter == true else {
      return ("https", scalars)
    }
    let afterColon = scalars[scalars.index(after: colon)...]
    // "example.com:8080" begins like a scheme; what follows tells a port from a path.
    if afterColon.first?.isASCIIDigit == true, scalars[..<colon].contains(".") {
      return ("https", scalars)
    }
    let scheme = Scrub.lowerASCII(String(scalars[..<colon].prefix(20)))
    guard scheme == "http" || scheme == "https" else {
      throw .rule(.schemeRefused(scheme: scheme))
    }
    guard afterColon.starts(with: "//".unicodeScalars) else { throw .structure(.url) }
    return (scheme, afterColon.dropFirst(2))
  }

  /// The host, and the port as `:8080`, or nothing for the one that the scheme has by itself.
  private static func host(
    of authority: Scalars,
    scheme: String,
    offset: Int
  ) throws(KindFailure) -> (DomainName, String) {
    if authority.first == "[" { throw .rule(.addressLiteral) }
    let colon = authority.firstIndex(of: ":") ?? authority.endIndex
    let name = try foldedHost(authority[..<colon])
    let host = try DomainName(name, offset: offset, takesHyphenPairs: true)
    let digits = authority[colon...].dropFirst()
    if digits.isEmpty { return (host, "") }
    guard digits.count <= 5, digits.allSatisfy(\.isASCIIDigit), let port = Int(String(digits)),
      (1...65535).contains(port)
    else { throw .rule(.portRange) }
    return (host, port == (scheme == "http" ? 80 : 443) ? "" : ":\(port)")
  }

  /// The host with full-width forms and dashes as ASCII; a path keeps its own.
  private static func foldedHost(_ host: Scalars) throws(KindFailure) -> String {
    host.isEmpty ? "" : try Scrub.clean(String(host))
  }

  /// Path, query and fragment, with every character that RFC 3986 does not have there encoded.
  private static func encoded(_ rest: Scalars, offset: Int) throws(KindFailure) -> String {
    if let place = brokenPercent(in: rest) {
      throw .rule(.percentEncoding(position: offset + place + 1))
    }
    var output: [UInt8] = []
    for byte in String(rest).nfc.utf8 {
      if isPlain(byte) {
        output.append(byte)
      } else {
        output += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// Whether a byte stands for itself: unreserved, reserved without brackets, or a percent sign.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "%": true
    case "!", "$", "&", "'", "(", ")", "*", "+", ",", ";", "=", ":", "@", "/", "?", "#": true
    default: false
    }
  }

  /// How many scalars stand before a `%` that two hexadecimal digits do not follow.
  private static func brokenPercent(in rest: Scalars) -> Int? {
    var place = 0
    var index = rest.startIndex
    while index < rest.endIndex {
      let scalar = rest[index]
      index = rest.index(after: index)
      if scalar == "%" {
        let pair = rest[index...].prefix(2)
        guard pair.count == 2, pair.allSatisfy(\.properties.isASCIIHexDigit) else { return place }
      }
      place += 1
    }
    return nil
  }
}
