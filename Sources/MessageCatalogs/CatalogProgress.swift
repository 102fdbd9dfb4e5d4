/// How far a catalog is with some messages of the source.
package struct CatalogProgress: Sendable, Equatable {
  /// Messages with a translation that is shown.
  package var translated = 0
  /// Messages with a translation that someone must look at first.
  package var fuzzy = 0
  /// Messages without a translation.
  package var missing = 0

  /// All messages.
  package var total: Int { translated + fuzzy + missing }

  /// How many of a hundred messages are translated, rounded down; 100 of none.
  package var percent: Int { total == 0 ? 100 : translated * 100 / total }

  /// Knows of no message.
  package init() {}
}

/// What a catalog has for each message, to be asked for many sets of messages.
package struct CatalogCoverage: Sendable {
  private let scan: CatalogScan
  /// How many messages are translated, as `msgfmt --statistics` counts.
  package let statistics: CatalogStatistics
  /// What is wrong with the file, those faults included that are only counted.
  package var faultCount: Int { scan.faults.count }

  /// Reads a catalog.
  package init(bytes: [UInt8]) {
    scan = CatalogScan(bytes: bytes, limit: MessageCatalog.defaultSizeLimit)
    statistics = CatalogStatistics(scan)
  }

  /// Counts how far the catalog is with some messages.
  ///
  /// - Complexity: O(*n*) in the messages.
  package func progress(of messages: [SourceMessage]) -> CatalogProgress {
    var progress = CatalogProgress()
    for message in messages {
      guard let entry = scan.entry(context: message.context, id: message.id),
        !entry.traits.contains(.isObsolete),
        entry.forms.contains(where: { !scan.texts[$0].isEmpty })
      else {
        progress.missing += 1
        continue
      }
      if entry.traits.contains(.isFuzzy) { progress.fuzzy += 1 } else { progress.translated += 1 }
    }
    return progress
  }

  /// Those of some messages that the catalog has an entry for.
  package func present(in messages: [SourceMessage]) -> [SourceMessage] {
    messages.filter { scan.position(context: $0.context, id: $0.id) != nil }
  }

  /// Finds the entries of a message.
  ///
  /// - Parameter key: The place of the message, or the beginning of one that ends with `/`, or its text.
  /// - Returns: In the order of the file.
  package func entries(of key: String) -> [LocatedEntry] {
    var lines = LineCounter(bytes: scan.bytes, encoding: scan.encoding)
    var found: [LocatedEntry] = []
    for (position, entry) in scan.entries.enumerated()
    where position != scan.header && !entry.traits.contains(.isObsolete) {
      let context = entry.context.map(scan.string)
      let id = scan.string(entry.id)
      let isWanted =
        context == key || id == key || key.hasSuffix("/") && context?.hasPrefix(key) == true
      guard isWanted else { continue }
      found.append(
        LocatedEntry(
          line: lines.place(at: Int(entry.keyword)).line,
          context: context,
          id: id,
          forms: entry.forms.map(scan.string)
        )
      )
    }
    return found
  }
}

/// Where a message stands in a catalog, and what it says there.
package struct LocatedEntry: Sendable, Equatable {
  /// The line of its source text, counted from 1.
  package let line: Int
  /// The place of the message in the source.
  package let context: String?
  /// The source text.
  package let id: String
  /// The translation, or of a plural message one for each form.
  package let forms: [String]
}
