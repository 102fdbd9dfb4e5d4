import PlainValues

/// How many plural forms a catalog has, and which one a count takes.
package struct PluralRule: Sendable {
  /// How many forms there are.
  package let formCount: Int
  private let expression: PluralExpression

  /// Two forms, the first for exactly one: the rule of English, and of a catalog without one.
  package static let germanic = PluralRule(
    formCount: 2,
    expression: PluralExpression(root: .binary(.unequal, .count, .number(1)))
  )

  /// Why a header holds no usable rule.
  package enum Fault: Error, Sendable, Equatable {
    /// There is no `nplurals=`.
    case missingCount
    /// `nplurals=` is not followed by a number from 1 to 1000.
    case invalidCount
    /// There is no `plural=`.
    case missingExpression
    /// The expression breaks off or goes wrong at this of its characters, counted from 1.
    case invalidExpression(column: Int)
    /// The expression divides by zero for this count.
    case divisionByZero(count: UInt64)
    /// The expression gives a form that does not exist.
    case outOfRange(count: UInt64, form: UInt64)
  }

  /// Reads the rule out of a header.
  ///
  /// Both parts are found by searching the whole header for them, as GNU gettext does.
  ///
  /// - Parameter header: The text of the header entry.
  /// - Throws: ``Fault`` when a part is missing or cannot be read; whether the expression is total
  ///   is not judged here, see ``fault``.
  package init(header: String) throws(Fault) {
    let bytes = Array(header.utf8)
    guard let plural = bytes.rest(behind: "plural=") else { throw .missingExpression }
    guard let count = bytes.rest(behind: "nplurals=") else { throw .missingCount }
    let digits = count.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .prefix(while: \.isASCIIDigit)
    guard let number = Int(String(decoding: digits, as: UTF8.self)), (1...1000).contains(number)
    else { throw .invalidCount }
    do {
      expression = try PluralParser.expression(plural)
    } catch {
      throw .invalidExpression(column: error.offset + 1)
    }
    formCount = number
  }

  private init(formCount: Int, expression: PluralExpression) {
    self.formCount = formCount
    self.expression = expression
  }

  /// Chooses the form that a count takes.
  ///
  /// A rule that divides by zero or answers with a form that does not exist is a fault of the
  /// catalog, not of the program, so the count takes the first form then.
  ///
  /// - Returns: From 0 up to but not including ``formCount``.
  package func form(for count: UInt64) -> Int {
    guard let value = expression.value(count), value < UInt64(formCount) else { return 0 }
    return Int(value)
  }

  /// The first fault that the counts 0 to 1000 bring to light; `nil` if the rule is sound.
  package var fault: Fault? {
    for count in 0...1000 as ClosedRange<UInt64> {
      guard let value = expression.value(count) else { return .divisionByZero(count: count) }
      if value >= UInt64(formCount) { return .outOfRange(count: count, form: value) }
    }
    return nil
  }

  /// For each form, how many of the counts 0 to 1000 take it.
  package var frequencies: [Int] {
    var frequencies = [Int](repeating: 0, count: formCount)
    for count in 0...1000 as ClosedRange<UInt64> { frequencies[form(for: count)] += 1 }
    return frequencies
  }

  /// Whether both rules choose the same form for every count that matters.
  func agrees(with other: PluralRule) -> Bool { firstDifference(from: other) == nil }

  /// The first count for which the rules choose different forms.
  ///
  /// Counts 0 to 200 show every rule of CLDR but the ones for millions, which follow.
  func firstDifference(from other: PluralRule) -> UInt64? {
    let counts = Array(0...200 as ClosedRange<UInt64>) + [1000, 1_000_000, 2_000_000]
    return counts.first { form(for: $0) != other.form(for: $0) }
  }
}
