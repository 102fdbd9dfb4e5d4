import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `assign-programme` does: an entitlement moves to another card, or to none (domain rule L18).
struct CardAssignment {
  let registration: Registration
  let occasion: Occasion

  private func entitlement(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["entitlement"] else { return nil }
    return try store.record(of: .entitlements, named: name)
  }

  private func card(for entitlement: Record, in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["card"] else { return nil }
    let cards = try LoyaltyCards(of: entitlement["customer"], on: occasion.today, in: store)
    return cards.card(named: name)
  }

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    if let entitlement = try entitlement(in: store), let name = registration["card"],
      name != "none", try store.record(of: .cards, named: name) != nil,
      try card(for: entitlement, in: store) == nil
    {
      let programme = entitlement["programme"].text ?? ""
      findings.append(Finding(.notAssignable(programme: programme, card: name), at: "card"))
    }
    return findings.inFieldOrder(of: registration.wizard)
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let entitlement = try entitlement(in: store) else { return set }
    var row = AlteredRow(entitlement)
    row.set(try card(for: entitlement, in: store).map { .value($0.key) } ?? .empty, for: "card")
    if !row.alterations.isEmpty { set.main = set.update(row) }
    return set
  }
}
