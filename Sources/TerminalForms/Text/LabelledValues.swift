/// Labels with their values beside them: answers to check, one record, the options in a help text.
package struct LabelledValues: Sendable {
  /// A label and what belongs to it.
  package struct Entry: Sendable {
    /// What stands on the left.
    package let label: Line
    /// What stands on the right, in lines that are wrapped one by one.
    package let value: [Line]

    /// Makes an entry of a label and the lines of its value.
    package init(_ label: Line, _ value: [Line]) {
      self.label = label
      self.value = value
    }

    /// Makes an entry of a label and a value of one line.
    package init(_ label: Line, _ value: Line) {
      self.init(label, [value])
    }
  }

  /// The entries, top to bottom.
  package let entries: [Entry]
  /// What follows each label.
  package let mark: Line

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - entries: The entries, top to bottom.
  ///   - mark: What follows each label; empty for the options in a help text.
  package init(_ entries: [Entry], mark: Line = ":") {
    self.entries = entries
    self.mark = mark
  }

  /// Lays the list out.
  ///
  /// The values begin in one column, and a label too long for its column takes a line of its own. Where
  /// the values would have hardly any room, they stand under their labels instead.
  ///
  /// - Parameters:
  ///   - page: Where the lines must fit, and in which characters.
  ///   - indent: Columns left free before every line; fewer where the page is too narrow.
  /// - Returns: The lines, in the characters of the page, without padding at their ends.
  /// - Complexity: O(*n*).
  package func lines(on page: Page, indent: Int = 0) -> [Line] {
    let indent = page.indent(indent)
    let labels = entries.map { ($0.label + mark).spelled(in: page.repertoire) }
    let widest = (page.columns - indent) / 5 * 2
    let label = labels.map(\.displayWidth).filter { $0 <= widest }.max() ?? 0
    let start = indent + label + LabelledValues.gap
    if page.columns - start < LabelledValues.narrowestValue || label == 0 {
      return zip(labels, entries).flatMap { label, entry in
        label.wrapped(on: page, indent: indent)
          + entry.lines(on: page, indent: indent + LabelledValues.gap)
      }
    }
    return zip(labels, entries).flatMap { label, entry in
      guard let first = entry.value.first, label.displayWidth <= widest else {
        return label.wrapped(on: page, indent: indent) + entry.lines(on: page, indent: start)
      }
      let marker = label.padded(to: start - indent)
      return first.wrapped(on: page, indent: indent, marker: marker)
        + entry.value.dropFirst().flatMap { $0.wrapped(on: page, indent: start) }
    }
  }

  private static let gap = 2
  private static let narrowestValue = 16
}

extension LabelledValues.Entry {
  /// The value in lines of its own; none where it is empty.
  fileprivate func lines(on page: Page, indent: Int) -> [Line] {
    if value.allSatisfy(\.isEmpty) { return [] }
    return value.flatMap { $0.wrapped(on: page, indent: indent) }
  }
}
