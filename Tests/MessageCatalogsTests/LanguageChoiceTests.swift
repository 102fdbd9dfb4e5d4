import MessageCatalogs
import Testing

@Suite("A language's name")
struct LanguageTagTests {
  @Test(arguments: [
    ("de", ["de"]), ("de_AT", ["de_AT", "de"]), ("de-AT", ["de_AT", "de"]),
    ("DE_at.UTF-8", ["de_AT", "de"]),
    ("de_AT.UTF-8@euro", ["de_AT@euro", "de_AT", "de@euro", "de"]),
    ("es_MX", ["es_MX", "es_419", "es"]), ("es_ES", ["es_ES", "es"]), ("es-419", ["es_419", "es"]),
    ("pt_AO", ["pt_AO", "pt_PT", "pt"]), ("pt_BR", ["pt_BR", "pt"]),
    ("en_GB", ["en_GB", "en_001", "en"]),
    ("en_US", ["en_US", "en"]), ("en_DE", ["en_DE", "en_150", "en_001", "en"]),
    ("nb_NO", ["nb_NO", "nb", "no"]),
    ("zh-Hant-TW", ["zh_Hant_TW", "zh_Hant", "zh_TW"]), ("zh_TW", ["zh_TW", "zh_Hant"]),
    ("zh_HK", ["zh_HK", "zh_Hant_HK", "zh_Hant"]), ("zh_CN", ["zh_CN", "zh_Hans", "zh"]),
    ("sr-Latn-RS", ["sr_Latn_RS", "sr_Latn", "sr@latin", "sr_RS", "sr"]),
    ("sr@latin", ["sr@latin", "sr"]),
    ("ca_ES@valencia", ["ca_ES@valencia", "ca_ES", "ca@valencia", "ca"]),
    ("de-AT-1996", ["de_AT", "de"]),
    ("de-1996", ["de"]), ("ca-valencia", ["ca"]), ("de-AT-u-co-phonebk", ["de_AT", "de"]),
  ])
  func `leads to its catalogs`(name: String, candidates: [String]) throws {
    let tag = try #require(LanguageTag(name))
    #expect(tag.candidates == candidates)
  }

  @Test(arguments: [
    "", "C", "d", "de_", "de_AUT", "../../etc/passwd", "de/AT", "de AT", "de@", "de_AT@../x", "日本",
    "de_A1", String(repeating: "a", count: 100), "_AT", "de__AT", "a\u{00}b",
  ])
  func `is refused where it names no language`(name: String) {
    #expect(LanguageTag(name) == nil)
  }
}

@Suite("The choice of a language")
struct LanguageChoiceTests {
  private static let available: Set<String> = ["de", "de_AT", "es", "pt_PT"]

  struct Row: Sendable, CustomTestStringConvertible {
    let option: String?
    let environment: [String: String]
    let chain: [String]
    let reason: LanguageChoice.Reason
    var isFallback = false
    var testDescription: String { "\(option ?? "") \(environment)" }
  }

