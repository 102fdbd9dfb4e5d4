import FieldKinds
import Testing

@Suite("An IBAN")
struct IBANTests {
  /// The registry's own examples.
  @Test(arguments: [
    "AD1200012030200359100100", "AT611904300234573201", "BE68539007547034",
    "BR1800360305000010009795493C1", "CH9300762011623852957", "DE89370400440532013000",
    "ES9121000418450200051332", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
    "GR1601101250000000012300695", "IT60X0542811101000000123456",
    "LC55HEMM000100010012001200023015",
    "MT84MALT011000012345MTLCAST001S", "MU17BOMM0101101030300200000MUR", "NL91ABNA0417164300",
    "NO9386011117947", "PL61109010140000071219812874", "SC18SSCB11010000000000001497USD",
    "SE4550000000058398257466", "XK051212012345678906", "VA59001123000012345678",
  ])
  func `of the registry holds`(text: String) throws {
    let reading = try IBANKind.read(text).get()
    #expect(reading.canonical == text)
    #expect(reading.display.filter { $0 != " " } == text)
    #expect(IBANKind.read(reading.display).canonical == text)
  }

  @Test func `is shown in groups of four`() throws {
    let reading = try IBANKind.read("de89-3704.0044 0532 0130 00").get()
    #expect(reading.display == "DE89 3704 0044 0532 0130 00")
  }

  @Test(arguments: [
    ("DE8937040044053201300", KindFailure.length(.iban, expected: [22], found: 21)),
    ("DE89370400440532013001", .checksum(.iban)), ("DE8937040044053201300A", .structure(.iban)),
    ("DEX9370400440532013000", .structure(.iban)), ("GB2LABBY09012857201707", .structure(.iban)),
    ("GB00HLFX11016111455365", .checksum(.iban)), ("GB01BARC20714583608387", .checksum(.iban)),
    ("GB99BARC20714583608387", .checksum(.iban)),
    ("QQ89370400440532013000", .component(.country, found: "QQ", suggestions: [])),
    ("AO06004400006729503010102", .component(.country, found: "AO", suggestions: [])),
    ("8937040044", .structure(.iban)), ("D", .structure(.iban)),
    // Wrong inner check digits under right outer ones.
    ("ES0345519731065393946877", .checksum(.iban)),
  ])
  func `fails at its first wrong step`(text: String, expected: KindFailure) {
    #expect(refusal(text, .iban) == expected)
  }
}

@Suite("A BIC")
struct BICTests {
  @Test(arguments: [
    "DEUTDEFF", "DEUTDEFF500", "NLPRXKPR", "ABNANL2A", "ICSGSGTGC01", "RBMAMWMWMRA",
  ])
  func `holds with an existing country`(text: String) {
    #expect(canonical(text.lowercased(), .bic) == text)
  }

  @Test func `warns of digits in its first four characters`() throws {
    #expect(try BICKind.read("E097DEFF").get().warnings == [.bicPrefixWithDigits])
    #expect(try BICKind.read("DEUTDE2H").get().warnings == [])
  }

  @Test(arguments: [
    ("DEUTDEFFX", KindFailure.length(.bic, expected: [8, 11], found: 9)),
    ("DEUTD1FF", .structure(.bic)),
    ("MULTIPLE", .component(.country, found: "IP", suggestions: [])),
    ("DEUT-DEFF", .charset(found: "-", position: 5, allowed: .digitsAndLetters)),
  ])
  func `fails at its first wrong step`(text: String, expected: KindFailure) {
    #expect(refusal(text, .bic) == expected)
  }
}
