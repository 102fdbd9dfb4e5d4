import MessageCatalogs
import Testing

private let header = """
  msgid ""
  msgstr ""
  "POT-Creation-Date: 2026-01-01 00:00+0000\\n"
  "PO-Revision-Date: 2026-01-01 00:00+0000\\n"
  "Language: de\\n"
  "Content-Type: text/plain; charset=UTF-8\\n"
  "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

  """

private func message(_ context: String?, _ id: String, plural: String? = nil) -> SourceMessage {
  SourceMessage(context: context, id: id, plural: plural)
}

private func entry(_ context: String, _ id: String, _ text: String) -> String {
  "msgctxt \"\(context)\"\nmsgid \"\(id)\"\nmsgstr \"\(text)\"\n"
}

/// The entries of the merged file, without its header, and what became of the messages.
private func merge(
  _ entries: String,
  _ messages: [SourceMessage],
  _ change: (inout MergeOptions) -> Void = { _ in }
) throws -> (text: String, kinds: [MergeEvent.Kind]) {
  var options = MergeOptions()
  change(&options)
  let old = header + "\n" + entries
  let merge = try #require(
    CatalogMerge(
      of: Array(old.utf8),
      with: messages,
      options: options,
      date: "2027-02-02 00:00+0000"
    )
  )
  let text = String(decoding: merge.bytes, as: UTF8.self)
  let split = try #require(text.range(of: "Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"))
  return (String(text[split.upperBound...].drop { $0 == "\n" }), merge.events.map(\.kind))
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { firstRange(of: part) }
}

@Suite("A catalog brought up to date")
struct CatalogMergeTests {
  @Test func `keeps every byte where nothing has changed`() throws {
    let entries =
      "# mine\nmsgctxt  \"a/x/label\"\nmsgid \"\"\n \"A\"\nmsgstr\"B\"\n\n\n#~ msgid \"z\"\n#~ msgstr \"Z\"\n# end\n"
    let old = Array((header + "\n" + entries).utf8)
    let merge = try #require(CatalogMerge(of: old, with: [message("a/x/label", "A")], date: "x"))
    #expect(merge.bytes == old)
    #expect(merge.events.isEmpty)
    #expect(merge.keptCount == 1)
  }

