import MessageCatalogs
import Testing

@Suite("An entry in the plainest shape")
struct PlainEntryTests {
  /// Entries that have that shape, nearly have it, and are followed by what may belong to them.
  private static let texts = [
    "msgid \"a\"\nmsgstr \"A\"\n\nmsgctxt \"c\"\nmsgid \"b\"\nmsgstr \"Ü „ß“\"\n",
    "# note\n#. more\n#: place\n#, c-format\nmsgid \"a\"\nmsgstr \"A\"\n",
    "#, fuzzy\nmsgid \"a\"\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\"\n",
    "#= fuzzy\nmsgid \"a\"\nmsgstr \"A\"\n",
    "# note\n\n# more\nmsgid \"a\"\nmsgstr \"A\"\n",
    "# note \\\nmsgid \"a\"\nmsgstr \"A\"\n",
    "#\\\n~ msgid \"a\"\nmsgstr \"A\"\n",
    "#\nmsgid \"a\"\nmsgstr \"A\"\n#",
    "msgid \"a\"\nmsgstr \"A\"",
    "msgid \"a\"\nmsgstr \"\"\nmsgctxt \"\"\nmsgid \"\"\nmsgstr \"B\"\n",
    "msgid \"\"\nmsgstr \"Language: de\"\n\nmsgid \"a\"\nmsgstr \"A\"\n",
    "msgid \"a\"\nmsgstr \"A\"\n\n\"more\"\n\nmsgid \"b\"\nmsgstr \"B\"\n",
    "msgid \"a\"\nmsgstr \"A\"\n\\\n\"more\"\n",
    "msgid \"a\"\nmsgstr \"A\"\n#~ \"more\"\n",
    "msgid \"a\"\nmsgstr \"A\"\n#| msgid \"was\"\nmsgid \"b\"\nmsgstr \"B\"\n",
    "msgid \"a\"\nmsgstr \"A\"\nmsgstr \"B\"\n",
    "msgid \"a\"\nmsgid_plural \"as\"\nmsgstr[0] \"A\"\nmsgstr[1] \"As\"\n",
    "msgid \"a\"\nmsgstr \"A\" \"B\"\nmsgid \"b\"\nmsgstr \"B\" # note\n",
    "msgid \"a\"\nmsgstr \"A\"\ndomain \"d\"\nmsgid \"b\"\nmsgstr \"B\"\n",
    "msgid \"a\"\nmsgstr \"A\"\nmsgid \"a\"\nmsgstr \"B\"\n",
    "msgid \"a\"\nmsgstr \"A\\q\"\nmsgid \"b\"\nmsgstr \"B\n",
    "msgid \"a\u{04}\"\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\u{00}\"\n",
    "msgid \"a\"\nmsgctxt \"c\"\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\"\n",
    "msgid \"a\"\n# note\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\"\n",
    "msgid \"a\"\r\nmsgstr \"A\"\nmsgid \"b\"\nmsgstr \"B\"\r\n",
    "msgid \"a\"\nmsgstr \"A\"\n# note\r\nmsgid \"b\"\nmsgstr \"B\"\n",
    "\u{FEFF}msgid \"a\"\nmsgstr \"A\"\n",
  ]

  @Test(arguments: texts)
  func `is read as the same entry on indented lines`(text: String) {
    let lines = text.split(separator: "\n" as Unicode.Scalar, omittingEmptySubsequences: false)
    expectSameReading(Array(text.utf8), Array(lines.joined(separator: "\n\t").utf8))
  }

  @Test(arguments: [
    [0xFF], [0xC3], [0xC3, 0xA4], [0xE2, 0x82], [0xE2, 0x82, 0xAC], [0xF4, 0x90, 0x80, 0x80],
  ] as [[UInt8]])
  func `takes the bytes that are text`(bytes: [UInt8]) {
    func catalog(_ indent: String) -> [UInt8] {
      Array("msgid \"a\"\n\(indent)msgstr \"A".utf8) + bytes
        + Array("\"\n\(indent)msgid \"b\"\n\(indent)msgstr \"B\"\n".utf8)
    }
    expectSameReading(catalog(""), catalog("\t"))
  }

  /// Indented lines have no plain shape, so that the lexer reads every word of them.
  private func expectSameReading(_ plain: [UInt8], _ indented: [UInt8]) {
    let (plain, indented) = (MessageCatalog(bytes: plain), MessageCatalog(bytes: indented))
    #expect(plain.statistics == indented.statistics)
    #expect(plain.header == indented.header)
    #expect(plain.faults.map(\.reason) == indented.faults.map(\.reason))
    #expect(plain.faults.map(\.line) == indented.faults.map(\.line))
    for id in ["a", "b", ""] {
      for context in ["c", "", nil] {
        #expect(plain.text(id, context: context) == indented.text(id, context: context))
      }
    }
  }
}
