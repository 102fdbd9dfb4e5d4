extension String {
  /// Whether some words occur in the text, byte for byte.
  ///
  /// Instead of the search that comes with Swift's regular expressions, for which every start of alta would
  /// pay.
  ///
  /// - Complexity: O(*n* · *m*).
  package func mentions(_ words: String) -> Bool {
    words.isEmpty || utf8.indices.contains { utf8[$0...].starts(with: words.utf8) }
  }
}

extension String {
  /// Where a part first stands, by bytes; `nil` where it does not occur.
  package func firstPlace(of part: String) -> Range<String.Index>? {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return nil }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted) {
      let lower = utf8.index(startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: wanted.count)
    }
    return nil
  }

  /// The text with every occurrence of a part replaced, by bytes.
  package func replacingEvery(_ part: String, with other: String) -> String {
    var result = ""
    var rest = self
    while let place = rest.firstPlace(of: part) {
      result += rest[..<place.lowerBound] + other
      rest = String(rest[place.upperBound...])
    }
    return result + rest
  }
}
