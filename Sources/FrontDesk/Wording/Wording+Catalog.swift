package import MessageCatalogs

extension Wording {
  /// The sentence about a finding of a catalog, without its place.
  func sentence(for finding: CatalogFinding) -> String {
    func say(_ phrase: CatalogPhrase, _ name: String) -> String { text(phrase, [("name", name)]) }
    func say(_ phrase: CatalogPhrase, _ values: (String, String)...) -> String {
      text(phrase, values)
    }
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
    case .foreignCatalog: return text(CatalogPhrase.foreignCatalog)
    case .coverage(let actual, let wanted):
      return say(.coverage, ("actual", "\(actual)"), ("wanted", "\(wanted)"))
    case .equalForms: return text(CatalogPhrase.equalForms)
    case .fuzzy(nil): return text(CatalogPhrase.fuzzy)
    case .fuzzy(let previous?): return say(.fuzzyPrevious, previous)
    case .decomposed: return text(CatalogPhrase.decomposed)
    case .mixedScripts(let word): return say(.mixedScripts, word)
    case .finalPunctuation(let wanted, ""): return say(.missingFinalMark, ("expected", wanted))
    case .finalPunctuation("", let actual): return say(.needlessFinalMark, ("actual", actual))
    case .finalPunctuation(let wanted, let actual):
      return say(.finalPunctuation, ("expected", wanted), ("actual", actual))
    case .missingOpeningMark(let mark): return say(.missingOpeningMark, mark)
    case .unclosedMark(let mark): return say(.unclosedMark, mark)
    case .spaceBefore(let mark): return say(.spaceBefore, mark)
    case .otherQuote(let mark, let style):
      return say(.otherQuote, ("name", mark), ("style", style))
    case .unbalancedQuote(let mark): return say(.unbalancedQuote, mark)
    case .otherAddress(let word, let isFormalWanted):
      return say(isFormalWanted ? .formalWanted : .informalWanted, word)
    case .smallBeginning: return text(CatalogPhrase.smallBeginning)
    case .capitalBeginning: return text(CatalogPhrase.capitalBeginning)
    case .capitalWord(let word): return say(.capitalWord, word)
    case .smallNoun(let word): return say(.smallNoun, word)
    case .unchanged: return text(CatalogPhrase.unchanged)
    case .inconsistent(let other, let line):
      return say(.inconsistent, ("name", other), ("number", "\(line)"))
    case .sameChoice(let line): return say(.sameChoice, ("number", "\(line)"))
    case .tooWide(let columns, let room):
      return say(.tooWide, ("columns", "\(columns)"), ("room", "\(room)"))
    case .missingHotKey(let marker): return say(.missingHotKey, marker)
    case .badHotKey(let key): return say(.badHotKey, key)
    case .sameHotKey(let key, let line):
      return say(.sameHotKey, ("name", key), ("number", "\(line)"))
    case .missingTerm(let term, let expected):
      return say(.missingTerm, ("name", term), ("expected", expected))
    case .forbiddenWord(let word, let term):
      return say(.forbiddenWord, ("name", word), ("term", term))
    case .missingLiteral(let run): return say(.missingLiteral, run)
    case .missingNumbers(let numbers): return say(.missingNumbers, numbers)
    case .missingLimit(let number): return say(.missingLimit, number)
    case .foreignPattern(let pattern, let expected):
      return say(.foreignPattern, ("name", pattern), ("expected", expected))
    case .decimalPoint(let number): return say(.decimalPoint, number)
    case .doubledWord(let word): return say(.doubledWord, word)
    case .missingSpace(let mark): return say(.missingSpace, mark)
    case .length(let source, let translation):
      return say(.length, ("expected", "\(source)"), ("actual", "\(translation)"))
    case .plainSpelling(let word, let right):
      return say(.plainSpelling, ("name", word), ("expected", right))
    case .shortPlaceholder(let part): return say(.shortPlaceholder, part)
    case .fragment: return text(CatalogPhrase.fragment)
    case .optionalPlural: return text(CatalogPhrase.optionalPlural)
    case .loneWord: return text(CatalogPhrase.loneWord)
    case .wideSource(let columns, let room):
      return say(.wideSource, ("columns", "\(columns)"), ("room", "\(room)"))
    }
  }

  /// The sentence about what is not as PO has it.
  package func sentence(for reason: CatalogFault.Reason) -> String {
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
