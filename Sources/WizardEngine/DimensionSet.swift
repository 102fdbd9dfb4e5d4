/// A set of positions of own fields, a bit each: what a path depends on.
///
/// A wizard has 2,000 fields at most, so that joining and comparing two sets is a few machine words.
struct DimensionSet: Hashable {
  private var words: [UInt64] = []

  init() {}

  var isEmpty: Bool { words.isEmpty }

  /// The positions in ascending order.
  var positions: [Int] {
    var positions: [Int] = []
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        positions.append(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return positions
  }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  mutating func insert(_ position: Int) {
    let index = position / 64
    if words.count <= index { words += Array(repeating: 0, count: index + 1 - words.count) }
    words[index] |= 1 << UInt64(position % 64)
  }

  mutating func formUnion(_ other: DimensionSet) {
    if words.count < other.words.count {
      words += Array(repeating: 0, count: other.words.count - words.count)
    }
    for (index, word) in other.words.enumerated() { words[index] |= word }
  }

  func union(_ other: DimensionSet) -> DimensionSet {
    var union = self
    union.formUnion(other)
    return union
  }

  func isDisjoint(with other: DimensionSet) -> Bool {
    zip(words, other.words).allSatisfy { $0 & $1 == 0 }
  }

  func isSubset(of other: DimensionSet) -> Bool {
    guard words.count <= other.words.count else { return false }
    return zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
  }
}
