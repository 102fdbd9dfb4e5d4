import MessageCatalogs
import Testing

/// Every row was put to msgfmt 0.21; where alta is stricter, or milder, the row says so.
@Suite("The judgement of a catalog")
struct CatalogVerdictTests {
  @Test(arguments: [
    #"msgid "a" msgstr "x""#,
    #"msgid"a"msgstr"x""#,
    "msgid\n\n\"a\"\n\"b\"\n\n   msgstr \"x\"",
    "\u{0C}\u{0B} msgid \"a\"\r msgstr \"b\"\n",
    "msg\\\nid \"a\"\nmsgstr \"b\"",
    "msgid \"a\\\nb\"\nmsgstr \"c\"",
    "msgid \"a\rb\tc\u{85}\u{2028}\"\nmsgstr \"c\"",
    "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[00] \"x\"\nmsgstr [ 01 ] \"y\"",
    "#| msgid \"old\"\nmsgid \"a\"\nmsgstr \"b\"",
    "#| msgctxt \"c\"\n#| msgid \"old\"\n#| msgid_plural \"olds\"\nmsgid \"a\"\nmsgstr \"b\"",
    "#~| msgid \"old\"\n#~ msgid \"a\"\n#~ msgstr \"b\"",
    "#~ # why\n#~ msgid \"a\"\n#~ msgstr \"b\"",
    "# \u{04}\nmsgid \"a\"\nmsgstr \"b\"",
    "#text\n#,fuzzy,x\nmsgid \"a\"\nmsgstr \"b\"\n# the end",
    "msgctxt \"\"\nmsgid \"\"\nmsgstr \"x\"",
    "msgctxt \"c\"\nmsgid \"a\"\nmsgstr \"x\"\nmsgid \"a\"\nmsgstr \"y\"",
    "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[1] \"\"",
    #"msgid "\101\x4142\a\b\f\v\\\"\777" msgstr "\303\244""#.replacing(#"\777"#, with: ""),
    "#, fuzzy\n",
  ])
  func `finds no fault in what msgfmt takes`(entries: String) {
    #expect(MessageCatalog(bytes: sample(entries)).faults == [])
  }

