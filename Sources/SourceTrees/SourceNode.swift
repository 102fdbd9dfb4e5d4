/// A node of a YAML or JSON tree, with the place it was read from.
///
/// No type is resolved: `NO` is a text of two letters, `0123` keeps its nought. Who reads the tree knows
/// which type is expected.
package struct SourceNode: Equatable, Sendable {
  /// How a scalar was written.
  package enum Style: Equatable, Sendable {
    /// YAML without quotes.
    case plain
    /// Between single or double quotes, or tagged as a text.
    case quoted
    /// A YAML block after `|` or `>`.
    case block
    /// A JSON number, with its digits as they were written.
    case number
    /// `true` or `false` of JSON.
    case boolean
    /// `null` of JSON.
    case null
  }

  /// A key and its value.
  package struct Pair: Equatable, Sendable {
    /// The key, always a scalar.
    package let key: SourceNode
    /// The value.
    package let value: SourceNode
  }

  /// What a node holds.
  package enum Content: Equatable, Sendable {
    /// A text, and how it was written.
    case scalar(String, Style)
    /// A list, in its order.
    case sequence([SourceNode])
    /// Keys and values, in their order; no key twice.
    case mapping([Pair])
  }

  /// What the node holds.
  package let content: Content
  /// Where the node was written; for a node reached by an alias, where its anchor is.
  package let place: SourcePlace
  /// The alias that the node was reached by, where there is one.
  package internal(set) var alias: SourcePlace?
  /// A number that only this node of its text has; two uses of one anchor share it.
  package var id: Int { Int(storedID) }
  private let storedID: Int32

  init(_ content: Content, at place: SourcePlace, id: Int) {
    self.content = content
    self.place = place
    storedID = Int32(clamping: id)
  }

  /// The text of a scalar; `nil` for a collection.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// How a scalar was written; `nil` for a collection.
  package var style: Style? {
    if case .scalar(_, let style) = content { style } else { nil }
  }

  /// The nodes of a list; `nil` for anything else.
  package var items: [SourceNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The keys and values of a mapping; `nil` for anything else.
  package var pairs: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// Whether the node says "nothing": JSON `null`, or nothing, `~` or `null` without quotes in YAML.
  ///
  /// - SeeAlso: YAML 1.2.2, 10.3.2 (core schema, tag resolution).
  package var isNull: Bool {
    switch content {
    case .scalar(_, .null): true
    case .scalar(let text, .plain): ["", "~", "null", "Null", "NULL"].contains(text)
    default: false
    }
  }

  /// The value of a key; `nil` if the node is not a mapping or lacks the key.
  ///
  /// - Complexity: O(*n*) in the keys.
  package subscript(key: String) -> SourceNode? {
    pairs?.first { $0.key.text == key }?.value
  }

  /// Finds the place of a part of a scalar's text, for example of a word of an expression.
  ///
  /// - Parameters:
  ///   - part: Bytes of UTF-8, counted from the beginning of ``text``.
  ///   - source: The text that the node was read from.
  /// - Returns: The part's own place where the file spells the text as it is on one line; otherwise,
  ///   because of escapes, folded lines or an anchor, the place of the whole node.
  package func place(ofUTF8 part: Range<Int>, in source: SourceText) -> SourcePlace {
    guard let text, place.offset <= source.bytes.count else { return place }
    let written = source.bytes[place.offset...]
    let quotes = style == .quoted && written.first.map { $0 == 0x22 || $0 == 0x27 } == true ? 1 : 0
    let bytes = Array(text.utf8)
    guard part.lowerBound >= 0, part.upperBound <= bytes.count else { return place }
    guard written.dropFirst(quotes).starts(with: bytes) else { return place }
    guard !bytes.contains(0x0A), !bytes.contains(0x0D) else { return place }
    let before = String(decoding: bytes[..<part.lowerBound], as: UTF8.self).count
    return SourcePlace(
      line: place.line,
      column: place.column + quotes + before,
      offset: place.offset + quotes + part.lowerBound,
      length: String(decoding: bytes[part], as: UTF8.self).count
    )
  }
}
