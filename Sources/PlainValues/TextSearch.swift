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
