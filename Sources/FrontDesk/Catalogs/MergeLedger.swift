package import MessageCatalogs
package import SourceTrees
package import TerminalForms

/// What became of each message when a catalog was brought up to date, to be printed.
package struct MergeLedger: Sendable {
  private let merge: CatalogMerge
  private let path: String

  /// Tells of a merge.
  package init(_ merge: CatalogMerge, path: String) {
    self.merge = merge
    self.path = path
  }

  /// For people: a line for each message that is not as it was, and the counts.
  ///
  /// Messages about which only the source's notes differ are counted, not listed.
  package func lines(_ wording: Wording) -> [Line] {
    let listed = merge.events.filter { $0.kind != .comments }
    let names = MergeEvent.Kind.allCases.map { wording.text($0.phrase) }
    let width = names.map(\.displayWidth).max() ?? 0
    var lines = listed.map { event in
      let name = wording.text(event.kind.phrase)
      let gap = String(repeating: " ", count: width - name.displayWidth + 2)
      let place = event.context.map { Line("\($0): ", .dim) } ?? Line("")
      return Line(name, event.kind.style) + Line(gap) + place + Line(event.change)
    }
    let counts = MergeEvent.Kind.allCases.compactMap { kind -> String? in
      let count = merge.events.count { $0.kind == kind }
      return count == 0 ? nil : "\(wording.text(kind.phrase)) \(count)"
    }
    let kept = "\(wording.text(CatalogPhrase.kept)) \(merge.keptCount)"
    lines.append(Line("\(path): \(([kept] + counts).joined(separator: ", "))"))
    return lines
  }

  /// For programs.
  package var json: JSONValue {
    .object([
      .init("file", .string(path)), .init("kept", .integer(merge.keptCount)),
      .init(
        "events",
        .array(
          merge.events.map { event in
            .object([
              .init("event", .string(event.kind.rawValue)),
              .init("key", event.context.map { .string($0) } ?? .null),
              .init("source", .string(event.id)),
              .init("previousKey", event.previousContext.map { .string($0) } ?? .null),
              .init("previousSource", event.previousID.map { .string($0) } ?? .null),
            ])
          }
        )
      ),
    ])
  }
}

extension MergeEvent {
  /// The text, and what was there before.
  fileprivate var change: String {
    let before = previousID.map { "“\($0)” → " } ?? ""
    let from = previousContext.map { " ← \($0)" } ?? ""
    return "\(before)“\(id)”\(from)"
  }
}

extension MergeEvent.Kind {
  fileprivate var phrase: CatalogPhrase {
    switch self {
    case .changed: .mergeChanged
    case .minor: .mergeMinor
    case .renamed: .mergeRenamed
    case .new: .mergeNew
    case .suggested: .mergeSuggested
    case .revived: .mergeRevived
    case .obsolete: .mergeObsolete
    case .removed: .mergeRemoved
    case .comments: .mergeComments
    }
  }

  fileprivate var style: Style {
    switch self {
    case .changed, .suggested: .yellow
    case .new: .green
    case .obsolete, .removed: .red
    case .minor, .renamed, .revived, .comments: .plain
    }
  }
}
