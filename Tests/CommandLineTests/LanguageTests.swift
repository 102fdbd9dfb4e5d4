import Testing

@Suite("The explanation of the language", .enabled(if: hasCatalog("de") && hasCatalog("es")))
struct LanguageTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func explain(_ words: [String] = [], _ variables: [String: String] = [:]) throws
    -> Scratch.Run
  {
    let none = ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "", "LANGUAGE": "", "ALTA_LANG": ""]
    return try scratch.alta(
      ["lang", "explain"] + words,
      variables: none.merging(variables) { $1 }
    )
  }

  @Test(
    arguments: [
      (["--lang", "en"], ["ALTA_LANG": "de"], "en", "The option --lang comes before"),
      ([], ["ALTA_LANG": "en", "LC_ALL": "de_DE"], "en", "ALTA_LANG comes before"),
      ([], ["LANG": "en_GB.UTF-8"], "en", "LANG is the first of"),
      ([], ["LC_ALL": "C.UTF-8", "LANGUAGE": "de"], "en", "LC_ALL is “C.UTF-8”"),
      ([], [:], "en", "Nothing names a language"),
      (["--lang", "en-XA"], [:], "en_XA", "--lang"),
    ] as [([String], [String: String], String, String)]
  )
  func `names what decides`(
    words: [String],
    variables: [String: String],
    language: String,
    reason: String
  ) throws {
    let run = try explain(words, variables)
    #expect(run.status == 0)
    #expect(run.out.contains(language == "en" ? "The language is en." : language), "\(run.out)")
    #expect(run.out.contains(reason), "\(run.out)")
  }

  @Test func `tells that LANGUAGE overrides the locale`() throws {
    let run = try explain([], ["LC_ALL": "de_AT.UTF-8", "LANGUAGE": "en:es"])
    #expect(run.out.contains("LANGUAGE overrides LC_ALL: “de_AT.UTF-8” would be de."), "\(run.out)")
    let same = try explain([], ["LC_ALL": "en_GB.UTF-8", "LANGUAGE": "en"])
    #expect(!same.out.contains("overrides"))
  }

  @Test func `lists every file that was looked for`() throws {
    try scratch.file("po/es.po", "msgid \"open")
    let run = try explain(
      ["--lang", "es-MX", "--catalogs", "\(scratch.folder)/po", "--format", "text"]
    )
    for line in ["es_MX.po: not there", "es_419.po: not there", "es.po: found, but with faults"] {
      #expect(run.out.contains(line), "\(run.out)")
    }
  }

  @Test func `tells programs the same`() throws {
    let run = try explain(["--format", "json"], ["LC_ALL": "de_AT.UTF-8", "LANGUAGE": "es"])
    #expect(run.out.hasPrefix(#"{"language":"es","reason":"variable","variable":"LANGUAGE","#))
    #expect(run.out.contains(#""chain":["es","de"]"#))
    #expect(run.out.contains("/Localization/de_AT.po\",\"found\":false"))
  }

  @Test func `speaks no language that names none`() throws {
    let run = try explain(["--lang", "../../etc/passwd"])
    #expect(run.status == 0)
    #expect(run.out.contains("“../../etc/passwd” names no language."), "\(run.out)")
    #expect(run.out.contains("The language is en."))
  }
}
