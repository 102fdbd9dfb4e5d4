import PlainValues

/// What is left of a typed identifier after ``Scrub``, in capitals and without its separators.
///
/// - Complexity: O(*n*); ASCII text, the common case of an import, is only ever seen as bytes.
struct ScrubbedText {
  /// ASCII capitals, digits and the marks that the kind keeps.
  let bytes: [UInt8]
  private let clean: String
  private let dropped: ASCIISet

  /// Scrubs a text.
  ///
  /// - Parameters:
  ///   - source: The text as typed.
  ///   - dropped: The separators of the kind.
  ///   - kept: What the kind is written with beyond letters and digits.
  ///   - alphabet: What a sentence about a wrong character should call the characters of the kind.
  /// - Throws: `empty`, `hostile` or `charset`; a hostile scalar anywhere comes before any wrong
  ///   character.
  init(
    _ source: String,
    dropping dropped: ASCIISet,
    keeping kept: ASCIISet = [],
    naming alphabet: KindAlphabet = .digitsAndLetters
  ) throws(KindFailure) {
    let clean = try Scrub.clean(source)
    let marks = kept.union(dropped)
    try Scrub.require(clean, in: alphabet) {
      $0.isASCIIDigit || $0.isASCIILetter || marks.contains($0)
    }
    self.clean = clean
    self.dropped = dropped
    var bytes: [UInt8] = []
    bytes.reserveCapacity(clean.utf8.count)
    for byte in clean.utf8 where !dropped.contains(byte) { bytes.append(byte.asciiCapital) }
    self.bytes = bytes
  }

  /// The failure that points at one of the bytes as a wrong character, at its place in what was typed.
  func wrongCharacter(at index: Int, allowed: KindAlphabet) -> KindFailure {
    let kept = clean.utf8.indices.filter { !dropped.contains(clean.utf8[$0]) }
    return Scrub.wrongCharacter(at: kept[index], in: clean, allowed: allowed)
  }

  /// The failure that points at the first byte that is no digit; `nil` if there is none.
  func firstNonDigit() -> KindFailure? {
    guard let index = bytes.firstIndex(where: { !$0.isASCIIDigit }) else { return nil }
    return wrongCharacter(at: index, allowed: .digits)
  }
}
