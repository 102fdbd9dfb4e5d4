import PlainValues

/// One run of all checks over a catalog.
///
/// It reads the bytes of the scan entry by entry; strings are made of what is found only. Findings come in
/// the order of the file; messages that are missing come last.
struct CatalogReview {
  /// The most findings that are kept; a catalog of another language has one in every line.
  static let mostFindings = 10_000
  /// The longest text whose style is judged, in bytes.
  static let longestProse = 2_000

  let scan: CatalogScan
  let settings: CheckSettings
  let header: CatalogHeader?
  let style: CatalogStyle
  let glossary: [UInt64: [Glossary.Entry]]

  /// For each form, how many of the counts 0 to 1000 take it; `nil` without a sound rule.
  var frequencies: [Int]?
  var found: [Draft] = []
  private(set) var furtherCount = 0

  /// The entry under review, and its source text.
  var entry: StoredEntry
  var position = 0
  var form = 0
  var source = CheckedText()
  var singular = CheckedText()
  var plural = CheckedText()
  var text = CheckedText()
  /// The message of the wizards or the program that the entry translates.
  var message: SourceMessage?
  var role = MessageRole.other
  var families = TextFamilies()
  var addresses = AddressHits()

  /// A finding before its place is known.
  struct Draft {
    let check: CatalogCheck
    let severity: CatalogFinding.Severity
    var matter: CatalogFinding.Matter
    /// The entry's position; `nil` for a finding about the catalog.
    var entry: Int?
    /// The form that was judged; `nil` for the entry itself.
    var form: Int?
    /// The bytes of the text to look at.
    var mark: Range<Int>?
    var replacement: String?
    /// Another entry that the finding is about too, whose line is worked out in the end.
    var other: Int?
    /// Where it stands in the file.
    var offset = 0
  }

  init(_ scan: CatalogScan, settings: CheckSettings) {
    self.scan = scan
    self.settings = settings
    header = scan.headerText.map(CatalogHeader.init)
    style = CatalogStyle(header, language: settings.language)
    let language = settings.language ?? header?["Language"].flatMap(LanguageTag.init)
    glossary = settings.glossary.entries(in: language?.language ?? "")
    entry = StoredEntry(start: 0, end: 0, keyword: 0, firstText: 0, formCount: 0, traits: [])
  }

  mutating func run() {
    if settings.isTemplate { return reviewTemplate() }
    reviewHeader()
    let matches = SourceMatches(settings.sources, in: scan)
    for position in scan.entries.indices where position != scan.header {
      self.position = position
      entry = scan.entries[position]
      reviewComments()
      if entry.traits.contains(.isObsolete) || entry.traits.contains(.isFaulty) { continue }
      message = matches.message(of: position)
      if matches.isComparable, message == nil { reviewKey(matches) }
      if entry.traits.contains(.isFuzzy) {
        reviewFuzzy()
      } else {
        reviewTexts()
      }
    }
    reviewAddresses()
    reviewCoverage(matches)
  }

  private mutating func reviewTexts() {
    let forms = entry.forms
    guard forms.contains(where: { !scan.texts[$0].isEmpty }) else { return }
    role = MessageRole(of: entry, in: scan)
    singular.take(scan.texts[entry.id], of: scan)
    if let id = entry.plural { plural.take(scan.texts[id], of: scan) }
    reviewForms()
    for form in 0..<forms.count where !scan.texts[forms.lowerBound + form].isEmpty {
      self.form = form
      text.take(scan.texts[forms.lowerBound + form], of: scan)
      // Every form but that of exactly one is written after the plural.
      if entry.plural != nil, form > 0 || forms.count == 1 {
        swap(&source, &plural)
        reviewText()
        swap(&source, &plural)
      } else {
        swap(&source, &singular)
        reviewText()
        swap(&source, &singular)
      }
    }
  }

  /// Judges one form beside its source.
  private mutating func reviewText() {
    reviewPlaceholders()
    reviewLineFeeds()
    reviewWhiteSpace()
    reviewCharacters()
    reviewWidth()
    // Style is judged where people read; what is longer is no sentence, and could be made to take long.
    guard text.count <= CatalogReview.longestProse, source.count <= CatalogReview.longestProse
    else {
      return
    }
    reviewFinalPunctuation()
    reviewMarks()
    reviewQuotes()
    reviewWords()
    reviewBeginning()
    reviewSameness()
    reviewHotKey()
    reviewGlossary()
    reviewLiterals()
    reviewLength()
  }

  // MARK: Findings

  /// Adds a finding about the form under review.
  mutating func add(
    _ check: CatalogCheck,
    _ severity: CatalogFinding.Severity,
    _ matter: CatalogFinding.Matter,
    mark: Range<Int>? = nil,
    replacement: String? = nil,
    other: Int? = nil
  ) {
    add(
      Draft(
        check: check,
        severity: severity,
        matter: matter,
        entry: position,
        form: form,
        mark: mark,
        replacement: replacement,
        other: other
      )
    )
  }

  /// Adds a finding about the entry under review, whatever its forms say.
  mutating func addToEntry(
    _ check: CatalogCheck,
    _ severity: CatalogFinding.Severity,
    _ matter: CatalogFinding.Matter
  ) {
    add(Draft(check: check, severity: severity, matter: matter, entry: position))
  }

  /// Adds a finding; beyond the most it is only counted.
  mutating func add(_ draft: Draft) {
    guard found.count < CatalogReview.mostFindings else {
      furtherCount += 1
      return
    }
    found.append(draft)
  }

  private mutating func reviewComments() {
    // Bytes that are not text are rare, and a catalog in another encoding has none.
    guard scan.encoding == .utf8 else { return }
    let range = Int(entry.start)..<Int(entry.keyword)
    guard !range.isEmpty else { return }
    let isText = TextEncoding.utf8.accepts(scan.bytes.span.extracting(range))
    if !isText {
      addToEntry(.syntax, .note, .undecodableComment)
    }
  }

  private mutating func reviewForms() {
    guard entry.plural != nil else { return }
    let forms = entry.forms
    if let expected = frequencies?.count, expected != forms.count {
      addToEntry(.pluralRule, .error, .formCount(expected: expected, actual: forms.count))
    }
    for form in 0..<forms.count where scan.texts[forms.lowerBound + form].isEmpty {
      add(
        Draft(
          check: .emptyForms,
          severity: .error,
          matter: .emptyForm(form),
          entry: position,
          form: form
        )
      )
    }
    guard style.language != .other, forms.count > 1, singular.hash != plural.hash else { return }
    let texts = forms.map { scan.string($0) }
    if texts.dropFirst().allSatisfy({ $0 == texts[0] }), !texts[0].isEmpty {
      addToEntry(.equalForms, .note, .equalForms)
    }
  }
}
