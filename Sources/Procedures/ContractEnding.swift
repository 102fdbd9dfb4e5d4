import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `end-contract` does: the contract ends with the period that is billed, and what is not billed yet is
/// billed at once.
struct ContractEnding {
  let registration: Registration
  let occasion: Occasion

  private func contract(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["contract"] else { return nil }
    return try store.record(of: .contracts, named: name)
  }

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    let findings = try registration.danglingReferences(in: store)
    guard let contract = try contract(in: store) else { return findings }
    guard contract["state"] == .text("active"), let end = contract.day("nextBilling") else {
      return findings + [Finding(.contractEnded(contract.name), at: "contract")]
    }
    return findings + [Finding(.confirmEnding(contract: contract.name, on: end), at: "contract")]
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    var prices = PriceBook(of: store)
    guard let contract = try contract(in: store),
      let book = try ContractBook(of: contract, &prices, in: store)
    else { return set }
    var bill = try ContractBill(book, prices, in: store)
    try bill.addInterim(at: occasion, isLast: true, in: store, into: &set)
    // What the last invoice has altered of a booking is altered further.
    var altered = set.changes.indices.compactMap { index -> (SQLValue, Int)? in
      guard case .update(let row) = set.changes[index], row.table == .subscriptions else {
        return nil
      }
      return (row.record.key, index)
    }
    for subscription in book.subscriptions
    where subscription.day("endsOn").map({ $0 > book.next }) ?? true {
      let start = subscription.day("startsOn") ?? book.next
      let end = max(start, book.next).iso
      if let place = altered.firstIndex(where: { $0.0 == subscription.key }) {
        set.alter(altered.remove(at: place).1) { $0.give(end, to: "endsOn") }
      } else {
        var row = AlteredRow(subscription)
        row.give(end, to: "endsOn")
        set.update(row)
      }
    }
    var row = AlteredRow(contract)
    row.give("ended", to: "state")
    let ended = set.update(row)
    set.main = set.main ?? ended
    return set
  }
}
