import FieldKinds
import PlainValues
package import Procedures
import RecordStorage

extension Wording {
  /// The sentence about a finding: what, where and how to mend it.
  ///
  /// - Parameters:
  ///   - finding: The finding.
  ///   - label: What the field is called that it is about; `nil` for the registration as a whole.
  /// - Returns: One sentence, or two where the way to mend it has its own.
  package func sentence(for finding: Finding, label: String? = nil) -> String {
    let sentence = sentence(for: finding.reason)
    return label.map { "\($0): \(sentence)" } ?? sentence
  }

  /// The sentence about what a procedure found.
  package func sentence(for reason: Finding.Reason) -> String {
    func say(_ phrase: FindingPhrase, _ values: (String, String)...) -> String {
      text(phrase, values)
    }
    func shown(_ date: CivilDate) -> String { LocalForm(self).shown(date.iso, of: .date) }
    func shown(number text: String) -> String { LocalForm(self).shown(text, of: .decimal) }
    func shown(amount text: String) -> String { LocalForm(self).shown(amount: text) }
    switch reason {
    case .noCompanyType: return say(.noCompanyType)
    case .noCategory: return say(.noCategory)
    case .noCompany: return say(.noCompany)
    case .unknownCompany(let name): return say(.unknownCompany, ("name", name))
    case .unknownCustomer(let name): return say(.unknownCustomer, ("name", name))
    case .unknownContact(let name): return say(.unknownContact, ("name", name))
    case .unknownRequest(let name): return say(.unknownRequest, ("name", name))
    case .unknownEmployee(let name): return say(.unknownEmployee, ("name", name))
    case .unknownExternalUser(let name): return say(.unknownExternalUser, ("name", name))
    case .contractEnded(let name):
      return say(.contractEnded, ("name", name))
    case .noMailSetup: return say(.noMailSetup)
    case .noTemplate: return say(.noTemplate)
    case .unknownPlaceholder(let placeholder, let template):
      let known = TemplateText.Placeholder.allCases.map { "${\($0.rawValue)}" }
      return say(
        .unknownPlaceholder,
        ("template", template),
        ("placeholder", placeholder),
        ("placeholders", known.joined(separator: ", "))
      )
    case .nothingSelected: return say(.nothingSelected)
    case .notLoaded(let invoice): return say(.notLoaded, ("invoice", invoice))
    case .noTemplateChosen: return say(.noTemplateChosen)
    case .templateType(let template): return say(.templateType, ("template", template))
    case .notListed(let customer): return say(.notListed, ("customer", customer))
    case .addressMissing(let customer): return say(.addressMissing, ("customer", customer))
    case .byPost(let customer): return say(.byPost, ("customer", customer))
    case .nothingToSend: return say(.nothingToSend)
    case .creditNoteStays(let name): return say(.creditNoteStays, ("document", name))
    case .laterDocuments(let name, let later):
      return say(.laterDocuments, ("invoice", name), ("later", later.joined(separator: ", ")))
    case .changedMeanwhile: return say(.changedMeanwhile)
    case .confirmEnding(let contract, let day):
      return say(.confirmEnding, ("contract", contract), ("day", shown(day)))
    case .confirmAhead(let day): return say(.confirmAhead, ("day", shown(day)))
    case .confirmSending(let mails, let invoices):
      return say(.confirmSending, ("mails", "\(mails)"), ("invoices", "\(invoices)"))
    case .noIssuer: return say(.noIssuer)
    case .alreadySent(let names):
      return say(.alreadySent, ("invoices", names.joined(separator: ", ")))
    case .alreadyQueued(let names):
      return say(.alreadyQueued, ("invoices", names.joined(separator: ", ")))
    case .cancelledSkipped(let names):
      return say(.cancelledSkipped, ("invoices", names.joined(separator: ", ")))
    case .nothingToBill: return say(.nothingToBill)
    case .notMetered(let component):
      return say(.notMetered, ("component", component))
    case .dateInFuture(let date):
      return say(.dateInFuture, ("date", shown(date)))
    case .metered(let component):
      return say(.metered, ("component", component))
    case .meteredQuantity: return say(.meteredQuantity)
    case .beforePeriod(let date, let start):
      return say(.beforePeriod, ("date", shown(date)), ("start", shown(start)))
    case .alreadyOn(let component):
      return say(.alreadyOn, ("component", component))
    case .notBooked(let component):
      return say(.notBooked, ("component", component))
    case .onlyOne(let component):
      return say(.onlyOne, ("component", component))
    case .noChange: return say(.noChange)
    case .fixedPrice(let component):
      return say(.fixedPrice, ("component", component))
    case .tiersOfSwitch(let component):
      return say(.tiersOfSwitch, ("component", component))
    case .couponChannel(let coupon):
      return say(.couponChannel, ("coupon", coupon))
    case .couponInvalid(let coupon):
      return say(.couponInvalid, ("coupon", coupon))
    case .subscriptionNeeded(let names):
      return say(.subscriptionNeeded, ("subscriptions", names.joined(separator: ", ")))
    case .quotaLapsed(let quantity, let component):
      return say(.quotaLapsed, ("quantity", shown(number: quantity)), ("component", component))
    case .nextBilling(let date):
      return say(.nextBilling, ("date", shown(date)))
    case .couponWorse(let dearer, let without):
      return say(.couponWorse, ("with", shown(amount: dearer)), ("without", shown(amount: without)))
    case .creditAndInvoice(let credit, let invoice):
      let given = shown(amount: String(credit.drop { $0 == "-" }))
      guard let invoice else { return say(.creditOnly, ("credit", given)) }
      return say(.creditAndInvoice, ("credit", given), ("invoice", shown(amount: invoice)))
    case .quotaUsed(let use):
      return say(
        use.lapses ? .quotaUsed : .quotaKept,
        ("component", use.component),
        ("quota", shown(number: use.quota)),
        ("used", shown(number: use.used)),
        ("rest", shown(number: use.rest))
      )
    case .noProgramme: return say(.noProgramme)
    case .noCard(let customer): return say(.noCard, ("customer", customer))
    case .unknownRecord(.programmes, let name): return say(.unknownProgramme, ("name", name))
    case .unknownRecord(let table, let name):
      return say(.unknownRecord, ("record", text(RecordPhrase(table))), ("name", name))
    case .codeTaken(let code): return say(.codeTaken, ("code", code))
    case .cardNumberTaken(let number, let card):
      return say(.cardNumberTaken, ("number", number), ("card", card))
    case .foreign(let table, let name):
      return say(.foreign, ("record", text(RecordPhrase(table))), ("name", name))
    case .offerClosed(let name): return say(.offerClosed, ("name", name))
    case .invoiceCancelled(let name): return say(.invoiceCancelled, ("name", name))
    case .notProgramme(let code): return say(.notProgramme, ("code", code))
    case .notAssignable(let programme, let card):
      return say(.notAssignable, ("programme", programme), ("card", card))
    case .processNeeded(let names):
      return say(.processNeeded, ("processes", names.joined(separator: ", ")))
    case .offerNeeded(let names):
      return say(.offerNeeded, ("offers", names.joined(separator: ", ")))
    case .tooMuch: return say(.tooMuch, ("most", shown(amount: Amount.mostOfLine.text)))
    case .confirmAssigning(let card): return say(.confirmAssigning, ("card", card))
    case .cardNeeded(let programmes, let cards):
      return say(
        .cardNeeded,
        ("programmes", programmes.joined(separator: ", ")),
        ("cards", cards.joined(separator: ", "))
      )
    case .confirmClosing: return say(.confirmClosing)
    case .confirmCancelling: return say(.confirmCancelling)
    case .noProcess: return say(.noProcess)
    case .assignedAll(let card): return say(.assignedAll, ("card", card))
    case .unassigned(let count): return text(CountedPhrase.unassigned, count)
    case .cardExpires(let card, let date):
      return say(
        .cardExpires,
        ("card", card),
        ("date", shown(date))
      )
    case .identifierTaken(let identifier, let name, let isCustomer):
      let taken =
        name.isEmpty
        ? say(.identifierTakenPlain, ("identifier", identifier))
        : say(.identifierTaken, ("identifier", identifier), ("name", name))
      return isCustomer
        ? taken : taken + " " + say(.takenByCompany, ("identifier", identifier))
    case .externalUserTaken(let email, let holder):
      return holder.isEmpty
        ? say(.externalUserTakenPlain, ("email", email))
        : say(.externalUserTaken, ("email", email), ("holder", holder))
    case .contactIsUser(let contact): return say(.contactIsUser, ("contact", contact))
    case .alreadyCustomer(let name): return say(.alreadyCustomer, ("name", name))
    case .employeeTaken(let code): return say(.employeeTaken, ("code", code))
    case .frozen(let field): return say(.frozen, ("field", field))
    case .requestClosed(let name): return say(.requestClosed, ("name", name))
    case .caseDone(let name): return say(.caseDone, ("name", name))
    case .stale(let record): return say(.stale, ("record", record))
    case .inUse(let record): return say(.inUse, ("record", record))
    case .externalUsersOff: return say(.externalUsersOff)
    case .repeatedExternalUser(let email): return say(.repeatedExternalUser, ("email", email))
    case .repeatedDefault: return say(.repeatedDefault)
    case .nothingToCopy(let line): return say(.nothingToCopy, ("line", line))
    case .contactEmpty: return say(.contactEmpty)
    case .noContact: return say(.noContact)
    case .noEmail: return say(.noEmail)
    case .inexact(let value):
      return say(
        .inexact,
        ("value", shown(number: value)),
        ("whole", "\(FixedDecimal.wholeDigits)"),
        ("places", "\(FixedDecimal.places)")
      )
    case .doesNotFit(let column): return say(.doesNotFit, ("column", column))
    case .entityTypeDiffers(let letter): return say(.entityTypeDiffers, ("letter", letter))
    case .confirmFreeze: return say(.confirmFreeze)
    case .confirmSiteAddress(let current): return say(.confirmSiteAddress, ("address", current))
    case .confirmErase(let record): return say(.confirmErase, ("record", record))
    case .confirmDisable(let email): return say(.confirmDisable, ("email", email))
    case .confirmEnable(let email): return say(.confirmEnable, ("email", email))
    case .identifierDrawn(let identifier):
      return say(.identifierDrawn, ("identifier", identifier))
    case .sameName(let count): return text(CountedPhrase.sameName, count)
    case .similarContacts(let names):
      return say(.similarContacts, ("contacts", names.joined(separator: ", ")))
    case .companyKnown(let name, let identifier):
      return say(.companyKnown, ("name", name), ("identifier", identifier))
    case .requestOnly(let name): return say(.requestOnly, ("name", name))
    case .userDisabled(let email): return say(.userDisabled, ("email", email))
    case .answersDropped(let fields):
      return say(.answersDropped, ("fields", fields.joined(separator: ", ")))
    }
  }
}
