/// Finds the name that somebody probably meant.
///
/// Names are compared without case and diacritics; a slip is a character too many, missing, wrong, or
/// exchanged with its neighbour. One slip is forgiven for every three characters, at least one.
///
/// - Parameters:
///   - name: What was written; beyond 64 characters nothing is near.
///   - candidates: The names there are; longer ones than 64 characters are passed over.
/// - Returns: The candidate with the fewest slips, the first of several; `nil` if none is near.
/// - Complexity: O(*n* · 64²) in the candidates.
/// - SeeAlso: Optimal string alignment, a restricted Damerau-Levenshtein distance.
package func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
  let longest = 64
  guard name.utf8.count <= longest * 4 else { return nil }
  let wanted = Array(name.searchKey.unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= longest else { return nil }
  var best: String?
  var allowed = max(1, wanted.count / 3)
  for candidate in candidates where candidate.utf8.count <= longest * 4 {
    let scalars = Array(candidate.searchKey.unicodeScalars)
    guard !scalars.isEmpty, scalars.count <= longest else { continue }
    guard abs(scalars.count - wanted.count) <= allowed else { continue }
    let slips = slips(between: wanted, and: scalars)
    // Of two letters, one slip leaves nothing in common worth a suggestion.
    guard slips <= allowed, slips < max(wanted.count, scalars.count) - 1 || slips == 0 else {
      continue
    }
    best = candidate
    allowed = slips - 1
    if allowed < 0 { break }
  }
  return best
}

/// Counts the slips between two words, that is letters too many, missing, wrong, or exchanged with a
/// neighbour.
///
/// - Complexity: O(*n*·*m*); the caller bounds both words.
package func slips(between left: [Unicode.Scalar], and right: [Unicode.Scalar]) -> Int {
  var beforeLast = [Int](repeating: 0, count: right.count + 1)
  var last = Array(0...right.count)
  for row in 1...left.count {
    var current = [row]
    for column in 1...right.count {
      let isSame = left[row - 1] == right[column - 1]
      var slips = min(
        last[column] + 1,
        current[column - 1] + 1,
        last[column - 1] + (isSame ? 0 : 1)
      )
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        slips = min(slips, beforeLast[column - 2] + 1)
      }
      current.append(slips)
    }
    (beforeLast, last) = (last, current)
  }
  return last[right.count]
}
