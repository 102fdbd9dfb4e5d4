import FieldKinds
import Testing

@Suite("A German VAT number or economic ID")
struct GermanVATTests {
  @Test(arguments: [
    ("DE136695976", "DE136695976", KindName.deVAT), ("136695976", "DE136695976", .deVAT),
    ("DE 136 695 976", "DE136695976", .deVAT), ("de-136.695/976", "DE136695976", .deVAT),
    ("136,695,976", "DE136695976", .deVAT),
    ("DE136695976-00001", "DE136695976-00001", .deEconomicID),
    ("de 136695976 - 12345", "DE136695976-12345", .deEconomicID),
    ("136695976\u{2013}00001", "DE136695976-00001", .deEconomicID),
  ])
  func `is stored with its prefix and its suffix`(text: String, stored: String, sort: KindName)
    throws
  {
    let reading = try GermanVATKind.read(text).get()
    #expect(reading.canonical == stored)
    #expect(reading.sort == sort)
  }

  @Test(arguments: [
    ("DE13669597", KindFailure.length(.deVAT, expected: [9], found: 8)),
    ("DE", .length(.deVAT, expected: [9], found: 0)), ("DE036695976", .structure(.deVAT)),
    ("DE136695977", .checksum(.deVAT)), ("DE136695977-00001", .checksum(.deEconomicID)),
    ("DE136695976-00000", .structure(.deEconomicID)),
    ("DE13669597600001", .structure(.deEconomicID)),
    ("DE136695976-0001", .length(.deVAT, expected: [9], found: 13)),
    ("AT136695976", .prefix(found: "AT", expected: "DE")),
    ("FR123", .prefix(found: "FR", expected: "DE")),
    ("DE13669597O", .charset(found: "O", position: 11, allowed: .digits)),
  ])
  func `fails at its first wrong step`(text: String, expected: KindFailure) {
    #expect(refusal(text, .deVAT) == expected)
  }

  @Test func `may be asked for with its suffix only`() {
    #expect(canonical("DE136695976-00001", .deEconomicID) == "DE136695976-00001")
    let expected = KindFailure.wrongKind(found: .deVAT, expected: .deEconomicID)
    #expect(refusal("DE136695976", .deEconomicID) == expected)
  }
}

@Suite("A German tax number")
struct GermanTaxNumberTests {
  /// The examples of the tax authorities, one at least for every state and procedure.
  static let examples = [
    ("BW", "93815/08152", "2893081508152"), ("BW", "66815/08156", "2866081508156"),
    ("BY", "181/815/08155", "9181081508155"), ("BE", "21/815/08150", "1121081508150"),
    ("BE", "13/200/08157", "1113020008157"), ("BE", "13/201/08153", "1113020108153"),
    ("BB", "048/815/08155", "3048081508155"), ("HB", "75 815 08152", "2475081508152"),
    ("HH", "02/815/08156", "2202081508156"), ("HE", "013 815 08153", "2613081508153"),
    ("MV", "079/815/08151", "4079081508151"), ("NI", "24/815/08151", "2324081508151"),
    ("NW", "133/8150/8159", "5133081508159"), ("RP", "22/815/08154", "2722081508154"),
    ("SL", "010/815/08182", "1010081508182"), ("SN", "201/123/12340", "3201012312340"),
    ("ST", "101/815/08154", "3101081508154"), ("SH", "29/815/08158", "2129081508158"),
    ("TH", "151/815/08156", "4151081508156"),
  ]

  @Test(arguments: examples)
  func `is stored as thirteen digits and shown as its state prints it`(
    state: String,
    printed: String,
    stored: String
  ) throws {
    for text in [printed, stored, printed.filter(\.isNumber)] {
      let reading = try GermanTaxNumberKind.read(text, state: state).get()
      #expect(reading.canonical == stored)
      #expect(reading.display == printed)
    }
    #expect(GermanTaxNumberKind.read(stored).canonical == stored)
    #expect(GermanTaxNumberKind.read(stored, state: "de-" + state).canonical == stored)
    #expect(GermanTaxNumberKind.state(of: stored) == state)
  }

  @Test(arguments: examples)
  func `has one check digit at most, in Berlin two`(state: String, printed: String, stored: String)
  {
    let holding = (0...9).filter { digit in
      GermanTaxNumberKind.read(stored.dropLast() + "\(digit)", state: state).canonical != nil
    }
    #expect((1...(state == "BE" ? 2 : 1)).contains(holding.count))
  }

  @Test(arguments: [
    ("2181508150", ["BW", "BE", "HB", "HH", "NI", "RP", "SH"]),
    ("04881508155", ["BB", "HE", "MV", "SL"]),
    ("40081508159", ["BY", "NW"]), ("10181508154", ["BY", "NW", "ST", "TH"]),
  ])
  func `needs its state where several print it so`(text: String, possible: [String]) {
    let expected = KindFailure.state(found: text, possible: possible)
    #expect(GermanTaxNumberKind.read(text).refusal == expected)
  }

  @Test(arguments: [
    ("9181081508155", "BE", KindFailure.state(found: "9181081508155", possible: ["BY"])),
    ("9181081508156", "BY", .checksum(.deTaxNumber)),
    ("9181181508155", "BY", .structure(.deTaxNumber)),
    ("9181009908155", "BY", .structure(.deTaxNumber)),
    ("2324099908151", "NI", .structure(.deTaxNumber)),
    ("2181508150", "BY", .length(.deTaxNumber, expected: [11, 13], found: 10)),
    ("218150815", "BE", .length(.deTaxNumber, expected: [10, 13], found: 9)),
    ("0000000000000", "BE", .structure(.deTaxNumber)),
    ("21/815/0815A", "BE", .charset(found: "A", position: 12, allowed: .digits)),
  ])
  func `fails at its first wrong step`(text: String, state: String, expected: KindFailure) {
    #expect(GermanTaxNumberKind.read(text, state: state).refusal == expected)
  }

  @Test func `refuses a state that Germany does not have`() {
    guard case .state("XX", let possible) = GermanTaxNumberKind.read("1", state: "XX").refusal
    else {
      Issue.record("no failure about the state")
      return
    }
    #expect(possible.count == 16)
  }
}
