import PlainValues

/// What a review of a catalog found.
package struct CatalogVerdict: Sendable {
  /// What was found, in the order of the file; messages without a translation last.
  ///
  /// What the catalog wants ignored is among them and says so.
  package let findings: [CatalogFinding]
  /// How much more there is than is kept.
  package let furtherCount: Int
  /// The language that the catalog says it is in; `nil` if it names none.
  package let language: String?
  /// How many messages are translated.
  package let statistics: CatalogStatistics

  /// Checks a catalog.
  ///
  /// Fuzzy, obsolete and faulty entries are never shown, so their texts are not judged.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is.
  ///   - settings: What it is compared with.
  ///   - sizeLimit: The longest file to read, in bytes; a longer one is a fault and holds nothing.
  /// - Complexity: O(*n*) in the bytes and the messages.
  package init(
    of bytes: [UInt8],
    settings: CheckSettings,
    sizeLimit: Int = MessageCatalog.defaultSizeLimit
  ) {
    let scan = CatalogScan(bytes: bytes, limit: sizeLimit)
    var review = CatalogReview(scan, settings: settings)
    review.run()
    findings = review.findings
    furtherCount =
      review.furtherCount + max(0, scan.faults.count - min(scan.faults.count, FaultList.limit))
    language = review.header?["Language"]
    statistics = CatalogStatistics(scan)
  }
}

extension CatalogReview {
  /// What was found, with places and texts.
  fileprivate var findings: [CatalogFinding] {
    var drafts = found
    for index in drafts.indices { drafts[index].offset = offset(of: drafts[index]) }
    drafts.sort { $0.offset < $1.offset }
    let others = linesOfOthers(drafts)
    var lines = LineCounter(bytes: scan.bytes, encoding: scan.encoding)
    var words = EntryWords()
    var findings = scan.faults.placed(in: scan.bytes, encoding: scan.encoding).map(finding)
    var missing: [CatalogFinding] = []
    for draft in drafts {
      if draft.offset == .max {
        missing.append(finding(draft, at: TextPlace(line: 0, column: 0), &words))
      } else {
        var draft = draft
        if let other = draft.other, let line = others[other] {
          draft.matter = draft.matter.naming(line: line)
        }
        findings.append(finding(draft, at: lines.place(at: draft.offset), &words))
      }
    }
    // Faults and findings have been found apart; each of both is in order already.
    return findings.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < (
        $1.element.line, $1.element.column, $1.offset
      )
    }.map(\.element) + missing
  }

  /// The lines of the entries that findings about others name.
  private func linesOfOthers(_ drafts: [Draft]) -> [Int: Int] {
    var lines = LineCounter(bytes: scan.bytes, encoding: scan.encoding)
    var found: [Int: Int] = [:]
    for position in Set(drafts.compactMap(\.other)).sorted() {
      found[position] = lines.place(at: Int(scan.entries[position].keyword)).line
    }
    return found
  }

  /// What the findings about one entry have in common, made once.
  private struct EntryWords {
    var position: Int?
    var context: String?
    var texts: [Int: String] = [:]
    var ignored: Set<String> = []
  }

  private func offset(of draft: Draft) -> Int {
    if case .missingMessage = draft.matter { return .max }
    guard let position = draft.entry else { return draft.offset }
    let entry = scan.entries[position]
    guard let form = draft.form, form < entry.formCount else { return Int(entry.keyword) }
    let stored = scan.texts[entry.forms.lowerBound + form]
    guard let mark = draft.mark, scan.encoding == .utf8 else { return Int(stored.start) }
    return stored.offset(ofByte: mark.lowerBound, in: scan.bytes)
  }

  private func finding(_ fault: CatalogFault) -> CatalogFinding {
    let check: CatalogCheck
    if case .duplicate = fault.reason { check = .duplicates } else { check = .syntax }
    return CatalogFinding(
      check: check,
      severity: fault.isWarning ? .warning : .error,
      matter: .fault(fault.reason),
      line: fault.line,
      column: fault.column,
      context: nil,
      id: nil,
      translation: nil,
      mark: nil,
      replacement: nil,
      position: nil,
      isIgnored: style.ignored.contains(check.rawValue)
    )
  }

  private func finding(
    _ draft: Draft,
    at place: TextPlace,
    _ words: inout EntryWords
  ) -> CatalogFinding {
    var (context, id, translation): (String?, String?, String?) = (nil, nil, nil)
    var ignored = style.ignored
    func text(_ text: Int) -> String {
      if let known = words.texts[text] { return known }
      let string = scan.string(text)
      words.texts[text] = string
      return string
    }
    if case .missingMessage = draft.matter, let position = draft.mark?.lowerBound {
      let message = settings.sources?[position]
      (context, id) = (message?.context, message?.id)
    } else if let position = draft.entry {
      let entry = scan.entries[position]
      if words.position != position {
        words = EntryWords(position: position)
        words.ignored = Set(scan.ignoredChecks(of: entry))
      }
      context = entry.context.map(text)
      let usesPlural = entry.plural != nil && (draft.form ?? 0) > 0
      id = text(usesPlural ? entry.plural ?? entry.id : entry.id)
      translation = draft.form.map { text(entry.forms.lowerBound + $0) }
      ignored.formUnion(words.ignored)
    }
    return CatalogFinding(
      check: draft.check,
      severity: draft.severity,
      matter: draft.matter,
      line: place.line,
      column: place.column,
      context: context,
      id: id,
      translation: translation,
      mark: draft.entry == nil ? nil : draft.mark,
      replacement: draft.replacement,
      position: draft.entry.map { .init(entry: $0, form: draft.form ?? 0) },
      isIgnored: ignored.contains(draft.check.rawValue) && !draft.matter.isGate
    )
  }
}

