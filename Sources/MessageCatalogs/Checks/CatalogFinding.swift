/// Something in a catalog that its translators or authors should look at.
package struct CatalogFinding: Sendable, Equatable {
  /// How much it weighs.
  package enum Severity: Sendable, Equatable {
    /// People would see a wrong or broken sentence.
    case error
    /// Probably a slip.
    case warning
    /// Worth knowing.
    case note
  }

  /// What was found, with its figures.
  package enum Matter: Sendable, Equatable {
    /// The file is not as PO has it.
    case fault(CatalogFault.Reason)
    /// There is no header entry.
    case missingHeader
    /// The header lacks a field; its name.
    case missingField(String)
    /// A field of the header still has the value of the template.
    case templateValue(field: String)
    /// The header names another language than the file does.
    case otherLanguage(header: String, file: String)
    /// The catalog is not in UTF-8; the encoding it names.
    case notUTF8(String)
    /// The plural rule cannot be used.
    case pluralRule(PluralRule.Fault)
    /// The plural rule is not that of the language.
    case pluralMeaning(count: UInt64, form: Int, expected: Int, header: String)
    /// A message has more or fewer forms than the header announces.
    case formCount(expected: Int, actual: Int)
    /// A form of a message that has others is empty.
    case emptyForm(Int)
    /// A placeholder of the source is missing in the translation.
    case missingPlaceholder(String, suggestion: String?)
    /// The translation has a placeholder that the source has not.
    case unknownPlaceholder(String, suggestion: String?)
    /// Braces that are no placeholder, as written.
    case malformedPlaceholder(String)
    /// A leftover of another notation, like `%s`.
    case foreignPlaceholder(String)
    /// A form for more than one count does not name the number.
    case missingNumber(placeholder: String, form: Int)
    /// The wizards and the program have no such message; where they have its text, if anywhere.
    case unknownMessage(movedTo: String?)
    /// The source text of this place is another one now.
    case changedSource(current: String)
    /// A message of the source has no entry, or one without a translation.
    case missingMessage
    /// A line feed at the beginning or the end is only in one of the two.
    case outerLineFeed
    /// The number of lines differs.
    case lineCount(source: Int, translation: Int)
    /// White space at the beginning or the end differs.
    case outerSpace
    /// The translation is nothing but white space.
    case onlySpace
    /// Two blanks in a row, which the source has not.
    case doubleSpace
    /// A tab, which the source has not.
    case tab
    /// A character that hides, reorders or drives a terminal; its code point.
    case hostileCharacter(String)
    /// Letters that come from reading UTF-8 as Latin-1, like `Ã¤`.
    case mojibake(String)
    /// Bytes in a comment that are not text.
    case undecodableComment
    /// No message at all is one of the source, so that none was compared.
    case foreignCatalog
    /// Fewer messages of the source are translated than were asked for, in per cent.
    case coverage(actual: Int, wanted: Int)
    /// The forms for one and for many are the same.
    case equalForms
    /// The entry waits for another look; what the source was, if it is known.
    case fuzzy(previous: String?)
    /// Letters that are not composed.
    case decomposed
    /// A word with letters of Latin and of another script.
    case mixedScripts(String)
    /// The punctuation at the end; empty where there is none.
    case finalPunctuation(source: String, translation: String)
    /// A question or exclamation mark that nothing opens.
    case missingOpeningMark(String)
    /// An opening mark that nothing closes.
    case unclosedMark(String)
    /// A space before this mark.
    case spaceBefore(String)
    /// A quotation mark of another style than the catalog's, and the two that it has.
    case otherQuote(String, style: String)
    /// A quotation mark without its partner.
    case unbalancedQuote(String)
    /// A word that addresses the reader in another way than the catalog does.
    case otherAddress(String, isFormalWanted: Bool)
    /// A small letter at the beginning, where the source has a capital.
    case smallBeginning
    /// A capital at the beginning, where the source has a small letter.
    case capitalBeginning
    /// A word that the language writes with a small letter.
    case capitalWord(String)
    /// A noun without its capital.
    case smallNoun(String)
    /// The translation is the source.
    case unchanged
    /// The same source in the same role reads otherwise in another line.
    case inconsistent(other: String, line: Int)
    /// Another choice of the same field reads the same; its line.
    case sameChoice(line: Int)
    /// More columns than there is room for.
    case tooWide(columns: Int, room: Int)
    /// The hot-key of the source is missing.
    case missingHotKey(marker: String)
    /// A hot-key that cannot be typed, or that the program keeps for itself.
    case badHotKey(String)
    /// Another message of the same page has the same hot-key; its line.
    case sameHotKey(String, line: Int)
    /// A term of the glossary is missing; what it is called, and in which language's source.
    case missingTerm(String, expected: String)
    /// A word that the glossary forbids for a term.
    case forbiddenWord(String, term: String)
    /// An address, an option, a file or a key that the translation lacks.
    case missingLiteral(String)
    /// The numbers differ: those that are missing.
    case missingNumbers(String)
    /// A limit of the source is missing in the text of a rule.
    case missingLimit(String)
    /// A pattern of the source's language, and what the language has.
    case foreignPattern(String, expected: String)
    /// A decimal number with a point.
    case decimalPoint(String)
    /// A word twice in a row.
    case doubledWord(String)
    /// No space behind this mark.
    case missingSpace(String)
    /// Much longer or shorter than the source.
    case length(source: Int, translation: Int)
    /// A spelling without umlaut or accent, and the right one.
    case plainSpelling(String, right: String)
    /// A placeholder of one letter, in a source text.
    case shortPlaceholder(String)
    /// A source text that begins or ends with a space, as parts of sentences do.
    case fragment
    /// `(s)` in a source text.
    case optionalPlural
    /// A source text of one word without a comment.
    case loneWord
    /// A source text that is wider than its room.
    case wideSource(columns: Int, room: Int)
  }

  /// Which check found it.
  package let check: CatalogCheck
  /// How much it weighs.
  package let severity: Severity
  /// What was found.
  package let matter: Matter
  /// The line in the catalog, counted from 1; 0 where the entry is missing.
  package let line: Int
  /// The character of that line, counted from 1; 0 where the entry is missing.
  package let column: Int
  /// The place of the message in the source.
  package let context: String?
  /// The source text; `nil` where the finding is about the whole catalog.
  package let id: String?
  /// The translation, where one was judged.
  package let translation: String?
  /// The bytes of the translation, or of the source where none was judged, to look at.
  package let mark: Range<Int>?
  /// The translation as it should be, where that is certain.
  package let replacement: String?
  /// The position of the entry among those of the catalog, and of its form; `nil` without entry.
  package let position: Position?
  /// Whether the catalog says that it wants none of this.
  package let isIgnored: Bool

  /// Which form of which entry.
  package struct Position: Sendable, Hashable {
    /// Counted from 0 in the order of the file.
    package let entry: Int
    /// Counted from 0.
    package let form: Int
  }
}
