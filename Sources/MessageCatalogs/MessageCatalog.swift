/// A catalog at run time: the sentences of one language, found without reading them all.
///
/// It keeps the bytes of the file and an index; a sentence becomes a `String` when it is asked for.
/// Faults never stop it: the entries that are good answer, for the others the source text shows.
package struct MessageCatalog: Sendable {
  /// The longest file that is read unless told otherwise: 64 MiB.
  package static let defaultSizeLimit = 64 << 20

  /// The most bytes of a translation as the file has them.
  ///
  /// A longer one is no sentence but an attack or an accident, which would make every page that shows it
  /// endless: the source text is shown instead.
  package static let longestText = 8_192

  /// The fields of the header entry; `nil` if the catalog has none.
  package let header: CatalogHeader?
  /// The rule for plural forms; that of English where the header has none that can be read.
  package let pluralRule: PluralRule
  /// Why the rule could not be read, where the header names one.
  package let pluralFault: PluralRule.Fault?
  /// What is wrong with the file, in its order; at most 100.
  package let faults: [CatalogFault]
  /// How many faults there are, those not kept included.
  package let faultCount: Int
  private let scan: CatalogScan

  /// Indexes a catalog.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is, in any line endings.
  ///   - sizeLimit: The longest file to read, in bytes; a longer one is a fault and holds nothing.
  /// - Complexity: O(*n*) in the bytes; no string is made of any entry but the header.
  package init(bytes: [UInt8], sizeLimit: Int = defaultSizeLimit) {
    scan = CatalogScan(bytes: bytes, limit: sizeLimit)
    header = scan.headerText.map(CatalogHeader.init)
    (pluralRule, pluralFault) = PluralRule.reading(header)
    faults = scan.faults.placed(in: scan.bytes, encoding: scan.encoding)
    faultCount = scan.faults.count
  }

  /// Finds the translation of a message.
  ///
  /// - Parameters:
  ///   - id: The source text.
  ///   - context: Where it stands; `nil` is another place than the empty context.
  /// - Returns: `nil` where the catalog has no translation that may be shown: none, an empty, a
  ///   fuzzy, an obsolete, a faulty or an endless one. Of a plural message the first form.
  package func text(_ id: String, context: String? = nil) -> String? {
    guard let entry = usableEntry(id, context) else { return nil }
    return text(of: entry, form: 0)
  }

  /// Finds the form of a message for a count.
  ///
  /// - Parameters:
  ///   - id: The source text for one.
  ///   - count: How many things there are.
  ///   - context: Where it stands; `nil` is another place than the empty context.
  /// - Returns: `nil` where the catalog has no such form that may be shown. A message without
  ///   plural answers with its only text.
  package func text(_ id: String, count: UInt64, context: String? = nil) -> String? {
    guard let entry = usableEntry(id, context) else { return nil }
    return text(of: entry, form: entry.plural == nil ? 0 : pluralRule.form(for: count))
  }

  /// Whether the catalog has a translation of a message that someone must look at before it is shown.
  package func isFuzzy(_ id: String, context: String? = nil) -> Bool {
    guard let entry = scan.entry(context: context, id: id) else { return false }
    return entry.traits.contains(.isFuzzy)
      && entry.traits.isDisjoint(with: [.isObsolete, .isFaulty])
      && !scan.texts[entry.forms.lowerBound].isEmpty
  }

  /// How many messages are translated, as `msgfmt --statistics` counts.
  package var statistics: CatalogStatistics { CatalogStatistics(scan) }

  private func usableEntry(_ id: String, _ context: String?) -> StoredEntry? {
    // The header is no translation of the empty text.
    if id.isEmpty, context == nil { return nil }
    guard let entry = scan.entry(context: context, id: id), entry.isUsable else { return nil }
    return entry
  }

  private func text(of entry: StoredEntry, form: Int) -> String? {
    guard form < entry.formCount else { return nil }
    let text = entry.forms.lowerBound + form
    let stored = scan.texts[text]
    guard !stored.isEmpty, stored.end - stored.start <= UInt32(MessageCatalog.longestText) else {
      return nil
    }
    return scan.string(text)
  }
}

extension CatalogScan {
  /// The text of the header entry, which counts even where it is fuzzy.
  var headerText: String? {
    guard let header, let form = entries[header].forms.first else { return nil }
    return string(form)
  }
}

extension PluralRule {
  /// Reads the rule of a header; English, and no fault, where it names none at all.
  static func reading(_ header: CatalogHeader?) -> (rule: PluralRule, fault: Fault?) {
    guard let text = header?.text else { return (.germanic, nil) }
    do {
      return (try PluralRule(header: text), nil)
    } catch .missingExpression where !text.utf8.containsWord("nplurals=") {
      return (.germanic, nil)
    } catch {
      return (.germanic, error)
    }
  }
}

extension Collection where Element == UInt8 {
  /// Whether a word stands somewhere in the bytes.
  func containsWord(_ word: String) -> Bool { rest(behind: word) != nil }
}
