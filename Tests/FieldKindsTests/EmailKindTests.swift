import FieldKinds
import Testing

@Suite("An e-mail address")
struct EmailKindTests {
  static let addresses: [(String, String?)] = [
    ("ana@example.com", "ana@example.com"), (" Max.Muster@EXAMPLE.De ", "Max.Muster@example.de"),
    ("a+b_c@sub.example.co.uk", "a+b_c@sub.example.co.uk"), ("!#$%&'*/=?^`{|}~@a.de", nil),
    ("a@BÜCHER.de", "a@bücher.de"), ("a@bu\u{308}cher.de", "a@bücher.de"),
    ("a@xn--bcher-kva.de", "a@bücher.de"), ("a@straße.de", "a@straße.de"), ("a@1und1.de", nil),
    ("ａ@ｅｘａｍｐｌｅ.com", "a@example.com"), ("a@例え。テスト.jp", "a@例え.テスト.jp"),
    ("a@r3.example", nil), ("a@x.xn--p1ai", "a@x.рф"),
    (String(repeating: "a", count: 64) + "@a.de", nil),
  ]

  @Test(arguments: addresses)
  func `has its domain in lower case and Unicode`(text: String, expected: String?) {
    let reading = EmailKind.read(text).value
    #expect(reading?.canonical == (expected ?? text))
    #expect(reading?.warnings == [])
  }

  @Test func `may have a local part beyond ASCII, with a warning`() {
    let reading = EmailKind.read("mu\u{308}ller@example.com").value
    #expect(reading.map { Array($0.canonical.utf8) } == Array("müller@example.com".utf8))
    #expect(reading?.warnings == [.internationalLocalPart])
  }

  static let wrappedAddresses: [(String, String)] = [
    ("Max Muster <a@B.de>", "a@b.de"), ("\"Muster, Max\" <a@b.de>", "a@b.de"),
    ("<a@b.de>", "a@b.de"),
    ("mailto:a@b.de", "a@b.de"), ("MAILTO:a@b.de", "a@b.de"), ("Max < a@b.de >", "a@b.de"),
  ]

  @Test(arguments: wrappedAddresses)
  func `is offered where something stands around it`(text: String, address: String) {
    #expect(EmailKind.read(text).failure == .rule(.textAroundEmail(address: address)))
  }

  static let refusals: [(String, KindFailure)] = [
    ("ana", .rule(.atSigns(found: 0))), ("a@b@c.de", .rule(.atSigns(found: 2))),
    ("a b@c.de", .charset(found: " ", position: 2, allowed: .emailName)),
    ("a@b c.de", .charset(found: " ", position: 4, allowed: .domainName)),
    ("ü@b_c.de", .charset(found: "_", position: 4, allowed: .domainName)),
    ("a(b)@c.de", .charset(found: "(", position: 2, allowed: .emailName)),
    ("Max <a@b>", .charset(found: " ", position: 4, allowed: .emailName)),
    ("a,b@c.de", .charset(found: ",", position: 2, allowed: .emailName)),
    ("@c.de", .rule(.localPartMissing)), ("a@", .rule(.domainMissing)),
    (".a@c.de", .rule(.localPartDots)), ("a.@c.de", .rule(.localPartDots)),
    ("a..b@c.de", .rule(.localPartDots)),
    (String(repeating: "a", count: 65) + "@c.de", .rule(.localPartTooLong(limit: 64, found: 65))),
    (String(repeating: "ü", count: 33) + "@c.de", .rule(.localPartTooLong(limit: 64, found: 66))),
    ("\"a b\"@c.de", .rule(.quotedLocalPart)), ("a@[1.2.3.4]", .rule(.addressLiteral)),
    ("a@[IPv6:::1]", .rule(.addressLiteral)), ("a@192.168.1.1", .rule(.addressLiteral)),
    ("a@b", .rule(.domainWithoutDot)), ("a@localhost", .rule(.domainWithoutDot)),
    ("a@b..de", .rule(.domainDots)), ("a@b。.de", .rule(.domainDots)),
    ("a@b.de。", .rule(.domainDots)),
    ("\u{301}a@b.de", .charset(found: "\u{301}", position: 1, allowed: .emailName)),
    ("a@.b.de", .rule(.domainDots)),
    ("a@b.de.", .rule(.domainDots)),
    ("a@-b.de", .rule(.domainHyphens(label: "-b"))),
    ("a@b-.de", .rule(.domainHyphens(label: "b-"))),
    ("a@ab--c.de", .rule(.domainHyphens(label: "ab--c"))),
    (
      "a@" + String(repeating: "b", count: 64) + ".de",
      .rule(.domainLabelTooLong(limit: 63, found: 64))
    ),
    (
      "a@" + String(repeating: "bb.", count: 84) + "de",
      .rule(.domainTooLong(limit: 253, found: 254))
    ),
    (
      "aaa@" + String(repeating: "bb.", count: 83) + "de",
      .rule(.emailTooLong(limit: 254, found: 255))
    ),
    ("a@xn--a.de", .rule(.domainNotRegistrable)), ("a@☃.de", .rule(.domainNotRegistrable)),
    ("a@b.local", .component(.domain, found: "local", suggestions: [])),
    ("a@b.TEST", .component(.domain, found: "test", suggestions: [])),
    ("a@b.invalid", .component(.domain, found: "invalid", suggestions: [])),
    ("a@b.onion", .component(.domain, found: "onion", suggestions: [])),
    ("a@1.168.192.in-addr.arpa", .component(.domain, found: "arpa", suggestions: [])),
    ("a@b.localhost", .component(.domain, found: "localhost", suggestions: [])),
    ("a@b.123", .component(.domain, found: "123", suggestions: [])),
    ("a@b.d3", .component(.domain, found: "d3", suggestions: [])),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(EmailKind.read(text).failure == failure)
  }

  static let asciiAddresses: [(String, String?)] = [
    ("a@bücher.de", "a@xn--bcher-kva.de"), ("ü@example.com", "ü@example.com"), ("a@b", nil),
    ("a", nil),
  ]

  @Test(arguments: asciiAddresses)
  func `has an ASCII domain for mail programs`(canonical: String, ascii: String?) {
    #expect(EmailKind.asciiAddress(of: canonical) == ascii)
  }
}
