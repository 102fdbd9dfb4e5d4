package import MessageCatalogs
package import SourceTrees
package import TerminalForms

/// The messages that differ between two catalogs, to be printed.
package struct DifferenceSheet: Sendable {
  private let differences: [CatalogDifference]

  /// Tells of differences, in the order given.
  package init(_ differences: [CatalogDifference]) {
    self.differences = differences
  }

  /// For people: the key of each message, then its texts, the old ones with `-` and the new ones with `+`.
  package func lines(_ wording: Wording) -> [Line] {
    differences.flatMap { difference -> [Line] in
      let name = wording.text(difference.kind.phrase)
      let mark = difference.isFuzzy ? Line(" (fuzzy)", .yellow) : Line("")
      var lines = [Line(difference.context ?? "", .bold) + Line(": \(name)") + mark]
      if let previous = difference.previousID { lines.append(Line("  - \(previous)", .dim)) }
      lines.append(Line("    \(difference.id)", .dim))
      lines += difference.old.map { Line("  - \($0)", .red) }
      lines += difference.new.map { Line("  + \($0)", .green) }
      return lines
    } + (differences.isEmpty ? [Line(wording.text(CatalogPhrase.noDifference))] : [])
  }

  /// For programs.
  package var json: JSONValue {
    func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
    return .array(
      differences.map { difference in
        .object([
          .init("difference", .string(difference.kind.rawValue)),
          .init("key", difference.context.map { .string($0) } ?? .null),
          .init("source", .string(difference.id)),
          .init("previousSource", difference.previousID.map { .string($0) } ?? .null),
          .init("old", texts(difference.old)), .init("new", texts(difference.new)),
          .init("fuzzy", .bool(difference.isFuzzy)),
        ])
      }
    )
  }
}

extension CatalogDifference.Kind {
  fileprivate var phrase: CatalogPhrase {
    switch self {
    case .added: .diffAdded
    case .removed: .diffRemoved
    case .source: .diffSource
    case .translation: .diffTranslation
    case .state: .diffState
    }
  }
}
