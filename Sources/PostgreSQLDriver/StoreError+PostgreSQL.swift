import RecordStorage

extension StoreError {
  /// Translates what a server refuses.
  ///
  /// - Parameters:
  ///   - state: The SQLSTATE.
  ///   - constraint: The name of the constraint or the unique index, if one was broken.
  ///   - place: The table and the column, as far as they are told.
  ///   - waitSeconds: How long the connection waits for others.
  /// - SeeAlso: PostgreSQL 15 documentation, appendix A.
  init(sqlState state: String, constraint: String, place: String, waitSeconds: Int) {
    switch state {
    case "23505":
      if let rule = UniqueRule(index: constraint) {
        self = .conflict(rule)
      } else {
        self = .constraint(.unique, place: constraint)
      }
    case "23503": self = .constraint(.reference, place: "")
    case "23502": self = .constraint(.required, place: place)
    case "23514": self = .constraint(.check, place: constraint)
    case "P0001": self = .constraint(.appendOnly, place: "changes")
    case "22P02", "22021", "22003": self = .constraint(.type, place: place)
    case "22001", "54000": self = .tooLarge
    case "55P03", "40001", "40P01": self = .busy(seconds: waitSeconds)
    case "53100": self = .full
    case "25006", "42501": self = .readOnly
    default: self = .failure(code: Int(state, radix: 36) ?? 0)
    }
  }
}
