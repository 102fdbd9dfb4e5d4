/// Something that a checker found in a file, in the words of one language.
///
/// What `alta catalog check` and `alta wizard check` have in common; ``FindingReport`` prints it.
package struct FileFinding: Equatable, Sendable {
  /// How much it weighs.
  package enum Severity: String, Sendable, CaseIterable {
    /// Something does not work, or shows wrong.
    case error
    /// Probably a slip.
    case warning
    /// Worth knowing.
    case note
  }

  /// A line of text with a place in it marked from below.
  package struct MarkedLine: Equatable, Sendable {
    /// What the line is, for example the name of a language; empty where that is plain.
    package let label: String
    /// The line, safe to show.
    package let text: String
    /// Spaces and a mark, as `SourceExcerpt` makes them; empty where no place is marked.
    package let caret: String

    /// Makes a line.
    package init(label: String = "", text: String, caret: String = "") {
      self.label = label
      self.text = text
      self.caret = caret
    }
  }

  /// The stable name of the check, for example `C17` or `unknown-field`.
  package let id: String
  /// How much it weighs.
  package let severity: Severity
  /// The file as the person named it.
  package let file: String
  /// The line, counted from 1; 0 for a finding about the file as a whole.
  package let line: Int
  /// The character of that line, counted from 1; 0 for a finding about the file as a whole.
  package let column: Int
  /// What the finding is about, for example the place of a message in a definition; `nil` if nothing has a key.
  package let key: String?
  /// What is wrong, without place and id.
  package let sentence: String
  /// The lines to look at.
  package let excerpts: [MarkedLine]
  /// How to mend it, as a sentence; `nil` where the first sentence says it.
  package let fix: String?

  /// Makes a finding.
  package init(
    id: String,
    severity: Severity,
    file: String,
    line: Int,
    column: Int,
    key: String? = nil,
    sentence: String,
    excerpts: [MarkedLine] = [],
    fix: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.sentence = sentence
    self.excerpts = excerpts
    self.fix = fix
  }
}
