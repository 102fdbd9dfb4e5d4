import Testing
import WizardEngine

@Suite("A field")
struct FieldTypeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let field: String
    let given: String
    /// The canonical value, or the code of the problem.
    let outcome: String

    init(_ field: String, _ given: String, _ outcome: String) {
      self.field = field
      self.given = given
      self.outcome = outcome
    }

    var testDescription: String { "\(field) | \(given) → \(outcome)" }
  }

  @Test(arguments: [
    Case("type: text", "  Müller ", "Müller"), Case("type: text", "Mu\u{308}ller", "Müller"),
    Case("type: text", "a\u{202E}b", "hostile"), Case("type: text", "a\nb", "hostile"),
    Case("type: text, max: 3", "äöü", "äöü"), Case("type: text, max: 3", "äöüx", "E-TOO-LONG"),
    Case("type: text, min: 2", "a", "E-TOO-SHORT"),
    Case("type: text, pattern: '[A-Z]{2}-[0-9]+'", "AB-1", "AB-1"),
    Case("type: text, pattern: '[A-Z]{2}-[0-9]+'", "xAB-1", "E-PATTERN"),
    Case("type: text, normalize: [upper]", "straße ſ", "STRAßE ſ"),
    Case("type: text, normalize: [lower]", "ÄB", "äb"),
    Case("type: text, normalize: [{strip: \" .-/\"}]", "1.2 3-4/5", "12345"),
    Case("type: text, normalize: [upper, {strip: .}], max: 1", "m.", "M"),
    Case("type: memo", "a\r\nb", "a\nb"),
    Case("type: integer", "+007", "7"), Case("type: integer", "1.5", "E-NUMBER"),
    Case("type: integer, min: 1, max: 99", "0", "E-RANGE"),
    Case("type: integer, min: 1, max: 99", "99", "99"),
    Case("type: integer, min: 1, max: 99", "100", "E-RANGE"),
    Case("type: decimal", "1,5", "E-NUMBER"), Case("type: decimal, min: -0.5", "-0.50", "-0.50"),
    Case("type: decimal, min: -0.5", "-0.51", "E-RANGE"),
    Case(
      "type: decimal, max: 1000000000000000000000.5",
      "1000000000000000000000.50",
      "1000000000000000000000.50"
    ),
    Case("type: decimal, max: 1000000000000000000000.5", "1000000000000000000000.6", "E-RANGE"),
    Case("type: date", "2026-02-30", "E-DATE"), Case("type: date", "2024-02-29", "2024-02-29"),
    Case("type: date, min: today", "2026-03-04", "E-RANGE"),
    Case("type: date, min: today, max: 2026-12-31", "2026-03-05", "2026-03-05"),
    Case("type: date, min: today, max: 2026-12-31", "2027-01-01", "E-RANGE"),
    Case("type: boolean", "yes", "true"), Case("type: boolean", "0", "false"),
    Case("type: boolean", "maybe", "E-CHOICE"),
    Case("type: choice, options: [{code: a}, {code: B}]", "A", "a"),
    Case("type: choice, options: [{code: a}, {code: A}]", "A", "A"),
    Case("type: choice, options: [{code: a}, {code: b}]", "c", "E-CHOICE"),
    Case("type: choices, options: [{code: a}, {code: b}, {code: c}]", "c, a,c", "a,c"),
    Case("type: choices, options: [{code: a}, {code: b}]", "a,x", "E-CHOICE"),
    Case("type: choices, max: 1, options: [{code: a}, {code: b}]", "a,b", "E-TOO-LONG"),
    Case("type: record, of: company", "X-1", "X-1"),
    Case("type: email", "Ana@Example.ORG", "Ana@example.org"),
    Case("type: email", "a@b", "E-EMAIL"),
    Case("type: phone", "+49 30 123456", "+4930123456"),
    Case("type: phone", "030 123456", "structure"),
    Case("type: phone, country: DE", "030 123456", "+4930123456"),
    Case("type: url", "https://example.org/a", "https://example.org/a"),
    Case("type: country", "deu", "DE"), Case("type: country", "XX", "component"),
    Case("type: language", "DE-at", "de-AT"),
    Case("type: postal-code, country: DE", "10117", "10117"),
    Case("type: postal-code, country: DE", "1011", "length"),
    Case("type: postal-code", "SW1A 1AA", "SW1A 1AA"),
    Case("type: es-nif", "B58378431", "B58378431"), Case("type: es-nif", "B58378432", "checksum"),
    Case("type: de-vat", "DE 136 695 976", "DE136695976"),
    Case("type: eu-vat", "ESB58378431", "ESB58378431"),
    Case("type: iban", "DE89 3704 0044 0532 0130 00", "DE89370400440532013000"),
    Case("type: bic", "cobadeffxxx", "COBADEFFXXX"),
    Case("type: lei", "529900T8BM49AURSDO55", "529900T8BM49AURSDO55"),
    Case("type: gln", "4012345000009", "4012345000009"),
    Case("type: leitweg-id", "04011000-1234512345-06", "04011000-1234512345-06"),
    Case("type: at-uid", "ATU13585627", "ATU13585627"),
    Case("type: de-court", "Amtsgericht München", "München"),
    Case("type: de-register", "München HRB 12345", "München HRB 12345"),
    Case("type: identifier", "anything", "anything"),
  ])
  func `is judged by its type, its limits and its pattern`(_ test: Case) throws {
    let wizard = try wizard(fields: "field: x, \(test.field)")
    let plan = wizard.plan(["x": test.given])
    let problem = plan.problems.first { $0.severity == .error }
    #expect(plan.values["x"] ?? problem?.code == test.outcome)
    #expect((problem == nil) == (plan.values["x"] != nil))
  }

  @Test(arguments: [
    ("AT", "030 123456", "+4330123456"), ("DE", "030 123456", "+4930123456"),
    ("", "030 123456", "structure"),
  ])
  func `takes the country of another field`(country: String, phone: String, outcome: String) throws
  {
    let wizard = try wizard(
      fields: "field: country, type: country",
      "field: phone, type: phone, country: country"
    )
    let plan = wizard.plan(["country": country, "phone": phone])
    #expect(plan.values["phone"] ?? plan.problems.first?.code == outcome)
  }

  @Test func `takes the federal state of another field`() throws {
    let wizard = try wizard(
      fields: "field: state, type: choice, options: [{code: BW}, {code: BE}]",
      "field: number, type: de-stnr, state: state"
    )
    let plan = wizard.plan(["state": "BE", "number": "21/815/08150"])
    #expect(plan.values["number"]?.hasPrefix("11") == true)
    #expect(!wizard.plan(["number": "21/815/08150"]).holds)
  }

  @Test func `takes nothing for an answer that was left empty`() throws {
    let wizard = try wizard(
      fields: "field: x, type: text, default: a",
      "field: y, type: text, required: true, default: a"
    )
    #expect(wizard.plan([:]).values == ["x": "a", "y": "a"])
    let plan = wizard.plan(["x": "", "y": "  "])
    #expect(plan.values == [:])
    #expect(plan.said == ["y E-REQUIRED"])
    #expect(plan.fields.map(\.source) == [.none, .none])
  }

  @Test func `refuses several values where one belongs`() throws {
    let wizard = try wizard(fields: "field: x, type: text")
    var answers = Answers(to: wizard)
    answers.values[0] = GivenAnswer(.texts(["a", "b"]))
    #expect(wizard.plan(for: answers, on: today).said == ["x wrong-shape"])
  }
}
