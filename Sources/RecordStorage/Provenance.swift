/// How records came to be: who ran what, when, from which file and row.
package struct Provenance: Equatable, Sendable {
  /// The parts that a record keeps for good.
  package enum Part: String, Hashable, Sendable, CaseIterable {
    /// The moment.
    case at
    /// The person or account.
    case by
    /// The wizard's name.
    case wizard
    /// The wizard's version.
    case wizardVersion
    /// The language it was done in.
    case language
    /// The file, or `dialogue` or `set`.
    case source
    /// The row of the file.
    case sourceRow
    /// The caller's key of the case.
    case caseKey

    /// The place of the part among all.
    var place: Int { Part.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The moment in UTC as ISO 8601 with seconds, `2026-03-05T14:07:09Z`.
  package var at: String
  /// Who it was, for example the name of the account.
  package var by: String
  /// The command that changed the records, for example `register`.
  package var command: String
  /// The wizard's name; `nil` where no wizard ran.
  package var wizard: String?
  /// The wizard's version.
  package var wizardVersion: Int64?
  /// The language it was done in, as a BCP 47 tag.
  package var language: String?
  /// The name of the answer file, or `dialogue` or `set`.
  package var source: String
  /// The row of the file, counted from 1.
  package var sourceRow: Int64?
  /// The key that makes this registration repeatable without doubling; unique per wizard.
  package var caseKey: String?
  /// The draft that this run finishes; it is discarded in the same transaction.
  package var draft: String?

  /// The rejected row of an import that this run mends; it is none any more in the same transaction.
  package var mended: RejectedPlace?

  /// Describes how records come to be.
  package init(
    at: String,
    by: String,
    command: String,
    wizard: String? = nil,
    wizardVersion: Int64? = nil,
    language: String? = nil,
    source: String,
    sourceRow: Int64? = nil,
    caseKey: String? = nil,
    draft: String? = nil
  ) {
    self.at = at
    self.by = by
    self.command = command
    self.wizard = wizard
    self.wizardVersion = wizardVersion
    self.language = language
    self.source = source
    self.sourceRow = sourceRow
    self.caseKey = caseKey
    self.draft = draft
  }

  /// The part as a record stores it.
  func value(of part: Part) -> SQLValue {
    switch part {
    case .at: .text(at)
    case .by: .text(by)
    case .wizard: SQLValue(wizard)
    case .wizardVersion: SQLValue(wizardVersion)
    case .language: SQLValue(language)
    case .source: .text(source)
    case .sourceRow: SQLValue(sourceRow)
    case .caseKey: SQLValue(caseKey)
    }
  }
}
