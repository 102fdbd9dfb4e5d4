import Billing
import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `bill` does: the regular invoices of contracts that are due, or an interim one.
///
/// Contracts are billed some at a time, in the order in which they are due, so that memory stays flat and nobody
/// waits long for the store, however many there are. What was billed stays so whatever ends the run; another one
/// finds the rest.
///
/// - SeeAlso: the project's `Wizards/bill.yaml`, whose field keys it works with; domain rules B18–B20 and B26.
struct ContractBilling {
  let registration: Registration
  let occasion: Occasion

  /// How many contracts one transaction bills at most.
  private static let size = 250
  /// How many invoices of one contract one transaction makes at most.
  private static let mostInvoices = 250
  /// How many days ahead are billed unasked: more than a year is rather a slip of the finger.
  private static let daysAhead = 366

  private var isInterim: Bool { registration["kind"] == "interim" }

  private var until: CivilDate {
    registration["until"].flatMap { CivilDate(iso: $0) } ?? occasion.today
  }

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    var findings = try registration.danglingReferences(in: store)
    if let name = registration["contract"],
      let contract = try store.record(of: .contracts, named: name),
      contract["state"] != .text("active")
    {
      return findings + [Finding(.contractEnded(contract.name), at: "contract")]
    }
    guard findings.isEmpty else { return findings }
    if !isInterim, until.dayNumber - occasion.today.dayNumber > Self.daysAhead {
      findings.append(Finding(.confirmAhead(until), at: "until"))
    }
    let first = try instalment(after: nil, in: store)
    if first.changes.changes.isEmpty { findings.append(Finding(.nothingToBill)) }
    return (findings + first.notices).inFieldOrder(of: registration.wizard)
  }

  /// Bills some contracts.
  ///
  /// - Parameters:
  ///   - mark: How far the run came; `nil` for its beginning.
  ///   - store: The store, in which everything before the mark is billed.
  /// - Returns: Their documents, and where to go on.
  /// - Throws: `StoreError`.
  func instalment(
    after mark: Instalment.Mark?,
    in store: Store
  ) throws(StoreError) -> Instalment {
    var instalment = Instalment()
    var mark = mark ?? Instalment.Mark()
    var prices = PriceBook(of: store)
    let contracts = try contracts(after: mark, in: store)
    var isComplete = contracts.count <= Self.size
    for contract in contracts.prefix(Self.size) {
      mark.day = contract["nextBilling"].text ?? ""
      mark.key = contract.key
      guard let book = try ContractBook(of: contract, &prices, in: store) else { continue }
      var bill = try ContractBill(book, prices, in: store)
      if isInterim {
        try bill.addInterim(at: occasion, in: store, into: &instalment.changes)
      } else {
        let isWhole = try bill.addRegular(
          until: until,
          atMost: Self.mostInvoices,
          at: occasion,
          in: store,
          into: &instalment.changes
        )
        // Its next day is still within reach, so that it is found again.
        if !isWhole { isComplete = false }
      }
      prices = bill.prices
      // An interim invoice is of one contract.
      if isInterim { instalment.notices += bill.quotaUses.map { Finding(.quotaUsed($0)) } }
      for (component, quantity) in bill.lapsed {
        mark.lapsed[component] = (mark.lapsed[component] ?? .zero) + quantity
      }
    }
    guard isComplete else {
      instalment.next = mark
      return instalment
    }
    instalment.notices += mark.lapsed.sorted { $0.key < $1.key }.map { component, quantity in
      Finding(.quotaLapsed(quantity: quantity.text(), component: component))
    }
    return instalment
  }

  private func contracts(
    after mark: Instalment.Mark,
    in store: Store
  ) throws(StoreError) -> [Record] {
    guard let name = registration["contract"] else {
      return try store.contracts(
        dueUntil: until.iso,
        after: (mark.day, mark.key),
        limit: Self.size + 1
      )
    }
    return try store.record(of: .contracts, named: name).map { [$0] } ?? []
  }
}
