import TerminalForms

/// Previews as one page for a browser, which needs nothing else.
///
/// It loads nothing and runs nothing: whatever a catalog holds is shown as text.
package struct PreviewDocument {
  private let columns: [PreviewSheet.Column]
  private let width: Int
  private let title: String
  private let language: String
  private let sheet: PreviewSheet

  /// How pages of previews begin, by which alta knows a file that it may write again.
  package static let beginning = "<!DOCTYPE html>\n<html lang="

  /// Puts languages beside each other.
  ///
  /// - Parameters:
  ///   - columns: The languages, left to right.
  ///   - width: The columns of the windows that the views are drawn for.
  ///   - title: What the page is called.
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
    language = wording.language
    sheet = PreviewSheet(columns, width: width, wording: wording)
  }

  /// The page in HTML.
  package var html: String {
    let count = columns.map(\.views.count).max() ?? 0
    let sections = (0..<count).map { index in
      let shown = columns.filter { index < $0.views.count }
      let name = shown.first?.views[index].name.markup ?? ""
      let figures = shown.map { figure($0.views[index], in: $0.language) }
      return "<section id=\"v\(index)\"><h2>\(name)</h2><div>\(figures.joined())</div></section>"
    }
    let links = (0..<count).compactMap { index in
      columns.first { index < $0.views.count }.map { column in
        "<a href=\"#v\(index)\">\(column.views[index].name.markup)</a>"
      }
    }
    return """
      \(PreviewDocument.beginning)"\(language.languageTag)"><head><meta charset="utf-8"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <title>\(title.markup)</title><style>\(PreviewDocument.style)</style></head><body>
      <h1>\(title.markup)</h1>
      <nav>\(links.joined(separator: " "))</nav>
      \(sections.joined(separator: "\n"))
      </body></html>

      """
  }

  private func figure(_ view: PreviewView, in language: String) -> String {
    let lines = sheet.block(view, on: Page(columns: width)).map(PreviewDocument.line)
    return "<figure><figcaption>\(language.languageTag)</figcaption>"
      + "<pre lang=\"\(language.languageTag)\" style=\"width:\(width)ch\">"
      + "\(lines.joined(separator: "\n"))</pre></figure>"
  }

  private static func line(_ line: Line) -> String {
    var html = ""
    var column = 0
    for word in line.words {
      html += String(repeating: " ", count: max(0, word.column - column))
      column = word.column + word.columns
      // What another font may draw gets the room that a terminal gives it.
      let isOwn = word.text.unicodeScalars.contains { $0.value >= 0x2000 }
      let text = isOwn ? cells(of: word.text) : word.text.markupOfSafe
      html +=
        word.style == .plain ? text : "<span\(word.style.attribute)>\(text)</span>"
    }
    return html
  }

  private static func cells(of text: String) -> String {
    text.map { character in
      let markup = String(character).markupOfSafe
      guard character.unicodeScalars.contains(where: { $0.value >= 0x2000 }) else { return markup }
      return "<i\(character.displayWidth > 1 ? " class=\"w\"" : "")>\(markup)</i>"
    }.joined()
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1f2328;--soft:#6b665d;--desk:#eceae6;--card:#fff;--edge:#c9c5bd;\
    --r:#b42318;--g:#1a7f37;--y:#8a5a00;--c:#0b6a8f}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e3dc;--soft:#a39d92;--desk:#191816;--card:#242220;\
    --edge:#4a463f;--r:#ff8f84;--g:#6fd68a;--y:#f0b95a;--c:#6cc6ea}}
    body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--desk);margin:1.5rem}
    h1{font-size:1.25rem;margin:0 0 .6rem}h2{font-size:.95rem;margin:0 0 .4rem;font-weight:600}
    nav{display:flex;flex-wrap:wrap;gap:.1rem .9rem;margin-bottom:1.4rem;font-size:.85rem}
    nav a{color:var(--c);text-decoration:none}nav a:hover{text-decoration:underline}
    section{margin-bottom:1.6rem}section>div{display:flex;flex-wrap:wrap;align-items:flex-start;gap:1rem}
    figure{margin:0;background:var(--card);border:1px solid var(--edge);border-radius:7px;overflow:auto}
    figcaption{font-size:.8rem;font-weight:700;padding:.25rem .8rem;border-bottom:1px solid var(--edge)}
    pre{font:14px/1.36 "DejaVu Sans Mono","Liberation Mono",Menlo,Consolas,monospace;margin:0;padding:.8rem;\
    min-width:max-content;box-sizing:content-box}
    i{font-style:normal;display:inline-block;width:1ch;text-align:center}i.w{width:2ch}
    .b{font-weight:700}.d{color:var(--soft)}.u{text-decoration:underline}.r{color:var(--r)}.g{color:var(--g)}
    .y{color:var(--y);font-weight:700}.c{color:var(--c)}
    """
}
