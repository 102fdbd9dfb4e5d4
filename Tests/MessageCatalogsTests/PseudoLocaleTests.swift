import Testing

@testable import MessageCatalogs

@Suite("A pseudo-locale")
struct PseudoLocaleTests {
  @Test(
    arguments: [
      ("Next", "[Ñéẋţ~~~~~~~]"), ("Save changes", "[Šáṽé çĥáñĝéš óñé ţŵó ţĥŕéé]"),
      ("Step {step} of {count}", "[Šţéþ {step} óƒ {count} óñé ţŵó ţĥŕéé]"),
      (" x ", " [ẋ~] "), ("", ""), ("  ", "  "), ("a {{b}} c", "[á {{b}} ç óñé ţŵó ţĥŕéé]"),
    ]
  )
  func `of accents keeps placeholders, braces and outer spaces`(text: String, expected: String) {
    #expect(PseudoLocale.accented.text(text, context: nil) == expected)
  }

  @Test(arguments: [
    ("Add --yes, or “confirm: yes” to it", ["--yes,", "“confirm: yes”"]),
    ("?  help   :review  check", [":review"]),
    ("For example https://example.com/x or a@b.de", ["https://example.com/x", "a@b.de"]),
  ])
  func `of accents keeps what a person would type`(text: String, kept: [String]) {
    let shown = PseudoLocale.accented.text(text, context: nil)
    for part in kept { #expect(shown.utf8.containsWord(part), "\(shown)") }
  }

  @Test(arguments: [(3, 3.25), (8, 2.12), (15, 1.85), (30, 1.7), (60, 1.52), (300, 1.39)])
  func `of accents is as long as translations become`(count: Int, factor: Double) {
    let words = String(repeating: "abcd ", count: count / 5 + 1)
    let text = String(words.prefix(count - 1)) + "x"
    let shown = PseudoLocale.accented.text(text, context: nil)
    #expect(shown.count >= Int(Double(count) * factor))
    #expect(shown.count <= Int(Double(count) * factor) + 8)
  }

  @Test func `of keys says where a message stands, and keeps its placeholders`() {
    let keys = PseudoLocale.keys
    #expect(keys.text("Name", context: "visit/one/name/label") == "visit/one/name/label")
    #expect(
      keys.text("{first} {last}", context: "visit/list/item") == "visit/list/item {first} {last}"
    )
    #expect(keys.text("Next", context: "alta/form") == "alta/form|Next")
    #expect(keys.text("Next", context: nil) == "Next")
  }

  @Test(arguments: [
    ("en-XA", "en_XA"), ("en_XA.UTF-8", "en_XA"), ("EN-xa", "en_XA"), ("xx-KEY", "xx_KEY"),
    ("xx_key", "xx_KEY"),
  ])
  func `is chosen by its name, without a file`(name: String, language: String) {
    for (option, environment) in [(name, [:]), (nil, ["LANG": name])] {
      let choice = LanguageChoice(option: option, environment: environment, available: ["de"])
      #expect(choice.chain == [language])
      #expect(!choice.isFallback)
    }
  }

  @Test(arguments: ["en", "en-GB", "xx", "en-XA-x", "", "e", "xx-KE"])
  func `is no other language`(name: String) {
    #expect(PseudoLocale(named: name) == nil)
  }

  @Test func `counts as English does and leaves forms alone`() {
    let form = SourceMessage(context: "c", id: "YYYY-MM-DD")
    let translations = Translations(.accented, keeping: [form])
    #expect(translations.text("YYYY-MM-DD", context: "c") == "YYYY-MM-DD")
    #expect(translations.text("YYYY-MM-DD", context: "d") != "YYYY-MM-DD")
    let one = translations.text("{count} day", plural: "{count} days", count: 1, context: "c")
    let two = translations.text("{count} day", plural: "{count} days", count: 2, context: "c")
    #expect(one.hasPrefix("[{count} đáý") && !one.hasPrefix("[{count} đáýš"))
    #expect(two.hasPrefix("[{count} đáýš"))
  }
}
