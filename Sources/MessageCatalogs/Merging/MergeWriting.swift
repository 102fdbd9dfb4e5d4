import PlainValues

/// The changes to the bytes of a catalog that a merge makes.
struct MergeWriting {
  private(set) var edit = CatalogEdit()
  private(set) var events: [MergeEvent] = []
  private(set) var keptCount = 0

  private let scan: CatalogScan
  private let messages: [SourceMessage]
  private let options: MergeOptions
  private let formCount: Int
  private var lineEnd: String { scan.lineEnd }
  /// What follows an entry: new entries that come next in the source.
  private var insertions: [(offset: Int, text: String)] = []
  private var obsolete: [String] = []

  init(_ scan: CatalogScan, messages: [SourceMessage], options: MergeOptions) {
    self.scan = scan
    self.messages = messages
    self.options = options
    formCount = PluralRule.reading(scan.headerText.map(CatalogHeader.init)).rule.formCount
  }

  mutating func write(_ matching: MergeMatching) {
    // New entries stand behind the message before them in the source.
    var anchor = scan.header.map { Int(scan.entries[$0].end) } ?? 0
    for (message, match) in zip(messages, matching.matches) {
      switch match {
      case .same(let position):
        keep(position, message)
        if !scan.entries[position].traits.contains(.isObsolete) {
          anchor = Int(scan.entries[position].end)
        } else {
          insert(revived(position, message), at: anchor)
        }
      case .changed(let position):
        if scan.entries[position].traits.contains(.isObsolete) {
          remove(position)
          insert(changed(position, message).text(lineEnd: lineEnd), at: anchor)
        } else {
          edit.replace(range(of: position), with: changed(position, message).text(lineEnd: lineEnd))
          anchor = Int(scan.entries[position].end)
        }
      case .renamed(let position):
        remove(position)
        insert(renamed(position, message), at: anchor)
      case .similar(let position): insert(similar(position, message), at: anchor)
      case .new:
        note(.new, message)
        insert(block(message, forms: emptyForms(of: message)).text(lineEnd: lineEnd), at: anchor)
      }
    }
    for position in matching.unused { retire(position) }
    if options.prunes { prune() }
    for insertion in insertions {
      let before = insertion.offset == 0 ? "" : lineEnd + lineEnd
      let behind = insertion.offset == 0 ? lineEnd + lineEnd : ""
      edit.replace(insertion.offset..<insertion.offset, with: before + insertion.text + behind)
    }
  }

  /// The file with what is obsolete at its end.
  func joined(_ bytes: [UInt8]) -> [UInt8] {
    if edit.isEmpty { return bytes }
    var bytes = bytes
    let feeds: [UInt8] = Array(lineEnd.utf8)
    // What stood last may have gone, and has left its empty line.
    while bytes.suffix(2 * feeds.count).elementsEqual(feeds + feeds) {
      bytes.removeLast(feeds.count)
    }
    guard !obsolete.isEmpty else { return bytes }
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    for block in obsolete { bytes += Array((lineEnd + lineEnd + block).utf8) }
    return bytes + feeds
  }

  // MARK: Entries

  private mutating func keep(_ position: Int, _ message: SourceMessage) {
    let entry = scan.entries[position]
    if entry.traits.contains(.isObsolete) {
      remove(position)
      return note(.revived, message)
    }
    // Only the lines about the message are written anew, and only where they differ.
    let lines = scan.headLines(of: entry)
    let notes = lines.filter { CatalogScan.isNote($0) }.map(CatalogScan.regular)
    let flags = lines.flatMap(CatalogScan.flags)
    let needed = EntryBlock.flags(of: message)
    let isStale = flags.contains(EntryBlock.format) && !needed.contains(EntryBlock.format)
    if notes == EntryBlock.notes(of: message).map(CatalogScan.regular), !isStale,
      needed.allSatisfy(flags.contains)
    {
      keptCount += 1
      return
    }
    note(.comments, message)
    var head = block(message, forms: [])
    head.remarks = lines.filter { CatalogScan.isRemark($0) }
    head.isFuzzy = entry.traits.contains(.isFuzzy)
    head.flags = flags.filter { $0 != "fuzzy" && $0 != EntryBlock.format }
    let text = head.head(lineEnd: lineEnd).map { $0 + lineEnd }.joined()
    edit.replace(Int(entry.start)..<scan.endOfHead(of: entry), with: text)
  }

