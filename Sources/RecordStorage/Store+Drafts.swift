/// Answers that were saved before finishing.
package struct Draft: Equatable, Sendable {
  /// What it is resumed by.
  package var id: String
  /// The wizard's name.
  package var wizard: String
  /// The version of the wizard that the answers were given to.
  package var wizardVersion: Int64
  /// The answers as JSON.
  package var answers: String
  /// Where the dialogue was, in the engine's own words.
  package var position: String
  /// The language of the dialogue, as a BCP 47 tag.
  package var language: String?
  /// The moment in UTC, `2026-03-05T14:07:09Z`.
  package var savedAt: String

  /// Makes a draft.
  package init(
    id: String,
    wizard: String,
    wizardVersion: Int64,
    answers: String,
    position: String,
    language: String?,
    savedAt: String
  ) {
    self.id = id
    self.wizard = wizard
    self.wizardVersion = wizardVersion
    self.answers = answers
    self.position = position
    self.language = language
    self.savedAt = savedAt
  }
}

extension Store {
  /// Keeps a draft, in place of an earlier one with the same id.
  package func save(_ draft: Draft) throws(StoreError) {
    try writing { connection throws(StoreError) in
      _ = try connection.execute(
        """
        INSERT INTO drafts(id, wizard, wizard_version, answers, position, language, saved_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (id) DO UPDATE SET wizard = excluded.wizard,
          wizard_version = excluded.wizard_version, answers = excluded.answers,
          position = excluded.position, language = excluded.language, saved_at = excluded.saved_at
        """,
        [
          .text(draft.id), .text(draft.wizard), .integer(draft.wizardVersion),
          .text(draft.answers), .text(draft.position), SQLValue(draft.language),
          .text(draft.savedAt),
        ]
      )
    }
  }

  /// Reads the drafts, of one wizard or all, the latest first.
  package func drafts(ofWizard wizard: String? = nil) throws(StoreError) -> [Draft] {
    var condition = Condition()
    if let wizard { condition.add("wizard = $", .text(wizard)) }
    return try drafts(condition)
  }

  /// Finds a draft by its id.
  package func draft(_ id: String) throws(StoreError) -> Draft? {
    var condition = Condition()
    condition.add("id = $", .text(id))
    return try drafts(condition).first
  }

  /// Discards a draft.
  ///
  /// - Returns: Whether there was one.
  /// - Throws: ``StoreError``.
  package func discardDraft(_ id: String) throws(StoreError) -> Bool {
    guard try draft(id) != nil else { return false }
    return try writing { connection throws(StoreError) in
      try connection.execute("DELETE FROM drafts WHERE id = $1", [.text(id)]) > 0
    }
  }

  private func drafts(_ condition: Condition) throws(StoreError) -> [Draft] {
    try rows(
      """
      SELECT id, wizard, wizard_version, answers, position, language, saved_at
      FROM drafts \(condition.sql) ORDER BY saved_at DESC, id
      """,
      condition.bindings
    ).map { row in
      Draft(
        id: row[0].text ?? "",
        wizard: row[1].text ?? "",
        wizardVersion: row[2].integer ?? 0,
        answers: row[3].text ?? "",
        position: row[4].text ?? "",
        language: row[5].text,
        savedAt: row[6].text ?? ""
      )
    }
  }
}
