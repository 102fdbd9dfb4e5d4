import Foundation
import Testing

@Suite("The graph of a wizard")
struct WizardGraphCommandTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(arguments: [
    ("dot", "en", "digraph \"register-customer\" {", "label=\"Public administration\""),
    ("mermaid", "de", "flowchart TD", "|\"Öffentliche Verwaltung\"|"),
    ("svg", "es", "<svg xmlns=", "Administración pública"),
  ])
  func `is drawn in the language asked for`(
    format: String,
    language: String,
    beginning: String,
    label: String
  ) throws {
    let run = try scratch.alta(
      ["wizard", "graph", "register-customer", "--format", format, "--lang", language]
    )
    #expect(run.status == 0 && run.err.isEmpty)
    #expect(run.out.hasPrefix(beginning) && run.out.contains(label), "\(run.out.prefix(500))")
  }

  @Test func `is written to a new file, never over another`() throws {
    let path = "\(scratch.folder)/graph.svg"
    let words = ["wizard", "graph", "bill", "--format", "svg", "--write", path]
    #expect(try scratch.alta(words).status == 0)
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written.hasSuffix("</svg>\n"))
    let again = try scratch.alta(words)
    #expect(again.status == 9 && again.err.contains("there is something already"))
  }

  @Test func `has formats of its own`() throws {
    let run = try scratch.alta(["wizard", "graph", "bill", "--format", "json"])
    #expect(run.status == 2 && run.err.contains("dot, mermaid, svg"), "\(run.err)")
  }

  /// Where Graphviz is installed, it must read what was written of every wizard.
  @Test func `is read by Graphviz`() throws {
    let run = try scratch.bash(
      """
      command -v dot > /dev/null || exit 77
      for file in Wizards/*.yaml; do
        grep -q '^wizard:' "$file" || continue
        alta wizard graph "$(basename "$file" .yaml)" | dot -Tplain > /dev/null || exit 1
      done
      """
    )
    #expect(run.status == 0 || run.status == 77, "\(run.err)")
    #expect(run.err.isEmpty)
  }
}
