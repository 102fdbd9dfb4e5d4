package import MessageCatalogs

extension Wording {
  /// A finding of a catalog in words.
  package func finding(_ finding: CatalogFinding, in file: String) -> FileFinding {
    let severity: FileFinding.Severity =
      switch finding.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return FileFinding(
      id: finding.check.rawValue,
      severity: severity,
      file: file,
      line: finding.line,
      column: finding.column,
      key: finding.context,
      sentence: sentence(for: finding)
    )
  }

  /// The sentence about a finding of a catalog, without its place.
  func sentence(for finding: CatalogFinding) -> String {
    func say(_ phrase: CatalogPhrase, _ name: String) -> String { text(phrase, [("name", name)]) }
    func braced(_ name: String) -> String { "{\(name)}" }
    switch finding.matter {
    case .fault(let reason): return sentence(for: reason)
    case .missingHeader: return text(CatalogPhrase.missingHeader)
    case .missingField(let name): return say(.missingField, name)
    case .templateValue(let field): return say(.templateValue, field)
    case .otherLanguage(let header, let file):
      return text(CatalogPhrase.otherLanguage, [("name", header), ("file", file)])
    case .notUTF8(let name): return say(.notUTF8, name)
    case .pluralRule: return text(CatalogPhrase.pluralRule)
    case .pluralMeaning(_, _, _, let header):
      return text(CatalogPhrase.pluralMeaning, [("header", header)])
    case .formCount(let expected, let actual):
      return text(
        CatalogPhrase.formCount,
        [("expected", "\(expected)"), ("actual", "\(actual)")]
      )
    case .emptyForm(let number): return text(CatalogPhrase.emptyForm, [("number", "\(number)")])
    case .missingPlaceholder(let name, let suggestion):
      return say(.missingPlaceholder, braced(name)) + hint(suggestion.map(braced))
    case .unknownPlaceholder(let name, let suggestion):
      return say(.unknownPlaceholder, braced(name)) + hint(suggestion.map(braced))
    case .malformedPlaceholder(let name): return say(.malformedPlaceholder, name)
    case .foreignPlaceholder(let name): return say(.foreignPlaceholder, name)
    case .missingNumber(let placeholder, let form):
      return text(
        CatalogPhrase.missingNumber,
        [("number", "\(form)"), ("name", braced(placeholder))]
      )
    case .unknownMessage(nil): return text(CatalogPhrase.unknownMessage)
    case .unknownMessage(let context?): return say(.movedMessage, context)
    case .changedSource(let current): return say(.changedSource, current)
    case .missingMessage: return say(.missingMessage, finding.id ?? "")
    case .outerLineFeed: return text(CatalogPhrase.outerLineFeed)
    case .lineCount(let source, let translation):
      return text(
        CatalogPhrase.lineCount,
        [("expected", "\(source)"), ("actual", "\(translation)")]
      )
    case .outerSpace: return text(CatalogPhrase.outerSpace)
    case .onlySpace: return text(CatalogPhrase.onlySpace)
    case .doubleSpace: return text(CatalogPhrase.doubleSpace)
    case .tab: return text(CatalogPhrase.tab)
    case .hostileCharacter(let name): return say(.hostileCharacter, name)
    case .mojibake(let name): return say(.mojibake, name)
    case .undecodableComment: return text(CatalogPhrase.undecodableComment)
    }
  }

  private func sentence(for reason: CatalogFault.Reason) -> String {
    func say(_ phrase: CatalogPhrase, _ name: String) -> String { text(phrase, [("name", name)]) }
    switch reason {
    case .endOfLineInString: return text(CatalogPhrase.endOfLineInString)
    case .endOfFileInString: return text(CatalogPhrase.endOfFileInString)
    case .invalidEscape(let name): return say(.invalidEscape, "\\\(name)")
    case .separatorInString: return text(CatalogPhrase.separatorInString)
    case .nullInString: return text(CatalogPhrase.nullInString)
    case .invalidBytes: return text(CatalogPhrase.invalidBytes)
    case .unknownKeyword(let name): return say(.unknownKeyword, name)
    case .unexpected(let name):
      return name.isEmpty ? text(CatalogPhrase.unexpectedEnd) : say(.unexpected, name)
    case .partlyObsolete: return text(CatalogPhrase.partlyObsolete)
    case .missingTranslation: return text(CatalogPhrase.missingTranslation)
    case .missingForms: return text(CatalogPhrase.missingForms)
    case .missingPlural: return text(CatalogPhrase.missingPlural)
    case .formOutOfOrder(let number):
      return text(CatalogPhrase.formOutOfOrder, [("number", "\(number)")])
    case .duplicate(let line): return text(CatalogPhrase.duplicate, [("number", "\(line)")])
    case .domain: return text(CatalogPhrase.domain)
    case .unknownEncoding(let name): return say(.unknownEncoding, name)
    case .tooLarge: return text(CatalogPhrase.tooLarge)
    case .byteOrderMark: return text(CatalogPhrase.byteOrderMark)
    case .mixedLineEndings: return text(CatalogPhrase.mixedLineEndings)
    }
  }
}
