package import PlainValues

/// What an expression computes with.
///
/// There is no value for an unanswered field: where one may be missing, the type is `Value?`.
/// `==` is Swift's, by kind and content; CEL's equality is ``equals(_:)``.
package enum Value: Hashable, Sendable {
  /// JSON's null; not the same as an unanswered field.
  case null
  /// A truth value.
  case bool(Bool)
  /// A signed whole number.
  case int(Int)
  /// An unsigned whole number.
  case uint(UInt)
  /// A floating-point number; may be infinite or not a number.
  case double(Double)
  /// Text; compared by code points, never normalised.
  case string(String)
  /// Octets.
  case bytes([UInt8])
  /// A day.
  case date(CivilDate)
  /// Values in order.
  case list([Value])
  /// Values by key.
  case map(MapValue)
  /// Values by the fields of a shape.
  case object(ObjectValue)
  /// A type, as `type(x)` returns it.
  case type(ValueKind)

  /// The kind that `type(x)` names.
  package var kind: ValueKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .uint: .uint
    case .double: .double
    case .string: .string
    case .bytes: .bytes
    case .date: .date
    case .list: .list
    case .map: .map
    case .object: .object
    case .type: .type
    }
  }
}

/// The run-time type of a value, coarser than ``ValueType``; the raw value is CEL's name for it.
package enum ValueKind: String, CaseIterable, Hashable, Sendable {
  /// The kind of `null`.
  case null = "null_type"
  /// The kind of truth values.
  case bool
  /// The kind of signed whole numbers.
  case int
  /// The kind of unsigned whole numbers.
  case uint
  /// The kind of floating-point numbers.
  case double
  /// The kind of text.
  case string
  /// The kind of octets.
  case bytes
  /// The kind of days.
  case date
  /// The kind of lists.
  case list
  /// The kind of maps.
  case map
  /// The kind of objects.
  case object
  /// The kind of types.
  case type
}

/// An object: one value, or none yet, for each field of its shape.
package struct ObjectValue: Hashable, Sendable {
  /// The fields that the values are of.
  package let shape: ObjectShape
  /// The values in the order of the shape's fields; `nil` is unanswered.
  package let values: [Value?]

  /// Makes an object; fields beyond the given values are unanswered, values beyond the fields unseen.
  package init(shape: ObjectShape, values: [Value?]) {
    self.shape = shape
    self.values = values
  }

  /// Finds the value at the position of a field; `nil` where it is unanswered.
  func value(at position: Int) -> Value? {
    values.indices.contains(position) ? values[position] : nil
  }
}
