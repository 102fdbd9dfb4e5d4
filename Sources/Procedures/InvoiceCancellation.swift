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
    guard let invoice = try invoice(in: store) else { return findings }
    if invoice["state"] == .text("cancelled") {
      findings.append(Finding(.invoiceCancelled(invoice.name), at: "invoice"))
    } else if invoice["kind"] == .text("creditNote") {
      findings.append(Finding(.creditNoteStays(invoice.name), at: "invoice"))
    } else if let contract = try store.record(of: .contracts, key: invoice["contract"]) {
      // What comes later stands on it: periods, quotas, and what was given back.
      let later = try store.records(of: .invoices, with: "contract", contract.key).filter {
        ($0.key.integer ?? 0) > (invoice.key.integer ?? 0) && $0["state"] != .text("cancelled")
      }
      if contract["state"] != .text("active") {
        findings.append(Finding(.contractEnded(contract.name), at: "invoice"))
      } else if !later.isEmpty {
        findings.append(
          Finding(.laterDocuments(invoice.name, later: later.map(\.name)), at: "invoice")
        )
      }
    }
    return findings
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let invoice = try invoice(in: store) else { return set }
    var row = AlteredRow(invoice)
    row.give("cancelled", to: "state")
    // It is not sent any more either.
    for dispatch in try store.records(of: .dispatches, with: "invoice", invoice.key)
    where dispatch["mail.state"] == .text("queued") {
      set.delete(dispatch)
      row.give(nil, to: "delivery")
    }
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
    let all = try store.records(of: .invoiceLines, with: "contract", contract.key)
    for subscription in try store.records(of: .subscriptions, with: "contract", contract.key) {
      // A line that was made together with its booking does not know the booking's number.
      let own = lines.filter {
        $0["subscription"] == subscription.key
          || ($0["subscription"].isNull && $0.key == subscription["billedLine"])
      }
      guard let start = own.compactMap({ $0["startsOn"].text }).min() else { continue }
      var row = AlteredRow(subscription)
      row.give(start == subscription["startsOn"].text ? nil : start, to: "billedUntil")
      // The line of the bill before, which a credit would be for.
      let before = all.last {
        ($0["subscription"] == subscription.key
          || ($0["subscription"].isNull && $0["component"] == subscription["component"]
            && ($0["startsOn"].text ?? "") >= (subscription["startsOn"].text ?? "")))
          && $0["endsOn"] == .text(start) && $0["invoice"] != invoice.key
          && $0["corrects"].isNull
      }
      row.set(before.map { .value($0.key) } ?? .empty, for: "billedLine")
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
