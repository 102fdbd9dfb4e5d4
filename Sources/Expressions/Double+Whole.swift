extension Double {
  // `Int(exactly:)` and `rounded(_:)` would call C's mathematics library, which nothing else needs.

  /// The number without its fraction; `nil` outside the numbers between -2^63 and 2^63.
  var truncatedInt: Int? {
    self > -0x1p63 && self < 0x1p63 ? Int(self) : nil
  }

  /// The number without its fraction; `nil` outside the numbers between -1 and 2^64.
  var truncatedUInt: UInt? {
    self > -1 && self < 0x1p64 ? UInt(self) : nil
  }

  /// The whole number that this is; `nil` where it is none between -2^63 and 2^63.
  var wholeInt: Int? {
    guard let number = truncatedInt, Double(number) == self else { return nil }
    return number
  }

  /// The whole number that this is; `nil` where it is none, or no `UInt`.
  var wholeUInt: UInt? {
    guard let number = truncatedUInt, Double(number) == self else { return nil }
    return number
  }
}
