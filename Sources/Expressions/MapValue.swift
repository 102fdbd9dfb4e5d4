/// A map of CEL: keys of kind bool, int, uint or string, in the order they were given.
///
/// Whole numbers are one key whatever their kind, so `{1: 'a'}[1u]` finds `'a'`.
package struct MapValue: Sendable {
  /// A key and its value.
  package struct Entry: Hashable, Sendable {
    /// The key, as it was given.
    package let key: Value
    /// The value.
    package let value: Value
  }

  /// The entries, in the order they were given.
  package private(set) var entries: [Entry] = []
  private var positions: [Key: Int] = [:]

  /// Makes an empty map.
  package init() {}

  /// Makes a map with text keys; of a key given twice the first stays.
  package init(_ entries: some Sequence<(key: String, value: Value)>) {
    for entry in entries { _ = insert(entry.value, for: .string(entry.key)) }
  }

  /// Adds an entry unless there is one of that key.
  ///
  /// - Returns: `nil` once added, else why not.
  package mutating func insert(_ value: Value, for key: Value) -> Refusal? {
    guard let position = Key(key), key.kind != .double else { return .invalidKey }
    guard positions[position] == nil else { return .duplicateKey }
    positions[position] = entries.count
    entries.append(Entry(key: key, value: value))
    return nil
  }

  /// Why an entry cannot be added.
  package enum Refusal: Hashable, Sendable {
    /// The key is of a kind that cannot be one.
    case invalidKey
    /// The map has an entry of that key.
    case duplicateKey
  }

  /// Finds the value of a key; `nil` where there is none.
  ///
  /// A double finds the whole number that it equals, although it cannot be a key.
  package subscript(key: Value) -> Value? {
    guard let key = Key(key), let position = positions[key] else { return nil }
    return entries[position].value
  }

  /// What finds an entry: numbers by value, text by code points.
  private enum Key: Hashable {
    case bool(Bool)
    case number(Int)
    case large(UInt)
    case string(String)

    init?(_ value: Value) {
      switch value {
      case .bool(let value): self = .bool(value)
      case .int(let value): self = .number(value)
      case .uint(let value): self = Int(exactly: value).map(Key.number) ?? .large(value)
      case .double(let value):
        if let number = value.wholeInt {
          self = .number(number)
        } else if let number = value.wholeUInt {
          self = .large(number)
        } else {
          return nil
        }
      case .string(let value): self = .string(value)
      default: return nil
      }
    }

    static func == (left: Key, right: Key) -> Bool {
      switch (left, right) {
      case (.bool(let left), .bool(let right)): left == right
      case (.number(let left), .number(let right)): left == right
      case (.large(let left), .large(let right)): left == right
      case (.string(let left), .string(let right)): left.hasSameCodePoints(as: right)
      default: false
      }
    }
  }
}

extension MapValue: Hashable {
  package static func == (left: MapValue, right: MapValue) -> Bool {
    guard left.entries.count == right.entries.count else { return false }
    return left.entries.allSatisfy { right[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entries.count)
  }
}
