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

  /// C03, C04, C05: the header, and the plural rule in it.
  mutating func reviewHeader() {
    guard let header, scan.header != nil else {
      return addToHeader(.header, .error, .missingHeader)
    }
    for (name, template) in CatalogReview.fields {
      let value = header[name] ?? ""
      if value.isEmpty {
        addToHeader(.header, .warning, .missingField(name))
      } else if value == template {
        addToHeader(.header, .warning, .templateValue(field: name))
      }
    }
    if scan.encoding != .utf8, let charset = header.charset {
      addToHeader(.header, .warning, .notUTF8(charset))
    }
    if let language = settings.language, let named = header["Language"], !named.isEmpty,
      LanguageTag(named) != language
    {
      addToHeader(.header, .error, .otherLanguage(header: named, file: language.name))
    }
    reviewPluralRule(header)
  }

  private mutating func addToHeader(
    _ check: CatalogCheck,
    _ severity: CatalogFinding.Severity,
    _ matter: CatalogFinding.Matter
  ) {
    let offset = scan.header.map { Int(scan.entries[$0].keyword) } ?? 0
    add(Draft(check: check, severity: severity, matter: matter, offset: offset))
  }

  private mutating func reviewPluralRule(_ header: CatalogHeader) {
    let rule: PluralRule
    do {
      rule = try PluralRule(header: header.text)
    } catch {
      let hasPlurals = scan.entries.contains {
        $0.plural != nil && !$0.traits.contains(.isObsolete)
      }
      let isNamed = header.text.utf8.rest(behind: "nplurals=") != nil
      if hasPlurals || isNamed { addToHeader(.pluralRule, .error, .pluralRule(error)) }
      return
    }
    if let fault = rule.fault {
      return addToHeader(.pluralRule, .error, .pluralRule(fault))
    }
    frequencies = rule.frequencies
    guard let language = settings.language ?? header["Language"].flatMap(LanguageTag.init) else {
      return
    }
    if case .wrong(let count, let form, let expected, let right) =
      PluralMeaning(of: rule, in: language)
    {
      let matter = CatalogFinding.Matter.pluralMeaning(
        count: count,
        form: form,
        expected: expected,
        header: right
      )
      addToHeader(.pluralMeaning, .error, matter)
    }
  }
}
