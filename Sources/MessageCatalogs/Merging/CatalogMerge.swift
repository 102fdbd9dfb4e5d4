import PlainValues

/// A catalog brought up to date with the messages of its source.
///
/// Messages are matched by place and text, then by place alone, then by text alone, and only on request by
/// likeness. Entries that need no change keep their bytes.
package struct CatalogMerge: Sendable {
  /// The file as it should be; the very bytes of the old one where nothing has changed.
  package private(set) var bytes: [UInt8]
  /// What became of messages that were not left as they are, in the order of the source; what is gone last.
  package private(set) var events: [MergeEvent] = []
  /// How many messages were left as they are.
  package private(set) var keptCount = 0

  /// Merges; `nil` where the file cannot be read as a catalog in UTF-8 without faults.
  ///
  /// - Parameters:
  ///   - old: The file as it is; one with faults is left alone.
  ///   - messages: All messages of the source, in reading order.
  ///   - options: What is done beyond what is certain.
  ///   - date: The value of `POT-Creation-Date` where messages have come, gone or changed.
  package init?(
    of old: [UInt8],
    with messages: [SourceMessage],
    options: MergeOptions = MergeOptions(),
    date: String
  ) {
    let scan = CatalogScan(bytes: old, limit: MessageCatalog.defaultSizeLimit)
    guard scan.faults.count == 0, scan.encoding == .utf8 else { return nil }
    var matching = MergeMatching(scan, messages: messages, options: options)
    matching.run()
    var writing = MergeWriting(scan, messages: messages, options: options)
    writing.write(matching)
    (events, keptCount) = (writing.events, writing.keptCount)
    var edit = writing.edit
    let isReal = events.contains { $0.kind != .comments }
    if isReal, let range = scan.headerValue("POT-Creation-Date") { edit.replace(range, with: date) }
    bytes = edit.isEmpty ? old : edit.applied(to: old)
    bytes = writing.joined(bytes)
  }
}
