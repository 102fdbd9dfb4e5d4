import PlainValues
import TerminalForms

extension WizardGraph {
  /// The graph as a picture that needs nothing beside itself.
  ///
  /// - SeeAlso: W3C, Scalable Vector Graphics 1.1.
  package var svg: String {
    let flow = GraphPiece.column(
      [.node(.end, [title])] + blocks.map(GraphPiece.init) + [.node(.end, [ending])]
    )
    let margin = 20
    let (width, height) = (flow.width + 2 * margin, flow.height + 2 * margin)
    var drawing = GraphDrawing()
    flow.draw(at: (margin, margin), in: &drawing)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" lang="\(language.markup)" \
      font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif" font-size="14">
      <title>\(title.markup)</title>
      <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" \
      orient="auto"><path d="M0 0L10 5L0 10z" fill="#5f6368"/></marker></defs>
      <rect width="\(width)" height="\(height)" fill="#ffffff"/>
      <g fill="none" stroke="#5f6368" stroke-width="1.5">
      \(drawing.lines)</g>
      \(drawing.shapes)</svg>

      """
  }
}

/// The elements of a picture; lines come first, so that shapes lie over them.
private struct GraphDrawing {
  var lines = ""
  var shapes = ""

  /// Draws a line down or through corners; with an arrow where it reaches something.
  mutating func line(_ points: [(x: Int, y: Int)], hasArrow: Bool = false) {
    let path = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let marker = hasArrow ? " marker-end=\"url(#arrow)\"" : ""
    lines += "<polyline points=\"\(path)\"\(marker)/>\n"
  }

  mutating func text(
    _ rows: [String],
    x: Int,
    y: Int,
    isTitle: Bool = false,
    isFirstBold: Bool = false
  ) {
    for (index, row) in rows.enumerated() {
      let weight = isFirstBold && index == 0 || isTitle ? " font-weight=\"bold\"" : ""
      let baseline = y + index * GraphPiece.lineHeight + 14
      shapes +=
        "<text x=\"\(x)\" y=\"\(baseline)\" text-anchor=\"middle\"\(weight) fill=\"#202124\">"
      shapes += "\(row.markup)</text>\n"
    }
  }
}

/// A part of the picture with its size; the flow enters and leaves it at the axis.
private indirect enum GraphPiece {
  /// One shape with lines of text.
  case node(FlatGraph.Shape, [String])
  /// Parts one below the other.
  case column([GraphPiece])
  /// Ways beside each other, each with its label; an empty column is the way around.
  case ways([(label: [String], piece: GraphPiece)])

  static let lineHeight = 18
  private static let gap = 26
  private static let space = 28
  /// About as wide as the characters of common fonts at this size.
  private static let characterWidth = 8

  init(_ block: WizardGraph.Block) {
    switch block {
    case .box(let box): self = .node(.box, [box.title, box.detail])
    case .decision(let decision):
      var ways = decision.branches.map { branch in
        (Self.rows(branch.label), GraphPiece.column(branch.blocks.map(GraphPiece.init)))
      }
      if let otherwise = decision.otherwise { ways.append((Self.rows(otherwise), .column([]))) }
      self = .column([.node(.decision, [decision.question]), .ways(ways)])
    }
  }

  private static func rows(_ text: String) -> [String] {
    FlatGraph.rows(text)
  }

  private static func width(of rows: [String]) -> Int {
    (rows.map(\.displayWidth).max() ?? 0) * characterWidth
  }

  // MARK: Size

  var width: Int {
    switch self {
    case .node(let shape, let texts):
      let width = Self.width(of: texts.flatMap(Self.rows)) + (shape == .decision ? 56 : 28)
      return max(120, width + width % 2)
    case .column(let pieces):
      return pieces.map(\.width).max() ?? 2
    case .ways(let ways):
      return ways.map(Self.width(ofWay:)).reduce(0, +) + Self.space * max(0, ways.count - 1)
    }
  }

  var height: Int {
    switch self {
    case .node(_, let texts): return texts.flatMap(Self.rows).count * Self.lineHeight + 18
    case .column(let pieces):
      return pieces.map(\.height).reduce(0, +)
        + Self.gap * pieces.dropFirst().count { !$0.drawsItsEntry }
    case .ways(let ways):
      return labelHeight(ways) + 2 * Self.gap + (ways.map(\.piece.height).max() ?? 0)
    }
  }

  /// Whether the line to the piece is part of it.
  private var drawsItsEntry: Bool { if case .ways = self { true } else { false } }

  private static func width(ofWay way: (label: [String], piece: GraphPiece)) -> Int {
    let width = max(Self.width(of: way.label) + 8, way.piece.width)
    return width + width % 2
  }

  private func labelHeight(_ ways: [(label: [String], piece: GraphPiece)]) -> Int {
    (ways.map(\.label.count).max() ?? 0) * Self.lineHeight + 8
  }

  // MARK: Drawing

  /// Draws the piece with its upper left corner at a point.
  func draw(at corner: (x: Int, y: Int), in drawing: inout GraphDrawing) {
    let axis = corner.x + width / 2
    switch self {
    case .node(let shape, let texts): draw(shape, texts, at: corner, in: &drawing)
    case .column(let pieces):
      var y = corner.y
      for (index, piece) in pieces.enumerated() {
        piece.draw(at: (axis - piece.width / 2, y), in: &drawing)
        y += piece.height
        guard index + 1 < pieces.count else { break }
        guard !pieces[index + 1].drawsItsEntry else { continue }
        drawing.line([(axis, y), (axis, y + Self.gap)], hasArrow: true)
        y += Self.gap
      }
    case .ways(let ways):
      let (top, bottom) = (corner.y + Self.gap / 2, corner.y + height)
      let first = top + labelHeight(ways) + Self.gap / 2
      var x = corner.x
      for way in ways {
        let width = Self.width(ofWay: way)
        let middle = x + width / 2
        drawing.line([(axis, corner.y), (axis, top), (middle, top), (middle, top + 6)])
        drawing.text(way.label, x: middle, y: top + 4)
        let start = top + labelHeight(ways)
        let hasStages = way.piece.height > 0
        drawing.line([(middle, start), (middle, first)], hasArrow: hasStages)
        way.piece.draw(at: (middle - way.piece.width / 2, first), in: &drawing)
        let end = first + way.piece.height
        drawing.line([
          (middle, end), (middle, bottom - Self.gap / 2), (axis, bottom - Self.gap / 2),
          (axis, bottom),
        ])
        x += width + Self.space
      }
    }
  }

  private func draw(
    _ shape: FlatGraph.Shape,
    _ texts: [String],
    at corner: (x: Int, y: Int),
    in drawing: inout GraphDrawing
  ) {
    let (x, y, right, bottom) = (corner.x, corner.y, corner.x + width, corner.y + height)
    let rectangle = "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    switch shape {
    case .end:
      drawing.shapes += "\(rectangle) rx=\"\(height / 2)\" fill=\"#e6f4ea\" stroke=\"#188038\"/>\n"
    case .box: drawing.shapes += "\(rectangle) rx=\"4\" fill=\"#e8f0fe\" stroke=\"#1967d2\"/>\n"
    case .decision:
      let middle = y + height / 2
      let points = "\(x),\(middle) \(x + 18),\(y) \(right - 18),\(y) \(right),\(middle) "
      drawing.shapes += "<polygon points=\"\(points)\(right - 18),\(bottom) \(x + 18),\(bottom)\" "
      drawing.shapes += "fill=\"#fef7e0\" stroke=\"#b06000\"/>\n"
    }
    drawing.text(
      texts.flatMap(Self.rows),
      x: x + width / 2,
      y: y + 8,
      isTitle: shape == .end,
      isFirstBold: shape == .box
    )
  }
}
