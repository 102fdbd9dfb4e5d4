/// The part of an input that is one importer's where several import it at once.
///
/// The rows go round in blocks: the first block is the first importer's, the next one the second's. Reading and
/// judging is done by all of them at the same time; storing in turn, block after block, so that the store comes
/// out as from one importer, to the last number.
package struct RowShard: Equatable, Sendable {
  /// Which part it is, counted from 1.
  package let index: Int
  /// How many parts there are.
  package let count: Int

  /// The rows of a block.
  package static let rowsOfBlock = 2_048
  /// The greatest number of parts.
  package static let most = 1_024

  /// Reads `3/8`; `nil` for any other text, and for a part that there is not.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1],
      (1...RowShard.most).contains(count), (1...count).contains(index)
    else { return nil }
    self.init(index: index, count: count)
  }

  private init(index: Int, count: Int) {
    self.index = index
    self.count = count
  }

  /// The spelling that is read.
  package var text: String { "\(index)/\(count)" }

  /// The other parts.
  package var others: [RowShard] {
    (1...count).filter { $0 != index }.map { RowShard(index: $0, count: count) }
  }

  /// How many rows of the input precede the next one of this part, when so many of its own are dealt with.
  package func rows(before own: Int) -> Int {
    let (block, rest) = own.quotientAndRemainder(dividingBy: RowShard.rowsOfBlock)
    return (block * count + index - 1) * RowShard.rowsOfBlock + rest
  }

  /// How many of its own rows another part must have dealt with before the next row of this part may be stored.
  package func rows(of other: RowShard, before own: Int) -> Int {
    let block = own / RowShard.rowsOfBlock
    return (block + (other.index < index ? 1 : 0)) * RowShard.rowsOfBlock
  }

  /// Whether a row belongs to this part, by the number of rows that precede it.
  func owns(rowAfter rows: Int) -> Bool {
    rows / RowShard.rowsOfBlock % count == index - 1
  }

  /// How many rows there are to the end of the block of the row that so many precede.
  static func rowsLeft(after rows: Int) -> Int {
    rowsOfBlock - rows % rowsOfBlock
  }
}
