import TerminalForms

/// A graph as nodes and edges, for notations that lay it out themselves.
struct FlatGraph {
  /// What a node is drawn as.
  enum Shape { case end, box, decision }

  struct Node {
    let id: String
    let shape: Shape
    /// The lines of its text.
    let lines: [String]
  }

  struct Edge {
    let start: String
    let end: String
    /// Empty where the way is the only one.
    let label: String
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  init(_ graph: WizardGraph) {
    var exits = [Exit(node: add(.end, [graph.title]), label: "")]
    connect(graph.blocks, &exits)
    let end = add(.end, [graph.ending])
    enter(end, from: exits)
  }

  private struct Exit {
    let node: String
    let label: String
  }

  private mutating func add(_ shape: Shape, _ lines: [String]) -> String {
    let id = "n\(nodes.count)"
    nodes.append(Node(id: id, shape: shape, lines: lines.flatMap(Self.rows)))
    return id
  }

  /// A text in lines short enough to stand beside others.
  static func rows(_ text: String) -> [String] {
    guard !text.isEmpty else { return [] }
    return Line(text).wrapped(on: Page(columns: 30)).map(\.plain)
  }

  private mutating func enter(_ node: String, from exits: [Exit]) {
    edges += exits.map { Edge(start: $0.node, end: node, label: $0.label) }
  }

  /// Adds blocks behind some exits, which become the exits of the last block.
  private mutating func connect(_ blocks: [WizardGraph.Block], _ exits: inout [Exit]) {
    for block in blocks {
      switch block {
      case .box(let box):
        let node = add(.box, [box.title, box.detail])
        enter(node, from: exits)
        exits = [Exit(node: node, label: "")]
      case .decision(let decision):
        let node = add(.decision, [decision.question])
        enter(node, from: exits)
        exits = []
        for branch in decision.branches {
          var ends = [Exit(node: node, label: branch.label)]
          connect(branch.blocks, &ends)
          exits += ends
        }
        if let otherwise = decision.otherwise { exits.append(Exit(node: node, label: otherwise)) }
      }
    }
  }
}
