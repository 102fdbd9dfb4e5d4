import MessageCatalogs
import Testing

@Suite("A catalog read in full")
struct CatalogDocumentTests {
  private func entry(_ text: String) throws -> CatalogEntry {
    try #require(CatalogDocument(bytes: sample(text)).entries.last)
  }

  @Test(arguments: [
    (#""a\tb\n""#, "a\tb\n"), (#""\101\x4142""#, "AB"), (#""\7x\1018""#, "\u{07}xA8"),
    (#""\303\244""#, "ä"), (#""\303" "\244""#, "ä"), (#""\\n\"""#, "\\n\""), ("\"a\\\nb\"", "ab"),
    ("\"a\\\\\nn\"", "a\n"), (#""" "a" "" "b""#, "ab"), ("\"a\"\n\n  \"b\"", "ab"), (#""""#, ""),
    ("\"\\\n\"", ""), ("\"ä\u{85}\u{2028}€\"", "ä\u{85}\u{2028}€"),
    (#""\a\b\f\v\r""#, "\u{07}\u{08}\u{0C}\u{0B}\r"),
  ])
  func `reads strings as C does`(written: String, text: String) throws {
    let entry = try entry("msgid \"id\"\nmsgstr \(written)\n")
    #expect(entry.forms.map { Array($0.unicodeScalars) } == [Array(text.unicodeScalars)])
  }

  @Test func `keeps everything that an entry says`() throws {
    let text = """
      # by hand
      #. Label of a field
      #: Wizards/visit.yaml
      #, fuzzy, python-brace-format
      #= sticky
      #| msgctxt "old place"
      #| msgid "Old"
      #| "er"
      #| msgid_plural "Olds"
      msgctxt "place"
      msgid "One"
      msgid_plural "Many"
      msgstr[0] "Eins"
      msgstr[1] ""
      "Viele"
      """
    let entry = try entry(text)
    #expect(entry.comments.map(\.kind) == [.translator, .extracted, .reference, .flags, .flags])
    #expect(entry.comments.map(\.text).prefix(2) == ["by hand", "Label of a field"])
    #expect(entry.flags == ["fuzzy", "python-brace-format", "sticky"])
    #expect(entry.isFuzzy)
    #expect(entry.previous?.context == "old place")
    #expect(entry.previous?.id == "Older")
    #expect(entry.previous?.plural == "Olds")
    #expect(entry.context == "place")
    #expect(entry.id == "One")
    #expect(entry.plural == "Many")
    #expect(entry.forms == ["Eins", "Viele"])
    #expect([entry.place.line, entry.place.column] == [14, 1])
    #expect(entry.formPlaces.map(\.line) == [16, 17])
  }

  @Test(arguments: [
    "# c\nmsgid \"a\"\nmsgstr \"b\"", "#~ msgid \"a\"\n#~ msgstr \"b\"",
    "#| msgid \"o\"\nmsgid \"a\"\nmsgstr \"b\"",
    "#~ # c\n#~| msgid \"o\"\n#~ msgid \"a\"\n#~ msgstr \"b\"", "msgid \"a\"\nmsgstr \"b\"\n\"c\"",
  ])
  func `knows the bytes of an entry`(text: String) throws {
    let document = CatalogDocument(bytes: sample("\n" + text + "\n\n# behind\n"))
    let entry = try #require(document.entries.last)
    #expect(String(decoding: document.bytes[entry.bytes], as: UTF8.self) == text)
    let trailing = try #require(document.trailingComments)
    #expect(String(decoding: document.bytes[trailing], as: UTF8.self) == "# behind")
  }

  @Test(arguments: [
    ("iso-8859-1", [0xE4, 0xA4], "ä¤"), ("ISO-8859-15", [0xE4, 0xA4], "ä€"),
    ("cp1252", [0xE4, 0x80], "ä€"),
    ("windows-1252", [0x84, 0x93], "„“"), ("UTF-8", [0xC3, 0xA4], "ä"),
  ])
  func `reads the encoding that the header names`(charset: String, bytes: [Int], text: String) {
    let raw = bytes.map(UInt8.init)
    let start =
      Array("# ".utf8) + raw + Array("\nmsgid \"\"\nmsgstr \"Last-Translator: ".utf8) + raw
      + Array("\\nContent-Type: text/plain; charset=\(charset)\\n\"\nmsgid \"".utf8)
    let file = start + raw + Array("\"\nmsgstr \"".utf8) + raw + Array("\"\n".utf8)
    let catalog = MessageCatalog(bytes: file)
    #expect(catalog.faults == [])
    #expect(catalog.text(text) == text)
    #expect(catalog.header?["last-translator"] == text)
    #expect(CatalogDocument(bytes: file).entries.first?.comments.first?.text == text)
  }

  @Test func `refuses a byte that Windows-1252 leaves open`() {
    let header =
      "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=cp1252\\n\"\nmsgid \"a\" msgstr \""
    let catalog = MessageCatalog(bytes: Array(header.utf8) + [0x81] + Array("\"".utf8))
    #expect(catalog.faults == [CatalogFault(.invalidBytes, line: 3, column: 19)])
    #expect(catalog.text("a") == nil)
  }

  @Test(arguments: [
    ("", 0, 0, 0), ("msgid \"a\" msgstr \"b\"", 1, 0, 0), ("msgid \"a\" msgstr \"\"", 0, 0, 1),
    ("#, fuzzy\nmsgid \"a\" msgstr \"b\"", 0, 1, 0),
    ("#! fuzzy\nmsgid \"a\" msgstr \"b\"", 0, 1, 0),
    ("#, no-wrap fuzzy\nmsgid \"a\" msgstr \"b\"", 0, 1, 0),
    ("#, FUZZY\nmsgid \"a\" msgstr \"b\"", 1, 0, 0),
    ("#, fuzzy\nmsgid \"a\" msgstr \"\"", 0, 0, 1), ("#~ msgid \"a\"\n#~ msgstr \"b\"", 0, 0, 0),
    ("#, fuzzy\n#~ msgid \"a\"\n#~ msgstr \"b\"\nmsgid \"c\" msgstr \"d\"", 1, 0, 0),
    ("msgid \"a\" msgid_plural \"b\" msgstr[0] \"\" msgstr[1] \"x\"", 0, 0, 1),
    ("msgid \"a\" msgid_plural \"b\" msgstr[0] \"x\" msgstr[1] \"\"", 1, 0, 0),
    ("msgctxt \"c\"\nmsgid \"\" msgstr \"x\"", 1, 0, 0),
    // gettext 0.21 takes `#=` for a comment; it is the second line of flags since 2025.
    ("#= fuzzy\nmsgid \"a\" msgstr \"b\"", 0, 1, 0),
  ])
  func `counts as msgfmt does`(entries: String, translated: Int, fuzzy: Int, untranslated: Int) {
    let statistics = MessageCatalog(bytes: sample(entries)).statistics
    #expect(
      [statistics.translated, statistics.fuzzy, statistics.untranslated] == [
        translated, fuzzy, untranslated,
      ]
    )
    #expect(CatalogDocument(bytes: sample(entries)).statistics == statistics)
  }

  @Test func `counts an empty header as untranslated, as msgfmt does`() {
    #expect(
      MessageCatalog(bytes: Array("msgid \"\"\nmsgstr \"\"\n".utf8)).statistics.untranslated == 1
    )
  }
}
