/// Which of Shift, Alt and Ctrl were held.
struct Modifiers {
  let isShift: Bool
  let isAlt: Bool
  let isControl: Bool

  /// Reads the parameter of a control sequence, which is 1 more than the sum of 1, 2 and 4.
  ///
  /// - Parameters:
  ///   - parameter: The parameter; 0 and 1 mean none.
  ///   - isAlt: Whether Alt was sent as an escape byte in front.
  init(_ parameter: Int, isAlt: Bool) {
    let bits = max(0, parameter - 1)
    isShift = bits & 1 != 0
    self.isAlt = isAlt || bits & 2 != 0
    isControl = bits & 4 != 0
  }
}