  private mutating func revived(_ position: Int, _ message: SourceMessage) -> String {
    var revived = block(message, forms: forms(of: position, for: message))
    carryOver(position, to: &revived)
    return revived.text(lineEnd: lineEnd)
  }

  private mutating func changed(_ position: Int, _ message: SourceMessage) -> EntryBlock {
    let entry = scan.entries[position]
    let id = scan.string(entry.id)
    let plural = entry.plural.map(scan.string)
    var changed = block(message, forms: forms(of: position, for: message))
    carryOver(position, to: &changed)
    let isMinor =
      options.trustsMinor && !changed.isFuzzy && id.withoutMinor == message.id.withoutMinor
      && plural?.withoutMinor == message.plural?.withoutMinor
    if scan.hasTranslation(position), !isMinor {
      changed.isFuzzy = true
      changed.previous = (entry.context.map(scan.string), id, plural)
    }
    note(isMinor ? .minor : .changed, message, before: position)
    return changed
  }

  private mutating func renamed(_ position: Int, _ message: SourceMessage) -> String {
    note(.renamed, message, before: position)
    var renamed = block(message, forms: forms(of: position, for: message))
    carryOver(position, to: &renamed)
    return renamed.text(lineEnd: lineEnd)
  }

  private mutating func similar(_ position: Int, _ message: SourceMessage) -> String {
    note(.suggested, message, before: position)
    let entry = scan.entries[position]
    var similar = block(message, forms: forms(of: position, for: message))
    similar.isFuzzy = true
    similar.previous = (
      entry.context.map(scan.string), scan.string(entry.id), entry.plural.map(scan.string)
    )
    return similar.text(lineEnd: lineEnd)
  }

  /// Takes an entry out of the source's part, and puts it at the end unless it is to go or says nothing.
  private mutating func retire(_ position: Int) {
    let entry = scan.entries[position]
    remove(position)
    let isKept = scan.hasTranslation(position) && !options.prunes
    events.append(
      MergeEvent(
        kind: isKept ? .obsolete : .removed,
        context: entry.context.map(scan.string),
        id: scan.string(entry.id),
        previousContext: nil,
        previousID: nil
      )
    )
    guard isKept else { return }
    let head = scan.headLines(of: entry).filter { CatalogScan.isRemark($0) || $0.hasPrefix("#,") }
    let body = scan.text(scan.endOfHead(of: entry)..<Int(entry.end)).split(separator: "\n")
      .map { line in
        let line = line.hasSuffix("\r") ? line.dropLast() : line
        return line.hasPrefix("#|") ? "#~" + line.dropFirst() : "#~ " + line
      }
    obsolete.append((head + body).joined(separator: lineEnd))
  }

  private mutating func prune() {
    for position in scan.entries.indices
    where scan.entries[position].traits.contains(.isObsolete) {
      remove(position)
      events.append(
        MergeEvent(
          kind: .removed,
          context: scan.entries[position].context.map(scan.string),
          id: scan.string(scan.entries[position].id),
          previousContext: nil,
          previousID: nil
        )
      )
    }
  }

  // MARK: Parts

  private func block(_ message: SourceMessage, forms: [String]) -> EntryBlock {
    EntryBlock(message: message, forms: forms)
  }

  private func emptyForms(of message: SourceMessage) -> [String] {
    Array(repeating: "\"\"", count: message.plural == nil ? 1 : formCount)
  }

  /// The forms of an entry as they stand in the file, as many as the message needs.
  private func forms(of position: Int, for message: SourceMessage) -> [String] {
    let entry = scan.entries[position]
    if entry.traits.contains(.isObsolete) {
      return fitted(
        entry.forms.map { CatalogText.quoted(scan.string($0), lineEnd: lineEnd) },
        message
      )
    }
    return fitted(entry.forms.map { scan.text(scan.range(of: $0)) }, message)
  }

