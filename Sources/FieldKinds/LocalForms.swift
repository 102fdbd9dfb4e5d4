import PlainValues

/// The order of day, month and year in the dates of a language.
package enum DateOrder: Hashable, Sendable, CaseIterable {
  /// As in `31.12.2026` and `31/12/2026`.
  case dayMonthYear
  /// As in `12/31/2026`.
  case monthDayYear
  /// As in `2026.12.31`.
  case yearMonthDay
}

/// Spellings of one language, translated to the spelling that the kinds read.
///
/// A text that is no such spelling comes back as it is: the kind then reads it or says what is wrong
/// with it. A failure means that the text is such a spelling and could mean two things.
package enum LocalForms {
  /// Translates a date to `YYYY-MM-DD`; days and months may have one digit.
  ///
  /// Whether the calendar has the day is left to ``DateKind``.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - order: The order of the parts.
  ///   - separator: What stands between the parts; spaces around it are passed over.
  /// - Returns: The date, the text as it is, or `KindRule.twoDigitYear`.
  package static func isoDate(
    _ text: String,
    order: DateOrder,
    separator: Unicode.Scalar
  ) -> Result<String, KindFailure> {
    // The longest spelling is "31 . 12 . 2026"; anything longer is not worth splitting.
    guard let clean = try? Scrub.clean(text), clean.utf8.count <= 20 else { return .success(text) }
    let parts = clean.unicodeScalars.split(separator: separator, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }) else {
      return .success(text)
    }
    let (year, month, day) =
      switch order {
      case .dayMonthYear: (parts[2], parts[1], parts[0])
      case .monthDayYear: (parts[2], parts[0], parts[1])
      case .yearMonthDay: (parts[0], parts[1], parts[2])
      }
    guard (1...2).contains(month.utf8.count), (1...2).contains(day.utf8.count) else {
      return .success(text)
    }
    switch year.utf8.count {
    case 4: return .success("\(year)-\(twoDigits(month))-\(twoDigits(day))")
    case 2: return .failure(.rule(.twoDigitYear))
    default: return .success(text)
    }
  }

  /// Translates a decimal number to one with a point and without separators between thousands.
  ///
  /// A point is always read as a decimal point too, so `1.234` is ambiguous where a language groups
  /// by points; `1.234,5`, `1.234.567` and `1.5` are not.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - decimalSeparator: `,` or `.`; the other of the two may stand between thousands, and so may
  ///     spaces or apostrophes, but only one sort in a number.
  /// - Returns: The number, the text as it is, or `KindRule.ambiguousNumber`.
  package static func plainDecimal(
    _ text: String,
    decimalSeparator: Unicode.Scalar
  ) -> Result<String, KindFailure> {
    guard let (sign, body) = numberParts(text) else { return .success(text) }
    let parts = body.split(separator: decimalSeparator.byte, omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return .success(text) }
    let startsWithSeparator = parts.count == 2 && parts[0].isEmpty
    guard let whole = startsWithSeparator ? "0" : ungrouped(parts[0], decimalSeparator) else {
      return .success(text)
    }
    if parts.count == 2 {
      guard !parts[1].isEmpty, parts[1].allSatisfy(\.isASCIIDigit) else { return .success(text) }
      return .success("\(sign)\(whole).\(String(decoding: parts[1], as: UTF8.self))")
    }
    let points = body.count { $0 == 0x2E }
    if decimalSeparator == ",", points == 1, body.count == whole.utf8.count + 1 {
      let decimal = String(decoding: body, as: UTF8.self)
      return .failure(.rule(.ambiguousNumber(grouped: sign + whole, decimal: sign + decimal)))
    }
    return .success(sign + whole)
  }

  /// Translates a whole number to one without separators between thousands.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - decimalSeparator: `,` or `.`, as in ``plainDecimal(_:decimalSeparator:)``.
  /// - Returns: The number, or the text as it is.
  package static func plainInteger(_ text: String, decimalSeparator: Unicode.Scalar) -> String {
    guard let (sign, body) = numberParts(text), let whole = ungrouped(body, decimalSeparator) else {
      return text
    }
    return sign + whole
  }

  private static func twoDigits(_ number: String) -> String {
    number.utf8.count == 1 ? "0" + number : number
  }

  /// The sign and the rest of a text that has nothing but what numbers are written with.
  private static func numberParts(_ text: String) -> (sign: String, body: ArraySlice<UInt8>)? {
    // Twice what a decimal may have leaves room for separators.
    guard let clean = try? Scrub.clean(text), clean.utf8.count <= 2 * DecimalKind.longest else {
      return nil
    }
    var bytes: [UInt8] = []
    for scalar in clean.unicodeScalars {
      switch scalar {
      case "0"..."9", ".", ",", " ", "'", "+", "-": bytes.append(scalar.byte)
      case "\u{2019}": bytes.append(0x27)
      default: return nil
      }
    }
    let isSigned = bytes.first == 0x2D || bytes.first == 0x2B
    return (bytes.first == 0x2D ? "-" : "", bytes.dropFirst(isSigned ? 1 : 0))
  }

  /// The digits of a whole number without separators, or with one sort of them, in groups of three.
  private static func ungrouped(
    _ bytes: ArraySlice<UInt8>,
    _ decimalSeparator: Unicode.Scalar
  ) -> String? {
    guard let separator = bytes.first(where: { !$0.isASCIIDigit }) else {
      return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
    guard separator != decimalSeparator.byte else { return nil }
    let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
    guard let head = groups.first, (1...3).contains(head.count), head.first != 0x30,
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) })
    else { return nil }
    return String(decoding: groups.joined(), as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// The scalar as a byte of ASCII; 0, which no number has, for any other.
  fileprivate var byte: UInt8 { isASCII ? UInt8(truncatingIfNeeded: value) : 0 }
}
