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
  func `is read as it is with its keywords indented`(text: String) {
    expectSameReadingIndented(Array(text.utf8))
  }

  @Test(arguments: ["\u{FF}", "ä", "€", "\u{1F600}"].map { Array($0.utf8) }, [0, 1])
  func `takes only bytes that are text`(character: [UInt8], missing: Int) {
    expectSameReadingIndented(
      Array("msgid \"a\"\nmsgstr \"A".utf8) + character.dropLast(missing)
        + Array("\"\nmsgid \"b\"\nmsgstr \"B\"\n".utf8)
    )
  }

  /// Indented keywords have no plain shape, so that the lexer reads all of them.
  private func expectSameReadingIndented(_ bytes: [UInt8]) {
    var lines: [UInt8] = []
    for byte in bytes {
      if byte == UInt8(ascii: "m"), lines.last == UInt8(ascii: "\n") { lines.append(0x09) }
      lines.append(byte)
    }
    let (plain, indented) = (MessageCatalog(bytes: bytes), MessageCatalog(bytes: lines))
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
