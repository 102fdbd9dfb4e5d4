import PlainValues
import RecordStorage

/// The cards of a customer that a programme can be assigned to (domain rule L3).
struct LoyaltyCards {
  /// The eligible cards, in the order of their numbers.
  let eligible: [Record]

  /// Reads a customer's cards.
  ///
  /// Eligible is a card that is ordered or coded, with or without a number of its own, and still valid today.
  init(of customer: SQLValue, on today: CivilDate, in store: Store) throws(StoreError) {
    eligible = try store.records(of: .cards, with: "customer", customer).filter { card in
      guard let state = card["state"].text, ["ordered", "coded"].contains(state) else {
        return false
      }
      guard let end = card["validUntil"].text.flatMap({ CivilDate(iso: $0) }) else { return true }
      return end >= today
    }
  }

  /// The eligible card of a name, `KK-0001`.
  func card(named name: String) -> Record? {
    let number = RecordNumber.number(name, of: .cards)
    return eligible.first { $0.key.integer == number }
  }

  /// What the cards are called.
  var names: [String] { eligible.map(\.name) }
}
