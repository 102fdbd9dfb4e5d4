import FieldKinds
import Testing

@Suite("An identifier of a company")
struct CompanyIdentifierTests {
  @Test(arguments: [
    ("ATU13585627", KindName.atUID, "ATU13585627"), ("atu 135 85 627", .atUID, "ATU13585627"),
    ("U13585627", .atUID, "ATU13585627"), ("CHE-107.787.577", .chUID, "CHE107787577"),
    ("CHE 107 787 577 MWST", .chUID, "CHE107787577MWST"), ("107.787.577", .chUID, "CHE107787577"),
    ("CHE107787577 tva", .chUID, "CHE107787577TVA"), ("CHE107787577HR", .chUID, "CHE107787577HR"),
    ("529900T8BM49AURSDO55", .lei, "529900T8BM49AURSDO55"),
    ("5299 00T8-BM49 AURS-DO55", .lei, "529900T8BM49AURSDO55"),
    ("4012345000009", .gln, "4012345000009"),
    ("40 12345 00000-9", .gln, "4012345000009"), ("991-03730-19", .leitwegID, "991-03730-19"),
    ("04011000-1234512345-06", .leitwegID, "04011000-1234512345-06"),
    ("09274154-nfh-05", .leitwegID, "09274154-NFH-05"),
    ("057660004004-31001-55", .leitwegID, "057660004004-31001-55"),
    ("09778137\u{2013}ETTRINGEN868331262\u{2013}55", .leitwegID, "09778137-ETTRINGEN868331262-55"),
  ])
  func `is stored in one form`(text: String, kind: KindName, stored: String) {
    #expect(canonical(text, kind) == stored)
  }

  @Test func `of Switzerland is shown with its dots`() throws {
    #expect(try SwissUIDKind.read("CHE107787577").get().display == "CHE-107.787.577")
    #expect(try SwissUIDKind.read("CHE107787577IVA").get().display == "CHE-107.787.577 IVA")
  }

  @Test(arguments: [
    ("ATU1358562", KindName.atUID, KindFailure.length(.atUID, expected: [9], found: 8)),
    ("AT113585627", .atUID, .structure(.atUID)), ("ATU13585628", .atUID, .checksum(.atUID)),
    ("DE13669597", .atUID, .prefix(found: "DE", expected: "AT")),
    ("CHE107787578", .chUID, .checksum(.chUID)),
    ("CHE10778757", .chUID, .length(.chUID, expected: [9], found: 8)),
    ("CHE107787577XX", .chUID, .structure(.chUID)), ("CHEMWST", .chUID, .structure(.chUID)),
    ("CHE107787577MWST1", .chUID, .structure(.chUID)),
    ("529900T8BM49AURSDO5", .lei, .length(.lei, expected: [20], found: 19)),
    ("529900T8BM49AURSDO555", .lei, .length(.lei, expected: [20], found: 21)),
    ("529900T8BM49AURSDO5A", .lei, .structure(.lei)),
    ("529900T8BM49AURSDO56", .lei, .checksum(.lei)),
    ("ZCFWW3ZS4BVO6LIXMP00", .lei, .checksum(.lei)), ("4012345000008", .gln, .checksum(.gln)),
    ("401234500000", .gln, .length(.gln, expected: [13], found: 12)),
    ("0000000000000", .gln, .structure(.gln)), ("991-03730-18", .leitwegID, .checksum(.leitwegID)),
    ("9-03730-19", .leitwegID, .structure(.leitwegID)),
    ("991-0373-0-19", .leitwegID, .structure(.leitwegID)),
    ("991--19", .leitwegID, .structure(.leitwegID)),
    ("99103730019", .leitwegID, .structure(.leitwegID)),
    ("55-55-20", .leitwegID, .component(.federalState, found: "55", suggestions: [])),
    ("00-55-20", .leitwegID, .component(.federalState, found: "00", suggestions: [])),
    ("9-1", .leitwegID, .length(.leitwegID, expected: Array(5...46), found: 3)),
  ])
  func `fails at its first wrong step`(text: String, kind: KindName, expected: KindFailure) {
    #expect(refusal(text, kind) == expected)
  }
}
