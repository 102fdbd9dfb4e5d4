import MessageCatalogs
import Testing

@Suite("A hostile catalog")
struct HostileCatalogTests {
  private static let good = Array(
    (sampleHeader + """
      # c
      #| msgid "o"
      #, fuzzy
      msgctxt "k"
      msgid "One\\n"
      msgid_plural "M\\303\\244ny"
      msgstr[0] "Einß"
      msgstr[1] "V\\x41"
      #~ msgid "gone"
      #~ msgstr "weg"
      msgid "a" msgstr "{name}"
      """).utf8
  )

  /// Always the same numbers, so that a failure can be repeated.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test func `never stops either reader, and both judge alike`() {
    var dice = Dice(state: 20_260_101)
    let bytes: [UInt8] = Array("\"\\\n\r#~|[]0x9 msgid{}".utf8) + [0, 4, 0x80, 0xC3, 0xE2, 0xFF]
    for _ in 0..<1200 {
      var file = Self.good
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let place = Int.random(in: 0..<file.count, using: &dice)
        switch Int.random(in: 0..<3, using: &dice) {
        case 0: file.remove(at: place)
        case 1: file.insert(bytes.randomElement(using: &dice) ?? 0, at: place)
        default: file.removeSubrange(place...)
        }
        if file.isEmpty { break }
      }
      let catalog = MessageCatalog(bytes: file)
      let document = CatalogDocument(bytes: file)
      #expect(catalog.faults == document.faults)
      #expect(catalog.statistics == document.statistics)
      _ = document.findings(CheckSettings(sources: [], language: LanguageTag("de")))
      for entry in document.entries where !entry.isHeader {
        let shown = catalog.text(entry.id, context: entry.context)
        let mayShow = !entry.isFaulty && !entry.isFuzzy && !entry.isObsolete
        if mayShow, catalog.faultCount == 0 {
          #expect(shown == (entry.forms[0].isEmpty ? nil : entry.forms[0]))
        }
      }
    }
  }

  @Test func `of every length of a good one stops neither`() {
    for length in 0...Self.good.count {
      let file = Array(Self.good.prefix(length))
      #expect(MessageCatalog(bytes: file).faults == CatalogDocument(bytes: file).faults)
    }
  }

  @Test(arguments: [
    "msgid \"a\" msgstr \"b\" ", "\"", "#~", "[", "msgid ", "#, fuzzy\n", "\\\n", "msgid \"\\\n",
  ])
  func `of one thing over and over is read in one pass`(piece: String) {
    let file = Array(String(repeating: piece, count: 20_000).utf8)
    let document = CatalogDocument(bytes: file)
    #expect(document.faults == MessageCatalog(bytes: file).faults)
    #expect(document.faults.count <= 100)
  }
}
