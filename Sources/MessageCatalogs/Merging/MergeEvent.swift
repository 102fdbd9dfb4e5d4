/// What became of a message when a catalog was brought up to date.
package struct MergeEvent: Sendable, Equatable {
  /// What became of it.
  package enum Kind: String, Sendable, CaseIterable {
    /// The source text differs; the translation waits for another look.
    case changed
    /// Only punctuation, case or white space of the source differs; the translation was trusted.
    case minor
    /// The same text stands at another place now; the translation went there.
    case renamed
    /// A message without a translation so far.
    case new
    /// A new message with the translation of a similar one, which waits for another look.
    case suggested
    /// An obsolete message that the source has again.
    case revived
    /// A message that the source has no longer; kept at the end of the file.
    case obsolete
    /// A message that the source has no longer, and that was removed.
    case removed
    /// Only what the source says about the message differs.
    case comments
  }

  /// What became of it.
  package let kind: Kind
  /// The place of the message.
  package let context: String?
  /// The source text.
  package let id: String
  /// The place that it had before, where that differs.
  package let previousContext: String?
  /// The source text that it had before, where that differs.
  package let previousID: String?
}
