import AnswerFiles
import Testing

@Suite("A compressed answer file")
struct GzipTests {
  private let table = Array("a,b\n1,2\n3,4\n".utf8)

  @Test func `is recognised and unpacked, in one member or several`() {
    #expect(rows(stored(table)) == ["a|b", "2:1|2", "3:3|4"])
    #expect(
      rows(stored(Array(table[..<5])) + stored(Array(table[5...]))) == ["a|b", "2:1|2", "3:3|4"]
    )
    #expect(rows(stored(table) + [0, 0, 0]) == ["a|b", "2:1|2", "3:3|4"])
    #expect(rows(stored([])) == ["1:1 empty"])
  }

  @Test func `gives the rows before the point at which it ends too early`() {
    let file = stored(table)
    for length in 2..<file.count {
      let found = rows(Array(file[..<length]))
      #expect(found.last?.hasSuffix(" truncatedGzip") == true, "\(length): \(found)")
    }
    #expect(rows(Array(file.dropLast())) == ["a|b", "2:1|2", "3:3|4", "4:1 truncatedGzip"])
  }

  @Test func `is refused where it is damaged`() {
    var wrongSum = stored(table)
    wrongSum[wrongSum.count - 6] ^= 1
    #expect(rows(wrongSum).last?.hasSuffix(" damagedGzip") == true)
    #expect(rows(stored(table) + [1]).last?.hasSuffix(" truncatedGzip") == true)
    #expect(rows(stored(table) + Array("junk".utf8)).last?.hasSuffix(" damagedGzip") == true)
    #expect(rows(stored(table) + [0, 1]).last?.hasSuffix(" damagedGzip") == true)
    #expect(rows([0x1F, 0x8B, 9, 0, 0, 0, 0, 0, 0, 0]).last == "1:1 damagedGzip")
  }

  @Test func `is refused where it multiplies beyond what tables do`() {
    var options = CSVOptions()
    options.gzip = GzipLimits(ratio: 100, freeBytes: 1 << 19)
    let suspicious = rows(bomb(megabytes: 1), options: options)
    #expect(suspicious.last?.hasSuffix(" suspiciousRatio(limit: 100)") == true)
    options.gzip = GzipLimits(bytes: 500_000)
    #expect(
      rows(bomb(megabytes: 1), options: options).last?.hasSuffix(
        " unpackedTooLarge(limit: 500000)"
      ) == true
    )
    options = CSVOptions()
    options.limits = RowLimits(row: 2 << 20)
    #expect(rows(bomb(megabytes: 4), options: options) == ["1:1 cellTooLarge(limit: 1048576)"])
  }
}
