import SourceTrees
import Testing

@Suite("A hostile text")
struct HostileSourceTests {
  private static let bomb =
    "a: &a [x,x,x,x,x,x,x,x,x]\n"
    + zip("bcdefghi", "abcdefgh").map { name, of in
      "\(name): &\(name) [" + Array(repeating: "*\(of)", count: 9).joined(separator: ",") + "]\n"
    }.joined()

  @Test func `does not grow by aliases`() {
    #expect(HostileSourceTests.bomb.utf8.count < 400)
    let found = faults { () throws(SourceFaults) in _ = try yaml(HostileSourceTests.bomb) }
    #expect(found.map(\.reason) == [.tooManyNodes(limit: 200_000)])
  }

  @Test func `counts aliased nodes as often as they are repeated`() throws {
    let text = "[&a [1, 2], *a, *a]"
    #expect(
      sketch(try yaml(text, limits: SourceLimits(nodes: 10))) == "[[<1> <2>] [<1> <2>] [<1> <2>]]"
    )
    let found = faults { () throws(SourceFaults) in
      _ = try yaml(text, limits: SourceLimits(nodes: 9))
    }
    #expect(found.map(\.reason) == [.tooManyNodes(limit: 9)])
  }

  @Test func `does not grow deep by aliases`() {
    let text = "- &a [[[1]]]\n- &b [[[*a]]]\n- [[[*b]]]"
    #expect(
      faults { () throws(SourceFaults) in _ = try yaml(text, limits: SourceLimits(depth: 10)) }
        .isEmpty
    )
    let found = faults { () throws(SourceFaults) in
      _ = try yaml(text, limits: SourceLimits(depth: 9))
    }
    #expect(found.map(\.reason) == [.tooDeep(limit: 9)])
  }

  @Test(arguments: [32, 33, 100_000])
  func `may be nested as deep as the limit`(depth: Int) {
    let flow = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let expected: [SourceFault.Reason] = depth > 32 ? [.tooDeep(limit: 32)] : []
    let limits = SourceLimits(depth: 32)
    #expect(
      faults { () throws(SourceFaults) in _ = try yaml(flow, limits: limits) }.map(\.reason)
        == expected
    )
    #expect(
      faults { () throws(SourceFaults) in _ = try json(flow, limits: limits) }.map(\.reason)
        == expected
    )
  }

  @Test func `cannot exhaust the stack, whatever limit is asked for`() {
    let text = String(repeating: "{\"a\":[", count: 100_000)
    let limits = SourceLimits(depth: .max)
    let found = faults { () throws(SourceFaults) in _ = try json(text, limits: limits) }
    #expect(found.map(\.reason) == [.tooDeep(limit: SourceLimits.deepest)])
  }

  @Test func `cannot have more nodes than the limit`() {
    let text = "[" + String(repeating: "1,", count: 300_000) + "1]"
    for found in [
      faults({ () throws(SourceFaults) in _ = try yaml(text) }),
      faults({ () throws(SourceFaults) in _ = try json(text) }),
    ] {
      #expect(found.map(\.reason) == [.tooManyNodes(limit: 200_000)])
    }
  }

  @Test(arguments: [
    "- ", "? ", "[", "{", "{a: ", "&a ", "!a ", "a: ", "\"", "'", "a\n", "\t", "%", "#", "*a ",
    "é: {", "|\n", "--- ",
  ])
  func `of one megabyte is read in linear time`(unit: String) {
    let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
    let started = ContinuousClock.now
    _ = faults { () throws(SourceFaults) in _ = try SourceNode.documents(yaml: SourceText(text)) }
    _ = faults { () throws(SourceFaults) in _ = try json(text) }
    #expect(ContinuousClock.now - started < .seconds(10))
  }

  @Test func `made of random pieces never breaks a reader`() {
    let pieces = [
      "a", ":", " ", "\n", "-", "[", "]", "{", "}", ",", "\"", "'", "&x", "*x", "!t", "|", ">",
      "?", "#", "%", "---", "...", "é", "\t", "\\", "<<", "\u{2028}", "1", "null", "  ", "\r",
    ]
    var numbers = SeededNumbers(state: 3)
    var read = 0
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 1...24, using: &numbers)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
      }.joined()
      let found = faults { () throws(SourceFaults) in
        _ = try SourceNode.documents(yaml: SourceText(text))
      }
      read += found.isEmpty ? 1 : 0
      #expect(found.allSatisfy { $0.place.offset <= text.utf8.count })
      _ = faults { () throws(SourceFaults) in _ = try json(text) }
    }
    #expect(read > 100)
  }

  @Test func `has no more faults than anybody reads`() {
    let text = String(repeating: "a: !x 1\n", count: 1_000)
    #expect(faults { () throws(SourceFaults) in _ = try yaml(text) }.count == SourceFaults.most)
    let keys = "{" + Array(repeating: "\"a\":1", count: 1_000).joined(separator: ",") + "}"
    #expect(faults { () throws(SourceFaults) in _ = try json(keys) }.count == SourceFaults.most)
  }
}
