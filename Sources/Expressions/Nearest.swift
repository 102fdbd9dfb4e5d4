extension String {
  /// Finds the name that was most likely meant; `nil` where none is near.
  ///
  /// Near is: at most one letter in three changed, or one in a shorter word; a swap of neighbours is
  /// one change, and upper and lower case are the same. Of two equally near names the first is taken.
  ///
  /// - Complexity: O(*n*·*m*) for each name; names longer than 64 bytes are passed over.
  func nearest(of names: some Sequence<String>) -> String? {
    let word = Array(lowercased().utf8)
    guard !word.isEmpty, word.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    let limit = Swift.max(1, word.count / 3)
    for name in names {
      let other = Array(name.lowercased().utf8)
      guard other.count <= 64, abs(other.count - word.count) <= limit else { continue }
      let distance = String.distance(word, other)
      if distance <= limit, distance < (best?.distance ?? .max) { best = (name, distance) }
    }
    return best?.name
  }

  /// Counts the insertions, deletions, changes and swaps of neighbours between two words.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var above = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let change = above[column] + (left[row] == right[column] ? 0 : 1)
        var cost = Swift.min(change, above[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = Swift.min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      (before, above) = (above, current)
    }
    return above[right.count]
  }
}