  @Test func `asks for another look where the source of a place differs`() throws {
    let (text, kinds) = try merge(
      "# mine\n" + entry("a/x/label", "Old", "Alt"),
      [message("a/x/label", "New")]
    )
    #expect(kinds == [.changed])
    #expect(
      text == """
        # mine
        #, fuzzy
        #| msgctxt "a/x/label"
        #| msgid "Old"
        msgctxt "a/x/label"
        msgid "New"
        msgstr "Alt"

        """
    )
  }

  @Test(arguments: [
    ("Save it", "Save it.", true), ("Save it", "save  it!", true), ("Save it", "Save them", false),
    ("Save {name}", "Save {file}", false),
  ])
  func `trusts minor changes where it is told to`(old: String, new: String, isMinor: Bool) throws {
    let (text, kinds) = try merge(entry("a/x/hint", old, "Sichern"), [message("a/x/hint", new)]) {
      $0.trustsMinor = true
    }
    #expect(kinds == [isMinor ? .minor : .changed])
    #expect(text.contains("fuzzy") == !isMinor)
    #expect(text.contains("msgstr \"Sichern\""))
    let strict = try merge(entry("a/x/hint", old, "Sichern"), [message("a/x/hint", new)])
    #expect(strict.kinds == [.changed])
  }

  @Test func `carries a translation over to where its text stands now`() throws {
    let (text, kinds) = try merge(
      entry("a/x/label", "Name", "Name"),
      [message("a/y/label", "Name")]
    )
    #expect(kinds == [.renamed])
    #expect(text == entry("a/y/label", "Name", "Name"))
  }

  @Test func `carries nothing over to another kind of text`() throws {
    let (text, kinds) = try merge(
      entry("a/b/x/label", "State", "Land"),
      [message("a/b/x/help", "State")]
    )
    #expect(kinds == [.new, .obsolete])
    #expect(
      text
        == "msgctxt \"a/b/x/help\"\nmsgid \"State\"\nmsgstr \"\"\n\n#~ msgctxt \"a/b/x/label\"\n#~ msgid \"State\"\n#~ msgstr \"Land\"\n"
    )
  }

  @Test func `puts new messages where the source has them`() throws {
    let entries = entry("a/1/label", "One", "Eins") + "\n" + entry("a/3/label", "Three", "Drei")
    let (text, kinds) = try merge(
      entries,
      [
        message("a/1/label", "One"), message("a/2/label", "Two"), message("a/2/hint", "Two signs"),
        message("a/3/label", "Three"),
        message("a/4/label", "{count} file", plural: "{count} files"),
      ]
    )
    #expect(kinds == [.new, .new, .new])
    #expect(
      text == entry("a/1/label", "One", "Eins") + "\n" + entry("a/2/label", "Two", "") + "\n"
        + entry("a/2/hint", "Two signs", "") + "\n" + entry("a/3/label", "Three", "Drei") + "\n"
          + """
          #, python-brace-format
          msgctxt "a/4/label"
          msgid "{count} file"
          msgid_plural "{count} files"
          msgstr[0] ""
          msgstr[1] ""

          """
    )
  }

  @Test func `suggests the translation of a similar text only where it is told to`() throws {
    let entries = entry("a/1/label", "Postal code", "Postleitzahl")
    let messages = [message("a/1/label", "Postal code"), message("a/2/label", "Postal codes")]
    #expect(try merge(entries, messages).kinds == [.new])
    let (text, kinds) = try merge(entries, messages) { $0.suggests = true }
    #expect(kinds == [.suggested])
    #expect(text.contains("#, fuzzy\n#| msgctxt \"a/1/label\"\n#| msgid \"Postal code\"\n"))
    #expect(text.hasSuffix(entry("a/2/label", "Postal codes", "Postleitzahl")))
    let other = [message("a/1/label", "Postal code"), message("a/2/help", "Postal codes")]
    #expect(try merge(entries, other) { $0.suggests = true }.kinds == [.new])
  }

  @Test func `keeps what is gone at the end, or removes it`() throws {
    let entries =
      entry("a/1/label", "One", "Eins") + "\n# mine\n#. note\n" + entry("a/2/label", "Two", "Zwei")
      + "\n" + entry("a/3/label", "Three", "")
    let messages = [message("a/1/label", "One")]
    let (text, kinds) = try merge(entries, messages)
    #expect(kinds == [.obsolete, .removed])
    #expect(
      text == entry("a/1/label", "One", "Eins")
        + "\n# mine\n#~ msgctxt \"a/2/label\"\n#~ msgid \"Two\"\n#~ msgstr \"Zwei\"\n"
    )
    let pruned = try merge(entries, messages) { $0.prunes = true }
    #expect(pruned.kinds == [.removed, .removed])
    #expect(pruned.text == entry("a/1/label", "One", "Eins"))
    let again = try merge(text, messages) { $0.prunes = true }
    #expect(again.text == entry("a/1/label", "One", "Eins"))
  }

  @Test func `takes back what is not obsolete any more`() throws {
    let entries =
      entry("a/1/label", "One", "Eins")
      + "\n#~ msgctxt \"a/2/label\"\n#~ msgid \"Two\"\n#~ msgstr \"Zwei\"\n"
    let (text, kinds) = try merge(
      entries,
      [message("a/1/label", "One"), message("a/2/label", "Two")]
    )
    #expect(kinds == [.revived])
    #expect(text == entry("a/1/label", "One", "Eins") + "\n" + entry("a/2/label", "Two", "Zwei"))
  }

  @Test func `brings notes up to date and leaves the rest of an entry alone`() throws {
    let source = SourceMessage(
      context: "a/1/label",
      id: "One",
      comments: ["Label."],
      references: ["Wizards/a.yaml"]
    )
    let (text, kinds) = try merge(
      "# mine\n#. Old\n#, no-wrap\n#| msgid \"o\"\n"
        + "msgctxt \"a/1/label\"\nmsgid  \"One\"\nmsgstr \"\"\n\"Eins\"\n",
      [source]
    )
    #expect(kinds == [.comments])
    #expect(
      text
        == "# mine\n#. Label.\n#: Wizards/a.yaml\n#, no-wrap\n#| msgid \"o\"\nmsgctxt \"a/1/label\"\nmsgid  \"One\"\nmsgstr \"\"\n\"Eins\"\n"
    )
  }

  @Test func `keeps CR LF, and the date unless messages change`() throws {
    let old = (header + "\n" + entry("a/1/label", "One", "Eins")).replacing("\n", with: "\r\n")
    let merge = try #require(
      CatalogMerge(
        of: Array(old.utf8),
        with: [message("a/1/label", "One"), message("a/2/label", "Two")],
        date: "2027"
      )
    )
    let text = String(decoding: merge.bytes, as: UTF8.self)
    #expect(!text.replacing("\r\n", with: "").contains("\n"))
    #expect(text.contains("POT-Creation-Date: 2027\\n"))
    #expect(text.contains("PO-Revision-Date: 2026-01-01"))
  }

  @Test func `leaves a catalog with faults alone`() {
    #expect(CatalogMerge(of: Array("msgid \"a\nmsgstr \"b\"\n".utf8), with: [], date: "") == nil)
    let latin = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n"
    #expect(CatalogMerge(of: Array(latin.utf8), with: [], date: "") == nil)
  }

  @Test func `is the same when it is done again`() throws {
    let entries = entry("a/1/label", "Old", "Alt") + "\n" + entry("a/2/label", "Gone", "Weg")
    let messages = [message("a/1/label", "New"), message("a/3/label", "Fresh")]
    let first = try merge(entries, messages)
    let second = try merge(first.text, messages)
    #expect(second.text == first.text)
    #expect(second.kinds.isEmpty)
  }
}

