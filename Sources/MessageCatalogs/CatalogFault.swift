/// A place in a catalog that is not as PO has it.
package struct CatalogFault: Sendable, Equatable {
  /// What is wrong.
  package let reason: Reason
  /// The line it is on, counted from 1.
  package let line: Int
  /// The character of that line where it begins, counted from 1; a tab is one character.
  package let column: Int

  /// Whether the catalog is good all the same, so that only its authors need to know.
  package var isWarning: Bool { reason.isWarning }

  /// Makes a fault at a place.
  package init(_ reason: Reason, line: Int, column: Int) {
    self.reason = reason
    self.line = line
    self.column = column
  }

  /// Why a catalog, or a part of it, cannot be read.
  package enum Reason: Sendable, Equatable {
    /// A string is still open at the end of its line.
    case endOfLineInString
    /// A string is still open at the end of the file.
    case endOfFileInString
    /// A backslash is followed by what makes no escape; that character, empty at the end.
    case invalidEscape(String)
    /// U+0004 in a string, which separates context and message in compiled catalogs.
    case separatorInString
    /// U+0000 in a string, which would cut it off silently.
    case nullInString
    /// Bytes that are not text in the catalog's encoding.
    case invalidBytes
    /// A word that is not a keyword of PO; the word, at most 32 characters.
    case unknownKeyword(String)
    /// Something that may not stand here; its text, at most 32 characters, empty at the end.
    case unexpected(String)
    /// `#~` does not stand on every line of an entry.
    case partlyObsolete
    /// An entry without `msgstr`.
    case missingTranslation
    /// An entry with `msgid_plural` but without `msgstr[0]`.
    case missingForms
    /// An entry with `msgstr[0]` but without `msgid_plural`.
    case missingPlural
    /// Plural forms that are not numbered 0, 1, 2 …
    case formOutOfOrder(expected: Int)
    /// A message that the catalog has already; the line of the first.
    case duplicate(firstLine: Int)
    /// A `domain` line; a catalog of alta has one domain.
    case domain(String)
    /// An encoding that alta does not read; its name.
    case unknownEncoding(String)
    /// More bytes than the reader was allowed.
    case tooLarge(limit: Int)
    /// A byte order mark, which other tools refuse.
    case byteOrderMark
    /// Some lines end with CR LF and some with LF.
    case mixedLineEndings

    /// Whether the reader understood everything all the same.
    package var isWarning: Bool {
      switch self {
      case .byteOrderMark, .mixedLineEndings: true
      default: false
      }
    }
  }
}
