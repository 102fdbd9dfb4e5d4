import Foundation
import Testing

/// Everything works in a language that is long, full of accents, and nobody's own.
@Suite("Pseudo-locales")
struct PseudoLocaleTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  static let locales = ["en-XA", "xx-KEY"]

  @Test(arguments: locales)
  func `register, list and show`(locale: String) throws {
    let run = try scratch.alta(["register", "--yes", "--lang", locale] + Script.small.options)
    #expect(run.status == 0, "\(run.err)")
    #expect(run.out == "CLI-0001\n")
    let english = try Scratch()
    #expect(try english.alta(["register", "--yes"] + Script.small.options).status == 0)
    func stored(_ scratch: Scratch) throws -> [String] {
      try scratch.dump().map { $0.replacing(/created_language=\S+/, with: "") }
    }
    #expect(try stored(scratch) == stored(english))
    let list = try scratch.alta(["list", "customers", "--lang", locale])
    #expect(list.status == 0)
    #expect(list.out.contains("CLI-0001"))
    #expect(list.out.contains(locale == "en-XA" ? "[" : "alta/record|"), "\(list.out)")
    #expect(try scratch.alta(["show", "customer", "CLI-0001", "--lang", locale]).status == 0)
  }

  @Test(arguments: locales)
  func `say the same problems`(locale: String) throws {
    func codes(_ language: String) throws -> [String] {
      let run = try scratch.alta([
        "register", "--lang", language, "--set", "name= ", "--set", "companyType=gmbh",
        "--set", "email1=x", "--set", "country=Germany",
      ])
      #expect(run.status == 3)
      return run.err.matches(of: /\[([\w-]+)\]$/.anchorsMatchLineEndings()).map { String($0.1) }
    }
    let expected = try codes("en")
    #expect(expected.count > 3)
    #expect(try codes(locale) == expected)
  }

  @Test(arguments: locales)
  func `talk line by line, with the commands that they show`(locale: String) throws {
    let run = try scratch.alta(
      ["register", "--lang", locale],
      lines: [":help", "1", ":review", ":quit"]
    )
    #expect(run.status == 7, "\(run.err)")
    #expect(run.err.contains(":review"))
  }

  @Test(arguments: locales)
  func `take dates, numbers and yes as English does`(locale: String) throws {
    let answers = [
      "companyType": "other", "category": "construction", "siteManager": "B", "name": "A",
      "insuranceUntil": "2027-12-31", "postalInvoice": "yes",
    ]
    let run = try scratch.alta(["register", "--yes", "--lang", locale] + Script(answers).options)
    #expect(run.status == 0, "\(run.err)")
    #expect(try scratch.dump().contains { $0.contains("2027-12-31") })
    let bad = try scratch.alta(
      ["register", "--yes", "--lang", locale]
        + Script(answers.merging(["insuranceUntil": "31.12.2027"]) { $1 }).options
    )
    #expect(bad.status == 3)
    #expect(bad.err.contains("[E-DATE]"))
  }

  @Test(arguments: ["en_XA", "xx_KEY"])
  func `are good catalogs when they are written`(name: String) throws {
    let run = try scratch.alta(["catalog", "pseudo", name])
    #expect(run.status == 0)
    let file = try scratch.file("po/\(name).po", run.out)
    if name == "en_XA" {
      // Keys are as long as they are, and name no limits.
      let check = try scratch.alta(["catalog", "check", file, "--format", "json"])
      #expect(check.status == 0, "\(check.out.prefix(2000))")
    }
    let msgfmt = try scratch.bash(
      "command -v msgfmt > /dev/null || exit 77; msgfmt -c -o /dev/null '\(file)'"
    )
    #expect(msgfmt.status == 0 || msgfmt.status == 77, "\(msgfmt.err)")
  }

  @Test func `that are not there are refused`() throws {
    let run = try scratch.alta(["catalog", "pseudo", "en-XB"])
    #expect(run.status == 2)
    #expect(run.err.contains("no pseudo-locale “en-XB”") && run.err.contains("en-XA, xx-KEY"))
  }

  @Test func `explain every command`() throws {
    let run = try scratch.alta(["help", "--lang", "en-XA"])
    #expect(run.status == 0)
    #expect(run.out.contains("catalog pseudo"))
    #expect(run.out.contains("Çóɱɱáñđš"))
  }
}
