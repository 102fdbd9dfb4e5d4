import PlainValues

/// The options of a choice with what finds them, worked out when it is needed or while nobody types.
///
/// A class, because a list of ten thousand options is named and folded once, not with every key.
package final class OptionNames {
  /// How many options there are.
  package let count: Int
  private let naming: (Int) -> [String]
  /// What finds the options: label, code and synonyms of each as ``Swift/String/searchKey``, one after
  /// the other.
  private var keys: [UInt8] = []
  /// Where each key ends in ``keys``.
  private var keyEnds: [Int] = []
  /// How many keys there are up to the end of each option; as many options are prepared.
  private var optionEnds: [Int] = []

  /// Names options.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - naming: The names of the option at an index: first its label, then what else finds it.
  package init(count: Int, naming: @escaping (Int) -> [String]) {
    self.count = count
    self.naming = naming
  }

  /// What the option at an index is called.
  package func label(at index: Int) -> String { naming(index).first ?? "" }

  /// Prepares for searching, as far as some more options.
  ///
  /// - Returns: Whether there is more to prepare.
  package func prepare(options some: Int) -> Bool {
    for index in optionEnds.count..<min(count, optionEnds.count + some) {
      for name in naming(index) {
        keys.append(contentsOf: name.searchKey.utf8)
        keyEnds.append(keys.count)
      }
      optionEnds.append(keyEnds.count)
    }
    return optionEnds.count < count
  }

  /// The options that a text fits: first those one of whose names it is, then those one of whose names
  /// begins with it, then those in which a word does, then those that contain it anywhere; in their
  /// order within each.
  ///
  /// - Parameters:
  ///   - text: What was typed, in any case, with or without diacritics.
  ///   - candidates: The options to look at, in ascending order.
  /// - Returns: The options by index; all candidates for an empty text.
  /// - Complexity: O(*n*) in the letters of their names.
  func fitting(_ text: String, among candidates: [Int]) -> [Int] {
    let key = Array(text.trimmed.searchKey.utf8)
    guard !key.isEmpty else { return candidates }
    _ = prepare(options: count)
    var ranks: [[Int]] = [[], [], [], []]
    let keys = keys
    let bytes = keys.span
    for candidate in candidates {
      var best = ranks.count
      for number in (candidate == 0 ? 0 : optionEnds[candidate - 1])..<optionEnds[candidate] {
        let start = number == 0 ? 0 : keyEnds[number - 1]
        best = min(best, OptionNames.rank(of: key, in: bytes, start..<keyEnds[number]) ?? best)
        if best == 0 { break }
      }
      if best < ranks.count { ranks[best].append(candidate) }
    }
    return ranks.flatMap { $0 }
  }

  /// 0 where a name is a key, 1 where it begins with it, 2 where a word of it does, 3 where it contains
  /// it; else `nil`.
  private static func rank(
    of key: [UInt8],
    in bytes: Span<UInt8>,
    _ name: Range<Int>
  ) -> Int? {
    guard name.count >= key.count else { return nil }
    var found: Int?
    for start in name.lowerBound...(name.upperBound - key.count) where bytes[start] == key[0] {
      var length = 1
      while length < key.count, bytes[start + length] == key[length] { length += 1 }
      guard length == key.count else { continue }
      if start == name.lowerBound { return name.count == length ? 0 : 1 }
      // A byte of a letter, be it one of several, is no border of a word.
      let previous = bytes[start - 1]
      let isLetter =
        previous >= 0x80 || (0x61...0x7A).contains(previous) || (0x30...0x39).contains(previous)
      if !isLetter { return 2 }
      found = 3
    }
    return found
  }
}
