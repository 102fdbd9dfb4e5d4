import PlainValues

/// A pattern for identifiers that are numbered in turn, such as `CLI-000X`.
///
/// Literal characters around one counter: a run of `0` closed by `X`, as wide as the run. A single `X`
/// is a counter of one digit where no longer one stands, so that `EXP-000X` keeps its first X. A number
/// too large for the run widens it: `CLI-9999` is followed by `CLI-10000`.
package struct IdentifierMask: Hashable, Sendable {
  /// Why a text is no mask.
  package enum Fault: Error, Hashable, Sendable {
    /// Nothing stands between the outer white space.
    case empty
    /// A character that no identifier may have, at a position from 1.
    case hostile(codePoint: String, position: Int)
    /// No `X` stands in the text.
    case counterMissing
    /// More than one counter stands in the text.
    case counterRepeated
    /// The counter is longer than any number.
    case counterTooLong(limit: Int, found: Int)
  }

  /// How many digits a counter may have, so that every one of its numbers is an `Int`.
  package static let longestCounter = 18

  /// What stands before the counter.
  package let prefix: String
  /// What stands after the counter.
  package let suffix: String
  /// How many digits the counter has at least, from 1 to ``longestCounter``.
  package let width: Int

  /// Reads a mask as an author writes it.
  ///
  /// - Throws: The first fault, in the order of ``Fault``.
  package init(_ written: String) throws(Fault) {
    let text = Array(written.trimmed.nfc.unicodeScalars)
    guard !text.isEmpty else { throw .empty }
    if let place = text.firstIndex(where: \.isHostile) {
      throw .hostile(codePoint: text[place].codePointName, position: place + 1)
    }
    let closings = text.indices.filter { text[$0] == "X" }
    let runs = closings.filter { $0 > 0 && text[$0 - 1] == "0" }
    let counters = runs.isEmpty ? closings : runs
    guard let closing = counters.first else { throw .counterMissing }
    guard counters.count == 1 else { throw .counterRepeated }
    let start = text[..<closing].lastIndex { $0 != "0" }.map { $0 + 1 } ?? 0
    width = closing - start + 1
    guard width <= Self.longestCounter else {
      throw .counterTooLong(limit: Self.longestCounter, found: width)
    }
    prefix = Self.string(of: text[..<start])
    suffix = Self.string(of: text[(closing + 1)...])
  }

  private static func string(of scalars: ArraySlice<Unicode.Scalar>) -> String {
    // One by one: a whole run is appended by code for any kind of sequence, which starts slowly.
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(scalar) }
    return String(text)
  }

  /// The identifier that carries a number.
  ///
  /// - Parameter number: The counter, from 0; the sign of a negative one is left out.
  /// - Returns: The literals around the digits, as wide as the mask or wider.
  package func identifier(_ number: Int) -> String {
    prefix + String(number.magnitude).zeroPadded(to: width) + suffix
  }

  /// The number that an identifier carries.
  ///
  /// - Returns: `nil` where the text does not fit the mask: other literals, another padding, or a number
  ///   beyond `Int`. Letters fit in their own case only.
  package func number(in identifier: String) -> Int? {
    let bytes = identifier.nfc.utf8
    guard bytes.count >= prefix.utf8.count + width + suffix.utf8.count,
      bytes.starts(with: prefix.utf8),
      bytes.reversed().starts(with: suffix.utf8.reversed())
    else { return nil }
    let digits = bytes.dropFirst(prefix.utf8.count).dropLast(suffix.utf8.count)
    guard digits.allSatisfy(\.isASCIIDigit), digits.count == width || digits.first != 0x30 else {
      return nil
    }
    return Int(digits.spelled)
  }
}