  private func fitted(_ forms: [String], _ message: SourceMessage) -> [String] {
    guard message.plural != nil else { return Array(forms.prefix(1)) }
    let first = forms.first ?? "\"\""
    return (0..<formCount).map { $0 < forms.count ? forms[$0] : first }
  }

  /// Keeps what translators have said and set.
  private func carryOver(_ position: Int, to block: inout EntryBlock) {
    let entry = scan.entries[position]
    let lines = scan.headLines(of: entry)
    block.remarks = lines.filter { CatalogScan.isRemark($0) }
    block.isFuzzy = entry.traits.contains(.isFuzzy)
    block.flags = lines.flatMap(CatalogScan.flags).filter {
      $0 != "fuzzy" && $0 != EntryBlock.format
    }
    guard block.isFuzzy, entry.traits.contains(.hasPreviousID) else { return }
    var next = entry.forms.upperBound
    var context: String?
    if entry.traits.contains(.hasPreviousContext) {
      context = scan.string(next)
      next += 1
    }
    block.previous = (
      context, scan.string(next),
      entry.traits.contains(.hasPreviousPlural) ? scan.string(next + 1) : nil
    )
  }

  private func range(of position: Int) -> Range<Int> {
    Int(scan.entries[position].start)..<Int(scan.entries[position].end)
  }

  /// Removes an entry with the empty lines behind it.
  private mutating func remove(_ position: Int) {
    let range = range(of: position)
    var end = range.upperBound
    while end < scan.bytes.count, scan.bytes[end] == 0x0A || scan.bytes[end] == 0x0D { end += 1 }
    edit.replace(range.lowerBound..<end, with: "")
  }

  private mutating func insert(_ text: String, at offset: Int) {
    insertions.append((offset, text))
  }

  private mutating func note(
    _ kind: MergeEvent.Kind,
    _ message: SourceMessage,
    before position: Int? = nil
  ) {
    let entry = position.map { scan.entries[$0] }
    let context = entry?.context.map(scan.string)
    let id = entry.map { scan.string($0.id) }
    events.append(
      MergeEvent(
        kind: kind,
        context: message.context,
        id: message.id,
        previousContext: context == message.context ? nil : context,
        previousID: id == message.id ? nil : id
      )
    )
  }
}

extension CatalogScan {
  /// The text of a part of the file, which is UTF-8.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The comment lines above an entry, `#|` and what belongs to the message left out.
  func headLines(of entry: StoredEntry) -> [String] {
    let isObsolete = entry.traits.contains(.isObsolete)
    return text(Int(entry.start)..<endOfHead(of: entry)).split(separator: "\n").map { line in
      var line = line
      if line.hasSuffix("\r") { line = line.dropLast() }
      if isObsolete, line.hasPrefix("#~ ") { line = line.dropFirst(3) }
      return String(line)
    }.filter { $0.hasPrefix("#") }
  }

  /// Where the first line begins that is no comment about the message: `#|`, `#~` or a keyword.
  func endOfHead(of entry: StoredEntry) -> Int {
    var line = Int(entry.start)
    while line < Int(entry.keyword) {
      let isComment = bytes[line] == UInt8(ascii: "#")
      let next = line + 1 < bytes.count ? bytes[line + 1] : 0
      if !isComment || next == UInt8(ascii: "|") || next == UInt8(ascii: "~") { return line }
      line = bytes.span.endOfLine(from: line) + 1
    }
    return min(line, Int(entry.keyword))
  }

  /// A comment line as alta writes it: one blank behind the marker, none at the end.
  static func regular(_ line: String) -> String {
    let marker = line.prefix(2)
    var text = line.dropFirst(2).drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text.isEmpty ? String(marker) : "\(marker) \(text)"
  }

  /// Whether a comment line is a translator's own.
  static func isRemark(_ line: String) -> Bool {
    CommentLine(Array(line.utf8)[...]).kind == .translator
  }

  /// Whether a comment line comes from the source.
  static func isNote(_ line: String) -> Bool {
    let kind = CommentLine(Array(line.utf8)[...]).kind
    return kind == .extracted || kind == .reference
  }

  /// The flags of a comment line.
  static func flags(of line: String) -> [String] {
    CommentLine(Array(line.utf8)[...]).flags.map { String(decoding: $0, as: UTF8.self) }
  }
}