@Suite("The difference of two catalogs")
struct CatalogDifferenceTests {
  @Test func `is about strings, not about lines`() {
    let old =
      header + "\n" + entry("a", "A", "x") + entry("b", "B", "y") + entry("c", "C", "z")
      + entry("d", "D", "w")
    let new =
      header + "\n#. n\nmsgctxt \"a\"\nmsgid \"\"\n\"A\"\nmsgstr \"x\"\n" + entry("b", "B2", "y")
      + "#, fuzzy\n" + entry("c", "C", "z") + entry("e", "E", "v")
    let found = CatalogDifference.between(Array(old.utf8), Array(new.utf8))
    #expect(found.map(\.kind) == [.source, .state, .added, .removed])
    #expect(found.map(\.context) == ["b", "c", "e", "d"])
    #expect(found.first?.previousID == "B")
    #expect(CatalogDifference.between(Array(old.utf8), Array(old.utf8)).isEmpty)
  }
}

@Suite("A catalog made of the source")
struct CatalogTemplateTests {
  private let messages = [
    message("a/title", "Title"), message("a/b", "{count} file", plural: "{count} files"),
    SourceMessage(
      context: nil,
      id: "Two\nlines \"x\"",
      comments: ["Note."],
      references: ["Wizards/a.yaml"]
    ),
  ]

