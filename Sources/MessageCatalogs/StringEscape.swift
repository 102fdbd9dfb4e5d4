import PlainValues

/// What a backslash in a string stands for.
///
/// - SeeAlso: GNU gettext manual, "The Format of PO Files" (C escapes); verdicts as msgfmt 0.21,
///   which knows neither `\'`, `\?` nor `\u`.
struct StringEscape {
  enum Meaning {
    /// A backslash and a line feed, which disappear.
    case nothing
    case byte(UInt8)
    /// No escape; the place of the character that makes none.
    case invalid(Int)
  }

  let meaning: Meaning
  /// The index behind it.
  let end: Int

  /// Reads the escape whose backslash is at an index.
  init(at index: Int, in bytes: Span<UInt8>) {
    func skip(_ index: Int) -> Int {
      var index = index
      while index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "\n")
      {
        index += 2
      }
      return index
    }
    let behind = skip(index)
    guard behind == index else {
      (meaning, end) = (.nothing, behind)
      return
    }
    var next = skip(index + 1)
    guard next < bytes.count else {
      (meaning, end) = (.invalid(next), next)
      return
    }
    let value: UInt8
    switch bytes[next] {
    case UInt8(ascii: "n"): value = 0x0A
    case UInt8(ascii: "t"): value = 0x09
    case UInt8(ascii: "r"): value = 0x0D
    case UInt8(ascii: "b"): value = 0x08
    case UInt8(ascii: "f"): value = 0x0C
    case UInt8(ascii: "v"): value = 0x0B
    case UInt8(ascii: "a"): value = 0x07
    case UInt8(ascii: "\\"), UInt8(ascii: "\""): value = bytes[next]
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var octal: UInt8 = 0
      var digits = 0
      while digits < 3, next < bytes.count, let digit = bytes[next].hexadecimalDigit, digit < 8 {
        octal = octal &* 8 &+ digit
        digits += 1
        next = skip(next + 1)
      }
      (meaning, end) = (.byte(octal), next)
      return
    case UInt8(ascii: "x"):
      next = skip(next + 1)
      var hex: UInt8?
      while next < bytes.count, let digit = bytes[next].hexadecimalDigit {
        hex = (hex ?? 0) &* 16 &+ digit
        next = skip(next + 1)
      }
      meaning = hex.map(Meaning.byte) ?? .invalid(next)
      end = next
      return
    default:
      (meaning, end) = (.invalid(next), next)
      return
    }
    (meaning, end) = (.byte(value), next + 1)
  }
}
