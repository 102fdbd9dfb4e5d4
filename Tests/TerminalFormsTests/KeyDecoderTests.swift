import Testing

@testable import TerminalForms

@Suite("Bytes of a keyboard")
struct KeyDecoderTests {
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    let keys = decoder.keys(from: bytes)
    return keys + decoder.timeOut()
  }

  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  @Test(
    arguments: [
      ("Müller 東京 👩‍👩‍👧", [.text("Müller 東京 👩‍👩‍👧")]), ("e\u{301}", [.text("e\u{301}")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
      ("\u{8}", [.backspace]), ("\u{0}", [.control(" ")]), ("\u{1}", [.control("a")]),
      ("\u{1A}", [.control("z")]), ("a\rb", [.text("a"), .enter, .text("b")]),
      ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]), ("\u{1B}\r", [.lineBreak]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5C", [.wordRight]),
      ("\u{1B}[1;3D", [.altLeft]), ("\u{1B}\u{1B}[D", [.altLeft]), ("\u{1B}b", [.wordLeft]),
      ("\u{1B}[Z", [.backTab]), ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]), ("\u{1B}OF", [.end]),
      ("\u{1B}[3~", [.delete]), ("\u{1B}[3;5~", [.deleteWordRight]),
      ("\u{1B}\u{7F}", [.deleteWordLeft]),
      ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]), ("\u{1B}[2~", [.insert]),
      ("\u{1B}OP", [.function(1)]), ("\u{1B}[12~", [.function(2)]), ("\u{1B}[[C", [.function(3)]),
      ("\u{1B}[1;2S", [.function(4)]), ("\u{1B}[24~", [.function(12)]),
      ("\u{1B}[13;2u", [.lineBreak]), ("\u{1B}[9;2u", [.backTab]),
      ("\u{1B}[97;5u", [.control("a")]),
      ("\u{1B}Op", [.text("0")]), ("\u{1B}OM", [.enter]),
      ("\u{1B}[1;2R", [.function(3)]), ("\u{1B}[24;80R", [.unknown]),
      ("\u{1B}[99z", [.unknown]), ("\u{1B}[1;1", [.unknown]), ("\u{1B}x", [.unknown]),
      ("\u{1B}]0;title\u{7}a", [.text("a")]), ("\u{1B}P1$r\u{1B}\\a", [.text("a")]),
      ("\u{1B}[200~a\r\nb\rc\u{1B}[31m\u{1B}[201~d", [.paste("a\nb\nc\u{1B}[31m"), .text("d")]),
      ("\u{1B}[200~open", [.paste("open")]),
    ] as [(String, [Key])]
  )
  func `mean keys`(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test(
    arguments: [
      ([0xFF], [.unknown]), ([0x61, 0xC3, 0x28], [.text("a"), .unknown, .text("(")]),
      ([0xC3], [.unknown]), ([0xE2, 0x82], [.unknown]),
      ([0xED, 0xA0, 0x80, 0x62], [.unknown, .text("b")]),
      ([0xF5, 0x80], [.unknown]), ([0x1B, 0xC3, 0xA4], [.escape, .text("ä")]),
    ] as [([UInt8], [Key])]
  )
  func `are unknown where they are no text`(bytes: [UInt8], expected: [Key]) {
    #expect(keys(bytes) == expected)
  }

  /// A network may cut what a terminal sends anywhere.
  @Test func `mean the same in pieces`() {
    let bytes = Array(
      "aé東\u{1B}[1;5D\u{1B}OP\u{1B}[200~x\r\ny\u{1B}[201~\u{1B}[[B\u{1B}]0;t\u{1B}\\👩‍👩‍👧\r\u{1B}[3~"
        .utf8
    )
    let whole = keys(bytes).joinedText
    for cut in 1..<bytes.count {
      var decoder = KeyDecoder()
      let first = decoder.keys(from: bytes[..<cut])
      let second = decoder.keys(from: bytes[cut...])
      #expect((first + second + decoder.timeOut()).joinedText == whole, "cut at \(cut)")
    }
    var decoder = KeyDecoder()
    let single = bytes.flatMap { decoder.keys(from: [$0]) } + decoder.timeOut()
    #expect(single.joinedText == whole)
  }

  @Test func `wait for what is missing`() {
    var decoder = KeyDecoder()
    #expect(decoder.keys(from: [0x1B]) == [] && decoder.pending == .restOfKey)
    #expect(decoder.timeOut() == [.escape] && decoder.pending == .nothing)
    #expect(decoder.keys(from: [0x61, 0xC3]) == [.text("a")] && decoder.pending == .restOfText)
    #expect(decoder.keys(from: [0xBC]) == [.text("ü")] && decoder.pending == .nothing)
    #expect(decoder.keys(from: Array("\u{1B}[200~a".utf8)) == [] && decoder.pending == .restOfText)
  }

  @Test func `do not fill the memory`() {
    var decoder = KeyDecoder()
    let much = [UInt8](repeating: 0x61, count: KeyDecoder.longestPaste + 10)
    _ = decoder.keys(from: Array("\u{1B}[200~".utf8))
    #expect(decoder.keys(from: much) == [])
    #expect(decoder.keys(from: Array("\u{1B}[201~b".utf8)) == [.pasteTooLong, .text("b")])
    _ = decoder.keys(from: Array("\u{1B}[".utf8))
    #expect(decoder.keys(from: [UInt8](repeating: 0x31, count: 100_000)) == [])
    #expect(decoder.keys(from: Array("~a".utf8)) == [.unknown, .text("a")])
  }

  @Test func `of any kind become keys or nothing`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 1...40)).map { _ in
        Bool.random()
          ? UInt8.random(in: 0...255)
          : [0x1B, 0x5B, 0x4F, 0x3B, 0x7E, 0x31].randomElement(using: &random) ?? 0
      }
      var decoder = KeyDecoder()
      _ = decoder.keys(from: bytes)
      _ = decoder.timeOut()
      #expect(decoder.pending == .nothing)
      #expect(decoder.keys(from: Array("x".utf8)) == [.text("x")])
    }
  }
}

extension [Key] {
  /// The keys with texts that follow each other as one.
  fileprivate var joinedText: [Key] {
    reduce(into: []) { keys, key in
      if case .text(let new) = key, case .text(let old)? = keys.last {
        keys[keys.count - 1] = .text(old + new)
      } else {
        keys.append(key)
      }
    }
  }
}
