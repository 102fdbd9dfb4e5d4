import PlainValues

/// An entry in a German register: court, type and number.
///
/// - SeeAlso: HGB § 8 (HRA, HRB), GenG § 10 (GnR), PartGG § 4 (PR), BGB § 55 (VR), BGB § 707 (GsR, since
///   1 January 2024); HRV § 13 for the number with its letters.
package enum GermanRegisterKind {
  /// The types of register, as they are written.
  package static let types = ["HRA", "HRB", "GnR", "GsR", "PR", "VR"]

  /// Reads an entry in one text, court first or last: `HRB 12345 AG München`.
  ///
  /// "Amtsgericht", "AG" and "Registergericht" before a court and "Nr." before a number go; letters
  /// after the number belong to it (`HRB 12345 B`) at the courts that put them there. The canonical
  /// form is `München HRB 12345`.
  package static func read(_ text: String) -> Result<KindReading, KindFailure> {
    identified(text, as: .deRegister) { text throws(KindFailure) in try parse(text) }
  }

  /// Reads an entry in three texts, as three fields ask for it.
  package static func read(
    court: String,
    type: String,
    number: String
  ) -> Result<KindReading, KindFailure> {
    Result { () throws(KindFailure) in
      let court = try words(court)
      let written = try words(type).joined()
      guard let type = self.type(written) else {
        throw .component(.registerType, found: written, suggestions: types)
      }
      var rest = try words(number)[...]
      let entry = try entryNumber(&rest)
      let suffix = rest.isEmpty ? nil : self.suffix(rest.joined(separator: " "))
      guard rest.isEmpty || suffix != nil else { throw .structure(.deRegister) }
      return try reading(court: court, type: type, number: entry, suffix: suffix)
    }
  }

  static func parse(_ typed: String) throws(KindFailure) -> KindReading {
    let words = try words(typed)
    guard let place = words.firstIndex(where: { type($0) != nil }), let type = type(words[place])
    else {
      // "HRC 12345" names a type that does not exist; a text without such a word has none.
      guard let wrong = words.indices.dropLast().first(where: { looksLikeType(words, at: $0) })
      else { throw .structure(.deRegister) }
      throw .component(.registerType, found: words[wrong], suggestions: types)
    }
    var rest = words[(place + 1)...]
    let number = try entryNumber(&rest)
    var court = Array(words[..<place])
    var suffix: String?
    if let word = rest.first, !GermanRegisterCourts.isCourt(Array(rest)),
      let letters = self.suffix(word)
    {
      suffix = letters
      rest.removeFirst()
    }
    if !rest.isEmpty {
      guard GermanRegisterCourts.name(in: court).isEmpty else { throw .structure(.deRegister) }
      court = Array(rest)
    }
    return try reading(court: court, type: type, number: number, suffix: suffix)
  }

  private static func reading(
    court words: [String],
    type: String,
    number: String,
    suffix: String?
  ) throws(KindFailure) -> KindReading {
    let court = try GermanRegisterCourts.court(called: words, for: .deRegister)
    guard suffix == nil || GermanRegisterCourts.putLetters(afterNumbersAt: court) else {
      throw .structure(.deRegister)
    }
    let parts = [court, type, number] + (suffix.map { [$0] } ?? [])
    return KindReading(canonical: parts.joined(separator: " "))
  }

  /// The words of a text: what spaces, commas, colons and semicolons separate, and `HRB` from `12345`.
  static func words(_ typed: String) throws(KindFailure) -> [String] {
    let safe = try Scrub.safe(typed)
    for (index, scalar) in safe.unicodeScalars.enumerated() where scalar.isForeignDigit {
      throw .charset(found: String(scalar), position: index + 1, allowed: .digits)
    }
    var words = [""]
    var endsInDigit = false
    for scalar in safe.nfc.unicodeScalars.lazy.map(Scrub.fold) {
      if " ,:;".unicodeScalars.contains(scalar) {
        words.append("")
        continue
      }
      if scalar.isASCIIDigit != endsInDigit { words.append("") }
      endsInDigit = scalar.isASCIIDigit
      words[words.count - 1].unicodeScalars.append(scalar)
    }
    return joinedTypes(words.filter { !$0.isEmpty })
  }

  /// Joins "HR B" and drops what stands between type and number.
  private static func joinedTypes(_ words: [String]) -> [String] {
    var result: [String] = []
    for word in words {
      if let last = result.last, last.lowercased() == "hr", ["a", "b"].contains(word.lowercased()) {
        result[result.count - 1] += word
      } else if let last = result.last, type(last) != nil,
        ["nr", "nr.", "nummer", "-"].contains(word.lowercased())
      {
        continue
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static func type(_ word: String) -> String? {
    guard (2...3).contains(word.utf8.count) else { return nil }
    let lower = word.lowercased()
    return types.first { $0.lowercased() == lower }
  }

  private static func looksLikeType(_ words: [String], at index: Int) -> Bool {
    let word = words[index].utf8
    let isShort = (2...3).contains(word.count) && word.allSatisfy(\.isASCIILetter)
    return isShort && words[index + 1].utf8.allSatisfy(\.isASCIIDigit)
  }

  /// Takes the number, of one to six digits and not from 0.
  private static func entryNumber(_ rest: inout ArraySlice<String>) throws(KindFailure) -> String {
    guard let number = rest.popFirst(), (1...6).contains(number.utf8.count),
      number.utf8.allSatisfy(\.isASCIIDigit), number.utf8.first != 0x30
    else { throw .structure(.deRegister) }
    return number
  }

  /// Up to three letters after a number; "AG" there begins the name of a court.
  private static func suffix(_ word: String) -> String? {
    let capitals = word.uppercased()
    let letters = capitals.unicodeScalars
    guard (1...3).contains(letters.count), capitals != "AG",
      letters.allSatisfy({ ("A"..."Z").contains($0) || $0 == "Ö" })
    else { return nil }
    return capitals
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a digit of another script or style than 0 to 9 and their full-width forms.
  fileprivate var isForeignDigit: Bool {
    value >= 0x80 && !(0xFF10...0xFF19).contains(value) && properties.numericType != nil
  }
}
