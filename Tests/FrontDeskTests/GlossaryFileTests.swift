import AnswerFiles
import Foundation
import FrontDesk
import MessageCatalogs
import Testing

@Suite("A glossary")
struct GlossaryFileTests {
  private func read(_ text: String) throws -> GlossaryFile {
    try GlossaryFile(bytes(of: Array(text.utf8)))
  }

  @Test func `has a column for each language and words divided by bars`() throws {
    let file = try read(
      "note;term;kind;de;es\nx;offer;must;Angebot;presupuesto | oferta\n;IBAN;keep;;\n"
    )
    #expect(file.faults.isEmpty)
    #expect(
      file.glossary.terms == [
        .init(
          term: "offer",
          kind: .must,
          words: ["de": ["Angebot"], "es": ["presupuesto", "oferta"]]
        ),
        .init(term: "IBAN", kind: .keep, words: ["de": [], "es": []]),
      ]
    )
  }

  @Test func `says which row or column is none, and takes the others`() throws {
    let file = try read("term,de,kind\noffer,Angebot,should\n,x,must\nshort\nbill,Rechnung,must\n")
    #expect(file.glossary.terms.map(\.term) == ["bill"])
    #expect(file.faults.map(\.line) == [2, 3, 4])
    #expect(file.faults.map(\.column) == ["kind", "term", ""])
    #expect(try read("term,de\noffer,Angebot\n").faults.map(\.column) == ["kind"])
  }

  @Test func `that is shipped has no fault`() throws {
    let text = try String(
      contentsOfFile: "\(Shipped.root)/Localization/glossary.csv",
      encoding: .utf8
    )
    let file = try read(text)
    #expect(file.faults.isEmpty)
    #expect(file.glossary.terms.count > 80)
  }
}
