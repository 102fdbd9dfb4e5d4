import PlainValues
import RecordStorage
import WizardEngine

/// What finishing `register-contract` does: a contract that is first billed on the day it starts.
struct ContractRegistration {
  let registration: Registration
  let occasion: Occasion

  func findings(in store: Store) throws(StoreError) -> [Finding] {
    try registration.danglingReferences(in: store)
  }

  func changeSet(in store: Store) throws(StoreError) -> ChangeSet {
    var set = ChangeSet()
    guard let name = registration["customer"], let code = registration["plan"],
      let customer = try store.record(of: .customers, named: name),
      let plan = try store.record(of: .plans, named: code)
    else { return set }
    let start = registration["startsOn"].flatMap { CivilDate(iso: $0) } ?? occasion.today
    var row = NewRow(in: .contracts)
    row.set(.value(customer.key), for: "customer")
    row.set(.value(plan.key), for: "plan")
    row.set(.text(start.iso), for: "startsOn")
    row.set(.integer(Int64(start.components.day)), for: "anchorDay")
    row.set(.text(start.iso), for: "nextBilling")
    set.main = set.insert(row)
    return set
  }
}
