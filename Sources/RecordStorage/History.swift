/// A later change of a record, as `changes` keeps it.
package struct PastChange: Equatable, Sendable {
  /// The moment in UTC, `2026-03-05T14:07:09Z`.
  package let at: String
  /// Who it was.
  package let by: String
  /// The command that did it.
  package let command: String
  /// The language it was done in.
  package let language: String?
  /// The values before, by column key; empty when they were erased.
  package let before: [String: SQLValue]
  /// The values after, by column key; empty for a removal and when they were erased.
  package let after: [String: SQLValue]
}

/// The rows of `changes` that a transaction adds.
struct HistoryWriter {
  let connection: any SQLConnection
  let provenance: Provenance

  typealias Values = [(key: String, value: SQLValue)]

  /// Adds a row about a record; `nil` values say that there are none to tell.
  func add(_ table: Table, _ key: SQLValue, before: Values?, after: Values?) throws(StoreError) {
    try connection.execute(
      """
      INSERT INTO changes(at, who, command, language, record_table, record_key, before, after)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
      """,
      [
        .text(provenance.at), .text(provenance.by), .text(provenance.command),
        SQLValue(provenance.language), .text(table.name), .text(key.keyText),
        SQLValue(before.map(FlatJSON.text)), SQLValue(after.map(FlatJSON.text)),
      ]
    )
  }
}

extension Store {
  /// Reads the changes of a record since it was created, oldest first.
  package func history(of table: Table, key: SQLValue) throws(StoreError) -> [PastChange] {
    try rows(
      """
      SELECT at, who, command, language, before, after FROM changes
      WHERE record_table = $1 AND record_key = $2 ORDER BY seq
      """,
      [.text(table.name), .text(key.keyText)]
    ).map { row in
      PastChange(
        at: row[0].text ?? "",
        by: row[1].text ?? "",
        command: row[2].text ?? "",
        language: row[3].text,
        before: members(row[4]),
        after: members(row[5])
      )
    }
  }

  private func members(_ json: SQLValue) -> [String: SQLValue] {
    let members = json.text.flatMap(FlatJSON.members) ?? []
    return Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}
