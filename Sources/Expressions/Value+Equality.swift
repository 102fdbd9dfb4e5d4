extension String {
  /// Whether two texts are the same code points; Swift's `==` also calls é and é one text.
  func hasSameCodePoints(as other: String) -> Bool {
    // Texts that Swift holds to be different are different bytes, which is the common case.
    guard self == other else { return false }
    return utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}

extension Value {
  /// Whether CEL's `==` holds: numbers by value across their kinds, all else by kind and content.
  ///
  /// NaN equals nothing. A value that shares parts is walked once for each place they stand in.
  package func equals(_ other: Value) -> Bool {
    var steps = Int.max
    return equals(other, steps: &steps)
  }

  /// Whether CEL's `==` holds, as far as the steps reach.
  ///
  /// - Returns: `false` also when the steps run out; they are negative then.
  func equals(_ other: Value, steps: inout Int) -> Bool {
    switch (self, other) {
    case (.int(let left), .int(let right)): return left == right
    case (.string(let left), .string(let right)):
      steps -= left.utf8.count / 64
      return left.hasSameCodePoints(as: right)
    case (.bool(let left), .bool(let right)): return left == right
    case (.null, .null): return true
    case (.date(let left), .date(let right)): return left == right
    case (.type(let left), .type(let right)): return left == right
    case (.bytes(let left), .bytes(let right)):
      steps -= left.count / 64
      return left == right
    case (.list(let left), .list(let right)):
      guard left.count == right.count else { return false }
      return Value.equal(left, right, steps: &steps)
    case (.map(let left), .map(let right)):
      guard left.entries.count == right.entries.count else { return false }
      for entry in left.entries {
        guard let value = right[entry.key] else { return false }
        guard Value.equal([entry.value], [value], steps: &steps) else { return false }
      }
      return true
    case (.object(let left), .object(let right)):
      guard left.shape == right.shape else { return false }
      for position in left.shape.fields.indices {
        switch (left.value(at: position), right.value(at: position)) {
        case (nil, nil): continue
        case (let left?, let right?):
          guard Value.equal([left], [right], steps: &steps) else { return false }
        default: return false
        }
      }
      return true
    default: return order(comparedTo: other) == .equal
    }
  }

  private static func equal(_ left: [Value], _ right: [Value], steps: inout Int) -> Bool {
    for (left, right) in zip(left, right) {
      steps -= 1
      guard steps >= 0, left.equals(right, steps: &steps) else { return false }
    }
    return true
  }

  /// How two values stand to one another.
  enum Order {
    /// The left comes first.
    case less
    /// Neither comes first.
    case equal
    /// The right comes first.
    case greater
    /// One is not a number.
    case unordered
    /// The kinds have no order, alone or together.
    case incomparable
  }

  /// Finds the order of two values.
  ///
  /// A whole number and a double compare as doubles, as CEL's conformance cases ask; text and bytes
  /// compare byte by byte, which for UTF-8 is the order of code points.
  func order(comparedTo other: Value) -> Order {
    switch (self, other) {
    case (.int(let left), .int(let right)): .of(left, right)
    case (.string(let left), .string(let right)): .ofBytes(left.utf8, right.utf8)
    case (.date(let left), .date(let right)): .of(left, right)
    case (.uint(let left), .uint(let right)): .of(left, right)
    case (.double(let left), .double(let right)): .of(left, right)
    case (.int(let left), .uint(let right)): left < 0 ? .less : .of(UInt(left), right)
    case (.uint(let left), .int(let right)): right < 0 ? .greater : .of(left, UInt(right))
    case (.int(let left), .double(let right)): .of(Double(left), right)
    case (.uint(let left), .double(let right)): .of(Double(left), right)
    case (.double(let left), .int(let right)): .of(left, Double(right))
    case (.double(let left), .uint(let right)): .of(left, Double(right))
    case (.bool(let left), .bool(let right)): .of(left ? 1 : 0, right ? 1 : 0)
    case (.bytes(let left), .bytes(let right)): .ofBytes(left, right)
    default: .incomparable
    }
  }
}

extension Value.Order {
  fileprivate static func of<Ordered: Comparable>(_ left: Ordered, _ right: Ordered) -> Self {
    if left == right { return .equal }
    if left < right { return .less }
    return left > right ? .greater : .unordered
  }

  fileprivate static func ofBytes(
    _ left: some Sequence<UInt8>,
    _ right: some Sequence<UInt8>
  ) -> Self {
    var rest = right.makeIterator()
    for byte in left {
      guard let other = rest.next() else { return .greater }
      if byte != other { return byte < other ? .less : .greater }
    }
    return rest.next() == nil ? .equal : .less
  }
}
