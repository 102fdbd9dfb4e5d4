package import RecordStorage

/// The problems of an import, counted by code and field.
package struct ImportStatistics: Sendable {
  /// One kind of problem.
  package struct Kind: Sendable {
    /// The stable code that scripts see.
    package let code: String
    /// The path of the answer; empty for the row as a whole.
    package let path: String
    /// In how many rows it was found.
    package fileprivate(set) var count: Int
  }

  /// The kinds, the most frequent first, then by code and field.
  package private(set) var kinds: [Kind] = []
  /// How all rejected rows weigh.
  package private(set) var weights: Set<RowProblem.Weight> = []
  /// The first rejected rows.
  package private(set) var first: [RejectedRow] = []

  /// Counts the rejected rows of an import.
  ///
  /// - Throws: `StoreError`.
  /// - Complexity: O(*n*) in the rejected rows, read piece by piece.
  package init(
    ofImport run: Int64,
    in store: Store,
    keeping firstCount: Int
  ) throws(StoreError) {
    var counts: [[String]: Int] = [:]
    var last: Int64 = 0
    while true {
      let rows = try store.rejects(ofImport: run, after: last)
      for row in rows {
        if first.count < firstCount { first.append(row) }
        for problem in row.found {
          counts[[problem.code, problem.path], default: 0] += 1
          weights.insert(problem.weight)
        }
        last = row.row
      }
      guard !rows.isEmpty else { break }
    }
    kinds = counts.map { Kind(code: $0.key[0], path: $0.key[1], count: $0.value) }.sorted {
      ($1.count, $0.code, $0.path) < ($0.count, $1.code, $1.path)
    }
  }
}
