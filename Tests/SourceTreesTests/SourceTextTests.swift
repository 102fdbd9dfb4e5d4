import SourceTrees
import Testing

@Suite("A source text")
struct SourceTextTests {
  @Test(
    arguments: [
      ([0x61, 0xFF], "1:2+1 notUTF8(byte: 255)"),
      ([0x61, 0x0A, 0xC3, 0xA4, 0xE4, 0x20], "2:2+1 notUTF8(byte: 228)"),
      ([0xC0, 0x80], "1:1+1 notUTF8(byte: 192)"), ([0xED, 0xA0, 0x80], "1:1+1 notUTF8(byte: 237)"),
      ([0xF4, 0x90, 0x80, 0x80], "1:1+1 notUTF8(byte: 244)"),
      ([0xE2, 0x82], "1:1+1 notUTF8(byte: 226)"),
      ([0xE0, 0x80, 0x80], "1:1+1 notUTF8(byte: 224)"), ([0x80], "1:1+1 notUTF8(byte: 128)"),
      ([0xFF, 0xFE, 0x61], "1:1+1 notUTF16"), ([0xFF, 0xFE, 0x61, 0, 0, 0xD8], "1:2+1 notUTF16"),
      ([0xFE, 0xFF, 0, 0x61, 0xDC, 0, 0, 0x61], "1:2+1 notUTF16"),
    ] as [([UInt8], String)]
  )
  func `names the byte that does not belong to its encoding`(bytes: [UInt8], expected: String) {
    let found = faults { () throws(SourceFaults) in _ = try SourceText(bytes) }
    #expect(found.map(described) == [expected])
  }

  @Test func `is bounded`() {
    let found = faults { () throws(SourceFaults) in
      _ = try SourceText([UInt8](repeating: 0x20, count: 11), limit: 10)
    }
    #expect(found.map(\.reason) == [.tooLarge(limit: 10)])
  }

  @Test func `is checked like the standard library checks UTF-8`() {
    var numbers = SeededNumbers(state: 7)
    let bytes: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xE0, 0xED, 0xEF,
      0xF0, 0xF4, 0xF5,
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...12, using: &numbers)).map { _ in
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)]
      }
      let isValid = String(validating: text, as: UTF8.self) != nil
      #expect((UTF8Check(text) == .valid) == isValid, "\(text)")
    }
  }
}
