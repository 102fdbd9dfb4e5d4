import Foundation
import FoundationXML
import MessageCatalogs
import TerminalForms
import Testing
import WizardEngine

@testable import FrontDesk

@Suite("A picture of previews")
struct PreviewPictureTests {
  /// Columns of views in shipped languages.
  private func columns(_ languages: String...) throws -> [PreviewSheet.Column] {
    try languages.map { language in
      PreviewSheet.Column(
        language: language,
        views: try PagePreview(
          of: Bench(Shipped.wizard("register-card")).desk,
          in: Shipped.wording(language),
          columns: 60
        ).views()
      )
    }
  }

  private func svg(_ columns: [PreviewSheet.Column]) -> String {
    PreviewPicture(columns, width: 60, title: "a < b & \"c\"", wording: .english).svg
  }

  private func html(_ columns: [PreviewSheet.Column]) -> String {
    PreviewDocument(columns, width: 60, title: "a < b & \"c\"", wording: .english).html
  }

  @Test func `is well-formed and holds every word of every page`() throws {
    let columns = try columns("de", "en", "es")
    for document in [svg(columns), html(columns)] {
      let text = try #require(DocumentText(document))
      #expect(text.title == "a < b & \"c\"")
      for line in columns.flatMap(\.views).flatMap(\.lines) {
        for word in line.words { #expect(text.all.contains(word.text), "\(word.text)") }
      }
    }
  }

  @Test func `loads nothing`() throws {
    for document in [svg(try columns("de")), html(try columns("de"))] {
      for way in ["href=\"http", "src=", "@import", "url(", "<script", "<image"] {
        #expect(!document.contains(way))
      }
    }
  }

  @Test func `is the same every time`() throws {
    #expect(svg(try columns("es")) == svg(try columns("es")))
    #expect(html(try columns("es")) == html(try columns("es")))
  }

  @Test func `begins as alta knows its own files`() throws {
    #expect(svg([]).hasPrefix(PreviewPicture.beginning))
    #expect(html([]).hasPrefix(PreviewDocument.beginning))
  }

  @Test(
    arguments: [
      ("ab cd", ["0-2 ab", "3-2 cd"]), ("  x", ["2-1 x"]), ("", []),
      ("日本 x", ["0-2 日", "2-2 本", "5-1 x"]), ("é\u{301}a", ["0-2 é\u{301}a"]),
      ("a👨‍👩‍👧b", ["0-1 a", "1-2 👨‍👩‍👧", "3-1 b"]), ("\u{1B}[1m", ["0-5 ^[[1m"]),
    ] as [(String, [String])]
  )
  func `puts every word at its place in the grid`(text: String, words: [String]) {
    #expect(Line(text).words.map { "\($0.column)-\($0.columns) \($0.text)" } == words)
  }

  @Test func `keeps the styles of words`() {
    let line = Line("a", .bold) + Line("b c", .red)
    #expect(line.words.map(\.style) == [.bold, .red, .red])
  }
}

/// The text of a document, where it is well-formed.
final class DocumentText: NSObject, XMLParserDelegate {
  private(set) var all = ""
  private(set) var title = ""
  private var isInTitle = false

  init?(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    isInTitle = name == "title"
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    all += text
    if isInTitle { title += text }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    isInTitle = false
  }
}
