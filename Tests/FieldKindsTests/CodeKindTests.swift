import FieldKinds
import Testing

@Suite("A country")
struct CountryKindTests {
  static let codes: [(String, String)] = [
    ("DE", "DE"), ("de", "DE"), ("deu", "DE"), ("ESP", "ES"), (" at ", "AT"), ("EL", "GR"),
    ("uk", "GB"), ("XK", "XK"), ("XKX", "XK"), ("ＣＨ", "CH"),
  ]

  @Test(arguments: codes)
  func `has a code of two letters`(text: String, expected: String) {
    #expect(canonical(CountryKind.read(text)) == .success(expected))
  }

  static let refusals: [(String, KindFailure)] = [
    ("XX", .component(.country, found: "XX", suggestions: [])),
    ("GER", .component(.country, found: "GER", suggestions: ["DE"])),
    ("D", .structure(.country)), ("276", .structure(.country)), ("Germany", .structure(.country)),
    ("eſ", .charset(found: "ſ", position: 2, allowed: .digitsAndLetters)),
    ("D E", .charset(found: " ", position: 2, allowed: .digitsAndLetters)),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(CountryKind.read(text).failure == failure)
  }

  @Test func `is one of 250`() {
    #expect(Countries.codes.count == 250)
    #expect(Countries.codes == Countries.codes.sorted())
    #expect(Countries.alpha2(for: "QQ") == nil)
  }
}

@Suite("A language")
struct LanguageKindTests {
  static let tags: [(String, String)] = [
    ("de", "de"), ("DE-at", "de-AT"), ("es_419", "es-419"), ("SR-LATN-rs", "sr-Latn-RS"),
    ("deu", "de"), ("ger", "de"), ("gsw-CH", "gsw-CH"), ("de-1996", "de-1996"), ("iw", "he"),
    ("ca-ES-VALENCIA", "ca-ES-valencia"), ("en-UK", "en-GB"),
  ]

  @Test(arguments: tags)
  func `has a tag in one case`(text: String, expected: String) {
    #expect(canonical(LanguageKind.read(text)) == .success(expected))
  }

  static let refusals: [(String, KindFailure)] = [
    ("xx", .component(.language, found: "xx", suggestions: [])),
    ("jp", .component(.language, found: "jp", suggestions: ["ja"])),
    ("de-XX", .component(.country, found: "XX", suggestions: [])),
    ("d", .structure(.language)), ("deutsch", .structure(.language)),
    ("de-", .structure(.language)),
    ("de--AT", .structure(.language)), ("x-private", .structure(.language)),
    ("de-u-co-phonebk", .structure(.language)), ("de-1996-1996", .structure(.language)),
    ("de-AT-Latn", .structure(.language)),
    ("dé", .charset(found: "é", position: 2, allowed: .digitsAndLetters)),
    ("de.UTF8", .charset(found: ".", position: 3, allowed: .digitsAndLetters)),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, failure: KindFailure) {
    #expect(LanguageKind.read(text).failure == failure)
  }

  @Test func `is one of the known two-letter codes`() {
    #expect(Languages.codes.count == 184)
    #expect(Set(Languages.codes).isSuperset(of: ["de", "en", "es", "gl", "eu", "ca"]))
  }
}

@Suite("A postal code")
struct PostalCodeKindTests {
  static let codes: [(String, String, String)] = [
    ("10115", "DE", "10115"), ("01067", "DE", "01067"), ("１０１１５", "DE", "10115"),
    ("08001", "ES", "08001"), ("52001", "ES", "52001"), ("1010", "AT", "1010"),
    ("8001", "CH", "8001"), ("9490", "LI", "9490"), ("75001", "FR", "75001"),
    ("sw1a1aa", "GB", "SW1A 1AA"), ("M1 1AE", "GB", "M1 1AE"), ("ec1a-1bb", "GB", "EC1A 1BB"),
    ("W1A 0AX", "GB", "W1A 0AX"), ("cr2 6xh", "GB", "CR2 6XH"), ("1234ab", "NL", "1234 AB"),
    ("00001", "PL", "00-001"), ("1234567", "PT", "1234-567"), ("12345", "SE", "123 45"),
    ("SE-123 45", "SE", "123 45"), ("110 00", "CZ", "110 00"), ("105 64", "GR", "105 64"),
    ("L-1234", "LU", "1234"), ("1010", "LV", "LV-1010"), ("lv1010", "LV", "LV-1010"),
    ("01100", "LT", "LT-01100"), ("AZ1000", "AZ", "AZ 1000"), ("AD500", "AD", "AD500"),
    ("d6w f4e2", "IE", "D6W F4E2"), ("A65F4E2", "IE", "A65 F4E2"), ("vlt1117", "MT", "VLT 1117"),
    ("90210", "US", "90210"), ("902101234", "US", "90210-1234"), ("k1a0b1", "CA", "K1A 0B1"),
    ("110 001", "IN", "110001"), ("1000001", "JP", "100-0001"), ("GY1 1AA", "GG", "GY1 1AA"),
    ("ab  12-3", "QQ", "AB 12-3"),
  ]

  @Test(arguments: codes)
  func `is written as its country does`(text: String, country: String, expected: String) {
    #expect(canonical(PostalCodeKind.read(text, country: country)) == .success(expected))
  }

  static let refusals: [(String, String, KindFailure)] = [
    ("00115", "DE", .structure(.postalCode)), ("00011", "DE", .structure(.postalCode)),
    ("1011", "DE", .length(.postalCode, expected: [5], found: 4)),
    ("101156", "DE", .length(.postalCode, expected: [5], found: 6)),
    ("10 115", "DE", .charset(found: " ", position: 3, allowed: .digits)),
    ("D-10115", "DE", .charset(found: "D", position: 1, allowed: .digits)),
    ("١٠١١٥", "DE", .charset(found: "١", position: 1, allowed: .digits)),
    ("1011²", "DE", .charset(found: "²", position: 5, allowed: .digits)),
    ("53001", "ES", .component(.province, found: "53", suggestions: [])),
    ("00001", "ES", .component(.province, found: "00", suggestions: [])),
    ("99999", "ES", .component(.province, found: "99", suggestions: [])),
    ("8001", "ES", .length(.postalCode, expected: [5], found: 4)),
    ("0101", "AT", .structure(.postalCode)), ("0800", "CH", .structure(.postalCode)),
    ("8001", "LI", .structure(.postalCode)), ("00100", "FR", .structure(.postalCode)),
    ("SW1A 1A", "GB", .structure(.postalCode)),
    ("SW1A 1AAA", "GB", .length(.postalCode, expected: [5, 6, 7], found: 8)),
    ("ßW1A", "GB", .charset(found: "ß", position: 1, allowed: .digitsAndLetters)),
    ("1234567", "LV", .length(.postalCode, expected: [4, 6], found: 7)),
    ("90210-123", "US", .length(.postalCode, expected: [5, 9], found: 8)),
    (" - ", "NL", .structure(.postalCode)),
    ("1", "QQ", .length(.postalCode, expected: Array(2...12), found: 1)),
    ("1234567890123", "QQ", .length(.postalCode, expected: Array(2...12), found: 13)),
    ("12--3", "QQ", .structure(.postalCode)), ("-123", "QQ", .structure(.postalCode)),
    ("12/3", "QQ", .charset(found: "/", position: 3, allowed: .digitsAndLetters)),
  ]

  @Test(arguments: refusals)
  func `says why a text is none`(text: String, country: String, failure: KindFailure) {
    #expect(PostalCodeKind.read(text, country: country).failure == failure)
  }
}
