import FieldKinds
import Testing

@Suite("An EU VAT number")
struct EUVATTests {
  /// Numbers that companies print on their own pages, one at least for every prefix and procedure.
  @Test(arguments: [
    "ATU13585627", "BE0428759497", "BG175074752", "BG7523169263", "BG7111042925", "CY10259033P",
    "CZ25123891", "CZ640903926", "CZ6402294448", "CZ7103192745", "DE136695976", "DK13585628",
    "EE100931558", "EL094259216", "ESB58378431", "ESX2482300W", "FI20774740", "FR40303265045",
    "FRK7399859412", "FR16000063601", "HR33392005961", "HU12892312", "IE6433435F", "IE6433435OA",
    "IE8D79739I", "IT00743110157", "LT119511515", "LT100001919017", "LU15027442", "LV40003521600",
    "MT11679112", "NL004495445B01", "NL002455799B11", "PL8567346215", "PT501964843", "RO18547290",
    "RO1630615123457", "SE123456789701", "SI50223054", "SK2022749619", "XI980780684",
    "XI100190874", "XI242338087388", "XIGD100", "XIHA501",
  ])
  func `holds by its state's rule`(number: String) {
    #expect(canonical(number, .euVAT) == number)
    #expect(canonical(number.lowercased(), .euVAT) == number)
    #expect(canonical(number.prefix(2) + " - " + number.dropFirst(2), .euVAT) == number)
  }

  @Test(arguments: [
    ("ATU13585628", "checksum"), ("AT13585627", "length"), ("BE0428759498", "checksum"),
    ("BE2428759497", "structure"), ("BG175074751", "checksum"), ("CY10259033Q", "checksum"),
    ("CY12259033P", "structure"), ("CZ95123891", "structure"), ("CZ25123890", "checksum"),
    ("DE136695977", "checksum"), ("DK03585628", "structure"), ("EE100931559", "checksum"),
    ("EL094259217", "checksum"), ("ESB58378432", "checksum"), ("FI20774741", "checksum"),
    ("FRI7399859412", "structure"), ("FR41303265045", "checksum"), ("HR33392005962", "checksum"),
    ("HU12892313", "checksum"), ("IE6433435G", "checksum"), ("IE6433435OK", "structure"),
    ("IT00743119957", "structure"), ("LT100001509922", "structure"), ("LU15027443", "checksum"),
    ("LV40003521601", "checksum"), ("LV41010121600", "checksum"), ("LV32130012345", "checksum"),
    ("LV31133012345", "structure"), ("MT11679149", "checksum"), ("MT01679112", "structure"),
    ("NL123456789B14", "checksum"), ("NL004495445B00", "structure"),
    ("NL004495445A01", "structure"),
    ("PL8567346216", "checksum"), ("PT501964842", "checksum"), ("RO18547291", "checksum"),
    ("RO1631315123457", "structure"), ("SE556188840495", "structure"), ("SI50223055", "checksum"),
    ("SK2022749618", "checksum"), ("SK2012749619", "structure"), ("XI980780685", "checksum"),
    ("XIGD600", "structure"), ("XIHA100", "structure"), ("XI00000000", "length"),
    ("HR00000000000", "structure"), ("IE+1234567A", "structure"), ("123456789", "structure"),
  ])
  func `fails with the code of its first wrong step`(number: String, code: String) {
    #expect(refusal(number, .euVAT)?.code == code)
  }

  @Test(arguments: [
    ("GR094259216", KindFailure.rule(.greekPrefix(suggestion: "EL094259216"))),
    ("GR094259217", .prefix(found: "GR", expected: "EL")),
    ("EL94259216", .rule(.missingLeadingZero(suggestion: "EL094259216"))),
    ("BE428759497", .rule(.missingLeadingZero(suggestion: "BE0428759497"))),
    ("GB980780684", .component(.country, found: "GB", suggestions: ["XI"])),
    ("QQ123456789", .component(.country, found: "QQ", suggestions: [])),
    ("DE12*456789", .charset(found: "*", position: 5, allowed: .digitsAndLetters)),
    ("HU1289231", .length(.euVAT, expected: [8], found: 7)),
    ("LT12345678", .length(.euVAT, expected: [9, 12], found: 8)),
  ])
  func `offers what was probably meant`(text: String, expected: KindFailure) {
    #expect(refusal(text, .euVAT) == expected)
  }

  @Test(arguments: [
    ("094259216", "GR", "EL094259216"), ("EL094259216", "GR", "EL094259216"),
    ("980780684", "GB", "XI980780684"), ("B58378431", "ES", "ESB58378431"),
    ("40303265045", "FR", "FR40303265045"), ("FR16000063601", "MC", "FR16000063601"),
    ("FR40303265045", "US", "FR40303265045"), ("U13585627", "at", "ATU13585627"),
    ("8*79739I", "IE", "IE8*79739I"), ("BE (0)428.759.497", "BE", "BE0428759497"),
  ])
  func `takes its prefix from the chosen country`(text: String, country: String, stored: String) {
    #expect(canonical(text, .euVAT, country: country) == stored)
  }

  @Test func `has the prefix of the chosen country`() {
    let prefix = KindFailure.prefix(found: "DE", expected: "AT")
    #expect(refusal("DE136695976", .euVAT, country: "AT") == prefix)
    let greek = KindFailure.rule(.greekPrefix(suggestion: "EL094259216"))
    #expect(refusal("GR094259216", .euVAT, country: "GR") == greek)
  }

  @Test func `says which national number it is`() throws {
    for (text, sort) in [
      ("DE136695976", KindName.deVAT), ("ESB58378431", .esVAT), ("ATU13585627", .atUID),
      ("FR40303265045", .euVAT),
    ] {
      #expect(try EUVATKind.read(text).get().sort == sort)
    }
  }
}
