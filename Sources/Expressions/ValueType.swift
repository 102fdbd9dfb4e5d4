/// What is known of a value before an expression is evaluated.
package indirect enum ValueType: Hashable, Sendable {
  /// Known only when evaluated; goes with every other type.
  case dyn
  /// The type of `null`.
  case null
  /// `true` or `false`.
  case bool
  /// A signed whole number of 64 bits.
  case int
  /// An unsigned whole number of 64 bits.
  case uint
  /// A binary floating-point number of 64 bits.
  case double
  /// Unicode text.
  case string
  /// Octets.
  case bytes
  /// A day of the calendar; an addition to CEL.
  case date
  /// The type of types, as `type(x)` returns them.
  case type
  /// A list whose items have one type.
  case list(ValueType)
  /// A map whose keys and values have one type each.
  case map(key: ValueType, value: ValueType)
  /// An object with known fields.
  case object(ObjectShape)

  /// The type as CEL writes it, for example `list(int)`; an object's is its name.
  package var name: String {
    switch self {
    case .dyn: "dyn"
    case .null: "null_type"
    case .bool: "bool"
    case .int: "int"
    case .uint: "uint"
    case .double: "double"
    case .string: "string"
    case .bytes: "bytes"
    case .date: "date"
    case .type: "type"
    case .list(let item): "list(\(item.name))"
    case .map(let key, let value): "map(\(key.name), \(value.name))"
    case .object(let shape): shape.name
    }
  }

  /// Whether values of the type are numbers.
  var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }

  /// Whether values of the type stand in an order; `dyn` may.
  var isOrdered: Bool {
    switch self {
    case .dyn, .bool, .int, .uint, .double, .string, .bytes, .date: true
    default: false
    }
  }

  /// Whether a value of this type can equal one of another.
  ///
  /// Numbers compare across their types; this is wider than CEL's checker, which wants `dyn` there.
  func isComparable(with other: ValueType) -> Bool {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): true
    case (.list(let left), .list(let right)): left.isComparable(with: right)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      leftKey.isComparable(with: rightKey) && leftValue.isComparable(with: rightValue)
    default: self == other || (isNumber && other.isNumber)
    }
  }

  /// The one type that both of two types are; `nil` where there is none.
  func unified(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case (.dyn, _), (_, .dyn): return .dyn
    case (.list(let left), .list(let right)):
      guard let item = left.unified(with: right) else { return nil }
      return .list(item)
    case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
      guard let key = leftKey.unified(with: rightKey) else { return nil }
      guard let value = leftValue.unified(with: rightValue) else { return nil }
      return .map(key: key, value: value)
    default: return self == other ? self : nil
    }
  }
}

/// The fields that every object of one sort has.
///
/// An object's values stand in the order of these fields, so that a checked expression finds them by
/// position. Two shapes are the same only if they are one instance.
package final class ObjectShape: Hashable, Sendable {
  /// One field of an object.
  package struct Field: Hashable, Sendable {
    /// The name that an expression writes after the dot.
    package let name: String
    /// The type of its values.
    package let type: ValueType

    /// Makes a field from its parts.
    package init(_ name: String, _ type: ValueType) {
      self.name = name
      self.type = type
    }
  }

  /// What an object is called in a type, for example `contacts`.
  package let name: String
  /// The fields, in the order of an object's values.
  package let fields: [Field]
  private let positions: [String: Int]

  /// Makes a shape; of two fields of one name the first is found.
  package init(name: String, fields: [Field]) {
    self.name = name
    self.fields = fields
    positions = Dictionary(
      zip(fields.map(\.name), fields.indices),
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Finds the position of a field; `nil` where the shape has none of that name.
  package func position(of field: String) -> Int? {
    positions[field]
  }

  package static func == (left: ObjectShape, right: ObjectShape) -> Bool {
    left === right
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
