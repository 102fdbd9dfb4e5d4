package import PlainValues
package import RecordStorage

/// What a procedure or the store knows about a registration: a problem, a question or a notice.
package struct Finding: Hashable, Sendable {
  /// The field it is about, as answer files spell it; empty for the registration as a whole.
  package let path: String
  /// What it is.
  package let reason: Reason

  /// Says something about a field, or about the registration as a whole.
  package init(_ reason: Reason, at path: String = "") {
    self.reason = reason
    self.path = path
  }

  /// What a procedure can find.
  package enum Reason: Hashable, Sendable {
    // What must be there before a wizard can start.
    /// The wizard has no company type to choose from.
    case noCompanyType
    /// The wizard has no category to choose from.
    case noCategory
    /// Every stored company is a customer already, or there is none.
    case noCompany
    /// There is no loyalty programme to sell.
    case noProgramme
    /// The customer has no card that a programme could be assigned to.
    case noCard(customer: String)
    // References that lead nowhere; the text as it was given.
    /// A table of sales has no record of this name, or none that is in use.
    case unknownRecord(Table, String)
    /// No company has this identifier.
    case unknownCompany(String)
    /// No customer has this identifier.
    case unknownCustomer(String)
    /// No record has this number.
    case unknownContact(String)
    /// No request has this number.
    case unknownRequest(String)
    /// No employee has this code.
    case unknownEmployee(String)
    /// No external user has this e-mail address.
    case unknownExternalUser(String)
    // Conflicts.
    /// Another company has the identifier; whether it is a customer decides what is proposed.
    case identifierTaken(identifier: String, name: String, isCustomer: Bool)
    /// The e-mail address belongs to another external user, active or not.
    case externalUserTaken(email: String, holder: String)
    /// The contact is an external user already.
    case contactIsUser(contact: String)
    /// The company is a customer already.
    case alreadyCustomer(name: String)
    /// Another employee has the code.
    case employeeTaken(code: String)
    /// The field cannot be changed any more, named by its label.
    case frozen(field: String)
    /// Another record of the table has the code.
    case codeTaken(String)
    /// Another card has the number.
    case cardNumberTaken(String, card: String)
    /// The record belongs to another customer.
    case foreign(Table, String)
    /// The offer has been closed with an invoice.
    case offerClosed(String)
    /// The invoice has been cancelled already.
    case invoiceCancelled(String)
    /// A credit note is not cancelled.
    case creditNoteStays(String)
    /// Later documents of the contract stand on the invoice.
    case laterDocuments(String, later: [String])
    /// What was agreed to is not what would be stored any more.
    case changedMeanwhile
    /// The request takes no more data.
    case requestClosed(String)
    /// The case was carried out before.
    case caseDone(String)
    /// The record was changed since it was read.
    case stale(record: String)
    /// The record is still needed as an external user.
    case inUse(record: String)
    // Problems in the answers.
    /// The settings do not allow external users.
    case externalUsersOff
    /// Two external users of one form share an e-mail address.
    case repeatedExternalUser(email: String)
    /// Two contacts of one company are the default one.
    case repeatedDefault
    /// The address line to be copied is empty.
    case nothingToCopy(line: String)
    /// A contact has neither a name nor an address nor an employee code.
    case contactEmpty
    /// No contact record is linked that could be changed.
    case noContact
    /// There is no e-mail address to write to.
    case noEmail
    /// The number has more digits than are worked with.
    case inexact(String)
    /// The booking would cost more than is worked with.
    case tooMuch
    /// The store has no room for a value, named by its column.
    case doesNotFit(column: String)
    /// The first letter of a NIF names another type of entity than the chosen one.
    case entityTypeDiffers(letter: String)
    /// The article sells no programme.
    case notProgramme(String)
    /// The programme cannot go to this card: another customer's, or not in use.
    case notAssignable(programme: String, card: String)
    /// The contract has ended.
    case contractEnded(String)
    /// Nobody has set up how mails are sent.
    case noMailSetup
    /// There is no text for mails to customers.
    case noTemplate
    /// A text has a place for something that alta does not know.
    case unknownPlaceholder(String, template: String)
    /// No invoice is selected, or the filter finds none.
    case nothingSelected
    /// The filter has not found the invoice.
    case notLoaded(String)
    /// No text was chosen.
    case noTemplateChosen
    /// The text is not one for mails to customers.
    case templateType(String)
    /// The customer is not among those who would get a mail.
    case notListed(String)
    /// The customer has no e-mail address.
    case addressMissing(customer: String)
    /// The customer gets invoices by post.
    case byPost(customer: String)
    /// Every customer was taken off the list.
    case nothingToSend
    /// There is nothing to bill.
    case nothingToBill
    /// The component is booked, not used.
    case notMetered(String)
    /// The day is still to come.
    case dateInFuture(CivilDate)
    /// The component is used, not booked.
    case metered(String)
    /// The number of a metered component cannot be changed.
    case meteredQuantity
    /// The day lies before the current billing period.
    case beforePeriod(CivilDate, period: CivilDate)
    /// The component is switched on already.
    case alreadyOn(String)
    /// The component is not booked on that day.
    case notBooked(String)
    /// The component is on or off.
    case onlyOne(String)
    /// The number stays the same.
    case noChange
    /// The component has prices by number.
    case fixedPrice(String)
    /// A component that is on or off has no tiers.
    case tiersOfSwitch(String)
    /// The coupon is for the order page.
    case couponChannel(String)
    /// The coupon is not valid today, or not for this component.
    case couponInvalid(String)
    /// The component is booked several times.
    case subscriptionNeeded([String])
    /// The rest of a free quota is lost.
    case quotaLapsed(quantity: String, component: String)
    /// When the booking is billed.
    case nextBilling(CivilDate)
    /// Without the coupon it would cost less.
    case couponWorse(with: String, without: String)
    /// What is given back and what is billed anew; `nil` for nothing.
    case creditAndInvoice(credit: String, invoice: String?)
    /// What of a free quota is set off before its period ends, and what becomes of the rest.
    case quotaUsed(QuotaUse)
    /// Invoices wait to be sent already.
    case alreadyQueued([String])
    // Questions that need a choice.
    /// The customer has several card processes.
    case processNeeded([String])
    /// The customer has open offers, and it was not said whether one of them is meant.
    case offerNeeded([String])
    /// Programmes can go to several cards.
    case cardNeeded(programmes: [String], cards: [String])
    // Questions that need a yes.
    /// All programmes go to the only card, which a person may see before.
    case confirmAssigning(card: String)
    /// The offer is closed and invoiced, which cannot be undone.
    case confirmClosing
    /// The invoice is cancelled, which cannot be undone.
    case confirmCancelling
    /// The contract ends on a day, which cannot be undone.
    case confirmEnding(contract: String, on: CivilDate)
    /// Periods that begin more than a year from now would be billed.
    case confirmAhead(CivilDate)
    /// So many mails with so many invoices are sent.
    case confirmSending(mails: Int, invoices: Int)
    /// Type and category cannot be changed afterwards.
    case confirmFreeze
    /// The request has another work address, which would be overwritten.
    case confirmSiteAddress(current: String)
    /// The record would be gone for good.
    case confirmErase(record: String)
    /// The external user could not log in any more.
    case confirmDisable(email: String)
    /// The external user could log in again.
    case confirmEnable(email: String)
    // Notices.
    /// Nobody has entered who issues the invoices.
    case noIssuer
    /// Invoices were sent before.
    case alreadySent([String])
    /// Cancelled invoices were passed over.
    case cancelledSkipped([String])
    /// The customer has no card process, so that the offer belongs to none.
    case noProcess
    /// All programmes go to the only card.
    case assignedAll(card: String)
    /// So many programmes have no card.
    case unassigned(count: Int)
    /// The card ends before the programme.
    case cardExpires(card: String, on: CivilDate)
    /// The identifier that was drawn from a mask.
    case identifierDrawn(String)
    /// How many other companies have the same name.
    case sameName(count: Int)
    /// The numbers of contacts that may be the same person.
    case similarContacts([String])
    /// A stored company is called like the caller’s employer.
    case companyKnown(name: String, identifier: String)
    /// The data went to this request only.
    case requestOnly(String)
    /// An external user loses its contact and is disabled.
    case userDisabled(email: String)
    /// The fields whose answers fell away.
    case answersDropped([String])
  }

  /// How much a finding weighs.
  package enum Weight: Hashable, Sendable {
    /// Never blocks.
    case notice
    /// The answers must change.
    case problem
    /// Something must be there first.
    case missing
    /// Somebody must say yes.
    case question
    /// Somebody must choose; a yes is no answer.
    case choice
    /// Something that is stored is in the way.
    case conflict
  }

  /// How much the finding weighs; decides the exit status.
  package var weight: Weight {
    switch reason {
    case .noCompanyType, .noCategory, .noCompany, .unknownCompany, .unknownCustomer,
      .unknownContact, .unknownRequest, .unknownEmployee, .unknownExternalUser, .noProgramme,
      .noCard, .noMailSetup, .noTemplate,
      .unknownRecord:
      .missing
    case .identifierTaken, .externalUserTaken, .contactIsUser, .alreadyCustomer, .employeeTaken,
      .frozen, .requestClosed, .caseDone, .stale, .inUse, .codeTaken, .cardNumberTaken, .foreign,
      .offerClosed, .invoiceCancelled, .creditNoteStays, .laterDocuments, .changedMeanwhile,
      .contractEnded, .alreadyOn:
      .conflict
    case .externalUsersOff, .repeatedExternalUser, .repeatedDefault, .nothingToCopy, .contactEmpty,
      .noContact, .noEmail, .inexact, .tooMuch, .doesNotFit, .notProgramme, .notAssignable,
      .nothingToBill,
      .notMetered,
      .dateInFuture, .metered, .meteredQuantity, .beforePeriod, .notBooked, .onlyOne, .noChange,
      .fixedPrice, .tiersOfSwitch, .couponChannel, .couponInvalid, .unknownPlaceholder,
      .nothingSelected, .notLoaded, .noTemplateChosen, .templateType, .notListed, .addressMissing,
      .byPost, .nothingToSend:
      .problem
    case .processNeeded, .offerNeeded, .cardNeeded, .subscriptionNeeded: .choice
    case .confirmFreeze, .confirmSiteAddress, .confirmErase, .confirmDisable, .confirmEnable,
      .confirmClosing, .confirmCancelling, .confirmSending, .confirmAhead,
      .confirmAssigning, .confirmEnding:
      .question
    case .identifierDrawn, .sameName, .similarContacts, .companyKnown, .requestOnly, .userDisabled,
      .answersDropped, .entityTypeDiffers, .noProcess, .assignedAll, .unassigned, .cardExpires,
      .quotaLapsed, .nextBilling, .couponWorse, .creditAndInvoice, .alreadySent, .alreadyQueued,
      .noIssuer,
      .quotaUsed,
      .cancelledSkipped:
      .notice
    }
  }
}

/// What of a free quota an invoice sets off.
package struct QuotaUse: Hashable, Sendable {
  /// The code of the component.
  package let component: String
  /// The free quantity of a period.
  package let quota: String
  /// What is set off now.
  package let used: String
  /// What is left.
  package let rest: String
  /// Whether that is lost.
  package let lapses: Bool
}

extension Finding.Reason {
  /// Whether a yes to the question does what no other command takes back.
  package var isIrreversible: Bool {
    switch self {
    case .confirmClosing, .confirmCancelling, .confirmSending, .confirmAhead, .confirmEnding: true
    default: false
    }
  }
}
