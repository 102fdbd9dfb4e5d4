import PlainValues

/// A Spanish NIF of any kind: DNI, NIE, K/L/M, or the NIF of an entity ("CIF").
///
/// A form cannot know which of them a person holds, so one field takes all.
///
/// - SeeAlso: Real Decreto 1065/2007, artículos 19 to 24; Orden EHA/451/2008, artículos 2 to 5;
///   Real Decreto 1553/2005, artículo 11 (DNI); Orden INT/2058/2008 (NIE).
package enum SpanishNIFKind {
  /// Reads a NIF; spaces, hyphens and dots go.
  ///
  /// A leading `ES` goes too and is remembered: `sort` is then `es-vat`, and ``sort(of:)`` tells the
  /// sort of the canonical form. A DNI of seven digits is refused with the number with its zero as a
  /// suggestion.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .esNIF) { text throws(KindFailure) in try parse(text) }
  }

  /// The sort of a valid NIF without prefix: `es-dni`, `es-nie`, `es-cif` or `es-nif-klm`.
  ///
  /// - Parameter canonical: A NIF as ``read(_:)`` stores it.
  /// - Returns: `nil` where the text is no valid NIF.
  package static func sort(of canonical: String) -> KindName? {
    try? sort(ofBody: Array(canonical.utf8)[...])
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let scrubbed = try ScrubbedText(typed, dropping: .spaceHyphenDot)
    let isVAT = scrubbed.bytes.starts(with: "ES".utf8)
    let body = scrubbed.bytes.dropFirst(isVAT ? 2 : 0)
    let sort = try sort(ofBody: body)
    return KindReading(canonical: body.spelled, sort: isVAT ? .esVAT : sort)
  }

  /// Checks the nine characters of a NIF and tells their sort.
  static func sort(ofBody body: ArraySlice<UInt8>) throws(KindFailure) -> KindName {
    guard body.count == 9, let first = body.first, let control = body.last else {
      if body.count == 8, holds(body.dropLast(), letter: body.last) {
        throw .rule(.missingLeadingZero(suggestion: "0" + body.spelled))
      }
      throw .length(.esNIF, expected: [9], found: body.count)
    }
    let middle = body.dropFirst().dropLast()
    guard let digits = middle.numerals else { throw .structure(.esNIF) }
    let sort: KindName
    let counted: [UInt8]
    switch first {
    case 0x30...0x39: (sort, counted) = (.esDNI, Array(body.dropLast()))
    case 0x58...0x5A: (sort, counted) = (.esNIE, [first - 0x28] + middle)  // X Y Z count as 0 1 2
    case 0x4B...0x4D: (sort, counted) = (.esPersonalNIF, Array(middle))  // K L M do not count
    default:
      guard SpanishEntityType(letter: first) != nil else { throw .structure(.esNIF) }
      try check(control, ofEntity: first, digits: digits)
      return .esCIF
    }
    guard control.isASCIICapital else { throw .structure(sort) }
    guard holds(counted, letter: control) else { throw .checksum(sort) }
    return sort
  }

  /// Whether a letter belongs to a person's number: the remainder by 23 chooses it.
  private static func holds(_ number: some Collection<UInt8>, letter: UInt8?) -> Bool {
    guard let digits = number.numerals else { return false }
    return Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)[CheckDigits.number(digits) % 23] == letter
  }

  /// Checks the control character of an entity: a digit, or the letter that stands for it.
  ///
  /// A, B, E and H take a digit, P, Q, R, S and W a letter; all others may have either, because the
  /// published lists and the numbers in use disagree about them.
  private static func check(
    _ control: UInt8,
    ofEntity letter: UInt8,
    digits: [Int]
  ) throws(KindFailure) {
    let value = (10 - CheckDigits.luhnSum(digits + [0]) % 10) % 10
    let fitting = control.isASCIIDigit ? UInt8(0x30 + value) : Array("JABCDEFGHI".utf8)[value]
    guard control == fitting else { throw .checksum(.esCIF) }
    let takesDigit = "ABEH".utf8.contains(letter)
    let takesLetter = "PQRSW".utf8.contains(letter)
    if takesDigit && !control.isASCIIDigit || takesLetter && control.isASCIIDigit {
      throw .controlSort(letter: [letter].spelled, expectsDigit: takesDigit)
    }
  }
}
