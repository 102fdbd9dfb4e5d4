import Testing

@testable import FrontDesk

@Suite("Parts of an input")
struct RowShardTests {
  @Test(arguments: [1, 2, 3, 8]) func `have each row once, in the order of the input`(count: Int)
    throws
  {
    let shards = try (1...count).map { try #require(RowShard("\($0)/\(count)")) }
    var dealtWith = Array(repeating: 0, count: count)
    for row in stride(from: 0, to: 5 * RowShard.rowsOfBlock * count, by: 64) {
      let owners = shards.filter { $0.owns(rowAfter: row) }
      #expect(owners.count == 1)
      let owner = try #require(owners.first)
      #expect(owner.rows(before: dealtWith[owner.index - 1]) == row)
      // Whatever stands before the row must be stored, and nothing else.
      for other in owner.others {
        let needed = owner.rows(of: other, before: dealtWith[owner.index - 1])
        #expect(dealtWith[other.index - 1] == needed)
      }
      dealtWith[owner.index - 1] += 64
    }
  }

  @Test(arguments: ["", "1", "0/2", "3/2", "1/0", "a/b", "1/2/3", "-1/2", "1/2000", "1/ 2"])
  func `are refused where there is no such part`(text: String) {
    #expect(RowShard(text) == nil)
  }
}
