import Foundation
import Testing

@Suite("Previews of forms", .enabled(if: hasCatalog("de") && hasCatalog("es")))
struct PreviewTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func preview(_ words: String...) throws -> Scratch.Run {
    try scratch.alta(["catalog", "preview", "register-customer"] + words)
  }

  @Test func `stand side by side where the terminal is wide enough`() throws {
    let run = try preview("--lang", "de,es", "--width", "60", "--stage", "contacts")
    #expect(run.status == 0)
    #expect(run.err == "")
    let lines = run.out.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0].hasPrefix("── de · contacts ─"))
    #expect(lines[0].contains("│ ── es · contacts ─"))
    #expect(lines.contains { $0.contains("[Weiter]") || $0.contains("[Fertigstellen]") })
    #expect(run.out.contains("[Finalizar]"))
  }

  @Test func `stand one below the other elsewhere`() throws {
    let run = try scratch.alta(
      ["catalog", "preview", "register-customer", "--lang", "de,es", "--width", "60"],
      variables: ["COLUMNS": "100"]
    )
    #expect(run.status == 0)
    let lines = run.out.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
    #expect(lines[0].hasPrefix("── de · first ─"))
    #expect(lines.contains { $0.hasPrefix("── es · first ─") })
    #expect(!run.out.contains("│"))
  }

  @Test func `are the same every time, and coloured only where that is wanted`() throws {
    let plain = try preview("--lang", "de")
    #expect(try preview("--lang", "de").out == plain.out)
    #expect(!plain.out.contains("\u{1B}"))
    let coloured = try preview("--lang", "de", "--color", "always")
    #expect(coloured.out.contains("\u{1B}[1m"))
    #expect(coloured.out.replacing(/\e\[[0-9]+m/, with: "") == plain.out)
  }

  @Test func `come in all languages unless some are named`() throws {
    let run = try preview("--stage", "review")
    for language in ["de", "en", "es"] { #expect(run.out.contains("── \(language) · review ─")) }
  }

  @Test(arguments: [
    (["--stage", "contact"], 2, "has no stage “contact”", "Did you mean “contacts”?"),
    (["--width", "39"], 2, "a number from 40 to 400", "39"),
    (["--width", "wide"], 2, "a number from 40 to 400", "wide"),
    (["--state", "broken"], 2, "cannot be “broken”", "empty, error, help"),
    (["--lang", "en,xx"], 4, "no catalog for the language “xx”", "de, en, es"),
  ])
  func `that cannot be drawn are refused`(
    words: [String],
    status: Int32,
    sentence: String,
    advice: String
  ) throws {
    let run = try scratch.alta(["catalog", "preview", "register-customer"] + words)
    #expect(run.status == status)
    #expect(run.out == "")
    #expect(run.err.contains(sentence) && run.err.contains(advice), "\(run.err)")
  }

  @Test func `are written as pictures, and written again over those of before only`() throws {
    let (svg, html) = ("\(scratch.folder)/all.svg", "\(scratch.folder)/all.html")
    for _ in 0..<2 {
      let run = try preview("--lang", "de,es", "--svg", svg, "--html", html)
      #expect(run.status == 0)
      #expect(run.out == "" && run.err == "")
    }
    #expect(try String(contentsOfFile: svg, encoding: .utf8).hasPrefix("<svg"))
    #expect(try String(contentsOfFile: html, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
    let precious = try scratch.file("customers.csv", "name\n")
    let run = try preview("--svg", precious)
    #expect(run.status == 9)
    #expect(run.err.contains("customers.csv"))
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "name\n")
    #expect(try scratch.files().count == 3)
  }

  @Test func `are written one by one into a folder`() throws {
    try scratch.file("pictures/readme.txt", "mine")
    let run = try preview("--lang", "es", "--stage", "first", "--svg", "\(scratch.folder)/pictures")
    #expect(run.status == 0, "\(run.err)")
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(scratch.folder)/pictures")
    #expect(names.contains("register-customer-first-es.svg"))
    #expect(names.contains("register-customer-first-companyType-es.svg"))
  }

  @Test func `leave no store behind`() throws {
    #expect(try preview().status == 0)
    #expect(try scratch.files().keys.sorted() == [])
  }
}
