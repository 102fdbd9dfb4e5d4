import PlainValues

extension WizardGraph {
  /// The graph in the language of Graphviz.
  ///
  /// - SeeAlso: Graphviz, "DOT Language" (quoted strings, and character entities in them) and `escString`.
  package var dot: String {
    let flat = FlatGraph(self)
    var text = "digraph \(Self.dotQuoted(name)) {\n"
    text += "  label=\(Self.dotQuoted(title)); labelloc=t; fontname=\"sans-serif\";\n"
    text += "  node [fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\"];\n"
    for node in flat.nodes {
      let style =
        switch node.shape {
        case .end: "shape=box, style=\"rounded,filled\", fillcolor=\"#e6f4ea\""
        case .box: "shape=box, style=filled, fillcolor=\"#e8f0fe\""
        case .decision: "shape=hexagon, style=filled, fillcolor=\"#fef7e0\""
        }
      let label = Self.dotQuoted(node.lines.joined(separator: "\n"))
      text += "  \(node.id) [label=\(label), \(style)];\n"
    }
    for edge in flat.edges {
      let label = edge.label.isEmpty ? "" : " [label=\(Self.dotQuoted(edge.label))]"
      text += "  \(edge.start) -> \(edge.end)\(label);\n"
    }
    return text + "}\n"
  }

  /// The graph as a flowchart of Mermaid.
  ///
  /// - SeeAlso: Mermaid, "Flowcharts – Basic Syntax" (special characters that break syntax, entity codes).
  package var mermaid: String {
    let flat = FlatGraph(self)
    var text = "flowchart TD\n"
    for node in flat.nodes {
      let label = node.lines.map(Self.mermaidEscaped).joined(separator: "<br/>")
      let shape =
        switch node.shape {
        case .end: "([\"\(label)\"])"
        case .box: "[\"\(label)\"]"
        case .decision: "{{\"\(label)\"}}"
        }
      text += "  \(node.id)\(shape)\n"
    }
    for edge in flat.edges {
      let label = edge.label.isEmpty ? "" : "|\"\(Self.mermaidEscaped(edge.label))\"|"
      text += "  \(edge.start) -->\(label) \(edge.end)\n"
    }
    return text
  }

  private static func dotQuoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      // Entities are replaced in every label, so that one which stands there must not look like one.
      case "&": quoted += "&amp;"
      default: quoted.unicodeScalars.append(scalar.shown)
      }
    }
    return quoted + "\""
  }

  private static func mermaidEscaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      // Quotes end a text, # begins an entity, < and > are tags, and grave accents begin Markdown.
      case "\"", "#", "<", ">", "&", "`", "\\": escaped += "#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar.shown)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// The character, or a space for one that ends a line, hides or reorders.
  var shown: Unicode.Scalar { isHostile || value == 0x0A || value == 0x09 ? " " : self }
}
