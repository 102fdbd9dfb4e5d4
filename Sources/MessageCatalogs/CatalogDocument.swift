/// A catalog read in full, for whoever checks or edits it.
///
/// At run time ``MessageCatalog`` answers the same and is quicker to make.
package struct CatalogDocument: Sendable {
  /// The file as it is.
  package let bytes: [UInt8]
  /// The encoding it was read in.
  package let encoding: TextEncoding
  /// The entries in the order of the file, the header and the obsolete ones included.
  ///
  /// An entry that cannot be understood at all is not among them, only its fault.
  package let entries: [CatalogEntry]
  /// The position of the header among the entries; `nil` if the catalog has none.
  package let headerPosition: Int?
  /// The fields of the header.
  package let header: CatalogHeader?
  /// What is wrong with the file, in its order; at most 100.
  package let faults: [CatalogFault]
  /// How many faults there are, those not kept included.
  package let faultCount: Int
  /// The comments behind the last entry, which belong to none; `nil` if there are none.
  package let trailingComments: Range<Int>?
  /// Whether every line ends with CR LF.
  package let usesCRLF: Bool
  /// How many messages are translated, as `msgfmt --statistics` counts.
  package let statistics: CatalogStatistics

  /// Whether a byte order mark stands before everything.
  package var hasByteOrderMark: Bool { bytes.starts(with: byteOrderMark) }

  /// Reads a catalog.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is, in any line endings.
  ///   - sizeLimit: The longest file to read, in bytes; a longer one is a fault and holds nothing.
  /// - Complexity: O(*n*) in the bytes.
  package init(bytes: [UInt8], sizeLimit: Int = MessageCatalog.defaultSizeLimit) {
    let scan = CatalogScan(bytes: bytes, limit: sizeLimit)
    self.bytes = scan.bytes
    encoding = scan.encoding
    var lines = LineCounter(bytes: scan.bytes, encoding: scan.encoding)
    entries = scan.entries.map { CatalogEntry($0, in: scan, lines: &lines) }
    headerPosition = scan.header
    header = scan.headerText.map(CatalogHeader.init)
    faults = scan.faults.placed(in: scan.bytes, encoding: scan.encoding)
    faultCount = scan.faults.count
    trailingComments = scan.trailingComments
    usesCRLF = scan.usesCRLF
    statistics = CatalogStatistics(scan)
  }

  /// Finds the place of a byte of the file.
  ///
  /// - Complexity: O(*n*) in the offset.
  package func place(ofByte offset: Int) -> TextPlace {
    var lines = LineCounter(bytes: bytes, encoding: encoding)
    return lines.place(at: max(0, offset))
  }
}

extension CatalogEntry {
  fileprivate init(_ entry: StoredEntry, in scan: CatalogScan, lines: inout LineCounter) {
    place = lines.place(at: Int(entry.keyword))
    formPlaces = entry.forms.map { lines.place(at: Int(scan.texts[$0].start)) }
    comments = CommentLine.comments(before: entry, in: scan)
    context = entry.context.map(scan.string)
    id = scan.string(entry.id)
    plural = entry.plural.map(scan.string)
    forms = entry.forms.map(scan.string)
    isFuzzy = entry.traits.contains(.isFuzzy)
    isObsolete = entry.traits.contains(.isObsolete)
    isFaulty = entry.traits.contains(.isFaulty)
    bytes = Int(entry.start)..<Int(entry.end)
    var next = entry.forms.upperBound
    func text(_ trait: StoredEntry.Traits) -> String? {
      guard entry.traits.contains(trait) else { return nil }
      defer { next += 1 }
      return scan.string(next)
    }
    let previousContext = text(.hasPreviousContext)
    previous = text(.hasPreviousID).map { id in
      Previous(context: previousContext, id: id, plural: text(.hasPreviousPlural))
    }
  }
}

extension CommentLine {
  /// The comments above an entry; `#|` lines are none, they are part of the entry.
  fileprivate static func comments(
    before entry: StoredEntry,
    in scan: CatalogScan
  ) -> [CatalogComment] {
    scan.bytes[Int(entry.start)..<Int(entry.keyword)].split(separator: UInt8(ascii: "\n"))
      .compactMap { line in
        var line = line.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        if line.starts(with: "#~".utf8) {
          line = line.dropFirst(2).drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        }
        // A line of the entry itself: a keyword, a string, or the previous source.
        guard line.first == UInt8(ascii: "#"), !line.starts(with: "#|".utf8) else { return nil }
        if line.last == 0x0D { line.removeLast() }
        let kind = CommentLine(line).kind
        var text = line.dropFirst(kind == .translator ? 1 : 2)
        if text.first == 0x20 { text.removeFirst() }
        return CatalogComment(kind: kind, text: scan.encoding.text(text))
      }
  }
}
