import FieldKinds
import Testing

@Suite("A web address")
struct URLKindTests {
  static let forms: [(String, String, String?)] = [
    ("https://example.com", "https://example.com/", "https://example.com"),
    ("example.com", "https://example.com/", "https://example.com"),
    ("HTTP://EXAMPLE.com:80/A", "http://example.com/A", nil),
    ("https://example.com:443", "https://example.com/", "https://example.com"),
    ("example.com:8080/x", "https://example.com:8080/x", nil),
    ("https://example.com:08080", "https://example.com:8080/", "https://example.com:8080"),
    ("https://example.com:", "https://example.com/", "https://example.com"),
    (
      "https://bücher.de/ü?q=ß#é", "https://xn--bcher-kva.de/%C3%BC?q=%C3%9F#%C3%A9",
      "https://bücher.de/%C3%BC?q=%C3%9F#%C3%A9"
    ),
    ("https://example.com?q=1", "https://example.com/?q=1", nil),
    ("https://example.com#a", "https://example.com/#a", nil),
    ("https://example.com/%7Eana/%e2%80%ae", "https://example.com/%7Eana/%e2%80%ae", nil),
    ("https://example.com/a[1]|{}^`", "https://example.com/a%5B1%5D%7C%7B%7D%5E%60", nil),
    ("https://de.wikipedia.org/wiki/A–B", "https://de.wikipedia.org/wiki/A%E2%80%93B", nil),
    ("https://example.com/?u=http://a@b:c", "https://example.com/?u=http://a@b:c", nil),
    ("https://ｅｘａｍｐｌｅ.com", "https://example.com/", "https://example.com"),
    (
      "https://r3---sn-x.example.com/", "https://r3---sn-x.example.com/",
      "https://r3---sn-x.example.com"
    ),
  ]

  @Test(arguments: forms)
  func `has one form`(text: String, expected: String, display: String?) {
    let reading = URLKind.read(text).value
    #expect(reading?.canonical == expected)
    #expect(reading?.display == (display ?? expected))
  }

  static let refusals: [(String, KindFailure)] = [
    ("javascript:alert(1)", .rule(.schemeRefused(scheme: "javascript"))),
    ("JavaScript://example.com/%0Aalert(1)", .rule(.schemeRefused(scheme: "javascript"))),
    ("data:text/html,x", .rule(.schemeRefused(scheme: "data"))),
    ("ftp://example.com", .rule(.schemeRefused(scheme: "ftp"))),
    ("file:///etc/passwd", .rule(.schemeRefused(scheme: "file"))),
    ("tel:030123456", .rule(.schemeRefused(scheme: "tel"))),
    ("https:example.com", .structure(.url)), ("https:/example.com", .structure(.url)),
    ("https://", .rule(.domainMissing)), ("//example.com", .rule(.domainMissing)),
    ("/path", .rule(.domainMissing)), ("https://:80", .rule(.domainMissing)),
    ("https://a:b@example.com", .rule(.userInfoRefused)),
    ("https://example.com@evil.de", .rule(.userInfoRefused)),
    ("ana@example.com", .wrongKind(found: .email, expected: .url)),
    ("https://[::1]/", .rule(.addressLiteral)), ("https://127.0.0.1/", .rule(.addressLiteral)),
    ("https://localhost", .rule(.domainWithoutDot)),
    ("https://0x7f.1", .component(.domain, found: "1", suggestions: [])),
    ("https://a.local/", .component(.domain, found: "local", suggestions: [])),
    ("https://example.com:0", .rule(.portRange)), ("https://example.com:65536", .rule(.portRange)),
    ("https://example.com:8a", .rule(.portRange)),
    ("https://example.com:99999999", .rule(.portRange)),
    ("https://example.com/a b", .charset(found: " ", position: 22, allowed: .webAddress)),
    ("https://example.com/a\u{A0}b", .charset(found: "\u{A0}", position: 22, allowed: .webAddress)),
    ("https://example.com\\@x.de", .charset(found: "\\", position: 20, allowed: .webAddress)),
    ("https://example.com/<script>", .charset(found: "<", position: 21, allowed: .webAddress)),
    ("https://exa_mple.com", .charset(found: "_", position: 12, allowed: .domainName)),
    ("https://exa%6Dple.com", .charset(found: "%", position: 12, allowed: .domainName)),
    ("https://example.com/%zz", .rule(.percentEncoding(position: 21))),
    ("https://example.com/a%4", .rule(.percentEncoding(position: 22))),
    (
      "https://example.com/" + String(repeating: "a", count: 2029),
      .rule(.webAddressTooLong(limit: 2048, found: 2049))
    ),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(URLKind.read(text).failure == failure)
  }
}
