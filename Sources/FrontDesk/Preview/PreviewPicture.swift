import TerminalForms

/// Previews as a picture that needs nothing else: every character stands in the grid of a terminal.
///
/// It loads nothing and runs nothing: whatever a catalog holds is shown as text.
package struct PreviewPicture {
  private let columns: [PreviewSheet.Column]
  private let width: Int
  private let title: String
  private let sheet: PreviewSheet

  /// How pictures of previews begin, by which alta knows a file that it may write again.
  package static let beginning = "<svg xmlns=\"http://www.w3.org/2000/svg\""

  // What everything is measured by, in pixels.
  private static let cell = 8.4
  private static let lineHeight = 19.0
  private static let padding = 14.0
  private static let bar = 26.0
  private static let gap = 22.0

  /// Puts languages beside each other.
  ///
  /// - Parameters:
  ///   - columns: The languages, left to right.
  ///   - width: The columns of the windows that the views are drawn for.
  ///   - title: What the picture is called.
  ///   - wording: The language of what is said about the views.
  package init(
    _ columns: [PreviewSheet.Column],
    width: Int,
    title: String,
    wording: Wording
  ) {
    self.columns = columns
    self.width = width
    self.title = title
    sheet = PreviewSheet(columns, width: width, wording: wording)
  }

  /// All views as one picture, a row for each, a column for each language.
  package var svg: String {
    let cardWidth = Double(width) * PreviewPicture.cell + 2 * PreviewPicture.padding
    var parts: [String] = []
    var y = PreviewPicture.gap
    for index in 0..<(columns.map(\.views.count).max() ?? 0) {
      var height = 0.0
      for (place, column) in columns.enumerated() where index < column.views.count {
        let x = PreviewPicture.gap + Double(place) * (cardWidth + PreviewPicture.gap)
        let view = column.views[index]
        let lines = sheet.block(view, on: Page(columns: width))
        let cardHeight =
          PreviewPicture.bar + Double(lines.count) * PreviewPicture.lineHeight
          + 2 * PreviewPicture.padding
        parts.append(
          card(view, lines, language: column.language, x: x, y: y, cardWidth, cardHeight)
        )
        height = max(height, cardHeight)
      }
      y += height + PreviewPicture.gap
    }
    let total = PreviewPicture.gap + Double(columns.count) * (cardWidth + PreviewPicture.gap)
    return """
      \(PreviewPicture.beginning) width="\(total.pixels)" height="\(y.pixels)" \
      viewBox="0 0 \(total.pixels) \(y.pixels)">
      <title>\(title.markup)</title>
      <style>\(PreviewPicture.style)</style>
      <rect class="desk" width="100%" height="100%"/>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  private func card(
    _ view: PreviewView,
    _ lines: [Line],
    language: String,
    x: Double,
    y: Double,
    _ cardWidth: Double,
    _ cardHeight: Double
  ) -> String {
    let left = x + PreviewPicture.padding
    let top = y + PreviewPicture.bar + PreviewPicture.padding
    var parts = [
      """
      <g lang="\(language.languageTag)">
      <rect class="card" x="\(x.pixels)" y="\(y.pixels)" width="\(cardWidth.pixels)" \
      height="\(cardHeight.pixels)" rx="7"/>
      <path class="bar" d="M\(x.pixels) \((y + PreviewPicture.bar).pixels)h\(cardWidth.pixels)"/>
      <text class="name" x="\(left.pixels)" y="\((y + 18).pixels)"><tspan class="lang">\
      \(language.languageTag)</tspan> \(view.name.markup)</text>
      """
    ]
    for (row, line) in lines.enumerated() {
      let base = top + Double(row) * PreviewPicture.lineHeight + 13
      parts += line.words.map { word in
        let place = left + Double(word.column) * PreviewPicture.cell
        let length = Double(word.columns) * PreviewPicture.cell
        // A length for each word keeps the grid whatever font there is.
        return "<text\(word.style.attribute) x=\"\(place.pixels)\" y=\"\(base.pixels)\" "
          + "textLength=\"\(length.pixels)\" lengthAdjust=\"spacingAndGlyphs\">"
          + "\(word.text.markupOfSafe)</text>"
      }
    }
    return (parts + ["</g>"]).joined(separator: "\n")
  }

  private static let style = """
    text{font:14px "DejaVu Sans Mono","Liberation Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;\
    fill:#1f2328}
    .desk{fill:#eceae6}.card{fill:#fff;stroke:#c9c5bd}.bar{stroke:#e4e1da}
    .name{font:12px "DejaVu Sans","Liberation Sans",Helvetica,Arial,sans-serif;fill:#6b665d}
    .lang{font-weight:700;fill:#1f2328}
    .b{font-weight:700}.d{fill:#6b665d}.u{text-decoration:underline}.r{fill:#b42318}.g{fill:#1a7f37}
    .y{fill:#8a5a00;font-weight:700}.c{fill:#0b6a8f}
    """
}

extension Style {
  /// The class that a picture gives to text in the style.
  var className: String {
    switch self {
    case .plain: ""
    case .bold: "b"
    case .dim: "d"
    case .underline: "u"
    case .red: "r"
    case .green: "g"
    case .yellow: "y"
    case .cyan: "c"
    }
  }

  /// The class as an attribute; nothing for plain text.
  var attribute: String { className.isEmpty ? "" : " class=\"\(className)\"" }
}

extension Double {
  /// The number with one decimal at most, the same on every machine.
  fileprivate var pixels: String {
    let tenths = Int((self * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
  }
}
