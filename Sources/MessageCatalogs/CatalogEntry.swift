/// An entry of a catalog with everything that its lines say.
package struct CatalogEntry: Sendable {
  /// What a previous source text was, of an entry that needs another look.
  package struct Previous: Sendable, Equatable {
    /// From `#| msgctxt`; `nil` if there is none.
    package let context: String?
    /// From `#| msgid`.
    package let id: String
    /// From `#| msgid_plural`; `nil` if there is none.
    package let plural: String?
  }

  /// The comment lines above it, in order.
  package let comments: [CatalogComment]
  /// The previous source, if the entry names one.
  package let previous: Previous?
  /// Where the message stands in the source; `nil` is another place than the empty context.
  package let context: String?
  /// The source text, of a plural message the one for exactly one.
  package let id: String
  /// The source text for other counts; `nil` for a message without plural.
  package let plural: String?
  /// The translation, or of a plural message one for each form; never empty.
  package let forms: [String]
  /// Whether a flag says that someone must look at it before it is shown.
  package let isFuzzy: Bool
  /// Whether the entry stands behind `#~`.
  package let isObsolete: Bool
  /// Whether a fault was found in it, so that it is never shown.
  package let isFaulty: Bool
  /// Where its `msgid` stands.
  package let place: TextPlace
  /// Where the first string of each form stands.
  package let formPlaces: [TextPlace]
  /// Its bytes in the file, from the first comment to behind the last string.
  package let bytes: Range<Int>

  /// The flags of all `#,` and `#=` lines, in order.
  package var flags: [String] {
    comments.filter { $0.kind == .flags }.flatMap { comment in
      comment.text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
  }

  /// Whether it is the header: no context and an empty id.
  package var isHeader: Bool { context == nil && id.isEmpty && !isObsolete }

  /// Whether no form has a text.
  package var isUntranslated: Bool { forms.allSatisfy(\.isEmpty) }
}
