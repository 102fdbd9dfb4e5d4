/// How many messages of a catalog are translated.
package struct CatalogStatistics: Sendable, Equatable {
  /// Messages with a translation that is shown.
  package var translated = 0
  /// Messages with a translation that someone must look at first.
  package var fuzzy = 0
  /// Messages without a translation; of a plural message the first form decides.
  package var untranslated = 0

  /// All messages.
  package var total: Int { translated + fuzzy + untranslated }

  /// Counts as `msgfmt --statistics` does: without the header, unless that is empty, and without
  /// obsolete entries.
  init(_ scan: CatalogScan) {
    for (position, entry) in scan.entries.enumerated()
    where !entry.traits.contains(.isObsolete) {
      if scan.texts[entry.forms.lowerBound].isEmpty {
        untranslated += 1
      } else if position == scan.header {
        continue
      } else if entry.traits.contains(.isFuzzy) {
        fuzzy += 1
      } else {
        translated += 1
      }
    }
  }
}
