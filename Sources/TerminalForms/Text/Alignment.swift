/// Which edge of its column a text stands at.
package enum Alignment: Hashable, Sendable {
  /// The left edge: text.
  case leading
  /// The right edge: figures.
  case trailing
}
