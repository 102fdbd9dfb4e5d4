/// The messages of a template in PO, instead of those of wizards and program.
package enum SourceTemplate {
  /// Reads the messages of a template or a catalog; `nil` where it has faults or is not in UTF-8.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func messages(of bytes: [UInt8]) -> [SourceMessage]? {
    let scan = CatalogScan(bytes: bytes, limit: MessageCatalog.defaultSizeLimit)
    guard scan.faults.count == 0, scan.encoding == .utf8 else { return nil }
    return scan.entries.indices.compactMap { position in
      let entry = scan.entries[position]
      guard position != scan.header, !entry.traits.contains(.isObsolete) else { return nil }
      let lines = scan.headLines(of: entry).map(CatalogScan.regular)
      func texts(_ marker: String) -> [String] {
        lines.filter { $0.hasPrefix(marker) }.map { String($0.dropFirst(3)) }
      }
      return SourceMessage(
        context: entry.context.map(scan.string),
        id: scan.string(entry.id),
        plural: entry.plural.map(scan.string),
        comments: texts("#."),
        references: texts("#:"),
        flags: lines.flatMap(CatalogScan.flags).filter { $0 != "fuzzy" }
      )
    }
  }
}
