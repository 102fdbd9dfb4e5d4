import Foundation
import Testing

/// The program half of the property that `FrontDeskTests` shows for every path.
@Suite("The ways to answer")
struct EquivalenceTests {
  private static let samples: [Script] = [
    .small,
    Script(
      ["companyType": "OTHER", "category": "PUBLIC", "name": "Mu\u{308}ller "]
        .merging(["buyerReference": "04011000-1234512345-06", "country": "Germany"]) { $1 }
    ),
    Script(
      [
        "companyType": "gmbh", "category": "public", "registerCourt": "München",
        "registerType": "HRB", "registerNumber": "12345", "identifier": "de 136 695 976",
        "buyerReference": "04011000-1234512345-06", "name": "Müller & Söhne \"Süd\", Köln",
        "postalCode": "50667", "city": "Köln", "phone1": "0221 123456", "postalInvoice": "yes",
      ],
      contacts: [
        [
          "kind": "external", "lastName": "Groß", "email": "GROSS@Mueller.example",
          "default": "yes",
        ],
        ["kind": "contact", "firstName": "Käthe", "phone": "+49 221 1234568"],
      ]
    ),
    Script(
      [
        "companyType": "S.L.", "category": "industry", "identifier": "B-58378431",
        "name": "Aceros del Norte, S.L.", "website": "https://www.aceros.example",
        "language": "Spanish", "country": "ES", "postalCode": "48001",
      ],
      contacts: [
        ["kind": "external", "firstName": "Ana", "email": "ana@aceros.example"]
          .merging(["language": "de", "maxConnections": "3", "licence": "L-1"]) { $1 }
      ]
    ),
    Script([
      "companyType": "sole", "category": "health", "licenceNumber": "be-204711", "country": "ES",
      "identifier": "12345678z", "name": "Farmacia", "email1": "Info@Farmacia.ES",
    ]),
    Script([
      "companyType": "public-body", "category": "construction", "siteManager": "Begoña Núñez",
      "insuranceUntil": "2027-12-31", "name": "Stadt", "identifier": "PUB-7",
    ]),
    Script(["mode": "existing", "company": "x-1", "category": "nonprofit"]),
  ]

  private func prepared() throws -> Scratch {
    let scratch = try Scratch()
    let company = ["companyType=public-body", "identifier=X-1", "name=Verein"]
    let run = try scratch.alta(
      ["register", "register-company"] + company.flatMap { ["--set", $0] }
    )
    try #require(run.status == 0)
    return scratch
  }

  private func stored(_ words: [String], in scratch: Scratch) throws -> [String] {
    let run = try scratch.alta(["register", "--yes"] + words)
    #expect(run.status == 0, "\(run.err)")
    return try scratch.dump()
  }

  @Test func `lead to the same store`() throws {
    let typed = try prepared()
    let set = try prepared()
    for sample in Self.samples {
      let run = try typed.alta(["register"], lines: sample.allLines)
      #expect(run.status == 0, "\(run.err.suffix(700))")
      _ = try stored(sample.options, in: set)
    }
    let expected = try typed.dump()
    #expect(expected.count == 7 + 7 + 3 + 2)
    #expect(try set.dump() == expected)

    let files = try [
      ("a.yaml", Self.samples.map(\.yaml).joined(separator: "---\n")),
      ("a.json", "[\(Self.samples.map(\.json).joined(separator: ", "))]"),
      ("a.jsonl", Self.samples.map { "\($0.json)\n" }.joined()),
      ("a.csv", Script.csv(Self.samples)),
    ].map { name, text in
      let scratch = try prepared()
      return (name, try stored(["--answers", scratch.file(name, text)], in: scratch))
    }
    for (name, dump) in files { #expect(dump == expected, "\(name)") }
  }

  @Test(arguments: [
    [
      "companyType": "gmbh", "category": "public", "registerNumber": "12-X",
      "buyerReference": "0401-1-1",
      "registerCourt": "München", "identifier": "DE136695977", "email1": "a@b", "phone1": "12 ab",
    ],
    [
      "companyType": "sole", "category": "construction", "country": "Nirgends",
      "postalInvoice": "maybe",
      "insuranceUntil": "31.13.2027", "website": "ftp://x.es", "language": "fr",
    ],
    ["companyType": "nix", "category": "public", "buyerReference": "-"],
  ])
  func `name the same problems in the same words`(answers: [String: String]) throws {
    let script = Script(
      answers,
      contacts: [["kind": "external", "lastName": "R", "maxConnections": "0"]]
    )
    let scratch = try Scratch()
    func problems(_ words: [String]) throws -> [String] {
      let run = try scratch.alta(["register", "--yes", "--format", "json"] + words)
      #expect(run.status == 3)
      let report = try JSONDecoder().decode(Report.self, from: run.outBytes)
      return report.problems.map { "\($0.code) \($0.path ?? "") \($0.message)" }
    }
    let expected = try problems(script.options)
    #expect(expected.count > 3)
    for (name, text) in [
      ("a.yaml", script.yaml), ("a.json", script.json), ("a.jsonl", script.json),
      ("a.csv", Script.csv([script])),
    ] {
      #expect(try problems(["--answers", scratch.file(name, text)]) == expected, "\(name)")
    }
  }
}

extension Script {
  /// Registrations as rows of one file, each with the columns of all.
  static func csv(_ scripts: [Script]) -> String {
    func row(_ cells: [String]) -> String {
      cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
    }
    var columns: [String] = []
    for path in scripts.flatMap({ $0.pairs.map(\.path) }) where !columns.contains(path) {
      columns.append(path)
    }
    return row(columns)
      + scripts.map { script in
        let texts = Dictionary(script.pairs.map { ($0.path, $0.text) }) { $1 }
        return row(columns.map { texts[$0] ?? "" })
      }.joined()
  }
}
