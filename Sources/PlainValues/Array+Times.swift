extension Array {
  /// An array of one value so many times.
  ///
  /// `init(repeating:count:)` looks the array's type up at run time, which takes longer than to fill a short one.
  ///
  /// - Complexity: O(*n*) in the count.
  @inlinable
  package init(_ value: Element, times count: Int) {
    self.init()
    reserveCapacity(count)
    for _ in 0..<count { append(value) }
  }
}
