package import TerminalForms

/// Previews in several languages, one beside the other where there is room.
package struct PreviewSheet {
  /// The views in one language.
  package struct Column: Sendable {
    /// The language's name.
    package let language: String
    /// The views, of the same subjects in every language.
    package let views: [PreviewView]

    /// Puts the views of a language together.
    package init(language: String, views: [PreviewView]) {
      self.language = language
      self.views = views
    }
  }

  private let columns: [Column]
  private let width: Int
  private let wording: Wording

  /// Puts languages beside each other.
  ///
  /// - Parameters:
  ///   - columns: The languages, left to right.
  ///   - width: The columns of the windows that the views are drawn for.
  ///   - wording: The language of what is said about them.
  package init(_ columns: [Column], width: Int, wording: Wording) {
    self.columns = columns
    self.width = width
    self.wording = wording
  }

  private static let gap = Line(" ") + Line("│", .dim) + Line(" ")

  /// The lines, every view under its name.
  package func lines(on page: Page) -> [Line] {
    let needed = columns.count * width + (columns.count - 1) * PreviewSheet.gap.displayWidth
    let views = columns.map(\.views.count).max() ?? 0
    let lines = (0..<views).flatMap { index -> [Line] in
      let shown = columns.compactMap { column in
        index < column.views.count ? (column.language, column.views[index]) : nil
      }
      let blocks = shown.map { language, view in
        heading("\(language) · \(view.name)", on: page) + block(view, on: page)
      }
      guard needed <= page.columns else { return blocks.flatMap { $0 + [""] } }
      let height = blocks.map(\.count).max() ?? 0
      return (0..<height).map { row in
        joined(blocks.map { row < $0.count ? $0[row] : "" })
      } + [""]
    }
    return Array(lines.dropLast())
  }

  /// The name of a view, in a rule that is as wide as its window.
  private func heading(_ text: String, on page: Page) -> [Line] {
    let rule = Line(Symbol.rule, .dim).spelled(in: page.repertoire)
    let lines = Line(text, .cyan).wrapped(
      on: Page(columns: width - 2, repertoire: page.repertoire),
      marker: rule + rule + Line(" ")
    )
    guard let last = lines.last else { return lines }
    let rest = max(0, width - last.displayWidth - 1)
    return lines.dropLast()
      + [last + Line(" ") + Line(String(repeating: rule.plain, count: rest), .dim)]
  }

  private func joined(_ cells: [Line]) -> Line {
    var line: Line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line = line + PreviewSheet.gap }
      line = line + (index + 1 < cells.count ? cell.padded(to: width) : cell)
    }
    return line
  }

  /// The lines of a view and what is to be said about its texts.
  func block(_ view: PreviewView, on page: Page) -> [Line] {
    let room = Page(columns: width - 1, repertoire: page.repertoire)
    return view.lines
      + view.marks.flatMap { mark in
        Line(sentence(for: mark)).wrapped(
          on: room,
          marker: Line(.warning, .yellow) + Line(" ")
        )
      }
  }

  /// What is said about a text, with its key.
  private func sentence(for mark: PreviewMark) -> String {
    let phrase: PreviewPhrase =
      switch mark.matter {
      case .untranslated: .untranslated
      case .fuzzy: .fuzzy
      case .cut: .cut
      }
    let text = mark.text.count > 60 ? "\(mark.text.prefix(59))…" : mark.text
    return "\(mark.context) “\(text)”: \(wording.text(phrase))"
  }
}
