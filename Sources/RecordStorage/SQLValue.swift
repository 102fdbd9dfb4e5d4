/// A value that a statement binds or a row holds.
///
/// There are no floating-point values and no blobs: amounts are text or counted units, documents are
/// files. Text is brought into Normalization Form C when it is bound.
package enum SQLValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number; truth values are 0 and 1.
  case integer(Int64)
  /// A text.
  case text(String)
}

extension SQLValue {
  /// Makes a text, or nothing of nil.
  package init(_ text: String?) {
    self = text.map(SQLValue.text) ?? .null
  }

  /// Makes a whole number, or nothing of nil.
  package init(_ number: Int64?) {
    self = number.map(SQLValue.integer) ?? .null
  }

  /// Makes a truth value, stored as 0 or 1.
  package init(_ truth: Bool) {
    self = .integer(truth ? 1 : 0)
  }

  /// The text; `nil` for a number or nothing.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The whole number; `nil` for a text or nothing.
  package var integer: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// Whether there is no value.
  package var isNull: Bool {
    self == .null
  }

  /// The value as `changes` names a record by: decimal digits or the text itself.
  package var keyText: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .text(let text): text
    }
  }
}
