/// One run of all checks over a catalog.
///
/// Findings come in the order of the file; messages that are missing come last.
struct CatalogReview {
  let document: CatalogDocument
  private let language: LanguageTag?
  private let ignoredEverywhere: Set<String>
  private(set) var findings: [CatalogFinding] = []
  /// For each form, how many of the counts 0 to 1000 take it; `nil` without a sound rule.
  private(set) var frequencies: [Int]?

  init(_ document: CatalogDocument, language: LanguageTag?) {
    self.document = document
    self.language = language
    let list = document.header?["X-Alta-Ignore"] ?? ""
    ignoredEverywhere = Set(list.split { $0 == "," || $0.isWhitespace }.map(String.init))
  }

  mutating func run(sources: [SourceMessage]?) {
    for fault in document.faults { add(fault) }
    reviewHeader()
    let index = sources.map(SourceIndex.init)
    for (position, entry) in document.entries.enumerated() {
      reviewComments(of: entry)
      guard position != document.headerPosition, !entry.isObsolete, !entry.isFaulty else {
        continue
      }
      let source = index?.message(of: entry)
      if let index { reviewKey(of: entry, source: source, index: index) }
      if !entry.isFuzzy, !entry.isUntranslated { review(entry, source: source) }
    }
    findings.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    if let index { addMissing(index) }
  }

  /// Adds a finding about an entry; of a form, if one is given.
  mutating func add(
    _ check: CatalogCheck,
    _ severity: CatalogFinding.Severity = .error,
    _ matter: CatalogFinding.Matter,
    _ entry: CatalogEntry,
    form: Int? = nil
  ) {
    let place = form.map { entry.formPlaces[$0] } ?? entry.place
    add(check, severity, matter, at: place, entry, form: form)
  }

  /// Adds a finding about a place; about the whole catalog, if no entry is given.
  private mutating func add(
    _ check: CatalogCheck,
    _ severity: CatalogFinding.Severity,
    _ matter: CatalogFinding.Matter,
    at place: TextPlace,
    _ entry: CatalogEntry? = nil,
    form: Int? = nil
  ) {
    findings.append(
      CatalogFinding(
        check: check,
        severity: severity,
        matter: matter,
        line: place.line,
        column: place.column,
        context: entry?.context,
        id: entry?.id,
        translation: form.flatMap { entry?.forms[$0] },
        isIgnored: ignoredEverywhere.contains(check.rawValue)
          || entry?.ignoredChecks.contains(check.rawValue) == true
      )
    )
  }

  private mutating func add(_ fault: CatalogFault) {
    let check: CatalogCheck
    if case .duplicate = fault.reason { check = .duplicates } else { check = .syntax }
    let place = TextPlace(line: fault.line, column: fault.column)
    add(check, fault.isWarning ? .warning : .error, .fault(fault.reason), at: place)
  }

  private mutating func reviewComments(of entry: CatalogEntry) {
    if entry.comments.contains(where: { $0.text.utf8.containsWord("\u{FFFD}") }) {
      add(.syntax, .note, .undecodableComment, entry)
    }
  }
}

extension CatalogReview {
  /// The fields that `msgfmt --check-header` asks for, and what a template has in them.
  private static let fields: [(name: String, template: String?)] = [
    ("Project-Id-Version", "PACKAGE VERSION"),
    ("PO-Revision-Date", "YEAR-MO-DA HO:MI+ZONE"),
    ("Last-Translator", "FULL NAME <EMAIL@ADDRESS>"),
    ("Language-Team", "LANGUAGE <LL@li.org>"),
    ("Language", nil),
    ("MIME-Version", nil),
    ("Content-Type", "text/plain; charset=CHARSET"),
    ("Content-Transfer-Encoding", "ENCODING"),
  ]

