import MessageCatalogs
import Testing

@Suite("A catalog at run time")
struct MessageCatalogTests {
  private let catalog = MessageCatalog(
    bytes: sample(
      """
      msgid "Name"
      msgstr "Name (allgemein)"
      msgctxt "visit/name/label"
      msgid "Name"
      msgstr "Name des Besuchers"
      msgctxt ""
      msgid "Name"
      msgstr "leerer Kontext"
      msgid ""
      "Two\\n"
      "lines"
      msgstr "Zwei\\n"
      "Zeilen"
      #, fuzzy
      msgid "Doubtful"
      msgstr "Zweifelhaft"
      msgid "Empty"
      msgstr ""
      #~ msgid "Gone"
      #~ msgstr "Weg"
      msgid "Broken"
      msgstr "Kap\\utt"
      msgid "One file"
      msgid_plural "{count} files"
      msgstr[0] "Eine Datei"
      msgstr[1] "{count} Dateien"
      msgid "One gap"
      msgid_plural "{count} gaps"
      msgstr[0] "Eine Lücke"
      msgstr[1] ""
      """
    )
  )

  @Test(arguments: [
    ("Name", nil, "Name (allgemein)"), ("Name", "visit/name/label", "Name des Besuchers"),
    ("Name", "", "leerer Kontext"), ("Name", "elsewhere", nil), ("Two\nlines", nil, "Zwei\nZeilen"),
    ("Doubtful", nil, nil), ("Empty", nil, nil), ("Gone", nil, nil), ("Broken", nil, nil),
    ("", nil, nil), ("One file", nil, "Eine Datei"), ("visit/name/label\u{04}Name", nil, nil),
  ])
  func `finds what may be shown`(id: String, context: String?, text: String?) {
    #expect(catalog.text(id, context: context) == text)
  }

  @Test(arguments: [
    ("One file", 0, "{count} Dateien"), ("One file", 1, "Eine Datei"),
    ("One file", 2, "{count} Dateien"),
    ("One gap", 1, "Eine Lücke"), ("One gap", 2, nil), ("Name", 7, "Name (allgemein)"),
  ])
  func `finds the form of a count`(id: String, count: UInt64, text: String?) {
    #expect(catalog.text(id, count: count) == text)
  }

  @Test func `stays usable around a fault`() {
    #expect(catalog.faults.map(\.reason) == [.invalidEscape("u")])
    #expect(catalog.text("One file") == "Eine Datei")
  }

  @Test func `finds the first of two, unless that one is obsolete`() {
    let twice = MessageCatalog(
      bytes: sample(
        "#~ msgid \"a\"\n#~ msgstr \"alt\"\nmsgid \"a\" msgstr \"neu\"\nmsgid \"a\" msgstr \"dritt\""
      )
    )
    #expect(twice.text("a") == "neu")
    #expect(twice.faultCount == 2)
  }

  @Test func `finds each of many`() {
    let ids = (0..<3000).map { "Message number \($0)" }
    let catalog = MessageCatalog(
      bytes: sample(ids.map { "msgid \"\($0)\"\nmsgstr \"<\($0)>\"\n" }.joined())
    )
    #expect(ids.allSatisfy { catalog.text($0) == "<\($0)>" })
    #expect(catalog.statistics.translated == 3000)
  }

  @Test func `speaks English plurals without a rule of its own`() {
    let text =
      "msgid \"\"\nmsgstr \"Language: de\\n\"\nmsgid \"a\" msgid_plural \"b\" msgstr[0] \"x\" msgstr[1] \"y\""
    let catalog = MessageCatalog(bytes: Array(text.utf8))
    #expect(catalog.pluralFault == nil)
    #expect([0, 1, 2].map { catalog.text("a", count: $0) } == ["y", "x", "y"])
  }
}

@Suite("The bytes of a catalog")
struct CatalogBytesTests {
  /// How a text is written, and what it is then; every byte that is read in its own way is there.
  private static let spellings = [
    ("\\n", "\n"), ("\\\"", "\""), ("\\\\", "\\"), ("\\\n", ""), ("\\101", "A"), ("\t", "\t"),
    ("é", "é"), ("😀", "😀"), (" ", " "), ("!", "!"), ("#", "#"), ("[", "["), ("]", "]"),
    ("~", "~"), ("\u{7F}", "\u{7F}"), ("\u{1F}", "\u{1F}"),
  ]

  @Test(arguments: spellings)
  func `are read alike at any place in a text`(written: String, meant: String) {
    for count in 0..<20 {
      let (before, after) = (String(repeating: "a", count: count), String(repeating: "b", count: 9))
      let file = "msgid \"k\"\nmsgstr \"\(before)\(written)\(after)\(written)\"\n"
      let catalog = MessageCatalog(bytes: sample(file))
      #expect(catalog.text("k") == before + meant + after + meant)
      #expect(catalog.faults.isEmpty)
    }
  }

  @Test func `end a text or a comment at any place`() {
    for count in 0..<20 {
      let text = String(repeating: "a", count: count)
      for written in ["\(text)\u{0}", "\(text)\u{4}", "\(text)\n"] {
        let file = "msgid \"k\"\nmsgstr \"\(written)\"\nmsgid \"l\"\nmsgstr \"L\"\n"
        let catalog = MessageCatalog(bytes: sample(file))
        #expect(catalog.text("k") == nil)
        #expect(catalog.faultCount > 0)
      }
      for comment in ["#\(text)\n", "#\(text)\\\n \"\(text)\n"] {
        let catalog = MessageCatalog(bytes: sample(comment + "msgid \"k\"\nmsgstr \"K\"\n"))
        #expect(catalog.text("k") == "K")
        #expect(catalog.faults.isEmpty)
      }
    }
  }
}

@Suite("A chain of catalogs")
struct TranslationsTests {
  private let translations = Translations([
    (
      "de_AT",
      MessageCatalog(
        bytes: sample("msgid \"January\" msgstr \"Jänner\"\nmsgid \"May\" msgstr \"\"")
      )
    ),
    (
      "de",
      MessageCatalog(
        bytes: sample(
          "msgid \"January\" msgstr \"Januar\"\nmsgid \"May\" msgstr \"Mai\"\nmsgid \"{count} day\" msgid_plural \"{count} days\" msgstr[0] \"{count} Tag\" msgstr[1] \"{count} Tage\""
        )
      )
    ),
  ])

  @Test(arguments: [("January", "Jänner", "de_AT"), ("May", "Mai", "de"), ("June", "June", nil)])
  func `asks each message anew`(id: String, text: String, language: String?) {
    #expect(translations.answer(id).text == text)
    #expect(translations.answer(id).language == language)
    #expect(translations.text(id) == text)
  }

  @Test func `falls back to the English forms`() {
    #expect(translations.text("{count} day", plural: "{count} days", count: 2) == "{count} Tage")
    #expect(Translations().text("{count} day", plural: "{count} days", count: 1) == "{count} day")
    #expect(Translations().text("{count} day", plural: "{count} days", count: 0) == "{count} days")
  }
}
