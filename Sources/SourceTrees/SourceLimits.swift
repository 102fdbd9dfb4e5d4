/// How large a text and its tree may become.
package struct SourceLimits: Equatable, Sendable {
  /// The deepest nesting that a reader's own stack is proven for; a greater limit counts as this.
  package static let deepest = 512

  /// The most bytes of one text, after decoding to UTF-8.
  package let bytes: Int
  /// The most collections inside one another, at most ``deepest``.
  package let depth: Int
  /// The most nodes of one text, counted as often as aliases repeat them.
  package let nodes: Int

  /// Makes limits; the defaults are those of a wizard definition.
  package init(bytes: Int = 1 << 20, depth: Int = 32, nodes: Int = 200_000) {
    // Places and ids are kept in 32 bits, and sums of counts must not overflow.
    self.bytes = min(bytes, Int(Int32.max))
    self.depth = min(depth, SourceLimits.deepest)
    self.nodes = min(nodes, Int(Int32.max))
  }

  /// The limits of a JSON text that nobody has chosen others for.
  package static let json = SourceLimits(depth: 64)
}
