import Foundation
import FrontDesk
import PlainValues
import Procedures
import Testing
import WizardEngine
import WizardFiles

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("A graph of a wizard")
struct WizardGraphTests {
  private func graph(_ stages: String, title: String = "Sample") throws -> WizardGraph {
    let yaml = "wizard: sample\ntitle: \(title)\nstages:\n\(stages)"
    let reading = DefinitionFile.wizard(Array(yaml.utf8), file: "sample.yaml")
    let definition = try #require(reading.definition)
    let checked = CheckedWizard(
      definition,
      lists: [:],
      finishing: Procedure.known,
      faults: reading.faults
    )
    return graph(try #require(checked.wizard, "\(checked.faults)"))
  }

  private func graph(_ wizard: Wizard) -> WizardGraph {
    WizardGraph(of: wizard, on: CivilDate(dayNumber: 0), speech: Speech(.english))
  }

  /// The flow in one line: boxes by key, decisions in braces.
  private func spelled(_ blocks: [WizardGraph.Block]) -> String {
    blocks.map { block in
      switch block {
      case .box(let box): return box.key
      case .decision(let decision):
        let branches = decision.branches.map { "\($0.label): \(spelled($0.blocks))" }
        let others = decision.otherwise.map { [$0] } ?? []
        return "\(decision.question) {\((branches + others).joined(separator: " | "))}"
      }
    }.joined(separator: ", ")
  }

  @Test func `says which option brings which stages, and under which condition`() throws {
    let graph = try graph(
      """
        - stage: first
          title: First
          fields:
            - field: a
              type: choice
              required: true
              options:
                - {code: x, label: X, stages: [{stage: sx, title: SX, fields: [{field: fx, type: text}]}]}
                - {code: y, label: Y, stages: [&s {stage: sy, title: SY, fields: [{field: fy, type: text}]}]}
                - {code: z, label: Z, stages: [*s]}
            - {field: b, label: B, type: boolean}
        - include: a
        - {stage: c, title: C, when: b, fields: [{field: d, type: text}]}
        - {stage: e, title: E, when: b, list: {max: 3}, fields: [{field: f, type: text}]}
        - {stage: g, title: G, when: "!has(d)", fields: [{field: h, type: text}]}
      """
    )
    #expect(
      spelled(graph.blocks)
        == "first, a {X: sx | Y, Z: sy}, B is answered with yes {yes: c, e | no}, "
        + "d is not answered {yes: g | no}"
    )
  }

  @Test func `asks of each option by itself where several can be chosen`() throws {
    let graph = try graph(
      """
        - stage: first
          title: First
          fields:
            - field: a
              label: A
              type: choices
              options:
                - {code: x, label: X, stages: [{stage: sx, title: SX, fields: [{field: fx, type: text}]}]}
                - {code: y, label: Y, stages: [{stage: sy, title: SY, fields: [{field: fy, type: text}]}]}
            - {field: b, type: boolean}
        - {include: a, when: b}
      """
    )
    #expect(
      spelled(graph.blocks)
        == "first, b is answered with yes {yes: A {X: sx | otherwise}, A {Y: sy | otherwise} | no}"
    )
  }

  @Test func `escapes whatever titles hold, in every notation`() throws {
    let hostile = #"a "b" <c> & \d #e `f` ]]> é"#
    let graph = try graph(
      "  - {stage: s, title: '\(hostile)', fields: [{field: f, type: text}]}",
      title: "'<script>&amp;\u{202E}'"
    )
    #expect(graph.dot.contains(##"label="a \"b\" <c> &amp; \\d #e `f`"##))
    #expect(graph.dot.contains("digraph \"sample\"") && !graph.dot.contains("\u{202E}"))
    #expect(
      graph.mermaid.contains(##""a #34;b#34; #60;c#62; #38; #92;d #35;e #96;f#96;"##)
    )
    #expect(graph.svg.contains("&lt;c&gt; &amp; \\d #e `f`"))
    // What would reorder the text is named.
    #expect(graph.svg.contains("<title>&lt;script&gt;&amp;amp;\\u{202E}</title>"))
    let parser = XMLReading(graph.svg)
    #expect(parser.isWellFormed && parser.texts.contains { $0.contains(#"a "b" <c> & \d"#) })
  }

  @Test func `is a picture in which every text lies inside`() throws {
    for name in ["register-customer", "register-offer", "bill", "enter-contact"] {
      let graph = graph(Shipped.wizard(name))
      let parser = XMLReading(graph.svg)
      #expect(parser.isWellFormed, "\(name)")
      #expect(parser.texts.contains(graph.title) && parser.width > 100 && parser.height > 100)
      #expect(!parser.points.isEmpty)
      for point in parser.points {
        #expect((0...parser.width).contains(point.0) && (0...parser.height).contains(point.1))
      }
    }
  }
}

/// What a parser of XML finds in a picture.
private final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var texts: [String] = []
  private(set) var points: [(Double, Double)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var text = ""

  init(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    text = ""
    func number(_ key: String) -> Double { attributes[key].flatMap(Double.init) ?? 0 }
    switch name {
    case "svg": (width, height) = (number("width"), number("height"))
    case "rect":
      points += [
        (number("x"), number("y")), (number("x") + number("width"), number("y") + number("height")),
      ]
    case "text": points.append((number("x"), number("y")))
    case "polyline", "polygon":
      points += (attributes["points"] ?? "").split(separator: " ").map { pair in
        let parts = pair.split(separator: ",").compactMap { Double($0) }
        return (parts[0], parts[1])
      }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    if name == "text" || name == "title" { texts.append(text) }
  }
}