  static let rows: [Row] = [
    Row(option: nil, environment: [:], chain: [], reason: .nothingSet),
    Row(option: "", environment: ["LANG": ""], chain: [], reason: .nothingSet),
    Row(option: "es", environment: ["LANG": "de_DE.UTF-8"], chain: ["es"], reason: .option),
    Row(option: "de-AT", environment: [:], chain: ["de_AT", "de"], reason: .option),
    Row(option: "fr", environment: ["LANG": "de"], chain: [], reason: .option, isFallback: true),
    Row(option: "en", environment: ["LANG": "de"], chain: [], reason: .option),
    Row(option: "C", environment: ["LANG": "de"], chain: [], reason: .option),
    Row(option: "!", environment: [:], chain: [], reason: .option, isFallback: true),
    Row(
      option: nil,
      environment: ["ALTA_LANG": "es", "LC_ALL": "de"],
      chain: ["es"],
      reason: .variable("ALTA_LANG")
    ),
    Row(option: "de", environment: ["ALTA_LANG": "es"], chain: ["de"], reason: .option),
    Row(
      option: nil,
      environment: ["ALTA_LANG": "", "LANG": "de"],
      chain: ["de"],
      reason: .variable("LANG")
    ),
    Row(
      option: nil,
      environment: ["LANG": "de_DE.UTF-8"],
      chain: ["de"],
      reason: .variable("LANG")
    ),
    Row(
      option: nil,
      environment: ["LANG": "de_AT"],
      chain: ["de_AT", "de"],
      reason: .variable("LANG")
    ),
    Row(
      option: nil,
      environment: ["LANG": "de_AT@euro"],
      chain: ["de_AT", "de"],
      reason: .variable("LANG")
    ),
    Row(
      option: nil,
      environment: ["LC_MESSAGES": "es_ES", "LANG": "de"],
      chain: ["es"],
      reason: .variable("LC_MESSAGES")
    ),
    Row(
      option: nil,
      environment: ["LC_ALL": "de", "LC_MESSAGES": "es", "LANG": "es"],
      chain: ["de"],
      reason: .variable("LC_ALL")
    ),
    Row(
      option: nil,
      environment: ["LC_ALL": "", "LANG": "es"],
      chain: ["es"],
      reason: .variable("LANG")
    ),
    Row(
      option: nil,
      environment: ["LC_CTYPE": "de", "LC_NUMERIC": "de"],
      chain: [],
      reason: .nothingSet
    ),
    Row(option: nil, environment: ["LANG": "C"], chain: [], reason: .plainLocale("LANG")),
    Row(
      option: nil,
      environment: ["LC_ALL": "POSIX", "LANG": "de"],
      chain: [],
      reason: .plainLocale("LC_ALL")
    ),
    Row(
      option: nil,
      environment: ["LC_ALL": "C.UTF-8", "LANGUAGE": "de"],
      chain: [],
      reason: .plainLocale("LC_ALL")
    ),
    Row(option: nil, environment: ["LANGUAGE": "de"], chain: [], reason: .nothingSet),
    Row(
      option: nil,
      environment: ["LANG": "es_ES", "LANGUAGE": "de"],
      chain: ["de", "es"],
      reason: .variable("LANGUAGE")
    ),
    Row(
      option: nil,
      environment: ["LC_ALL": "es_ES", "LANGUAGE": "fr:de"],
      chain: ["de", "es"],
      reason: .variable("LANGUAGE"),
      isFallback: true
    ),
    Row(
      option: nil,
      environment: ["LANG": "es", "LANGUAGE": "en:de"],
      chain: [],
      reason: .variable("LANGUAGE")
    ),
    Row(
      option: nil,
      environment: ["LANG": "es", "LANGUAGE": "de:en"],
      chain: ["de"],
      reason: .variable("LANGUAGE")
    ),
    Row(
      option: nil,
      environment: ["LANG": "es", "LANGUAGE": "C"],
      chain: [],
      reason: .variable("LANGUAGE")
    ),
    Row(
      option: nil,
      environment: ["LANG": "es", "LANGUAGE": ""],
      chain: ["es"],
      reason: .variable("LANG")
    ),
    Row(
      option: nil,
      environment: ["LANG": "es", "LANGUAGE": "::de_AT::"],
      chain: ["de_AT", "de", "es"],
      reason: .variable("LANGUAGE")
    ),
    Row(
      option: nil,
      environment: ["LANG": "de", "LANGUAGE": "de_AT:de"],
      chain: ["de_AT", "de"],
      reason: .variable("LANGUAGE")
    ),
    Row(option: nil, environment: ["LANG": "en_US.UTF-8"], chain: [], reason: .variable("LANG")),
    Row(
      option: nil,
      environment: ["LANG": "fr_FR"],
      chain: [],
      reason: .variable("LANG"),
      isFallback: true
    ),
    Row(option: nil, environment: ["LANG": "es_MX"], chain: ["es"], reason: .variable("LANG")),
    Row(option: nil, environment: ["LANG": "pt_AO"], chain: ["pt_PT"], reason: .variable("LANG")),
    Row(
      option: nil,
      environment: ["LANG": "pt_BR"],
      chain: [],
      reason: .variable("LANG"),
      isFallback: true
    ),
    Row(
      option: nil,
      environment: ["LANG": "../de"],
      chain: [],
      reason: .variable("LANG"),
      isFallback: true
    ),
  ]

  @Test(arguments: rows)
  func `follows option, variables and catalogs`(row: Row) {
    let choice = LanguageChoice(
      option: row.option,
      environment: row.environment,
      available: Self.available
    )
    #expect(choice.chain == row.chain)
    #expect(choice.reason == row.reason)
    #expect(choice.isFallback == row.isFallback)
    #expect(choice.language == row.chain.first ?? "en")
  }

  @Test func `asks an English catalog where there is one`() {
    let choice = LanguageChoice(
      option: "en_GB",
      environment: [:],
      available: ["en_GB", "en", "de"]
    )
    #expect(choice.chain == ["en_GB", "en"])
  }

  @Test func `tells what it looked for`() {
    let choice = LanguageChoice(option: "es-MX", environment: [:], available: Self.available)
    #expect(choice.requests.map(\.text) == ["es-MX"])
    #expect(choice.requests[0].candidates == ["es_MX", "es_419", "es"])
    #expect(choice.requests[0].found == ["es"])
  }
}
