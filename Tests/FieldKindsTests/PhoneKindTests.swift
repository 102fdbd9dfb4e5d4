import FieldKinds
import Testing

@Suite("A telephone number")
struct PhoneKindTests {
  static let numbers: [(String, String?, String, String)] = [
    ("+49 30 123456", nil, "+4930123456", "+49 30 123456"),
    ("0049 30 123456", nil, "+4930123456", "+49 30 123456"),
    ("(030) 12 34-56", "DE", "+4930123456", "+49 30 123456"),
    ("+49 (0)30/123.456", "ES", "+4930123456", "+49 30 123456"),
    ("(+49) 151 23456789", nil, "+4915123456789", "+49 151 23456789"),
    ("０３０ １２３４５６", "DE", "+4930123456", "+49 30 123456"),
    ("+49\u{2011}30\u{2009}123456", nil, "+4930123456", "+49 30 123456"),
    ("09131 123456", "DE", "+499131123456", "+49 913 112 3456"),
    ("612 345 678", "ES", "+34612345678", "+34 612 345 678"),
    ("01 23456", "AT", "+43123456", "+43 1 23456"),
    ("044 668 18 00", "CH", "+41446681800", "+41 44 668 18 00"),
    ("06 12345678", "IT", "+390612345678", "+39 06 12345678"),
    ("01 42 68 53 00", "FR", "+33142685300", "+33 1 42 68 53 00"),
    ("210 123 456", "PT", "+351210123456", "+351 210 123 456"),
    ("06 1 234 5678", "HU", "+3612345678", "+36 1 234 5678"),
    ("020 7946 0958", "GB", "+442079460958", "+44 20 7946 0958"),
    ("(212) 555-2368", "US", "+12125552368", "+1 212 555 2368"),
    ("1-212-555-2368", "CA", "+12125552368", "+1 212 555 2368"),
    ("011 49 30 123456", "US", "+4930123456", "+49 30 123456"),
    ("8 912 345-67-89", "RU", "+79123456789", "+7 912 345 6789"),
    ("+800 1234 5678", nil, "+80012345678", "+800 1234 5678"),
    ("+383 44 123 456", nil, "+38344123456", "+383 441 234 56"),
  ]

  @Test(arguments: numbers)
  func `becomes E.164`(text: String, region: String?, expected: String, display: String) {
    let reading = PhoneKind.read(text, region: region).value
    #expect(reading?.canonical == expected)
    #expect(reading?.display == display)
    #expect(reading?.warnings == [])
  }

  @Test(arguments: [
    "x12", " ext. 12", " Ext 12", ", extensión 12", " extensio\u{301}n 12", " EXTENSIÓN: 12",
    " Durchwahl 12", " DW 12", " Nst. 12", ";ext=12",
  ])
  func `may have an extension`(suffix: String) {
    let reading = PhoneKind.read("030 123456\(suffix)", region: "DE").value
    #expect(reading?.canonical == "+4930123456;ext=12")
    #expect(reading?.display == "+49 30 123456 x12")
  }

  static let lettered: [(String, String, String?)] = [
    ("Tel. 030 123456", "DE", "+4930123456"), ("tel:+49-30-123456", "ES", "+4930123456"),
    ("030 123456 (Büro)", "DE", "+4930123456"), ("0800 FLOWERS", "DE", "+498003569377"),
    ("1-800-FLOWERS", "US", "+18003569377"), ("Büro 030 123456 x7", "DE", "+4930123456;ext=7"),
    ("none", "DE", nil), ("é", "DE", nil), ("030 ß", "DE", nil),
  ]

  @Test(arguments: lettered)
  func `has no letters, and is offered where it stands among some`(
    text: String,
    region: String,
    suggestion: String?
  ) {
    #expect(
      PhoneKind.read(text, region: region).failure
        == .rule(.lettersInPhone(suggestion: suggestion))
    )
  }

  static let refusals: [(String, String?, KindFailure)] = [
    ("030 123456", nil, .rule(.needsCountryCode)),
    ("030 123456", "AQQ", .rule(.needsCountryCode)),
    ("٠٣٠ 123456", "DE", .charset(found: "٠", position: 1, allowed: .telephone)),
    ("030 123456#", "DE", .charset(found: "#", position: 11, allowed: .telephone)),
    ("030*1", "DE", .charset(found: "*", position: 4, allowed: .telephone)),
    ("030+123456", "DE", .structure(.phone)), ("++4930123456", "DE", .structure(.phone)),
    ("+", "DE", .structure(.phone)), ("()-", "DE", .structure(.phone)),
    ("61234567", "ES", .length(.phone, expected: [9], found: 8)),
    ("+34 6123456789", nil, .length(.phone, expected: [9], found: 10)),
    ("+44 12345678", nil, .length(.phone, expected: [7, 9, 10], found: 8)),
    ("+1 212 555 236", nil, .length(.phone, expected: [10], found: 9)),
    ("+999 1234567", nil, .component(.country, found: "+999", suggestions: [])),
    ("+0 1234567", nil, .component(.country, found: "+012", suggestions: [])),
    ("+4", nil, .component(.country, found: "+4", suggestions: [])),
    ("030 123456 x1234567890123456", "DE", .rule(.extensionTooLong(limit: 15, found: 16))),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, region: String?, failure: KindFailure) {
    #expect(PhoneKind.read(text, region: region).failure == failure)
  }

  static let doubtful: [(String, String, KindWarning)] = [
    ("112345678", "ES", .phoneNotAssigned), ("+1 112 555 2368", "US", .phoneNotAssigned),
    ("+1 212 155 2368", "US", .phoneNotAssigned),
    ("30 123456", "DE", .trunkPrefixMissing(prefix: "0")),
    ("1 234 5678", "HU", .trunkPrefixMissing(prefix: "06")),
  ]

  @Test(arguments: doubtful)
  func `brings a warning where it is doubtful`(text: String, region: String, warning: KindWarning) {
    #expect(PhoneKind.read(text, region: region).value?.warnings == [warning])
  }

  @Test func `tells its regions`() {
    #expect(PhoneKind.regions(of: "+4930123456") == ["DE"])
    #expect(PhoneKind.regions(of: "+12125552368").first == "US")
    #expect(PhoneKind.regions(of: "+80012345678") == [])
    #expect(PhoneKind.regions(of: "030") == [])
    #expect(PhoneKind.callingCode(of: "LI") == "+423")
    #expect(PhoneKind.callingCode(of: "QQ") == nil)
  }

  @Test(arguments: Countries.codes.filter { !["BV", "GS", "PN", "UM"].contains($0) })
  func `may come from any country`(region: String) {
    #expect(PhoneKind.callingCode(of: region) != nil)
  }
}
