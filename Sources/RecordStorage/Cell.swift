import PlainValues

/// What a change set puts into a column.
package enum Cell: Hashable, Sendable {
  /// A value that is known.
  case value(SQLValue)
  /// The key of the row that an earlier insert of the same set makes; its position in the set.
  case row(Int)
  /// The next number of a counter, drawn in the commit.
  case drawn(counter: String)
  /// So many random digits that no other record of the table has in the column, drawn in the commit.
  case digits(Int)
  /// The next free identifier of a mask, drawn in the commit; apart, so that all other cells stay small.
  indirect case masked(Mask)

  /// A cell that gives nothing.
  package static let empty = Cell.value(.null)

  /// A cell with a text.
  package static func text(_ text: String) -> Cell {
    .value(.text(text))
  }

  /// A cell with a whole number.
  package static func integer(_ number: Int64) -> Cell {
    .value(.integer(number))
  }

  /// A cell with a truth value.
  package static func truth(_ truth: Bool) -> Cell {
    .value(SQLValue(truth))
  }
}

/// The form of generated identifiers: literals around a number, `CLI-000X`.
package struct Mask: Hashable, Sendable {
  /// What precedes the number.
  package let prefix: String
  /// The digits that the number is filled to with zeros; a longer number stays whole.
  package let width: Int
  /// What follows the number.
  package let suffix: String
  /// The counter that the number is drawn from.
  package let counter: String

  /// Describes a mask.
  ///
  /// - Parameters:
  ///   - prefix: What precedes the number.
  ///   - width: The least number of digits; held between 1 and 18.
  ///   - suffix: What follows the number.
  ///   - counter: The name of the counter, the same for all who share the mask.
  package init(prefix: String, width: Int, suffix: String, counter: String) {
    self.prefix = prefix
    self.width = min(max(width, 1), 18)
    self.suffix = suffix
    self.counter = counter
  }

  /// The identifier with a number.
  package func identifier(_ number: Int64) -> String {
    prefix + String(number).zeroPadded(to: width) + suffix
  }
}
