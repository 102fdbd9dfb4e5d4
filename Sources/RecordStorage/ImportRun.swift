/// An import as the store keeps it: whose rows they are, how far it came, what became of them.
package struct ImportRun: Equatable, Sendable {
  /// How far an import came.
  package enum State: String, Sendable {
    /// It goes on when the same command is given again.
    case open
    /// All rows were read.
    case done
    /// Its records were taken out again.
    case undone
  }

  /// The number that people name it by; 0 until it is stored.
  package var number: Int64 = 0
  /// What makes a second import the same one.
  package let identity: ImportIdentity
  /// The name of the file, or `stdin`.
  package let source: String
  /// How its rows are spelled, in the words of whoever reads them.
  package var format = ""
  /// The header of the input as it stands there.
  package var header = ""
  /// How far it came.
  package var state = State.open
  /// What became of its rows.
  package var counts = ImportCounts()
  /// The moment it began, in UTC.
  package let startedAt: String
  /// Who began it.
  package let startedBy: String
  /// The moment it ended, in UTC; `nil` while it is open.
  package var endedAt: String?

  /// Describes an import that begins.
  package init(_ identity: ImportIdentity, source: String, startedAt: String, startedBy: String) {
    self.identity = identity
    self.source = source
    self.startedAt = startedAt
    self.startedBy = startedBy
  }
}

/// What makes two imports the same: the same rows, meaning the same, to the same wizard.
package struct ImportIdentity: Equatable, Sendable {
  /// The wizard's name.
  package let wizard: String
  /// The wizard's version.
  package let wizardVersion: Int64
  /// The bytes of the input.
  package let size: Int64
  /// The digest of the input.
  package let digest: String
  /// The options that change what rows mean, spelled one way.
  package let settings: String

  /// Joins what an import is known by.
  package init(
    wizard: String,
    wizardVersion: Int64,
    size: Int64,
    digest: String,
    settings: String
  ) {
    self.wizard = wizard
    self.wizardVersion = wizardVersion
    self.size = size
    self.digest = digest
    self.settings = settings
  }
}

/// What became of rows; each counts once.
package struct ImportCounts: Equatable, Sendable {
  /// Rows whose records were inserted.
  package var stored = 0
  /// Rows that altered a record that was there.
  package var updated = 0
  /// Rows that the store knew as they are.
  package var unchanged = 0
  /// Rows with problems.
  package var rejected = 0
  /// Rows that were passed over as their command asked for.
  package var skipped = 0

  /// Starts at nothing.
  package init() {}

  /// All rows that were read.
  package var read: Int { stored + updated + unchanged + rejected + skipped }
}

/// A row that was refused: enough to mend it and to import it again.
package struct RejectedRow: Equatable, Sendable {
  /// Which row of the input it is, counted from 1.
  package let row: Int64
  /// The line on which it begins, counted from 1.
  package let line: Int64
  /// What is wrong with it, as JSON.
  package let problems: String
  /// The row as it stands in the input.
  package let content: String

  /// Joins a row and what is wrong with it.
  package init(row: Int64, line: Int64, problems: String, content: String) {
    self.row = row
    self.line = line
    self.problems = problems
    self.content = content
  }
}

/// Where a rejected row is kept.
package struct RejectedPlace: Equatable, Sendable {
  /// The number of the import.
  package let run: Int64
  /// Which row of the input it is, counted from 1.
  package let row: Int64

  /// Names a row of an import.
  package init(run: Int64, row: Int64) {
    self.run = run
    self.row = row
  }
}
