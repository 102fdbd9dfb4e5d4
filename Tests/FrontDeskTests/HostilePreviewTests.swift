import MessageCatalogs
import PlainValues
import TerminalForms
import Testing
import WizardEngine

@testable import FrontDesk

/// Whoever can write a catalog can change its words, and nothing else.
@Suite("Hostile translations", .timeLimit(.minutes(2)))
struct HostilePreviewTests {
  static let attacks: [(name: String, text: String)] = [
    ("escapes", "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m\u{85}\u{7F}\u{8}"),
    ("bidi", "\u{202E}dlrow\u{202C}\u{2066}x\u{2069}\u{200F}\u{061C}\u{2028}\u{200B}\u{FEFF}"),
    ("formats", "%s%n%1$*2$d ${HOME} $(reboot) {name} {{ }} {unknown_name} {0} \\u{1B}"),
    ("markup", "</text></svg><script>alert(1)</script>]]>&amp;<!--\"'--> &#27; &lt;"),
    ("marks", "Z" + String(repeating: "\u{301}", count: 300) + "👨‍👩‍👧‍👦🇩🇪\u{1F3F4}\u{E0067}\u{E007F}日本"),
    (
      "other",
      String(
        String.UnicodeScalarView(
          [0xE000, 0xFFFF, 0xFDD0, 0x10FFFF, 0xFFFD, 0xAD, 0x3164].compactMap(Unicode.Scalar.init)
        )
      )
    ),
    ("lines", "a\nb\r\nc\td\u{B}e\u{C}"),
  ]

  /// A catalog that says the same for every message of a wizard and of alta.
  private func catalog(_ text: String, for messages: [SourceMessage]) -> MessageCatalog {
    func quoted(_ text: String) -> String {
      var quoted = ""
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\", "\"": quoted += "\\\(scalar)"
        case "\n": quoted += "\\n"
        default: quoted.unicodeScalars.append(scalar)
        }
      }
      return "\"\(quoted)\""
    }
    var po = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n"
    for message in messages where message.plural == nil {
      po += "\n"
      if let context = message.context { po += "msgctxt \(quoted(context))\n" }
      po += "msgid \(quoted(message.id))\nmsgstr \(quoted(text))\n"
    }
    return MessageCatalog(bytes: Array(po.utf8))
  }

  private func columns(
    _ catalog: MessageCatalog,
    state: PagePreview.State
  ) throws -> [PreviewSheet.Column] {
    let wording = Wording(Translations([("fr", catalog)]), language: "fr")
    let preview = try PagePreview(
      of: Bench(Shipped.wizard("register-contact")).desk,
      in: wording,
      columns: 60,
      state: state
    )
    return [PreviewSheet.Column(language: "fr", views: try preview.views())]
  }

  private var messages: [SourceMessage] {
    SourceTexts.own + SourceTexts.texts(of: Shipped.wizard("register-contact"))
  }

  /// What could drive a terminal, reorder or hide; emoji may be joined.
  private func hostile(_ text: some StringProtocol, allowing allowed: String = "") -> [String] {
    text.unicodeScalars.filter { scalar in
      scalar.isHostile && ![0x200D, 0xFE0F].contains(scalar.value)
        && !allowed.unicodeScalars.contains(scalar)
    }.map(\.codePointName)
  }

  @Test(arguments: attacks.map(\.name), PagePreview.State.allCases)
  func `change nothing but their own words`(name: String, state: PagePreview.State) throws {
    let attack = try #require(Self.attacks.first { $0.name == name }).text
    let catalog = catalog(attack, for: messages)
    #expect(catalog.statistics.translated > 1000)
    let columns = try columns(catalog, state: state)
    let sheet = PreviewSheet(columns, width: 60, wording: .english).lines(on: Page(columns: 80))
    for line in sheet + columns[0].views.flatMap(\.lines) {
      #expect(hostile(line.plain) == [])
      #expect(line.displayWidth <= 60)
    }
    let svg = PreviewPicture(columns, width: 60, title: attack, wording: .english).svg
    let html = PreviewDocument(columns, width: 60, title: attack, wording: .english).html
    for document in [svg, html] {
      #expect(hostile(document, allowing: "\n\t") == [])
      let text = try #require(DocumentText(document), "not well-formed")
      #expect(!document.contains("<script") && !document.contains("<!--"))
      #expect(!text.all.isEmpty)
    }
    // As many views as in English, under the same names.
    let english = try self.columns(self.catalog("", for: []), state: state)
    #expect(columns[0].views.map(\.name) == english[0].views.map(\.name))
    #expect(columns[0].views[0].lines != english[0].views[0].lines)
  }

  @Test(arguments: attacks.map(\.name))
  func `cannot drive the form`(name: String) throws {
    let attack = try #require(Self.attacks.first { $0.name == name }).text
    let catalog = catalog(attack, for: messages)
    let speech = Speech(Wording(Translations([("fr", catalog)]), language: "fr"))
    let bench = try Bench(Shipped.wizard("register-contact"))
    let interview = Interview(
      of: bench.desk.wizard,
      answers: Answers(to: bench.desk.wizard),
      today: bench.desk.today
    )
    var dialogue = try FormDialogue(
      interview,
      desk: bench.desk,
      speech: speech,
      isConfirmed: true,
      languages: [],
      speaking: { _ in nil }
    )
    let keys: [Key] = [.down, .enter, .text("x"), .enter, .function(1), .escape, .tab, .tab]
    for key in keys {
      _ = try dialogue.press(key)
      let frame = dialogue.frame(in: WindowSize(columns: 60, rows: 20))
      #expect(frame.lines.count <= 20)
      for line in frame.lines {
        #expect(hostile(line.plain) == [])
        #expect(line.displayWidth < 60)
      }
    }
  }

  @Test func `of endless length are not shown`() throws {
    let word = String(repeating: "x", count: 1 << 20)
    let words = String(repeating: "word ", count: 1 << 18)
    for text in [word, words] {
      let catalog = catalog(text, for: SourceTexts.texts(of: Shipped.wizard("register-contact")))
      #expect(catalog.text("Register a contact", context: "register-contact/title") == nil)
      let columns = try columns(catalog, state: .error)
      let svg = PreviewPicture(columns, width: 60, title: "", wording: .english).svg
      #expect(svg.utf8.count < 1 << 20)
    }
  }

  @Test func `as long as they may be take no more room than that`() throws {
    let text = String(repeating: "word ", count: MessageCatalog.longestText / 5 - 1)
    let columns = try columns(catalog(text, for: messages), state: .empty)
    #expect(columns[0].views.allSatisfy { $0.lines.count < 10_000 })
  }
}
