import PlainValues

/// One way in which a country writes its postal codes.
///
/// In a pattern `n` is a digit, `z` a digit but 0, `a` a letter and `x` either; a hyphen and a space
/// are written and need not be typed, `_` may be typed as either and is not written; other characters
/// stand for themselves. A prefix in brackets may be typed and is not written.
///
/// A class, so that looking one up copies nothing; nothing in it changes.
final class PostalPattern: Sendable {
  /// What may be typed before the code and is not written, such as `L` in Luxembourg.
  private let silentPrefix: [UInt8]
  /// What every code begins with and may be left out, such as `LV` in Latvia.
  private let fixedPrefix: [UInt8]
  /// The pattern without the silent prefix.
  private let places: [UInt8]
  /// Whether a letter may be typed.
  let hasLetters: Bool
  /// Whether a space or hyphen may be typed.
  let hasSeparators: Bool
  /// How many letters and digits a code may have, without and with the prefix that may be left out.
  let lengths: [Int]

  /// Reads a pattern of the table.
  init(_ text: Substring) {
    let parts = text.split(separator: "]")
    silentPrefix = parts.count == 2 ? Array(parts[0].utf8.dropFirst()) : []
    places = Array((parts.last ?? "").utf8)
    let letters = places.prefix(while: Self.isFixedLetter)
    let isWord = letters.count < places.count && Self.isSeparator(places[letters.count])
    fixedPrefix = isWord ? Array(letters) : []

    let isLetter = { (place: UInt8) in place == 0x61 || place == 0x78 || Self.isFixedLetter(place) }
    hasLetters = !silentPrefix.isEmpty || places.contains(where: isLetter)
    hasSeparators = !silentPrefix.isEmpty || places.contains(where: Self.isSeparator)
    let longest = places.count { !Self.isSeparator($0) }
    lengths = [longest - fixedPrefix.count, longest]
  }

  /// Whether a text is a code of digits, written as its country writes it.
  ///
  /// - Complexity: Constant, however long the text.
  func isDigits(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard !hasLetters, !hasSeparators, bytes.count == places.count else { return false }
    for index in places.indices where !PostalPattern.matches(bytes[index], places[index]) {
      return false
    }
    return true
  }

  /// The code as its country writes it.
  ///
  /// - Parameter typed: Digits and letters in upper case, without separators.
  /// - Returns: The code with its separators, or `nil` for one that does not fit.
  /// - Complexity: Constant, however long the text.
  func written(_ typed: [UInt8]) -> String? {
    if let code = filled(typed[...]) { return code }
    if !silentPrefix.isEmpty, typed.starts(with: silentPrefix) {
      return filled(typed.dropFirst(silentPrefix.count))
    }
    guard !fixedPrefix.isEmpty, typed.count < places.count else { return nil }
    return filled((fixedPrefix + typed)[...])
  }

  /// A code that fits, made up.
  var example: String {
    let typed = places.filter { !Self.isSeparator($0) }.map { place -> UInt8 in
      switch Unicode.Scalar(place) {
      case "n", "z", "x": 0x31
      case "a": 0x41
      default: place
      }
    }
    return filled(typed[...]) ?? ""
  }

  private func filled(_ typed: ArraySlice<UInt8>) -> String? {
    var rest = typed
    var code: [UInt8] = []
    for place in places {
      if Self.isSeparator(place) {
        if place != 0x5F { code.append(place) }
        continue
      }
      guard let byte = rest.popFirst(), Self.matches(byte, place) else { return nil }
      code.append(byte)
    }
    return rest.isEmpty ? String(decoding: code, as: UTF8.self) : nil
  }

  private static func matches(_ byte: UInt8, _ place: UInt8) -> Bool {
    switch Unicode.Scalar(place) {
    case "n": byte.isASCIIDigit
    case "z": byte.isASCIIDigit && byte != 0x30
    case "a": byte.isASCIILetter
    case "x": byte.isASCIIDigit || byte.isASCIILetter
    default: byte == place
    }
  }

  private static func isFixedLetter(_ place: UInt8) -> Bool { place >= 0x41 && place <= 0x5A }

  private static func isSeparator(_ place: UInt8) -> Bool {
    place == 0x20 || place == 0x2D || place == 0x5F
  }
}
