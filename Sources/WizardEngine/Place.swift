/// Where something is written in a definition file.
package struct Place: Hashable, Sendable, Comparable {
  /// The file as the person named it, for example `Wizards/register-customer.yaml`.
  package let file: String
  /// The line, counted from 1.
  package let line: Int
  /// The column in characters, counted from 1.
  package let column: Int
  /// The bytes of UTF-8 that precede the place in its file.
  package let offset: Int
  /// How many characters the thing is long; at least 1.
  package let length: Int

  /// Names a place.
  package init(file: String, line: Int, column: Int, offset: Int = 0, length: Int = 1) {
    self.file = file
    self.offset = offset
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// Orders places of one file from top to bottom, and files by name.
  package static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

/// Something with the place where it is written.
package struct Placed<Value: Hashable & Sendable>: Hashable, Sendable {
  /// What is written.
  package let value: Value
  /// Where it is written.
  package let place: Place

  /// Joins a value and its place.
  package init(_ value: Value, at place: Place) {
    self.value = value
    self.place = place
  }
}
