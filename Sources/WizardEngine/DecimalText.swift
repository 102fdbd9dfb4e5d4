/// Decimal numbers as canonical texts, which may have more digits than a `Double`.
enum DecimalText {
  /// A number in digits alone: `0.00001`, where Swift would write `1e-05`.
  ///
  /// - Returns: `nil` for what is not a finite number.
  static func plain(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    if let whole = Int(exactly: number) { return String(whole) }
    let written = String(number.magnitude)
    let parts = written.split(separator: "e", maxSplits: 1)
    let pieces = parts[0].split(separator: ".", maxSplits: 1)
    let fraction = pieces.count > 1 ? pieces[1] : ""
    var digits = String(pieces[0]) + fraction
    // Where the point stands among the digits; a `Double` has an exponent of three digits at most.
    let point = pieces[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    if point <= 0 { digits = String(repeating: "0", count: 1 - point) + digits }
    let place = max(1, point)
    if digits.count < place { digits += String(repeating: "0", count: place - digits.count) }
    let part = digits.dropFirst(place)
    let text = digits.prefix(place) + (part.allSatisfy { $0 == "0" } ? "" : "." + part)
    return (number < 0 ? "-" : "") + text
  }

  /// Whether one canonical text is the smaller number.
  static func isOrdered(_ left: String, before right: String) -> Bool {
    let (leftNegative, leftWhole, leftPart) = parts(left)
    let (rightNegative, rightWhole, rightPart) = parts(right)
    if leftNegative != rightNegative { return leftNegative }
    let isSmaller =
      leftWhole.count != rightWhole.count
      ? leftWhole.count < rightWhole.count
      : leftWhole != rightWhole
        ? leftWhole < rightWhole
        : leftPart < rightPart
    let isSame = leftWhole == rightWhole && leftPart == rightPart
    return leftNegative ? !isSmaller && !isSame : isSmaller
  }

  /// The sign, the whole digits without leading noughts, the decimal digits without trailing ones.
  private static func parts(_ text: String) -> (Bool, String, String) {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    let pieces = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = pieces[0].drop { $0 == "0" }
    var part = pieces.count > 1 ? String(pieces[1]) : ""
    while part.hasSuffix("0") { part.removeLast() }
    let isZero = whole.isEmpty && part.isEmpty
    return (isNegative && !isZero, String(whole), part)
  }
}
