import PlainValues
package import RecordStorage

/// What became of an import as one page for a browser, which needs nothing else.
///
/// It loads nothing and runs nothing: whatever a row holds is shown as text.
package struct ImportPage {
  private let wording: Wording
  private let run: ImportRun
  private let statistics: ImportStatistics
  private let isRehearsal: Bool

  /// How many kinds of problems the chart shows.
  private static let mostBars = 20

  /// Prepares for an import.
  package init(
    of run: ImportRun,
    _ statistics: ImportStatistics,
    isRehearsal: Bool,
    wording: Wording
  ) {
    self.run = run
    self.statistics = statistics
    self.isRehearsal = isRehearsal
    self.wording = wording
  }

  /// The page in HTML.
  package var html: String {
    let title = wording.text(
      isRehearsal ? ImportPhrase.rehearsal : .summary,
      [("run", "\(run.number)"), ("source", run.source)]
    )
    var parts = [
      """
      <!DOCTYPE html>
      <html lang="\(wording.language.languageTag)"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title.markup)</title><style>\(ImportPage.style)</style></head><body>
      <h1>\(title.markup)</h1>
      <p>\("\(run.identity.wizard) · \(run.startedBy)".markup) · <time>\(run.startedAt.markup)</time></p>
      """
    ]
    parts.append(counts)
    if !statistics.kinds.isEmpty { parts += [chart, examples] }
    return parts.joined(separator: "\n") + "\n</body></html>\n"
  }

  // MARK: Parts

  private var counts: String {
    let counts = run.counts
    let parts: [(ImportPhrase, Int, String)] = [
      (.stored, counts.stored, "stored"), (.updated, counts.updated, "updated"),
      (.unchanged, counts.unchanged, "unchanged"), (.rejected, counts.rejected, "rejected"),
      (.skipped, counts.skipped, "skipped"),
    ].filter { $0.1 > 0 || $0.0 == .stored || $0.0 == .rejected }
    let strip = parts.filter { $0.1 > 0 }.map { part in
      let share = ImportPage.share(part.1, of: counts.read)
      let label = "\(wording.text(part.0)): \(wording.number(part.1))".markup
      return "<i class=\"\(part.2)\" style=\"width:\(share)%\" title=\"\(label)\"></i>"
    }
    let rows = parts.map { part in
      "<tr><th scope=\"row\"><i class=\"key \(part.2)\"></i>\(wording.text(part.0).markup)</th>"
        + "<td>\(wording.number(part.1))</td></tr>"
    }
    let read = "<tr><th scope=\"row\">\(wording.text(ImportPhrase.read).markup)</th>"
    return """
      <div class="strip" role="img" aria-label="\(wording.text(ImportPhrase.read).markup)">\(strip.joined())</div>
      <table class="figures">\(read)<td>\(wording.number(counts.read))</td></tr>\(rows.joined())</table>
      """
  }

  /// The problems by code and field, as bars that a table holds, so that they can be read aloud.
  private var chart: String {
    let most = statistics.kinds.first?.count ?? 1
    let rows = statistics.kinds.prefix(ImportPage.mostBars).map { kind in
      "<tr><th scope=\"row\">\(kind.code.markup)</th><td>\(kind.path.markup)</td>"
        + "<td class=\"count\">\(wording.number(kind.count))</td><td class=\"bar\">"
        + "<i class=\"rejected\" style=\"width:\(ImportPage.share(kind.count, of: most))%\"></i></td></tr>"
    }
    return table("problems", [.code, .field, .rows], rows, isBarred: true)
  }

  private var examples: String {
    let rows = statistics.first.map { row in
      let problems = row.found.map { problem in
        let place = problem.path.isEmpty ? "" : "<b>\(problem.path.markup)</b> "
        return "<li>\(place)\(problem.sentence.markup) <code>\(problem.code.markup)</code></li>"
      }
      return "<tr><th scope=\"row\">\(row.line)</th><td><ul>\(problems.joined())</ul>"
        + "<pre>\(row.content.markup)</pre></td></tr>"
    }
    return "<h2>\(wording.text(ImportPhrase.examples).markup)</h2>"
      + table("examples", [.line, .problemsOfRow], rows, isBarred: false)
  }

  private func table(
    _ name: String,
    _ headings: [ImportPhrase],
    _ rows: [String],
    isBarred: Bool
  ) -> String {
    let cells = headings.map { "<th scope=\"col\">\(wording.text($0).markup)</th>" }
    let bar = isBarred ? "<td></td>" : ""
    return "<table class=\"\(name)\"><thead><tr>\(cells.joined())\(bar)</tr></thead>"
      + "<tbody>\(rows.joined())</tbody></table>"
  }

  /// A share in hundredths, with one decimal, and never nothing of something.
  private static func share(_ count: Int, of whole: Int) -> String {
    let tenths = max(1, count * 1000 / max(1, whole))
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static let style = """
    :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--line:#d5dae0;--soft:#5b6570;
    --stored:#2f7d4f;--updated:#3b6fb6;--unchanged:#9aa5b1;--rejected:#c2452d;--skipped:#b58a2b}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--paper:#15181c;--line:#343b43;--soft:#98a3ae;
    --stored:#58b27c;--updated:#7aa7e6;--unchanged:#6b7682;--rejected:#e87a62;--skipped:#d9b355}}
    body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;
    margin:2rem auto;padding:0 1rem}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}p{color:var(--soft)}
    table{border-collapse:collapse}th{text-align:left;font-weight:600}td,th{padding:.3rem 1rem .3rem 0;
    vertical-align:top}.figures td,.count{text-align:right;font-variant-numeric:tabular-nums}
    .problems,.examples{width:100%;margin-top:1.5rem}tbody tr{border-top:1px solid var(--line)}
    .strip{display:flex;height:1.25rem;margin:1rem 0;border-radius:4px;overflow:hidden}.strip i{height:100%}
    .bar{width:40%}.bar i{display:block;height:1rem;border-radius:2px}.key{display:inline-block;width:.8rem;
    height:.8rem;border-radius:2px;margin-right:.5rem}.stored{background:var(--stored)}
    .updated{background:var(--updated)}.unchanged{background:var(--unchanged)}
    .rejected{background:var(--rejected)}.skipped{background:var(--skipped)}
    ul{margin:0;padding-left:1.1rem}pre{white-space:pre-wrap;overflow-wrap:anywhere;color:var(--soft);
    margin:.3rem 0 .6rem;font-size:.85rem}code{color:var(--soft)}
    """
}
