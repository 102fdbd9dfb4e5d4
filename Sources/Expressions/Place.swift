/// A stretch of an expression's text.
package struct Place: Hashable, Sendable {
  /// The UTF-8 bytes before it.
  package let offset: Int
  /// Its UTF-8 bytes; 0 at the end of the text.
  package let length: Int

  /// Makes the stretch of so many bytes after so many bytes.
  package init(offset: Int, length: Int) {
    self.offset = offset
    self.length = length
  }

  /// The UTF-8 bytes up to its end.
  package var end: Int { offset + length }

  /// The stretch from the start of this one to the end of another.
  func through(_ other: Place) -> Place {
    Place(offset: offset, length: other.end - offset)
  }
}
