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
  /// Whether the catalog says that it wants none of this.
  package let isIgnored: Bool
}