  @Test(arguments: [
    ("fr", "n > 1", 2), ("ja", "plural=0", 1), ("pl", "n%10>=2", 3), ("ar", "n==0", 6),
    ("cy", "n==6", 6),
  ])
  func `begins a language with its plural rule`(language: String, rule: String, forms: Int) throws {
    let tag = try #require(LanguageTag(language))
    let text = try #require(
      CatalogTemplate.catalog(of: messages, for: tag, version: "1", date: "2026-01-01 00:00+0000")
    )
    #expect(text.contains(rule))
    #expect(text.contains("Language: \(language)\\n"))
    #expect(text.matches(of: /msgstr\[/).count == forms)
    let verdict = CatalogVerdict(of: Array(text.utf8), settings: CheckSettings(language: tag))
    #expect(verdict.findings.allSatisfy { $0.check == .header && $0.severity == .warning })
  }

  @Test func `has a rule for every language that CLDR has integers for, and none for nobody's`()
    throws
  {
    let tag = try #require(LanguageTag("qqq"))
    #expect(CatalogTemplate.catalog(of: messages, for: tag, version: "1", date: "") == nil)
    for name in [
      "de", "es", "fr", "it", "pt", "pl", "ru", "zh_Hant_TW", "ga", "gd", "gv", "mt", "kw", "br",
      "fil", "shi", "tzm", "ksh",
    ] {
      let tag = try #require(LanguageTag(name))
      let header = try #require(PluralMeaning.headers(of: tag).first)
      let rule = try PluralRule(header: header)
      #expect(rule.fault == nil, "\(name)")
      #expect(!rule.frequencies.contains(0) || name == "kw" || name == "br", "\(name)")
    }
  }

  @Test func `is the same whenever it is made`() {
    let text = CatalogTemplate.text(of: messages, version: "1")
    #expect(text == CatalogTemplate.text(of: messages, version: "1"))
    #expect(
      text.hasSuffix(
        """
        #. Note.
        #: Wizards/a.yaml
        msgid ""
        "Two\\n"
        "lines \\"x\\""
        msgstr ""

        """
      )
    )
    #expect(text.contains("#, python-brace-format\nmsgctxt \"a/b\""))
    #expect(!text.contains("Date"))
  }
}

@Suite("A repair of a catalog")
struct CatalogRepairTests {
  private func repaired(_ entries: String, header more: String = "", language: String = "de") -> (
    text: String, count: Int
  ) {
    let settings = CheckSettings(language: LanguageTag(language))
    let repair = CatalogRepair(
      of: Array((header + more + "\n" + entries).utf8),
      settings: settings,
      revision: "NOW"
    )
    let text = String(decoding: repair.bytes, as: UTF8.self)
    return (text, repair.mended.count)
  }

  @Test(arguments: [
    ("a ", "b", "b "), ("a", " b", "b"), ("a b", "c  d", "c d"), ("a\\n", "b", "b\\n"),
    ("“x”", "„x”", "„x“"),
    ("a", "u\u{308}ber", "über"), ("Really?", "Wirklich ?", "Wirklich?"),
    ("“x” ", "a  „x”", "a „x“ "),
  ])
  func `mends what is certain`(id: String, text: String, mended: String) {
    let other = "#  kept  as it is\nmsgid   \"o\"\nmsgstr \"p\"\n"
    let (result, count) = repaired(other + "\nmsgid \"\(id)\"\nmsgstr \"\(text)\"\n")
    #expect(count > 0)
    #expect(result.contains(other))
    #expect(result.contains("PO-Revision-Date: NOW\\n"))
    let lines = mended.hasSuffix("\\n") ? "msgstr \"\(mended)\"\n" : "msgstr \"\(mended)\"\n"
    #expect(result.hasSuffix(lines), "\(result.suffix(80))")
  }

  @Test func `changes nothing where there is nothing to mend`() {
    let (text, count) = repaired(
      "msgid \"a\"\nmsgstr \"b\"\n# alta: ignore C13\nmsgid \"c\"\nmsgstr \" d\"\n"
    )
    #expect(count == 0)
    #expect(text.contains("PO-Revision-Date: 2026-01-01"))
    #expect(text.hasSuffix("msgstr \" d\"\n"))
  }

  @Test func `mends the header and the bytes around the entries`() throws {
    let text =
      "\u{FEFF}"
      + header.replacing("Language: de", with: "Language: es").replacing("n != 1", with: "n > 1")
      + "\nmsgid \"a\"\r\nmsgstr \"b\"\r\n"
    let repair = CatalogRepair(
      of: Array(text.utf8),
      settings: CheckSettings(language: LanguageTag("de")),
      revision: "NOW"
    )
    let result = String(decoding: repair.bytes, as: UTF8.self)
    #expect(result.hasPrefix("msgid"))
    #expect(!result.utf8.contains(0x0D))
    #expect(result.contains("Language: de\\n") && result.contains("plural=(n != 1)"))
  }
}
