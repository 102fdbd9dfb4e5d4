import PlainValues

/// A domain of the public internet, as e-mail addresses and web addresses name one.
struct DomainName: Hashable, Sendable {
  /// The domain in lower case with A-labels (`xn--…`), the form that programs look up.
  let ascii: String
  /// The domain in lower case with U-labels, the form that people read.
  let unicode: String

  /// The longest domain, in octets of its ASCII form.
  ///
  /// - SeeAlso: RFC 1035, 2.3.4: 255 octets on the wire are 253 characters.
  static let longest = 253
  /// The longest label, in octets of its ASCII form.
  ///
  /// - SeeAlso: RFC 1035, 2.3.4; RFC 5890, 2.3.2.1.
  static let longestLabel = 63

  /// Top-level domains that are set apart from the public internet.
  ///
  /// `example` is set apart too and accepted all the same: it is what people try things out with.
  ///
  /// - SeeAlso: RFC 2606, 2; RFC 6761, 6; RFC 6762, 3 (`local`); RFC 7686 (`onion`); RFC 3172 (`arpa`).
  private static let reserved: Set<String> = [
    "arpa", "invalid", "local", "localhost", "onion", "test",
  ]

  /// Reads a domain of at least two labels.
  ///
  /// Characters beyond ASCII are judged as a lookup does; registries refuse a little more, such as a
  /// `·` that does not stand between two `l`.
  ///
  /// - Parameters:
  ///   - text: The domain, clean.
  ///   - offset: How many scalars stand before it in what was typed.
  ///   - takesHyphenPairs: Whether labels may have hyphens as third and fourth character as A-labels
  ///     do (RFC 5890, 2.3.1, reserves those); hosts of web pages are found that have, mail domains not.
  /// - Throws: `KindFailure.charset`, a rule of domains, or `KindFailure.component` for a top-level
  ///   domain that is reserved or that cannot be one.
  /// - SeeAlso: RFC 1123, 2.1 (labels; a top-level domain is alphabetic); RFC 5891, 5 (lookup).
  init(
    _ text: some StringProtocol,
    offset: Int,
    takesHyphenPairs: Bool
  ) throws(KindFailure) {
    if text.isEmpty { throw .rule(.domainMissing) }
    if text.utf8.first == 0x5B { throw .rule(.addressLiteral) }
    try Scrub.require(text, in: .domainName, offset: offset) {
      $0.isASCIILetter || $0.isASCIIDigit || $0 == "-" || $0 == "." || !$0.isASCII
    }
    let octets = text.utf8.count
    // Room for any domain in Unicode, whose scalars take up to four octets; libidn2 sees no more.
    if octets > 4 * Self.longest { throw .rule(.domainTooLong(limit: Self.longest, found: octets)) }
    let typed = Scrub.lowerASCII(String(text))
    let labels = Self.labels(of: typed)
    try Self.requireDots(labels)
    if typed.utf8.allSatisfy({ $0 < 0x80 }), !labels.contains(where: Self.isALabel) {
      (ascii, unicode) = (typed, typed)
      try Self.requireHostName(labels, takesHyphenPairs: takesHyphenPairs)
    } else {
      guard let forms = InternationalDomain.forms(of: typed) else {
        throw .rule(.domainNotRegistrable)
      }
      (ascii, unicode) = forms
      // Ideographic full stops are dots now.
      let labels = Self.labels(of: ascii)
      try Self.requireDots(labels)
      try Self.requireHostName(labels, takesHyphenPairs: takesHyphenPairs)
    }
  }

  private static func labels(of text: String) -> [ArraySlice<UInt8>] {
    Array(text.utf8).split(separator: 0x2E, omittingEmptySubsequences: false)
  }

  private static func isALabel(_ label: ArraySlice<UInt8>) -> Bool {
    label.starts(with: [0x78, 0x6E, 0x2D, 0x2D])
  }

  private static func requireDots(_ labels: [ArraySlice<UInt8>]) throws(KindFailure) {
    if labels.contains(where: \.isEmpty) { throw .rule(.domainDots) }
  }

  /// Refuses lengths and forms that the ASCII form of a domain cannot have.
  private static func requireHostName(
    _ labels: [ArraySlice<UInt8>],
    takesHyphenPairs: Bool
  ) throws(KindFailure) {
    for label in labels where label.count > longestLabel {
      throw .rule(.domainLabelTooLong(limit: longestLabel, found: label.count))
    }
    let octets = labels.reduce(labels.count - 1) { $0 + $1.count }
    if octets > longest { throw .rule(.domainTooLong(limit: longest, found: octets)) }
    if labels.count == 4, labels.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) {
      throw .rule(.addressLiteral)
    }
    for label in labels {
      let isPaired = label.dropFirst(2).starts(with: [0x2D, 0x2D]) && !isALabel(label)
      if label.first == 0x2D || label.last == 0x2D || isPaired && !takesHyphenPairs {
        throw .rule(.domainHyphens(label: String(decoding: label, as: UTF8.self)))
      }
    }
    guard labels.count > 1, let last = labels.last else { throw .rule(.domainWithoutDot) }
    let top = String(decoding: last, as: UTF8.self)
    guard isALabel(last) || last.allSatisfy(\.isASCIILetter), !reserved.contains(top) else {
      throw .component(.domain, found: top, suggestions: [])
    }
  }
}
