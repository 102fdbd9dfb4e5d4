import PlainValues
import Testing

@Suite("A byte")
struct ASCIITests {
  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

  @Test func `is a digit or a letter in ASCII alone`() {
    let all = UInt8.min...UInt8.max
    #expect(all.filter(\.isASCIIDigit) == Array("0123456789".utf8))
    #expect(all.filter(\.isASCIICapital) == Array(Self.letters.utf8))
    #expect(all.filter(\.isASCIILetter) == Array((Self.letters + Self.letters.lowercased()).utf8))
    let scalars = (0...0x1FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    #expect(scalars.count(where: \.isASCIIDigit) == 10)
    #expect(scalars.count(where: \.isASCIILetter) == 52)
  }

  @Test func `changes its case in ASCII alone`() {
    for byte in UInt8.min...UInt8.max {
      let text = String(Unicode.Scalar(byte))
      #expect(byte.asciiCapital == (byte < 0x80 ? text.uppercased().utf8.first : byte))
      #expect(byte.asciiLower == (byte < 0x80 ? text.lowercased().utf8.first : byte))
    }
  }

  @Test func `has a value as a hexadecimal digit`() {
    for byte in UInt8.min...UInt8.max {
      let text = String(Unicode.Scalar(byte))
      #expect(
        byte.hexadecimalDigit
          == (byte.isASCIILetter || byte.isASCIIDigit ? UInt8(text, radix: 16) : nil)
      )
    }
  }

  @Test func `says how a character goes on just as the standard library decodes it`() {
    for first in UInt8.min...UInt8.max {
      for second in [0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0] as [UInt8] {
        let shape = first.utf8Shape
        let bytes =
          [first, second] + [UInt8](repeating: 0x80, count: max(0, (shape?.length ?? 2) - 2))
        let isOne = String(validating: bytes, as: UTF8.self)?.unicodeScalars.count == 1
        #expect(isOne == (shape?.second.contains(second) ?? false))
      }
    }
  }

  @Test(arguments: [("7", 2, "07"), ("", 3, "000"), ("1234", 3, "1234"), ("12", 2, "12")])
  func `pads a number with zeros`(digits: String, width: Int, padded: String) {
    #expect(digits.zeroPadded(to: width) == padded)
  }
}
