/// A message that the wizards or the program have.
package struct SourceMessage: Sendable, Equatable {
  /// The columns that a text has on the page.
  package struct Room: Sendable, Equatable {
    /// How many columns there are.
    package let columns: Int
    /// Whether a wider text is cut off or covers something, instead of going on in another line.
    package let isStrict: Bool

    /// Makes room.
    package init(columns: Int, isStrict: Bool) {
      self.columns = columns
      self.isStrict = isStrict
    }
  }

  /// Where it stands.
  package let context: String?
  /// The English text, of a plural message the one for exactly one.
  package let id: String
  /// The English text for other counts; `nil` for a message without plural.
  package let plural: String?
  /// The names that values will be given for; `nil` takes those that the text has.
  package let placeholders: [String]?
  /// What translators are told about it, a line each.
  package let comments: [String]
  /// The files that it stands in, as a line of references has them.
  package let references: [String]
  /// The flags that an entry of it has; `nil` takes what its placeholders ask for.
  package let flags: [String]?
  /// The room that it has; `nil` for as much as it takes.
  package let room: Room?

  /// Makes a message.
  ///
  /// - Parameters:
  ///   - context: Where it stands.
  ///   - id: The English text.
  ///   - plural: The English text for other counts than one.
  ///   - placeholders: The names that a translation may use; `nil` for those of the text.
  ///   - comments: What translators are told about it.
  ///   - references: The files that it stands in, as a line of references has them.
  ///   - flags: The flags of its entry; `nil` for what its placeholders ask for.
  ///   - room: The room that it has.
  package init(
    context: String?,
    id: String,
    plural: String? = nil,
    placeholders: [String]? = nil,
    comments: [String] = [],
    references: [String] = [],
    flags: [String]? = nil,
    room: Room? = nil
  ) {
    self.context = context
    self.id = id
    self.plural = plural
    self.placeholders = placeholders
    self.comments = comments
    self.references = references
    self.flags = flags
    self.room = room
  }
}
