/// A message that the wizards or the program have.
package struct SourceMessage: Sendable, Equatable {
  /// Where it stands.
  package let context: String?
  /// The English text, of a plural message the one for exactly one.
  package let id: String
  /// The English text for other counts; `nil` for a message without plural.
  package let plural: String?
  /// The names that values will be given for; `nil` takes those that the text has.
  package let placeholders: [String]?

  /// Makes a message.
  ///
  /// - Parameters:
  ///   - context: Where it stands.
  ///   - id: The English text.
  ///   - plural: The English text for other counts than one.
  ///   - placeholders: The names that a translation may use; `nil` for those of the text.
  package init(
    context: String?,
    id: String,
    plural: String? = nil,
    placeholders: [String]? = nil
  ) {
    self.context = context
    self.id = id
    self.plural = plural
    self.placeholders = placeholders
  }
}
