import FieldKinds
import Testing

@Suite("A Spanish NIF")
struct SpanishNIFTests {
  @Test(arguments: [
    ("12345678Z", "12345678Z", KindName.esDNI), ("12.345.678-Z", "12345678Z", .esDNI),
    ("00000000T", "00000000T", .esDNI), ("X2482300W", "X2482300W", .esNIE),
    ("x-2482300-w", "X2482300W", .esNIE), ("Y5277343F", "Y5277343F", .esNIE),
    ("Z5277343K", "Z5277343K", .esNIE), ("L1111111G", "L1111111G", .esPersonalNIF),
    ("K1111111G", "K1111111G", .esPersonalNIF), ("M1234567L", "M1234567L", .esPersonalNIF),
    ("B-58378431", "B58378431", .esCIF), ("Q2818015F", "Q2818015F", .esCIF),
    ("W4003922D", "W4003922D", .esCIF), ("R9600075G", "R9600075G", .esCIF),
    ("J99216582", "J99216582", .esCIF), ("V99218067", "V99218067", .esCIF),
    ("A28184661", "A28184661", .esCIF), ("N0032484H", "N0032484H", .esCIF),
  ])
  func `tells its sort`(text: String, canonical: String, sort: KindName) throws {
    let reading = try SpanishNIFKind.read(text).get()
    #expect(reading.canonical == canonical)
    #expect(reading.sort == sort)
    #expect(SpanishNIFKind.sort(of: canonical) == sort)
  }

  @Test(arguments: ["ESB58378431", "es-b58378431", "ES B-58378431"])
  func `remembers a VAT prefix and does not store it`(text: String) throws {
    let reading = try SpanishNIFKind.read(text).get()
    #expect(reading.canonical == "B58378431")
    #expect(reading.sort == .esVAT)
    #expect(canonical(text, .esVAT) == "ESB58378431")
  }

  @Test(arguments: [
    ("1234567L", KindFailure.rule(.missingLeadingZero(suggestion: "01234567L"))),
    ("1234567A", .length(.esNIF, expected: [9], found: 8)),
    ("12345678", .length(.esNIF, expected: [9], found: 8)),
    ("B583784312", .length(.esNIF, expected: [9], found: 10)),
    ("ES", .length(.esNIF, expected: [9], found: 0)),
    ("123456789", .structure(.esDNI)), ("X24823001", .structure(.esNIE)),
    ("K11111111", .structure(.esPersonalNIF)), ("I5837843A", .structure(.esNIF)),
    ("T5837843A", .structure(.esNIF)), ("B5837A431", .structure(.esNIF)),
    ("12345678A", .checksum(.esDNI)), ("X2482300A", .checksum(.esNIE)),
    ("L1111111C", .checksum(.esPersonalNIF)), ("B58378432", .checksum(.esCIF)),
    ("B5837843B", .checksum(.esCIF)),
  ])
  func `fails at its first wrong step`(text: String, expected: KindFailure) {
    #expect(refusal(text, .esNIF) == expected)
  }

  @Test func `has a digit or a letter at its end by its first letter`() {
    let digits = Array("0123456789")
    let letters = Array("JABCDEFGHI")
    for letter in "ABCDEFGHJNPQRSUVW" {
      // The seven digits 1234567 have the control value 4.
      let withDigit = refusal("\(letter)1234567\(digits[4])", .esNIF)
      let withLetter = refusal("\(letter)1234567\(letters[4])", .esNIF)
      let refused = KindFailure.controlSort(
        letter: String(letter),
        expectsDigit: "ABEH".contains(letter)
      )
      #expect(withDigit == ("PQRSW".contains(letter) ? refused : nil))
      #expect(withLetter == ("ABEH".contains(letter) ? refused : nil))
    }
  }

  @Test func `has an entity type by its first letter`() {
    #expect(SpanishEntityType(ofNIF: "B58378431") == .limitedCompany)
    #expect(SpanishEntityType(ofNIF: "ESA28184661") == .publicLimitedCompany)
    #expect(SpanishEntityType(ofNIF: "E00000000") == .jointOwnership)
    for person in ["12345678Z", "X2482300W", "K1111111G", "", "I"] {
      #expect(SpanishEntityType(ofNIF: person) == nil)
    }
  }

  @Test func `may be asked for by its sort`() {
    #expect(canonical("12345678Z", .esDNI) == "12345678Z")
    #expect(refusal("12345678Z", .esCIF) == .wrongKind(found: .esDNI, expected: .esCIF))
    #expect(refusal("X2482300W", .esDNI) == .wrongKind(found: .esNIE, expected: .esDNI))
  }
}
