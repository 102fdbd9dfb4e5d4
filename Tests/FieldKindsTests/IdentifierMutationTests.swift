import FieldKinds
import Testing

/// Numbers that look random and are the same in every run.
private struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("A check digit")
struct IdentifierMutationTests {
  /// Kinds whose procedure finds every single wrong digit; `#` is any digit, `?` one to be found.
  @Test(arguments: [
    (KindName.esNIF, "########?", "TRWAGMYFPDXBNJZSQVHLCKE"),
    (.esNIF, "X#######?", "TRWAGMYFPDXBNJZSQVHLCKE"), (.esNIF, "B#######?", "0123456789"),
    (.esNIF, "Q#######?", "ABCDEFGHIJ"), (.deVAT, "DE1#######?", "0123456789"),
    (.deVAT, "DE1#######?-00001", "0123456789"), (.atUID, "ATU#######?", "0123456789"),
    (.chUID, "CHE########?", "0123456789"), (.gln, "4###########?", "0123456789"),
    (.iban, "DE??##################", "0123456789"),
    (.iban, "FR??##########M############", "0123456789"),
    (.lei, "5299########AURSDO??", "0123456789"), (.leitwegID, "04011###-###12A-??", "0123456789"),
    (.euVAT, "BE0#######??", "0123456789"), (.euVAT, "DK1######?", "0123456789"),
    (.euVAT, "HR##########?", "0123456789"), (.euVAT, "IT#######001?", "0123456789"),
    (.euVAT, "PL########1?", "0123456789"), (.euVAT, "SE#########?01", "0123456789"),
    (.euVAT, "CY0#######?", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    (.deTaxNumber, "92010815####?", "0123456789"),
    (.deTaxNumber, "28930815####?", "0123456789"), (.deTaxNumber, "513308150###?", "0123456789"),
    (.deTaxNumber, "27220815####?", "0123456789"), (.deTaxNumber, "23240815####?", "0123456789"),
  ])
  func `finds one wrong digit`(kind: KindName, pattern: String, checks: String) throws {
    var dice = Dice(state: UInt64(pattern.utf8.count) &* 7919)
    var found = 0
    for _ in 0..<100 where found < 6 {
      let drawn = pattern.map {
        $0 == "#" ? Character("\(Int.random(in: 0...9, using: &dice))") : $0
      }
      guard let valid = completed(drawn, kind, Array(checks)) else { continue }
      found += 1
      for (index, character) in valid.enumerated() where pattern.dropFirst(index).first == "#" {
        for digit in "0123456789" where digit != character {
          var wrong = valid
          wrong[index] = digit
          #expect(canonical(String(wrong), kind) == nil, "\(String(wrong)) passes")
        }
      }
    }
    #expect(found == 6)
  }

  /// The pattern with the check characters that make it hold; `nil` where none do.
  private func completed(
    _ drawn: [Character],
    _ kind: KindName,
    _ checks: [Character]
  ) -> [Character]? {
    let places = drawn.indices.filter { drawn[$0] == "?" }
    let count = places.count == 2 ? checks.count * checks.count : checks.count
    for candidate in 0..<count {
      var filled = drawn
      filled[places[0]] = checks[candidate % checks.count]
      if places.count == 2 { filled[places[1]] = checks[candidate / checks.count] }
      if canonical(String(filled), kind) != nil { return filled }
    }
    return nil
  }
}
