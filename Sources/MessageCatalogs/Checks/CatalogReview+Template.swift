import PlainValues

extension CatalogReview {
  /// C34: source texts that cannot be translated well, for whoever writes them.
  mutating func reviewTemplate() {
    for position in scan.entries.indices where position != scan.header {
      self.position = position
      entry = scan.entries[position]
      if entry.traits.contains(.isObsolete) || entry.traits.contains(.isFaulty) { continue }
      source.take(scan.texts[entry.id], of: scan)
      reviewSource()
      if let plural = entry.plural {
        source.take(scan.texts[plural], of: scan)
        reviewSource()
      }
    }
  }

  private mutating func reviewSource() {
    role = MessageRole(of: entry, in: scan)
    if source.has(UInt8(ascii: "{")) {
      for part in Template(source.string).malformed {
        let name = part.utf8.dropFirst().dropLast()
        if name.count == 1, name.allSatisfy(\.isASCIILetter) {
          addToSource(.warning, .shortPlaceholder(part))
        }
      }
    }
    if source.bytes.first == 0x20 || source.bytes.last == 0x20 { addToSource(.warning, .fragment) }
    // Behind one letter alone it is a function.
    if let place = source.place(of: "(s)"),
      source.words.contains(where: { $0.end == place.lowerBound && $0.end - $0.start > 1 })
    {
      addToSource(.warning, .optionalPlural)
    }
    let words = source.words.count { !$0.isCode }
    if words == 1, source.words.count == 1, !hasExtractedComment, role != .name {
      addToSource(.warning, .loneWord)
    }
    guard let message = settings.sources?.first(where: isMessage), let room = message.room else {
      return
    }
    let columns = settings.width(source.string)
    if columns > room.columns {
      addToSource(.warning, .wideSource(columns: columns, room: room.columns))
    }
  }

  private func isMessage(_ message: SourceMessage) -> Bool {
    message.room != nil && message.id == source.string
      && message.context == entry.context.map(scan.string)
  }

  private mutating func addToSource(
    _ severity: CatalogFinding.Severity,
    _ matter: CatalogFinding.Matter
  ) {
    addToEntry(.source, severity, matter)
  }

  /// Whether the source says something to the translator.
  private var hasExtractedComment: Bool {
    scan.bytes[Int(entry.start)..<Int(entry.keyword)].split(separator: UInt8(ascii: "\n"))
      .contains { $0.starts(with: "#.".utf8) }
  }
}
