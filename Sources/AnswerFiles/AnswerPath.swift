import PlainValues

/// The way to an answer: field keys, and positions in lists.
///
/// Its spelling is `contacts.1.email`, list items counted from 1. Each text is the spelling of exactly one
/// path: a part of digits without a leading nought is a position, any other is a key, an empty one too.
package struct AnswerPath: Hashable, Sendable {
  /// A step on the way.
  package enum Element: Hashable, Sendable {
    /// To the field of a key; without a dot in it.
    case key(String)
    /// To an item of a list, counted from 1.
    case index(Int)

    init(spelling: String) {
      let digits = spelling.utf8
      let isIndex =
        (1...9).contains(digits.count) && digits.first != UInt8(ascii: "0")
        && digits.allSatisfy(\.isASCIIDigit)
      self = isIndex ? .index(Int(spelling) ?? 0) : .key(spelling)
    }

    /// The key, or the digits of the position.
    package var spelling: String {
      switch self {
      case .key(let key): key
      case .index(let index): String(index)
      }
    }
  }

  /// The most elements that a spelled path may have, so that no text can exhaust the stack.
  package static let longest = 32

  /// The steps, from the outermost field on; at least one.
  package let elements: [Element]

  /// Makes a path of steps whose keys have no dot and do not look like positions.
  package init(_ elements: [Element]) {
    self.elements = elements
  }

  /// Reads a spelling; `nil` if it has more than ``longest`` elements.
  package init?(spelling: String) {
    guard spelling.has(UInt8(ascii: ".")) else {
      elements = [Element(spelling: spelling)]
      return
    }
    // Bytes, not characters: a dot is a dot, whatever mark follows it.
    let parts = spelling.utf8.split(
      separator: UInt8(ascii: "."),
      maxSplits: AnswerPath.longest,
      omittingEmptySubsequences: false
    )
    guard parts.count <= AnswerPath.longest else { return nil }
    elements = parts.map { Element(spelling: String(Substring($0))) }
  }

  /// The path as a header of CSV spells it, for example `contacts.1.email`.
  package var spelling: String { elements.map(\.spelling).joined(separator: ".") }
}
