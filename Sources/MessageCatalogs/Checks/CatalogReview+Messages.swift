/// Which message of the source each entry of a catalog translates.
struct SourceMatches {
  private let messages: [SourceMessage]
  /// For each entry the position of its message, or -1.
  private let positions: [Int32]
  /// Whether any entry translates a message of the source.
  let isComparable: Bool
  /// Whether there are messages to compare with, but nothing in common.
  let isForeign: Bool
  private let index: SourceIndex?
  /// The positions of the messages that no entry that is shown translates.
  let missing: [Int]
  var messageCount: Int { messages.count }

  /// Looks all messages up.
  ///
  /// - Complexity: O(*n*) in the messages and the entries.
  init(_ sources: [SourceMessage]?, in scan: CatalogScan) {
    messages = sources ?? []
    var positions = [Int32](repeating: -1, count: sources == nil ? 0 : scan.entries.count)
    var missing: [Int] = []
    var isKnown = false
    for (place, message) in messages.enumerated() {
      let position = scan.position(context: message.context, id: message.id)
      if let position, !scan.entries[position].traits.contains(.isObsolete) {
        positions[position] = Int32(place)
        isKnown = true
        let entry = scan.entries[position]
        if entry.isUsable, entry.forms.contains(where: { !scan.texts[$0].isEmpty }) { continue }
      }
      missing.append(place)
    }
    self.positions = positions
    isComparable = isKnown
    let count =
      scan.entries.count { !$0.traits.contains(.isObsolete) } - (scan.header == nil ? 0 : 1)
    isForeign = !messages.isEmpty && !isKnown && count > 0
    index = isKnown ? SourceIndex(messages) : nil
    self.missing = isForeign ? [] : missing
  }

  func message(of entry: Int) -> SourceMessage? {
    guard entry < positions.count, positions[entry] >= 0 else { return nil }
    return messages[Int(positions[entry])]
  }

  /// What stands at a place of the source now, and where a text stands now.
  func current(context: String?, id: String) -> (text: String?, place: String?) {
    (index?.texts(at: context).first, index?.contexts(of: id).first ?? nil)
  }
}

extension CatalogReview {
  /// C08, C11: an entry that the source has no message for.
  mutating func reviewKey(_ matches: SourceMatches) {
    let context = entry.context.map(scan.string)
    let (text, place) = matches.current(context: context, id: scan.string(entry.id))
    if let text, context?.utf8.first != nil, !CatalogReview.isFamily(context) {
      addToEntry(.fuzzy, .warning, .changedSource(current: text))
    } else {
      addToEntry(.messages, .error, .unknownMessage(movedTo: place))
    }
  }

  /// Whether many texts stand at the place, as those of the program do.
  private static func isFamily(_ context: String?) -> Bool {
    guard let context else { return true }
    return context.hasPrefix("alta/")
  }

  /// C11: an entry that waits for another look.
  mutating func reviewFuzzy() {
    var next = entry.forms.upperBound
    if entry.traits.contains(.hasPreviousContext) { next += 1 }
    let previous = entry.traits.contains(.hasPreviousID) ? scan.string(next) : nil
    addToEntry(.fuzzy, .warning, .fuzzy(previous: previous))
  }

  /// C08: what is missing of the source.
  mutating func reviewCoverage(_ matches: SourceMatches) {
    if matches.isForeign {
      add(Draft(check: .messages, severity: .warning, matter: .foreignCatalog))
    }
    for position in matches.missing {
      add(
        Draft(
          check: .messages,
          severity: .warning,
          matter: .missingMessage,
          mark: position..<position + 1
        )
      )
    }
    guard let wanted = settings.coverage, matches.messageCount > 0 else { return }
    let actual = (matches.messageCount - matches.missing.count) * 100 / matches.messageCount
    if actual < wanted || matches.isForeign {
      let matter = CatalogFinding.Matter.coverage(
        actual: matches.isForeign ? 0 : actual,
        wanted: wanted
      )
      add(Draft(check: .messages, severity: .error, matter: matter))
    }
  }
}
