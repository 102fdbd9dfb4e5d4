package import RecordStorage
package import WizardEngine

/// What finishing a wizard does, chosen by how the wizard ends.
package enum Procedure: Hashable, Sendable {
  /// Registers a customer.
  case registerCustomer
  /// Takes down a caller's data.
  case enterContact
  /// Orders a customer's card.
  case registerCard
  /// Makes an offer.
  case registerOffer
  /// Sells loyalty programmes.
  case sellProgramme
  /// Moves an entitlement to another card.
  case assignProgramme
  /// Cancels an invoice.
  case cancelInvoice
  /// Makes a contract.
  case registerContract
  /// Books a component onto a contract.
  case bookComponent
  /// Ends a contract.
  case endContract
  /// Bills contracts.
  case bill
  /// Sets up how mails are sent.
  case setUpMail
  /// Sets up who issues invoices.
  case setUpIssuer
  /// Queues invoices to be sent by e-mail.
  case mailInvoices
  /// Stores one record of a table.
  case record(Table)
  /// Stores the answers as they are.
  case entry

  /// The names of procedures and records that definitions may use.
  package static let known = KnownEndings(
    procedures: byName.map(\.name),
    records: RecordName.all.map(\.singular)
  )

  private static let byName: [(name: String, procedure: Procedure)] = [
    ("register-customer", .registerCustomer), ("enter-contact", .enterContact),
    ("register-card", .registerCard), ("register-offer", .registerOffer),
    ("sell-programme", .sellProgramme), ("assign-programme", .assignProgramme),
    ("cancel-invoice", .cancelInvoice), ("register-contract", .registerContract),
    ("book-component", .bookComponent), ("bill", .bill), ("end-contract", .endContract),
    ("set-up-mail", .setUpMail), ("set-up-issuer", .setUpIssuer), ("mail-invoices", .mailInvoices),
  ]

  /// Finds the procedure of a checked wizard.
  package init(_ ending: Ending) {
    switch ending {
    case .procedure(let name):
      self = Procedure.byName.first { $0.name == name }?.procedure ?? .entry
    case .record(let name):
      let table = RecordName.table(name) ?? .entries
      self = table == .entries ? .entry : .record(table)
    case .entry: self = .entry
    }
  }

  /// What must be there before anything is asked.
  package func prerequisites(
    of wizard: Wizard,
    mode: String?,
    in store: Store
  ) throws(StoreError) -> [Finding] {
    switch self {
    case .registerCustomer:
      return try CustomerRegistration.prerequisites(of: wizard, mode: mode, in: store)
    case .sellProgramme: return try ProgrammeSale.prerequisites(in: store)
    case .mailInvoices: return try InvoiceMailing.prerequisites(in: store)
    default: return []
    }
  }

  /// Whether records that answers name decide what else is asked, so that nothing is judged without the store.
  package var readsBeforeJudging: Bool { self == .enterContact }

  /// What the form starts with: settings as they are.
  ///
  /// - Parameters:
  ///   - wizard: The wizard whose fields are the settings.
  ///   - store: The store.
  /// - Returns: The answers; none where finishing sets nothing that may be there already.
  /// - Throws: `StoreError`.
  package func presets(of wizard: Wizard, in store: Store) throws(StoreError) -> [SpelledAnswer] {
    guard let settingsPrefix else { return [] }
    return try SettingsForm.answers(to: wizard, prefix: settingsPrefix, in: store)
  }

  /// What stands before the keys of the settings that it sets; `nil` where it sets none.
  private var settingsPrefix: String? {
    switch self {
    case .setUpMail: Setting.smtpPrefix
    case .setUpIssuer: Setting.issuerPrefix
    default: nil
    }
  }

  private func settingsForm(_ registration: Registration) -> SettingsForm {
    SettingsForm(registration: registration, prefix: settingsPrefix ?? "")
  }

  /// What answers to some fields fill others with, from the records that they name.
  package func prefill(
    _ registration: Registration,
    in store: Store
  ) throws(StoreError) -> [SpelledAnswer] {
    try loaded(registration, in: store).last.map(ContactEntry.answers) ?? []
  }

  /// The records that ``prefill(_:in:)`` reads.
  ///
  /// Kept in ``Registration/loaded``, they let finishing notice that somebody changed them meanwhile.
  package func loaded(
    _ registration: Registration,
    in store: Store
  ) throws(StoreError) -> [Record] {
    guard self == .enterContact else { return [] }
    return try ContactEntry.loaded(
      request: registration["request"],
      contact: registration["contact"],
      in: store
    )
  }

  /// What the store and the procedure have to say about the answers so far, in field order.
  package func findings(
    of registration: Registration,
    at occasion: Occasion,
    in store: Store,
    _ mapping: CustomerMapping? = nil
  ) throws(StoreError) -> [Finding] {
    switch self {
    case .registerCustomer:
      return try CustomerRegistration(registration, mapping).findings(in: store)
    case .enterContact:
      return try ContactEntry(registration, now: occasion.now).findings(in: store)
    case .registerCard:
      return try CardOrder(registration: registration, occasion: occasion).findings(in: store)
    case .registerOffer:
      return try OfferRegistration(registration: registration, occasion: occasion)
        .findings(in: store)
    case .sellProgramme:
      return try ProgrammeSale(registration, at: occasion).findings(in: store)
    case .assignProgramme:
      return try CardAssignment(registration: registration, occasion: occasion).findings(in: store)
    case .cancelInvoice:
      return try InvoiceCancellation(registration: registration, occasion: occasion)
        .findings(in: store)
    case .registerContract:
      return try ContractRegistration(registration: registration, occasion: occasion)
        .findings(in: store)
    case .bookComponent:
      return try ComponentBooking(registration: registration, occasion: occasion)
        .findings(in: store)
    case .bill:
      return try ContractBilling(registration: registration, occasion: occasion).findings(in: store)
    case .endContract:
      return try ContractEnding(registration: registration, occasion: occasion).findings(in: store)
    case .setUpMail, .setUpIssuer: return []
    case .mailInvoices:
      return try InvoiceMailing(registration: registration, occasion: occasion).findings(in: store)
    case .record(let table):
      return try PlainRecord(registration, in: table).findings(in: store)
    case .entry:
      return try registration.danglingReferences(in: store)
    }
  }

  /// What must be so in the store for a registration to be stored, but for what its unique rules find.
  ///
  /// Inserting a million rows need not look each of them up first: the insert that meets a unique rule is
  /// refused, and only then is ``findings(of:now:in:)`` asked what is in the way.
  ///
  /// - Returns: The preconditions; `nil` where the findings are needed to tell.
  package func preconditions(
    of registration: Registration,
    _ mapping: CustomerMapping
  ) -> Preconditions? {
    guard !mapping.mayRefer || !registration.hasReferences else { return nil }
    switch self {
    case .registerCustomer: return CustomerRegistration(registration, mapping).preconditions
    case .record(let table): return PlainRecord(registration, in: table).preconditions
    case .entry: return []
    default: return nil
    }
  }

  /// What is unique about the records that a registration makes, where nothing else in the store matters to it;
  /// `nil` where something may.
  package func keys(
    of registration: Registration,
    _ mapping: CustomerMapping
  ) -> [UniqueKey]? {
    guard self == .registerCustomer, !registration.hasReferences else { return nil }
    return CustomerRegistration(registration, mapping).keys
  }

  /// Spells the records that finishing makes, where they follow from the answers alone.
  ///
  /// - Parameters:
  ///   - registration: The answers.
  ///   - mapping: Where answers of customers go.
  ///   - now: The moment.
  ///   - set: Receives the records.
  /// - Returns: Whether they do; what the set has is of no use where they depend on what is stored.
  package func insert(
    _ registration: Registration,
    _ mapping: CustomerMapping,
    now: String,
    into set: inout TapedSet
  ) -> Bool {
    switch self {
    case .registerCustomer: CustomerRegistration(registration, mapping).insert(into: &set)
    case .record(let table):
      PlainRecord(registration, in: table).changeSet(now: now)?.give(to: &set) ?? false
    case .entry: PlainEntry.changeSet(of: registration).give(to: &set)
    default: false
    }
  }

  /// The stored record that a registration would make a second time, told by what is unique about it.
  package func standing(
    of registration: Registration,
    in store: Store
  ) throws(StoreError) -> StandingRecord? {
    switch self {
    case .registerCustomer:
      guard registration["mode"] != "existing", let identifier = registration["identifier"] else {
        return nil
      }
      return try store.customer(identifier: identifier).map(StandingRecord.customer)
    case .record(let table):
      return try PlainRecord(registration, in: table).standing(in: store).map(StandingRecord.record)
    default: return nil
    }
  }

  /// The changes that one transaction makes of those that finishing makes.
  ///
  /// - Parameters:
  ///   - registration: The answers.
  ///   - mark: Where the instalment before ended; `nil` for the first one.
  ///   - occasion: When it is done.
  ///   - store: The store, in which the instalments before are stored.
  /// - Returns: The changes, and where to go on.
  /// - Throws: `StoreError`.
  package func instalment(
    of registration: Registration,
    after mark: Instalment.Mark?,
    at occasion: Occasion,
    in store: Store
  ) throws(StoreError) -> Instalment {
    guard self == .bill else {
      return Instalment(try changeSet(of: registration, at: occasion, in: store))
    }
    return try ContractBilling(registration: registration, occasion: occasion)
      .instalment(after: mark, in: store)
  }

  /// The changes that finishing makes, or the first instalment of them.
  package func changeSet(
    of registration: Registration,
    at occasion: Occasion,
    in store: Store
  ) throws(StoreError) -> ChangeSet {
    switch self {
    case .registerCustomer: try CustomerRegistration(registration).changeSet(in: store)
    case .enterContact: try ContactEntry(registration, now: occasion.now).changeSet(in: store)
    case .registerCard:
      try CardOrder(registration: registration, occasion: occasion).changeSet(in: store)
    case .registerOffer:
      try OfferRegistration(registration: registration, occasion: occasion).changeSet(in: store)
    case .sellProgramme: try ProgrammeSale(registration, at: occasion).changeSet(in: store)
    case .assignProgramme:
      try CardAssignment(registration: registration, occasion: occasion).changeSet(in: store)
    case .cancelInvoice:
      try InvoiceCancellation(registration: registration, occasion: occasion).changeSet(in: store)
    case .registerContract:
      try ContractRegistration(registration: registration, occasion: occasion).changeSet(in: store)
    case .bookComponent:
      try ComponentBooking(registration: registration, occasion: occasion).changeSet(in: store)
    case .bill:
      try ContractBilling(registration: registration, occasion: occasion)
        .instalment(after: nil, in: store).changes
    case .endContract:
      try ContractEnding(registration: registration, occasion: occasion).changeSet(in: store)
    case .setUpMail, .setUpIssuer: try settingsForm(registration).changeSet(in: store)
    case .mailInvoices:
      try InvoiceMailing(registration: registration, occasion: occasion).changeSet(in: store)
    case .record(let table):
      try PlainRecord(registration, in: table).changeSet(in: store, now: occasion.now)
    case .entry: PlainEntry.changeSet(of: registration)
    }
  }

  /// The question that must be answered with yes before finishing, apart from those in findings.
  package var confirmation: Finding.Reason? {
    switch self {
    case .registerCustomer: .confirmFreeze
    case .sellProgramme: .confirmClosing
    case .cancelInvoice: .confirmCancelling
    default: nil
    }
  }

  /// Whether finishing writes what cannot be seen from the answers: documents, and what follows from them.
  package var makesMoreThanAnswers: Bool {
    switch self {
    case .sellProgramme, .assignProgramme, .cancelInvoice, .bookComponent, .endContract, .bill,
      .mailInvoices:
      true
    default: false
    }
  }

  /// The keys of choice fields at which ``withheldOptions(_:in:)`` may name options.
  package var withholds: [String] {
    switch self {
    case .registerCustomer: ["contacts.kind"]
    case .enterContact: ["save"]
    default: []
    }
  }

  /// The options that are not offered in a dialogue, because the store does not allow them now.
  ///
  /// - Returns: Paths of choice fields without item numbers (`contacts.kind`), each with a code.
  package func withheldOptions(
    _ registration: Registration,
    in store: Store
  ) throws(StoreError) -> [SpelledAnswer] {
    switch self {
    case .registerCustomer:
      let isOff = try store.setting(Setting.externalUsersAllowed) == "false"
      return isOff ? [SpelledAnswer("contacts.kind", "external")] : []
    case .enterContact:
      let offers = try ContactEntry(registration, now: "").offersChanges(in: store)
      return offers ? [] : [SpelledAnswer("save", "changes")]
    default: return []
    }
  }
}
