import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `cancel-invoice` does: the invoice counts no more, what it entitled to ends today (domain rule
/// L17), and what it billed of a contract is due again.
struct InvoiceCancellation {
  let registration: Registration
  let occasion: Occasion

  private func invoice(in store: Store) throws(StoreError) -> Record? {
    guard let name = registration["invoice"] else { return nil }
    return try store.record(of: .invoices, named: name)
  }

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    if let invoice = try invoice(in: store), invoice["state"] == .text("cancelled") {
      findings.append(Finding(.invoiceCancelled(invoice.name), at: "invoice"))
    }
    return findings
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let invoice = try invoice(in: store) else { return set }
    var row = AlteredRow(invoice)
    row.give("cancelled", to: "state")
    set.main = set.update(row)
    for entitlement in try store.records(of: .entitlements, with: "invoice", invoice.key)
    where entitlement["status"] == .text("active") {
      set.update(ended(entitlement))
    }
    try release(invoice, in: store, to: &set)
    return set
  }

  /// What has ended by itself keeps its end, and nothing ends before it starts.
  private func ended(_ entitlement: Record) -> AlteredRow {
    var row = AlteredRow(entitlement)
    row.give("ended", to: "status")
    let start = entitlement.day("startsOn") ?? occasion.today
    let end = max(occasion.today, start)
    row.give(entitlement.day("endsOn").map { min($0, end) }?.iso ?? end.iso, to: "endsOn")
    return row
  }

  /// Makes usage, bookings and the period of a contract due again, as far as no later invoice stands on them.
  private func release(
    _ invoice: Record,
    in store: Store,
    to set: inout ChangeSet
  ) throws(StoreError) {
    guard let contract = try store.record(of: .contracts, key: invoice["contract"]) else { return }
    let lines = try store.records(of: .invoiceLines, with: "invoice", invoice.key)
    if invoice["interim"] != .integer(1), let fee = lines.first, fee["component"].isNull,
      fee["endsOn"] == contract["nextBilling"], !fee["startsOn"].isNull
    {
      var row = AlteredRow(contract)
      row.give(fee["startsOn"].text, to: "nextBilling")
      set.update(row)
    }
    for subscription in try store.records(of: .subscriptions, with: "contract", contract.key) {
      guard
        let place = lines.firstIndex(where: { $0.key == subscription["billedLine"] }),
        lines[place]["endsOn"] == subscription["billedUntil"]
      else { continue }
      // A booking that was caught up on has a line for each period, one behind the other.
      var first = place
      while first > 0, lines[first - 1]["component"] == lines[place]["component"],
        lines[first - 1]["endsOn"] == lines[first]["startsOn"]
      {
        first -= 1
      }
      var row = AlteredRow(subscription)
      let isFromStart = lines[first]["startsOn"] == subscription["startsOn"]
      row.give(isFromStart ? nil : lines[first]["startsOn"].text, to: "billedUntil")
      row.set(.empty, for: "billedLine")
      set.update(row)
    }
    for usage in try store.records(of: .usages, with: "contract", contract.key)
    where usage["invoice"] == invoice.key {
      var row = AlteredRow(usage)
      row.set(.empty, for: "invoice")
      set.update(row)
    }
  }
}
