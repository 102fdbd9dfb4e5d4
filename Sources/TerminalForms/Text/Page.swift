/// The room that text is laid out in.
package struct Page: Hashable, Sendable {
  /// The columns of a line, at least one.
  package let columns: Int
  /// The characters that can be shown.
  package let repertoire: Repertoire

  /// Makes a page; fewer than one column become one.
  package init(columns: Int, repertoire: Repertoire = .unicode) {
    self.columns = max(1, columns)
    self.repertoire = repertoire
  }

  /// The columns that are left beside an indent; an indent that leaves hardly any is cut.
  func indent(_ wanted: Int) -> Int {
    max(0, min(wanted, columns - Page.fewestUsefulColumns))
  }

  /// Below this, words would be cut at nearly every line.
  private static let fewestUsefulColumns = 8
}