  private mutating func reviewHeader() {
    guard let header = document.header, let position = document.headerPosition else {
      return add(.header, .error, .missingHeader, at: TextPlace(line: 1, column: 1))
    }
    let place = document.entries[position].place
    for (name, template) in CatalogReview.fields {
      let value = header[name] ?? ""
      if value.isEmpty {
        add(.header, .warning, .missingField(name), at: place)
      } else if value == template {
        add(.header, .warning, .templateValue(field: name), at: place)
      }
    }
    if document.encoding != .utf8, let charset = header.charset {
      add(.header, .warning, .notUTF8(charset), at: place)
    }
    if let language, let named = header["Language"], !named.isEmpty, LanguageTag(named) != language
    {
      add(.header, .error, .otherLanguage(header: named, file: language.name), at: place)
    }
    reviewPluralRule(header, at: place)
  }

  private mutating func reviewPluralRule(_ header: CatalogHeader, at place: TextPlace) {
    let hasPlurals = document.entries.contains { $0.plural != nil && !$0.isObsolete }
    let rule: PluralRule
    do {
      rule = try PluralRule(header: header.text)
    } catch {
      let isNamed = header.text.utf8.rest(behind: "nplurals=") != nil
      if hasPlurals || isNamed { add(.pluralRule, .error, .pluralRule(error), at: place) }
      return
    }
    if let fault = rule.fault {
      return add(.pluralRule, .error, .pluralRule(fault), at: place)
    }
    frequencies = rule.frequencies
    guard let language = language ?? header["Language"].flatMap(LanguageTag.init) else { return }
    if case .wrong(let count, let form, let expected, let right) =
      PluralMeaning(of: rule, in: language)
    {
      let matter = CatalogFinding.Matter.pluralMeaning(
        count: count,
        form: form,
        expected: expected,
        header: right
      )
      add(.pluralMeaning, .error, matter, at: place)
    }
  }
}

extension CatalogReview {
  private mutating func reviewKey(
    of entry: CatalogEntry,
    source: SourceMessage?,
    index: SourceIndex
  ) {
    guard source == nil else { return }
    if let current = index.texts(at: entry.context).first {
      add(.messages, .warning, .changedSource(current: current), entry)
    } else {
      let place = index.contexts(of: entry.id).first ?? nil
      add(.messages, .error, .unknownMessage(movedTo: place), entry)
    }
  }

  /// Adds the messages of the source that no entry translates.
  private mutating func addMissing(_ index: SourceIndex) {
    var translated: Set<SourceIndex.Key> = []
    for entry in document.entries
    where !entry.isObsolete && !entry.isFaulty && !entry.isFuzzy && !entry.isUntranslated {
      translated.insert(SourceIndex.Key(context: entry.context, id: entry.id))
    }
    for message in index.messages
    where !translated.contains(SourceIndex.Key(context: message.context, id: message.id)) {
      findings.append(
        CatalogFinding(
          check: .messages,
          severity: .warning,
          matter: .missingMessage,
          line: 0,
          column: 0,
          context: message.context,
          id: message.id,
          translation: nil,
          isIgnored: ignoredEverywhere.contains(CatalogCheck.messages.rawValue)
        )
      )
    }
  }
}

extension CatalogDocument {
  /// Checks the catalog.
  ///
  /// Fuzzy, obsolete and faulty entries are never shown, so their texts are not judged.
  ///
  /// - Parameters:
  ///   - sources: The messages of the wizards and the program; `nil` to leave out what needs them.
  ///   - language: What the file's name says; `nil` to believe the header.
  /// - Returns: In the order of the file, messages without a translation last. What the catalog
  ///   wants ignored is among them and says so.
  /// - Complexity: O(*n*) in the bytes and the messages.
  package func findings(sources: [SourceMessage]?, language: LanguageTag?) -> [CatalogFinding] {
    var review = CatalogReview(self, language: language)
    review.run(sources: sources)
    return review.findings
  }
}

extension CatalogEntry {
  /// The checks that a translator's comment `# alta: ignore C17 C06` switches off.
  fileprivate var ignoredChecks: [String] {
    comments.filter { $0.kind == .translator }.flatMap { comment -> [String] in
      let words = comment.text.split { $0 == "," || $0.isWhitespace }
      guard words.starts(with: ["alta:", "ignore"]) else { return [] }
      return words.dropFirst(2).map(String.init)
    }
  }
}