extension CatalogFinding.Matter {
  /// Whether whoever checks has asked for it, so that no catalog can wave it through.
  fileprivate var isGate: Bool {
    if case .coverage = self { true } else { false }
  }

  /// The matter with the line of the other entry that it is about.
  fileprivate func naming(line: Int) -> Self {
    switch self {
    case .inconsistent(let other, _): .inconsistent(other: other, line: line)
    case .sameChoice: .sameChoice(line: line)
    case .sameHotKey(let key, _): .sameHotKey(key, line: line)
    default: self
    }
  }
}

extension CatalogScan {
  /// The checks that a translator's comment `# alta: ignore C17 C06` switches off.
  fileprivate func ignoredChecks(of entry: StoredEntry) -> [String] {
    bytes[Int(entry.start)..<Int(entry.keyword)].split(separator: UInt8(ascii: "\n"))
      .flatMap { line -> [String] in
        guard line.first == UInt8(ascii: "#"), CommentLine(line).kind == .translator else {
          return []
        }
        let words = encoding.text(line.dropFirst()).split { $0 == "," || $0.isWhitespace }
        guard words.starts(with: ["alta:", "ignore"]) else { return [] }
        return words.dropFirst(2).map(String.init)
      }
  }
}

extension StoredText {
  /// Where in the file a byte of the text stands.
  fileprivate func offset(ofByte wanted: Int, in file: [UInt8]) -> Int {
    if isPlain { return min(Int(start) + 1 + wanted, Int(end)) }
    let bytes = file.span.extracting(0..<Int(end))
    var index = Int(start)
    var isInside = false
    var count = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        isInside.toggle()
        index += 1
      } else if !isInside {
        index += 1
      } else {
        var end = index + 1
        var isNothing = false
        if byte == UInt8(ascii: "\\") {
          let escape = StringEscape(at: index, in: bytes)
          end = escape.end
          if case .nothing = escape.meaning { isNothing = true }
        }
        if !isNothing {
          if count == wanted { return index }
          count += 1
        }
        index = end
      }
    }
    return Int(start)
  }
}

extension CatalogDocument {
  /// Checks the catalog.
  ///
  /// - Parameter settings: What it is compared with.
  /// - Returns: What ``CatalogVerdict`` finds.
  package func findings(_ settings: CheckSettings) -> [CatalogFinding] {
    CatalogVerdict(of: bytes, settings: settings).findings
  }
}
