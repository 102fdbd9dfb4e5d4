import FieldKinds
import Testing

@Suite("A made-up example")
struct KindExampleTests {
  /// What has no examples: any text will do, or what there is decides.
  private let without: Set<KindName> = [.text, .memo, .choice, .choices, .record]

  @Test(arguments: KindName.fieldTypes)
  func `reads as its kind, without a word about it`(kind: KindName) throws {
    guard !without.contains(kind) else {
      #expect(kind.example(1) == nil)
      return
    }
    for number in [0, 1, 7, 72, 999, 9_999, 12_345, -3] {
      let example = try #require(kind.example(number), "\(kind) \(number)")
      let reading = FieldKinds.read(example, as: kind)
      #expect(reading.value?.warnings.isEmpty == true, "\(example)")
    }
  }

  @Test(arguments: [
    KindName.esNIF, .deVAT, .euVAT, .iban, .lei, .gln, .leitwegID, .atUID, .chUID, .email, .phone,
    .deTaxNumber, .url,
  ])
  func `is another one for another number`(kind: KindName) {
    let examples = (0..<200).compactMap { kind.example($0) }
    #expect(Set(examples).count == 200)
  }

  @Test(arguments: ["DE", "ES", "GB", "NL", "PT", "LU", "SE", "US", "IE", "AT", "LV", "JP", "QQ"])
  func `of a postal code is one of the country`(country: String) throws {
    let parameters = KindParameters(country: country)
    let example = try #require(KindName.postalCode.example(1, parameters: parameters))
    #expect(FieldKinds.read(example, as: .postalCode, parameters: parameters).value != nil)
  }

  @Test(arguments: [
    "BW", "BY", "BE", "BB", "HB", "HH", "HE", "MV", "NI", "NW", "RP", "SL", "SN", "ST", "SH", "TH",
  ])
  func `of a tax number is one of the state`(state: String) throws {
    let parameters = KindParameters(state: state)
    let example = try #require(KindName.deTaxNumber.example(1, parameters: parameters))
    #expect(GermanTaxNumberKind.state(of: example) == state)
  }
}
