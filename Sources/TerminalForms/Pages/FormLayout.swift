/// Where labels and values stand.
struct FormLayout {
  let page: Page
  /// The columns of the labels, marker included; `nil` where values stand under their labels.
  let labels: Int?

  /// Below so many columns values stand under their labels.
  private static let fewestForTwoColumns = 60

  init(of rows: [FormPage.Row], on page: Page) {
    self.page = page
    guard page.columns >= FormLayout.fewestForTwoColumns else {
      labels = nil
      return
    }
    // A label that is too long for its column takes a line of its own, and widens it for no other.
    let most = page.columns * 9 / 20
    let widths = rows.lazy.filter { $0.kind == .field }.map {
      $0.label.spelled(in: page.repertoire).displayWidth
    }
    labels = (widths.filter { $0 <= most }.max() ?? min(most, widths.max() ?? 0)) + 2
  }

  /// The columns left of the values.
  var indent: Int { labels.map { $0 + 2 } ?? page.indent(4) }

  /// The columns that a value may take.
  var room: Int { max(1, page.columns - indent) }
}
