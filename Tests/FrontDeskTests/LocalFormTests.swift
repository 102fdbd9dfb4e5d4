import FieldKinds
import FrontDesk
import Testing
import WizardEngine

@Suite("A local form")
struct LocalFormTests {
  private func form(_ language: String) throws -> LocalForm {
    try #require(Shipped.hasCatalog(language) || language == "en")
    return LocalForm(Shipped.wording(language))
  }

  @Test(arguments: [
    ("en", "yes", true), ("en", "Y", true), ("en", "No", false), ("en", "n", false),
    ("en", "true", true), ("en", "0", false), ("en", "perhaps", nil), ("en", "", nil),
    ("en", "sí", nil), ("de", "ja", true), ("de", "J", true), ("de", "nein", false),
    ("de", "yes", true), ("es", "sí", true), ("es", "SI", true), ("es", "s", true),
    ("es", "no", false), ("es", "y", true),
  ])
  func `knows words for yes and no`(language: String, word: String, truth: Bool?) throws {
    #expect(try form(language).truth(word) == truth)
  }

  @Test(arguments: [
    ("en", "2027-12-31", "2027-12-31"), ("de", "2027-12-31", "31.12.2027"),
    ("es", "2027-12-31", "31/12/2027"), ("de", "soon", "soon"),
  ])
  func `shows days in the order of the language`(
    language: String,
    stored: String,
    shown: String
  ) throws {
    #expect(try form(language).shown(stored, of: .date) == shown)
  }

  @Test(arguments: [("en", "DE", "Germany"), ("de", "DE", "Deutschland"), ("es", "ES", "España")])
  func `names countries`(language: String, code: String, name: String) throws {
    #expect(try form(language).shown(code, of: .country) == name)
  }

  @Test(arguments: [
    ("en", "Germany", "DE"), ("de", "deutschland", "DE"), ("es", "Espana", "ES"),
    ("de", "Österreich", "AT"), ("de", "Germany", "DE"), ("de", "Nirgends", "Nirgends"),
    ("en", "de", "de"),
  ])
  func `reads names of countries without regard to case and accents`(
    language: String,
    typed: String,
    code: String
  ) throws {
    let field = try #require(Shipped.registerCustomer.fields.first { $0.key == "country" })
    #expect(try form(language).content(typed, for: field) == .success(.text(code)))
  }

  @Test(arguments: ["public", "PUBLIC", " Public administration ", "Öffentliche Verwaltung"])
  func `reads options by code and by the labels of several languages`(typed: String) throws {
    let field = try #require(Shipped.registerCustomer.fields.first { $0.key == "category" })
    let form = LocalForm(.english, understanding: [Shipped.wording("de")])
    #expect(form.content(typed, for: field) == .success(.text("public")))
    #expect(form.content("pub", for: field) == .success(.text("pub")))
  }

  @Test(arguments: [
    ("de", "31.12.2027", "2027-12-31"), ("es", "31/12/2027", "2027-12-31"),
    ("de", "2027-12-31", "2027-12-31"), ("en", "31.12.2027", "31.12.2027"),
  ])
  func `reads days of its language`(language: String, typed: String, day: String) throws {
    let field = try #require(Shipped.registerCustomer.fields.first { $0.key == "insuranceUntil" })
    #expect(try form(language).content(typed, for: field) == .success(.text(day)))
  }

  @Test func `shows moments in UTC`() throws {
    #expect(try form("de").shown(moment: "2026-03-05T14:07:09Z") == "05.03.2026 14:07 UTC")
    #expect(try form("en").shown(moment: "nonsense") == "nonsense")
  }
}