  @Test(arguments: [
    ("msgid \"a\nmsgstr \"b\"", CatalogFault.Reason.endOfLineInString, 4, 7),
    ("msgid \"a", .endOfFileInString, 4, 7),
    (#"msgid "a\q" msgstr "b""#, .invalidEscape("q"), 4, 10),
    (#"msgid "a\'" msgstr "b""#, .invalidEscape("'"), 4, 10),
    (#"msgid "ä\u00e4" msgstr "b""#, .invalidEscape("u"), 4, 10),
    (#"msgid "a" msgstr "\xg""#, .invalidEscape("g"), 4, 21),
    (#"msgid "a" msgstr "\8""#, .invalidEscape("8"), 4, 20),
    (#"msgid "a\004b" msgstr "c""#, .separatorInString, 4, 9),
    ("msgid \"a\u{04}\" msgstr \"c\"", .separatorInString, 4, 9),
    ("foo \"a\"\nmsgid \"x\" msgstr \"y\"", .unknownKeyword("foo"), 4, 1),
    ("MSGID \"a\" msgstr \"y\"", .unknownKeyword("MSGID"), 4, 1),
    ("msgid \"a\"\nmsgstrr \"b\"", .missingTranslation, 4, 1),
    ("msgid \"a\"\n# c\nmsgstr \"b\"", .missingTranslation, 4, 1),
    ("msgid\u{A0}\"a\" msgstr \"b\"", .unexpected("\u{A0}"), 4, 6),
    ("msgid \"a\";\nmsgstr \"b\"", .missingTranslation, 4, 1),
    ("msgctxt \"a\"\nmsgstr \"b\"", .unexpected("msgstr"), 5, 1),
    ("msgid \"a\"\nmsgstr \"b\"\nmsgstr \"c\"", .unexpected("msgstr"), 6, 1),
    ("msgid\nmsgstr \"x\"", .unexpected("msgstr"), 5, 1),
    ("msgid \"a\"\nmsgstr[0] \"x\"", .missingPlural, 4, 1),
    ("msgid \"a\"\nmsgid_plural \"b\"", .missingForms, 4, 1),
    ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"x\"", .unexpected("\"x\""), 6, 8),
    ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"x\"", .formOutOfOrder(expected: 0), 6, 1),
    (
      "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"x\"\nmsgstr[2] \"y\"",
      .formOutOfOrder(expected: 1), 7, 1
    ),
    (
      "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[99999999999999999999] \"x\"",
      .formOutOfOrder(expected: 0), 6, 1
    ),
    ("msgid \"a\" msgid_plural \"b\" msgstr[-1] \"x\"", .unexpected("-"), 4, 35),
    ("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"b\"", .duplicate(firstLine: 4), 7, 1),
    ("msgid \"a\"\nmsgstr \"b\"\n#~ msgid \"a\"\n#~ msgstr \"c\"", .duplicate(firstLine: 4), 6, 4),
    ("msgid \"a\" msgstr \"b\"\nmsgid \"\" \"\\141\" msgstr \"\"", .duplicate(firstLine: 4), 5, 1),
    (sampleHeader, .duplicate(firstLine: 1), 4, 1),
    ("#~ msgid \"a\"\nmsgstr \"b\"", .partlyObsolete, 5, 1),
    ("msgid \"a\"\n#~ msgstr \"b\"", .partlyObsolete, 5, 4),
    ("#~ msgid \"a\"\n#~ msgstr \"b\"\n\"c\"", .partlyObsolete, 6, 1),
    ("#~| msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"", .partlyObsolete, 5, 1),
    ("#| msgctxt \"a\"\nmsgid \"b\"\nmsgstr \"c\"", .unexpected("msgid"), 5, 1),
    ("#| msgid \"a\"\n", .unexpected(""), 5, 1),
    ("#| msgid \"a\"\n#, fuzzy\nmsgid \"b\" msgstr \"c\"", .unexpected("#, fuzzy"), 5, 1),
    ("#| msgstr \"a\"\nmsgid \"b\" msgstr \"c\"", .unknownKeyword("msgstr"), 4, 4),
    ("msgid \"a\" msgstr \"b\"\n\\", .unexpected("\\"), 5, 1),
    // Stricter than msgfmt, which cuts the text off at U+0000 and writes one file for each domain.
    (#"msgid "a" msgstr "c\000d""#, .nullInString, 4, 20),
    ("msgid \"a\" msgstr \"c\u{00}d\"", .nullInString, 4, 20),
    ("domain \"x\"\nmsgid \"a\" msgstr \"c\"", .domain("x"), 4, 1),
    (#"msgid "a" msgstr "\xe4""#, .invalidBytes, 4, 18),
  ])
  func `names fault, line and column`(
    entries: String,
    reason: CatalogFault.Reason,
    line: Int,
    column: Int
  ) {
    let catalog = MessageCatalog(bytes: sample(entries))
    #expect(catalog.faults.first == CatalogFault(reason, line: line, column: column))
  }

  @Test(arguments: [
    [0xE4], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
  ])
  func `refuses bytes that are not UTF-8 in a string and lets them be in a comment`(bytes: [Int]) {
    let wrong = bytes.map(UInt8.init)
    let text = sample("msgid \"a\"\nmsgstr \"") + wrong + Array("\"\n".utf8)
    let fault = CatalogFault(.invalidBytes, line: 5, column: 9)
    #expect(MessageCatalog(bytes: text).faults.first == fault)
    let comment = sample("# ") + wrong + Array("\nmsgid \"a\"\nmsgstr \"b\"\n".utf8)
    #expect(MessageCatalog(bytes: comment).faults == [])
  }

  @Test func `takes a byte order mark and reports it`() {
    let catalog = MessageCatalog(bytes: [0xEF, 0xBB, 0xBF] + sample("msgid \"a\" msgstr \"b\""))
    #expect(catalog.faults == [CatalogFault(.byteOrderMark, line: 1, column: 1)])
    #expect(catalog.faults.map(\.isWarning) == [true])
    #expect(catalog.text("a") == "b")
  }

  @Test func `reports line endings that change`() {
    let catalog = MessageCatalog(bytes: sample("msgid \"a\"\r\nmsgstr \"b\"\r\n"))
    #expect(catalog.faults == [CatalogFault(.mixedLineEndings, line: 4, column: 10)])
    let windows = sampleHeader.replacing("\n", with: "\r\n") + "msgid \"a\"\r\nmsgstr \"b\"\r\n"
    #expect(MessageCatalog(bytes: Array(windows.utf8)).faults == [])
    #expect(CatalogDocument(bytes: Array(windows.utf8)).usesCRLF)
  }

  @Test func `keeps a hundred faults and counts the others`() {
    let catalog = MessageCatalog(bytes: sample(String(repeating: "msgid \"a\"\n", count: 300)))
    #expect(catalog.faults.count == 100)
    #expect(catalog.faultCount == 300)
  }

  @Test func `names the encoding that it does not read`() {
    let text = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=KOI8-R\\n\"\n"
    let catalog = MessageCatalog(bytes: Array(text.utf8))
    #expect(catalog.faults == [CatalogFault(.unknownEncoding("KOI8-R"), line: 2, column: 8)])
  }

  @Test func `refuses more bytes than it may read`() {
    let catalog = MessageCatalog(bytes: sample(""), sizeLimit: 10)
    #expect(catalog.faults.map(\.reason) == [.tooLarge(limit: 10)])
    #expect(catalog.header == nil)
  }
}
