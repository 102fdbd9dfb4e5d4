import FieldKinds
import Testing

@Suite("A value of another kind")
struct OtherKindTests {
  @Test(arguments: [
    ("DE136695976", KindName.esNIF, KindName.deVAT), ("DE136695976", .atUID, .deVAT),
    ("DE136695976", .chUID, .deVAT), ("DE136695976", .iban, .deVAT),
    ("DE136695976", .esVAT, .deVAT),
    ("DE 136 695 976", .deTaxNumber, .deVAT), ("136695976", .deTaxNumber, .deVAT),
    ("DE136695976-00001", .euVAT, .deEconomicID), ("DE136695976-00001", .esNIF, .deEconomicID),
    ("ATU13585627", .deVAT, .atUID), ("FR40303265045", .deVAT, .euVAT),
    ("FR40303265045", .esNIF, .euVAT),
    ("B58378431", .deVAT, .esCIF), ("12345678Z", .atUID, .esDNI), ("ESB58378431", .deVAT, .esVAT),
    ("86095742719", .deVAT, .deTaxID), ("86 095 742 719", .deTaxNumber, .deTaxID),
    ("86095742719", .euVAT, .deTaxID), ("21/815/08150", .deVAT, .deTaxNumber),
    ("1121081508150", .deVAT, .deTaxNumber), ("1121081508150", .gln, .deTaxNumber),
    ("DE89 3704 0044 0532 0130 00", .bic, .iban), ("DE89370400440532013000", .deVAT, .iban),
    ("DEUTDEFF", .iban, .bic), ("529900T8BM49AURSDO55", .esNIF, .lei),
    ("4012345000009", .esNIF, .gln),
    ("991-03730-19", .deVAT, .leitwegID), ("CHE-107.787.577", .deVAT, .chUID),
  ])
  func `is named where it was typed in the wrong field`(
    text: String,
    field: KindName,
    found: KindName
  ) {
    #expect(refusal(text, field) == .wrongKind(found: found, expected: field))
  }

  @Test(arguments: [
    ("DE136695976", KindName.euVAT), ("ESX2482300W", .esNIF), ("136695976", .deVAT),
    ("DE136695976-00001", .deVAT),
  ])
  func `is not seen in a value that holds`(text: String, field: KindName) {
    #expect(refusal(text, field) == nil)
  }

  @Test(arguments: [
    // The first ten digits of a tax ID repeat exactly one digit, twice or three times.
    "12345678903", "01234567899", "11223456789",
  ])
  func `is not a tax ID by length alone`(text: String) {
    #expect(refusal(text, .deVAT) != nil)
    #expect(refusal(text, .deVAT) != .wrongKind(found: .deTaxID, expected: .deVAT))
  }
}
