/// Finds the name that another one was probably meant to be.
enum NearestName {
  /// More or longer names than these are not compared, so that no catalog can make it long.
  private static let mostCandidates = 8
  private static let longestName = 32

  /// The candidate with the fewest changed letters, at most a third of the name's.
  ///
  /// - Returns: The first in the alphabet of several; `nil` if none is near, or where there are
  ///   more than eight.
  static func of(_ name: String, among candidates: Set<String>) -> String? {
    guard candidates.count <= mostCandidates, name.utf8.count <= longestName else { return nil }
    let wanted = Array(name.utf8)
    var best: (name: String, distance: Int)?
    for candidate in candidates.sorted() where candidate.utf8.count <= longestName {
      let bytes = Array(candidate.utf8)
      let limit = max(1, max(wanted.count, bytes.count) / 3)
      guard abs(bytes.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, bytes)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Insertions, removals and changes between two words (Levenshtein 1965).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (index, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in right.indices {
        let change = diagonal + (byte == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(change, diagonal + 1, row[column] + 1)
      }
    }
    return row[right.count]
  }
}
