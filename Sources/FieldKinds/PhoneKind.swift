import PlainValues

/// A telephone number, with or without an extension.
///
/// alta knows calling codes, trunk prefixes and lengths, not which numbers are given out.
///
/// - SeeAlso: ITU-T E.164, 6 (structure), ITU-T E.123 (notation), RFC 3966, 3 (`;ext=`).
package enum PhoneKind {
  /// The longest extension, in digits.
  package static let longestExtension = 15

  /// Reads a number as E.164, followed by `;ext=` and the extension where there is one.
  ///
  /// Numbers begin with `+` or `00` and a calling code, or are national ones of a region. Spaces,
  /// brackets, hyphens, dots and slashes are dropped. Letters are refused except before an extension
  /// (`x`, `ext.`, `Durchwahl`, `extensión` …); the number found among them is offered. Lengths in
  /// failures count the national number, without calling code and trunk prefix.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - region: The ISO 3166-1 alpha-2 code, in upper case, of the country that national numbers
  ///     belong to; `nil`, or one that has no plan, where none is known.
  /// - Returns: The reading, whose display form is international with spaces, or the failure.
  package static func read(
    _ text: String,
    region: String? = nil
  ) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      try reading(try Scrub.clean(text), home: region.flatMap { NumberingPlan.of(region: $0) })
    }
  }

  /// The regions whose numbers begin like this one, the main one first; empty for none.
  ///
  /// - Parameter canonical: A number as ``read(_:region:)`` returns it.
  /// - Returns: ISO 3166-1 alpha-2 codes.
  package static func regions(of canonical: String) -> [String] {
    guard canonical.hasPrefix("+") else { return [] }
    return NumberingPlan.starting(canonical.dropFirst())?.regions ?? []
  }

  /// The country calling code of a region.
  ///
  /// - Parameter region: An ISO 3166-1 alpha-2 code in upper case.
  /// - Returns: A code such as `+49`, or `nil` for a region without one.
  package static func callingCode(of region: String) -> String? {
    NumberingPlan.of(region: region).map { "+" + $0.callingCode }
  }

  private static func reading(
    _ clean: String,
    home: NumberingPlan?
  ) throws(KindFailure) -> KindReading {
    let (typed, suffix) = PhoneExtension.split(clean)
    let hasLetters = typed.unicodeScalars.contains(where: isLetter)
    if !hasLetters { try Scrub.require(typed, in: .telephone, where: isTelephone) }
    if let suffix, suffix.utf8.count > longestExtension {
      throw .rule(.extensionTooLong(limit: longestExtension, found: suffix.utf8.count))
    }
    if hasLetters {
      let found = numberFound(in: typed, extension: suffix, home: home)
      throw .rule(.lettersInPhone(suggestion: found))
    }
    return try reading(typed, extension: suffix, home: home)
  }

  private static func reading(
    _ typed: String,
    extension suffix: String?,
    home: NumberingPlan?
  ) throws(KindFailure) -> KindReading {
    let (plan, number, warnings) = try national(typed, home: home)
    guard plan.lengths.contains(number.utf8.count) else {
      throw .length(.phone, expected: plan.lengths, found: number.utf8.count)
    }
    return KindReading(
      canonical: "+" + plan.callingCode + number + (suffix.map { ";ext=" + $0 } ?? ""),
      display: "+" + plan.callingCode + " " + plan.spaced(number)
        + (suffix.map { " x" + $0 } ?? ""),
      warnings: warnings + (plan.gives(number) ? [] : [.phoneNotAssigned])
    )
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar.isASCIILetter : scalar.properties.isAlphabetic
  }

  private static func isTelephone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "+", " ", "(", ")", "[", "]", "-", ".", "/": true
    default: false
    }
  }

  /// The number without separators, its plan, and what is to be said of how it was written.
  private static func national(
    _ typed: String,
    home: NumberingPlan?
  ) throws(KindFailure) -> (NumberingPlan, String, [KindWarning]) {
    let compact = Scrub.dropping(" ()[]-./", from: typed)
    let isInternational = compact.hasPrefix("+")
    let digits = compact.dropFirst(isInternational ? 1 : 0)
    guard !digits.isEmpty, digits.utf8.allSatisfy(\.isASCIIDigit) else { throw .structure(.phone) }

    // Dialled for abroad: 00 nearly everywhere, 011 in North America. No number at home begins so.
    let abroad = home?.callingCode == "1" ? ["011", "00"] : ["00"]
    let dialled = isInternational ? "" : abroad.first { digits.hasPrefix($0) }
    if let dialled {
      let code = digits.dropFirst(dialled.utf8.count)
      guard let plan = NumberingPlan.starting(code) else {
        throw .component(.country, found: "+" + code.prefix(3), suggestions: [])
      }
      let number = code.dropFirst(plan.callingCode.utf8.count)
      // "+49 (0)30": the zero is for callers at home. No number of such a plan begins with one.
      let hasTrunk = plan.dropsZero && number.hasPrefix(plan.trunkPrefix)
      return (plan, String(number.dropFirst(hasTrunk ? plan.trunkPrefix.utf8.count : 0)), [])
    }

    guard let home else { throw .rule(.needsCountryCode) }
    let trunk = home.trunkPrefix
    if home.dropsZero {
      if digits.hasPrefix(trunk) { return (home, String(digits.dropFirst(trunk.utf8.count)), []) }
      let warnings = home.needsTrunkPrefix ? [KindWarning.trunkPrefixMissing(prefix: trunk)] : []
      return (home, String(digits), warnings)
    }
    // A trunk prefix of 1 or 8 may begin a number too: only the length tells them apart.
    let count = digits.utf8.count
    let isLonger = !home.lengths.contains(count) && home.lengths.contains(count - trunk.utf8.count)
    let hasTrunk = isLonger && digits.hasPrefix(trunk)
    return (home, String(digits.dropFirst(hasTrunk ? trunk.utf8.count : 0)), [])
  }

  /// The number among letters: the longest run without any or, failing that, letters as key presses.
  private static func numberFound(
    in typed: String,
    extension suffix: String?,
    home: NumberingPlan?
  ) -> String? {
    // Nobody spells a number in more than that, and what is offered must stay cheap to find.
    guard typed.utf8.count <= 100 else { return nil }
    let runs = typed.unicodeScalars.split { !isTelephone($0) }
    let longest = runs.max { $0.count < $1.count }.map(String.init) ?? ""
    let pressed = String(String.UnicodeScalarView(typed.unicodeScalars.map(key)))
    for candidate in [longest, pressed] where candidate.unicodeScalars.allSatisfy(isTelephone) {
      if let found = try? reading(candidate, extension: suffix, home: home) {
        return found.canonical
      }
    }
    return nil
  }

  /// The key that a letter is on.
  ///
  /// - SeeAlso: ITU-T E.161, 3.2 (option A).
  private static func key(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.isASCIILetter ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar {
    case "a"..."c": "2"
    case "d"..."f": "3"
    case "g"..."i": "4"
    case "j"..."l": "5"
    case "m"..."o": "6"
    case "p"..."s": "7"
    case "t"..."v": "8"
    case "w"..."z": "9"
    default: scalar
    }
  }
}
